// SPDX-License-Identifier: Apache-2.0
#include "operations/rights_fixture.h"

#include <doctest/doctest.h>

using namespace dcadmin;
using namespace dcadmin::test;

namespace {

// Three grants of Lucas: one that ended, one that runs, one to come; and one that was revoked.
struct Listed : RightsFixture {
    Grant past = granted(new_grant("2026-01-01", "2026-06-30"));
    Grant now = granted(new_grant("2026-07-01", "2026-12-31"));
    Grant coming = granted(new_grant("2027-01-01", "2027-12-31"));
    Grant revoked = granted(site_grant({aalst}));

    Listed() {
        GrantRevocation request = revocation();
        request.right = vouchers;
        rights.revoke(request);
    }
    std::string ids(const GrantFilter& filter) {
        std::string text;
        const auto total = rights.list_grants(filter, [&](const Grant& grant) {
            text += grant.id.text() + ":" + std::string(name_of(grant.state)) + " ";
            return true;
        });
        return text + std::to_string(total);
    }
};

std::string broken(const std::vector<ExplainLink>& links) {
    const ExplainLink& last = links.back();
    return last.holds ? "holds" : last.link;
}

}  // namespace

TEST_CASE("grants are listed with their state today") {
    Listed f;
    CHECK(f.ids({}) == "g-1:ended g-2:active g-3:future g-4:revoked 4");
    GrantFilter filter;
    filter.state = GrantState::active;
    CHECK(f.ids(filter) == "g-2:active 1");
    filter.state = GrantState::revoked;
    CHECK(f.ids(filter) == "g-4:revoked 1");
}

TEST_CASE("a list answers for any past or coming day") {
    Listed f;
    GrantFilter filter;
    filter.at = day("2026-03-01");
    CHECK(f.ids(filter) == "g-1:active g-2:future g-3:future g-4:future 4");
    filter.at = day("2027-03-01");
    filter.state = GrantState::active;
    CHECK(f.ids(filter) == "g-3:active 1");
}

TEST_CASE("grants are filtered by person, organisation, right and site, sorted and paged") {
    Listed f;
    GrantFilter filter;
    filter.person = f.lucas.number;
    filter.org = f.org;
    filter.right = f.plain;
    filter.page = {.sort = "until", .reverse = true, .limit = 2, .offset = 0};
    CHECK(f.ids(filter) == "g-3:future g-2:active 3");
    filter.page.offset = 2;
    CHECK(f.ids(filter) == "g-1:ended 3");
    GrantFilter by_site;
    by_site.context = f.aalst;
    CHECK(f.ids(by_site) == "g-4:revoked 1");
    GrantFilter unknown;
    unknown.page.sort = "title";
    CHECK(refused([&] { f.ids(unknown); }) == "usage sort");
}

TEST_CASE("one grant is shown by id, and an unknown id is not found") {
    Listed f;
    CHECK(f.rights.get_grant(f.now.id).right == f.plain);
    CHECK(refused([&] { (void)f.rights.get_grant(GrantId::from_stored(99)); }) == "not_found id");
}

TEST_CASE("access is asked for a right, and narrowed to an organisation or a site") {
    RightsFixture f;
    f.rights.grant(f.site_grant({f.aalst, f.brugge}));
    AccessQuestion question = f.question();
    question.right = f.vouchers;
    CHECK(f.rights.access(question).size() == 2);
    question.context = f.brugge;
    const auto access = f.rights.access(question);
    REQUIRE(access.size() == 1);
    CHECK(access[0].org == f.org);
    CHECK(access[0].context_name == "Brugge");
    question.org = org_number(9);
    CHECK(f.rights.access(question).empty());
    question = f.question();
    question.person = f.lucas.number;
    CHECK(f.rights.access(question).empty());
}

TEST_CASE("access follows the day that is asked for, first and last day included") {
    RightsFixture f;
    f.granted(f.new_grant("2026-12-01", "2026-12-31"));
    AccessQuestion question = f.question();
    for (const auto& asked : {std::pair{"2026-11-30", false},
                              {"2026-12-01", true},
                              {"2026-12-31", true},
                              {"2027-01-01", false}}) {
        question.at = day(asked.first);
        CHECK_MESSAGE(f.rights.access(question).empty() != asked.second, asked.first);
    }
}

TEST_CASE("a relation that was ended at once gives no access, whatever its grants say") {
    RightsFixture f;
    f.granted(f.new_grant());
    f.persons.end_relation({.person = f.lucas.id,
                            .org = f.org,
                            .audience = {},
                            .on = {},
                            .at_once = true,
                            .reason = "dismissed"});
    CHECK(f.rights.access(f.question()).empty());
    AccessQuestion question = f.question();
    question.org = f.org;
    CHECK(broken(f.rights.explain(question)) == "relation");
}

TEST_CASE("explaining names the first broken link and the command that mends it") {
    RightsFixture f;
    AccessQuestion question = f.question();
    question.org = f.org;
    CHECK(broken(f.rights.explain(question)) == "grant");
    CHECK(f.rights.explain(question).back().remedy ==
          "dcadmin grant add --person p-1 --org " + f.org.digits() + " --right raadplegen");
    f.granted(f.new_grant());
    CHECK(broken(f.rights.explain(question)) == "holds");
    question.person = person_number(50);
    CHECK(broken(f.rights.explain(question)) == "person");
    question = f.question();
    question.right = RightCode::parse("raadpleegen");
    CHECK(broken(f.rights.explain(question)) == "right");
    question = f.question();
    question.org = org_number(9);
    CHECK(broken(f.rights.explain(question)) == "organisation");
    question.org = f.add_org(2, "Strijkatelier");
    CHECK(broken(f.rights.explain(question)) == "relation");
    question.org = f.org;
    question.context = f.aalst;
    CHECK(broken(f.rights.explain(question)) == "context");
}

TEST_CASE("explaining tells a revocation, an end and a begin apart") {
    Listed f;
    AccessQuestion question = f.question();
    question.org = f.org;
    question.right = f.vouchers;
    question.context = f.aalst;
    CHECK(f.rights.explain(question).back().detail.find("was revoked on 23/11/2026 11:00") !=
          std::string::npos);
    question.context = {};
    question.right = f.plain;
    question.at = day("2028-03-01");
    CHECK(f.rights.explain(question).back().detail == "grant g-3 ended on 31/12/2027");
    question.at = day("2026-11-23");
    CHECK(broken(f.rights.explain(question)) == "holds");
}
