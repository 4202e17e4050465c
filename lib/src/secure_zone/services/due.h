// SPDX-License-Identifier: Apache-2.0
// On which day the terms of a service run out. A run asks for many services the same few questions,
// so answers are kept. The issuer's closing days move terms, a company's own do not.
#pragma once

#include "secure_zone/calendar/rules.h"
#include "secure_zone/services/service_row.h"
#include "store/tx.h"

#include <dcadmin/base/date.h>

#include <map>
#include <optional>
#include <tuple>

namespace dcadmin::secure_zone {

class DueDays {
   public:
    explicit DueDays(store::Db& db);

    /// The last day of the company to validate it. rule where no sourced row says how long that is.
    [[nodiscard]] Date to_validate(const ServiceRow& service);
    /// The last day of the customer to confirm one that was validated through `from`.
    [[nodiscard]] Date to_confirm(const ServiceRow& service, Date from);
    /// Whether the customer may confirm before the company validates; both terms run from the
    /// registration then (Flanders since 01/06/2025, [S47]).
    [[nodiscard]] bool user_first(const ServiceRow& service);
    /// The first day on which a voucher may be issued that pays it, where there is such a rule:
    /// vouchers pay no service that is older than their term service-age.
    [[nodiscard]] std::optional<Date> last_issue_day(const ServiceRow& service);

   private:
    using Question = std::tuple<int, Region, EnteredBy, Channel, Date>;
    Date ask(TermKind kind, const ServiceRow& service, Date from);

    store::Db& db_;
    WorkingDays days_;
    std::map<Question, Date> answers_;
    std::map<std::pair<Region, Date>, bool> user_first_;
    std::map<std::pair<Region, Date>, std::optional<Date>> last_issue_;
};

}  // namespace dcadmin::secure_zone
