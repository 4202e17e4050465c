// SPDX-License-Identifier: Apache-2.0
// What ends from the day $1 on and before the day $2, seen at the moment $3: the conditions that
// tasks and the list of what ends soon have in common. Something of the same that begins by $2
// takes the place of what ends.
#pragma once

#include <string_view>

namespace dcadmin::tasks {

/// Of a right_grant g.
inline constexpr std::string_view grant_ends = R"(
    g.valid_until >= $1 AND g.valid_until < $2
    AND (g.revoked_at = '' OR g.revoked_at > $3)
    AND NOT EXISTS (
        SELECT 1 FROM right_grant n
        WHERE n.relation_id = g.relation_id AND n.right_id = g.right_id
            AND n.context_id = g.context_id AND n.valid_from > g.valid_until
            AND n.valid_from <= $2 AND (n.revoked_at = '' OR n.revoked_at > $3)))";

/// Of a working_relation r.
inline constexpr std::string_view relation_ends = R"(
    r.valid_until >= $1 AND r.valid_until < $2
    AND (r.ended_at = '' OR r.ended_at > $3)
    AND NOT EXISTS (
        SELECT 1 FROM working_relation n
        WHERE n.person_id = r.person_id AND n.organisation_id = r.organisation_id
            AND n.audience = r.audience AND n.valid_from > r.valid_until
            AND n.valid_from <= $2 AND (n.ended_at = '' OR n.ended_at > $3)))";

/// Of an administrator a: the office is held.
inline constexpr std::string_view office_held = R"(
    a.valid_from <= $1 AND a.valid_until >= $1 AND (a.ended_at = '' OR a.ended_at > $3))";

}  // namespace dcadmin::tasks
