// SPDX-License-Identifier: Apache-2.0
// What every operation on working relations needs: the person and organisation that it is between,
// its image for the log, and how it is told to the person and shown to the caller.
#pragma once

#include "organisations/find.h"
#include "persons/persons_sql.h"
#include "persons/relation_rules.h"
#include "store/tx.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::persons {

struct RelationParts {
    StoredPerson person;
    organisations::Found org;
    EnterpriseNumber number;
};

/// All between the two, ended ones too; of one target group where it is said.
[[nodiscard]] std::vector<RelationRow> relations_of(store::Db& db, const RelationParts& parts,
                                                    std::optional<Audience> audience);
[[nodiscard]] std::string image_of(const RelationRow& row, std::string_view person_key);
/// The relation's own address, else the person's; empty when neither is known.
[[nodiscard]] std::string_view address_of(const RelationRow& row, const Person& person);
/// "r-5@2030-10-02"
[[nodiscard]] std::string item_of(std::int64_t relation_id, Date day);
[[nodiscard]] Relation shown(const RelationRow& row, const RelationParts& parts,
                             const store::Tx& tx);
/// Absent when nothing was given.
[[nodiscard]] std::optional<std::string_view> optional_reason(const std::string& reason);

}  // namespace dcadmin::persons
