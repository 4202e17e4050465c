// SPDX-License-Identifier: Apache-2.0
#include "views/notice_view.h"

#include "views/cells.h"

namespace dcadmin::views {

using output::Shown;
using output::Value;

output::View<Notice> notice_view(Shown answer) {
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
            {{"state", "waiting, claimed, sent or failed"},
             [](const Notice& x) -> Value { return cell(x.state); }},
            {{"subject", "its subject"}, [](const Notice& x) -> Value { return cell(x.subject); }},
            {{"tries", "how often it was given to the relay", Shown::detail},
             [](const Notice& x) -> Value { return x.tries; }},
            {{"due", "it is not tried again before then", Shown::detail},
             [](const Notice& x) -> Value { return output::maybe(x.due); }},
            {{"answer", "what the relay said last", answer},
             [](const Notice& x) -> Value { return cell(x.answer); }},
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
            {{"state", "waiting, claimed, sent or failed"},
             [](const Notice& x) -> Value { return cell(x.state); }},
            {{"subject", "its subject"}, [](const Notice& x) -> Value { return cell(x.subject); }},
            {{"tries", "how often it was given to the relay", Shown::detail},
             [](const Notice& x) -> Value { return x.tries; }},
            {{"due", "it is not tried again before then", Shown::detail},
             [](const Notice& x) -> Value { return output::maybe(x.due); }},
            {{"answer", "what the relay said last", Shown::detail},
             [](const Notice& x) -> Value { return cell(x.answer); }},
            {{"body", "its text"}, [](const Notice& x) -> Value { return cell(x.body); }},
        }};
}

output::View<CustomerNotice> customer_notice_view(Shown answer) {
    using One = CustomerNotice;
    return {.names = {"notice", "notices"},
            .fields = {
                {{"number", "of the notice"}, [](const One& x) -> Value { return x.number; }},
                {{"at", "when it was written"}, [](const One& x) -> Value { return x.at; }},
                {{"org", "enterprise number of the company", Shown::detail},
                 [](const One& x) -> Value { return x.org; }},
                {{"customer", "public id of the customer"},
                 [](const One& x) -> Value { return x.customer.text(); }},
                {{"name", "of the customer"}, [](const One& x) -> Value { return cell(x.name); }},
                {{"address", "e-mail address it goes to"},
                 [](const One& x) -> Value { return cell(x.address); }},
                {{"kind", "what it tells of"}, [](const One& x) -> Value { return cell(x.kind); }},
                {{"state", "waiting, claimed, sent or failed"},
                 [](const One& x) -> Value { return cell(x.state); }},
                {{"subject", "its subject"}, [](const One& x) -> Value { return cell(x.subject); }},
                {{"tries", "how often it was given to the relay", Shown::detail},
                 [](const One& x) -> Value { return x.tries; }},
                {{"due", "it is not tried again before then", Shown::detail},
                 [](const One& x) -> Value { return output::maybe(x.due); }},
                {{"answer", "what the relay said last", answer},
                 [](const One& x) -> Value { return cell(x.answer); }},
            }};
}

output::View<CustomerNotice> whole_customer_notice_view() {
    auto view = customer_notice_view();
    view.fields.push_back({{"body", "its text, of a single one"},
                           [](const CustomerNotice& x) -> Value { return cell(x.body); }});
    return view;
}

output::View<SendSummary> send_view() {
    return {
        .names = {"summary", "summaries"},
        .fields = {
            {{"mails", "that the relay took"},
             [](const SendSummary& x) -> Value { return static_cast<std::int64_t>(x.mails); }},
            {{"sent", "notices that were in them"},
             [](const SendSummary& x) -> Value { return static_cast<std::int64_t>(x.sent); }},
            {{"failed", "notices that failed for good"},
             [](const SendSummary& x) -> Value { return static_cast<std::int64_t>(x.failed); }},
            {{"put_off", "notices that are tried again later"},
             [](const SendSummary& x) -> Value { return static_cast<std::int64_t>(x.put_off); }},
            {{"unreachable", "why the relay could not be reached"},
             [](const SendSummary& x) -> Value { return cell(x.unreachable); }},
        }};
}

}  // namespace dcadmin::views
