// SPDX-License-Identifier: Apache-2.0
#include "rights/named.h"

#include "store/person_ids.h"
#include "store/tx.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>

namespace dcadmin::rights {

namespace {

constexpr std::int64_t sites_to_compare = 1000;

std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates) {
    const auto near = text::nearest(word, candidates);
    return near ? say("; did you mean '{}'?", *near) : std::string();
}

Error unknown_right(std::string_view code, const std::vector<RightFacts>& rights) {
    std::vector<std::string> codes;
    codes.reserve(rights.size());
    for (const RightFacts& right : rights) codes.push_back(right.code);
    return {Kind::not_found, say("no right '{}'{}", code, did_you_mean(code, codes)),
            "look for it: dcadmin right search WORD", "right"};
}

Error unknown_id(PersonId id) {
    return {Kind::not_found, say("no person {} in the store", id.text()),
            "look for him: dcadmin person find NAME", "person"};
}

}  // namespace

Error unknown(const PersonRef& person) {
    const auto* const number = std::get_if<NationalNumber>(&person);
    return number != nullptr ? unknown_person(*number) : unknown_id(std::get<PersonId>(person));
}

Error unknown_organisation(EnterpriseNumber org) {
    return {Kind::not_found, say("no organisation {} in the store", org.formatted()),
            say("add it first: dcadmin org add --number {} --name …", org.digits()), "org"};
}

RightIndex::RightIndex(store::Db& db) : rights_(all_right_facts(db)) {
    for (const RightFacts& right : rights_) {
        by_code_.emplace(right.code, &right);
        by_id_.emplace(right.id, &right);
    }
}

const RightFacts& RightIndex::get(std::string_view code) const {
    const auto found = by_code_.find(code);
    if (found == by_code_.end()) throw unknown_right(code, rights_);
    return *found->second;
}

RightFacts require_right_facts(store::Db& db, std::string_view code) {
    if (auto found = find_right_facts(db, code)) return std::move(*found);
    throw unknown_right(code, all_right_facts(db));
}

NationalNumber require_number(store::Db& db, const PersonRef& person) {
    if (const auto* number = std::get_if<NationalNumber>(&person)) return *number;
    const PersonId id = std::get<PersonId>(person);
    if (const auto number = number_of_person(db, id.value())) {
        return NationalNumber::from_stored(static_cast<std::uint64_t>(*number));
    }
    throw unknown_id(id);
}

NationalNumber require_number(const Env& env, const PersonRef& person) {
    const NationalNumber number = require_number(env.store.db(), person);
    const auto id = store::find_person_id(env.store.db(), person);
    if (!id || access::sees_person(env, *id)) return number;
    throw unknown(person);
}

void require_organisation(store::Db& db, EnterpriseNumber org) {
    if (organisation_exists(db, org)) return;
    throw unknown_organisation(org);
}

void require_organisation(const Env& env, EnterpriseNumber org) {
    const auto id = find_organisation_id(env.store.db(), org);
    if (!id || !access::sees(env, *id)) throw unknown_organisation(org);
}

std::optional<std::int64_t> find_role(const RightFacts& right, const RoleCode& role) {
    for (const RoleFacts& known : right.roles) {
        if (known.code == role.text()) return known.context_id;
    }
    return std::nullopt;
}

std::int64_t require_context(store::Db& db, const RightFacts& right, std::int64_t organisation_id,
                             EnterpriseNumber org, const ContextValue& context) {
    std::optional<std::int64_t> found;
    if (const auto* role = std::get_if<RoleCode>(&context)) {
        found = find_role(right, *role);
    } else if (right.context == ContextKind::site) {
        found = find_site_value(db, organisation_id, std::get<SiteNumber>(context));
    }
    if (!found) throw unknown_context(db, right, organisation_id, org, context);
    return *found;
}

Error unknown_context(store::Db& db, const RightFacts& right, std::int64_t organisation_id,
                      EnterpriseNumber org, const ContextValue& context) {
    if (const auto* site = std::get_if<SiteNumber>(&context)) {
        const auto sites = some_sites(db, organisation_id, sites_to_compare);
        return {Kind::not_found,
                say("{} has no site {}{}", org.formatted(), site->formatted(),
                    did_you_mean(site->digits(), sites)),
                say("see its sites: dcadmin site list --org {}", org.digits()), "site"};
    }
    const auto& role = std::get<RoleCode>(context);
    std::vector<std::string> roles;
    roles.reserve(right.roles.size());
    for (const RoleFacts& known : right.roles) roles.push_back(known.code);
    return {Kind::not_found,
            say("right '{}' has no context '{}'{}", right.code, role.text(),
                did_you_mean(role.text(), roles)),
            say("see the right: dcadmin right show {}", right.code), "site"};
}

std::optional<Named> require_visible(store::Tx& tx, access::Operation operation,
                                     const PersonRef& person, EnterpriseNumber org) {
    if (!access::signed_in(tx.env())) {
        access::require(tx, operation);
        return std::nullopt;
    }
    store::Db& db = tx.db();
    const auto id = store::find_person_id(db, person);
    if (!id || !access::sees_person(tx, *id)) throw unknown(person);
    const auto organisation = find_organisation_id(db, org);
    if (!organisation || !access::sees(tx, *organisation)) throw unknown_organisation(org);
    return Named{*id, *organisation};
}

void require_allowed(store::Tx& tx, access::Operation operation, const Named& named,
                     const RightCode& right, std::optional<std::vector<std::int64_t>> contexts) {
    access::require(tx, operation,
                    {.organisation = named.organisation_id,
                     .domain = domain_of(tx.db(), right.text()),
                     .contexts = std::move(contexts),
                     .person = named.person_id});
}

std::string domain_of_right(store::Db& db, std::string_view code) {
    return domain_of(db, code);
}

std::vector<std::int64_t> context_ids(store::Db& db, std::int64_t organisation_id,
                                      const std::vector<ContextValue>& contexts) {
    std::vector<std::int64_t> ids;
    for (const ContextValue& context : contexts) {
        const auto* site = std::get_if<SiteNumber>(&context);
        const auto id = site != nullptr ? find_site_value(db, organisation_id, *site)
                                        : std::optional<std::int64_t>();
        ids.push_back(id.value_or(0));
    }
    return ids;
}

Error unknown_person(NationalNumber number) {
    return {Kind::not_found, say("no person {} in the store", number),
            "add him first: dcadmin person add --number … --first-name … --last-name …", "person"};
}

}  // namespace dcadmin::rights
