// SPDX-License-Identifier: Apache-2.0
#include "views/subsidiary_view.h"

#include "views/cells.h"

namespace dcadmin::views {

using output::Value;

output::View<Subsidiary> subsidiary_view() {
    using One = Subsidiary;
    return {.names = {"subsidiary", "subsidiaries"},
            .fields = {
                {{"number", "enterprise number"}, [](const One& x) -> Value { return x.number; }},
                {{"name", "its name"}, [](const One& x) -> Value { return cell(x.name); }},
                {{"parent", "enterprise number of its parent"},
                 [](const One& x) -> Value { return x.parent; }},
                {{"state", "active or deactivated"},
                 [](const One& x) -> Value { return std::string_view(x.state); }},
                {{"deactivated_on", "since when it acts no more", output::Shown::detail},
                 [](const One& x) -> Value { return output::maybe(x.deactivated_on); }},
                {{"workers", "active ones"}, [](const One& x) -> Value { return x.workers; }},
                {{"services", "open ones"}, [](const One& x) -> Value { return x.services; }},
                {{"issuances", "open ones"}, [](const One& x) -> Value { return x.issuances; }},
                {{"pickups", "coming ones"}, [](const One& x) -> Value { return x.pickups; }},
                {{"series", "recurring pickups", output::Shown::detail},
                 [](const One& x) -> Value { return x.series; }},
            }};
}

}  // namespace dcadmin::views
