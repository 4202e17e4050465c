// SPDX-License-Identifier: Apache-2.0
#include "views/worker_view.h"

#include "views/cells.h"

namespace dcadmin::views {

using output::Value;

output::View<Worker> worker_view() {
    return {
        .names = {"worker", "workers"},
        .fields = {
            {{"login", "the twelve digits by which he enters services"},
             [](const Worker& x) -> Value { return x.login.digits(); }},
            {{"person", "public id of the person"},
             [](const Worker& x) -> Value { return x.person.text(); }},
            {{"name", "his name"}, [](const Worker& x) -> Value { return cell(x.name); }},
            {{"org", "enterprise number of the company"},
             [](const Worker& x) -> Value { return x.org; }},
            {{"site", "the site that he belongs to"},
             [](const Worker& x) -> Value { return x.site ? Value(*x.site) : Value(); }},
            {{"region", "where he works"},
             [](const Worker& x) -> Value { return name_of(x.region); }},
            {{"email", "for this company"}, [](const Worker& x) -> Value { return cell(x.email); }},
            {{"phone", "likewise"}, [](const Worker& x) -> Value { return cell(x.phone); }},
            {{"state", "active or inactive"},
             [](const Worker& x) -> Value { return std::string_view(x.state); }},
            {{"contract", "today's: open (without end), fixed or none"},
             [](const Worker& x) -> Value { return std::string_view(x.contract); }},
        }};
}

output::View<Contract> contract_view() {
    return {
        .names = {"contract", "contracts"},
        .fields = {
            {{"worker", "login of the worker"},
             [](const Contract& x) -> Value { return x.worker.digits(); }},
            {{"name", "his name"}, [](const Contract& x) -> Value { return cell(x.name); }},
            {{"org", "enterprise number of the company"},
             [](const Contract& x) -> Value { return x.org; }},
            {{"site", "establishment unit that he belongs to"},
             [](const Contract& x) -> Value { return x.site; }},
            {{"from", "first day"}, [](const Contract& x) -> Value { return x.period.first(); }},
            {{"until", "last day; without end when absent"},
             [](const Contract& x) -> Value {
                 return x.period.last() == Date::of(9999, 12, 31) ? Value()
                                                                  : Value(x.period.last());
             }},
            {{"hours", "hours per week"},
             [](const Contract& x) -> Value { return x.hours.text(); }},
            {{"state", "active, future or ended"},
             [](const Contract& x) -> Value { return std::string_view(x.state); }},
        }};
}

output::View<IssuedPassword> password_view() {
    return {.names = {"password", "passwords"},
            .fields = {
                {{"login", "of the worker"},
                 [](const IssuedPassword& x) -> Value { return x.worker.login.digits(); }},
                {{"name", "his name"},
                 [](const IssuedPassword& x) -> Value { return cell(x.worker.name); }},
                {{"password", "shown this once; absent when it was sent or written to a file"},
                 [](const IssuedPassword& x) -> Value {
                     return x.password.empty() ? Value() : Value(cell(x.password));
                 }},
            }};
}

}  // namespace dcadmin::views
