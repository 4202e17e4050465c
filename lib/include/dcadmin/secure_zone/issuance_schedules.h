// SPDX-License-Identifier: Apache-2.0
// Automatic issuances (automatische afgifte): what is allocated in a region is handed in every
// working day, week, two weeks or month, by whoever's timer calls run(). Each period has one
// issuance, however late or often that happens, and however many machines do; one for which there
// is nothing is recorded as empty.
#pragma once

#include <dcadmin/base/date.h>
#include <dcadmin/base/enterprise_number.h>
#include <dcadmin/base/ids.h>
#include <dcadmin/base/month.h>
#include <dcadmin/bulk.h>
#include <dcadmin/env.h>
#include <dcadmin/error.h>
#include <dcadmin/export.h>
#include <dcadmin/secure_zone/vocabulary.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin {

enum class Every { day, week, two_weeks, month };
/// "two-weeks"; reading takes any case, refused with usage otherwise.
[[nodiscard]] DCADMIN_API std::string_view name_of(Every every);
[[nodiscard]] DCADMIN_API Every parse_every(std::string_view text);

struct IssuanceSchedule {
    EnterpriseNumber org;
    std::string org_name;
    Region region = Region::flanders;
    Every every = Every::month;
    int on = 0;              // 1 Monday to 7 Sunday; the day of the month; 0 for every day
    Date since;              // the first day that a period may end with
    std::vector<Date> next;  // the next days on which one is made
};

struct NewSchedule {
    EnterpriseNumber org;
    std::optional<Region> region;  // absent: each in which the company is accredited today
    Every every = Every::month;
    std::optional<int> on;  // default Monday, or the last day of the month
    std::string reason;
};

struct ScheduleRef {
    EnterpriseNumber org;
    std::optional<Region> region;  // absent: all it has
    std::string reason;
};

struct ScheduleFilter {
    std::optional<EnterpriseNumber> org;
    std::optional<Region> region;
};

struct RunRequest {
    std::optional<EnterpriseNumber> org;  // absent: all
    std::optional<Month> period;          // only periods that end in that month
    bool catch_up = false;                // each period that was missed, and not the last alone
};

/// What a run came to. What kept one company from being served does not keep the others.
struct RunSummary {
    std::int64_t schedules = 0;
    std::int64_t made = 0;
    std::int64_t empty = 0;
    std::int64_t services = 0;
    std::int64_t vouchers = 0;
    std::int64_t expired = 0;     // vouchers past their last day, which are in none
    std::vector<Error> problems;  // busy: another run is at work for a company
};

struct PeriodStatus {
    EnterpriseNumber org;
    std::string org_name;
    Region region = Region::flanders;
    std::string period;  // "2026-11", or the day it ends with
    Date until;
    Date due_on;
    std::optional<IssuanceId> issuance;  // absent: it is missing
    std::string state;
    std::int64_t vouchers = 0;
};

struct StatusFilter {
    std::optional<EnterpriseNumber> org;
    std::optional<Region> region;
    std::optional<Date> from;
    std::optional<Date> until;  // the day a period ends with
    bool missing = false;       // only those
};

class DCADMIN_API IssuanceSchedules {
   public:
    explicit IssuanceSchedules(const Env& env) : env_(env) {}

    /// One for each region. By who holds the zone's right. Another rhythm takes the place of the
    /// one that was, from today on. rule: the company is accredited in no region, or not in that
    /// one; usage: a day that does not go with the rhythm. Unchanged when it is so already.
    /// Recorded in the company's chain.
    Written<std::vector<IssuanceSchedule>> set(const NewSchedule& request);
    bulk::Summary set_rows(const bulk::Source<NewSchedule>& rows, const bulk::Options& options,
                           const bulk::Sink& sink);
    /// Unchanged when there is none. As set().
    Written<std::vector<IssuanceSchedule>> off(const ScheduleRef& request);
    bulk::Summary off_rows(const bulk::Source<ScheduleRef>& rows, const bulk::Options& options,
                           const bulk::Sink& sink);
    std::uint64_t list(const ScheduleFilter& filter, const Each<IssuanceSchedule>& each);

    /// Makes the issuances that are due; a company and region is one transaction for each. A
    /// company that another run is at work for is left out, with a problem of kind busy; so is one
    /// that its region does not accredit any more, with rule.
    RunSummary run(const RunRequest& request);
    /// Every period that is due by now, of the schedules that hold, and its issuance.
    std::uint64_t status(const StatusFilter& filter, const Each<PeriodStatus>& each);

   private:
    const Env& env_;
};

}  // namespace dcadmin
