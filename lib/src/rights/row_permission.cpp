// SPDX-License-Identifier: Apache-2.0
#include "rights/row_permission.h"

#include "access/require.h"
#include "rights/apply.h"
#include "rights/named.h"

#include <utility>

namespace dcadmin::rights {

RowPermission::RowPermission(store::Tx& tx) : tx_(tx), signed_in_(access::signed_in(tx.env())) {
    if (signed_in_) {
        access::enter(tx);
    } else {
        access::require(tx, access::Operation::grant);
    }
}

std::int64_t RowPermission::organisation(EnterpriseNumber number) {
    const auto [at, is_new] = seen_.try_emplace(number.value(), 0);
    if (is_new) {
        const auto id = find_organisation_id(tx_.db(), number);
        if (id && access::sees(tx_, *id)) at->second = *id;
    }
    return at->second;
}

void RowPermission::require(const AskedRecord& row, const RightFacts& right,
                            const PersonFacts* person, const Facts& facts) {
    if (!signed_in_) return;
    if (person == nullptr || !access::sees_person(tx_, person->id)) {
        throw unknown(row.by_id && person != nullptr
                          ? PersonRef(PersonId::from_stored(person->id))
                          : PersonRef(NationalNumber::from_stored(row.person)));
    }
    const auto org = EnterpriseNumber::from_stored(row.org);
    const std::int64_t id = organisation(org);
    if (id == 0) throw unknown_organisation(org);
    std::vector<std::int64_t> contexts;
    for (const ContextValue& context : row.contexts) {
        const auto* site = std::get_if<SiteNumber>(&context);
        contexts.push_back(site != nullptr ? facts.site(id, *site).value_or(0) : 0);
    }
    access::require(tx_, access::Operation::grant,
                    {.organisation = id,
                     .domain = right.domain,
                     .contexts = std::move(contexts),
                     .person = person->id});
}

bool RowPermission::is_own(std::int64_t person_id) {
    if (tx_.acting() != person_id) return false;
    require_other(tx_, person_id);
    return true;
}

}  // namespace dcadmin::rights
