// SPDX-License-Identifier: Apache-2.0
#include "cli/store_candidates.h"

#include "cli/session_file.h"

#include <dcadmin/access.h>
#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/designation.h>
#include <dcadmin/organisations.h>
#include <dcadmin/persons.h>
#include <dcadmin/reviews.h>
#include <dcadmin/rights.h>
#include <dcadmin/secure_zone/contacts.h>
#include <dcadmin/sign_in.h>

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <utility>

namespace dcadmin::cli {
namespace {

std::string about_person(const Person& person) {
    return fmt::format("{} {}, {}", person.first_name, person.last_name, person.number.masked());
}

bool lives(const Grant& grant) {
    return grant.state == GrantState::active || grant.state == GrantState::future;
}

std::string at_sites(std::size_t count) {
    return count == 1 ? say("at one site already") : say("at {} sites already", count);
}

}  // namespace

FromStore::FromStore(const Settings& settings, const Environment& environment, const Clock& clock,
                     const Chosen& chosen)
    : settings_(settings),
      chosen_(chosen),
      store_(Store::open(settings.address(), StoreAccess::read)),
      env_{store_, clock, {environment.user(), {}, token_of(settings, environment)}, "complete"} {
    require_sign_in(env_);
}

std::vector<Candidate> FromStore::of(Complete kind, std::string_view begun, std::size_t most) {
    begun_ = begun;
    most_ = most;
    found_.clear();
    access_side(kind);
    zone_side(kind);
    records(kind);
    return std::move(found_);
}

void FromStore::access_side(Complete kind) {
    if (kind == Complete::person) persons({});
    if (kind == Complete::colleague) persons(org());
    if (kind == Complete::contact_person) contact_persons();
    if (kind == Complete::reviewer) reviewers();
    if (kind == Complete::org) organisations();
    if (kind == Complete::employer) employers();
    if (kind == Complete::own_org) own_organisations();
    if (kind == Complete::right) rights();
    if (kind == Complete::right_to_grant) rights_to_grant();
    if (kind == Complete::right_held) rights_held();
    if (kind == Complete::site) sites();
    if (kind == Complete::context) contexts();
    if (kind == Complete::context_to_grant) contexts_to_grant();
    if (kind == Complete::context_held) contexts_held();
    if (kind == Complete::domain_or_all) add_fitting("all", say("every domain"));
    if (kind == Complete::domain || kind == Complete::domain_or_all) domains();
}

bool FromStore::add(std::string value, std::string about) {
    if (found_.size() < most_) found_.push_back({std::move(value), std::move(about)});
    return found_.size() < most_;
}

bool FromStore::add_fitting(std::string value, std::string about) {
    const Candidate candidate{std::move(value), std::move(about)};
    return fits(candidate, begun_) ? add(candidate.value, candidate.about) : found_.size() < most_;
}

Page FromStore::page(std::string sort) const {
    return {
        .sort = std::move(sort), .reverse = false, .limit = most_, .offset = 0, .counted = false};
}

std::optional<std::string> FromStore::one(std::string_view option) const {
    const auto values = chosen_(option);
    return values.size() == 1 ? std::optional(values.front()) : std::nullopt;
}

std::optional<EnterpriseNumber> FromStore::org() const {
    if (const auto named = one("org")) return EnterpriseNumber::parse(text::trimmed(*named));
    return settings_.org();
}

std::optional<PersonRef> FromStore::person() const {
    const auto named = one("person");
    if (!named) return std::nullopt;
    return parse_person(text::trimmed(*named), env_.clock.today());
}

std::optional<std::int64_t> FromStore::whole_id(char letter) const {
    if (begun_.size() < 3 || begun_[0] != letter || begun_[1] != '-') return std::nullopt;
    std::int64_t id = 0;
    const auto* end = begun_.data() + begun_.size();
    const auto read = std::from_chars(begun_.data() + 2, end, id);
    if (read.ec != std::errc{} || read.ptr != end || id <= 0) return std::nullopt;
    return id;
}

// Of an organisation those who work there; somebody else where none of them fits.
void FromStore::persons(std::optional<EnterpriseNumber> org) {
    const auto offer = [this](std::optional<EnterpriseNumber> of) {
        for (const Person& person : Persons(env_).beginning_with(begun_, most_, of)) {
            add(person.id.text(), about_person(person));
        }
    };
    if (org) offer(org);
    if (found_.empty()) offer({});
}

void FromStore::contact_persons() {
    std::map<PersonId, std::string> purposes;
    std::map<PersonId, std::string> names;
    ContactFilter filter;
    filter.org = org();
    filter.page = page();
    Contacts(env_).list(filter, [&](const Contact& contact) {
        auto& all = purposes[contact.person];
        all += fmt::format("{}{}", all.empty() ? "" : ", ", name_of(contact.purpose));
        names.emplace(contact.person, contact.name);
        return true;
    });
    for (const auto& [id, name] : names) {
        add_fitting(id.text(), fmt::format("{} ({})", name, purposes[id]));
    }
    if (found_.empty()) persons(org());
}

void FromStore::reviewers() {
    const auto review = one("review");
    if (!review) return;
    const auto id = ReviewId::from_stored(parse_id(*review, 'v', "review"));
    for (const auto& status : Reviews(env_).status(id)) {
        add_fitting(status.reviewer.text(),
                    say("{}, {} of {} unanswered", status.name, status.open, status.grants));
    }
}

void FromStore::organisations() {
    Organisations(env_).list(
        {.text = std::string(begun_), .parent = {}, .page = page()},
        [this](const Organisation& org) { return add(org.number.digits(), org.name); });
}

void FromStore::employers() {
    const auto who = person();
    if (who) {
        std::set<EnterpriseNumber> seen;
        RelationFilter filter;
        filter.person = who;
        filter.page = page();
        Persons(env_).list_relations(filter, [&](const Relation& relation) {
            return !seen.insert(relation.org).second ||
                   add_fitting(relation.org.digits(), relation.org_name);
        });
    }
    if (found_.empty()) organisations();
}

void FromStore::own_organisations() {
    Sessions sessions(env_);
    const auto session = sessions.current();
    add_fitting("self", session.name);
    for (const auto& choice : sessions.choices(session.person)) {
        add_fitting(choice.org.digits(), fmt::format("{} ({})", choice.org_name, choice.holds));
    }
}

void FromStore::rights() {
    Rights(env_).list(
        {.text = std::string(begun_), .audience = {}, .page = page()},
        [this](const Right& right) { return add(right.code.text(), right.title_nl); });
}

// A right without sites that he has is left out; one with sites, where he has it at those named.
void FromStore::rights_to_grant() {
    const auto who = person();
    const auto where = org();
    if (!who || !where) return rights();
    std::map<RightCode, std::set<std::string>> held;
    GrantFilter filter;
    filter.person = who;
    filter.org = where;
    Rights(env_).list_grants(filter, [&](const Grant& grant) {
        if (lives(grant)) held[grant.right].insert(grant.context ? text_of(*grant.context) : "");
        return true;
    });
    RightFilter rights;
    rights.text = begun_;
    Rights(env_).list(rights, [&](const Right& right) {
        const auto has = held.find(right.code);
        if (has == held.end()) return add(right.code.text(), right.title_nl);
        if (right.context == ContextKind::none) return true;
        return add(right.code.text(),
                   fmt::format("{} ({})", right.title_nl, at_sites(has->second.size())));
    });
}

void FromStore::rights_held() {
    const auto who = person();
    if (!who) return rights();
    std::set<RightCode> seen;
    GrantFilter filter;
    filter.person = who;
    filter.org = org();
    Rights(env_).list_grants(filter, [&](const Grant& grant) {
        return !lives(grant) || !seen.insert(grant.right).second ||
               add_fitting(grant.right.text(),
                           say("{}, until {}", grant.right_title, grant.period.last().formatted()));
    });
}

void FromStore::sites() {
    Organisations(env_).list_sites(
        {.org = org(), .text = std::string(begun_), .page = page()},
        [this](const Site& site) { return add(site.number.digits(), site.name); });
}

void FromStore::contexts() {
    const auto code = one("right");
    if (!code) return sites();
    const Right right = Rights(env_).get(RightCode::parse(*code));
    switch (right.context) {
        case ContextKind::none: return;
        case ContextKind::site: return sites();
        case ContextKind::role:
            for (const auto& role : right.roles) add_fitting(role.text(), "");
            return;
    }
}

void FromStore::contexts_to_grant() {
    contexts();
    const auto who = person();
    const auto code = one("right");
    if (!who || !code) return;
    GrantFilter filter;
    filter.person = who;
    filter.org = org();
    filter.right = RightCode::parse(*code);
    Rights(env_).list_grants(filter, [&](const Grant& grant) {
        if (!lives(grant) || !grant.context) return true;
        const auto held = text_of(*grant.context);
        std::erase_if(found_, [&](const Candidate& one) { return one.value == held; });
        return true;
    });
}

void FromStore::contexts_held() {
    const auto who = person();
    const auto code = one("right");
    if (!who || !code) return contexts();
    GrantFilter filter;
    filter.person = who;
    filter.org = org();
    filter.right = RightCode::parse(*code);
    Rights(env_).list_grants(filter, [this](const Grant& grant) {
        return !lives(grant) || !grant.context ||
               add_fitting(text_of(*grant.context), say("{}, until {}", grant.context_name,
                                                        grant.period.last().formatted()));
    });
}

void FromStore::domains() {
    Domains(env_).list(
        {.text = std::string(begun_), .at = {}, .page = page()},
        [this](const Domain& domain) { return add(domain.code.text(), domain.name_nl); });
}

}  // namespace dcadmin::cli
