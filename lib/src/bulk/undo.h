// SPDX-License-Identifier: Apache-2.0
// The requests that take a change back, as rows of a file: what `plan invert` is made of. Nothing
// is ever deleted, so taking back means a change the other way: who has access, and until when, is
// as it was; the records tell of both changes.
#pragma once

#include <dcadmin/base/date.h>
#include <dcadmin/base/enterprise_number.h>
#include <dcadmin/base/vocabulary.h>
#include <dcadmin/bulk.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace dcadmin::bulk {

struct GrantKey {
    std::int64_t person_id;
    EnterpriseNumber org;
    std::string right;
    std::string context;  // empty: none
};

/// A grant was made for `period`: revoke it at once.
void undo_grant(Trace& trace, const GrantKey& key, DateRange period, Date today);
/// Its end was moved away from `until`, to a later day: revoke it on that day.
void undo_extension(Trace& trace, const GrantKey& key, Date from, Date until);
/// Its end was moved away from `until`, to an earlier day: extend it to that day.
void undo_shortening(Trace& trace, const GrantKey& key, Date from, Date until);
/// It was revoked at once: grant it anew, from the same day, unless that was longer ago than the
/// right's longest period allows; then from `today`. Never before `earliest`.
void undo_revocation(Trace& trace, const GrantKey& key, DateRange period, Term max_term,
                     Date earliest, Date today);

struct RelationKey {
    std::int64_t person_id;
    EnterpriseNumber org;
    Audience audience;
};

void undo_relation(Trace& trace, const RelationKey& key, DateRange period, Date today);
void undo_relation_extension(Trace& trace, const RelationKey& key, Date from, Date until);
/// It was given an earlier end than `until`.
void undo_relation_shortening(Trace& trace, const RelationKey& key, Date from, Date until);

/// It was ended at once: a new one, with what it had, for `period`.
struct EndedAtOnce {
    RelationKey key;
    Category category;
    std::string email;
    std::string phone;
    DateRange period;
};
void undo_relation_end(Trace& trace, const EndedAtOnce& ended);

/// Adds to what cannot be taken back.
void say_lasting(Trace& trace, std::string_view what);

}  // namespace dcadmin::bulk
