// SPDX-License-Identifier: Apache-2.0
#include "views/access_view.h"

#include "views/cells.h"

namespace dcadmin::views {

using output::Value;

output::View<Access> access_view() {
    return {.names = {"access", "accesses"},
            .fields = {
                {{"org", "enterprise number"}, [](const Access& x) -> Value { return x.org; }},
                {{"org_name", "name of the organisation"},
                 [](const Access& x) -> Value { return cell(x.org_name); }},
                {{"site", "the context it is limited to"},
                 [](const Access& x) -> Value { return cell(x.context); }},
                {{"site_name", "name of the site"},
                 [](const Access& x) -> Value { return cell(x.context_name); }},
                {{"until", "last day"}, [](const Access& x) -> Value { return x.until; }},
            }};
}

output::View<ExplainLink> link_view() {
    return {.names = {"link", "links"},
            .fields = {
                {{"link", "person, organisation, right, relation, context, grant or period"},
                 [](const ExplainLink& x) -> Value { return cell(x.link); }},
                {{"holds", "whether it is as it must be"},
                 [](const ExplainLink& x) -> Value { return x.holds; }},
                {{"detail", "what was found"},
                 [](const ExplainLink& x) -> Value { return cell(x.detail); }},
                {{"remedy", "the command that mends it"},
                 [](const ExplainLink& x) -> Value { return cell(x.remedy); }},
            }};
}

}  // namespace dcadmin::views
