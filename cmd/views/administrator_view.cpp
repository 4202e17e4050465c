// SPDX-License-Identifier: Apache-2.0
#include "views/administrator_view.h"

#include "views/cells.h"

namespace dcadmin::views {

using output::Shown;
using output::Value;

namespace {

// A last day that nobody has set is none.
Value last_day(DateRange period) {
    if (period.last().year() == 9999) return std::monostate{};
    return period.last();
}

Value first_day(DateRange period) {
    if (period.first() == Date::of(1800, 1, 1)) return std::monostate{};
    return period.first();
}

}  // namespace

output::View<Administrator> administrator_view() {
    return {
        .names = {"administrator", "administrators"},
        .fields = {
            {{"id", "public id"}, [](const Administrator& x) -> Value { return x.id.text(); }},
            {{"person", "public id of the person"},
             [](const Administrator& x) -> Value { return x.person.text(); }},
            {{"number", "the person's number; masked without --reveal", Shown::detail},
             [](const Administrator& x) -> Value { return x.number; }},
            {{"name", "of the person"},
             [](const Administrator& x) -> Value { return cell(x.name); }},
            {{"org", "enterprise number"}, [](const Administrator& x) -> Value { return x.org; }},
            {{"org_name", "name of the organisation", Shown::detail},
             [](const Administrator& x) -> Value { return cell(x.org_name); }},
            {{"role", "chief, cochief or manager"},
             [](const Administrator& x) -> Value { return name_of(x.role); }},
            {{"domain", "domain (domein), or all"},
             [](const Administrator& x) -> Value { return x.domain.text(); }},
            {{"site", "the only site (vestiging); none: all"},
             [](const Administrator& x) -> Value { return output::maybe(x.site); }},
            {{"email", "e-mail address of the office", Shown::detail},
             [](const Administrator& x) -> Value { return cell(x.email); }},
            {{"phone", "telephone number of the office", Shown::detail},
             [](const Administrator& x) -> Value { return cell(x.phone); }},
            {{"from", "first day"},
             [](const Administrator& x) -> Value { return x.period.first(); }},
            {{"until", "last day, when one is set"},
             [](const Administrator& x) -> Value { return last_day(x.period); }},
            {{"state", "active, future or ended, on the day asked for"},
             [](const Administrator& x) -> Value { return name_of(x.state); }},
            {{"ended_at", "when it was ended at once", Shown::detail},
             [](const Administrator& x) -> Value { return output::maybe(x.ended_at); }},
            {{"procedure", "standard, or exception (uitzonderingsprocedure)", Shown::detail},
             [](const Administrator& x) -> Value {
                 return std::string_view(x.by_exception ? "exception" : "standard");
             }},
            {{"appointed_by", "who appointed; none: the local operator", Shown::detail},
             [](const Administrator& x) -> Value { return cell(x.appointed_by); }},
            {{"reason", "why", Shown::detail},
             [](const Administrator& x) -> Value { return cell(x.reason); }},
        }};
}

output::View<ChiefRequest> chief_request_view() {
    return {
        .names = {"chief_request", "chief_requests"},
        .fields = {
            {{"id", "public id"}, [](const ChiefRequest& x) -> Value { return x.id.text(); }},
            {{"at", "when it was asked"}, [](const ChiefRequest& x) -> Value { return x.at; }},
            {{"org", "enterprise number"}, [](const ChiefRequest& x) -> Value { return x.org; }},
            {{"person", "public id of who is to be chief"},
             [](const ChiefRequest& x) -> Value { return x.person.text(); }},
            {{"name", "of the person"},
             [](const ChiefRequest& x) -> Value { return cell(x.name); }},
            {{"requested_by", "who asked; none: the local operator", Shown::detail},
             [](const ChiefRequest& x) -> Value { return cell(x.requested_by); }},
            {{"email", "e-mail address of the office", Shown::detail},
             [](const ChiefRequest& x) -> Value { return cell(x.email); }},
            {{"phone", "telephone number of the office", Shown::detail},
             [](const ChiefRequest& x) -> Value { return cell(x.phone); }},
            {{"reason", "why there is no eID"},
             [](const ChiefRequest& x) -> Value { return cell(x.reason); }},
            {{"documents", "references of what proves it"},
             [](const ChiefRequest& x) -> Value { return x.documents; }},
            {{"state", "waiting, approved or refused"},
             [](const ChiefRequest& x) -> Value { return cell(x.state); }},
            {{"answer", "what the operator answered", Shown::detail},
             [](const ChiefRequest& x) -> Value { return cell(x.answer); }},
        }};
}

output::View<Domain> domain_view() {
    return {.names = {"domain", "domains"},
            .fields = {
                {{"code", "its code"},
                 [](const Domain& x) -> Value { return std::string_view(x.code.text()); }},
                {{"name_nl", "its name in Dutch"},
                 [](const Domain& x) -> Value { return cell(x.name_nl); }},
                {{"name_fr", "its name in French", Shown::detail},
                 [](const Domain& x) -> Value { return cell(x.name_fr); }},
                {{"name_en", "its name in English"},
                 [](const Domain& x) -> Value { return cell(x.name_en); }},
                {{"from", "first day, when one is known"},
                 [](const Domain& x) -> Value { return first_day(x.period); }},
                {{"until", "last day, when one is set"},
                 [](const Domain& x) -> Value { return last_day(x.period); }},
                {{"source", "who says so", Shown::detail},
                 [](const Domain& x) -> Value { return cell(x.source); }},
            }};
}

}  // namespace dcadmin::views
