// SPDX-License-Identifier: Apache-2.0
// The calendar that terms of the secure zone are counted by: the ten legal holidays of any year,
// and the days on which the issuer or a company is closed. A working day is a Monday to Friday that
// is none of these. Regional days are no legal holidays (secure_zone.md, section 9). What closes a
// company moves its pickups, and no term of the law.
#pragma once

#include <dcadmin/base/date.h>
#include <dcadmin/base/enterprise_number.h>
#include <dcadmin/bulk.h>
#include <dcadmin/env.h>
#include <dcadmin/export.h>
#include <dcadmin/secure_zone/vocabulary.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin {

struct DayOff {
    Date day;
    int weekday = 0;                      // 1 Monday … 7 Sunday
    std::string kind;                     // "holiday", "closing"
    std::string name;                     // of the holiday, or why one is closed
    std::optional<EnterpriseNumber> org;  // whose closing day it is; absent: everybody's
    std::string source;                   // of a holiday
};

struct NewClosing {
    Date day;
    std::optional<EnterpriseNumber> org;  // absent: the issuer is closed
    std::string reason;
};

struct DaysOffFilter {
    std::optional<int> year;              // default this one
    std::optional<EnterpriseNumber> org;  // with the closing days of this company
};

/// Which term of the law: what it depends on, and the day that it runs from decides which row
/// holds.
struct TermQuestion {
    TermKind kind;
    Region region;
    std::optional<EnteredBy> entered_by = {};
    std::optional<Channel> channel = {};
};

/// Exactly one of days, or a term.
struct DeadlineRequest {
    std::optional<Date> from = {};  // default today
    std::optional<int> working_days = {};
    std::optional<int> calendar_days = {};
    std::optional<TermQuestion> term = {};
    std::optional<EnterpriseNumber> org = {};  // count its closing days, too
};

struct Deadline {
    Date from;
    std::string term;             // "5 working days"
    Date last_day;                // until midnight in Brussels
    Date passed_on;               // from when on it is too late
    std::vector<DayOff> skipped;  // days off that working days went over
    std::string source;           // of the term
};

/// 1 "Monday" … 7 "Sunday".
[[nodiscard]] DCADMIN_API std::string_view weekday_name(int weekday);

class DCADMIN_API Calendar {
   public:
    explicit Calendar(const Env& env) : env_(env) {}

    /// Of a year, by day; names of holidays in the language of the environment. usage: a year
    /// outside 1800..9999.
    [[nodiscard]] std::vector<DayOff> days_off(const DaysOffFilter& filter);
    /// Unchanged when it is closed that day already. The issuer's by an operator, a company's by
    /// who keeps its data. Recorded in the company's chain, or the system's.
    Written<DayOff> close(const NewClosing& request);
    bulk::Summary close_rows(const bulk::Source<NewClosing>& rows, const bulk::Options& options,
                             const bulk::Sink& sink);
    /// Takes a closing day back. not_found when it is none. By whom and recorded as close().
    Written<DayOff> open(const NewClosing& request);
    bulk::Summary open_rows(const bulk::Source<NewClosing>& rows, const bulk::Options& options,
                            const bulk::Sink& sink);
    /// The last day of a term. usage: none or two of its ways, a number of days outside 1..3650;
    /// rule: no sourced row says how long the term is.
    [[nodiscard]] Deadline deadline(const DeadlineRequest& request);

   private:
    const Env& env_;
};

}  // namespace dcadmin
