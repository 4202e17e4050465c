// SPDX-License-Identifier: Apache-2.0
#include "views/right_view.h"

#include "views/cells.h"

namespace dcadmin::views {

using output::Shown;
using output::Value;

namespace {

Value roles_of(const Right& right) {
    std::vector<std::string> roles;
    for (const auto& role : right.roles) roles.push_back(role.text());
    return roles;
}

}  // namespace

output::View<Right> right_view() {
    return {.names = {"right", "rights"},
            .fields = {
                {{"code", "what files and scripts name it by"},
                 [](const Right& x) -> Value { return std::string_view(x.code.text()); }},
                {{"title_nl", "title in Dutch"},
                 [](const Right& x) -> Value { return cell(x.title_nl); }},
                {{"title_fr", "title in French", Shown::detail},
                 [](const Right& x) -> Value { return cell(x.title_fr); }},
                {{"title_en", "title in English", Shown::detail},
                 [](const Right& x) -> Value { return cell(x.title_en); }},
                {{"audience", "target groups (doelgroepen) it can be granted in"},
                 [](const Right& x) -> Value { return names(x.audiences); }},
                {{"context", "what it is limited to: none, site or role"},
                 [](const Right& x) -> Value { return name_of(x.context); }},
                {{"role", "the roles it can be limited to", Shown::detail},
                 [](const Right& x) -> Value { return roles_of(x); }},
                {{"max_term", "the longest period of a grant"},
                 [](const Right& x) -> Value { return x.max_term.text(); }},
                {{"default_term", "the period when none is named", Shown::detail},
                 [](const Right& x) -> Value { return x.default_term.text(); }},
                {{"min_level", "the level of digital key it asks for", Shown::detail},
                 [](const Right& x) -> Value { return std::int64_t{x.min_level}; }},
                {{"domain", "whose managers grant it", Shown::detail},
                 [](const Right& x) -> Value { return std::string_view(x.domain.text()); }},
            }};
}

}  // namespace dcadmin::views
