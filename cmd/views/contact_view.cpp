// SPDX-License-Identifier: Apache-2.0
#include "views/contact_view.h"

#include "views/cells.h"

namespace dcadmin::views {

using output::Value;

output::View<Contact> contact_view() {
    return {.names = {"contact", "contacts"},
            .fields = {
                {{"org", "enterprise number of the company"},
                 [](const Contact& x) -> Value { return x.org; }},
                {{"person", "public id of the person"},
                 [](const Contact& x) -> Value { return x.person.text(); }},
                {{"name", "his name"}, [](const Contact& x) -> Value { return cell(x.name); }},
                {{"purpose", "what to turn to him for"},
                 [](const Contact& x) -> Value { return name_of(x.purpose); }},
                {{"consent", "the day on which he agreed"},
                 [](const Contact& x) -> Value { return x.consent_on; }},
                {{"email", "of his working relation there, else his own"},
                 [](const Contact& x) -> Value { return cell(x.email); }},
                {{"phone", "likewise"}, [](const Contact& x) -> Value { return cell(x.phone); }},
                {{"state", "active; left: works there no more; removed"},
                 [](const Contact& x) -> Value { return std::string_view(x.state); }},
            }};
}

}  // namespace dcadmin::views
