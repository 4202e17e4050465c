// SPDX-License-Identifier: Apache-2.0
#include "audit/run_recorder_sql.h"

#include "store/list_statement.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace dcadmin::audit {

namespace {

constexpr std::size_t heads_at_once = 64;

std::string update_of_heads(std::size_t count) {
    std::string values;
    for (std::size_t i = 0; i < count; ++i) {
        fmt::format_to(std::back_inserter(values),
                       "{}(CAST(${} AS BIGINT), CAST(${} AS BIGINT), CAST(${} AS TEXT))",
                       i == 0 ? "" : ", ", 3 * i + 1, 3 * i + 2, 3 * i + 3);
    }
    return fmt::format(R"(
        UPDATE audit_chain SET length = v.column2, head = v.column3
        FROM (VALUES {}) AS v WHERE audit_chain.id = v.column1)",
                       values);
}

}  // namespace

RunRecorder::Insert::Insert(store::Db& db)
    : entries_(db.append_to("audit_entry", {"chain_id", "position", "operation_id", "subject",
                                            "verb", "subject_id", "reason", "hash"})) {}

void RunRecorder::Insert::run(const HashedEntry& entry, std::int64_t operation,
                              std::string_view subject, std::string_view verb) {
    entries_->add({entry.chain, entry.position, operation, subject, verb, entry.subject_id,
                   entry.reason ? store::Value(*entry.reason) : store::Value(nullptr),
                   std::string_view(entry.hash)});
}

std::vector<OpenChain> read_chains(store::Db& db, std::vector<std::int64_t>& organisation_ids) {
    static const store::ListStatement sql(
        "SELECT organisation_id, id, length, head FROM audit_chain WHERE organisation_id IN ({})",
        1);
    std::sort(organisation_ids.begin(), organisation_ids.end());
    std::vector<OpenChain> chains;
    sql.run(db, {}, organisation_ids, [&](store::Statement& row) {
        chains.push_back(
            {row.integer(0), row.integer(1), {row.integer(2), digest_from(row.text(3))}});
    });
    return chains;
}

void write_heads(store::Db& db, std::span<const OpenChain> chains) {
    static const std::string one = update_of_heads(1);
    static const std::string many = update_of_heads(heads_at_once);
    while (!chains.empty()) {
        const std::size_t size = chains.size() < heads_at_once ? 1 : heads_at_once;
        store::Statement& update = db.statement(size == 1 ? one : many);
        std::vector<std::string> heads;
        heads.reserve(size);
        int place = 1;
        for (const OpenChain& chain : chains.first(size)) {
            heads.push_back(text_of(chain.head.digest));
            update.bind_one(place++, chain.id);
            update.bind_one(place++, chain.head.length);
            update.bind_one(place++, std::string_view(heads.back()));
        }
        while (update.step()) {
        }
        update.reset();
        chains = chains.subspan(size);
    }
}

// Every writer of an organisation ends with an update of its chain, so this row is the lock that
// runs and single operations meet at. In one order, so that two runs never wait for each other.
void lock_chain_rows(store::Db& db, std::vector<std::int64_t> organisation_numbers) {
    if (db.for_update().empty()) return;
    const store::ListStatement sql(fmt::format(R"(
        SELECT c.id FROM audit_chain c JOIN organisation o ON o.id = c.organisation_id
        WHERE o.number IN ({{}}) ORDER BY o.number{} OF c)",
                                               db.for_update()),
                                   1);
    std::sort(organisation_numbers.begin(), organisation_numbers.end());
    sql.run(db, {}, organisation_numbers, [](store::Statement&) {});
}

}  // namespace dcadmin::audit
