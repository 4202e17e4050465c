// SPDX-License-Identifier: Apache-2.0
#include "views/notice_view.h"

#include "views/cells.h"

namespace dcadmin::views {

using output::Value;

output::View<Notice> notice_view() {
    return {
        .names = {"notice", "notices"},
        .fields = {
            {{"id", "public id"}, [](const Notice& x) -> Value { return x.id.text(); }},
            {{"at", "when it was written"}, [](const Notice& x) -> Value { return x.at; }},
            {{"person", "public id of the person"},
             [](const Notice& x) -> Value { return x.person.text(); }},
            {{"name", "of the person"}, [](const Notice& x) -> Value { return cell(x.name); }},
            {{"address", "e-mail address it goes to"},
             [](const Notice& x) -> Value { return cell(x.address); }},
            {{"kind", "what it tells of"}, [](const Notice& x) -> Value { return cell(x.kind); }},
            {{"state", "waiting or sent"}, [](const Notice& x) -> Value { return cell(x.state); }},
            {{"subject", "its subject"}, [](const Notice& x) -> Value { return cell(x.subject); }},
        }};
}

output::View<Notice> whole_notice_view() {
    return {
        .names = {"notice", "notices"},
        .fields = {
            {{"id", "public id"}, [](const Notice& x) -> Value { return x.id.text(); }},
            {{"at", "when it was written"}, [](const Notice& x) -> Value { return x.at; }},
            {{"person", "public id of the person"},
             [](const Notice& x) -> Value { return x.person.text(); }},
            {{"name", "of the person"}, [](const Notice& x) -> Value { return cell(x.name); }},
            {{"address", "e-mail address it goes to"},
             [](const Notice& x) -> Value { return cell(x.address); }},
            {{"kind", "what it tells of"}, [](const Notice& x) -> Value { return cell(x.kind); }},
            {{"state", "waiting or sent"}, [](const Notice& x) -> Value { return cell(x.state); }},
            {{"subject", "its subject"}, [](const Notice& x) -> Value { return cell(x.subject); }},
            {{"body", "its text"}, [](const Notice& x) -> Value { return cell(x.body); }},
        }};
}

}  // namespace dcadmin::views
