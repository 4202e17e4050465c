// SPDX-License-Identifier: Apache-2.0
#include "views/calendar_view.h"

#include "views/cells.h"

namespace dcadmin::views {

using output::Shown;
using output::Value;

output::View<DayOff> day_off_view() {
    return {.names = {"day", "days"},
            .fields = {
                {{"date", "the day"}, [](const DayOff& x) -> Value { return x.day; }},
                {{"weekday", "Monday to Sunday"},
                 [](const DayOff& x) -> Value { return weekday_name(x.weekday); }},
                {{"kind", "holiday or closing"},
                 [](const DayOff& x) -> Value { return std::string_view(x.kind); }},
                {{"name", "of the holiday, or why it is closed"},
                 [](const DayOff& x) -> Value { return cell(x.name); }},
                {{"org", "company that is closed; everybody when absent"},
                 [](const DayOff& x) -> Value { return output::maybe(x.org); }},
                {{"source", "that says so", Shown::detail},
                 [](const DayOff& x) -> Value { return cell(x.source); }},
            }};
}

output::View<Deadline> deadline_view() {
    return {.names = {"deadline", "deadlines"},
            .fields = {
                {{"from", "the day it runs from, not counted"},
                 [](const Deadline& x) -> Value { return x.from; }},
                {{"term", "how long"},
                 [](const Deadline& x) -> Value { return std::string_view(x.term); }},
                {{"last_day", "until midnight of this day, in Brussels"},
                 [](const Deadline& x) -> Value { return x.last_day; }},
                {{"passed_on", "the day on which it is too late"},
                 [](const Deadline& x) -> Value { return x.passed_on; }},
                {{"skipped", "days off that were not counted, weekends aside"},
                 [](const Deadline& x) -> Value {
                     std::vector<std::string> days;
                     for (const DayOff& day : x.skipped)
                         days.push_back(day.day.iso() + " " + day.name);
                     return days;
                 }},
                {{"source", "that says how long"},
                 [](const Deadline& x) -> Value { return cell(x.source); }},
            }};
}

}  // namespace dcadmin::views
