// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/say.h>
#include <dcadmin/persons.h>

#include "access/require.h"
#include "audit/recorder.h"
#include "bulk/run.h"
#include "bulk/undo.h"
#include "organisations/find.h"
#include "persons/moment.h"
#include "persons/persons_sql.h"
#include "persons/relation_add.h"
#include "persons/relation_end.h"
#include "persons/relation_parts.h"
#include "persons/relation_rules.h"
#include "persons/relation_update.h"
#include "persons/relations_sql.h"
#include "persons/rules.h"

#include <utility>

namespace dcadmin {

namespace persons {

namespace {

Written<Relation> apply_extend(bulk::Work& work, const RelationExtension& request) {
    store::Db& db = work.tx.db();
    const Date today = work.tx.today();
    const std::string reason = clean_reason(request.reason);
    const RelationParts parts{get_person(work.tx, request.person),
                              organisations::get(work.tx, request.org), request.org};
    access::require(work.tx, access::Operation::add_relation,
                    {.organisation = parts.org.id, .person = parts.person.item.id.value()});
    const Subject subject{parts.person.item.id, request.org, request.audience};
    const auto rows = relations_of(db, parts, request.audience);
    const auto meant = only_begun(rows, request.begins);
    const auto found = to_extend(meant, subject, today);
    if (const auto* problem = std::get_if<Error>(&found)) throw *problem;
    RelationRow row = *std::get<const RelationRow*>(found);
    if (row.period.last() == request.until) {
        return {.changed = false, .item = shown(row, parts, work.tx), .remark = {}};
    }
    const CategoryRule rule = get_category_rule(db, row.audience, row.category, today);
    const auto problem = extension_problem(row, request.until, rule.max_term, rows, subject, today);
    if (problem) throw *problem;

    if (work.trace != nullptr) {
        bulk::undo_relation_extension(*work.trace, {row.person_id, request.org, row.audience},
                                      row.period.first(), row.period.last());
    }
    const std::string before = image_of(row, parts.person.audit_key);
    row.period = DateRange::of(row.period.first(), request.until);
    set_until(db, row.id, request.until);
    const std::string after = image_of(row, parts.person.audit_key);
    audit::record(work.tx, {.chain = audit::chain_of(work.tx, row.organisation_id),
                            .subject = "relation",
                            .verb = "extend",
                            .subject_id = row.id,
                            .before = before,
                            .after = after,
                            .reason = optional_reason(reason)});
    work.notices.add(row.person_id, address_of(row, parts.person.item),
                     item_of(row.id, request.until));
    return {.changed = true, .item = shown(row, parts, work.tx), .remark = {}};
}

// False for what belongs to others; refused when it is his organisation's, but not for him to read.
bool may_read(const Env& env, const Relation& relation) {
    const std::int64_t person = relation.person.value();
    const std::int64_t org = organisations::get_id(env.store.db(), relation.org);
    if (!access::sees(env, org, person)) return false;
    access::require_reading(env, {.organisation = org, .person = person});
    return true;
}

}  // namespace

}  // namespace persons

Written<Relation> Persons::add_relation(const NewRelation& request) {
    return bulk::run_one(env_, "relation.add",
                         [&](bulk::Work& work) { return persons::apply_add(work, request); });
}

bulk::Summary Persons::add_relation_rows(const bulk::Source<NewRelation>& rows,
                                         const bulk::Options& options, const bulk::Sink& sink) {
    return bulk::run_rows(env_, "relation.add", rows, options, sink,
                          [](bulk::Work& work, const NewRelation& request) {
                              const auto written = persons::apply_add(work, request);
                              return bulk::result_of(written, written.item.id.text());
                          });
}

Written<Relation> Persons::extend_relation(const RelationExtension& request) {
    return bulk::run_one(env_, "relation.extend",
                         [&](bulk::Work& work) { return persons::apply_extend(work, request); });
}

bulk::Summary Persons::extend_relation_rows(const bulk::Source<RelationExtension>& rows,
                                            const bulk::Options& options, const bulk::Sink& sink) {
    return bulk::run_rows(env_, "relation.extend", rows, options, sink,
                          [](bulk::Work& work, const RelationExtension& request) {
                              const auto written = persons::apply_extend(work, request);
                              return bulk::result_of(written, written.item.id.text());
                          });
}

Written<Relation> Persons::update_relation(const RelationChange& request) {
    return bulk::run_one(env_, "relation.update",
                         [&](bulk::Work& work) { return persons::apply_update(work, request); });
}

bulk::Summary Persons::update_relation_rows(const bulk::Source<RelationChange>& rows,
                                            const bulk::Options& options, const bulk::Sink& sink) {
    return bulk::run_rows(env_, "relation.update", rows, options, sink,
                          [](bulk::Work& work, const RelationChange& request) {
                              const auto written = persons::apply_update(work, request);
                              return bulk::result_of(written, written.item.id.text());
                          });
}

Written<EndedRelation> Persons::end_relation(const RelationEnd& request) {
    return bulk::run_one(env_, "relation.end",
                         [&](bulk::Work& work) { return persons::apply_end(work, request); });
}

bulk::Summary Persons::end_relation_rows(const bulk::Source<RelationEnd>& rows,
                                         const bulk::Options& options, const bulk::Sink& sink) {
    return bulk::run_rows(env_, "relation.end", rows, options, sink,
                          [](bulk::Work& work, const RelationEnd& request) {
                              return persons::result_of(persons::apply_end(work, request));
                          });
}

std::uint64_t Persons::list_relations(const RelationFilter& filter, const Each<Relation>& each) {
    const auto asked = persons::asked_moment(env_.clock, filter.at);
    persons::RelationQuery query{filter, {}, {}, asked.day, asked.moment, access::sight_of(env_)};
    if (filter.person) query.person_id = persons::get_id(env_, *filter.person);
    if (filter.org) query.organisation_id = organisations::get_id(env_, *filter.org);
    return persons::list_relations(env_.store.db(), query, each);
}

Relation Persons::get_relation(RelationId id, std::optional<Date> at) {
    access::enter(env_);
    const auto asked = persons::asked_moment(env_.clock, at);
    auto found = persons::find_relation(env_.store.db(), id, asked.day, asked.moment);
    if (found && persons::may_read(env_, *found)) return std::move(*found);
    throw Error(Kind::not_found, say("working relation {} is not in the store", id.text()),
                "see which there are: dcadmin relation list", "id");
}

}  // namespace dcadmin
