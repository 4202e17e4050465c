// SPDX-License-Identifier: Apache-2.0
// Working days, as pure arithmetic: Monday to Friday without the legal holidays and the days on
// which one is closed. The day from which a term runs is not counted, and a term ends with its last
// day (secure_zone.md, section 12, 1 and 2).
#pragma once

#include <dcadmin/base/date.h>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::secure_zone {

/// 1 Monday … 7 Sunday.
[[nodiscard]] int weekday(Date day);
/// Easter Sunday of the Gregorian calendar.
[[nodiscard]] Date easter(int year);
[[nodiscard]] Date last_of_month(Date day);

struct HolidayRule {
    std::string code;
    std::string rule;  // "07-21", "easter+39"
    std::string name;
    DateRange valid;
    std::string source;
};
/// None when the rule does not hold that year. integrity for a rule that cannot be read.
[[nodiscard]] std::optional<Date> day_of(const HolidayRule& holiday, int year);

class WorkingDays {
   public:
    WorkingDays(std::vector<HolidayRule> holidays, std::set<Date> closed)
        : holidays_(std::move(holidays)), closed_(std::move(closed)) {}

    [[nodiscard]] bool is_working(Date day);
    /// That day, or the first working day after it.
    [[nodiscard]] Date on_or_after(Date day);
    /// The n-th working day after it; itself for none.
    [[nodiscard]] Date after(Date day, int n);

   private:
    const std::set<Date>& holidays_of(int year);

    std::vector<HolidayRule> holidays_;
    std::set<Date> closed_;
    std::map<int, std::set<Date>> by_year_;
};

}  // namespace dcadmin::secure_zone
