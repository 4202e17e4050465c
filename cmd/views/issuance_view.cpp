// SPDX-License-Identifier: Apache-2.0
#include "views/issuance_view.h"

#include "views/cells.h"

namespace dcadmin::views {

using output::Shown;
using output::Value;

output::View<Issuance> issuance_view() {
    return {
        .names = {"issuance", "issuances"},
        .fields = {
            {{"id", "public id, which is the number of its slip"},
             [](const Issuance& x) -> Value { return x.id.text(); }},
            {{"org", "enterprise number of the company"},
             [](const Issuance& x) -> Value { return x.org; }},
            {{"org_name", "its name", Shown::detail},
             [](const Issuance& x) -> Value { return cell(x.org_name); }},
            {{"region", "of which vouchers"},
             [](const Issuance& x) -> Value { return name_of(x.region); }},
            {{"kind", "electronic or paper"},
             [](const Issuance& x) -> Value { return std::string_view(x.kind); }},
            {{"mode", "manual or automatic"},
             [](const Issuance& x) -> Value { return std::string_view(x.mode); }},
            {{"period", "which period an automatic one is for"},
             [](const Issuance& x) -> Value { return cell(x.period); }},
            {{"period_until", "the day that it ends with", Shown::detail},
             [](const Issuance& x) -> Value { return output::maybe(x.period_until); }},
            {{"month", "of the services of a paper one", Shown::detail},
             [](const Issuance& x) -> Value { return x.month ? Value(x.month->text()) : Value(); }},
            {{"made_on", "the day it was made"},
             [](const Issuance& x) -> Value { return x.made_on; }},
            {{"received_on", "the day the issuer had it", Shown::detail},
             [](const Issuance& x) -> Value { return output::maybe(x.received_on); }},
            {{"state",
              "draft, submitted, received, in-control, partly-to-correct, payable, "
              "blocked, paid, closed, cancelled or empty"},
             [](const Issuance& x) -> Value { return name_of(x.state); }},
            {{"services", "how many it pays"},
             [](const Issuance& x) -> Value { return x.services; }},
            {{"vouchers", "how many are in it"},
             [](const Issuance& x) -> Value { return x.vouchers; }},
        }};
}

output::View<IssuanceItem> issuance_item_view() {
    return {
        .names = {"item", "items"},
        .fields = {
            {{"service", "public id"},
             [](const IssuanceItem& x) -> Value { return x.service.text(); }},
            {{"work_id", "the issuer's number of it"},
             [](const IssuanceItem& x) -> Value { return cell(x.work_id); }},
            {{"org", "enterprise number of the company", Shown::detail},
             [](const IssuanceItem& x) -> Value { return x.org; }},
            {{"date", "of the service"}, [](const IssuanceItem& x) -> Value { return x.day; }},
            {{"worker", "login of who performed it"},
             [](const IssuanceItem& x) -> Value { return x.worker.digits(); }},
            {{"customer", "number of who it was for"},
             [](const IssuanceItem& x) -> Value { return x.customer.digits(); }},
            {{"hours", "of the service"},
             [](const IssuanceItem& x) -> Value { return static_cast<std::int64_t>(x.hours); }},
            {{"vouchers", "that pay for it here"},
             [](const IssuanceItem& x) -> Value { return static_cast<std::int64_t>(x.vouchers); }},
            {{"order", "public id of the order they are of", Shown::detail},
             [](const IssuanceItem& x) -> Value { return x.order.text(); }},
            {{"first_number", "of the vouchers"},
             [](const IssuanceItem& x) -> Value { return x.first_number; }},
            {{"issued_on", "the vouchers", Shown::detail},
             [](const IssuanceItem& x) -> Value { return x.issued_on; }},
            {{"hand_in_until", "the last day to hand them in"},
             [](const IssuanceItem& x) -> Value { return x.hand_in_until; }},
            {{"risk", "that day, when it is near and they are in a draft"},
             [](const IssuanceItem& x) -> Value {
                 return x.at_risk ? Value(x.hand_in_until) : Value();
             }},
        }};
}

output::View<IssuanceSchedule> schedule_view() {
    return {
        .names = {"schedule", "schedules"},
        .fields = {
            {{"org", "enterprise number of the company"},
             [](const IssuanceSchedule& x) -> Value { return x.org; }},
            {{"org_name", "its name", Shown::detail},
             [](const IssuanceSchedule& x) -> Value { return cell(x.org_name); }},
            {{"region", "of which vouchers"},
             [](const IssuanceSchedule& x) -> Value { return name_of(x.region); }},
            {{"every", "day, week, two-weeks or month"},
             [](const IssuanceSchedule& x) -> Value { return name_of(x.every); }},
            {{"on", "1 Monday to 7 Sunday, or the day of the month"},
             [](const IssuanceSchedule& x) -> Value {
                 return x.on == 0 ? Value() : Value(static_cast<std::int64_t>(x.on));
             }},
            {{"since", "from when on"}, [](const IssuanceSchedule& x) -> Value { return x.since; }},
            {{"next", "the next days on which one is made"},
             [](const IssuanceSchedule& x) -> Value {
                 std::vector<std::string> days;
                 for (const Date day : x.next) days.push_back(day.iso());
                 return days;
             }},
        }};
}

output::View<PeriodStatus> period_view() {
    return {.names = {"period", "periods"},
            .fields = {
                {{"org", "enterprise number of the company"},
                 [](const PeriodStatus& x) -> Value { return x.org; }},
                {{"org_name", "its name", Shown::detail},
                 [](const PeriodStatus& x) -> Value { return cell(x.org_name); }},
                {{"region", "of which vouchers"},
                 [](const PeriodStatus& x) -> Value { return name_of(x.region); }},
                {{"period", "the month, or the day it ends with"},
                 [](const PeriodStatus& x) -> Value { return std::string_view(x.period); }},
                {{"until", "the day it ends with"},
                 [](const PeriodStatus& x) -> Value { return x.until; }},
                {{"due_on", "from when on its issuance is made"},
                 [](const PeriodStatus& x) -> Value { return x.due_on; }},
                {{"issuance", "public id; absent when it is missing"},
                 [](const PeriodStatus& x) -> Value {
                     return x.issuance ? Value(x.issuance->text()) : Value();
                 }},
                {{"state", "of the issuance, or missing"},
                 [](const PeriodStatus& x) -> Value { return std::string_view(x.state); }},
                {{"vouchers", "that are in it"},
                 [](const PeriodStatus& x) -> Value { return x.vouchers; }},
            }};
}

output::View<RunSummary> issuance_run_view() {
    return {.names = {"run", "runs"},
            .fields = {
                {{"schedules", "companies and regions that were looked at"},
                 [](const RunSummary& x) -> Value { return x.schedules; }},
                {{"made", "issuances"}, [](const RunSummary& x) -> Value { return x.made; }},
                {{"empty", "periods for which there was nothing"},
                 [](const RunSummary& x) -> Value { return x.empty; }},
                {{"services", "in them"}, [](const RunSummary& x) -> Value { return x.services; }},
                {{"vouchers", "in them"}, [](const RunSummary& x) -> Value { return x.vouchers; }},
                {{"expired", "vouchers past their last day, which are in none"},
                 [](const RunSummary& x) -> Value { return x.expired; }},
                {{"problems", "companies and regions that were left out"},
                 [](const RunSummary& x) -> Value {
                     return static_cast<std::int64_t>(x.problems.size());
                 }},
            }};
}

}  // namespace dcadmin::views
