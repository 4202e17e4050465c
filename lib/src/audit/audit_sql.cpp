// SPDX-License-Identifier: Apache-2.0
#include "audit/audit_sql.h"

#include "audit/images.h"
#include "audit/recorder.h"
#include "audit/subjects.h"

#include <fmt/format.h>

#include <memory>

namespace dcadmin::audit {

namespace {

// The outer joins are ordered as written, so entries are read in the order of their table.
constexpr std::string_view entry_columns = R"(
    SELECT e.id, e.position, e.subject, e.verb, e.subject_id, e.before_image, e.after_image,
           e.reason, e.hash, o.number, p.at, p.user_name, p.claimed, p.command,
           coalesce(so.number, ss.number), coalesce(sr.code, ss.code, ''),
           g.relation_id, g.right_id, g.context_id, g.valid_from,
           coalesce(g.first_until, g.valid_until), g.reason, p.key_used, pa.name
    FROM audit_entry e
    LEFT JOIN audit_chain c ON c.id = e.chain_id
    LEFT JOIN organisation o ON o.id = c.organisation_id
    LEFT JOIN operation p ON p.id = e.operation_id
    LEFT JOIN account pa ON pa.id = p.account_id
    LEFT JOIN organisation so ON e.subject = 'organisation' AND so.id = e.subject_id
    LEFT JOIN context_value ss ON e.subject IN ('site', 'role') AND ss.id = e.subject_id
    LEFT JOIN right_definition sr ON e.subject = 'right' AND sr.id = e.subject_id
    LEFT JOIN right_grant g ON e.after_image IS NULL AND e.subject = 'grant' AND e.verb = 'add'
        AND g.id = e.subject_id)";

// The conditions of a query and the values they bind, numbered alike.
struct Conditions {
    std::string sql;
    std::vector<store::Value> values;

    void add(std::string_view condition, const store::Value& value) {
        values.push_back(value);
        sql += values.size() == 1 ? " WHERE " : " AND ";
        sql += fmt::format("{} ${}", condition, values.size());
    }
    void add_any(std::string_view column, const std::vector<std::int64_t>& ids) {
        std::string list;
        for (const std::int64_t id : ids) {
            values.emplace_back(id);
            list += fmt::format("{}${}", list.empty() ? "" : ", ", values.size());
        }
        sql += values.size() == ids.size() ? " WHERE " : " AND ";
        sql += fmt::format("{} IN ({})", column, list);
    }
};

Conditions conditions_of(const EntryQuery& query) {
    constexpr std::string_view moment = "(SELECT at FROM operation WHERE id = e.operation_id)";
    Conditions all;
    if (query.chain) all.add("e.chain_id =", *query.chain);
    if (!query.subject.empty()) all.add("e.subject =", query.subject);
    if (!query.verb.empty()) all.add("e.verb =", query.verb);
    if (!query.subject_ids.empty()) all.add_any("e.subject_id", query.subject_ids);
    if (!query.at_least.empty()) all.add(fmt::format("{} >=", moment), query.at_least);
    if (!query.before.empty()) all.add(fmt::format("{} <", moment), query.before);
    return all;
}

std::unique_ptr<store::Statement> prepared(store::Db& db, const std::string& sql,
                                           const Conditions& conditions) {
    auto statement = db.prepare(sql);
    int number = 0;
    for (const store::Value& value : conditions.values) statement->bind_one(++number, value);
    return statement;
}

// Within one chain positions rise as the log grows, and an index has them in order.
std::string order_of(const EntryQuery& query) {
    std::string sql = query.chain ? " ORDER BY e.position" : " ORDER BY e.id";
    if (query.reverse) sql += " DESC";
    if (query.limit || query.offset > 0) {
        sql += fmt::format(" LIMIT {}", query.limit.value_or(9'000'000'000'000'000'000U));
        sql += fmt::format(" OFFSET {}", query.offset);
    }
    return sql;
}

// "key=value" lines on one line.
std::string on_one_line(std::string_view image) {
    while (image.ends_with('\n')) image.remove_suffix(1);
    std::string line;
    for (const char c : image) {
        if (c == '\n') {
            line += "; ";
        } else {
            line.push_back(c);
        }
    }
    return line;
}

std::string actor_of(const store::Statement& row) {
    if (!row.is_null(23)) return fmt::format("account {} (by {})", row.text(23), row.text(11));
    const auto claimed = row.maybe_integer(12);
    if (!claimed) return row.string(11);
    if (!row.is_null(22) && !row.text(22).empty()) {
        return fmt::format("p-{} (by {}, {})", *claimed, row.text(22), row.text(11));
    }
    return fmt::format("{} (claims to be p-{})", row.text(11), *claimed);
}

std::string subject_of(const store::Statement& row) {
    const std::string_view subject = row.text(2);
    const std::int64_t id = row.integer(4);
    const auto number = static_cast<std::uint64_t>(row.integer(14));
    if (subject == "organisation" && number != 0)
        return EnterpriseNumber::from_stored(number).digits();
    if (subject == "site" && number != 0) return SiteNumber::from_stored(number).digits();
    if ((subject == "right" || subject == "role") && !row.text(15).empty()) return row.string(15);
    return public_name(subject, id);
}

std::string after_of(const store::Statement& row) {
    if (!row.is_null(6)) return on_one_line(row.text(6));
    if (row.is_null(16)) return {};
    std::string image;
    write_image(GrantFields{.relation_id = row.integer(16),
                            .right_id = row.integer(17),
                            .context_id = row.integer(18),
                            .valid_from = row.text(19),
                            .first_until = row.text(20),
                            .reason = row.text(21)},
                image);
    return on_one_line(image);
}

AuditEntry entry_of(const store::Statement& row) {
    AuditEntry entry;
    entry.sequence = row.integer(0);
    if (!row.is_null(9)) {
        entry.org = EnterpriseNumber::from_stored(static_cast<std::uint64_t>(row.integer(9)));
    }
    entry.position = row.integer(1);
    if (!row.is_null(10)) entry.at = Timestamp::parse(row.text(10));
    entry.actor = actor_of(row);
    entry.command = row.string(13);
    entry.action = fmt::format("{}.{}", row.text(2), row.text(3));
    entry.subject = subject_of(row);
    entry.reason = row.string(7);
    entry.before = on_one_line(row.text(5));
    entry.after = after_of(row);
    entry.hash = row.string(8);
    return entry;
}

// A subject of the chain that the statement answers.
Subject in_chain(store::Db& db, std::string_view name, std::int64_t id, std::string_view sql) {
    auto& found = db.statement(sql);
    Subject subject{.name = std::string(name), .ids = {id}, .chain = {}};
    if (found.first({id})) subject.chain = found.maybe_integer(0);
    found.reset();
    return subject;
}

Subject in_system(std::string_view name) {
    return {.name = std::string(name), .ids = {}, .chain = system_chain};
}

void take_ids(store::Statement& found, Subject& subject) {
    while (found.step()) subject.ids.push_back(found.integer(0));
    found.reset();
}

}  // namespace

std::optional<std::int64_t> find_chain_of(store::Db& db, EnterpriseNumber number) {
    auto& found = db.statement(R"(
        SELECT c.id FROM organisation o JOIN audit_chain c ON c.organisation_id = o.id
        WHERE o.number = $1)");
    if (!found.first({static_cast<std::int64_t>(number.value())})) return std::nullopt;
    const auto chain = found.integer(0);
    found.reset();
    return chain;
}

std::optional<std::int64_t> find_chain_of_id(store::Db& db, std::int64_t organisation) {
    auto& found = db.statement("SELECT id FROM audit_chain WHERE organisation_id = $1");
    if (!found.first({organisation})) return std::nullopt;
    const auto chain = found.integer(0);
    found.reset();
    return chain;
}

Subject find_grant(store::Db& db, std::int64_t id) {
    return in_chain(db, "grant", id, R"(
        SELECT c.id FROM right_grant g JOIN working_relation r ON r.id = g.relation_id
        JOIN audit_chain c ON c.organisation_id = r.organisation_id WHERE g.id = $1)");
}

Subject find_relation(store::Db& db, std::int64_t id) {
    return in_chain(db, "relation", id, R"(
        SELECT c.id FROM working_relation r
        JOIN audit_chain c ON c.organisation_id = r.organisation_id WHERE r.id = $1)");
}

Subject find_organisation(store::Db& db, EnterpriseNumber number) {
    Subject subject = in_system("organisation");
    auto& found = db.statement("SELECT id FROM organisation WHERE number = $1");
    found.bind({static_cast<std::int64_t>(number.value())});
    take_ids(found, subject);
    return subject;
}

Subject find_sites(store::Db& db, SiteNumber number) {
    Subject subject{.name = "site", .ids = {}, .chain = {}};
    auto& found = db.statement("SELECT id FROM context_value WHERE kind = 'site' AND number = $1");
    found.bind({static_cast<std::int64_t>(number.value())});
    take_ids(found, subject);
    return subject;
}

Subject find_right(store::Db& db, const std::string& code) {
    Subject subject = in_system("right");
    auto& found = db.statement("SELECT id FROM right_definition WHERE code = $1");
    found.bind({code});
    take_ids(found, subject);
    return subject;
}

std::uint64_t count_entries(store::Db& db, const EntryQuery& query) {
    const Conditions conditions = conditions_of(query);
    const auto counted =
        prepared(db, "SELECT count(*) FROM audit_entry e" + conditions.sql, conditions);
    return counted->step() ? static_cast<std::uint64_t>(counted->integer(0)) : 0;
}

std::uint64_t each_entry(store::Db& db, const EntryQuery& query, const Each<AuditEntry>& each) {
    const Conditions conditions = conditions_of(query);
    const std::string sql = std::string(entry_columns) + conditions.sql + order_of(query);
    const auto found = prepared(db, sql, conditions);
    std::uint64_t given = 0;
    while (found->step()) {
        ++given;
        if (!each(entry_of(*found))) break;
    }
    return given;
}

std::vector<ChainHead> read_heads(store::Db& db) {
    const auto found = db.prepare(R"(
        SELECT o.number, c.length, c.head
        FROM audit_chain c LEFT JOIN organisation o ON o.id = c.organisation_id
        WHERE c.organisation_id IS NULL OR o.id IS NOT NULL
        ORDER BY coalesce(o.number, 0), c.id)");
    std::vector<ChainHead> heads;
    while (found->step()) {
        ChainHead head{.org = {}, .length = found->integer(1), .head = found->string(2)};
        if (const auto number = found->maybe_integer(0)) {
            head.org = EnterpriseNumber::from_stored(static_cast<std::uint64_t>(*number));
        }
        heads.push_back(std::move(head));
    }
    return heads;
}

}  // namespace dcadmin::audit
