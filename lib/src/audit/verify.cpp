// SPDX-License-Identifier: Apache-2.0
#include "audit/verify.h"

#include "audit/problems.h"
#include "audit/recorder.h"
#include "audit/recorder_sql.h"
#include "audit/replay.h"
#include "audit/seen_ids.h"
#include "audit/verify_sql.h"
#include "store/shipped_rules.h"

#include <dcadmin/base/say.h>

#include <array>
#include <utility>

namespace dcadmin::audit {

namespace {

// Digests of operations. A run has one operation for very many entries, so few are enough.
class Operations {
   public:
    explicit Operations(store::Db& db) : db_(db), known_(slots) {}

    const std::optional<Digest>& digest(std::int64_t id) {
        Known& slot = known_[static_cast<std::size_t>(id) % slots];
        if (slot.id != id || !slot.filled) slot = {id, true, read_operation(db_, id)};
        return slot.digest;
    }

   private:
    static constexpr std::size_t slots = 4096;
    struct Known {
        std::int64_t id = 0;
        bool filled = false;
        std::optional<Digest> digest;
    };
    store::Db& db_;
    std::vector<Known> known_;
};

class Verifier {
   public:
    Verifier(store::Db& db, AuditReport& report)
        : db_(db), report_(report), problems_(report), operations_(db), seen_(count_grants(db)) {}

    void all_chains();
    void compare(const ChainHead& kept);
    void replay() { replay_state(db_, seen_, problems_); }
    void compare_rules();

   private:
    void begin(const Chain& chain);
    void one_entry(const StoredEntry& entry);
    void one_grant(const StoredEntry& entry);
    bool one_hash(const StoredEntry& entry);
    bool follows(const StoredEntry& entry);
    void stray(const StoredEntry& entry);
    void end();
    void problem(std::int64_t position, std::string what) {
        problems_.add(chain_.org, position, std::move(what));
    }

    store::Db& db_;
    AuditReport& report_;
    Problems problems_;
    Operations operations_;
    SeenIds seen_;
    Chain chain_;
    std::int64_t position_ = 0;  // of the last entry seen in this chain
    std::int64_t sequence_ = 0;
    std::string hash_;  // of that entry, as it is stored
    Digest digest_{};   // the same, read
    std::string rebuilt_;
    std::string scratch_;
};

void Verifier::all_chains() {
    Chains chains(db_);
    Entries entries(db_);
    StoredEntry entry;
    Chain chain;
    bool more = entries.next(entry);
    while (chains.next(chain)) {
        ++report_.chains;
        for (; more && entry.chain_id < chain.id; more = entries.next(entry)) stray(entry);
        begin(chain);
        for (; more && entry.chain_id == chain.id; more = entries.next(entry)) one_entry(entry);
        end();
    }
    for (; more; more = entries.next(entry)) stray(entry);
    if (!chain_named(db_, std::nullopt)) {
        problems_.add(std::nullopt, 0, say("the system's chain is missing"));
    }
}

// The log says nothing of them.
void Verifier::compare_rules() {
    for (const auto& [table, row, missing] : store::changed_rules(db_)) {
        problems_.add(std::nullopt, 0,
                      missing ? say("{} has lost what came with the program: {}", table, row)
                              : say("{} has what did not come with the program: {}", table, row));
    }
}

void Verifier::begin(const Chain& chain) {
    chain_ = chain;
    position_ = 0;
    sequence_ = 0;
    hash_.clear();
    digest_ = {};
    if (chain.id == system_chain) {
        if (chain.organisation_id)
            problem(0, say("the system's chain was given to an organisation"));
    } else if (!chain.org) {
        problem(0, say("chain {} belongs to no organisation", chain.id));
    }
}

// An entry whose chain is not there.
void Verifier::stray(const StoredEntry& entry) {
    ++report_.entries;
    problems_.add(std::nullopt, entry.image.position,
                  say("the entry belongs to chain {}, which is missing", entry.chain_id));
}

void Verifier::one_entry(const StoredEntry& entry) {
    ++report_.entries;
    const bool linked = follows(entry);
    if (entry.adds_grant()) one_grant(entry);
    if (!linked || !one_hash(entry)) digest_ = digest_from(entry.hash);
    position_ = entry.image.position;
    sequence_ = entry.sequence;
    hash_.assign(entry.hash);
}

// Whether the entry before it is there, so that its own hash can be recomputed.
bool Verifier::follows(const StoredEntry& entry) {
    const std::int64_t position = entry.image.position;
    if (position_ > 0 && entry.sequence <= sequence_) {
        problem(position, say("the entry was written before the one at position {}: their "
                              "order was changed",
                              position_));
    }
    if (position == position_ + 1) return true;
    if (position <= 0) {
        problem(position, say("no entry has such a position: it was put there by hand"));
    } else if (position == position_ + 2) {
        problem(position_ + 1, say("the entry at position {} is missing", position_ + 1));
    } else {
        problem(position_ + 1,
                say("the entries at positions {} to {} are missing", position_ + 1, position - 1));
    }
    return false;
}

void Verifier::one_grant(const StoredEntry& entry) {
    const std::string grant = GrantId::from_stored(entry.image.subject_id).text();
    const std::int64_t position = entry.image.position;
    if (!entry.grant) {
        problem(position, say("{} is in the log, but not in the store", grant));
        return;
    }
    switch (seen_.mark(entry.image.subject_id)) {
        case SeenIds::Mark::fresh: break;
        case SeenIds::Mark::again:
            problem(position, say("{} was added a second time", grant));
            break;
        case SeenIds::Mark::beyond:
            problem(position, say("{} has a number that no grant can have yet", grant));
            break;
    }
    write_image(entry.grant->fields, rebuilt_);
    if (entry.image.after && *entry.image.after != rebuilt_) {
        problem(position, say("{} differs from what the log says was granted", grant));
    }
    if (entry.grant->operation_id != entry.operation_id) {
        problem(position, say("{} says that operation {} granted it, the log says {}", grant,
                              entry.grant->operation_id, entry.operation_id));
    }
    if (entry.grant->organisation_id != chain_.organisation_id) {
        problem(position, say("{} belongs to another organisation than this log", grant));
    }
}

// Recomputes it from the stored hash before; true leaves the digest ready for the next entry.
bool Verifier::one_hash(const StoredEntry& entry) {
    const std::int64_t position = entry.image.position;
    const auto& operation = operations_.digest(entry.operation_id);
    if (!operation) {
        problem(position, say("operation {} of the entry is missing (who, when, by which "
                              "command)",
                              entry.operation_id));
        return false;
    }
    EntryImage image = entry.image;
    if (entry.adds_grant() && !image.after) {
        if (!entry.grant) return false;  // named already
        image.after = rebuilt_;
    }
    digest_ = digest_of(digest_, *operation, image, scratch_);
    char hash[44];
    write_text(digest_, hash);
    if (entry.hash == hash) return true;
    problem(position,
            say("the entry ({}.{}) does not fit its hash: it, the entry before it or what "
                "it tells of was changed",
                image.subject, image.verb));
    return false;
}

void Verifier::end() {
    if (chain_.length != position_) {
        problem(position_, say("the chain says it has {} entries, and ends at position {}",
                               chain_.length, position_));
    }
    if (chain_.head != hash_) {
        problem(position_, say("the chain's head is not the hash of its last entry"));
    }
}

void Verifier::compare(const ChainHead& kept) {
    const auto chain = chain_named(db_, kept.org);
    if (!chain) {
        problems_.add(kept.org, 0, say("the chain of the checkpoint is missing"));
        return;
    }
    if (kept.length <= 0) return;
    const Tail tail = read_tail(db_, *chain, kept.length);
    if (tail.last_position < kept.length) {
        problems_.add(kept.org, tail.last_position,
                      say("the tail after position {} was cut: the checkpoint knows {} "
                          "entries",
                          tail.last_position, kept.length));
    } else if (tail.hash != kept.head) {
        problems_.add(kept.org, kept.length,
                      say("history up to position {} differs from the checkpoint", kept.length));
    }
}

}  // namespace

AuditReport verify(store::Db& db, const std::vector<ChainHead>& since) {
    const Snapshot snapshot(db);
    AuditReport report;
    Verifier verifier(db, report);
    verifier.all_chains();
    for (const ChainHead& kept : since) verifier.compare(kept);
    verifier.replay();
    verifier.compare_rules();
    return report;
}

}  // namespace dcadmin::audit
