// SPDX-License-Identifier: Apache-2.0
// Making a working relation within a transaction that is running already: for this context, and for
// those above it that come to one by another way, such as a request that was accepted.
#pragma once

#include "bulk/run.h"
#include "persons/relation_rules.h"

#include <dcadmin/persons.h>

#include <optional>

namespace dcadmin::persons {

/// As Persons::add_relation.
[[nodiscard]] Written<Relation> apply_add(bulk::Work& work, const NewRelation& request);
/// The relation that would answer the request `unchanged`; none when one would be made. Writes
/// nothing; throws what would refuse it.
[[nodiscard]] std::optional<RelationId> find_there(store::Tx& tx, const NewRelation& request);
/// What a target group asks of a category; rule when it does not know it.
[[nodiscard]] CategoryRule get_category_rule(store::Db& db, Audience audience, Category category,
                                             Date on);

}  // namespace dcadmin::persons
