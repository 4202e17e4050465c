// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/services/due.h"

#include "secure_zone/calendar/working_days.h"
#include "secure_zone/terms/holding.h"

#include <algorithm>

namespace dcadmin::secure_zone {

DueDays::DueDays(store::Db& db) : db_(db), days_(working_days(db)) {}

Date DueDays::ask(TermKind kind, const ServiceRow& service, Date from) {
    const Question question{static_cast<int>(kind), service.region, service.entered_by,
                            service.channel, from};
    if (const auto known = answers_.find(question); known != answers_.end()) return known->second;
    const LegalTerm term = term_holding(db_,
                                        {.kind = kind,
                                         .region = service.region,
                                         .entered_by = service.entered_by,
                                         .channel = service.channel},
                                        from);
    const Date last = last_day_of(term, from, days_);
    answers_.emplace(question, last);
    return last;
}

Date DueDays::to_validate(const ServiceRow& service) {
    return ask(TermKind::validate, service, service.registered_on);
}

Date DueDays::to_confirm(const ServiceRow& service, Date from) {
    if (!user_first(service)) return ask(TermKind::confirm, service, from);
    return std::max(from, ask(TermKind::confirm, service, service.registered_on));
}

bool DueDays::user_first(const ServiceRow& service) {
    const auto [at, is_new] = user_first_.try_emplace({service.region, service.registered_on});
    if (is_new) {
        at->second = zone_rule_holds(db_, "user-first", service.region, service.registered_on);
    }
    return at->second;
}

std::optional<Date> DueDays::last_issue_day(const ServiceRow& service) {
    const auto [at, is_new] = last_issue_.try_emplace({service.region, service.day});
    if (is_new) {
        const auto term = find_term_holding(
            db_, {.kind = TermKind::service_age, .region = service.region}, service.day);
        if (term) at->second = last_day_of(*term, service.day, days_);
    }
    return at->second;
}

}  // namespace dcadmin::secure_zone
