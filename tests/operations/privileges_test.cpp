// SPDX-License-Identifier: Apache-2.0
// Every cell of the privilege matrix: role, operation, relation to the organisation, key and its age,
// and whether the mandate has begun, runs or is over.
#include "access/require.h"
#include "operations/privileges_table.h"
#include "store/tx.h"
#include "support/signed_in.h"

#include <dcadmin/access.h>

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

using namespace dcadmin;
using namespace dcadmin::test;

namespace {

constexpr std::array<std::string_view, 9> roles{"LR", "CA", "co", "AD", "LI",
                                                "EU", "W",  "SZ", "AU"};
enum class When { before, in, after };
enum class About { plain, outside, self };
enum class Where { own, subsidiary, other, none };

struct Login {
    std::int64_t level;
    std::int64_t ago;  // since the key was used
};
constexpr std::array<Login, 8> logins{{{200, 10}, {200, 301}, {300, 10}, {300, 301},
                                       {400, 10}, {400, 300}, {500, 10}, {500, 301}}};

struct Cell {
    std::size_t role;
    When when;
    Login login;
    Where where;
    About about;
};

bool for_the_issuer(std::size_t role) {
    return roles.at(role) == "SZ" || roles.at(role) == "AU";
}

// What the table of the test says of it.
std::string expected(const ExpectedRow& row, const Cell& cell) {
    const bool foreign = cell.where == Where::subsidiary || cell.where == Where::other;
    if (foreign && !for_the_issuer(cell.role) && row.operation != "request") return "not_found";
    // Whose work for the issuer is not now, is nobody: he knows of no organisation.
    const bool stranger = for_the_issuer(cell.role) && cell.when != When::in &&
                          cell.where != Where::none && cell.about != About::self;
    if (stranger && row.operation != "request") return "not_found";
    const char mark = row.cells.at(cell.role);
    const bool self = cell.about == About::self && row.cells.find('s') != std::string_view::npos;
    const bool limited = cell.about != About::outside;
    const bool mandate = mark == 'Y' || ((mark == 'd' || mark == 'c') && limited);
    const bool all = row.cells.find_first_not_of('Y') == std::string_view::npos;
    // Of an organisation that is not his session's he is nobody, whatever he holds in his own.
    if (!self && !all && !(mandate && cell.when == When::in && !(foreign && !for_the_issuer(cell.role)))) {
        return "not_allowed";
    }
    if (row.key == "any") return "allowed";
    if (cell.login.level < (row.key == "high" ? 450 : 300)) return "not_allowed";
    return row.key == "fresh" && cell.login.ago > 300 ? "sign_in" : "allowed";
}

struct Ground : Fixture {
    EnterpriseNumber own = add_org(1);
    EnterpriseNumber subsidiary = add_org(2, "Dochter", own);
    EnterpriseNumber other = add_org(3, "Ander");
    std::int64_t here = 0;
    std::int64_t site = 0;
    std::int64_t other_site = 0;
    std::int64_t somebody = 0;

    Ground() {
        add_site(own, 1, "Aalst");
        add_site(own, 2, "Gent");
        add_right(access::zone_right);
        somebody = add_person(99, "Jan", "Peeters").id.value();
        add_relation(PersonId::from_stored(somebody), own);
        here = id_of("SELECT id FROM organisation ORDER BY id LIMIT 1");
        site = id_of("SELECT min(id) FROM context_value WHERE kind = 'site'");
        other_site = id_of("SELECT max(id) FROM context_value WHERE kind = 'site'");
    }
    std::int64_t id_of(std::string_view sql) { return std::stoll(column(sql).front()); }
    std::int64_t org_id(Where where) {
        switch (where) {
            case Where::own: return here;
            case Where::subsidiary: return here + 1;
            case Where::other: return here + 2;
            case Where::none: return 0;
        }
        return 0;
    }
    static std::pair<std::string, std::string> period(When when) {
        switch (when) {
            case When::before: return {"2026-11-24", "2027-11-24"};
            case When::in: return {"2026-11-23", "2026-11-23"};
            case When::after: return {"2025-11-22", "2026-11-22"};
        }
        return {};
    }
    /// Somebody who had, has or will have that role in the own organisation, or with the issuer.
    std::int64_t person_with(std::size_t role, When when, std::uint64_t n) {
        const Person person = add_person(n, "Rol", std::string(roles.at(role)));
        const auto [from, until] = period(when);
        const std::int64_t id = person.id.value();
        const std::string_view name = roles.at(role);
        if (name == "LR") {
            run(fmt::format("INSERT INTO register_function (enterprise, person, function, "
                            "represents, valid_from, valid_until) VALUES ({}, {}, 'zaakvoerder', "
                            "1, '{}', '{}')",
                            own.value(), person.number.value(), from, until));
        } else if (name == "SZ" || name == "AU") {
            run(fmt::format("INSERT INTO staff (person_id, role, valid_from, valid_until, ended_at, "
                            "reason, operation_id) VALUES ({}, '{}', '{}', '{}', '', '', (SELECT "
                            "min(id) FROM operation))",
                            id, name == "SZ" ? "operator" : "auditor", from, until));
        } else if (name == "EU" || name == "W") {
            add_relation(person.id, own, from, until);
            if (name == "EU") zone_grant(person, from, until);
        } else {
            office(id, name, from, until);
        }
        return id;
    }
    // The right of the secure zone, at the first site.
    void zone_grant(const Person& person, const std::string& from, const std::string& until) {
        run(fmt::format("INSERT INTO right_grant (relation_id, right_id, context_id, valid_from, "
                        "valid_until, revoked_at, reason, operation_id) VALUES ((SELECT max(id) FROM "
                        "working_relation WHERE person_id = {}), (SELECT id FROM right_definition "
                        "WHERE code = '{}'), {}, '{}', '{}', '', '', (SELECT min(id) FROM "
                        "operation))",
                        person.id.value(), access::zone_right, site, from, until));
    }
    void office(std::int64_t person, std::string_view role, const std::string& from,
                const std::string& until) {
        const bool manager = role == "AD" || role == "LI";
        const std::string domain =
            role == "AD" ? "(SELECT id FROM domain WHERE code = 'vlaamse-overheid')" : "NULL";
        run(fmt::format("INSERT INTO administrator (organisation_id, person_id, role, domain_id, "
                        "context_id, email, phone, valid_from, valid_until, ended_at, reason, "
                        "operation_id) VALUES ({}, {}, '{}', {}, {}, '', '', '{}', '{}', '', '', "
                        "(SELECT min(id) FROM operation))",
                        here, person, manager ? "manager" : role == "CA" ? "chief" : "cochief",
                        domain, role == "LI" ? site : 0, from, until));
    }
    access::Subject subject(const Cell& cell, std::int64_t person) {
        const bool outside = cell.about == About::outside;
        return {.organisation = org_id(cell.where),
                .domain = outside ? "financien" : "vlaamse-overheid",
                .contexts = std::vector<std::int64_t>{outside ? other_site : site},
                .person = cell.about == About::self ? person : somebody};
    }
};

std::string answer(store::Tx& tx, access::Operation operation, const access::Subject& subject) {
    try {
        access::require(tx, operation, subject);
    } catch (const Error& error) {
        return std::string(name_of(error.kind()));
    }
    return "allowed";
}

const ExpectedRow& expected_row(std::string_view operation) {
    const auto* const found =
        std::ranges::find(expected_matrix, operation, &ExpectedRow::operation);
    REQUIRE_MESSAGE(found != expected_matrix.end(), "no row for " << operation);
    return *found;
}

// Everything that one session may, in one transaction.
std::uint64_t compare(Ground& f, Cell cell, std::int64_t person, std::uint64_t& wrong) {
    std::uint64_t cells = 0;
    store::write(f.env, [&](store::Tx& tx) {
        for (const access::Row& row : access::matrix()) {
            const ExpectedRow& should = expected_row(row.name);
            for (const Where where : {Where::own, Where::subsidiary, Where::other, Where::none}) {
                for (const About about : {About::plain, About::outside, About::self}) {
                    cell.where = where;
                    cell.about = about;
                    const std::string is =
                        answer(tx, row.operation, f.subject(cell, person));
                    const std::string wanted = expected(should, cell);
                    ++cells;
                    if (is == wanted || ++wrong > 20) continue;
                    FAIL_CHECK(roles.at(cell.role)
                               << " " << row.name << " where " << static_cast<int>(where)
                               << " when " << static_cast<int>(cell.when) << " about "
                               << static_cast<int>(about) << " level " << cell.login.level << " ago "
                               << cell.login.ago << ": " << is << ", not " << wanted);
                }
            }
        }
    });
    return cells;
}

}  // namespace

TEST_CASE("the whole matrix of privileges holds, cell by cell") {
    Ground f;
    std::uint64_t cells = 0;
    std::uint64_t wrong = 0;
    std::uint64_t n = 10;
    for (std::size_t role = 0; role < roles.size(); ++role) {
        for (const When when : {When::before, When::in, When::after}) {
            const std::int64_t person = f.person_with(role, when, ++n);
            for (const Login& login : logins) {
                SessionOf session{.person = person, .level = login.level, .proved_ago = login.ago};
                if (!for_the_issuer(role)) session.org = f.own;
                const ActingAs acting(f, open_session(f, session));
                cells += compare(f, {.role = role, .when = when, .login = login, .where = {},
                                     .about = {}},
                                 person, wrong);
            }
        }
    }
    CHECK(cells == 9 * 3 * 8 * 4 * 3 * expected_matrix.size());
    CHECK(cells > 100'000);
    CHECK(wrong == 0);
}

TEST_CASE("an office that was ended at once counts no more from that moment on") {
    Ground f;
    const std::int64_t chief = f.person_with(1, When::in, 11);
    const std::int64_t issuer = f.person_with(7, When::in, 12);
    const std::string his = open_session(f, {.person = chief, .org = f.own});
    const std::string hers = open_session(f, {.person = issuer});
    const auto may = [&](const std::string& token, access::Operation operation, std::int64_t org) {
        const ActingAs acting(f, token);
        return refused([&] { access::require(f.env, operation, {.organisation = org}); });
    };
    CHECK(may(his, access::Operation::erase_person, f.here) == "accepted");
    CHECK(may(hers, access::Operation::catalogue, 0) == "accepted");
    f.run("UPDATE administrator SET ended_at = '2026-11-23T10:00:01Z'");
    f.run("UPDATE staff SET ended_at = '2026-11-23T10:00:01Z'");
    CHECK(may(his, access::Operation::erase_person, f.here) == "accepted");
    f.clock.set(Timestamp::parse("2026-11-23T10:00:01Z"));
    CHECK(may(his, access::Operation::erase_person, f.here) == "not_allowed ");
    CHECK(may(hers, access::Operation::catalogue, 0) == "not_allowed ");
}

TEST_CASE("what the issuer's people are counts in a session for themselves alone") {
    Ground f;
    const std::int64_t person = f.person_with(7, When::in, 11);
    f.office(person, "co", "2026-01-01", "2027-01-01");
    const ActingAs acting(f, open_session(f, {.person = person, .org = f.own}));
    CHECK(refused([&] { access::require(f.env, access::Operation::catalogue); }) ==
          "not_allowed ");
    CHECK(refused([&] {
              access::require(f.env, access::Operation::grant,
                              {.organisation = f.here, .contexts = std::vector<std::int64_t>{0}});
          }) == "accepted");
}

TEST_CASE("several sites must all be the manager's, and no site at all is none of his") {
    Ground f;
    const std::int64_t person = f.person_with(4, When::in, 11);
    const ActingAs acting(f, open_session(f, {.person = person, .org = f.own}));
    const auto may = [&](std::optional<std::vector<std::int64_t>> contexts) {
        return refused([&] {
            access::require(f.env, access::Operation::grant,
                            {.organisation = f.here, .contexts = std::move(contexts)});
        });
    };
    CHECK(may(std::vector<std::int64_t>{f.site}) == "accepted");
    CHECK(may(std::vector<std::int64_t>{f.site, f.other_site}) == "not_allowed ");
    CHECK(may(std::vector<std::int64_t>{}) == "not_allowed ");
    CHECK(may(std::vector<std::int64_t>{0}) == "not_allowed ");
    CHECK(may(std::nullopt) == "accepted");  // asked once more when they are known
}

TEST_CASE("a key that is too weak or too old is told with the way to a better one") {
    Ground f;
    const std::int64_t chief = f.person_with(1, When::in, 11);
    const std::int64_t legal = f.person_with(0, When::in, 12);
    {
        const ActingAs acting(
            f, open_session(f, {.person = legal, .org = f.own, .key = "sms", .level = 300}));
        CHECK(said([&] {
                  access::require(f.env, access::Operation::designate_chief,
                                  {.organisation = f.here});
              }) ==
              "this wants a key of level 450 or higher (eid, itsme); you signed in with sms (300); "
              "dcadmin auth login --key eid");
    }
    const ActingAs acting(f,
                          open_session(f, {.person = chief, .org = f.own, .proved_ago = 301}));
    CHECK(said([&] {
              access::require(f.env, access::Operation::grant, {.organisation = f.here});
          }) ==
          "this wants a key that was used within the last 5 minutes; dcadmin auth login --step-up");
}

TEST_CASE("a service account does what its scope names, for its organisations, and some never") {
    Ground f;
    f.run("INSERT INTO account (name, secret_hash, operations, valid_until, retired_at, reason, "
          "operation_id) VALUES ('a', '" +
          store::token_hash("dca_one") +
          "', 'end_relation|grant', '2027-01-01', '', '', (SELECT min(id) FROM operation))");
    f.run("INSERT INTO account (name, secret_hash, operations, valid_until, retired_at, reason, "
          "operation_id) VALUES ('b', '" +
          store::token_hash("dca_all") +
          "', '*', '2027-01-01', '', '', (SELECT min(id) FROM operation))");
    f.run(fmt::format("INSERT INTO account_organisation (account_id, organisation_id) SELECT id, "
                      "{} FROM account WHERE name = 'a'",
                      f.here));
    const auto may = [&](const char* token, access::Operation operation, std::int64_t org) {
        const ActingAs acting(f, token);
        return refused([&] { access::require(f.env, operation, {.organisation = org}); });
    };
    CHECK(may("dca_one", access::Operation::grant, f.here) == "accepted");
    CHECK(may("dca_one", access::Operation::revoke, f.here) == "not_allowed ");
    CHECK(may("dca_one", access::Operation::grant, f.here + 1) == "not_found ");
    CHECK(may("dca_all", access::Operation::revoke, f.here + 1) == "accepted");
    using access::Operation;
    for (const Operation never :
         {Operation::designate_chief, Operation::staff, Operation::accounts,
          Operation::activate_key, Operation::retire_key, Operation::reveal_number,
          Operation::policies, Operation::answer_chief_request}) {
        CHECK(may("dca_all", never, 0) == "not_allowed ");
    }
    const auto names = account_operations();
    CHECK(std::ranges::find(names, "grant") != names.end());
    CHECK(std::ranges::find(names, "staff") == names.end());
}

TEST_CASE("without a session a store that wants one answers nobody once it is set up") {
    Ground f;
    const auto may = [&] { return refused([&] { f.rights.list({}, [](auto&&) { return true; }); }); };
    const auto write = [&] { return refused([&] { f.add_right("ander-recht"); }); };
    CHECK(may() == "accepted");
    f.run("INSERT INTO policy (name, value) VALUES ('sign_in', 'required')");
    CHECK(may() == "accepted");  // nobody could sign in
    const std::int64_t issuer = f.person_with(7, When::in, 11);
    CHECK(write() == "accepted");  // he has no key yet
    const std::string token = open_session(f, {.person = issuer});
    CHECK(may() == "sign_in ");
    CHECK(write() == "sign_in ");
    CHECK(refused([&] { require_sign_in(f.env); }) == "sign_in ");
    f.env.actor.claimed = PersonId::from_stored(issuer);
    CHECK(write() == "sign_in ");  // saying who one is proves nothing
    f.env.actor.claimed.reset();
    {
        const ActingAs acting(f, token);
        CHECK(may() == "accepted");
        CHECK(refused([&] { require_sign_in(f.env); }) == "accepted");
    }
    const ActingAs acting(f, "dcs_unknown");
    CHECK(refused([&] { require_sign_in(f.env); }) == "sign_in ");
}

TEST_CASE("a change that nobody asked permission for is not committed") {
    Ground f;
    const auto change = [&](bool ask) {
        store::write(f.env, [&](store::Tx& tx) {
            if (ask) tx.allow();
            static_cast<void>(tx.operation());
            tx.count_entry();
        });
    };
    CHECK_THROWS_AS(change(false), std::logic_error);
    CHECK_NOTHROW(change(true));
}
