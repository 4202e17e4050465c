// SPDX-License-Identifier: Apache-2.0
// What persons are told: every kind of notice in plain sentences, and the list of notices.
#include <dcadmin/outbox.h>
#include <dcadmin/persons.h>

#include "outbox/collector.h"
#include "outbox/texts.h"
#include "sample.h"
#include "scratch.h"
#include "store/tx.h"

#include <doctest/doctest.h>

#include <set>

using namespace dcadmin;
using dcadmin::testing::kind_of;

namespace {

struct Filled {
    FixedClock clock{dcadmin::testing::test_moment()};
    Store store = Store::in_memory(clock);
    Env env{store, clock, {"tester", {}}, "test"};
    Filled() {
        dcadmin::testing::fill_sample(store);
        store.db().script("UPDATE person SET language = 'en' WHERE language <> ''");
    }

    std::vector<Notice> list(const NoticeFilter& filter, std::uint64_t* count = nullptr) {
        std::vector<Notice> notices;
        const auto all = Notices(env).list(filter, [&](const Notice& notice) {
            notices.push_back(notice);
            return true;
        });
        if (count != nullptr) *count = all;
        return notices;
    }
    Notice last(const std::string& kind) {
        NoticeFilter filter;
        filter.kind = kind;
        const auto notices = list(filter);
        REQUIRE_FALSE(notices.empty());
        return Notices(env).get(notices.back().id);
    }
    // A notice of the test's own, for the first person.
    Notice told(std::string_view kind, std::string_view items) {
        store.db().begin_write();
        store::Tx tx(store.db(), env);
        outbox::enqueue(tx, 1, "a@example.be", kind, items, 0);
        store.db().commit();
        return last(std::string(kind));
    }
};

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("every change put a notice in the outbox, and each has a text without a number") {
    Filled filled;
    std::set<std::string> kinds;
    for (const Notice& listed : filled.list({})) {
        kinds.insert(listed.kind);
        CHECK(listed.body.empty());
        const bool erased = listed.name == "(erased)";
        CHECK(listed.state == (erased ? "failed" : "waiting"));
        CHECK_FALSE(listed.name.empty());
        CHECK(has(listed.address, "@example.be") == !erased);
        const Notice notice = Notices(filled.env).get(listed.id);
        CHECK(notice.subject == listed.subject);
        CHECK(notice.body.starts_with("Dear " + listed.name + ",\n"));
        for (const char* number : {"90073100237", "92110400145", "82010800331", "93051822361"}) {
            CHECK_FALSE(has(notice.body, number));
        }
    }
    CHECK(kinds == std::set<std::string>{"chief.approve", "chief.designate", "chief.request",
                                         "cochief.add", "grant.add", "grant.extend", "grant.revoke",
                                         "manager.add", "person.update", "relation.add",
                                         "relation.end", "relation.extend", "review.start", "staff.add"});
}

TEST_CASE("a grant is told with right, organisation, site and period") {
    Filled filled;
    NoticeFilter filter;
    filter.kind = "grant.add";
    const auto notices = filled.list(filter);
    REQUIRE_FALSE(notices.empty());
    const Notice first = Notices(filled.env).get(notices[0].id);
    CHECK(first.name == "Lucas Maes");
    CHECK(first.address == "lucas.maes@example.be");
    CHECK(first.subject == "You were granted a user right");
    CHECK(first.body ==
          "Dear Lucas Maes,\n\nYou were granted this user right:\n\n"
          "- Dienstencheques voor Erkende Ondernemingen, in the name of Mijn Bedrijf "
          "(0777.999.980), site Een vestiging (980000123456), from 02/10/2020 to 02/10/2024\n\n"
          "This was done on 23/11/2026 13:31. If you did not expect it, ask the access "
          "administrator of your organisation.\n");
}

TEST_CASE("ends are told as they were when the notice was written") {
    Filled filled;
    const Notice extended = filled.last("grant.extend");
    CHECK(has(extended.body, "now until 31/05/2028"));
    const Notice revoked = filled.last("grant.revoke");
    CHECK(has(revoked.body, "Asbestinventaris Gebruiker"));
    CHECK(has(revoked.body, "last day 31/12/2026"));
    const Notice told = filled.told("grant.extend", "g-3@2027-09-30");
    CHECK(has(told.body, "now until 30/09/2027"));
}

TEST_CASE("the end of a working relation names the rights that end with it") {
    Filled filled;
    NoticeFilter filter;
    filter.kind = "relation.end";
    const auto notices = filled.list(filter);
    REQUIRE(notices.size() == 2);
    const Notice notice = Notices(filled.env).get(notices[0].id);
    CHECK(notice.name == "Frank Vandevelde");
    CHECK(notice.subject == "A working relation of yours ends");
    CHECK(has(notice.body, "Mijn Bedrijf (0777.999.980), last day 31/12/2026"));
    CHECK(has(notice.body, "With it end these user rights:"));
    CHECK(has(notice.body, "site Antwerpen (980000159357), last day 31/12/2026"));
    CHECK(has(notice.body, "Digipolis Gent POC Gebruiker"));
}

TEST_CASE("a notice without items tells of all that its operation granted to the person") {
    Filled filled;
    store::Db& db = filled.store.db();
    db.script("UPDATE notice SET items = '' WHERE kind = 'grant.add'");
    const Notice notice = Notices(filled.env).get(filled.last("grant.add").id);
    CHECK(has(notice.subject, "You were granted"));
    CHECK(has(notice.body, "from 01/06/2026 to 31/05/2027"));
}

TEST_CASE("hundreds of items are told, thousands are counted") {
    Filled filled;
    std::string items;
    for (int i = 0; i < 1'200; ++i) items += "g-1@2030-10-02 ";
    items.pop_back();
    const Notice notice = filled.told("grant.add", items);
    CHECK(notice.subject == "You were granted 1200 user rights");
    CHECK(has(notice.body, "- and 200 more\n"));
}

TEST_CASE("what cannot be found any more leaves the rest readable") {
    Filled filled;
    const Notice notice = filled.told("grant.add", "g-4000@2030-10-02 nonsense g-1@2030-10-02");
    CHECK(has(notice.body, "to 02/10/2030"));
    CHECK(has(filled.told("another.kind", "r-1").body, "Something was changed"));
}

TEST_CASE("notices are filtered by person, state and kind, and paged") {
    Filled filled;
    std::uint64_t all = 0;
    filled.list({}, &all);
    NoticeFilter filter;
    filter.person = PersonRef(PersonId::from_stored(3));
    for (const Notice& notice : filled.list(filter)) CHECK(notice.name == "Frank Vandevelde");
    filter.person = PersonRef(NationalNumber::from_stored(82'010'800'331));
    CHECK(filled.list(filter).size() > 2);
    filter.person = PersonRef(PersonId::from_stored(999));
    CHECK(kind_of([&] { filled.list(filter); }) == Kind::not_found);
    filter = {};
    filter.state = "sent";
    CHECK(filled.list(filter).empty());
    filter.state = "lost";
    CHECK(kind_of([&] { filled.list(filter); }) == Kind::usage);
    filter = {};
    filter.page.limit = 2;
    filter.page.reverse = true;
    std::uint64_t count = 0;
    const auto page = filled.list(filter, &count);
    CHECK(count == all);
    REQUIRE(page.size() == 2);
    CHECK(page[0].id.value() > page[1].id.value());
    filter.page.sort = "colour";
    CHECK(kind_of([&] { filled.list(filter); }) == Kind::usage);
    CHECK(kind_of([&] {
              static_cast<void>(Notices(filled.env).get(NoticeId::from_stored(999)));
          }) == Kind::not_found);
}

TEST_CASE("the items of one operation for one person gather in one notice until it is sent") {
    Filled filled;
    store::Db& db = filled.store.db();
    db.begin_write();
    store::Tx tx(db, filled.env);
    outbox::enqueue(tx, 1, "a@example.be", "grant.add", "g-1@2030-10-02", 0);
    outbox::enqueue(tx, 1, "a@example.be", "grant.add", "g-2@2030-10-02", 0);
    db.statement("UPDATE notice SET state = 'claimed' WHERE operation_id = $1")
        .run({tx.operation()});
    outbox::enqueue(tx, 1, "a@example.be", "grant.add", "g-3@2030-10-02", 0);
    db.commit();
    NoticeFilter filter;
    filter.page.reverse = true;
    filter.page.limit = 2;
    const auto notices = filled.list(filter);
    CHECK(notices[0].subject == "You were granted a user right");
    CHECK(notices[1].subject == "You were granted 2 user rights");
    CHECK(notices[1].state == "claimed");
}
