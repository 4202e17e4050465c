// SPDX-License-Identifier: Apache-2.0
#include "views/application_view.h"

#include "views/cells.h"

namespace dcadmin::views {

using output::Value;

output::View<Application> application_view() {
    return {
        .names = {"app", "apps"},
        .fields = {
            {{"code", "what commands name it by"},
             [](const Application& x) -> Value { return cell(x.code); }},
            {{"name", "its name"}, [](const Application& x) -> Value { return cell(x.name); }},
            {{"right", "the right that opens it"},
             [](const Application& x) -> Value { return cell(x.right.text()); }},
            {{"min_level", "the level of digital key it asks for; 0: that of the right"},
             [](const Application& x) -> Value { return std::int64_t{x.min_level}; }},
            {{"client_id", "to whom its assertions are addressed"},
             [](const Application& x) -> Value { return cell(x.client_id); }},
            {{"claim", "the claim that carries the rights"},
             [](const Application& x) -> Value { return cell(x.claim); }},
            {{"national_number", "1: its assertions hold the national number"},
             [](const Application& x) -> Value { return std::int64_t{x.national_number ? 1 : 0}; }},
        }};
}

output::View<SigningKey> signing_key_view() {
    return {.names = {"signing_key", "signing_keys"},
            .fields = {
                {{"kid", "its name in assertions"},
                 [](const SigningKey& x) -> Value { return cell(x.kid); }},
                {{"algorithm", "what it signs with"},
                 [](const SigningKey& x) -> Value { return cell(x.algorithm); }},
                {{"state", "active; published: retired, but still in the exported set; retired"},
                 [](const SigningKey& x) -> Value { return cell(x.state); }},
                {{"retired_at", "since when it signs no more"},
                 [](const SigningKey& x) -> Value { return output::maybe(x.retired_at); }},
            }};
}

}  // namespace dcadmin::views
