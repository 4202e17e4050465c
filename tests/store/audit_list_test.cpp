// SPDX-License-Identifier: Apache-2.0
// Reading the log: what an entry shows, and every filter.
#include <dcadmin/audit.h>

#include "sample.h"
#include "scratch.h"

#include <doctest/doctest.h>

using namespace dcadmin;
using dcadmin::testing::kind_of;

namespace {

const auto company = EnterpriseNumber::from_stored(777'999'980);
const auto daughter = EnterpriseNumber::from_stored(566'988'259);

struct Filled {
    FixedClock clock{dcadmin::testing::test_moment()};
    Store store = Store::in_memory(clock);
    Env env{store, clock, {"tester", {}}, "audit list"};
    Filled() { dcadmin::testing::fill_sample(store); }

    std::vector<AuditEntry> list(const AuditFilter& filter, std::uint64_t* count = nullptr) {
        std::vector<AuditEntry> entries;
        const auto all = Audit(env).list(filter, [&](const AuditEntry& entry) {
            entries.push_back(entry);
            return true;
        });
        if (count != nullptr) *count = all;
        return entries;
    }
};

AuditFilter of_subject(std::string subject) {
    AuditFilter filter;
    filter.subject = std::move(subject);
    return filter;
}

std::string actions(const std::vector<AuditEntry>& entries) {
    std::string all;
    for (const AuditEntry& entry : entries) all += (all.empty() ? "" : " ") + entry.action;
    return all;
}

}  // namespace

TEST_CASE("the whole log comes in its order, with everything named") {
    Filled filled;
    std::uint64_t count = 0;
    const auto entries = filled.list({}, &count);
    CHECK(count == entries.size());
    REQUIRE(entries.size() > 60);
    CHECK(entries[0].action == "organisation.add");
    CHECK(entries[0].subject == "0777999980");
    CHECK_FALSE(entries[0].org);
    CHECK(entries[0].position == 1);
    CHECK(entries[0].at == Timestamp::parse("2026-11-23T12:31:39Z"));
    CHECK(entries[0].actor == "root");
    CHECK(entries[0].command == "store init");
    CHECK(entries[0].after == "number=777999980; name=Mijn Bedrijf; parent=0; language=nl");
    CHECK(entries[0].before.empty());
    CHECK(entries[0].hash.size() == 43);
    CHECK(entries[1].subject == "980000611888");
    CHECK(entries[1].org == company);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        CHECK(entries[i].sequence == static_cast<std::int64_t>(i) + 1);
        CHECK(entries[i].after.find('\n') == std::string::npos);
    }
    CHECK(entries.back().actor == "jan (claims to be p-1)");
}

TEST_CASE("what was granted is shown although the log does not store it") {
    Filled filled;
    const auto entries = filled.list(of_subject("g-3"));
    CHECK(actions(entries) == "grant.add grant.extend");
    REQUIRE(entries.size() == 2);
    CHECK(entries[0].org == company);
    CHECK(entries[0].after ==
          "relation=2; right=7; context=0; from=2026-06-01; until=2027-05-31; reason=nodig");
    CHECK(entries[1].before == "until=2027-05-31; revoked_at=");
    CHECK(entries[1].after == "until=2028-05-31; revoked_at=");
    CHECK(entries[1].reason == "langer");
}

TEST_CASE("no national number stands in the log") {
    Filled filled;
    for (const AuditEntry& entry : filled.list({})) {
        for (const char* number : {"90073100237", "92110400145", "82010800331", "93051822361"}) {
            CHECK(entry.before.find(number) == std::string::npos);
            CHECK(entry.after.find(number) == std::string::npos);
            CHECK(entry.subject != number);
        }
        CHECK(entry.after.find("example.be") == std::string::npos);
    }
}

TEST_CASE("a subject is named by public id, number or code") {
    Filled filled;
    CHECK(actions(filled.list(of_subject("p-3"))) == "person.add person.update");
    CHECK(actions(filled.list(of_subject("P-3"))) == "person.add person.update");
    CHECK(actions(filled.list(of_subject("r-1"))) == "relation.add");
    CHECK(actions(filled.list(of_subject("0777.999.980"))) == "organisation.add");
    CHECK(actions(filled.list(of_subject("980000611888"))) == "site.add");
    CHECK(actions(filled.list(of_subject("2.147.812.701"))) == "site.add");
    CHECK(actions(filled.list(of_subject("DAH-gebruiker"))) == "right.add right.update");
    CHECK(filled.list(of_subject("g-4000")).empty());
    CHECK(filled.list(of_subject("no-such-right")).empty());
    CHECK(kind_of([&] { filled.list(of_subject("0777999981")); }) == Kind::usage);
    CHECK(kind_of([&] { filled.list(of_subject("a b")); }) == Kind::usage);
}

TEST_CASE("an action is a record and a verb, or the record alone") {
    Filled filled;
    AuditFilter filter;
    filter.action = "grant.revoke";
    CHECK(filled.list(filter).size() == 2);
    filter.action = "person";
    CHECK(filled.list(filter).size() == 8);
    filter.action = "role";
    const auto roles = filled.list(filter);
    REQUIRE(roles.size() == 2);
    CHECK(roles[0].subject == "invoerder");
    filter.action = "person.reveal";
    const auto shown = filled.list(filter);
    REQUIRE(shown.size() == 1);
    CHECK(shown[0].subject.empty());
    CHECK(shown[0].reason == "person list --reveal");
    filter.subject = "g-1";
    CHECK(filled.list(filter).empty());
}

TEST_CASE("a chain is an organisation's or the system's") {
    Filled filled;
    AuditFilter filter;
    filter.org = daughter;
    const auto entries = filled.list(filter);
    REQUIRE_FALSE(entries.empty());
    for (std::size_t i = 0; i < entries.size(); ++i) {
        CHECK(entries[i].org == daughter);
        CHECK(entries[i].position == static_cast<std::int64_t>(i) + 1);
    }
    filter.system = true;
    CHECK(filled.list(filter).empty());
    filter.org.reset();
    for (const AuditEntry& entry : filled.list(filter)) CHECK_FALSE(entry.org);
    filter.system = false;
    filter.org = EnterpriseNumber::from_stored(403'019'261);
    CHECK(filled.list(filter).empty());
}

TEST_CASE("days are days in Brussels, both included") {
    Filled filled;
    AuditFilter filter;
    const auto all = filled.list(filter).size();
    filter.from = Date::parse("2026-11-23");
    filter.until = Date::parse("2026-11-23");
    CHECK(filled.list(filter).size() == all);
    filter.from = Date::parse("2026-11-24");
    filter.until.reset();
    CHECK(filled.list(filter).empty());
    filter.from.reset();
    filter.until = Date::parse("2026-11-22");
    CHECK(filled.list(filter).empty());
}

TEST_CASE("a page is a part of the list, and the count is of the whole") {
    Filled filled;
    AuditFilter filter;
    const auto all = filled.list(filter);
    filter.page.limit = 3;
    filter.page.offset = 2;
    std::uint64_t count = 0;
    auto entries = filled.list(filter, &count);
    CHECK(count == all.size());
    REQUIRE(entries.size() == 3);
    CHECK(entries[0].sequence == 3);
    filter.page.reverse = true;
    entries = filled.list(filter);
    CHECK(entries[0].sequence == all.back().sequence - 2);
    filter.page.sort = "colour";
    CHECK(kind_of([&] { filled.list(filter); }) == Kind::usage);
    int seen = 0;
    const auto counted = Audit(filled.env).list({}, [&](const AuditEntry&) { return ++seen < 4; });
    CHECK(seen == 4);
    CHECK(counted == all.size());
}

TEST_CASE("the heads of all chains come in order") {
    Filled filled;
    const auto heads = Audit(filled.env).checkpoint();
    REQUIRE(heads.size() == 4);
    CHECK_FALSE(heads[0].org);
    CHECK(heads[2].org == daughter);
    CHECK(heads[3].org == company);
    std::int64_t entries = 0;
    for (const ChainHead& head : heads) {
        CHECK(head.head.size() == 43);
        entries += head.length;
    }
    CHECK(entries == static_cast<std::int64_t>(filled.list({}).size()));
}
