// SPDX-License-Identifier: Apache-2.0
// The rules of granting, as pure functions on values: which working relation carries a grant, which
// period it gets, and what the grants that are there already say to it. One grant from the command
// line and a million from a file are judged by these same functions.
#pragma once

#include <dcadmin/error.h>
#include <dcadmin/rights.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace dcadmin::rights {

struct RelationFacts {
    std::int64_t id;
    std::int64_t organisation_id;
    EnterpriseNumber org;
    Audience audience;
    Date from;
    Date until;
    bool live;  // not ended at once
    std::string email;
};

struct RoleFacts {
    std::string code;
    std::int64_t context_id;
};

struct RightFacts {
    std::int64_t id;
    std::string code;
    std::string domain;
    std::uint8_t audiences;  // one bit each
    ContextKind context;
    Term max_term;
    Term default_term;
    std::vector<RoleFacts> roles;  // by code
};
[[nodiscard]] constexpr std::uint8_t bit_of(Audience audience) {
    return static_cast<std::uint8_t>(1U << static_cast<unsigned>(audience));
}

/// A live grant of one relation and right; row is set for one that an earlier row of the run makes.
struct HeldGrant {
    std::int64_t id;
    std::int64_t relation_id;
    std::int64_t right_id;
    std::int64_t context_id;
    Date from;
    Date until;
    std::uint64_t row = 0;
};

struct AskedPeriod {
    std::optional<Date> from;
    std::optional<Date> until;
};

/// The relation that carries the grant, among those of one person with one organisation. Refused
/// with rule: none, all ended, the right not offered to its target group, none in the asked period.
[[nodiscard]] std::variant<const RelationFacts*, Error> choose_relation(
    std::span<const RelationFacts* const> relations, const RightFacts& right,
    const AskedPeriod& asked, Date today, std::string_view person, EnterpriseNumber org);

struct GrantPeriod {
    Date from;
    Date until;
    std::string remark;  // what was cut, in words
};
/// From the asked dates, cut to the relation's period and the right's maximum (deck: a right lies
/// within the working relation; sheet 3.4: each right has a maximum duration).
[[nodiscard]] std::variant<GrantPeriod, Error> period_for(const AskedPeriod& asked,
                                                          const RelationFacts& relation,
                                                          const RightFacts& right, Date today);

enum class Verdict { make, there, conflict };
struct Judgement {
    Verdict verdict = Verdict::make;
    const HeldGrant* other = nullptr;  // what is there, or in the way
};
/// `held` are the live grants of the same relation, right and context.
[[nodiscard]] Judgement against_held(const AskedPeriod& asked, const GrantPeriod& period,
                                     std::span<const HeldGrant> held, Date today);

/// The conflict in words, with the command that extends instead.
[[nodiscard]] Error conflict_with(const HeldGrant& other, std::string_view person,
                                  EnterpriseNumber org, std::string_view right,
                                  std::string_view context);

/// Where an extension ends: cut to the relation, and to the right's maximum counted from today (or
/// from a later begin). Refused with rule when that shortens.
[[nodiscard]] std::variant<GrantPeriod, Error> extended(const HeldGrant& grant, Date until,
                                                        const RelationFacts& relation,
                                                        const RightFacts& right, Date today);

/// State on a day or at a moment, from what the row holds.
[[nodiscard]] GrantState state_of(DateRange period, const std::optional<Timestamp>& revoked_at,
                                  Date day, Timestamp moment);

/// Refused with usage or rule: a right without target groups, roles that do not go with the
/// context kind, a default beyond the maximum, a level outside 100..500.
[[nodiscard]] std::optional<Error> problem_of(const Right& right);

}  // namespace dcadmin::rights
