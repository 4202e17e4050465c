// SPDX-License-Identifier: Apache-2.0
#include "views/setting_view.h"

namespace dcadmin::views {

using output::Value;

output::View<ShownSetting> setting_view() {
    return {.names = {"setting", "settings"},
            .fields = {
                {{"key", "what it is called"},
                 [](const ShownSetting& s) -> Value { return std::string_view(s.key); }},
                {{"value", "what it is"},
                 [](const ShownSetting& s) -> Value { return std::string_view(s.value); }},
                {{"source", "the option, variable, profile or file it comes from"},
                 [](const ShownSetting& s) -> Value { return std::string_view(s.source); }},
            }};
}

output::View<ShownProfile> profile_view() {
    return {.names = {"profile", "profiles"},
            .fields = {
                {{"name", "what it is called"},
                 [](const ShownProfile& p) -> Value { return std::string_view(p.name); }},
                {{"in_use", "whether it holds now"},
                 [](const ShownProfile& p) -> Value { return p.in_use; }},
                {{"store", "the database it names"},
                 [](const ShownProfile& p) -> Value { return std::string_view(p.store); }},
                {{"org", "the organisation it names"},
                 [](const ShownProfile& p) -> Value { return std::string_view(p.org); }},
            }};
}

}  // namespace dcadmin::views
