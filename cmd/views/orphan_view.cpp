// SPDX-License-Identifier: Apache-2.0
#include "views/orphan_view.h"

#include "views/cells.h"

namespace dcadmin::views {

using output::Shown;
using output::Value;

output::View<OrphanGrant> orphan_view() {
    return {
        .names = {"grant", "grants"},
        .fields = {
            {{"id", "public id"}, [](const OrphanGrant& x) -> Value { return x.grant.id.text(); }},
            {{"person", "public id of the person"},
             [](const OrphanGrant& x) -> Value { return x.grant.person.text(); }},
            {{"name", "of the person"},
             [](const OrphanGrant& x) -> Value { return cell(x.grant.name); }},
            {{"org", "enterprise number"},
             [](const OrphanGrant& x) -> Value { return x.grant.org; }},
            {{"right", "code of the right"},
             [](const OrphanGrant& x) -> Value { return std::string_view(x.grant.right.text()); }},
            {{"site", "the context it is limited to"},
             [](const OrphanGrant& x) -> Value { return cell(x.grant.context); }},
            {{"until", "last day"},
             [](const OrphanGrant& x) -> Value { return x.grant.period.last(); }},
            {{"why", "why nobody answers for it: no working relation, no administrator"},
             [](const OrphanGrant& x) -> Value { return cell(x.why); }},
            {{"relation", "public id of its working relation", Shown::detail},
             [](const OrphanGrant& x) -> Value { return x.grant.relation.text(); }},
        }};
}

}  // namespace dcadmin::views
