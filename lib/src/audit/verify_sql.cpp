// SPDX-License-Identifier: Apache-2.0
#include "audit/verify_sql.h"

#include "audit/audit_sql.h"
#include "audit/recorder.h"

namespace dcadmin::audit {

namespace {

std::optional<std::string_view> maybe_text(const store::Statement& row, int column) {
    return row.is_null(column) ? std::nullopt : std::optional(row.text(column));
}

std::optional<GrantRow> grant_of(const store::Statement& row) {
    if (row.is_null(11)) return std::nullopt;
    return GrantRow{.fields = {.relation_id = row.integer(11),
                               .right_id = row.integer(12),
                               .context_id = row.integer(13),
                               .valid_from = row.text(14),
                               .first_until = row.text(15),
                               .reason = row.text(16)},
                    .operation_id = row.integer(17),
                    .organisation_id = row.integer(18)};
}

}  // namespace

Chains::Chains(store::Db& db)
    : found_(db.prepare(R"(
        SELECT c.id, c.organisation_id, c.length, c.head, o.number
        FROM audit_chain c LEFT JOIN organisation o ON o.id = c.organisation_id
        ORDER BY c.id)")) {}

bool Chains::next(Chain& chain) {
    if (!found_->step()) return false;
    chain = {.id = found_->integer(0),
             .organisation_id = found_->maybe_integer(1),
             .org = {},
             .length = found_->integer(2),
             .head = found_->string(3)};
    if (const auto number = found_->maybe_integer(4)) {
        chain.org = EnterpriseNumber::from_stored(static_cast<std::uint64_t>(*number));
    }
    return true;
}

// An index has the entries in this order, so nothing is sorted.
Entries::Entries(store::Db& db)
    : found_(db.prepare(R"(
        SELECT e.chain_id, e.position, e.id, e.operation_id, e.subject, e.verb, e.subject_id,
               e.before_image, e.after_image, e.reason, e.hash,
               g.relation_id, g.right_id, g.context_id, g.valid_from,
               coalesce(g.first_until, g.valid_until), g.reason, g.operation_id,
               coalesce(r.organisation_id, 0)
        FROM audit_entry e
        LEFT JOIN right_grant g ON e.subject = 'grant' AND e.verb = 'add' AND g.id = e.subject_id
        LEFT JOIN working_relation r ON r.id = g.relation_id
        ORDER BY e.chain_id, e.position)")) {}

bool Entries::next(StoredEntry& entry) {
    if (!found_->step()) return false;
    const store::Statement& row = *found_;
    entry = {.chain_id = row.integer(0),
             .sequence = row.integer(2),
             .operation_id = row.integer(3),
             .image = {.position = row.integer(1),
                       .subject = row.text(4),
                       .verb = row.text(5),
                       .subject_id = row.integer(6),
                       .before = maybe_text(row, 7),
                       .after = maybe_text(row, 8),
                       .reason = maybe_text(row, 9)},
             .hash = row.text(10),
             .grant = grant_of(row)};
    return true;
}

std::uint64_t count_grants(store::Db& db) {
    auto& counted = db.statement("SELECT count(*) FROM right_grant");
    const auto rows = counted.first({}) ? counted.integer(0) : 0;
    counted.reset();
    return static_cast<std::uint64_t>(rows);
}

std::optional<std::int64_t> chain_named(store::Db& db, std::optional<EnterpriseNumber> org) {
    if (org) return find_chain_of(db, *org);
    auto& found = db.statement("SELECT id FROM audit_chain WHERE id = $1");
    const bool there = found.first({system_chain});
    found.reset();
    return there ? std::optional(system_chain) : std::nullopt;
}

Tail read_tail(store::Db& db, std::int64_t chain, std::int64_t position) {
    Tail tail;
    auto& last = db.statement("SELECT max(position) FROM audit_entry WHERE chain_id = $1");
    if (last.first({chain})) tail.last_position = last.maybe_integer(0).value_or(0);
    last.reset();
    auto& found =
        db.statement("SELECT hash FROM audit_entry WHERE chain_id = $1 AND position = $2");
    if (found.first({chain, position})) tail.hash = found.string(0);
    found.reset();
    return tail;
}

}  // namespace dcadmin::audit
