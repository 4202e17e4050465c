// SPDX-License-Identifier: Apache-2.0
// Judges requests for grants: finds among the facts what a request names, lets the rules decide,
// and says which rows are to be made. It writes nothing, and reads the store only to word a
// refusal. The same judge serves one request and a whole file sorted by person: it keeps the person
// it last looked at, and what earlier requests of the run will make for him.
#pragma once

#include "rights/facts_sql.h"
#include "rights/named.h"
#include "rights/rules.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace dcadmin::rights {

struct Asked {
    NationalNumber person;
    EnterpriseNumber org;
    const RightFacts* right;
    std::span<const ContextValue> contexts;
    AskedPeriod period;
    std::uint64_t row = 0;  // in the run; 0 for a single request
};

/// What a request comes to: grants to make (none: all of them are there already).
struct Decision {
    const RelationFacts* relation = nullptr;
    std::optional<GrantPeriod> period;
    std::vector<std::int64_t> make;  // context ids
    std::vector<HeldGrant> there;    // grants that answer `unchanged`
};

class Judge {
   public:
    Judge(store::Db& db, Date today) : db_(db), today_(today) {}

    /// Throws what refuses it: not_found, rule, usage, conflict; see Rights::grant. A person's
    /// facts are taken out of `facts`, and hold for all requests about him that follow.
    void judge(const Asked& asked, Facts& facts, Decision& decision);
    /// The requests that follow take what this one will make for made.
    void keep(const Asked& asked, const Decision& decision);
    /// Turns to a person, as judge() does; null when unknown.
    const PersonFacts* look_at(NationalNumber person, Facts& facts);
    /// Of the last request judged; null when that person is unknown.
    [[nodiscard]] const PersonFacts* person() const { return person_ ? &*person_ : nullptr; }

   private:
    [[nodiscard]] const RelationFacts& relation_for(const Asked& asked);
    void contexts_for(const Asked& asked, const RelationFacts& relation, const Facts& facts);
    [[nodiscard]] std::int64_t context_for(const Asked& asked, const RelationFacts& relation,
                                           const ContextValue& context, const Facts& facts);
    void judge_context(const Asked& asked, std::size_t index, Decision& decision);

    store::Db& db_;
    Date today_;
    std::uint64_t number_ = 0;
    std::optional<PersonFacts> person_;
    std::string shown_;  // the person in messages: his public id
    // Reused from request to request.
    std::vector<const RelationFacts*> candidates_;
    std::vector<std::int64_t> contexts_;
    std::vector<HeldGrant> same_;
};

}  // namespace dcadmin::rights
