// SPDX-License-Identifier: Apache-2.0
#include "tamper.h"

#include <fmt/format.h>

#include <array>

namespace dcadmin::testing {

namespace {

struct Cell {
    std::string_view table;
    std::string_view column;
    std::string_view rows = "1 = 1";
};

// Every column that the log vouches for. The end of a chain may be moved to a later id without
// meaning anything, and an end that never moved is the first end.
constexpr auto cells = std::to_array<Cell>({
    {"operation", "id"},
    {"operation", "at"},
    {"operation", "user_name"},
    {"operation", "claimed"},
    {"operation", "command"},
    {"operation", "key_used"},
    {"operation", "key_level", "key_used <> ''"},
    {"operation", "organisation_id", "key_used <> ''"},
    {"operation", "session_id", "key_used <> ''"},
    {"operation", "account_id", "key_used <> ''"},
    {"credential", "id"},
    {"credential", "person_id"},
    {"credential", "kind"},
    {"credential", "activated_at"},
    {"credential", "identified_by"},
    {"credential", "retired_at"},
    {"account", "name"},
    {"account", "operations"},
    {"account", "valid_until"},
    {"account", "retired_at"},
    {"account", "reason"},
    {"organisation", "id"},
    {"organisation", "number"},
    {"organisation", "name"},
    {"organisation", "parent_id"},
    {"organisation", "language"},
    {"person", "id"},
    {"person", "number"},
    {"person", "first_name"},
    {"person", "last_name"},
    {"person", "email"},
    {"person", "phone"},
    {"person", "language"},
    {"person", "source"},
    {"person", "audit_key"},
    {"working_relation", "id"},
    {"working_relation", "person_id"},
    {"working_relation", "organisation_id"},
    {"working_relation", "audience"},
    {"working_relation", "category"},
    {"working_relation", "email"},
    {"working_relation", "phone"},
    {"working_relation", "valid_from"},
    {"working_relation", "valid_until"},
    {"working_relation", "ended_at"},
    {"working_relation", "reason"},
    {"working_relation", "operation_id"},
    {"right_definition", "id"},
    {"right_definition", "code"},
    {"right_definition", "title_nl"},
    {"right_definition", "title_fr"},
    {"right_definition", "title_en"},
    {"right_definition", "context"},
    {"right_definition", "max_term"},
    {"right_definition", "default_term"},
    {"right_definition", "min_level"},
    {"right_audience", "right_id"},
    {"right_audience", "audience"},
    {"context_value", "id", "id <> 0"},
    {"context_value", "kind", "id <> 0"},
    {"context_value", "organisation_id", "id <> 0"},
    {"context_value", "right_id", "id <> 0"},
    {"context_value", "number", "id <> 0"},
    {"context_value", "code", "id <> 0"},
    {"context_value", "name", "id <> 0"},
    {"right_grant", "id"},
    {"right_grant", "relation_id"},
    {"right_grant", "right_id"},
    {"right_grant", "context_id"},
    {"right_grant", "valid_from"},
    {"right_grant", "valid_until"},
    {"right_grant", "first_until", "first_until <> valid_until"},
    {"right_grant", "revoked_at"},
    {"right_grant", "reason"},
    {"right_grant", "operation_id"},
    {"review", "id"},
    {"review", "organisation_id"},
    {"review", "state"},
    {"review", "due"},
    {"review", "right_id"},
    {"review", "sites"},
    {"review", "reason"},
    {"review", "closed_at"},
    {"review", "answer"},
    {"review", "unanswered"},
    {"review", "operation_id"},
    {"review_item", "id"},
    {"review_item", "review_id"},
    {"review_item", "grant_id"},
    {"review_item", "reviewer_id"},
    {"review_item", "decision"},
    {"review_item", "until"},
    {"review_item", "reason"},
    {"administrator", "id"},
    {"administrator", "organisation_id"},
    {"administrator", "person_id"},
    {"administrator", "role"},
    {"administrator", "domain_id"},
    {"administrator", "context_id"},
    {"administrator", "email"},
    {"administrator", "phone"},
    {"administrator", "valid_from"},
    {"administrator", "valid_until"},
    {"administrator", "ended_at"},
    {"administrator", "appointer_id"},
    {"administrator", "request_id"},
    {"administrator", "reason"},
    {"administrator", "operation_id"},
    {"chief_request", "organisation_id"},
    {"chief_request", "person_id"},
    {"chief_request", "requester_id"},
    {"chief_request", "email"},
    {"chief_request", "reason"},
    {"chief_request", "documents"},
    {"chief_request", "state"},
    {"chief_request", "answer"},
    {"activation", "organisation_id"},
    {"activation", "at"},
    {"activation", "operation_id"},
    {"accreditation", "id"},
    {"accreditation", "organisation_id"},
    {"accreditation", "region"},
    {"accreditation", "number"},
    {"accreditation", "activities"},
    {"accreditation", "valid_from"},
    {"accreditation", "valid_until"},
    {"accreditation", "operation_id"},
    {"contact", "id"},
    {"contact", "organisation_id"},
    {"contact", "person_id"},
    {"contact", "purpose"},
    {"contact", "consent_on"},
    {"contact", "ended_at"},
    {"contact", "operation_id"},
    {"worker", "id"},
    {"worker", "login"},
    {"worker", "organisation_id"},
    {"worker", "person_id"},
    {"worker", "context_id"},
    {"worker", "region"},
    {"worker", "email"},
    {"worker", "phone"},
    {"worker", "password_hash"},
    {"worker", "inactive_since"},
    {"worker", "operation_id"},
    {"contract", "id"},
    {"contract", "worker_id"},
    {"contract", "context_id"},
    {"contract", "valid_from"},
    {"contract", "valid_until"},
    {"contract", "hours"},
    {"contract", "operation_id"},
    {"customer", "id"},
    {"customer", "organisation_id"},
    {"customer", "number"},
    {"customer", "name"},
    {"customer", "region"},
    {"customer", "language"},
    {"customer", "channel"},
    {"customer", "email"},
    {"customer", "phone"},
    {"customer", "person_id"},
    {"customer", "inactive_since"},
    {"customer", "audit_key"},
    {"customer", "operation_id"},
    {"voucher_order", "id"},
    {"voucher_order", "customer_id"},
    {"voucher_order", "first_number"},
    {"voucher_order", "vouchers"},
    {"voucher_order", "issued_on"},
    {"voucher_order", "usable_until"},
    {"voucher_order", "hand_in_until"},
    {"voucher_order", "operation_id"},
    {"pickup", "id"},
    {"pickup", "organisation_id"},
    {"pickup", "context_id"},
    {"pickup", "region"},
    {"pickup", "day"},
    {"pickup", "person_id"},
    {"pickup", "phone"},
    {"pickup", "bags"},
    {"pickup", "cancelled_at"},
    {"pickup", "operation_id"},
    {"paper_voucher", "id"},
    {"paper_voucher", "organisation_id"},
    {"paper_voucher", "context_id"},
    {"paper_voucher", "region"},
    {"paper_voucher", "number"},
    {"paper_voucher", "customer"},
    {"paper_voucher", "usable_until"},
    {"paper_voucher", "hand_in_until"},
    {"paper_voucher", "day"},
    {"paper_voucher", "worker_id"},
    {"paper_voucher", "activity"},
    {"paper_voucher", "state"},
    {"paper_voucher", "received_on"},
    {"paper_voucher", "announced_on"},
    {"paper_voucher", "read_on"},
    {"paper_voucher", "due_on"},
    {"paper_voucher", "lacks"},
    {"paper_voucher", "cause"},
    {"paper_voucher", "issuance_id"},
    {"paper_voucher", "operation_id"},
    {"service", "id"},
    {"service", "organisation_id"},
    {"service", "work_id"},
    {"service", "worker_id"},
    {"service", "context_id"},
    {"service", "customer_id"},
    {"service", "region"},
    {"service", "day"},
    {"service", "hours"},
    {"service", "activity"},
    {"service", "entered_by"},
    {"service", "channel"},
    {"service", "state"},
    {"service", "registered_on"},
    {"service", "validated_on"},
    {"service", "confirmed_on"},
    {"service", "due_on"},
    {"service", "operation_id"},
    {"change_set", "id"},
    {"change_set", "organisation_id"},
    {"change_set", "verb"},
    {"change_set", "operation_id"},
    {"service_change", "change_set_id"},
    {"service_change", "service_id"},
    {"service_change", "event"},
    {"service_change", "state_before"},
    {"service_change", "state_after"},
    {"service_change", "day"},
    {"service_change", "due_on"},
    {"service_change", "fields_before"},
    {"service_change", "fields_after"},
    {"service_comment", "id"},
    {"service_comment", "service_id"},
    {"service_comment", "party"},
    {"service_comment", "body"},
    {"service_comment", "written_at"},
    {"service_comment", "operation_id"},
    {"allocation", "change_set_id"},
    {"allocation", "service_id"},
    {"allocation", "voucher_order_id"},
    {"allocation", "first_number"},
    {"allocation", "vouchers"},
    {"allocation", "allocated_on"},
    {"allocation", "hand_in_until"},
    {"pickup", "series_id"},
    {"pickup", "series_day"},
    {"pickup", "postponed_to"},
    {"pickup_series", "id"},
    {"pickup_series", "organisation_id"},
    {"pickup_series", "context_id"},
    {"pickup_series", "region"},
    {"pickup_series", "every"},
    {"pickup_series", "on_day"},
    {"pickup_series", "on_holiday"},
    {"pickup_series", "valid_from"},
    {"pickup_series", "valid_until"},
    {"pickup_series", "person_id"},
    {"pickup_series", "phone"},
    {"pickup_series", "bags"},
    {"pickup_series", "ended_at"},
    {"pickup_series", "operation_id"},
    {"deactivation", "id"},
    {"deactivation", "organisation_id"},
    {"deactivation", "deactivated_on"},
    {"deactivation", "forced"},
    {"deactivation", "operation_id"},
    {"issuance_schedule", "id"},
    {"issuance_schedule", "organisation_id"},
    {"issuance_schedule", "region"},
    {"issuance_schedule", "every"},
    {"issuance_schedule", "on_day"},
    {"issuance_schedule", "since"},
    {"issuance_schedule", "ended_at"},
    {"issuance_schedule", "operation_id"},
    {"issuance", "id"},
    {"issuance", "organisation_id"},
    {"issuance", "region"},
    {"issuance", "kind"},
    {"issuance", "mode"},
    {"issuance", "period"},
    {"issuance", "period_until"},
    {"issuance", "month"},
    {"issuance", "made_on"},
    {"issuance", "received_on"},
    {"issuance", "state"},
    {"issuance", "services"},
    {"issuance", "vouchers"},
    {"issuance", "items"},
    {"issuance", "operation_id"},
    {"block", "id"},
    {"block", "organisation_id"},
    {"block", "region"},
    {"block", "issuance_id"},
    {"block", "cause"},
    {"block", "since"},
    {"block", "released_at"},
    {"block", "operation_id"},
    {"refund", "id"},
    {"refund", "issuance_id"},
    {"refund", "cents"},
    {"refund", "vouchers"},
    {"refund", "unpriced"},
    {"refund", "expected_on"},
    {"refund", "paid_on"},
    {"refund", "reference"},
    {"refund", "operation_id"},
    {"refund_line", "refund_id"},
    {"refund_line", "tariff_id"},
    {"refund_line", "vouchers"},
    {"allocation", "issuance_id", "issuance_id <> 0"},
    {"closing_day", "id"},
    {"closing_day", "organisation_id"},
    {"closing_day", "day"},
    {"closing_day", "reason"},
    {"closing_day", "opened_at"},
    {"closing_day", "operation_id"},
    {"zone_term", "kind", "operation_id IS NOT NULL"},
    {"zone_term", "region", "operation_id IS NOT NULL"},
    {"zone_term", "entered_by", "operation_id IS NOT NULL"},
    {"zone_term", "channel", "operation_id IS NOT NULL"},
    {"zone_term", "length", "operation_id IS NOT NULL"},
    {"zone_term", "unit", "operation_id IS NOT NULL"},
    {"zone_term", "valid_from", "operation_id IS NOT NULL"},
    {"zone_term", "valid_until", "operation_id IS NOT NULL"},
    {"zone_term", "source", "operation_id IS NOT NULL"},
    {"zone_term", "operation_id", "operation_id IS NOT NULL"},
    {"tariff", "kind", "operation_id IS NOT NULL"},
    {"tariff", "region", "operation_id IS NOT NULL"},
    {"tariff", "basis", "operation_id IS NOT NULL"},
    {"tariff", "amount", "operation_id IS NOT NULL"},
    {"tariff", "valid_from", "operation_id IS NOT NULL"},
    {"tariff", "valid_until", "operation_id IS NOT NULL"},
    {"tariff", "hand_in_until", "operation_id IS NOT NULL"},
    {"tariff", "source", "operation_id IS NOT NULL"},
    {"tariff", "operation_id", "operation_id IS NOT NULL"},
    {"domain", "code", "operation_id IS NOT NULL"},
    {"domain", "operation_id", "operation_id IS NOT NULL"},
    {"domain", "name_nl", "operation_id IS NOT NULL"},
    {"domain", "source", "operation_id IS NOT NULL"},
    {"task", "id"},
    {"task", "organisation_id"},
    {"task", "kind"},
    {"task", "state"},
    {"task", "person_id"},
    {"task", "subject"},
    {"task", "due"},
    {"task", "right_id"},
    {"task", "contexts"},
    {"task", "audience"},
    {"task", "category"},
    {"task", "email"},
    {"task", "phone"},
    {"task", "valid_from"},
    {"task", "valid_until"},
    {"task", "reason"},
    {"task", "answer"},
    {"task", "operation_id"},
    {"news", "id"},
    {"news", "title"},
    {"news", "body"},
    {"news", "audience"},
    {"news", "valid_from"},
    {"news", "valid_until"},
    {"news", "operation_id"},
    {"application", "id"},
    {"application", "code"},
    {"application", "name"},
    {"application", "right_id"},
    {"application", "min_level"},
    {"application", "claim"},
    {"application", "client_id"},
    {"application", "national_number"},
    {"application", "operation_id"},
    {"signing_key", "id"},
    {"signing_key", "kid"},
    {"signing_key", "algorithm"},
    {"signing_key", "jwk"},
    {"signing_key", "retired_at"},
    {"signing_key", "operation_id"},
    {"audit_chain", "id"},
    {"audit_chain", "organisation_id"},
    {"audit_chain", "length"},
    {"audit_chain", "head"},
    {"audit_entry", "id",
     "position < (SELECT length FROM audit_chain c WHERE c.id = audit_entry.chain_id)"},
    {"audit_entry", "chain_id"},
    {"audit_entry", "position"},
    {"audit_entry", "operation_id"},
    {"audit_entry", "subject"},
    {"audit_entry", "verb"},
    {"audit_entry", "subject_id"},
    {"audit_entry", "before_image"},
    {"audit_entry", "after_image"},
    {"audit_entry", "reason"},
    {"audit_entry", "hash"},
});

constexpr auto deletable = std::to_array<Cell>({{"operation", "id"},
                                                {"organisation", "id"},
                                                {"person", "id"},
                                                {"working_relation", "id"},
                                                {"right_definition", "id"},
                                                {"right_audience", "rowid"},
                                                {"context_value", "id", "id <> 0"},
                                                {"right_grant", "id"},
                                                {"review", "id"},
                                                {"review_item", "id"},
                                                {"administrator", "id"},
                                                {"chief_request", "id"},
                                                {"activation", "organisation_id"},
                                                {"domain", "id", "operation_id IS NOT NULL"},
                                                {"voucher_order", "id"},
                                                {"task", "id"},
                                                {"news", "id"},
                                                {"application", "id"},
                                                {"signing_key", "id"},
                                                {"audit_chain", "id"},
                                                {"audit_entry", "id"}});

// What is put in by hand; {0} is a small number that differs from draw to draw.
constexpr auto inserts = std::to_array<std::string_view>({
    R"(INSERT INTO right_grant (relation_id, right_id, context_id, valid_from, valid_until,
           revoked_at, reason, operation_id)
       SELECT relation_id, right_id, context_id, '2019-01-{0:02}', '2031-12-31', '', reason,
           operation_id FROM right_grant ORDER BY (rowid * 7919 + {0}) % 101 LIMIT 1)",
    R"(INSERT INTO right_grant (id, relation_id, right_id, context_id, valid_from, valid_until,
           revoked_at, reason, operation_id)
       SELECT 4000000000000 + {0}, relation_id, right_id, context_id, '2019-01-01', '2031-12-31', '',
           reason, operation_id FROM right_grant ORDER BY (rowid * 7919 + {0}) % 101 LIMIT 1)",
    R"(INSERT INTO person (number, first_name, last_name, folded, email, phone, language, source,
           audit_key)
       SELECT number + {0}, first_name, last_name, folded, email, phone, language, source, audit_key
       FROM person ORDER BY (rowid * 7919 + {0}) % 101 LIMIT 1)",
    R"(INSERT INTO working_relation (person_id, organisation_id, audience, category, email, phone,
           valid_from, valid_until, ended_at, reason, operation_id)
       SELECT person_id, organisation_id, audience, category, email, phone, '2019-01-{0:02}',
           valid_until, '', reason, operation_id FROM working_relation ORDER BY (rowid * 7919 + {0}) % 101 LIMIT 1)",
    R"(INSERT INTO organisation (number, name, folded, language)
       SELECT number + {0}, name, folded, language FROM organisation ORDER BY (rowid * 7919 + {0}) % 101 LIMIT 1)",
    R"(INSERT INTO context_value (kind, organisation_id, number, code, name, folded)
       SELECT kind, organisation_id, number + {0}, code, name, folded FROM context_value
       WHERE kind = 'site' ORDER BY (rowid * 7919 + {0}) % 101 LIMIT 1)",
    R"(INSERT INTO context_value (kind, right_id, code, name, folded)
       SELECT 'role', right_id, 'baas{0}', 'baas{0}', 'baas{0}' FROM context_value
       WHERE kind = 'role' LIMIT 1)",
    R"(INSERT INTO right_definition (code, title_nl, title_fr, title_en, folded, context, max_term,
           default_term, min_level)
       SELECT code || '-{0}', title_nl, title_fr, title_en, folded, context, max_term, default_term,
           min_level FROM right_definition ORDER BY (rowid * 7919 + {0}) % 101 LIMIT 1)",
    R"(INSERT INTO right_audience (right_id, audience)
       SELECT id, 'GID' FROM right_definition WHERE id % 12 = {0} % 12 LIMIT 1)",
    R"(INSERT INTO review_item (review_id, grant_id, reviewer_id, decision, until, reason)
       SELECT review_id, grant_id + {0}, reviewer_id, '', '', '' FROM review_item
       ORDER BY (rowid * 7919 + {0}) % 101 LIMIT 1)",
    R"(INSERT INTO task (organisation_id, kind, state, person_id, subject, due, contexts, audience,
           category, email, phone, valid_from, valid_until, reason, answer, operation_id)
       SELECT organisation_id, kind, 'done', person_id, 'g-{0}', due, contexts, audience, category,
           email, phone, valid_from, valid_until, reason, answer, operation_id FROM task LIMIT 1)",
    R"(INSERT INTO news (title, body, audience, valid_from, valid_until, operation_id)
       SELECT title || ' {0}', body, audience, valid_from, valid_until, operation_id
       FROM news LIMIT 1)",
    R"(INSERT INTO audit_entry (chain_id, position, operation_id, subject, verb, subject_id,
           after_image, reason, hash)
       SELECT chain_id, (SELECT length FROM audit_chain c WHERE c.id = chain_id) + 1, operation_id,
           subject, verb, subject_id, after_image, 'a copy {0}', hash
       FROM audit_entry ORDER BY (rowid * 7919 + {0}) % 101 LIMIT 1)",
});

constexpr auto chain_changes = std::to_array<std::string_view>({
    "UPDATE audit_chain SET length = length - 1 WHERE id = {}",
    "UPDATE audit_chain SET length = length + 1 WHERE id = {}",
    "UPDATE audit_chain SET length = 0, head = '' WHERE id = {}",
    "UPDATE audit_chain SET head = (SELECT hash FROM audit_entry WHERE chain_id = {0} "
    "AND position = 1) WHERE id = {0} AND length > 1",
    "UPDATE audit_chain SET head = (SELECT head FROM audit_chain WHERE id <> {0} LIMIT 1) "
    "WHERE id = {0}",
    "DELETE FROM audit_entry WHERE chain_id = {}",
    // The tail is cut, and what it told of stays.
    "DELETE FROM audit_entry WHERE chain_id = {0} AND position > 2; UPDATE audit_chain SET "
    "length = 2, head = (SELECT hash FROM audit_entry WHERE chain_id = {0} AND position = 2) "
    "WHERE id = {0}",
    // The middle is taken out and the rest moved up.
    "DELETE FROM audit_entry WHERE chain_id = {0} AND position = 2; "
    "UPDATE audit_entry SET position = -position WHERE chain_id = {0} AND position > 2; "
    "UPDATE audit_entry SET position = -position - 1 WHERE chain_id = {0} AND position < 0; "
    "UPDATE audit_chain SET length = length - 1 WHERE id = {0}",
});

}  // namespace

bool Tamperer::done(const std::string& sql) {
    const std::string before = raw_.value("SELECT total_changes()");
    if (!raw_.exec("BEGIN; " + sql + "; COMMIT")) {
        raw_.exec("ROLLBACK");
        return false;
    }
    said_ = sql;
    return raw_.value("SELECT total_changes()") != before;
}

std::string Tamperer::pick(const std::string& sql) {
    const auto rows = raw_.column(sql);
    return rows.empty() ? std::string() : rows[below(rows.size())];
}

// Another row's value, the value and a bit, the next number, nothing.
bool Tamperer::edit_cell() {
    const Cell& cell = cells[below(cells.size())];
    const std::string row =
        pick(fmt::format("SELECT rowid FROM {} WHERE {}", cell.table, cell.rows));
    if (row.empty()) return false;
    const std::string at = fmt::format("FROM {} WHERE rowid = {}", cell.table, row);
    const std::string old = raw_.value(fmt::format("SELECT quote({}) {}", cell.column, at));
    const bool is_text = old.starts_with('\'');
    std::string value;
    switch (below(4)) {
        case 0:
            value = pick(fmt::format("SELECT quote({}) FROM {}", cell.column, cell.table));
            break;
        case 1: value = is_text ? old.substr(0, old.size() - 1) + "x'" : old + " + 1"; break;
        case 2: value = is_text ? "''" : fmt::format("{}", 1 + below(9)); break;
        default: value = "NULL"; break;
    }
    if (value == old || (old == "NULL" && value == "NULL + 1")) return false;
    return done(fmt::format("UPDATE {0} SET {1} = {2} WHERE rowid = {3} AND {1} IS NOT {2}",
                            cell.table, cell.column, value, row));
}

bool Tamperer::delete_row() {
    const Cell& cell = deletable[below(deletable.size())];
    const std::string row =
        pick(fmt::format("SELECT {} FROM {} WHERE {}", cell.column, cell.table, cell.rows));
    return done(fmt::format("DELETE FROM {} WHERE {} = {}", cell.table, cell.column, row));
}

bool Tamperer::insert_row() {
    return done(fmt::format(fmt::runtime(inserts[below(inserts.size())]), 1 + below(28)));
}

// Two rows change places: entries of one chain, or what two persons are.
bool Tamperer::swap_rows() {
    const std::string chain = pick("SELECT id FROM audit_chain WHERE length > 2");
    const std::string in_chain = "SELECT id FROM audit_entry WHERE chain_id = " + chain;
    const std::string one = pick(in_chain);
    const std::string two = pick(in_chain);
    if (one == two) return false;
    const auto swap = [&](std::string_view table, std::string_view column, std::string_view spare) {
        const auto value = [&](const std::string& id) {
            return raw_.value(
                fmt::format("SELECT quote({}) FROM {} WHERE id = {}", column, table, id));
        };
        const std::string first = table == "person" ? "1" : one;
        const std::string second = table == "person" ? "2" : two;
        return done(fmt::format(
            "UPDATE {0} SET {1} = {5} WHERE id = {2}; UPDATE {0} SET {1} = {3} WHERE id = {4}; "
            "UPDATE {0} SET {1} = {6} WHERE {1} = {5}",
            table, column, first, value(first), second, spare, value(second)));
    };
    switch (below(6)) {
        case 0: return swap("audit_entry", "position", "-7");
        case 1: return swap("audit_entry", "id", "-7");
        case 2: return swap("audit_entry", "hash", "'spare'");
        case 3: return swap("person", "number", "-7");
        case 4: return swap("person", "last_name", "'spare'");
        default: return swap("person", "audit_key", "'spare'");
    }
}

bool Tamperer::change_chain() {
    const std::string chain = pick("SELECT id FROM audit_chain WHERE length > 2");
    return done(fmt::format(fmt::runtime(chain_changes[below(chain_changes.size())]), chain));
}

std::string Tamperer::once() {
    for (;;) {
        const std::size_t draw = below(10);
        const bool changed = draw < 5   ? edit_cell()
                             : draw < 6 ? delete_row()
                             : draw < 7 ? insert_row()
                             : draw < 9 ? swap_rows()
                                        : change_chain();
        if (changed) return said_;
    }
}

}  // namespace dcadmin::testing
