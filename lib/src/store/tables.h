// SPDX-License-Identifier: Apache-2.0
// The tables of a store with their columns, in an order in which each refers only to tables before
// it. What copies a whole store reads it; a test compares it with the schema.
#pragma once

#include <span>
#include <string_view>

namespace dcadmin::store {

struct Table {
    std::string_view name;
    std::string_view columns;  // separated by blanks; '#' marks an integer: "id# name"
    std::string_view order;    // ORDER BY
};

/// All but schema_migration, which every database writes for itself.
[[nodiscard]] std::span<const Table> tables();

}  // namespace dcadmin::store
