// SPDX-License-Identifier: Apache-2.0
#include "views/compare_view.h"

#include "views/cells.h"

namespace dcadmin::views {

using output::Shown;
using output::Value;

namespace {

template <class All>
Value persons(const All& all) {
    std::vector<std::string> ids;
    for (const auto& one : all) ids.push_back(one.person.text());
    return ids;
}

Value last_days(const ComparedRight& right) {
    std::vector<std::string> days;
    for (const auto& one : right.have) days.push_back(one.until.iso());
    return days;
}

Value contexts(const NewGrant& grant) {
    std::vector<std::string> texts;
    for (const auto& one : grant.contexts) texts.push_back(text_of(one));
    return texts;
}

}  // namespace

output::View<ComparedRight> compare_view() {
    return {
        .names = {"right", "rights"},
        .fields = {
            {{"org", "enterprise number"}, [](const ComparedRight& x) -> Value { return x.org; }},
            {{"right", "code of the right"},
             [](const ComparedRight& x) -> Value { return std::string_view(x.right.text()); }},
            {{"title", "title of the right in Dutch"},
             [](const ComparedRight& x) -> Value { return cell(x.title); }},
            {{"site", "the context it is limited to: a site or a role"},
             [](const ComparedRight& x) -> Value { return cell(x.context); }},
            {{"site_name", "name of the site", Shown::detail},
             [](const ComparedRight& x) -> Value { return cell(x.context_name); }},
            {{"have", "public ids of those who have it"},
             [](const ComparedRight& x) -> Value { return persons(x.have); }},
            {{"lack", "public ids of those who have not"},
             [](const ComparedRight& x) -> Value { return persons(x.lack); }},
            {{"until", "last day of each who has it, in the same order"}, last_days},
        }};
}

output::View<NewGrant> new_grant_view() {
    return {.names = {"grant", "grants"},
            .fields = {
                {{"person", "public id of the person"},
                 [](const NewGrant& x) -> Value { return shown(x.person); }},
                {{"org", "enterprise number"}, [](const NewGrant& x) -> Value { return x.org; }},
                {{"right", "code of the right"},
                 [](const NewGrant& x) -> Value { return std::string_view(x.right.text()); }},
                {{"site", "the context it is limited to"}, contexts},
                {{"from", "first day"},
                 [](const NewGrant& x) -> Value { return output::maybe(x.from); }},
                {{"until", "last day"},
                 [](const NewGrant& x) -> Value { return output::maybe(x.until); }},
                {{"reason", "why it is asked for"},
                 [](const NewGrant& x) -> Value { return cell(x.reason); }},
            }};
}

}  // namespace dcadmin::views
