// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/services/history_sql.h"

#include <dcadmin/base/text.h>

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace dcadmin::secure_zone {

namespace {

struct Told {
    std::string order;
    ServiceHistoryLine line;
};

// Moment, user, person, key and account of an operation op, with its account.
constexpr std::string_view who_columns = "op.at, op.user_name, op.claimed, op.key_used, ac.name";
constexpr std::string_view who_tables = "LEFT JOIN account ac ON ac.id = op.account_id";

std::string actor_of(const store::Statement& row) {
    if (!row.is_null(4)) return fmt::format("account {}", row.text(4));
    if (row.is_null(2)) return row.string(1);
    if (!row.text(3).empty()) return fmt::format("p-{}", row.integer(2));
    return fmt::format("p-{} (claimed, by {})", row.integer(2), row.text(1));
}

bool has_line(std::string_view image, std::string_view line) {
    const auto lines = text::split(image, '\n');
    return std::ranges::find(lines, line) != lines.end();
}

// The lines of `image` that the other one lacks: "day 2026-11-02, hours 3".
std::string changed_fields(std::string_view image, std::string_view other) {
    std::string all;
    for (const std::string_view line : text::split(image, '\n')) {
        if (line.empty() || has_line(other, line)) continue;
        const auto equals = line.find('=');
        all += fmt::format("{}{} {}", all.empty() ? "" : ", ", line.substr(0, equals),
                           line.substr(equals + 1));
    }
    return all;
}

std::string joined(std::string_view state, const std::string& fields) {
    return fields.empty() ? std::string(state) : fmt::format("{}, {}", state, fields);
}

// `order` of a moment that is known to the second, and of what happened in it.
Told told(const store::Statement& row, std::int64_t service_id, std::string_view event, int rank) {
    return {.order = fmt::format("{} {} {:020}", row.text(0), rank, row.integer(5)),
            .line = {.service = ServiceId::from_stored(service_id),
                     .at = Timestamp::parse(row.text(0)),
                     .actor = actor_of(row),
                     .event = std::string(event),
                     .day = {},
                     .before = {},
                     .after = {},
                     .text = {}}};
}

void add_changes(store::Db& db, std::int64_t id, std::vector<Told>& all) {
    static const std::string sql = fmt::format(R"(
        SELECT {}, c.id, c.event, c.day, c.state_before, c.state_after, c.fields_before,
               c.fields_after
        FROM service_change c
        JOIN change_set x ON x.id = c.change_set_id
        JOIN operation op ON op.id = x.operation_id {}
        WHERE c.service_id = $1 ORDER BY c.id)",
                                               who_columns, who_tables);
    auto& rows = db.statement(sql);
    rows.bind({id});
    while (rows.step()) {
        Told one = told(rows, id, rows.text(6), 1);
        const std::string before = rows.string(10);
        const std::string after = rows.string(11);
        one.line.day = Date::parse(rows.text(7));
        one.line.before = joined(rows.text(8), changed_fields(before, after));
        const bool first = before.empty();
        one.line.after = joined(rows.text(9), first ? "" : changed_fields(after, before));
        all.push_back(std::move(one));
    }
    rows.reset();
}

void add_comments(store::Db& db, std::int64_t id, std::vector<Told>& all) {
    static const std::string sql = fmt::format(R"(
        SELECT {}, m.id, m.party, m.body
        FROM service_comment m
        JOIN operation op ON op.id = m.operation_id {}
        WHERE m.service_id = $1 ORDER BY m.id)",
                                               who_columns, who_tables);
    auto& rows = db.statement(sql);
    rows.bind({id});
    while (rows.step()) {
        Told one = told(rows, id, "comment", 2);
        one.line.text = fmt::format("{}: {}", rows.text(6), rows.text(7));
        all.push_back(std::move(one));
    }
    rows.reset();
}

void add_vouchers(store::Db& db, std::int64_t id, std::vector<Told>& all) {
    static const std::string sql = fmt::format(R"(
        SELECT {}, a.id, a.vouchers, a.voucher_order_id, a.first_number, a.hand_in_until,
               a.allocated_on
        FROM allocation a
        JOIN change_set x ON x.id = a.change_set_id
        JOIN operation op ON op.id = x.operation_id {}
        WHERE a.service_id = $1 ORDER BY a.id)",
                                               who_columns, who_tables);
    auto& rows = db.statement(sql);
    rows.bind({id});
    while (rows.step()) {
        Told one = told(rows, id, "vouchers", 3);
        one.line.day = Date::parse(rows.text(10));
        one.line.text =
            fmt::format("{} of o-{} from number {}, to be handed in by {}", rows.integer(6),
                        rows.integer(7), rows.integer(8), rows.text(9));
        all.push_back(std::move(one));
    }
    rows.reset();
}

// The vouchers of a service that one issuance has.
constexpr std::string_view issued_vouchers = R"(
        (SELECT issuance_id, CAST(sum(vouchers) AS BIGINT) AS vouchers FROM allocation
         WHERE service_id = $1 AND issuance_id <> 0 GROUP BY issuance_id) a
        JOIN issuance i ON i.id = a.issuance_id)";

void add_issuances(store::Db& db, std::int64_t id, std::vector<Told>& all) {
    static const std::string sql = fmt::format(R"(
        SELECT {}, i.id, a.vouchers, i.made_on
        FROM {}
        JOIN operation op ON op.id = i.operation_id {}
        ORDER BY i.id)",
                                               who_columns, issued_vouchers, who_tables);
    auto& rows = db.statement(sql);
    rows.bind({id});
    while (rows.step()) {
        Told one = told(rows, id, "issue", 4);
        one.line.day = Date::parse(rows.text(7));
        one.line.text = fmt::format("{} in i-{}", rows.integer(6), rows.integer(5));
        all.push_back(std::move(one));
    }
    rows.reset();
}

void add_payments(store::Db& db, std::int64_t id, std::vector<Told>& all) {
    static const std::string sql = fmt::format(R"(
        SELECT r.paid_on, i.id, a.vouchers, r.reference
        FROM {}
        JOIN refund r ON r.issuance_id = i.id AND r.paid_on <> ''
        ORDER BY i.id)",
                                               issued_vouchers);
    auto& rows = db.statement(sql);
    rows.bind({id});
    while (rows.step()) {
        ServiceHistoryLine line{
            .service = ServiceId::from_stored(id),
            .at = {},
            .actor = {},
            .event = "pay",
            .day = Date::parse(rows.text(0)),
            .before = {},
            .after = {},
            .text = fmt::format("{} of i-{}, {}", rows.integer(2), rows.integer(1), rows.text(3))};
        // A payment is told at the end of its day.
        all.push_back({.order = fmt::format("{}T24", rows.text(0)), .line = std::move(line)});
    }
    rows.reset();
}

}  // namespace

std::vector<ServiceHistoryLine> history_of(store::Db& db, std::int64_t service_id) {
    std::vector<Told> all;
    add_changes(db, service_id, all);
    add_comments(db, service_id, all);
    add_vouchers(db, service_id, all);
    add_issuances(db, service_id, all);
    add_payments(db, service_id, all);
    std::ranges::stable_sort(all, {}, &Told::order);
    std::vector<ServiceHistoryLine> lines;
    lines.reserve(all.size());
    for (Told& one : all) lines.push_back(std::move(one.line));
    return lines;
}

std::vector<ServiceComment> comments_of(store::Db& db, std::int64_t service_id) {
    std::vector<ServiceComment> all;
    auto& rows = db.statement(
        "SELECT party, written_at, body FROM service_comment WHERE service_id = $1 ORDER BY id");
    rows.bind({service_id});
    while (rows.step()) {
        all.push_back({.party = rows.string(0),
                       .at = Timestamp::parse(rows.text(1)),
                       .body = rows.string(2)});
    }
    rows.reset();
    return all;
}

}  // namespace dcadmin::secure_zone
