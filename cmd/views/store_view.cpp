// SPDX-License-Identifier: Apache-2.0
#include "views/store_view.h"

#include "views/cells.h"

namespace dcadmin::views {

using output::Value;

output::View<StoreStatus> store_view() {
    return {
        .names = {"store", "stores"},
        .fields = {
            {{"url", "its address"}, [](const StoreStatus& x) -> Value { return cell(x.url); }},
            {{"schema", "version of its tables"},
             [](const StoreStatus& x) -> Value { return x.schema; }},
            {{"supported", "version that this program works with"},
             [](const StoreStatus& x) -> Value { return x.supported; }},
            {{"store_id", "what tells it from all others"},
             [](const StoreStatus& x) -> Value { return cell(x.store_id); }},
            {{"created_at", "when it was made"},
             [](const StoreStatus& x) -> Value { return cell(x.created_at); }},
            {{"bytes", "its size"},
             [](const StoreStatus& x) -> Value { return static_cast<std::int64_t>(x.bytes); }},
            {{"organisations", "how many"},
             [](const StoreStatus& x) -> Value {
                 return static_cast<std::int64_t>(x.organisations);
             }},
            {{"persons", "how many"},
             [](const StoreStatus& x) -> Value { return static_cast<std::int64_t>(x.persons); }},
            {{"relations", "how many working relations"},
             [](const StoreStatus& x) -> Value { return static_cast<std::int64_t>(x.relations); }},
            {{"grants", "how many"},
             [](const StoreStatus& x) -> Value { return static_cast<std::int64_t>(x.grants); }},
            {{"audit_entries", "how many entries the log has"},
             [](const StoreStatus& x) -> Value {
                 return static_cast<std::int64_t>(x.audit_entries);
             }},
            {{"notices_waiting", "how many notices are not sent"},
             [](const StoreStatus& x) -> Value {
                 return static_cast<std::int64_t>(x.notices_waiting);
             }},
        }};
}

output::View<CheckProblem> check_view() {
    return {
        .names = {"problem", "problems"},
        .fields = {
            {{"invariant", "which rule is broken"},
             [](const CheckProblem& x) -> Value { return cell(x.invariant); }},
            {{"detail", "by what"}, [](const CheckProblem& x) -> Value { return cell(x.detail); }},
        }};
}

output::View<AppliedMigration> migration_view() {
    return {.names = {"migration", "migrations"},
            .fields = {
                {{"name", "what was applied"},
                 [](const AppliedMigration& x) -> Value { return cell(x.name); }},
            }};
}

}  // namespace dcadmin::views
