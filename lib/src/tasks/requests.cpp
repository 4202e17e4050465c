// SPDX-License-Identifier: Apache-2.0
#include "access/require.h"
#include "bulk/run.h"
#include "designation/administrators.h"
#include "organisations/find.h"
#include "persons/find.h"
#include "persons/relation_add.h"
#include "rights/apply.h"
#include "rights/named.h"
#include "tasks/acting.h"
#include "tasks/rules.h"
#include "tasks/tasks_sql.h"

#include <dcadmin/base/say.h>
#include <dcadmin/tasks.h>

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

namespace dcadmin {

namespace tasks {

namespace {

using Asked = Written<std::vector<Task>>;

std::string day_text(const std::optional<Date>& day) {
    return day ? day->iso() : std::string();
}

// Who asks; another person than the acting one only for an administrator.
std::int64_t asker_of(store::Tx& tx, const std::optional<PersonRef>& person,
                      std::int64_t organisation_id, EnterpriseNumber org) {
    const auto acting = tx.acting();
    if (!person && !acting) throw nobody_asks();
    if (!person) return *acting;
    const std::int64_t id = persons::get_id(tx, *person);
    if (acting != id) require_administrator(tx, organisation_id, org);
    return id;
}

// In a session for himself somebody asks any organisation; else the session's own.
std::int64_t organisation_of(store::Tx& tx, EnterpriseNumber org) {
    return access::for_himself(tx) ? organisations::get_id(tx.db(), org)
                                   : organisations::get_id(tx, org);
}

// For oneself; for another who might grant it by hand.
void require_request(store::Tx& tx, access::Operation by_hand, std::int64_t organisation,
                     std::int64_t asker) {
    const bool own = !access::signed_in(tx.env()) || tx.acting() == asker;
    access::require(tx, own ? access::Operation::request : by_hand,
                    {.organisation = organisation, .person = asker});
}

// The administrators who hear of a request; rule when there is none.
std::vector<designation::Office> hearers_of(store::Tx& tx, std::int64_t organisation_id,
                                            EnterpriseNumber org) {
    auto offices = designation::offices_of(tx.db(), organisation_id, tx.today(), tx.now());
    std::unordered_set<std::int64_t> known;
    std::erase_if(offices, [&](const designation::Office& office) {
        return office.email.empty() || !known.insert(office.person_id).second;
    });
    if (offices.empty()) throw no_administrator(org);
    return offices;
}

Asked there_already(std::string_view ids) {
    return {.changed = false, .item = {}, .remark = say("it is there already: {}", ids)};
}

Task shown(store::Tx& tx, std::int64_t id) {
    const Window window{tx.today(), tx.now(), tx.today()};
    return find_task(tx.db(), TaskId::from_stored(id), window)->task;
}

// Puts the request on the list, or finds it there.
Asked put_request(bulk::Work& work, const StoredTask& asked,
                  const std::vector<designation::Office>& hearers) {
    if (const auto there = find_open_request(work.tx.db(), asked)) {
        if (const auto problem = difference(*there, asked)) throw *problem;
        return {.changed = false, .item = {shown(work.tx, there->id)}, .remark = {}};
    }
    const std::int64_t id = inbox::put(work.tx, row_of(asked));
    const std::string item = TaskId::from_stored(id).text();
    for (const designation::Office& office : hearers) {
        work.notices.add(office.person_id, office.email, item);
    }
    return {.changed = true, .item = {shown(work.tx, id)}, .remark = {}};
}

// Codes in one order, each once: the same sites named otherwise are the same request.
std::string joined(const std::vector<ContextValue>& contexts) {
    std::vector<std::string> codes;
    codes.reserve(contexts.size());
    for (const ContextValue& context : contexts) codes.push_back(text_of(context));
    std::ranges::sort(codes);
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    return fmt::format("{}", fmt::join(codes, "|"));
}

Asked apply_right(bulk::Work& work, const RightRequest& request) {
    store::Tx& tx = work.tx;
    const std::string reason = required_reason(request.reason, "a request needs a reason");
    const std::int64_t organisation = organisation_of(tx, request.org);
    const std::int64_t asker = asker_of(tx, request.person, organisation, request.org);
    require_request(tx, access::Operation::grant, organisation, asker);
    const auto right = rights::require_right_facts(tx.db(), request.right.text());
    const auto hearers = hearers_of(tx, organisation, request.org);
    const PersonId person = PersonId::from_stored(asker);
    if (!has_relation(tx.db(), asker, organisation, tx.today(), tx.now())) {
        throw no_relation(person, request.org);
    }
    const auto there = rights::find_there(tx, {.person = person,
                                               .org = request.org,
                                               .right = request.right,
                                               .contexts = request.contexts,
                                               .from = request.from,
                                               .until = request.until,
                                               .reason = reason});
    if (!there.empty()) return there_already(rights::result_of({false, there, {}}).id);
    return put_request(work,
                       {.organisation_id = organisation,
                        .org = request.org,
                        .kind = TaskKind::requested_right,
                        .state = TaskState::open,
                        .person_id = asker,
                        .subject = {},
                        .due = {},
                        .right_id = right.id,
                        .right = right.code,
                        .contexts = joined(request.contexts),
                        .audience = {},
                        .category = {},
                        .email = {},
                        .phone = {},
                        .from = day_text(request.from),
                        .until = day_text(request.until),
                        .reason = reason,
                        .answer = {}},
                       hearers);
}

Asked apply_relation(bulk::Work& work, const RelationRequest& request) {
    store::Tx& tx = work.tx;
    const std::string reason = required_reason(request.reason, "a request needs a reason");
    const std::int64_t organisation = organisation_of(tx, request.org);
    const std::int64_t asker = asker_of(tx, request.person, organisation, request.org);
    require_request(tx, access::Operation::add_relation, organisation, asker);
    const auto hearers = hearers_of(tx, organisation, request.org);
    const Audience audience = request.audience.value_or(Audience::ea);
    const auto there = persons::find_there(tx, {.person = PersonId::from_stored(asker),
                                                .org = request.org,
                                                .audience = audience,
                                                .category = request.category,
                                                .email = request.email,
                                                .phone = request.phone,
                                                .from = request.from,
                                                .until = request.until,
                                                .reason = reason});
    if (there) return there_already(there->text());
    return put_request(work,
                       {.organisation_id = organisation,
                        .org = request.org,
                        .kind = TaskKind::requested_relation,
                        .state = TaskState::open,
                        .person_id = asker,
                        .subject = {},
                        .due = {},
                        .right_id = {},
                        .right = {},
                        .contexts = {},
                        .audience = std::string(name_of(audience)),
                        .category = std::string(name_of(request.category)),
                        .email = request.email ? request.email->text() : std::string(),
                        .phone = request.phone ? request.phone->text() : std::string(),
                        .from = day_text(request.from),
                        .until = day_text(request.until),
                        .reason = reason,
                        .answer = {}},
                       hearers);
}

bulk::Result result_of(const Asked& written) {
    std::string ids;
    for (const Task& task : written.item) ids = text_of(task.id);
    return bulk::result_of(written, std::move(ids));
}

}  // namespace

}  // namespace tasks

Written<std::vector<Task>> Tasks::request_right(const RightRequest& request) {
    return bulk::run_one(env_, "right.request",
                         [&](bulk::Work& work) { return tasks::apply_right(work, request); });
}

bulk::Summary Tasks::request_right_rows(const bulk::Source<RightRequest>& rows,
                                        const bulk::Options& options, const bulk::Sink& sink) {
    return bulk::run_rows(env_, "right.request", rows, options, sink,
                          [](bulk::Work& work, const RightRequest& request) {
                              return tasks::result_of(tasks::apply_right(work, request));
                          });
}

Written<std::vector<Task>> Tasks::request_relation(const RelationRequest& request) {
    return bulk::run_one(env_, "relation.request",
                         [&](bulk::Work& work) { return tasks::apply_relation(work, request); });
}

bulk::Summary Tasks::request_relation_rows(const bulk::Source<RelationRequest>& rows,
                                           const bulk::Options& options, const bulk::Sink& sink) {
    return bulk::run_rows(env_, "relation.request", rows, options, sink,
                          [](bulk::Work& work, const RelationRequest& request) {
                              return tasks::result_of(tasks::apply_relation(work, request));
                          });
}

}  // namespace dcadmin
