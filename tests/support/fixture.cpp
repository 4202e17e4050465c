// SPDX-License-Identifier: Apache-2.0
#include "support/fixture.h"

#include "store/db.h"

#include <utility>

namespace dcadmin::test {

EnterpriseNumber org_number(std::uint64_t n) {
    const std::uint64_t front = 4'000'000 + n;
    return EnterpriseNumber::from_stored(front * 100 + (97 - front % 97));
}

SiteNumber site_number(std::uint64_t n) {
    const std::uint64_t front = 21'000'000 + n;
    return SiteNumber::from_stored(front * 100 + (97 - front % 97));
}

NationalNumber person_born(std::uint64_t front, bool in_2000s) {
    const std::uint64_t summed = in_2000s ? 2'000'000'000 + front : front;
    return NationalNumber::from_stored(front * 100 + (97 - summed % 97));
}

NationalNumber person_number(std::uint64_t n) {
    const std::uint64_t day = 1 + n / 990;  // 1 to 28 January 1980 serve 27,000 persons
    return person_born((800'100 + day) * 1000 + 1 + n % 990);
}

NewPerson new_person(std::uint64_t n, std::string first, std::string last) {
    return {.number = person_number(n),
            .first_name = std::move(first),
            .last_name = std::move(last),
            .email = {},
            .phone = {},
            .language = {}};
}

NewRelation new_relation(const PersonRef& person, EnterpriseNumber org) {
    return {.person = person,
            .org = org,
            .audience = {},
            .category = Category::permanent,
            .email = EmailAddress::parse("werk@example.be"),
            .phone = PhoneNumber::parse("+3212345678"),
            .from = {},
            .until = {},
            .reason = {}};
}

EnterpriseNumber Fixture::add_org(std::uint64_t n, std::string name,
                                  std::optional<EnterpriseNumber> parent) {
    return organisations
        .add({.number = org_number(n),
              .name = std::move(name),
              .parent = parent,
              .language = Language::nl})
        .item.number;
}

SiteNumber Fixture::add_site(EnterpriseNumber org, std::uint64_t n, std::string name) {
    return organisations.add_site({.org = org, .number = site_number(n), .name = std::move(name)})
        .item.number;
}

Person Fixture::add_person(std::uint64_t n, std::string first, std::string last) {
    return persons.add(new_person(n, std::move(first), std::move(last))).item;
}

Relation Fixture::add_relation(const PersonRef& person, EnterpriseNumber org, std::string_view from,
                               std::string_view until, std::optional<Audience> audience) {
    NewRelation request = new_relation(person, org);
    request.from = day(from);
    request.until = day(until);
    request.audience = audience;
    return persons.add_relation(request).item;
}

RightCode Fixture::add_right(std::string_view code) {
    return rights
        .add({.code = RightCode::parse(code),
              .title_nl = std::string(code),
              .title_fr = {},
              .title_en = {},
              .audiences = {Audience::ea, Audience::lb},
              .context = {},
              .roles = {},
              .max_term = {},
              .default_term = {},
              .min_level = {}})
        .item.code;
}

GrantId Fixture::add_grant(const PersonRef& person, EnterpriseNumber org, std::string_view right,
                           std::string_view from, std::string_view until) {
    return rights
        .grant({.person = person,
                .org = org,
                .right = RightCode::parse(right),
                .contexts = {},
                .from = day(from),
                .until = day(until),
                .reason = {}})
        .item.front()
        .id;
}

std::vector<std::string> Fixture::column(std::string_view sql) {
    std::vector<std::string> found;
    const auto rows = store.db().prepare(sql);
    while (rows->step()) found.push_back(rows->string(0));
    return found;
}

void Fixture::run(std::string_view sql) {
    store.db().prepare(sql)->run({});
}

std::vector<std::string> Fixture::entries() {
    return column(R"(
        SELECT subject || ' ' || verb || ' ' || subject_id || COALESCE(' ' || reason, '')
        FROM audit_entry ORDER BY id)");
}

std::string Fixture::last_entry() {
    const auto all = entries();
    return all.empty() ? std::string() : all.back();
}

std::vector<std::string> Fixture::notices() {
    return column(R"(
        SELECT kind || ' p-' || person_id || ' ' || address || ' ' || items
        FROM notice ORDER BY id)");
}

std::string Fixture::trace() {
    std::string text;
    for (const std::string_view sql :
         {"SELECT count(*) || ' operations' FROM operation",
          "SELECT count(*) || ' organisations' FROM organisation",
          "SELECT count(*) || ' persons' FROM person",
          "SELECT count(*) || ' contexts' FROM context_value",
          "SELECT count(*) || ' rights' FROM right_definition",
          "SELECT id || valid_until || ended_at FROM working_relation ORDER BY id",
          "SELECT id || valid_until || revoked_at FROM right_grant ORDER BY id",
          "SELECT length || head FROM audit_chain ORDER BY id",
          "SELECT count(*) || ' notices' FROM notice"}) {
        for (const std::string& value : column(sql)) text += value + "\n";
    }
    return text;
}

std::vector<std::string> Fixture::problems() {
    std::vector<std::string> found;
    for (const CheckProblem& problem : store.check(clock)) {
        found.push_back(problem.invariant + ": " + problem.detail);
    }
    return found;
}

}  // namespace dcadmin::test
