// SPDX-License-Identifier: Apache-2.0
#include "operations/rights_fixture.h"

#include <doctest/doctest.h>

using namespace dcadmin;
using namespace dcadmin::test;

namespace {

NewRight subsidy() {
    return {.code = RightCode::parse("subsidies-gebruiker"),
            .title_nl = "Subsidies gebruiker",
            .title_fr = "Utilisateur de subsides",
            .title_en = "Subsidy user",
            .audiences = {Audience::lb, Audience::ea},
            .context = {},
            .roles = {},
            .max_term = {},
            .default_term = {},
            .min_level = {}};
}

RightChange change(const char* code) {
    return {.code = RightCode::parse(code),
            .title_nl = {},
            .title_fr = {},
            .title_en = {},
            .audiences = {},
            .add_roles = {},
            .max_term = {},
            .default_term = {},
            .min_level = {}};
}

}  // namespace

TEST_CASE("a right is added with the deck's four years as its longest and usual duration") {
    RightsFixture f;
    const auto written = f.rights.add(subsidy());
    CHECK(written.changed);
    CHECK(written.item.max_term == Term::parse("4y"));
    CHECK(written.item.default_term == Term::parse("4y"));
    CHECK(written.item.min_level == 300);
    CHECK(f.rights.get(RightCode::parse("SUBSIDIES-gebruiker")).title_fr ==
          "Utilisateur de subsides");
    CHECK(f.last_entry().starts_with("right add"));
    CHECK(f.problems().empty());
}

TEST_CASE("adding the same right again changes nothing, adding it otherwise is a conflict") {
    RightsFixture f;
    f.rights.add(subsidy());
    const auto before = f.trace();
    CHECK_FALSE(f.rights.add(subsidy()).changed);
    NewRight other = subsidy();
    other.title_nl = "Iets anders";
    CHECK(refused([&] { f.rights.add(other); }) == "conflict code");
    CHECK(f.trace() == before);
}

TEST_CASE("a right must be offered to somebody, and roles go with the role context only") {
    RightsFixture f;
    NewRight right = subsidy();
    right.audiences.clear();
    CHECK(refused([&] { f.rights.add(right); }) == "usage audience");
    right = subsidy();
    right.roles = {RoleCode::parse("lezer")};
    CHECK(refused([&] { f.rights.add(right); }) == "usage roles");
    right = subsidy();
    right.context = ContextKind::role;
    CHECK(refused([&] { f.rights.add(right); }) == "usage roles");
}

TEST_CASE(
    "the usual duration of a right is not longer than the longest, its level is one of a key") {
    RightsFixture f;
    NewRight right = subsidy();
    right.default_term = Term::parse("5y");
    CHECK(refused([&] { f.rights.add(right); }) == "rule default_term");
    right = subsidy();
    right.min_level = 600;
    CHECK(refused([&] { f.rights.add(right); }) == "usage min_level");
}

TEST_CASE("a right is updated field by field, with both images in the log") {
    RightsFixture f;
    RightChange request = change("boringen");
    request.title_nl = "Boringen melden";
    request.add_roles = {RoleCode::parse("beheerder")};
    request.audiences = std::vector<Audience>{Audience::ov, Audience::ea};
    const auto written = f.rights.update(request);
    CHECK(written.changed);
    CHECK(written.item.roles.size() == 3);
    CHECK(written.item.audiences.size() == 2);
    CHECK(written.item.title_fr == "Droit boringen");
    CHECK(f.last_entry() == "right update 3");
    CHECK_FALSE(f.rights.update(request).changed);
}

TEST_CASE("an unknown right is not found, and the nearest code is suggested") {
    RightsFixture f;
    CHECK(refused([&] { (void)f.rights.get(RightCode::parse("dienstenchecks")); }) ==
          "not_found right");
    CHECK(said([&] {
              (void)f.rights.get(RightCode::parse("dienstenchecks"));
          }).find("did you mean 'dienstencheques'?") != std::string::npos);
    CHECK(refused([&] { f.rights.update(change("nothing-like-it")); }) == "not_found right");
}

TEST_CASE("rights are listed per target group, found by any word, sorted and paged") {
    RightsFixture f;
    f.rights.add(subsidy());
    const auto codes = [&](const RightFilter& filter) {
        std::string text;
        const auto total = f.rights.list(filter, [&](const Right& right) {
            text += right.code.text() + " ";
            return true;
        });
        return text + std::to_string(total);
    };
    CHECK(codes({}) == "boringen dienstencheques raadplegen subsidies-gebruiker 4");
    CHECK(codes({.text = {}, .audience = Audience::lb, .page = {}}) == "subsidies-gebruiker 1");
    CHECK(codes({.text = "UTILISATEUR subs", .audience = {}, .page = {}}) ==
          "subsidies-gebruiker 1");
    CHECK(codes({.text = {},
                 .audience = {},
                 .page = {.sort = "title", .reverse = true, .limit = 2, .offset = 0}}) ==
          "subsidies-gebruiker raadplegen 4");
    CHECK(refused([&] {
              codes({.text = {}, .audience = {}, .page = {.sort = "titel", .limit = {}}});
          }) == "usage sort");
}

TEST_CASE("rights come from a file, and one bad row stops them all") {
    RightsFixture f;
    NewRight bad = subsidy();
    bad.audiences.clear();
    const std::vector<std::variant<NewRight, Error>> rows{subsidy(), bad, subsidy()};
    const auto run = [&](const auto& source, const auto& options, const auto& sink) {
        return f.rights.add_rows(source, options, sink);
    };
    const auto before = f.trace();
    auto outcome = run_rows<NewRight>(rows, {}, run);
    CHECK_FALSE(outcome.summary.committed);
    CHECK(f.trace() == before);
    outcome = run_rows<NewRight>(rows, {.skip_invalid = true}, run);
    CHECK(outcome.states() == "applied rejected unchanged");
    CHECK(outcome.results[1].id == "subsidies-gebruiker");
}
