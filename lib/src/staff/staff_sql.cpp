// SPDX-License-Identifier: Apache-2.0
#include "staff/staff_sql.h"

#include "store/listing.h"

#include <fmt/format.h>

namespace dcadmin::staff {

namespace {

constexpr std::string_view columns = R"(
    SELECT s.id, s.person_id, p.first_name || ' ' || p.last_name, s.role, s.valid_from,
           s.valid_until, s.ended_at, s.reason
    FROM staff s JOIN person p ON p.id = s.person_id)";

DateRange period_from(const store::Statement& row, int first) {
    return DateRange::of(Date::parse(row.text(first)), Date::parse(row.text(first + 1)));
}

std::string_view state_of(DateRange period, const std::optional<Timestamp>& ended_at, Date day,
                          Timestamp now) {
    if (ended_at && *ended_at <= now) return "ended";
    if (day < period.first()) return "future";
    return day > period.last() ? "ended" : "active";
}

StaffMember member_from(const store::Statement& row, Date day, Timestamp now) {
    StaffMember member{.id = StaffId::from_stored(row.integer(0)),
                       .person = PersonId::from_stored(row.integer(1)),
                       .name = row.string(2),
                       .role = parse_staff_role(row.text(3)),
                       .period = period_from(row, 4),
                       .ended_at = {},
                       .state = {},
                       .reason = row.string(7)};
    if (!row.text(6).empty()) member.ended_at = Timestamp::parse(row.text(6));
    member.state = state_of(member.period, member.ended_at, day, now);
    return member;
}

bool is_there(store::Db& db, std::string_view sql, std::initializer_list<store::Value> values) {
    auto& found = db.statement(sql);
    const bool there = found.first(values);
    found.reset();
    return there;
}

void where_state(store::Listing& listing, std::string_view state, const std::string& day,
                 const std::string& now) {
    if (state.empty()) return;
    if (state == "ended") {
        listing.where("(s.valid_until < {} OR (s.ended_at <> '' AND s.ended_at <= {}))",
                      {day, now});
        return;
    }
    listing.where("(s.ended_at = '' OR s.ended_at > {})", now);
    if (state == "future") {
        listing.where("s.valid_from > {}", day);
    } else {
        listing.where("s.valid_from <= {} AND s.valid_until >= {}", {day, day});
    }
}

}  // namespace

std::vector<StaffRow> staff_of(store::Db& db, std::int64_t person_id, StaffRole role) {
    auto& rows = db.statement(R"(
        SELECT id, valid_from, valid_until, ended_at, reason FROM staff
        WHERE person_id = $1 AND role = $2 ORDER BY id)");
    rows.bind({person_id, name_of(role)});
    std::vector<StaffRow> found;
    while (rows.step()) {
        found.push_back({.id = rows.integer(0),
                         .person_id = person_id,
                         .role = role,
                         .period = period_from(rows, 1),
                         .ended_at = rows.string(3),
                         .reason = rows.string(4)});
    }
    rows.reset();
    return found;
}

std::int64_t insert_staff(store::Db& db, const StaffRow& row, std::int64_t operation) {
    const std::string from = row.period.first().iso();
    const std::string until = row.period.last().iso();
    return db
        .statement(R"(
        INSERT INTO staff (person_id, role, valid_from, valid_until, ended_at, reason, operation_id)
        VALUES ($1, $2, $3, $4, '', $5, $6)
        RETURNING id)")
        .insert({row.person_id, name_of(row.role), from, until, row.reason, operation});
}

void end_staff(store::Db& db, std::int64_t id, std::string_view at) {
    db.statement("UPDATE staff SET ended_at = $2 WHERE id = $1").run({id, at});
}

StaffMember shown_staff(store::Db& db, std::int64_t id, Date day, Timestamp now) {
    auto& row = db.statement(fmt::format("{} WHERE s.id = $1", columns));
    if (!row.first({id})) throw Error(Kind::integrity, "a member of staff is gone");
    StaffMember member = member_from(row, day, now);
    row.reset();
    return member;
}

std::uint64_t list_staff(store::Db& db, const StaffFilter& filter,
                         std::optional<std::int64_t> person_id, const access::Sight& sight,
                         Timestamp now, const Each<StaffMember>& each) {
    const Date today = now.brussels_day();
    store::Listing listing(std::string(columns),
                           "SELECT count(*) FROM staff s JOIN person p ON p.id = s.person_id");
    if (person_id) listing.where("s.person_id = {}", *person_id);
    if (filter.role) listing.where("s.role = {}", name_of(*filter.role));
    where_state(listing, filter.state, today.iso(), now.iso());
    access::narrow(listing, sight, {.organisation = {}, .person = "s.person_id"});
    listing.order(filter.page, {{"id", "s.id"}, {"name", "p.folded, s.id"}}, "id");
    return listing.run(
        db, [&](const store::Statement& row) { return each(member_from(row, today, now)); });
}

bool can_sign_in(store::Db& db, std::int64_t person_id, Date day) {
    const std::string on = day.iso();
    return is_there(db, R"(
        SELECT 1 FROM credential c JOIN key_kind k ON k.code = c.kind
        WHERE c.person_id = $1 AND c.retired_at = '' AND k.valid_from <= $2
            AND k.valid_until >= $2 AND k.level >= 300
        LIMIT 1)",
                    {person_id, on});
}

bool others_operate(store::Db& db, std::int64_t staff_id, Timestamp now) {
    const std::string on = now.brussels_day().iso();
    const std::string moment = now.iso();
    return is_there(db, R"(
        SELECT 1 FROM staff s
        JOIN credential c ON c.person_id = s.person_id
        JOIN key_kind k ON k.code = c.kind
        WHERE s.id <> $1 AND s.role = 'operator' AND s.valid_from <= $2 AND s.valid_until >= $2
            AND (s.ended_at = '' OR s.ended_at > $3) AND c.retired_at = ''
            AND k.valid_from <= $2 AND k.valid_until >= $2 AND k.level >= 300
        LIMIT 1)",
                    {staff_id, on, moment});
}

}  // namespace dcadmin::staff
