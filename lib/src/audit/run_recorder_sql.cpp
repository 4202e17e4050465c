// SPDX-License-Identifier: Apache-2.0
#include "audit/run_recorder_sql.h"

namespace dcadmin::audit {

RunRecorder::Insert::Insert(store::Db& db)
    : statement_(db.prepare(R"(
        INSERT INTO audit_entry (chain_id, position, operation_id, subject, verb, subject_id,
                                 before_image, after_image, reason, hash)
        VALUES ($1, $2, $3, $4, $5, $6, NULL, NULL, NULL, $7))")) {}

void RunRecorder::Insert::run(const HashedEntry& entry, std::int64_t operation,
                              std::string_view subject, std::string_view verb) {
    statement_->run({entry.chain, entry.position, operation, subject, verb, entry.subject_id,
                     std::string_view(entry.hash)});
}

}  // namespace dcadmin::audit
