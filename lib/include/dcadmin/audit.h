// SPDX-License-Identifier: Apache-2.0
// The record of every change, in a hash chain per organisation and one for the system. An entry's
// hash covers the entry before it, who acted, when and under which command, and the images before
// and after; so an edited, deleted, re-ordered or inserted entry breaks the chain where it stands.
// Verifying also replays: a state that does not follow from the log is found and named. A cut tail
// is found against a checkpoint, which is the list of the chains' heads kept somewhere else.
#pragma once

#include <dcadmin/base/enterprise_number.h>
#include <dcadmin/bulk.h>
#include <dcadmin/env.h>

#include <optional>
#include <string>
#include <vector>

namespace dcadmin {

struct AuditEntry {
    std::int64_t sequence = 0;            // of the whole log
    std::optional<EnterpriseNumber> org;  // whose chain; none: the system's
    std::int64_t position = 0;            // in that chain, from 1
    Timestamp at = Timestamp::from_seconds(0);
    std::string actor;
    std::string command;
    std::string action;   // "grant.add"
    std::string subject;  // public id or number: "g-12"
    std::string reason;
    std::string before;  // image, `key=value` joined by "; "
    std::string after;
    std::string hash;
};

struct AuditFilter {
    std::optional<EnterpriseNumber> org;
    bool system = false;  // only the system's chain
    std::string action;   // "grant.add" or "grant"
    std::string subject;  // public id
    std::optional<Date> from;
    std::optional<Date> until;
    Page page;
};

struct ChainHead {
    std::optional<EnterpriseNumber> org;
    std::int64_t length = 0;
    std::string head;
};

struct AuditProblem {
    std::optional<EnterpriseNumber> org;
    std::int64_t position = 0;  // 0 when it is not about an entry
    std::string what;
};

struct AuditReport {
    std::uint64_t chains = 0;
    std::uint64_t entries = 0;
    std::vector<AuditProblem> problems;  // at most 1000; `problem_count` counts on
    std::uint64_t problem_count = 0;
};

class DCADMIN_API Audit {
   public:
    explicit Audit(const Env& env) : env_(env) {}

    std::uint64_t list(const AuditFilter& filter, const Each<AuditEntry>& each);
    /// Recomputes every chain, replays the state, and compares with `since` where it is given.
    [[nodiscard]] AuditReport verify(const std::vector<ChainHead>& since = {});
    /// The heads of all chains, to be kept outside the store.
    [[nodiscard]] std::vector<ChainHead> checkpoint();

   private:
    const Env& env_;
};

}  // namespace dcadmin
