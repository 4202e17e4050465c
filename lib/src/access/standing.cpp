// SPDX-License-Identifier: Apache-2.0
#include "access/standing.h"

#include <algorithm>
#include <utility>

namespace dcadmin::access {

namespace {

void hold_offices(Standing& standing, std::vector<HeldOffice> offices) {
    for (const HeldOffice& office : offices) {
        standing.hold(Role::chief, office.role == "chief");
        standing.hold(Role::cochief, office.role == "cochief");
        const bool manager = office.role == "manager";
        standing.hold(Role::manager, manager && office.context_id == 0);
        standing.hold(Role::local_manager, manager && office.context_id != 0);
    }
    standing.offices = std::move(offices);
}

bool has_domain(const HeldOffice& office, std::string_view domain) {
    return office.domain.empty() || office.domain == domain;
}

bool in_domain(const Standing& standing, std::string_view domain) {
    return std::ranges::any_of(standing.offices, [&](const HeldOffice& office) {
        return office.role == "manager" && office.context_id == 0 && has_domain(office, domain);
    });
}

// Each site that it names must be his; what is of no site is for who has any.
bool in_zone(const Standing& standing, const Subject& subject) {
    if (!subject.contexts) return true;
    return std::ranges::all_of(*subject.contexts, [&](std::int64_t context) {
        return std::ranges::find(standing.zone_sites, context) != standing.zone_sites.end();
    });
}

// Every site must be his; sites that are not known yet are asked about once more when they are.
bool in_sites(const Standing& standing, const Subject& subject) {
    const auto mine = [&](std::int64_t context) {
        return std::ranges::any_of(standing.offices, [&](const HeldOffice& office) {
            return office.role == "manager" && office.context_id != 0 &&
                   office.context_id == context && has_domain(office, subject.domain);
        });
    };
    if (!subject.contexts) return true;
    return !subject.contexts->empty() && std::ranges::all_of(*subject.contexts, mine);
}

}  // namespace

const StaffRoles& staff_of(const Actor& actor) {
    auto& staff = actor.known.staff;
    if (!staff) {
        staff.emplace();
        // The issuer's people act for nobody: in an organisation's session they are that
        // organisation's alone.
        if (actor.acting.person && !actor.acting.organisation) {
            staff = staff_roles(actor.db, *actor.acting.person, actor.now);
        }
    }
    return *staff;
}

bool is_staff(const Actor& actor) {
    return staff_of(actor).issuer || staff_of(actor).auditor;
}

const Standing& standing_of(const Actor& actor, std::int64_t organisation) {
    const auto [at, is_new] = actor.known.standings.try_emplace(organisation);
    Standing& standing = at->second;
    if (!is_new || !actor.acting.person) return standing;
    const std::int64_t person = *actor.acting.person;
    if (organisation != 0 && actor.acting.organisation == organisation) {
        hold_offices(standing, offices_held(actor.db, person, organisation, actor.now));
        standing.zone_sites = zone_sites(actor.db, person, organisation, actor.now);
        standing.hold(Role::user, !standing.zone_sites.empty());
        standing.hold(Role::representative, represents(actor.db, person, organisation, actor.now));
    }
    standing.hold(Role::issuer, staff_of(actor).issuer);
    standing.hold(Role::auditor, staff_of(actor).auditor);
    return standing;
}

bool role_may(const Row& row, Role role, const Standing& standing, const Subject& subject) {
    if (!standing.holds(role)) return false;
    switch (may(row, role)) {
        case May::no:
        case May::self: return false;
        case May::yes: return true;
        case May::in_domain: return in_domain(standing, subject.domain);
        case May::in_sites: return in_sites(standing, subject);
        case May::in_zone: return in_zone(standing, subject);
    }
    return false;
}

bool for_everybody(const Row& row) {
    return std::ranges::all_of(row.may, [](May may) { return may == May::yes; });
}

bool person_may(const Actor& actor, const Row& row, const Subject& subject) {
    if (for_everybody(row)) return true;
    if (for_oneself(row) && subject.person && subject.person == actor.acting.person) return true;
    const std::int64_t here = actor.acting.organisation.value_or(0);
    const std::int64_t where = subject.organisation != 0 ? subject.organisation
                               : subject.enterprise      ? 0  // of another he is nobody
                                                         : here;
    const Standing& standing = standing_of(actor, where);
    for (std::size_t i = 0; i < role_count; ++i) {
        if (role_may(row, static_cast<Role>(i), standing, subject)) return true;
    }
    // Who represents an enterprise may register it; it is not here yet to act for.
    return subject.enterprise && actor.acting.person &&
           may(row, Role::representative) == May::yes &&
           represents(actor.db, *actor.acting.person, *subject.enterprise, actor.now);
}

}  // namespace dcadmin::access
