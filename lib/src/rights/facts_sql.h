// SPDX-License-Identifier: Apache-2.0
// What judging a grant needs to know from the store: the person with his working relations and live
// grants, the rights, the context values.
#pragma once

#include "rights/rules.h"
#include "store/db.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dcadmin::rights {

struct PersonFacts {
    std::int64_t number;
    std::int64_t id;
    std::string email;
    std::vector<RelationFacts> relations;  // by id
    std::vector<HeldGrant> held;           // live ones of all his relations, by begin
};

struct SiteFacts {
    std::int64_t number;
    std::int64_t organisation_id;
    std::int64_t context_id;
    auto operator<=>(const SiteFacts&) const = default;
};

/// What a number of requests needs to know.
struct Facts {
    std::vector<PersonFacts> persons;  // by number; those that are not there are left out
    std::vector<SiteFacts> sites;      // by number, then organisation

    /// Null when unknown.
    [[nodiscard]] PersonFacts* person(NationalNumber number);
    [[nodiscard]] std::optional<std::int64_t> site(std::int64_t organisation_id,
                                                   SiteNumber number) const;
};

/// Of whom and of what facts are wanted; a number may come several times.
struct WantedFacts {
    std::vector<std::int64_t> persons;
    std::vector<std::int64_t> sites;

    void add(NationalNumber person, std::span<const ContextValue> contexts);
};

/// Organisations and sites that were read before: they are few, and requests name them again and
/// again. Forgets all when it becomes large.
struct KnownPlaces {
    std::unordered_map<std::int64_t, EnterpriseNumber> organisations;          // by id
    std::unordered_map<std::int64_t, std::vector<SiteFacts>> sites_by_number;  // none: unknown
    void keep_small();
};

/// Reads what is wanted, many numbers with one statement; grants only when asked.
[[nodiscard]] Facts read_facts(store::Db& db, WantedFacts wanted, KnownPlaces& known,
                               std::string_view now, bool with_grants);
/// The person with that national or BIS number, without grants; none when unknown.
[[nodiscard]] std::optional<PersonFacts> find_person_facts(store::Db& db, NationalNumber number,
                                                           std::string_view now);
[[nodiscard]] std::optional<std::int64_t> number_of_person(store::Db& db, std::int64_t person_id);
[[nodiscard]] std::optional<std::int64_t> person_of_number(store::Db& db, std::int64_t number);
[[nodiscard]] std::optional<std::int64_t> find_organisation_id(store::Db& db,
                                                               EnterpriseNumber number);
/// Of the right of that code; the usual one when there is no such right.
[[nodiscard]] std::string domain_of(store::Db& db, std::string_view right);
[[nodiscard]] bool organisation_exists(store::Db& db, EnterpriseNumber number);

[[nodiscard]] std::vector<RightFacts> all_right_facts(store::Db& db);
[[nodiscard]] std::optional<RightFacts> find_right_facts(store::Db& db, std::string_view code);

[[nodiscard]] std::optional<std::int64_t> find_site_value(store::Db& db,
                                                          std::int64_t organisation_id,
                                                          SiteNumber site);
/// The number or code of a context value; empty for "none".
[[nodiscard]] std::string context_code(store::Db& db, std::int64_t context_id);
/// The sites of an organisation, to suggest one; at most `limit`.
[[nodiscard]] std::vector<std::string> some_sites(store::Db& db, std::int64_t organisation_id,
                                                  std::int64_t limit);
[[nodiscard]] bool any_grants(store::Db& db);

}  // namespace dcadmin::rights
