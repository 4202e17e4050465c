// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/calendar/calendar_sql.h"

namespace dcadmin::secure_zone {

namespace {

ClosingRow closing_from(const store::Statement& row) {
    return {.id = row.integer(0),
            .organisation_id = row.maybe_integer(1),
            .day = Date::parse(row.text(2)),
            .reason = row.string(3)};
}

}  // namespace

std::vector<HolidayRule> read_holidays(store::Db& db, std::string_view language) {
    auto& rows = db.statement(R"(
        SELECT code, rule,
               CASE $1 WHEN 'fr' THEN name_fr WHEN 'de' THEN name_de WHEN 'en' THEN name_en
                       ELSE name_nl END,
               valid_from, valid_until, source
        FROM holiday ORDER BY code, valid_from)");
    rows.bind({language});
    std::vector<HolidayRule> holidays;
    while (rows.step()) {
        holidays.push_back(
            {.code = rows.string(0),
             .rule = rows.string(1),
             .name = rows.string(2),
             .valid = DateRange::of(Date::parse(rows.text(3)), Date::parse(rows.text(4))),
             .source = rows.string(5)});
    }
    rows.reset();
    return holidays;
}

std::vector<ClosingRow> read_closings(store::Db& db, DateRange days,
                                      std::optional<std::int64_t> organisation_id) {
    const std::string first = days.first().iso();
    const std::string last = days.last().iso();
    auto& rows = db.statement(R"(
        SELECT id, organisation_id, day, reason FROM closing_day
        WHERE opened_at = '' AND day >= $1 AND day <= $2
            AND (organisation_id IS NULL OR organisation_id = $3)
        ORDER BY day, id)");
    rows.bind({first, last, organisation_id.value_or(0)});
    std::vector<ClosingRow> closings;
    while (rows.step()) closings.push_back(closing_from(rows));
    rows.reset();
    return closings;
}

std::optional<ClosingRow> find_closing(store::Db& db, Date day,
                                       std::optional<std::int64_t> organisation_id) {
    const std::string on = day.iso();
    auto& found = db.statement(R"(
        SELECT id, organisation_id, day, reason FROM closing_day
        WHERE opened_at = '' AND day = $1 AND coalesce(organisation_id, 0) = $2)");
    if (!found.first({on, organisation_id.value_or(0)})) return std::nullopt;
    ClosingRow row = closing_from(found);
    found.reset();
    return row;
}

std::int64_t insert_closing(store::Db& db, const ClosingRow& row, std::int64_t operation) {
    const std::string on = row.day.iso();
    return db
        .statement(R"(
        INSERT INTO closing_day (organisation_id, day, reason, opened_at, operation_id)
        VALUES ($1, $2, $3, '', $4)
        RETURNING id)")
        .insert({store::optional_value(row.organisation_id), on, row.reason, operation});
}

void open_closing(store::Db& db, std::int64_t id, std::string_view now) {
    db.statement("UPDATE closing_day SET opened_at = $2 WHERE id = $1").run({id, now});
}

}  // namespace dcadmin::secure_zone
