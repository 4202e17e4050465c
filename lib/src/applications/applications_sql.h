// SPDX-License-Identifier: Apache-2.0
// Statements about applications and signing keys, and what an assertion tells of person and
// organisation.
#pragma once

#include "store/tx.h"

#include <dcadmin/applications.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::applications {

struct StoredApplication {
    std::int64_t id = 0;
    std::int64_t right_id = 0;
    int right_level = 0;  // that the right asks for
    Application item;
};
[[nodiscard]] std::optional<StoredApplication> find_application(store::Db& db,
                                                                std::string_view code);
/// The code of the application that has this client.
[[nodiscard]] std::optional<std::string> client_owner(store::Db& db, std::string_view client);
[[nodiscard]] std::int64_t right_id(store::Db& db, std::string_view code);
[[nodiscard]] std::int64_t insert_application(store::Tx& tx, const Application& made,
                                              std::int64_t right);
std::uint64_t list_applications(store::Db& db, const ApplicationFilter& filter,
                                const Each<Application>& each);

struct StoredKey {
    std::int64_t id = 0;
    std::string kid;
    std::string algorithm;
    std::string jwk;
    std::string retired_at;
};
[[nodiscard]] std::vector<StoredKey> read_signing_keys(store::Db& db);
[[nodiscard]] std::int64_t insert_signing_key(store::Tx& tx, const StoredKey& key);
void retire_signing_key(store::Db& db, std::int64_t id, std::string_view now);

/// Kinds of keys of at least that level that may be used on the day, by level.
[[nodiscard]] std::vector<std::string> kinds_of_level(store::Db& db, std::int64_t level,
                                                      std::string_view day);

struct PersonFacts {
    std::int64_t number = 0;
    std::string first_name;
    std::string last_name;
    std::string key;  // his own, for what must be secret about him
};
[[nodiscard]] PersonFacts read_person(store::Db& db, std::int64_t id);

struct OrganisationFacts {
    std::int64_t number = 0;
    std::string name;
};
[[nodiscard]] OrganisationFacts read_organisation(store::Db& db, std::int64_t id);

/// Of the working relation that carries the right there now.
struct RelationFacts {
    std::string audience;
    std::string audience_name;
    std::string email;
};
[[nodiscard]] RelationFacts read_relation(store::Db& db, std::int64_t person,
                                          std::int64_t organisation, std::int64_t right,
                                          Timestamp now);

}  // namespace dcadmin::applications
