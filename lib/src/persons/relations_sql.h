// SPDX-License-Identifier: Apache-2.0
// Statements of working relations, and those that end the grants under one.
#pragma once

#include "access/require.h"
#include "persons/relation_rules.h"

#include <dcadmin/persons.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::persons {

[[nodiscard]] std::optional<CategoryRule> find_category_rule(store::Db& db, Audience audience,
                                                             Category category, Date on);
/// The categories that a target group knows on a day.
[[nodiscard]] std::vector<std::string> categories_of(store::Db& db, Audience audience, Date on);

/// All of one person with one organisation, ended ones too, oldest first.
[[nodiscard]] std::vector<RelationRow> find_relations(store::Db& db, std::int64_t person_id,
                                                      std::int64_t organisation_id);
[[nodiscard]] std::int64_t insert_relation(store::Db& db, const RelationRow& row,
                                           std::int64_t operation);
void set_until(store::Db& db, std::int64_t relation_id, Date until);
void set_contact(store::Db& db, const RelationRow& row);
void set_ended(store::Db& db, std::int64_t relation_id, std::string_view at);

/// A grant and what may change of it.
struct LastingGrant {
    std::int64_t id;
    Date valid_from;
    std::string valid_until;
    std::string revoked_at;
};
/// Those not revoked at `now` that last to `day` or longer.
[[nodiscard]] std::vector<LastingGrant> grants_lasting(store::Db& db, std::int64_t relation_id,
                                                       Date day, std::string_view now);
/// How a request names a grant, and how long its right may last.
struct GrantNames {
    std::string right;
    std::string context;  // empty: none
    Term max_term;
};
[[nodiscard]] GrantNames names_of_grant(store::Db& db, std::int64_t grant_id);
void cut_grant(store::Db& db, std::int64_t grant_id, Date until);
void revoke_grant(store::Db& db, std::int64_t grant_id, std::string_view at);

/// The filter with what it names found, and the moment that states are about.
struct RelationQuery {
    const RelationFilter& filter;
    std::optional<std::int64_t> person_id;
    std::optional<std::int64_t> organisation_id;
    Date day;
    Timestamp moment;
    access::Sight sight;
};
std::uint64_t list_relations(store::Db& db, const RelationQuery& query, const Each<Relation>& each);
[[nodiscard]] std::optional<Relation> find_relation(store::Db& db, RelationId id, Date day,
                                                    Timestamp moment);

}  // namespace dcadmin::persons
