// SPDX-License-Identifier: Apache-2.0
#include "designation/rules.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include <algorithm>
#include <array>

namespace dcadmin::designation {

namespace {

constexpr std::string_view register_hint =
    "the register of enterprises says who represents it: dcadmin register import --functions FILE";

// Addresses that everybody can have; an enterprise's own has its own domain.
constexpr std::array<std::string_view, 24> free_mail{
    "gmail.com",   "googlemail.com", "hotmail.com",    "hotmail.be", "hotmail.fr", "outlook.com",
    "outlook.be",  "live.be",        "live.com",       "msn.com",    "telenet.be", "skynet.be",
    "proximus.be", "scarlet.be",     "yahoo.com",      "yahoo.fr",   "icloud.com", "me.com",
    "mac.com",     "proton.me",      "protonmail.com", "gmx.net",    "gmx.com",    "voo.be"};

// Words such as a name's, without accents and in small letters; shorter ones prove nothing.
bool holds_name(std::string_view local, std::string_view name) {
    constexpr std::size_t telling = 3;
    const std::string folded = text::folded(name);
    for (const std::string_view word : text::split(folded, ' ')) {
        if (word.size() >= telling && local.find(word) != std::string_view::npos) return true;
    }
    return false;
}

const registers::EnterpriseFunction* representing(const Standing& standing) {
    const auto found = std::ranges::find_if(
        standing.functions, [](const auto& function) { return function.represents; });
    return found == standing.functions.end() ? nullptr : &*found;
}

// The representing function that begins first after the day.
const registers::EnterpriseFunction* coming(const Standing& standing) {
    const registers::EnterpriseFunction* next = nullptr;
    for (const auto& function : standing.functions) {
        if (!function.represents || function.period.first() <= standing.day) continue;
        if (next == nullptr || function.period.first() < next->period.first()) next = &function;
    }
    return next;
}

bool holds(const Authority& authority, std::string_view role, std::int64_t domain_id) {
    return std::ranges::any_of(authority.offices, [&](const Office& office) {
        return office.role == role && office.context_id == 0 &&
               (office.domain_id == 0 || office.domain_id == domain_id);
    });
}

bool holds_some(const Authority& authority, std::string_view role) {
    return std::ranges::any_of(authority.offices,
                               [&](const Office& office) { return office.role == role; });
}

}  // namespace

Error nobody_acts(EnterpriseNumber org) {
    return {Kind::not_allowed,
            say("only a legal representative of {} designates its chief, and nobody is "
                "named who acts",
                org.formatted()),
            "name yourself with --as; without eID: dcadmin chief request", "as"};
}

std::optional<Error> representative_problem(const Standing& standing) {
    if (registers::represents(standing.functions, standing.day)) return std::nullopt;
    const std::string who = standing.person.text();
    const std::string org = standing.org.formatted();
    const auto* const known = representing(standing);
    if (known == nullptr && standing.functions.empty()) {
        return Error(Kind::rule, say("{} is not known as a legal representative of {}", who, org),
                     std::string(register_hint), "as");
    }
    if (known == nullptr) {
        return Error(Kind::rule,
                     say("the function of {} in {}, {}, does not represent it", who, org,
                         text::quoted(standing.functions.front().function)),
                     std::string(register_hint), "as");
    }
    if (const auto* const next = coming(standing)) {
        return Error(Kind::rule,
                     say("the function of {} in {}, {}, begins on {}", who, org,
                         text::quoted(next->function), next->period.first().formatted()),
                     "ask again from that day on", "as");
    }
    return Error(Kind::rule,
                 say("the function of {} in {}, {}, ended on {}", who, org,
                     text::quoted(known->function), known->period.last().formatted()),
                 std::string(register_hint), "as");
}

std::optional<Error> chief_problem(const Standing& standing) {
    if (registers::represents(standing.functions, standing.day)) return std::nullopt;
    const bool employee = std::ranges::any_of(standing.categories, [](Category category) {
        return category == Category::permanent || category == Category::civil_servant;
    });
    if (employee) return std::nullopt;
    return Error(Kind::rule,
                 say("{} is neither an employee nor a legal representative of {} on {}",
                     standing.person.text(), standing.org.formatted(), standing.day.formatted()),
                 say("give the working relation first: dcadmin relation add --person {} --org {} "
                     "--category 'vaste medewerker' …",
                     standing.person.text(), standing.org.digits()),
                 "person");
}

std::optional<Error> office_problem(const Standing& standing) {
    if (registers::represents(standing.functions, standing.day)) return std::nullopt;
    if (!standing.categories.empty()) return std::nullopt;
    return Error(Kind::rule,
                 say("{} neither works for {} nor represents it on {}", standing.person.text(),
                     standing.org.formatted(), standing.day.formatted()),
                 say("give the working relation first: dcadmin relation add --person {} --org {} …",
                     standing.person.text(), standing.org.digits()),
                 "person");
}

std::optional<Error> confirm_problem(EnterpriseNumber org, std::optional<EnterpriseNumber> confirm,
                                     std::string_view what) {
    if (confirm == org) return std::nullopt;
    const std::string hint =
        say("type the enterprise number once more: --confirm {}", org.digits());
    if (!confirm) {
        return Error(Kind::usage, say("{} is not confirmed, and --yes is not enough for it", what),
                     hint, "confirm");
    }
    return Error(Kind::usage,
                 say("{} is for {}, but {} was typed to confirm it", what, org.formatted(),
                     confirm->formatted()),
                 hint, "confirm");
}

std::optional<Error> who_problem(const NewChief& request) {
    if (request.self != request.person.has_value()) return std::nullopt;
    return Error(Kind::usage,
                 request.self ? say("both --self and a person are given")
                              : say("it is not said who is to be chief"),
                 "give --self for the acting person, or --person", "person");
}

std::optional<Error> from_problem(std::optional<Date> from, Date today) {
    if (!from || *from >= today) return std::nullopt;
    return Error(Kind::rule,
                 say("{} is past: nobody becomes administrator afterwards", from->formatted()),
                 "leave --from out for today", "from");
}

std::optional<Error> on_problem(std::optional<Date> on, Date today) {
    if (!on || *on >= today) return std::nullopt;
    return Error(Kind::rule,
                 say("{} is past: the office was held and stays in the record", on->formatted()),
                 "leave --on out to end it now", "on");
}

std::optional<Error> until_problem(Date from, Date until) {
    if (from <= until) return std::nullopt;
    return Error(
        Kind::rule,
        say("the last day, {}, comes before the first, {}", until.formatted(), from.formatted()),
        "give a later --until", "until");
}

std::string email_remark(const EmailAddress& email, std::string_view first_name,
                         std::string_view last_name) {
    const std::string& address = email.text();
    const auto at = address.rfind('@');
    const std::string local = text::folded(std::string_view(address).substr(0, at));
    const std::string domain = text::ascii_lower(std::string_view(address).substr(at + 1));
    const bool free = std::ranges::find(free_mail, domain) != free_mail.end();
    if (!free && !holds_name(local, first_name) && !holds_name(local, last_name)) return {};
    return say(
        "the address {} looks personal: a general one, such as directie@…, stays "
        "when the person goes",
        address);
}

std::optional<Error> appoint_problem(const Authority& authority, AdministratorRole role,
                                     std::int64_t domain_id, const DomainCode& domain,
                                     EnterpriseNumber org) {
    if (authority.local_operator || authority.representative) return std::nullopt;
    if (holds_some(authority, "chief")) return std::nullopt;
    if (role != AdministratorRole::manager) {
        return Error(Kind::not_allowed,
                     say("only the chief or a legal representative of {} appoints its "
                         "co-chiefs",
                         org.formatted()),
                     say("see who is chief: dcadmin chief show --org {}", org.digits()), "as");
    }
    if (holds(authority, "cochief", domain_id) || holds(authority, "manager", domain_id)) {
        return std::nullopt;
    }
    return Error(Kind::not_allowed,
                 domain.is_all() ? say("the acting person does not administer all domains for {}",
                                       org.formatted())
                                 : say("the acting person does not administer domain {} for {}",
                                       domain.text(), org.formatted()),
                 say("see who does: dcadmin manager list --org {}, dcadmin chief show "
                     "--org {}",
                     org.digits(), org.digits()),
                 "as");
}

std::optional<Error> end_chief_problem(const Authority& authority, EnterpriseNumber org) {
    if (authority.local_operator || authority.representative) return std::nullopt;
    if (holds_some(authority, "chief")) return std::nullopt;
    return Error(Kind::not_allowed,
                 say("only a legal representative of {} or its chief himself ends the "
                     "chief's office",
                     org.formatted()),
                 say("see who is chief: dcadmin chief show --org {}", org.digits()), "as");
}

std::optional<Error> operator_problem(bool local_operator) {
    if (local_operator) return std::nullopt;
    return Error(Kind::not_allowed, "only an operator answers a request for a chief",
                 "leave --as out; it may stand in DCADMIN_AS or in the configuration", "as");
}

Error no_chief(EnterpriseNumber org, Date day) {
    return {Kind::not_found, say("{} has no chief on {}", org.formatted(), day.formatted()),
            say("designate one: dcadmin chief designate --org {} …", org.digits()), "org"};
}

std::optional<Error> last_problem(bool leaves_nobody, bool force, std::string_view reason,
                                  EnterpriseNumber org) {
    if (!leaves_nobody) return std::nullopt;
    if (force && !reason.empty()) return std::nullopt;
    if (force) {
        return Error(Kind::usage, "what is forced needs a reason", "give it with --reason",
                     "reason");
    }
    return Error(Kind::rule,
                 say("nobody would be left who administers everything for {}", org.formatted()),
                 say("designate the successor first: dcadmin chief designate --org {} …; "
                     "or force it, with a reason: --force --reason …",
                     org.digits()),
                 "force");
}

std::string clean_text(std::string_view given, std::string_view field, bool needed) {
    std::string kept;
    try {
        if (!given.empty()) kept = text::clean(given, field);
    } catch (const Error& error) {
        throw error.about(field);
    }
    if (!kept.empty() || !needed) return kept;
    throw Error(Kind::usage, say("the {} is missing", field), say("give it with --{}", field),
                std::string(field));
}

OfficeState state_of(DateRange period, const std::optional<Timestamp>& ended_at, Date day,
                     Timestamp moment) {
    if (ended_at && *ended_at <= moment) return OfficeState::ended;
    if (day < period.first()) return OfficeState::future;
    return day > period.last() ? OfficeState::ended : OfficeState::active;
}

}  // namespace dcadmin::designation

namespace dcadmin {

std::string_view name_of(AdministratorRole role) {
    switch (role) {
        case AdministratorRole::chief: return "chief";
        case AdministratorRole::cochief: return "cochief";
        case AdministratorRole::manager: return "manager";
    }
    return "manager";
}

std::string_view name_of(OfficeState state) {
    switch (state) {
        case OfficeState::active: return "active";
        case OfficeState::future: return "future";
        case OfficeState::ended: return "ended";
    }
    return "ended";
}

OfficeState parse_office_state(std::string_view given) {
    const std::string wanted = text::ascii_lower(text::trimmed(given));
    for (const OfficeState state : {OfficeState::active, OfficeState::future, OfficeState::ended}) {
        if (wanted == name_of(state)) return state;
    }
    throw Error(Kind::usage, say("{} is not a state of offices", text::quoted(given)),
                "one of: active, future, ended");
}

}  // namespace dcadmin
