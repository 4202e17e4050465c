// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/say.h>
#include <dcadmin/persons.h>

#include "access/require.h"
#include "audit/images.h"
#include "audit/recorder.h"
#include "bulk/run.h"
#include "bulk/undo.h"
#include "organisations/find.h"
#include "persons/find.h"
#include "persons/moment.h"
#include "persons/person_add.h"
#include "persons/persons_sql.h"
#include "persons/rules.h"
#include "registers/consult.h"
#include "registers/find.h"

#include <dcadmin/base/text.h>

#include <utility>

namespace dcadmin {

namespace persons {

std::int64_t get_id(store::Db& db, const PersonRef& person, std::string_view field) {
    if (const auto id = find_id(db, person)) return *id;
    throw unknown(person, field);
}

std::int64_t get_id(store::Tx& tx, const PersonRef& person, std::string_view field) {
    const std::int64_t id = get_id(tx.db(), person, field);
    if (access::sees_person(tx, id)) return id;
    throw unknown(person, field);
}

std::int64_t get_id(const Env& env, const PersonRef& person, std::string_view field) {
    const std::int64_t id = get_id(env.store.db(), person, field);
    if (access::sees_person(env, id)) return id;
    throw unknown(person, field);
}

Person get(store::Db& db, const PersonRef& person) {
    return get_person(db, person).item;
}

StoredPerson get_person(store::Db& db, const PersonRef& person) {
    if (auto found = find_person(db, person)) return std::move(*found);
    throw unknown(person);
}

StoredPerson get_person(store::Tx& tx, const PersonRef& person) {
    StoredPerson found = get_person(tx.db(), person);
    if (access::sees_person(tx, found.item.id.value())) return found;
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

// The person as he is to be: with the register's data where it knows him.
Person wanted(bulk::Work& work, const NewPerson& request, bool registers_in_use) {
    Person asked = cleaned(request);
    if (registers_in_use) {
        const auto known = registers::find_person(work.tx.db(), request.number, work.tx.now());
        if (known) {
            if (const auto problem = deceased(known->person)) throw *problem;
            asked = verified(asked, known->person, request.language.has_value());
        }
    }
    if (const auto problem = nameless(asked)) throw *problem;
    return asked;
}

// Whom another organisation added is known already; what it knows of him is not told.
Written<Person> somebody_elses(PersonId id, const NewPerson& request) {
    Person told = cleaned(request);
    told.id = id;
    return {.changed = false, .item = std::move(told), .remark = {}};
}

}  // namespace

Written<Person> add_or_find(bulk::Work& work, const NewPerson& request, bool registers_in_use) {
    store::Db& db = work.tx.db();
    if (auto there = find_person(db, request.number)) {
        if (!access::sees_person(work.tx, there->item.id.value())) {
            return somebody_elses(there->item.id, request);
        }
        if (const auto problem = difference(there->item, request)) throw *problem;
        std::string remark = name_remark(there->item, request);
        return {.changed = false, .item = std::move(there->item), .remark = std::move(remark)};
    }
    StoredPerson asked{wanted(work, request, registers_in_use), audit::new_key()};
    insert_person(db, asked);
    const std::string after = image(asked);
    audit::record(work.tx, {.chain = audit::system_chain,
                            .subject = "person",
                            .verb = "add",
                            .subject_id = asked.item.id.value(),
                            .before = {},
                            .after = after,
                            .reason = {}});
    std::string remark = name_remark(asked.item, request);
    if (const auto warning = request.number.warning()) {
        remark += (remark.empty() ? "" : "; ") + *warning;
    }
    return {.changed = true, .item = std::move(asked.item), .remark = std::move(remark)};
}

namespace {

Written<Person> apply_add(bulk::Work& work, const NewPerson& request, bool registers_in_use) {
    access::require(work.tx, access::Operation::add_person);
    return add_or_find(work, request, registers_in_use);
}

// Back to the old values; an address cannot be emptied, and a name that was typed stays so.
void undo_update(bulk::Trace& trace, const Person& old, const Person& person) {
    bulk::FileRow row{"person update", {{"person", old.id.text()}}};
    const auto back = [&](const char* column, std::string was, const std::string& is) {
        if (was == is) return;
        if (was.empty()) {
            bulk::say_lasting(trace, say("{} was empty, and is not emptied again", column));
        } else {
            row.columns.emplace_back(column, std::move(was));
        }
    };
    const auto text = [](const auto& value) { return value ? value->text() : std::string(); };
    back("first_name", old.first_name, person.first_name);
    back("last_name", old.last_name, person.last_name);
    back("email", text(old.email), text(person.email));
    back("phone", text(old.phone), text(person.phone));
    back("language", std::string(name_of(old.language)), std::string(name_of(person.language)));
    if (old.verified != person.verified) {
        bulk::say_lasting(trace, "the names are no longer those of a register");
    }
    if (row.columns.size() > 1) trace.undo.push_back(std::move(row));
}

Written<Person> apply_update(bulk::Work& work, const PersonChange& request) {
    store::Db& db = work.tx.db();
    if (const auto problem = empty_change(request)) throw *problem;
    const StoredPerson there = get_person(work.tx, request.person);
    access::require(work.tx, access::Operation::update_person, {.person = there.item.id.value()});
    const StoredPerson after{changed(there.item, request), there.audit_key};
    if (const auto problem = renamed(there.item, after.item)) throw *problem;
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
    if (work.trace != nullptr) undo_update(*work.trace, there.item, after.item);
    const std::string id = after.item.id.text();
    work.notices.add(after.item.id.value(), after.item.email ? after.item.email->text() : "", id);
    return {.changed = true, .item = after.item, .remark = {}};
}

}  // namespace

}  // namespace persons

Written<Person> Persons::add(const NewPerson& request) {
    registers::Questions questions(env_);
    questions.add(request.number);
    questions.finish();
    return bulk::run_one(env_, "person.add", [&](bulk::Work& work) {
        return persons::apply_add(work, request, questions.in_use());
    });
}

bulk::Summary Persons::add_rows(const bulk::Source<NewPerson>& rows, const bulk::Options& options,
                                const bulk::Sink& sink) {
    const bool in_use = registers::ask_all(env_, rows, options);
    return bulk::run_rows(env_, "person.add", rows, options, sink,
                          [in_use](bulk::Work& work, const NewPerson& request) {
                              const auto written = persons::apply_add(work, request, in_use);
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
    const auto sight = access::sight_of(env_);
    std::optional<persons::WorksFor> works_for;
    if (filter.org) {
        const auto asked = persons::asked_moment(env_.clock, filter.at);
        works_for =
            persons::WorksFor{organisations::get_id(env_, *filter.org), asked.day, asked.moment};
    }
    return persons::list_persons(env_.store.db(), filter, works_for, sight, each);
}

std::vector<Person> Persons::beginning_with(std::string_view begun, std::uint64_t limit,
                                            std::optional<EnterpriseNumber> org) {
    const std::string folded = text::folded(text::trimmed(begun));
    store::Db& db = env_.store.db();
    const auto most = static_cast<std::int64_t>(limit);
    const auto sight = access::sight_of(env_);
    if (const auto id = persons::digits_of_id(folded)) {
        auto found = persons::persons_with_id(db, *id, sight.all ? most : 1);
        std::erase_if(found, [&](const Person& person) {
            return !access::sees_person(env_, person.id.value());
        });
        return found;
    }
    // The indexes know names and numbers alone: who sees only some goes through the list.
    if (!org && sight.all) {
        const auto digits = persons::digits_of_number(folded);
        return digits ? persons::persons_numbered(db, *digits, most)
                      : persons::persons_beginning(db, folded, most);
    }
    std::vector<Person> found;
    PersonFilter filter;
    filter.text = folded;
    filter.org = org;
    filter.page.limit = limit;
    filter.page.counted = false;
    list(filter, [&](const Person& person) {
        found.push_back(person);
        return true;
    });
    return found;
}

Person Persons::get(const PersonRef& person) {
    const std::int64_t id = persons::get_id(env_, person);
    access::require_reading(env_, {.person = id});
    return persons::get_person(env_.store.db(), PersonId::from_stored(id)).item;
}

void Persons::record_reveal(const std::string& what) {
    store::write(env_, [&](store::Tx& tx) {
        access::require(tx, access::Operation::reveal_number);
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
