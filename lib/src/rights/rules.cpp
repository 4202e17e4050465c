// SPDX-License-Identifier: Apache-2.0
#include "rights/rules.h"

#include <dcadmin/base/say.h>

#include <fmt/format.h>

#include <algorithm>

namespace dcadmin::rights {

namespace {

std::string relation_command(std::string_view verb, std::string_view person, EnterpriseNumber org) {
    return fmt::format("dcadmin relation {} --person {} --org {}", verb, person, org.digits());
}

Error no_relation(std::string_view person, EnterpriseNumber org) {
    return {Kind::rule,
            say("{} has no working relation (werkrelatie) with {}", person, org.formatted()),
            relation_command("add", person, org) + " --category … --email … --phone …", "person"};
}

Error no_relation_then(const RelationFacts& last, const AskedPeriod& asked, std::string_view person,
                       EnterpriseNumber org) {
    if (asked.until && *asked.until < last.from) {
        return {Kind::rule,
                say("the working relation of {} with {} begins only on {}", person, org.formatted(),
                    last.from.formatted()),
                say("ask for a period from {} on", last.from.iso()), "until"};
    }
    return {Kind::rule,
            say("the working relation of {} with {} ended on {}", person, org.formatted(),
                last.until.formatted()),
            relation_command("add", person, org) + " --category … --email … --phone …", "person"};
}

}  // namespace

std::variant<const RelationFacts*, Error> choose_relation(
    std::span<const RelationFacts* const> relations, const RightFacts& right,
    const AskedPeriod& asked, Date today, std::string_view person, EnterpriseNumber org) {
    const RelationFacts* last = nullptr;
    const RelationFacts* overlapping = nullptr;
    bool live = false;
    for (const RelationFacts* relation : relations) {
        if (!relation->live) continue;
        live = true;
        if ((right.audiences & bit_of(relation->audience)) == 0) continue;
        last = relation;
        const Date from = asked.from.value_or(std::max(today, relation->from));
        if (relation->from <= from && from <= relation->until) return relation;
        const bool reaches =
            from < relation->from && (!asked.until || *asked.until >= relation->from);
        if (reaches && overlapping == nullptr) overlapping = relation;
    }
    if (overlapping != nullptr) return overlapping;
    if (last != nullptr) return no_relation_then(*last, asked, person, org);
    if (relations.empty()) return no_relation(person, org);
    if (!live) {
        return Error(Kind::rule,
                     say("the working relation of {} with {} was ended", person, org.formatted()),
                     relation_command("add", person, org) + " --category … --email … --phone …",
                     "person");
    }
    return Error(Kind::rule,
                 say("right '{}' is not offered to the target group of the working relation "
                     "of {} with {}",
                     right.code, person, org.formatted()),
                 say("see its target groups: dcadmin right show {}", right.code), "right");
}

std::variant<GrantPeriod, Error> period_for(const AskedPeriod& asked, const RelationFacts& relation,
                                            const RightFacts& right, Date today) {
    Date from = asked.from.value_or(std::max(today, relation.from));
    if (asked.until && *asked.until < from) {
        return Error(
            Kind::usage,
            say("the end {} lies before the begin {}", asked.until->formatted(), from.formatted()),
            "give an --until on or after --from", "until");
    }
    GrantPeriod period{from, from, {}};
    if (from < relation.from) {
        period.from = relation.from;
        period.remark =
            say("from cut to {}, the begin of the working relation", relation.from.formatted());
    }
    Date until = asked.until.value_or(period.from.plus(right.default_term));
    const char* why = nullptr;
    if (const Date longest = period.from.plus(right.max_term); until > longest) {
        until = longest;
        why = "the longest this right may last";
    }
    if (until > relation.until) {
        until = relation.until;
        why = "the end of the working relation";
    }
    period.until = until;
    // The right's own default is nobody's request; only a wish that was cut is worth a word.
    if (why != nullptr && asked.until) {
        if (!period.remark.empty()) period.remark += "; ";
        period.remark += say("until cut to {}, {}", until.formatted(), why);
    }
    return period;
}

Judgement against_held(const AskedPeriod& asked, const GrantPeriod& period,
                       std::span<const HeldGrant> held, Date today) {
    Judgement judgement;
    for (const HeldGrant& other : held) {
        const bool same_from =
            asked.from ? other.from == period.from : other.from <= today && today <= other.until;
        const bool same_until = !asked.until || other.until == period.until;
        if ((other.from == period.from && other.until == period.until) ||
            (same_from && same_until)) {
            return {Verdict::there, &other};
        }
        if (other.from <= period.until && period.from <= other.until) {
            judgement = {Verdict::conflict, &other};
        }
    }
    return judgement;
}

Error conflict_with(const HeldGrant& other, std::string_view person, EnterpriseNumber org,
                    std::string_view right, std::string_view context) {
    const std::string what =
        other.row != 0 ? say("row {} of this file", other.row) : say("grant g-{}", other.id);
    const std::string site = context.empty() ? std::string() : fmt::format(" --site {}", context);
    return {Kind::conflict,
            say("{} has right '{}' already from {} to {} ({})", person, right,
                other.from.formatted(), other.until.formatted(), what),
            say("to move its end: dcadmin grant extend --person {} --org {} --right {}{} "
                "--until DATE",
                person, org.digits(), right, site),
            "until"};
}

std::variant<GrantPeriod, Error> extended(const HeldGrant& grant, Date until,
                                          const RelationFacts& relation, const RightFacts& right,
                                          Date today) {
    GrantPeriod period{grant.from, until, {}};
    const Date longest = std::max(today, grant.from).plus(right.max_term);
    if (period.until > longest && longest >= grant.until) {
        period.until = longest;
        period.remark =
            say("until cut to {}, the longest this right may last", longest.formatted());
    }
    if (period.until > relation.until) {
        period.until = relation.until;
        period.remark =
            say("until cut to {}, the end of the working relation", period.until.formatted());
    }
    if (until < grant.until) {
        return Error(Kind::rule,
                     say("grant g-{} ends on {}, after the {} that was asked", grant.id,
                         grant.until.formatted(), until.formatted()),
                     say("to end it earlier: dcadmin grant revoke … --on {}", until.iso()),
                     "until");
    }
    period.until = std::max(period.until, grant.until);
    return period;
}

GrantState state_of(DateRange period, const std::optional<Timestamp>& revoked_at, Date day,
                    Timestamp moment) {
    if (revoked_at && *revoked_at <= moment) return GrantState::revoked;
    if (day < period.first()) return GrantState::future;
    if (period.last() < day) return GrantState::ended;
    return GrantState::active;
}

std::optional<Error> problem_of(const Right& right) {
    if (right.audiences.empty()) {
        return Error(Kind::usage, say("right '{}' is offered to nobody", right.code.text()),
                     "name its target groups: --audience EA", "audience");
    }
    if ((right.context == ContextKind::role) == right.roles.empty()) {
        return Error(Kind::usage,
                     right.roles.empty() ? say("a right with roles as context needs its roles")
                                         : say("roles go only with --context role"),
                     "write --context role --roles first|second", "roles");
    }
    const Date day = Date::from_days(0);
    if (day.plus(right.default_term) > day.plus(right.max_term)) {
        return Error(Kind::rule,
                     say("the usual duration {} is longer than the longest, {}",
                         right.default_term.text(), right.max_term.text()),
                     "shorten --default-term or lengthen --max-term", "default_term");
    }
    if (right.min_level < 100 || right.min_level > 500) {
        return Error(Kind::usage, say("{} is not a level of a digital key", right.min_level),
                     "levels go from 100 to 500", "min_level");
    }
    return std::nullopt;
}

}  // namespace dcadmin::rights
