// SPDX-License-Identifier: Apache-2.0
#include "audit/run_recorder.h"

#include "audit/recorder.h"
#include "audit/recorder_sql.h"
#include "audit/run_recorder_sql.h"

namespace dcadmin::audit {

RunRecorder::RunRecorder(store::Tx& tx, std::string_view subject, std::string_view verb)
    : tx_(tx),
      subject_(subject),
      verb_(verb),
      operation_(tx.operation()),
      operation_digest_(operation_digest(tx)),
      insert_(std::make_unique<Insert>(tx.db())) {}

RunRecorder::~RunRecorder() = default;

void RunRecorder::open(std::int64_t organisation_id) {
    const auto [at, is_new] = chains_.try_emplace(organisation_id);
    if (!is_new) return;
    const std::int64_t chain = chain_of(tx_, organisation_id);
    const Head head = read_head(tx_.db(), chain);
    at->second = {chain, head.length, head.digest};
}

HashedEntry RunRecorder::next(std::int64_t organisation_id, std::int64_t subject_id,
                              std::string_view image) {
    Chain& chain = chains_.at(organisation_id);
    ++chain.length;
    chain.head = digest_of(chain.head, operation_digest_,
                           EntryImage{.position = chain.length,
                                      .subject = subject_,
                                      .verb = verb_,
                                      .subject_id = subject_id,
                                      .before = {},
                                      .after = image,
                                      .reason = {}},
                           scratch_);
    HashedEntry entry{chain.id, chain.length, subject_id, {}};
    write_text(chain.head, entry.hash);
    return entry;
}

void RunRecorder::insert(const HashedEntry& entry) {
    insert_->run(entry, operation_, subject_, verb_);
    tx_.count_entry();
}

void RunRecorder::close() {
    for (const auto& [organisation, chain] : chains_) {
        write_head(tx_.db(), chain.id, chain.length, text_of(chain.head));
    }
}

}  // namespace dcadmin::audit
