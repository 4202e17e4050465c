// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/persons.h>

#include "audit/images.h"
#include "audit/recorder.h"
#include "bulk/run.h"
#include "organisations/find.h"
#include "persons/find.h"
#include "persons/moment.h"
#include "persons/persons_sql.h"
#include "persons/rules.h"

#include <dcadmin/base/text.h>

#include <utility>

namespace dcadmin {

namespace persons {

std::int64_t get_id(store::Db& db, const PersonRef& person, std::string_view field) {
    if (const auto id = find_id(db, person)) return *id;
    throw unknown(person, field);
}

Person get(store::Db& db, const PersonRef& person) {
    return get_person(db, person).item;
}

StoredPerson get_person(store::Db& db, const PersonRef& person) {
    if (auto found = find_person(db, person)) return std::move(*found);
    throw unknown(person);
}

namespace {

std::string image(const StoredPerson& person) {
    const Person& item = person.item;
    return audit::image_of(audit::PersonFields{
        .key = person.audit_key,
        .number = static_cast<std::int64_t>(item.number.value()),
        .first_name = item.first_name,
        .last_name = item.last_name,
        .email = item.email ? std::string_view(item.email->text()) : std::string_view(),
        .phone = item.phone ? std::string_view(item.phone->text()) : std::string_view(),
        .language = name_of(item.language),
        .source = item.verified ? "register" : "typed"});
}

Written<Person> apply_add(bulk::Work& work, const NewPerson& request) {
    store::Db& db = work.tx.db();
    StoredPerson asked{cleaned(request), {}};
    if (auto there = find_person(db, request.number)) {
        const bool language_asked = request.language.has_value();
        if (const auto problem = difference(there->item, asked.item, language_asked)) {
            throw *problem;
        }
        return {.changed = false, .item = std::move(there->item), .remark = {}};
    }
    asked.audit_key = audit::new_key();
    insert_person(db, asked);
    const std::string after = image(asked);
    audit::record(work.tx, {.chain = audit::system_chain,
                            .subject = "person",
                            .verb = "add",
                            .subject_id = asked.item.id.value(),
                            .before = {},
                            .after = after,
                            .reason = {}});
    std::string remark = request.number.warning().value_or("");
    return {.changed = true, .item = std::move(asked.item), .remark = std::move(remark)};
}

Written<Person> apply_update(bulk::Work& work, const PersonChange& request) {
    store::Db& db = work.tx.db();
    if (const auto problem = empty_change(request)) throw *problem;
    const StoredPerson there = get_person(db, request.person);
    const StoredPerson after{changed(there.item, request), there.audit_key};
    if (same(there.item, after.item)) {
        return {.changed = false, .item = there.item, .remark = {}};
    }
    update_person(db, after.item);
    const std::string before_image = image(there);
    const std::string after_image = image(after);
    audit::record(work.tx, {.chain = audit::system_chain,
                            .subject = "person",
                            .verb = "update",
                            .subject_id = after.item.id.value(),
                            .before = before_image,
                            .after = after_image,
                            .reason = {}});
    const std::string id = after.item.id.text();
    work.notices.add(after.item.id.value(), after.item.email ? after.item.email->text() : "", id);
    return {.changed = true, .item = after.item, .remark = {}};
}

}  // namespace

}  // namespace persons

Written<Person> Persons::add(const NewPerson& request) {
    return bulk::run_one(env_, "person.add",
                         [&](bulk::Work& work) { return persons::apply_add(work, request); });
}

bulk::Summary Persons::add_rows(const bulk::Source<NewPerson>& rows, const bulk::Options& options,
                                const bulk::Sink& sink) {
    return bulk::run_rows(env_, "person.add", rows, options, sink,
                          [](bulk::Work& work, const NewPerson& request) {
                              const auto written = persons::apply_add(work, request);
                              return bulk::result_of(written, written.item.id.text());
                          });
}

Written<Person> Persons::update(const PersonChange& request) {
    return bulk::run_one(env_, "person.update",
                         [&](bulk::Work& work) { return persons::apply_update(work, request); });
}

bulk::Summary Persons::update_rows(const bulk::Source<PersonChange>& rows,
                                   const bulk::Options& options, const bulk::Sink& sink) {
    return bulk::run_rows(env_, "person.update", rows, options, sink,
                          [](bulk::Work& work, const PersonChange& request) {
                              const auto written = persons::apply_update(work, request);
                              return bulk::result_of(written, written.item.id.text());
                          });
}

std::uint64_t Persons::list(const PersonFilter& filter, const Each<Person>& each) {
    store::Db& db = env_.store.db();
    std::optional<persons::WorksFor> works_for;
    if (filter.org) {
        const auto asked = persons::asked_moment(env_.clock, filter.at);
        works_for =
            persons::WorksFor{organisations::get_id(db, *filter.org), asked.day, asked.moment};
    }
    return persons::list_persons(db, filter, works_for, each);
}

std::vector<Person> Persons::beginning_with(std::string_view begun, std::uint64_t limit) {
    const std::string folded = text::folded(text::trimmed(begun));
    const bool number = !folded.empty() && folded.front() >= '0' && folded.front() <= '9';
    if (!number) {
        return persons::persons_beginning(env_.store.db(), folded,
                                          static_cast<std::int64_t>(limit));
    }
    std::vector<Person> found;
    PersonFilter filter;
    filter.text = folded;
    filter.page.limit = limit;
    list(filter, [&](const Person& person) {
        found.push_back(person);
        return true;
    });
    return found;
}

Person Persons::get(const PersonRef& person) {
    return persons::get_person(env_.store.db(), person).item;
}

void Persons::record_reveal(const std::string& what) {
    store::write(env_, [&](store::Tx& tx) {
        audit::record(tx, {.chain = audit::system_chain,
                           .subject = "person",
                           .verb = "reveal",
                           .subject_id = 0,
                           .before = {},
                           .after = {},
                           .reason = what});
    });
}

}  // namespace dcadmin
