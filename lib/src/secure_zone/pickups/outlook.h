// SPDX-License-Identifier: Apache-2.0
// What is to come of a series: its days, which of them carrier and company have off, and what was
// made of them already.
#pragma once

#include "secure_zone/calendar/working_days.h"
#include "secure_zone/pickups/series_sql.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace dcadmin::secure_zone {

/// The calendar of carrier and one company, with the names of their days off.
class Outlook {
   public:
    Outlook(store::Db& db, std::int64_t organisation_id, Language language);

    [[nodiscard]] WorkingDays& companys() { return companys_; }
    [[nodiscard]] WorkingDays& issuers() { return issuers_; }
    /// "Kerstmis", "Saturday", why one is closed; empty for a working day.
    [[nodiscard]] std::string name_of(Date day) const;

   private:
    WorkingDays issuers_;
    WorkingDays companys_;
    std::vector<HolidayRule> holidays_;
    std::map<Date, std::string> closings_;
};

struct Occurrence {
    Date day;
    std::string fate;  // as PickupOccurrence has it
    std::optional<Date> comes_on;
    std::string why;
    std::optional<PickupId> pickup;
};
/// Those of that day or later through `until`, with earlier ones that were moved there.
[[nodiscard]] std::vector<Occurrence> occurrences_of(store::Db& db, const SeriesRow& row,
                                                     Outlook& outlook, Date from, Date until);

}  // namespace dcadmin::secure_zone
