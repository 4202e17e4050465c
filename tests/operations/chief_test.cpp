// SPDX-License-Identifier: Apache-2.0
#include "designation_fixture.h"
#include "support/bulk.h"

#include <algorithm>

using namespace dcadmin;
using namespace dcadmin::test;

namespace {

std::string number(const Bureau& f) {
    return f.org.formatted();
}

std::string body_of_last_notice(Bureau& f) {
    const auto id = f.column("SELECT id FROM notice ORDER BY id DESC").front();
    return Notices(f.env).get(NoticeId::from_stored(std::stoll(id))).body;
}

}  // namespace

TEST_CASE("a legal representative designates himself: activated, recorded, told") {
    Bureau f;
    NewChief request = f.chief(f.boss.id);
    request.self = true;
    request.person.reset();
    request.reason = "start";
    const auto written = f.designation.designate(request);
    CHECK(written.changed);
    CHECK(written.remark.empty());
    CHECK(written.item.name == "Greet Baas");
    CHECK(written.item.role == AdministratorRole::chief);
    CHECK(written.item.domain.is_all());
    CHECK(written.item.state == OfficeState::active);
    CHECK(written.item.appointed_by == "Greet Baas");
    CHECK_FALSE(written.item.by_exception);
    const auto all = f.entries();
    REQUIRE(all.size() >= 2);
    CHECK(all[all.size() - 2] == "administrator add 1 start");
    CHECK(all.back() == "activation add 1");
    CHECK(f.designation.activation(f.org)->at == f.clock.now());
    CHECK(f.notices().back() == "chief.designate p-1 directie@poetshulp.be a-1");
    CHECK(body_of_last_notice(f).find("U bent nu:\n\n- hoofdtoegangsbeheerder van Poetshulp (" +
                                      number(f) + "), vanaf 23/11/2026") != std::string::npos);
    CHECK(f.column("SELECT after_image FROM audit_entry WHERE subject = 'administrator'")
              .front()
              .find("directie") == std::string::npos);
    f.check_whole();
}

TEST_CASE("nobody designates but a legal representative whose function is valid today") {
    Bureau f;
    const std::string before = f.trace();
    const auto by = [&](const Person& who) {
        f.act(who);
        return said([&] { f.designation.designate(f.chief(f.clerk.id)); });
    };
    const std::string hint =
        "; the register of enterprises says who represents it: dcadmin register import "
        "--functions FILE";
    CHECK(by(f.clerk) == "p-2 is not known as a legal representative of " + number(f) + hint);
    CHECK(refused([&] { f.designation.designate(f.chief(f.clerk.id)); }) == "rule as");
    f.function(f.helper, "boekhouder", false, "2020-01-01", "9999-12-31");
    CHECK(by(f.helper) ==
          "the function of p-3 in " + number(f) + ", 'boekhouder', does not represent it" + hint);
    f.function(f.stranger, "bestuurder", true, "2020-01-01", "2026-11-22");
    CHECK(by(f.stranger) ==
          "the function of p-4 in " + number(f) + ", 'bestuurder', ended on 22/11/2026" + hint);
    f.function(f.clerk, "bestuurder", true, "2026-11-24", "9999-12-31");
    CHECK(by(f.clerk) == "the function of p-2 in " + number(f) +
                             ", 'bestuurder', begins on 24/11/2026; ask again from that day on");
    f.act_locally();
    CHECK(said([&] { f.designation.designate(f.chief(f.clerk.id)); }) ==
          "only a legal representative of " + number(f) +
              " designates its chief, and nobody is named who acts; name yourself with --as; "
              "without eID: dcadmin chief request");
    CHECK(refused([&] { f.designation.designate(f.chief(f.clerk.id)); }) == "not_allowed as");
    CHECK(f.trace() == before);
}

TEST_CASE("a function counts on its first and on its last day, leap days too") {
    for (const auto* const moment : {"2028-02-28T10:00:00Z", "2028-02-29T10:00:00Z"}) {
        Bureau f;
        f.clock.set(Timestamp::parse(moment));
        f.function(f.stranger, "bestuurder", true, "2028-02-28", "2028-02-29");
        f.act(f.stranger);
        CHECK(f.designation.designate(f.chief(f.stranger.id)).changed);
    }
    Bureau f;
    f.function(f.stranger, "bestuurder", true, "2028-02-28", "2028-02-29");
    f.act(f.stranger);
    f.clock.set(Timestamp::parse("2028-02-29T23:30:00Z"));  // 1 March in Brussels
    CHECK(said([&] { f.designation.designate(f.chief(f.stranger.id)); }).find("29/02/2028") !=
          std::string::npos);
}

TEST_CASE("the chief is an employee or a legal representative") {
    Bureau f;
    const std::string before = f.trace();
    const std::string end = " is neither an employee nor a legal representative of " + number(f) +
                            " on 23/11/2026; give the working relation first: dcadmin relation "
                            "add --person ";
    CHECK(said([&] { f.designation.designate(f.chief(f.helper.id)); }).starts_with("p-3" + end));
    CHECK(refused([&] { f.designation.designate(f.chief(f.stranger.id)); }) == "rule person");
    CHECK(refused([&] { f.designation.designate(f.chief(person_number(9))); }) ==
          "not_found person");
    CHECK(f.trace() == before);
    CHECK(f.designation.designate(f.chief(f.clerk.id)).changed);
    f.function(f.stranger, "bestuurder", true, "2020-01-01", "2026-11-23");
    CHECK(f.designation.designate(f.chief(f.stranger.id)).changed);
    f.check_whole();
}

TEST_CASE("an employee whose relation ended yesterday is no employee any more") {
    Bureau f;
    f.add_relation(f.stranger.id, f.org, "2026-01-01", "2026-11-22");
    CHECK(refused([&] { f.designation.designate(f.chief(f.stranger.id)); }) == "rule person");
}

TEST_CASE("a designation is confirmed by its enterprise number") {
    Bureau f;
    NewChief request = f.chief(f.clerk.id);
    request.confirm.reset();
    CHECK(said([&] { f.designation.designate(request); }) ==
          "the designation is not confirmed, and --yes is not enough for it; type the enterprise "
          "number once more: --confirm " +
              f.org.digits());
    CHECK(refused([&] { f.designation.designate(request); }) == "usage confirm");
    request.confirm = f.add_org(2);
    CHECK(said([&] { f.designation.designate(request); }) ==
          "the designation is for " + number(f) + ", but " + org_number(2).formatted() +
              " was typed to confirm it; type the enterprise number once more: --confirm " +
              f.org.digits());
}

TEST_CASE("who is to be chief is said in one way, and never for the past") {
    Bureau f;
    NewChief request = f.chief(f.clerk.id);
    request.self = true;
    CHECK(refused([&] { f.designation.designate(request); }) == "usage person");
    request.self = false;
    request.person.reset();
    CHECK(refused([&] { f.designation.designate(request); }) == "usage person");
    request = f.chief(f.clerk.id);
    request.from = day("2026-11-22");
    CHECK(refused([&] { f.designation.designate(request); }) == "rule from");
}

TEST_CASE("a personal address is remarked upon") {
    Bureau f;
    NewChief request = f.chief(f.clerk.id);
    request.email = EmailAddress::parse("poetshulp@gmail.com");
    CHECK(f.designation.designate(request).remark ==
          "the address poetshulp@gmail.com looks personal: a general one, such as directie@…, "
          "stays when the person goes");
    request.email = EmailAddress::parse("lucas@poetshulp.be");
    CHECK(f.designation.designate(request).remark.find("lucas@poetshulp.be looks personal") !=
          std::string::npos);
}

TEST_CASE("the same designation again is unchanged; other data make another") {
    Bureau f;
    f.designation.designate(f.chief(f.clerk.id));
    const std::string before = f.trace();
    CHECK_FALSE(f.designation.designate(f.chief(f.clerk.id)).changed);
    CHECK(f.trace() == before);
    NewChief request = f.chief(f.clerk.id);
    request.phone = PhoneNumber::parse("+3287654321");
    const auto written = f.designation.designate(request);
    CHECK(written.changed);
    CHECK(written.remark == "replaces Lucas Maes (a-1)");
    CHECK(f.offices() == Lines{"a-1 chief Lucas Maes ended", "a-2 chief Lucas Maes active"});
    CHECK(f.column("SELECT id FROM task").empty());
    f.check_whole();
}

TEST_CASE("a new chief replaces the former at once; the others stay, for review") {
    Bureau f;
    f.designation.designate(f.chief(f.boss.id));
    f.designation.appoint(f.office(AdministratorRole::cochief, f.helper.id));
    f.designation.appoint(f.office(AdministratorRole::manager, f.helper.id, {domain("financien")}));
    f.clock.set(Timestamp::parse("2026-11-24T09:00:00Z"));
    const auto written = f.designation.designate(f.chief(f.clerk.id));
    CHECK(written.remark == "replaces Greet Baas (a-1)");
    CHECK(f.offices() == Lines{"a-1 chief Greet Baas ended", "a-2 cochief Anna Peeters active",
                               "a-3 manager Anna Peeters active", "a-4 chief Lucas Maes active"});
    CHECK(f.column("SELECT kind || ' ' || person_id || ' ' || subject FROM task ORDER BY id") ==
          Lines{"chief-changed 3 a-2", "chief-changed 3 a-3"});
    const auto notices = f.notices();
    CHECK(std::ranges::count(notices, "chief.designate p-2 directie@poetshulp.be a-4") == 1);
    // The former chief designated the new one: one notice tells him of both.
    CHECK(std::ranges::count(notices,
                             "chief.designate p-1 directie@poetshulp.be a-1@2026-11-24 a-4") == 1);
    CHECK(f.designation.chief(f.org).name == "Lucas Maes");
    CHECK(f.designation.chief(f.org, day("2026-11-23")).name == "Greet Baas");
    f.check_whole();
}

TEST_CASE("who designates another is told; the former chief too") {
    Bureau f;
    f.designation.designate(f.chief(f.clerk.id));
    CHECK(f.notices().size() >= 2);
    const auto notices = f.notices();
    CHECK(std::ranges::count(notices, "chief.designate p-1  a-1") == 1);
    const auto id =
        f.column("SELECT id FROM notice WHERE kind = 'chief.designate' AND person_id = 1").front();
    const auto notice = Notices(f.env).get(NoticeId::from_stored(std::stoll(id)));
    CHECK(notice.subject == "De hoofdtoegangsbeheerder werd gewijzigd");
    CHECK(notice.body.find("Door uw toedoen:\n\n- Lucas Maes, hoofdtoegangsbeheerder") !=
          std::string::npos);
}

TEST_CASE("a chief from a later day leaves the former in office until the day before") {
    Bureau f;
    f.designation.designate(f.chief(f.boss.id));
    NewChief request = f.chief(f.clerk.id);
    request.from = day("2028-03-01");
    CHECK(f.designation.designate(request).item.state == OfficeState::future);
    CHECK(f.designation.chief(f.org).name == "Greet Baas");
    CHECK(f.designation.chief(f.org, day("2028-02-29")).name == "Greet Baas");
    CHECK(f.designation.chief(f.org, day("2028-03-01")).name == "Lucas Maes");
    CHECK_FALSE(f.designation.designate(request).changed);
    f.check_whole();
    // Designating at once takes both away.
    f.function(f.stranger, "bestuurder", true, "2020-01-01", "9999-12-31");
    f.designation.designate(f.chief(f.stranger.id));
    CHECK(f.offices(day("2028-03-01")) == Lines{"a-1 chief Greet Baas ended",
                                                "a-2 chief Lucas Maes ended",
                                                "a-3 chief Frank Vreemd active"});
    f.check_whole();
}

TEST_CASE("the last administrator does not leave without a successor, unless forced") {
    Bureau f;
    f.designation.designate(f.chief(f.boss.id));
    f.designation.appoint(f.office(AdministratorRole::manager, f.clerk.id, {domain("financien")}));
    ChiefEnd end = f.chief_end();
    CHECK(said([&] { f.designation.end_chief(end); }) ==
          "nobody would be left who administers everything for " + number(f) +
              "; designate the successor first: dcadmin chief designate --org " + f.org.digits() +
              " …; or force it, with a reason: --force --reason …");
    CHECK(refused([&] { f.designation.end_chief(end); }) == "rule force");
    end.force = true;
    CHECK(refused([&] { f.designation.end_chief(end); }) == "usage reason");
    end.reason = "bankrupt";
    const auto written = f.designation.end_chief(end);
    CHECK(written.changed);
    CHECK(written.item.state == OfficeState::ended);
    CHECK(f.last_entry() == "administrator end 1 bankrupt");
    CHECK(f.notices().back() == "chief.end p-1 directie@poetshulp.be a-1@2026-11-23");
    CHECK_FALSE(f.designation.end_chief(end).changed);
    CHECK(refused([&] { static_cast<void>(f.designation.chief(f.org)); }) == "not_found org");
    f.check_whole();
}

TEST_CASE("a chief leaves when a co-chief for everything stays, through his last day") {
    Bureau f;
    f.designation.designate(f.chief(f.boss.id));
    f.designation.appoint(f.office(AdministratorRole::cochief, f.clerk.id));
    ChiefEnd end = f.chief_end();
    end.on = day("2026-11-22");
    CHECK(refused([&] { f.designation.end_chief(end); }) == "rule on");
    end.on = day("2026-12-31");
    end.confirm.reset();
    CHECK(refused([&] { f.designation.end_chief(end); }) == "usage confirm");
    end.confirm = f.org;
    f.act(f.clerk);
    CHECK(refused([&] { f.designation.end_chief(end); }) == "not_allowed as");
    f.act(f.boss);
    CHECK(f.designation.end_chief(end).changed);
    CHECK_FALSE(f.designation.end_chief(end).changed);
    CHECK(f.designation.chief(f.org, day("2026-12-31")).name == "Greet Baas");
    CHECK(refused([&] { static_cast<void>(f.designation.chief(f.org, day("2027-01-01"))); }) ==
          "not_found org");
    CHECK(f.designation.designate(f.chief(f.clerk.id)).changed);
    f.check_whole();
}

TEST_CASE("organisations without a chief are found, on any day") {
    Bureau f;
    f.add_org(2, "Zonder");
    f.designation.designate(f.chief(f.boss.id));
    const auto without = [&](std::optional<Date> at) {
        Lines names;
        f.designation.list_without_chief({}, at, [&](const Organisation& one) {
            names.push_back(one.name);
            return true;
        });
        return names;
    };
    CHECK(without({}) == Lines{"Zonder"});
    CHECK(without(day("2026-11-22")) == Lines{"Poetshulp", "Zonder"});
}

TEST_CASE("a file of designations follows the same rules, row by row") {
    Bureau f;
    NewChief unconfirmed = f.chief(f.clerk.id);
    unconfirmed.confirm.reset();
    const std::vector<std::variant<NewChief, Error>> rows{f.chief(f.boss.id), unconfirmed,
                                                          f.chief(f.clerk.id)};
    const auto how = [&](const auto&... given) { return f.designation.designate_rows(given...); };
    CHECK_FALSE(run_rows(rows, {}, how).summary.committed);
    CHECK(f.offices().empty());
    bulk::Options skip;
    skip.skip_invalid = true;
    const auto outcome = run_rows(rows, skip, how);
    CHECK(outcome.summary.committed);
    CHECK(outcome.summary.count(bulk::State::applied) == 2);
    CHECK(outcome.summary.count(bulk::State::rejected) == 1);
    CHECK(f.designation.chief(f.org).name == "Lucas Maes");
    f.check_whole();
}
