// SPDX-License-Identifier: Apache-2.0
#include "audit/run_recorder.h"

#include "audit/recorder.h"
#include "audit/recorder_sql.h"
#include "audit/run_recorder_sql.h"

#include <utility>

namespace dcadmin::audit {

RunRecorder::RunRecorder(store::Tx& tx, std::string_view subject, std::string_view verb)
    : tx_(tx),
      subject_(subject),
      verb_(verb),
      operation_(tx.operation()),
      operation_digest_(operation_digest(tx)),
      insert_(std::make_unique<Insert>(tx.db())) {}

RunRecorder::~RunRecorder() = default;

void lock_chains(store::Tx& tx, std::vector<std::int64_t> organisation_numbers) {
    lock_chain_rows(tx.db(), std::move(organisation_numbers));
}

void RunRecorder::open(std::vector<std::int64_t> organisation_ids) {
    for (const OpenChain& chain : read_chains(tx_.db(), organisation_ids)) {
        chains_[chain.organisation_id] = {chain.id, chain.head.length, chain.head.digest};
    }
    for (const std::int64_t organisation : organisation_ids) {
        const auto [at, is_new] = chains_.try_emplace(organisation);
        if (is_new) at->second = {chain_of(tx_, organisation), 0, {}};
    }
}

HashedEntry RunRecorder::next(std::int64_t organisation_id, std::int64_t subject_id,
                              std::string_view image, std::optional<std::string_view> reason) {
    Chain& chain = chains_.at(organisation_id);
    ++chain.length;
    chain.head = digest_of(chain.head, operation_digest_,
                           EntryImage{.position = chain.length,
                                      .subject = subject_,
                                      .verb = verb_,
                                      .subject_id = subject_id,
                                      .before = {},
                                      .after = image,
                                      .reason = reason},
                           scratch_);
    HashedEntry entry{chain.id, chain.length, subject_id, {}, reason};
    write_text(chain.head, entry.hash);
    return entry;
}

void RunRecorder::insert(const HashedEntry& entry) {
    insert_->run(entry, operation_, subject_, verb_);
    tx_.count_entry();
}

void RunRecorder::close() {
    insert_->flush();
    std::vector<OpenChain> heads;
    heads.reserve(chains_.size());
    for (const auto& [organisation, chain] : chains_) {
        heads.push_back({organisation, chain.id, {chain.length, chain.head}});
    }
    write_heads(tx_.db(), heads);
}

}  // namespace dcadmin::audit
