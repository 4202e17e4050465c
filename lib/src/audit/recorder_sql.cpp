// SPDX-License-Identifier: Apache-2.0
#include "audit/recorder_sql.h"

namespace dcadmin::audit {

namespace {

store::Value optional_text(const std::optional<std::string_view>& text) {
    return text ? store::Value(*text) : store::Value(nullptr);
}

}  // namespace

std::optional<std::int64_t> find_chain(store::Db& db, std::int64_t organisation_id) {
    auto& found = db.statement("SELECT id FROM audit_chain WHERE organisation_id = $1");
    if (!found.first({organisation_id})) return std::nullopt;
    const auto chain = found.integer(0);
    found.reset();
    return chain;
}

std::int64_t insert_chain(store::Db& db, std::int64_t organisation_id) {
    return db
        .statement(R"(
        INSERT INTO audit_chain (organisation_id, length, head) VALUES ($1, 0, '') RETURNING id)")
        .insert({organisation_id});
}

Head read_head(store::Db& db, std::int64_t chain) {
    auto& found = db.statement("SELECT length, head FROM audit_chain WHERE id = $1");
    Head head;
    if (found.first({chain})) head = {found.integer(0), digest_from(found.text(1))};
    found.reset();
    return head;
}

void write_head(store::Db& db, std::int64_t chain, std::int64_t length, std::string_view hash) {
    db.statement("UPDATE audit_chain SET length = $2, head = $3 WHERE id = $1")
        .run({chain, length, hash});
}

void insert_entry(store::Db& db, const NewEntry& entry, std::int64_t position,
                  std::int64_t operation, bool store_after, std::string_view hash) {
    db.statement(R"(
        INSERT INTO audit_entry (chain_id, position, operation_id, subject, verb, subject_id,
                                 before_image, after_image, reason, hash)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))")
        .run({entry.chain, position, operation, entry.subject, entry.verb, entry.subject_id,
              optional_text(entry.before),
              store_after ? optional_text(entry.after) : store::Value(nullptr),
              optional_text(entry.reason), hash});
}

std::optional<Digest> read_operation(store::Db& db, std::int64_t operation) {
    auto& found = db.statement(R"(
        SELECT at, user_name, claimed, command, key_used, key_level, organisation_id, session_id,
               account_id
        FROM operation WHERE id = $1)");
    if (!found.first({operation})) return std::nullopt;
    const Digest digest = digest_of(OperationImage{.id = operation,
                                                   .at = found.text(0),
                                                   .user = found.text(1),
                                                   .claimed = found.maybe_integer(2),
                                                   .command = found.text(3),
                                                   .key = found.text(4),
                                                   .level = found.integer(5),
                                                   .organisation = found.maybe_integer(6),
                                                   .session = found.maybe_integer(7),
                                                   .account = found.maybe_integer(8)});
    found.reset();
    return digest;
}

}  // namespace dcadmin::audit
