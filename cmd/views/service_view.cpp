// SPDX-License-Identifier: Apache-2.0
#include "views/service_view.h"

#include "views/cells.h"

#include <dcadmin/base/say.h>

#include <fmt/format.h>

#include <string>
#include <vector>

namespace dcadmin::views {

using output::Shown;
using output::Value;

namespace {

Value number(int value) {
    return static_cast<std::int64_t>(value);
}

// "2 of 5", where some are missing; nothing before vouchers are asked for.
Value vouchers(const Service& x) {
    if (x.allocated == 0 && x.state != ServiceState::waiting) return std::monostate{};
    return say("{} of {}", x.allocated, x.hours);
}

Value risk(const Service& x) {
    return x.at_risk ? output::maybe(x.hand_in_until) : Value();
}

// "2026-11-23 11:00 company: …"
Value comments(const ServiceCard& card) {
    std::vector<std::string> lines;
    for (const ServiceComment& one : card.comments) {
        lines.push_back(fmt::format("{} {}: {}", one.at.iso(), one.party, one.body));
    }
    return lines.empty() ? Value() : Value(std::move(lines));
}

std::string told(const ServiceHistoryLine& line) {
    std::string text = fmt::format("{} {}", line.at ? line.at->iso() : line.day->iso(), line.event);
    if (!line.after.empty()) text += fmt::format(" -> {}", line.after);
    if (!line.text.empty()) text += fmt::format(" ({})", line.text);
    if (!line.actor.empty()) text += say(" by {}", line.actor);
    return text;
}

Value history(const ServiceCard& card) {
    std::vector<std::string> lines;
    for (const ServiceHistoryLine& line : card.history) lines.push_back(told(line));
    return lines;
}

template <Value (*Of)(const Service&)>
Value of_card(const ServiceCard& card) {
    return Of(card.service);
}

}  // namespace

output::View<Service> service_view() {
    return {.names = {"service", "services"},
            .fields = {
                {{"id", "public id"}, [](const Service& x) -> Value { return x.id.text(); }},
                {{"work_id", "by which the issuer knows it"},
                 [](const Service& x) -> Value { return cell(x.work_id); }},
                {{"org", "enterprise number of the company", Shown::detail},
                 [](const Service& x) -> Value { return x.org; }},
                {{"date", "on which day"}, [](const Service& x) -> Value { return x.day; }},
                {{"worker", "login of the worker"},
                 [](const Service& x) -> Value { return x.worker.digits(); }},
                {{"worker_name", "his name"},
                 [](const Service& x) -> Value { return cell(x.worker_name); }},
                {{"customer", "number of the customer"},
                 [](const Service& x) -> Value { return x.customer.digits(); }},
                {{"customer_name", "his name"},
                 [](const Service& x) -> Value { return cell(x.customer_name); }},
                {{"region", "where the customer lives"},
                 [](const Service& x) -> Value { return name_of(x.region); }},
                {{"hours", "how many"}, [](const Service& x) -> Value { return number(x.hours); }},
                {{"activity", "what was done"},
                 [](const Service& x) -> Value { return name_of(x.activity); }},
                {{"entered_by", "who registered it: worker or company", Shown::detail},
                 [](const Service& x) -> Value { return name_of(x.entered_by); }},
                {{"status", "how far it is"},
                 [](const Service& x) -> Value { return name_of(x.state); }},
                {{"due", "last day of the term that runs out by itself"},
                 [](const Service& x) -> Value { return output::maybe(x.due); }},
                {{"vouchers", "allocated, of how many it needs"}, vouchers},
                {{"allocated", "vouchers for it", Shown::detail},
                 [](const Service& x) -> Value { return number(x.allocated); }},
                {{"missing", "vouchers that it still needs", Shown::detail},
                 [](const Service& x) -> Value { return number(x.hours - x.allocated); }},
                {{"issued", "vouchers handed in", Shown::detail},
                 [](const Service& x) -> Value { return number(x.issued); }},
                {{"paid", "vouchers paid", Shown::detail},
                 [](const Service& x) -> Value { return number(x.paid); }},
                {{"hand_in_until", "last day of the first of its vouchers that is not handed in",
                  Shown::detail},
                 [](const Service& x) -> Value { return output::maybe(x.hand_in_until); }},
                {{"risk", "that day, when it is near"}, risk},
            }};
}

output::View<ServiceCard> service_card_view() {
    using Card = ServiceCard;
    return {
        .names = {"service", "services"},
        .fields = {
            {{"id", "public id"}, [](const Card& x) -> Value { return x.service.id.text(); }},
            {{"work_id", "by which the issuer knows it"},
             [](const Card& x) -> Value { return cell(x.service.work_id); }},
            {{"org", "enterprise number of the company"},
             [](const Card& x) -> Value { return x.service.org; }},
            {{"date", "on which day"}, [](const Card& x) -> Value { return x.service.day; }},
            {{"worker", "login of the worker"},
             [](const Card& x) -> Value { return x.service.worker.digits(); }},
            {{"worker_name", "his name"},
             [](const Card& x) -> Value { return cell(x.service.worker_name); }},
            {{"customer", "number of the customer"},
             [](const Card& x) -> Value { return x.service.customer.digits(); }},
            {{"customer_name", "his name"},
             [](const Card& x) -> Value { return cell(x.service.customer_name); }},
            {{"region", "where the customer lives"},
             [](const Card& x) -> Value { return name_of(x.service.region); }},
            {{"hours", "how many"}, [](const Card& x) -> Value { return number(x.service.hours); }},
            {{"activity", "what was done"},
             [](const Card& x) -> Value { return name_of(x.service.activity); }},
            {{"entered_by", "who registered it: worker or company"},
             [](const Card& x) -> Value { return name_of(x.service.entered_by); }},
            {{"status", "how far it is"},
             [](const Card& x) -> Value { return name_of(x.service.state); }},
            {{"due", "last day of the term that runs out by itself"},
             [](const Card& x) -> Value { return output::maybe(x.service.due); }},
            {{"allocated", "vouchers for it"},
             [](const Card& x) -> Value { return number(x.service.allocated); }},
            {{"missing", "vouchers that it still needs"},
             [](const Card& x) -> Value { return number(x.service.hours - x.service.allocated); }},
            {{"issued", "vouchers handed in"},
             [](const Card& x) -> Value { return number(x.service.issued); }},
            {{"paid", "vouchers paid"},
             [](const Card& x) -> Value { return number(x.service.paid); }},
            {{"hand_in_until", "last day of the first of its vouchers that is not handed in"},
             [](const Card& x) -> Value { return output::maybe(x.service.hand_in_until); }},
            {{"risk", "that day, when it is near"}, of_card<risk>},
            {{"comments", "what company and customer wrote"}, comments},
            {{"history", "what happened to it; more of it: service history"}, history},
        }};
}

output::View<ServiceHistoryLine> service_history_view() {
    using Line = ServiceHistoryLine;
    return {
        .names = {"change", "history"},
        .fields = {
            {{"id", "public id of the service", Shown::detail},
             [](const Line& x) -> Value { return x.service.text(); }},
            {{"at", "when"}, [](const Line& x) -> Value { return output::maybe(x.at); }},
            {{"actor", "who: user, person, or a claimed person"},
             [](const Line& x) -> Value { return cell(x.actor); }},
            {{"event", "what"}, [](const Line& x) -> Value { return std::string_view(x.event); }},
            {{"day", "from when on it is so"},
             [](const Line& x) -> Value { return output::maybe(x.day); }},
            {{"before", "its state, and the fields that changed"},
             [](const Line& x) -> Value { return cell(x.before); }},
            {{"after", "likewise"}, [](const Line& x) -> Value { return cell(x.after); }},
            {{"text", "the comment; which vouchers"},
             [](const Line& x) -> Value { return cell(x.text); }},
        }};
}

}  // namespace dcadmin::views
