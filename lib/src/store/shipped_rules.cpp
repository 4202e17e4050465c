// SPDX-License-Identifier: Apache-2.0
#include "store/shipped_rules.h"

#include "store/schema.h"
#include "store/sqlite_db.h"

#include <dcadmin/base/clock.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace dcadmin::store {

namespace {

// Where users add rows of their own, those that came with the program have no operation.
constexpr auto rules = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"audience", "SELECT code || ', ' || name_nl FROM audience"},
    {"category_rule", R"(
        SELECT audience || ', ' || category || ', ' || max_term || ', ' || email_required || ', '
            || phone_required || ', ' || valid_from || ', ' || valid_until || ', ' || source
        FROM category_rule)"},
    {"domain", R"(
        SELECT id || ', ' || code || ', ' || name_nl || ', ' || name_fr || ', ' || name_en || ', '
            || valid_from || ', ' || valid_until || ', ' || source
        FROM domain WHERE operation_id IS NULL)"},
    {"key_kind", R"(
        SELECT code || ', ' || name_nl || ', ' || level || ', ' || assurance || ', ' || activation
            || ', ' || valid_from || ', ' || valid_until || ', ' || new_until || ', '
            || unused_term || ', ' || source
        FROM key_kind)"},
    {"holiday", R"(
        SELECT code || ', ' || rule || ', ' || name_nl || ', ' || name_fr || ', ' || name_de
            || ', ' || name_en || ', ' || valid_from || ', ' || valid_until || ', ' || source
        FROM holiday)"},
    {"zone_term", R"(
        SELECT id || ', ' || kind || ', ' || region || ', ' || entered_by || ', ' || channel
            || ', ' || length || ', ' || unit || ', ' || valid_from || ', ' || valid_until || ', '
            || source
        FROM zone_term WHERE operation_id IS NULL)"},
    {"tariff", R"(
        SELECT id || ', ' || kind || ', ' || region || ', ' || basis || ', ' || amount || ', '
            || valid_from || ', ' || valid_until || ', ' || hand_in_until || ', ' || source
        FROM tariff WHERE operation_id IS NULL)"},
    {"zone_rule", R"(
        SELECT code || ', ' || region || ', ' || valid_from || ', ' || valid_until || ', '
            || source
        FROM zone_rule)"},
});
using Shipped = std::array<std::vector<std::string>, rules.size()>;

std::vector<std::string> rows_of(Db& db, std::string_view sql) {
    std::vector<std::string> rows;
    const auto query = db.prepare(sql);
    query->bind({});
    while (query->step()) rows.push_back(query->string(0));
    std::ranges::sort(rows);
    return rows;
}

Shipped read_shipped() {
    const auto fresh = open_sqlite(":memory:", Opening::create);
    apply_migrations(*fresh, FixedClock(Timestamp::from_seconds(0)));
    Shipped shipped;
    for (std::size_t i = 0; i < rules.size(); ++i) shipped[i] = rows_of(*fresh, rules[i].second);
    return shipped;
}

}  // namespace

std::vector<ChangedRule> changed_rules(Db& db) {
    static const Shipped shipped = read_shipped();
    std::vector<ChangedRule> changed;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        const auto& [table, sql] = rules[i];
        const auto there = rows_of(db, sql);
        std::vector<std::string> different;
        std::ranges::set_difference(there, shipped[i], std::back_inserter(different));
        for (std::string& row : different) changed.push_back({table, std::move(row), false});
        different.clear();
        std::ranges::set_difference(shipped[i], there, std::back_inserter(different));
        for (std::string& row : different) changed.push_back({table, std::move(row), true});
    }
    return changed;
}

}  // namespace dcadmin::store
