// SPDX-License-Identifier: Apache-2.0
// A file of grants by somebody who is not allowed everything: written as one it gives the same
// grants, answers and entries as row by row.
#include "operations/rights_fixture.h"
#include "support/signed_in.h"

#include <dcadmin/accounts.h>
#include <dcadmin/audit.h>
#include <dcadmin/outbox.h>
#include <dcadmin/policies.h>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <functional>

using namespace dcadmin;
using namespace dcadmin::test;

namespace {

using Requests = std::vector<std::variant<NewGrant, Error>>;

// Two organisations; Lucas (p-1) and Anna (p-2) work at the first, Frank (p-3) at the other, and
// Zoë (p-4) nowhere.
struct Office : RightsFixture {
    EnterpriseNumber other = add_org(2, "Elders");
    Person anna = add_person(2, "Anna", "Peeters");
    Person frank = add_person(3, "Frank", "Vreemd");
    Person zoe = add_person(4, "Zoë", "Niemand");

    Office() {
        add_relation(anna.id, org);
        add_relation(frank.id, other);
    }
    void hold(const Person& person, std::string_view role, std::string_view context = "0") {
        run(fmt::format(
            "INSERT INTO administrator (organisation_id, person_id, role, domain_id, context_id, "
            "email, phone, valid_from, valid_until, ended_at, reason, operation_id) VALUES "
            "((SELECT "
            "id FROM organisation WHERE number = {}), {}, '{}', NULL, {}, 'an@example.be', '', "
            "'2026-01-01', '9999-12-31', '', '', (SELECT min(id) FROM operation))",
            org.value(), person.id.value(), role, context));
    }
    std::string session_of(const Person& person) {
        return open_session(*this, {.person = person.id.value(), .org = org});
    }
    std::string account(std::vector<EnterpriseNumber> orgs) {
        return Accounts(env)
            .add({.name = "nightly",
                  .operations = {"grant"},
                  .orgs = std::move(orgs),
                  .until = day("2027-06-30"),
                  .reason = "r"})
            .secret;
    }
    // Everybody by number and by id, at both organisations, with each site, one of them twice.
    [[nodiscard]] Requests rows() const {
        const std::vector<PersonRef> whom{lucas.id,         anna.number, frank.id,
                                          frank.number,     zoe.id,      zoe.number,
                                          lucas.id,         anna.id,     PersonId::from_stored(99),
                                          person_number(99)};
        Requests all;
        int n = 0;
        for (const auto at : {org, other, org_number(99)}) {
            for (const PersonRef& person : whom) {
                NewGrant request = site_grant({n % 3 == 0 ? aalst : brugge});
                if (n % 5 == 4) request.contexts = {site_number(77)};
                if (n % 4 == 3) request = new_grant();
                request.person = person;
                request.org = at;
                request.reason = fmt::format("row {}", n++);
                all.emplace_back(request);
            }
        }
        return all;
    }
    // What came of it, in words that name no id of what was made.
    std::string outcome(const bulk::Options& options) {
        const auto came = run_rows<NewGrant>(
            rows(), options, [&](const auto& source, const auto& how, const auto& sink) {
                return rights.grant_rows(source, how, sink);
            });
        std::string text;
        if (came.summary.failure) text = came.summary.failure->message() + "\n";
        for (const auto& [row, result] : came.results) {
            const bool refused = result.state == bulk::State::rejected;
            text += fmt::format("{} {} {}\n", row, came.of(row), refused ? result.message : "");
        }
        for (const auto& line :
             column("SELECT g.reason || ' ' || r.person_id || ' ' || g.context_id || ' ' || "
                    "coalesce(e.reason, '-') FROM right_grant g "
                    "JOIN working_relation r ON r.id = g.relation_id JOIN audit_entry e ON "
                    "e.subject = 'grant' AND e.subject_id = g.id ORDER BY 1")) {
            text += line + "\n";
        }
        for (const auto& line : column("SELECT DISTINCT person_id FROM notice "
                                       "WHERE kind = 'grant.add' ORDER BY 1")) {
            text += "told " + line + "\n";
        }
        return text;
    }
};

using Begin = std::function<std::string(Office&)>;  // the token of who acts

std::string outcome(const Begin& begin, bulk::Options options) {
    Office f;
    const std::string token = begin(f);
    options.skip_invalid = true;
    // What was put in behind the log's back stands against it before and after.
    const auto against = Audit(f.env).verify().problem_count;
    const auto problems = f.problems();
    std::string text;
    {
        const ActingAs acting(f, token);
        text = f.outcome(options);
    }
    f.env.actor.claimed.reset();
    CHECK(Audit(f.env).verify().problem_count == against);
    CHECK(f.problems() == problems);
    return text;
}

// The same at once, and in batches; what it is.
std::string same(const Begin& begin, const bulk::Options& options = {}) {
    const std::string at_once = outcome(begin, options);
    bulk::Options by_seven = options;
    by_seven.batch = 7;
    CHECK(at_once == outcome(begin, by_seven));
    return at_once;
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a chief grants by file within his organisation, and others are not there") {
    const auto text = same([](Office& f) {
        f.hold(f.lucas, "chief");
        return f.session_of(f.lucas);
    });
    CHECK(has(text, "2 applied"));
    CHECK(has(text, "3 rejected not_found no person p-3 in the store"));
    CHECK(has(text, fmt::format("6 rejected not_found no person {}", Office().zoe.number)));
    CHECK(has(text, "11 rejected not_found no organisation"));
    // Not even by the number that he did not give.
    CHECK_FALSE(has(text, fmt::format("3 rejected not_found no person {}", Office().frank.number)));
    CHECK(has(text, "row 0 1 "));
    CHECK(has(text, " granted to himself"));
    CHECK(has(text, "told 1"));
}

TEST_CASE("a manager of one site grants by file at that site alone") {
    const auto text = same([](Office& f) {
        f.hold(f.anna, "manager",
               fmt::format("(SELECT id FROM context_value WHERE number = {})", f.aalst.value()));
        return f.session_of(f.anna);
    });
    CHECK(has(text, "may not grant"));
}

TEST_CASE("who holds a right grants nothing by file") {
    CHECK(has(same([](Office& f) {
                  f.rights.grant(f.new_grant());
                  return f.session_of(f.lucas);
              }),
              "may not grant"));
}

TEST_CASE("an account of one organisation grants by file there alone") {
    const auto text = same([](Office& f) { return f.account({f.org}); });
    CHECK(has(text, "1 applied"));
    CHECK(has(text, "3 rejected not_found no person p-3 in the store"));
    CHECK(has(same([](Office& f) { return f.account({}); }), "told 3") == false);
}

TEST_CASE("nobody grants to himself by file where the policy refuses that") {
    for (const bool signed_in : {true, false}) {
        const auto text = same([&](Office& f) {
            static_cast<void>(
                Policies(f.env).set({.name = "self_grant", .value = "refuse", .reason = "brief"}));
            f.hold(f.lucas, "chief");
            if (!signed_in) f.env.actor.claimed = f.lucas.id;
            return signed_in ? f.session_of(f.lucas) : std::string();
        });
        INFO(text);
        CHECK(has(text, "1 rejected rule nobody grants a right to himself here"));
        CHECK(has(text, "7 rejected rule nobody grants a right to himself here"));
        CHECK(has(text, "2 applied"));
    }
}

TEST_CASE("who grants to himself is told so, even by a run that tells nobody") {
    const auto text = same(
        [](Office& f) {
            f.hold(f.lucas, "chief");
            return f.session_of(f.lucas);
        },
        {.notify = bulk::Notify::none});
    CHECK(has(text, "told 1"));
    CHECK_FALSE(has(text, "told 2"));
}
