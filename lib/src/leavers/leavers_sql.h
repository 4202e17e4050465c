// SPDX-License-Identifier: Apache-2.0
// What a person holds that has not ended yet, and the destruction of his data.
#pragma once

#include <dcadmin/base/vocabulary.h>
#include <dcadmin/leavers.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dcadmin::leavers {

/// Whose, where (0: everywhere), and the day and moment from which something still lasts.
struct Reach {
    std::int64_t person_id;
    std::int64_t organisation_id;
    std::string day;
    std::string moment;
};

struct LastingRelation {
    std::int64_t id;
    EnterpriseNumber org;
    std::string org_name;
    Audience audience;
    std::string category;
    Date from;
    Date until;
};
/// Relations whose last day lies behind the day, by organisation.
[[nodiscard]] std::vector<LastingRelation> lasting_relations(store::Db& db, const Reach& reach);

struct LastingGrant {
    std::int64_t id;
    EnterpriseNumber org;
    std::string org_name;
    std::string title;
    Date from;
    Date until;
};
[[nodiscard]] std::vector<LastingGrant> lasting_grants(store::Db& db, const Reach& reach);

struct LastingOffice {
    std::int64_t id;
    std::int64_t organisation_id;
    EnterpriseNumber org;
    std::string org_name;
    std::string what;  // "manager, mobiliteit, Aalst"
    Date from;
    Date until;
};
[[nodiscard]] std::vector<LastingOffice> lasting_offices(store::Db& db, const Reach& reach);

/// The last day of anything that the person held, or the day that he was added; and what is still
/// open for him on `day`: working relations and offices, and requests that wait.
struct Holdings {
    std::string last_day;
    std::int64_t active = 0;
    std::int64_t contact_for = 0;
    std::int64_t worker_for = 0;
    std::int64_t customer_of = 0;
    std::int64_t pickups_for = 0;  // recurring ones of which he is the contact
    std::int64_t waiting = 0;
};
[[nodiscard]] Holdings holdings_of(store::Db& db, std::int64_t person_id, const std::string& day,
                                   const std::string& moment);

/// Empties the personal columns of everything of the person, and takes his key.
[[nodiscard]] Erasure erase_person(store::Db& db, std::int64_t person_id, const std::string& now);

}  // namespace dcadmin::leavers
