// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/services/shown_sql.h"

#include <dcadmin/error.h>

#include <fmt/format.h>

#include <string>

namespace dcadmin::secure_zone {

const std::string_view shown_service_columns =
    "s.id, s.work_id, o.number, w.login, "
    "CASE WHEN p.number > 0 THEN p.first_name || ' ' || p.last_name ELSE '(erased)' END, "
    "c.number, CASE WHEN c.name <> '' THEN c.name ELSE '(erased)' END, s.region, s.day, s.hours, "
    "s.activity, s.entered_by, s.state, s.due_on, s.allocated, s.issued, s.paid, s.hand_in_until";
const std::string_view shown_service_tables =
    " FROM service s JOIN organisation o ON o.id = s.organisation_id "
    "JOIN worker w ON w.id = s.worker_id JOIN person p ON p.id = w.person_id "
    "JOIN customer c ON c.id = s.customer_id";

namespace {

std::uint64_t number(const store::Statement& row, int column) {
    return static_cast<std::uint64_t>(row.integer(column));
}

std::optional<Date> maybe_day(const store::Statement& row, int column) {
    if (row.text(column).empty()) return std::nullopt;
    return Date::parse(row.text(column));
}

}  // namespace

Service shown_from(const store::Statement& row, Date risk_until) {
    Service one{.id = ServiceId::from_stored(row.integer(0)),
                .work_id = row.string(1),
                .org = EnterpriseNumber::from_stored(number(row, 2)),
                .worker = AffiliationNumber::from_stored(number(row, 3)),
                .worker_name = row.string(4),
                .customer = CustomerNumber::from_stored(number(row, 5)),
                .customer_name = row.string(6),
                .region = parse_region(row.text(7)),
                .day = Date::parse(row.text(8)),
                .hours = static_cast<int>(row.integer(9)),
                .activity = parse_activity(row.text(10)),
                .entered_by = parse_entered_by(row.text(11)),
                .state = parse_service_state(row.text(12)),
                .due = maybe_day(row, 13),
                .allocated = static_cast<int>(row.integer(14)),
                .issued = static_cast<int>(row.integer(15)),
                .paid = static_cast<int>(row.integer(16)),
                .hand_in_until = maybe_day(row, 17)};
    one.at_risk = one.hand_in_until && *one.hand_in_until <= risk_until;
    return one;
}

Service shown_service(store::Db& db, std::int64_t id, Date risk_until) {
    static const std::string sql =
        fmt::format("SELECT {}{} WHERE s.id = $1", shown_service_columns, shown_service_tables);
    auto& row = db.statement(sql);
    if (!row.first({id})) throw Error(Kind::integrity, "a service is gone");
    Service one = shown_from(row, risk_until);
    row.reset();
    return one;
}

}  // namespace dcadmin::secure_zone
