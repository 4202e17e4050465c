// SPDX-License-Identifier: Apache-2.0
#include "tamper.h"

#include "recorded_cells.h"

#include <fmt/format.h>

#include <array>

namespace dcadmin::testing {

namespace {

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
    const Cell& cell = recorded_cells[below(recorded_cells.size())];
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
