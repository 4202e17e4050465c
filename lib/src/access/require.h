// SPDX-License-Identifier: Apache-2.0
// The one question that every public operation asks, inside its own transaction: may who acts do
// this, here, now, with this key? Roles are read as they are in that transaction, so a mandate that
// was ended a moment ago counts no more. What belongs to another organisation than the session's is
// not seen at all: contexts look organisations and persons up through sees() and answer for others
// what they answer for what is not there. Who did not sign in is the local operator, or a person he
// claims to be, as long as the store lets him (policy sign_in); the matrix does not bind him.
#pragma once

#include "access/matrix.h"

#include <dcadmin/base/date.h>
#include <dcadmin/base/enterprise_number.h>
#include <dcadmin/env.h>
#include <dcadmin/error.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::store {
class Tx;
class Listing;
}  // namespace dcadmin::store

namespace dcadmin::access {

/// Flemish services are administered in this one (deck of 22/10/2020): persons, working relations,
/// and rights that say no other.
inline constexpr std::string_view usual_domain = "vlaamse-overheid";
inline constexpr std::string_view all_domains = "all";

/// What an operation is about.
struct Subject {
    std::int64_t organisation = 0;  // 0: none
    std::optional<EnterpriseNumber> enterprise = {};  // that is not in the store yet
    std::string domain{usual_domain};
    std::optional<std::vector<std::int64_t>> contexts = {};  // its sites; none: not known yet
    std::optional<std::int64_t> person = {};                 // whom it is about
};

/// Throws sign_in where the store wants a session or the key was used too long ago, not_allowed for
/// a role or key that is not enough, not_found for another organisation. Cheap for who did not sign
/// in: looked at once a transaction. Marks the transaction as one that has asked.
void require(store::Tx& tx, Operation operation, const Subject& subject = {});
void require(const Env& env, Operation operation, const Subject& subject = {});

/// Whether the store lets him in at all: what everybody asks who only looks, or who must look
/// something up before he can say what it is about.
void enter(const Env& env);
void enter(store::Tx& tx);
/// Of one organisation's records about one person: read_own for himself, else read_persons.
void require_reading(const Env& env, const Subject& subject);

/// Whether who acts may know that this organisation, or a record of it, is there. `asked` is whom
/// the record is about: what is about himself is his to see in a session for himself.
[[nodiscard]] bool sees(store::Tx& tx, std::int64_t organisation,
                        std::optional<std::int64_t> asked = {});
[[nodiscard]] bool sees(const Env& env, std::int64_t organisation,
                        std::optional<std::int64_t> asked = {});
/// A person who has, or had, a working relation or office with the session's organisation or
/// represents it; and himself.
[[nodiscard]] bool sees_person(store::Tx& tx, std::int64_t person);
[[nodiscard]] bool sees_person(const Env& env, std::int64_t person);

/// Whether a token proves who acts; without one the matrix is not asked.
[[nodiscard]] bool signed_in(const Env& env);
/// The organisation that the session is for.
[[nodiscard]] std::optional<std::int64_t> own_organisation(store::Tx& tx);
[[nodiscard]] std::optional<std::int64_t> own_organisation(const Env& env);
/// Who acts in a session for himself, who may then turn to any organisation.
[[nodiscard]] bool for_himself(store::Tx& tx);

/// Which rows of a list somebody sees.
struct Sight {
    bool all = true;
    std::int64_t organisation = 0;  // only its rows; 0: whatever the organisation
    std::int64_t person = 0;        // only rows about him; 0: whoever
    std::int64_t sites_of = 0;      // only rows of the sites of this manager
    std::int64_t zone_of = 0;       // only rows of no site, or where he holds the zone's right
    std::int64_t account = 0;       // only of the organisations of this account
    std::string day = {};
    std::string moment = {};
};
/// Refused as require(). Who has no role sees what is about himself.
[[nodiscard]] Sight sight_of(const Env& env, Operation operation = Operation::read_persons);

/// Expressions of a list's statement.
struct Columns {
    std::string_view organisation;      // id; empty: the rows have none
    std::string_view person = {};       // id; empty: nobody's
    std::string_view context = {};      // id of the site; empty: found by the person's grants
};
/// Cuts a list to what is seen.
void narrow(store::Listing& listing, const Sight& sight, const Columns& columns);
/// The same for a list of persons: those who belong to the organisation.
void narrow_persons(store::Listing& listing, const Sight& sight, std::string_view person);

}  // namespace dcadmin::access
