// SPDX-License-Identifier: Apache-2.0
#include "persons/relation_rules.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace dcadmin::persons {

namespace {

std::string id_of(const RelationRow& row) {
    return RelationId::from_stored(row.id).text();
}

// "p-12 with 0566.988.259"
std::string whose(const Subject& subject) {
    return say("{} with {}", subject.person.text(), subject.org.formatted());
}

// "--person p-12 --org 0566988259", and the target group where it is not the usual one.
std::string key_options(const Subject& subject, std::optional<Audience> audience) {
    std::string options =
        fmt::format("--person {} --org {}", subject.person.text(), subject.org.digits());
    if (audience && *audience != Audience::ea) {
        options += fmt::format(" --audience {}", name_of(*audience));
    }
    return options;
}

std::string command(std::string_view verb, const Subject& subject,
                    std::optional<Audience> audience) {
    return fmt::format("dcadmin relation {} {}", verb, key_options(subject, audience));
}

std::string list_command(const Subject& subject) {
    return fmt::format("dcadmin relation list --person {} --org {}", subject.person.text(),
                       subject.org.digits());
}

Date longest(Date from, Term max_term) {
    try {
        return from.plus(max_term);
    } catch (const Error& error) {
        throw error.about("from");
    }
}

bool is_same(const AskedPeriod& asked, DateRange period, Term max_term, const RelationRow& row,
             Date today) {
    const DateRange there = row.period;
    if (asked.from ? there.first() != *asked.from : !there.contains(today)) return false;
    if (!asked.until) return there.last() >= today || there.last() == period.last();
    return there.last() == std::min(*asked.until, longest(there.first(), max_term));
}

Error several_audiences(const Subject& subject, const std::vector<Audience>& audiences) {
    std::string names;
    for (const Audience audience : audiences) {
        if (!names.empty()) names += ", ";
        names += name_of(audience);
    }
    return {Kind::usage,
            say("{} has working relations of several target groups: {}", whose(subject), names),
            say("say which one: --audience {}", name_of(audiences.front())), "audience"};
}

Error no_relation(const Subject& subject) {
    const std::string group =
        subject.audience ? say(" of target group {}", name_of(*subject.audience)) : "";
    return {Kind::not_found, say("{} has no working relation{}", whose(subject), group),
            say("see which there are: dcadmin relation list --person {}", subject.person.text()),
            "org"};
}

std::vector<Audience> audiences_of(std::span<const RelationRow> rows) {
    std::vector<Audience> audiences;
    for (const RelationRow& row : rows) {
        if (std::ranges::find(audiences, row.audience) == audiences.end()) {
            audiences.push_back(row.audience);
        }
    }
    return audiences;
}

std::string_view word(bool email) {
    return email ? "e-mail address" : "telephone number";
}

}  // namespace

Error unknown_category(Audience audience, Category category, std::span<const std::string> known) {
    return {Kind::rule,
            say("target group {} knows no category '{}'", name_of(audience), name_of(category)),
            say("one of: {}", fmt::join(known, ", ")), "category"};
}

std::optional<Error> missing_field(const CategoryRule& rule, const NewRelation& asked,
                                   Audience audience) {
    const bool no_email = rule.email_required && !asked.email;
    const bool no_phone = rule.phone_required && !asked.phone;
    if (!no_email && !no_phone) return std::nullopt;
    return Error(Kind::usage,
                 say("a {} of target group {} must have a {}", name_of(asked.category),
                     name_of(audience), word(no_email)),
                 no_email ? say("give it with --email") : say("give it with --phone"),
                 no_email ? "email" : "phone");
}

std::optional<Error> period_problem(const AskedPeriod& asked, Date today) {
    const Date from = asked.from.value_or(today);
    if (!asked.until || *asked.until >= from) return std::nullopt;
    return Error(
        Kind::usage,
        say("it would end on {}, before it begins on {}", asked.until->formatted(),
            from.formatted()),
        asked.from ? say("give a later --until") : say("give --from too: it is today by default"),
        "until");
}

DateRange period_for(const AskedPeriod& asked, Term max_term, Date today) {
    const Date from = asked.from.value_or(today);
    const Date last = longest(from, max_term);
    return DateRange::of(from, std::min(asked.until.value_or(last), last));
}

std::string cut_remark(const AskedPeriod& asked, DateRange period, Category category,
                       Audience audience, Term max_term) {
    if (!asked.until || *asked.until == period.last()) return {};
    return say("until cut to {}: a {} of target group {} has at most {}", period.last().formatted(),
               name_of(category), name_of(audience), max_term.words());
}

Against against(const AskedPeriod& asked, DateRange period, Term max_term,
                std::span<const RelationRow> live, Date today) {
    for (const RelationRow& row : live) {
        if (is_same(asked, period, max_term, row, today)) return {Against::Verdict::there, &row};
    }
    for (const RelationRow& row : live) {
        if (row.period.overlaps(period)) return {Against::Verdict::conflict, &row};
    }
    return {};
}

std::optional<Error> difference(const RelationRow& there, const NewRelation& asked,
                                const Subject& subject) {
    const auto refused = [&](std::string_view what, std::string_view field) {
        return Error(Kind::conflict,
                     say("working relation {} of {} is there already, with another {}",
                         id_of(there), whose(subject), what),
                     say("end it first: {} --at-once, then add it anew",
                         command("end", subject, there.audience)),
                     std::string(field));
    };
    if (there.category != asked.category) return refused("category", "category");
    if (asked.email && there.email != asked.email->text()) return refused(word(true), "email");
    if (asked.phone && there.phone != asked.phone->text()) return refused(word(false), "phone");
    return std::nullopt;
}

Error overlap(const RelationRow& other, DateRange period, const Subject& subject, Date today) {
    std::string hint;
    const bool over = other.period.last() < today;
    if (over) {
        hint = say("let it begin after that: --from {}", other.period.last().plus_days(1).iso());
    } else if (period.last() > other.period.last()) {
        hint = say("to make it last longer: {} --until {}",
                   command("extend", subject, other.audience), period.last().iso());
    } else if (period.first() > today) {
        hint = say("to replace it: {} --on {}", command("end", subject, other.audience),
                   period.first().plus_days(-1).iso());
    } else {
        hint = say("to replace it: {} --at-once", command("end", subject, other.audience));
    }
    const bool same_begin = other.period.first() == period.first();
    return {Kind::conflict,
            say("working relation {} of {} runs {}, which overlaps {}", id_of(other),
                whose(subject), other.period.formatted(), period.formatted()),
            std::move(hint), same_begin ? "until" : "from"};
}

std::variant<const RelationRow*, Error> to_extend(std::span<const RelationRow> rows,
                                                  const Subject& subject, Date today) {
    if (rows.empty()) return no_relation(subject);
    std::vector<RelationRow> running;
    const RelationRow* chosen = nullptr;
    for (const RelationRow& row : rows) {
        if (!row.ended_at.empty() || row.period.last() < today) continue;
        running.push_back(row);
        if (chosen == nullptr || row.period.first() < chosen->period.first()) chosen = &row;
    }
    if (chosen == nullptr) {
        return Error(
            Kind::rule,
            say("the working relation {} of {} has ended", id_of(rows.back()), whose(subject)),
            say("add a new one: {} …", command("add", subject, rows.back().audience)), "org");
    }
    const auto audiences = audiences_of(running);
    if (audiences.size() > 1) return several_audiences(subject, audiences);
    return chosen;
}

std::vector<RelationRow> only_begun(std::span<const RelationRow> rows, std::optional<Date> begins) {
    std::vector<RelationRow> meant(rows.begin(), rows.end());
    if (begins) {
        std::erase_if(meant, [&](const RelationRow& row) { return row.period.first() != *begins; });
    }
    return meant;
}

std::optional<Error> extension_problem(const RelationRow& row, Date until, Term max_term,
                                       std::span<const RelationRow> rows, const Subject& subject,
                                       Date today) {
    const auto refused = [&](Kind kind, std::string message, std::string hint) {
        return Error(kind, std::move(message), std::move(hint), "until");
    };
    if (until < row.period.last()) {
        return refused(Kind::rule,
                       say("working relation {} runs until {}; this would shorten it", id_of(row),
                           row.period.last().formatted()),
                       say("to end it earlier: {} --on {}", command("end", subject, row.audience),
                           until.iso()));
    }
    const Date last = longest(std::max(today, row.period.first()), max_term);
    if (until > last) {
        return refused(
            Kind::rule,
            say("a {} of target group {} has at most {}: until {}", name_of(row.category),
                name_of(row.audience), max_term.words(), last.formatted()),
            say("the latest day is --until {}", last.iso()));
    }
    const DateRange period = DateRange::of(row.period.first(), until);
    for (const RelationRow& other : rows) {
        if (other.id == row.id || other.audience != row.audience || !other.ended_at.empty()) {
            continue;
        }
        if (!other.period.overlaps(period)) continue;
        return refused(Kind::conflict,
                       say("working relation {} of {} begins on {}", id_of(other), whose(subject),
                           other.period.first().formatted()),
                       say("see both: {}", list_command(subject)));
    }
    return std::nullopt;
}

std::optional<Error> end_problem(const RelationEnd& asked, Date today) {
    if (asked.on && asked.at_once) {
        return Error(Kind::usage, "a day and 'at once' exclude each other",
                     "leave out --on, or --at-once", "on");
    }
    if (!asked.on || *asked.on >= today) return std::nullopt;
    return Error(Kind::rule,
                 say("{} is past: access was there and stays in the record", asked.on->formatted()),
                 "to end it now: --at-once", "on");
}

std::variant<std::vector<RelationRow>, Error> to_end(std::span<const RelationRow> rows,
                                                     const Subject& subject, Date day,
                                                     bool at_once) {
    if (rows.empty()) return no_relation(subject);
    std::vector<RelationRow> reached;
    for (const RelationRow& row : rows) {
        const bool lasts = at_once ? row.period.last() >= day : row.period.last() > day;
        if (row.ended_at.empty() && lasts) reached.push_back(row);
    }
    const auto audiences = audiences_of(reached);
    if (audiences.size() > 1) return several_audiences(subject, audiences);
    std::ranges::sort(reached, {}, [](const RelationRow& row) { return row.period.first(); });
    return reached;
}

RelationState state_of(DateRange period, const std::optional<Timestamp>& ended_at, Date day,
                       Timestamp moment) {
    if (ended_at && *ended_at <= moment) return RelationState::ended;
    if (day < period.first()) return RelationState::future;
    return day > period.last() ? RelationState::ended : RelationState::active;
}

}  // namespace dcadmin::persons

namespace dcadmin {

namespace {

constexpr std::array all_relation_states{RelationState::active, RelationState::future,
                                         RelationState::ended};

}  // namespace

std::string_view name_of(RelationState state) {
    switch (state) {
        case RelationState::active: return "active";
        case RelationState::future: return "future";
        case RelationState::ended: return "ended";
    }
    return "ended";
}

RelationState parse_relation_state(std::string_view given) {
    const std::string wanted = text::ascii_lower(text::trimmed(given));
    for (const RelationState state : all_relation_states) {
        if (wanted == name_of(state)) return state;
    }
    throw Error(Kind::usage, say("{} is not a state of working relations", text::quoted(given)),
                "one of: active, future, ended");
}

}  // namespace dcadmin
