// SPDX-License-Identifier: Apache-2.0
#include "audit/recorder.h"

#include "audit/recorder_sql.h"

#include <stdexcept>

namespace dcadmin::audit {

namespace {

void append(store::Tx& tx, const NewEntry& entry, bool store_after) {
    store::Db& db = tx.db();
    const std::int64_t operation = tx.operation();
    const Head head = read_head(db, entry.chain);
    const std::int64_t position = head.length + 1;
    std::string scratch;
    const Digest digest = digest_of(head.digest, operation_digest(tx),
                                    EntryImage{.position = position,
                                               .subject = entry.subject,
                                               .verb = entry.verb,
                                               .subject_id = entry.subject_id,
                                               .before = entry.before,
                                               .after = entry.after,
                                               .reason = entry.reason},
                                    scratch);
    char hash[44];
    write_text(digest, hash);
    insert_entry(db, entry, position, operation, store_after, hash);
    write_head(db, entry.chain, position, hash);
    tx.count_entry();
    if (tx.entry_watch()) tx.entry_watch()(entry);
}

}  // namespace

std::int64_t chain_of(store::Tx& tx, std::int64_t organisation_id) {
    const auto found = find_chain(tx.db(), organisation_id);
    return found ? *found : insert_chain(tx.db(), organisation_id);
}

Digest operation_digest(store::Tx& tx) {
    auto& known = tx.operation_digest();
    const std::int64_t operation = tx.operation();
    if (known.operation == operation) return known.digest;
    const auto digest = read_operation(tx.db(), operation);
    if (!digest) throw std::logic_error("the operation of a transaction is not in the store");
    known = {operation, *digest};
    return *digest;
}

void record(store::Tx& tx, const NewEntry& entry) {
    append(tx, entry, true);
}

void record_rebuildable(store::Tx& tx, const NewEntry& entry) {
    append(tx, entry, false);
}

}  // namespace dcadmin::audit
