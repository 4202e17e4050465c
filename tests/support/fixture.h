// SPDX-License-Identifier: Apache-2.0
// The ground that a test of operations stands on: a store in memory, or in a database of a real
// PostgreSQL when the program runs for that, a clock that stands still on
// 23 November 2026 at 11:00 in Brussels, and builders that make what a test is not about in one
// line. Numbers are made from a counter, with right check digits.
#pragma once

#include "support/postgres.h"

#include <dcadmin/organisations.h>
#include <dcadmin/persons.h>
#include <dcadmin/rights.h>
#include <dcadmin/store.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::test {

[[nodiscard]] inline Date day(std::string_view text) {
    return Date::parse(text);
}

/// The n-th sample enterprise, establishment or person born on 1 January 1980.
[[nodiscard]] EnterpriseNumber org_number(std::uint64_t n);
[[nodiscard]] SiteNumber site_number(std::uint64_t n);
[[nodiscard]] NationalNumber person_number(std::uint64_t n);
/// A national number with these first nine digits (YYMMDDSSS) and the check digits of its century.
[[nodiscard]] NationalNumber person_born(std::uint64_t front, bool in_2000s = false);

class Fixture {
   public:
    FixedClock clock{Timestamp::parse("2026-11-23T10:00:00Z")};
    StorePlace place;
    Store store = place.new_store(clock);
    Env env{store, clock, {"tester", {}}, "test"};
    Organisations organisations{env};
    Persons persons{env};
    Rights rights{env};

    [[nodiscard]] Date today() const { return clock.today(); }

    EnterpriseNumber add_org(std::uint64_t n, std::string name = "Poetshulp",
                             std::optional<EnterpriseNumber> parent = {});
    SiteNumber add_site(EnterpriseNumber org, std::uint64_t n, std::string name = "Aalst");
    Person add_person(std::uint64_t n, std::string first = "Lucas", std::string last = "Maes");
    /// From 2026-01-01 until 2030-12-31 as vaste medewerker of EA, unless said otherwise.
    Relation add_relation(const PersonRef& person, EnterpriseNumber org,
                          std::string_view from = "2026-01-01",
                          std::string_view until = "2030-12-31",
                          std::optional<Audience> audience = {});

    /// For EA and LB, without contexts, at most 4 years, unless changed by the caller.
    RightCode add_right(std::string_view code = "dienstencheques");
    GrantId add_grant(const PersonRef& person, EnterpriseNumber org, std::string_view right,
                      std::string_view from, std::string_view until);

    /// Changes the store behind the library's back.
    void run(std::string_view sql);
    /// The first column of a query, as text.
    [[nodiscard]] std::vector<std::string> column(std::string_view sql);
    /// Every entry of the log in order: "relation add 1 why".
    [[nodiscard]] std::vector<std::string> entries();
    /// The last entry of the log.
    [[nodiscard]] std::string last_entry();
    /// Every notice in order: "relation.add p-1 lucas@example.be r-1@2030-12-31".
    [[nodiscard]] std::vector<std::string> notices();
    /// Rows of all tables together, to see that something left no trace.
    [[nodiscard]] std::string trace();
    /// What the store's own invariants say against it.
    [[nodiscard]] std::vector<std::string> problems();
};

/// A request for a relation with all that the rules ask for.
[[nodiscard]] NewRelation new_relation(const PersonRef& person, EnterpriseNumber org);
[[nodiscard]] NewPerson new_person(std::uint64_t n, std::string first = "Lucas",
                                   std::string last = "Maes");

/// What an action was refused with, kind and field: "conflict name"; "accepted" when it was not.
template <class Action>
[[nodiscard]] std::string refused(Action action) {
    try {
        action();
    } catch (const Error& error) {
        return std::string(name_of(error.kind())) + " " + error.field();
    }
    return "accepted";
}

/// Message and hint of a refusal: "it would end …; give a later …".
template <class Action>
[[nodiscard]] std::string said(Action action) {
    try {
        action();
    } catch (const Error& error) {
        return error.message() + "; " + error.hint();
    }
    return "accepted";
}

}  // namespace dcadmin::test
