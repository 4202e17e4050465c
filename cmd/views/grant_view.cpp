// SPDX-License-Identifier: Apache-2.0
#include "views/grant_view.h"

#include "views/cells.h"

namespace dcadmin::views {

using output::Shown;
using output::Value;

output::View<Grant> grant_view() {
    return {.names = {"grant", "grants"},
            .fields = {
                {{"id", "public id"}, [](const Grant& x) -> Value { return x.id.text(); }},
                {{"person", "public id of the person"},
                 [](const Grant& x) -> Value { return x.person.text(); }},
                {{"number", "the person's number; masked without --reveal", Shown::detail},
                 [](const Grant& x) -> Value { return output::maybe(x.number); }},
                {{"name", "of the person"}, [](const Grant& x) -> Value { return cell(x.name); }},
                {{"org", "enterprise number"}, [](const Grant& x) -> Value { return x.org; }},
                {{"right", "code of the right"},
                 [](const Grant& x) -> Value { return std::string_view(x.right.text()); }},
                {{"right_title", "title of the right in Dutch", Shown::detail},
                 [](const Grant& x) -> Value { return cell(x.right_title); }},
                {{"site", "the context it is limited to: a site or a role"},
                 [](const Grant& x) -> Value { return cell(x.context); }},
                {{"site_name", "name of the site", Shown::detail},
                 [](const Grant& x) -> Value { return cell(x.context_name); }},
                {{"from", "first day"}, [](const Grant& x) -> Value { return x.period.first(); }},
                {{"until", "last day"}, [](const Grant& x) -> Value { return x.period.last(); }},
                {{"state", "active, future, ended or revoked, on the day asked for"},
                 [](const Grant& x) -> Value { return name_of(x.state); }},
                {{"revoked_at", "when it was revoked", Shown::detail},
                 [](const Grant& x) -> Value { return output::maybe(x.revoked_at); }},
                {{"reason", "why it is there", Shown::detail},
                 [](const Grant& x) -> Value { return cell(x.reason); }},
                {{"granted_by", "who granted it", Shown::detail},
                 [](const Grant& x) -> Value { return cell(x.granted_by); }},
                {{"granted_at", "when it was granted", Shown::detail},
                 [](const Grant& x) -> Value { return x.granted_at; }},
                {{"relation", "public id of the working relation it hangs under", Shown::detail},
                 [](const Grant& x) -> Value { return x.relation.text(); }},
            }};
}

output::View<Grant> grant_request_view() {
    return {
        .names = {"grant", "grants"},
        .fields = {
            {{"person", "public id of the person"},
             [](const Grant& x) -> Value { return x.person.text(); }},
            {{"org", "enterprise number"}, [](const Grant& x) -> Value { return x.org; }},
            {{"right", "code of the right"},
             [](const Grant& x) -> Value { return std::string_view(x.right.text()); }},
            {{"site", "the context it is limited to"},
             [](const Grant& x) -> Value { return cell(x.context); }},
            {{"from", "first day"}, [](const Grant& x) -> Value { return x.period.first(); }},
            {{"until", "last day"}, [](const Grant& x) -> Value { return x.period.last(); }},
            {{"reason", "why it is there"}, [](const Grant& x) -> Value { return cell(x.reason); }},
        }};
}

}  // namespace dcadmin::views
