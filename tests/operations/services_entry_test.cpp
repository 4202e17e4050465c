// SPDX-License-Identifier: Apache-2.0
// How services come in: registered by the company or the worker, or imported from an export.
#include "services_fixture.h"

#include <dcadmin/audit.h>
#include <dcadmin/secure_zone/company.h>
#include <dcadmin/secure_zone/customers.h>
#include <dcadmin/secure_zone/vouchers.h>

#include <doctest/doctest.h>

namespace dcadmin::test {

namespace {

struct EntryFixture : ServicesFixture {
    EntryFixture() {
        for (const char* const number : {"V12345", "W54321"}) {
            Companies(env).update(
                {.org = org,
                 .number = AccreditationNumber::parse(number),
                 .activities = std::vector{Activity::household, Activity::ironing},
                 .from = day("2020-01-01"),
                 .until = {},
                 .reason = "besluit"});
        }
    }
    NewService service(std::string_view on = "2026-11-23") {
        return {.worker = zoe, .customer = claes, .day = day(on), .hours = 3, .reason = "gedaan"};
    }
    std::string asked(auto change) {
        NewService asked = service();
        change(asked);
        return refused([&] { services.register_service(asked); });
    }
    ImportedService row(std::string work_id, std::optional<ServiceState> state = {}) {
        return {.work_id = std::move(work_id),
                .worker = zoe,
                .customer = claes,
                .region = Region::flanders,
                .day = day("2026-11-20"),
                .hours = 3,
                .activity = Activity::household,
                .state = state};
    }
    std::string imported(const ImportedService& row) {
        try {
            const auto written = services.import(row);
            return std::string(written.changed ? "changed " : "unchanged ") +
                   std::string(name_of(written.item.state));
        } catch (const Error& error) {
            return std::string(name_of(error.kind())) + " " + error.field();
        }
    }
    [[nodiscard]] bool verified() { return Audit(env).verify({}).problems.empty(); }
};

}  // namespace

TEST_CASE("the company registers a service; its term to validate begins") {
    EntryFixture f;
    const auto written = f.services.register_service(f.service());
    CHECK(written.changed);
    CHECK(written.remark.empty());
    CHECK(written.item.id.text() == "d-1");
    CHECK(written.item.work_id == "D1");
    CHECK(written.item.state == ServiceState::registered);
    CHECK(written.item.entered_by == EnteredBy::company);
    CHECK(written.item.region == Region::flanders);
    CHECK(written.item.due == day("2026-11-30"));
    CHECK(f.last_entry() == "change_set register 1 gedaan");
    CHECK(f.column("SELECT event || ' ' || state_after || ' ' || day || ' ' || due_on FROM "
                   "service_change") ==
          ServicesFixture::Lines{"register registered 2026-11-23 2026-11-30"});
    CHECK(f.problems().empty());
    CHECK(f.verified());
    f.run("UPDATE service SET hours = 4");
    CHECK_FALSE(f.verified());
}

TEST_CASE("the same service is registered once; another of that day wants a work id") {
    EntryFixture f;
    f.services.register_service(f.service());
    const std::string before = f.trace();
    const auto again = f.services.register_service(f.service());
    CHECK_FALSE(again.changed);
    CHECK(again.item.id.text() == "d-1");
    CHECK(again.remark ==
          "it is registered already; another one of that day wants a work id of its own");
    CHECK(f.trace() == before);
    NewService named = f.service();
    named.work_id = "WK-7";
    CHECK(f.services.register_service(named).changed);
    CHECK_FALSE(f.services.register_service(named).changed);
    named.hours = 4;
    CHECK(refused([&] { f.services.register_service(named); }) == "conflict work_id");
    NewService longer = f.service();
    longer.hours = 8;
    CHECK(f.services.register_service(longer).remark == "the worker has 14 hours on 23/11/2026");
    CHECK(f.ids() == "1 2 3");
    f.run("UPDATE service SET hours = 9");
    for (int i = 0; i < 17; ++i) f.put({.day = "2026-11-10", .hours = 9});
    CHECK(f.services.register_service(f.service("2026-11-20")).remark ==
          "183 hours in 2026-11: from 178 on the issuer looks into it");
}

TEST_CASE("a service that cannot be is refused, with what is missing, and leaves no trace") {
    EntryFixture f;
    const std::string before = f.trace();
    CHECK(f.asked([](auto& s) { s.day = day("2026-11-24"); }) == "rule date");
    CHECK(f.asked([](auto& s) { s.hours = 0; }) == "usage hours");
    CHECK(f.asked([](auto& s) { s.hours = 10; }) == "usage hours");
    CHECK(f.asked([](auto& s) { s.region = Region::brussels; }) == "rule region");
    CHECK(f.asked([](auto& s) { s.activity = Activity::transport; }) == "rule activity");
    CHECK(f.asked([](auto& s) { s.day = day("2019-12-31"); }) == "rule region");
    CHECK(f.asked([&](auto& s) { s.customer = f.peeters; }) == "not_found customer");
    CHECK(f.asked([](auto& s) { s.worker = AffiliationNumber::parse("980999999999"); }) ==
          "not_found worker");
    CHECK(f.asked([&](auto& s) { s.org = f.other; }) == "not_found worker");
    CHECK(f.asked([](auto& s) { s.org = org_number(9); }) == "not_found org");
    CHECK(f.asked([](auto& s) { s.work_id = "D12"; }) == "usage work_id");
    CHECK(f.asked([](auto& s) { s.comment = " "; }) == "usage comment");
    CHECK(f.trace() == before);
    Workers(f.env).deactivate({.login = f.jan, .reason = ""});
    CHECK(f.asked([&](auto& s) { s.worker = f.jan; }) == "rule worker");
    Customers(f.env).deactivate({.org = f.org, .number = f.dubois, .reason = ""});
    CHECK(f.asked([&](auto& s) { s.customer = f.dubois; }) == "rule customer");
    f.run(
        "INSERT INTO deactivation (organisation_id, deactivated_on, forced, "
        "operation_id) VALUES (1, '2026-11-20', 0, 1)");
    CHECK(f.asked([](auto&) {}) == "rule org");
    f.run("DELETE FROM deactivation");
    f.run("DELETE FROM zone_term WHERE kind = 'validate'");
    CHECK(f.asked([](auto&) {}) == "rule term");
    CHECK(f.list().empty());
}

TEST_CASE("a worker registers his own services, who holds the zone's right those of his sites") {
    EntryFixture f;
    const Person lucas = f.add_person(20);
    f.give_zone(lucas, f.gent);
    {
        const ActingAs user(f, open_session(f, {.person = lucas.id.value(), .org = f.org}));
        CHECK(f.asked([](auto&) {}) == "not_allowed ");
        CHECK(f.asked([&](auto& s) { s.worker = f.jan; }) == "accepted");
        CHECK(f.asked([&](auto& s) { s.worker = f.far; }) == "not_found worker");
        CHECK(f.imported(f.row("a")) == "not_allowed ");
    }
    {
        const ActingAs worker(f, open_session(f, {.person = f.person_of(f.zoe).value()}));
        CHECK(f.asked([](auto&) {}) == "accepted");
        CHECK(f.asked([&](auto& s) { s.worker = f.jan; }) != "accepted");
        CHECK(f.imported(f.row("a")) == "not_allowed ");
    }
    CHECK(f.column("SELECT entered_by FROM service ORDER BY id") ==
          ServicesFixture::Lines{"company", "worker"});
}

TEST_CASE("an import makes services what the export says, by the events that lead there") {
    EntryFixture f;
    CHECK(f.imported(f.row("a")) == "changed registered");
    CHECK(f.column("SELECT registered_on || ' ' || due_on || ' ' || entered_by FROM service") ==
          ServicesFixture::Lines{"2026-11-20 2026-11-27 worker"});
    CHECK(f.imported(f.row("a", ServiceState::registered)) == "unchanged registered");
    CHECK(f.imported(f.row("a", ServiceState::validated)) == "changed validated");
    CHECK(f.imported(f.row("a", ServiceState::validated)) == "unchanged validated");
    CHECK(f.imported(f.row("a", ServiceState::registered)) == "unchanged validated");
    CHECK(f.imported(f.row("a", ServiceState::confirmed)) == "changed waiting");
    CHECK(f.imported(f.row("a", ServiceState::confirmed)) == "unchanged waiting");
    CHECK(f.imported(f.row("a", ServiceState::validated)) == "unchanged waiting");
    Vouchers(f.env).order({.org = f.org,
                           .customer = f.claes,
                           .count = 10,
                           .on = day("2026-11-02"),
                           .reason = "besteld"});
    CHECK(f.imported(f.row("b", ServiceState::confirmed)) == "changed allocated");
    CHECK(f.imported(f.row("a", ServiceState::cancelled)) == "usage comment");
    ImportedService cancelled = f.row("c", ServiceState::cancelled);
    cancelled.comment = "niet geweest";
    CHECK(f.imported(cancelled) == "changed cancelled");
    CHECK(f.imported(cancelled) == "unchanged cancelled");
    CHECK(f.column("SELECT body FROM service_comment") == ServicesFixture::Lines{"niet geweest"});
    cancelled.work_id = "a";
    const std::string before = f.trace();
    CHECK(f.imported(cancelled) == "rule id");
    CHECK(f.imported(f.row("c", ServiceState::validated)) == "rule id");
    CHECK(f.imported(f.row("d", ServiceState::refunded)) == "usage status");
    CHECK(f.trace() == before);
    CHECK(f.problems().empty());
    CHECK(f.verified());
}

TEST_CASE("other hours in an export change the service, another worker is a conflict") {
    EntryFixture f;
    f.services.import(f.row("a"));
    ImportedService row = f.row("a");
    row.hours = 5;
    CHECK(f.imported(row) == "changed validated");
    CHECK(f.column("SELECT state || ' ' || hours || ' ' || due_on FROM service") ==
          ServicesFixture::Lines{"validated 5 "});
    CHECK(f.imported(row) == "unchanged validated");
    row.state = ServiceState::confirmed;
    CHECK(f.imported(row) == "changed waiting");
    row.hours = 4;
    CHECK(f.imported(row) == "rule id");
    row.hours = 5;
    row.worker = f.jan;
    CHECK(f.imported(row) == "conflict worker");
    row.worker = f.zoe;
    row.customer = f.dubois;
    CHECK(f.imported(row) == "conflict customer");
    row.customer = f.claes;
    row.region = Region::wallonia;
    CHECK(f.imported(row) == "conflict region");
    row.work_id = " ";
    CHECK(f.imported(row) == "usage work_id");
    CHECK(f.problems().empty());
    CHECK(f.verified());
}

TEST_CASE("files tell what came of each row; all their changes are one entry in the log") {
    EntryFixture f;
    const std::vector<std::variant<NewService, Error>> entered{f.service(), f.service(),
                                                               f.service("2026-11-24")};
    CHECK(run_rows<NewService>(entered, {.skip_invalid = true},
                               [&](const auto& source, const auto& how, const auto& sink) {
                                   return f.services.register_rows(source, how, sink);
                               })
              .states() == "applied unchanged rejected");
    ImportedService bad = f.row("c");
    bad.customer = f.peeters;
    const std::vector<std::variant<ImportedService, Error>> rows{
        f.row("a"), f.row("a", ServiceState::validated), bad, f.row("b")};
    const auto import = [&](const bulk::Options& options) {
        return run_rows<ImportedService>(
                   rows, options,
                   [&](const auto& source, const auto& how, const auto& sink) {
                       return f.services.import_rows(source, how, sink);
                   })
            .states();
    };
    const std::string before = f.trace();
    CHECK(import({}).find("rejected") != std::string::npos);
    CHECK(import({.dry_run = true, .skip_invalid = true}) == "applied applied rejected applied");
    CHECK(f.trace() == before);
    CHECK(import({.skip_invalid = true}) == "applied applied rejected applied");
    CHECK(f.entries().back().starts_with("change_set import"));
    CHECK(import({.skip_invalid = true}) == "unchanged unchanged rejected unchanged");
    CHECK(f.problems().empty());
    CHECK(f.verified());
}

TEST_CASE("the words of exports are read in three languages") {
    CHECK(parse_imported_state("Te valideren") == ServiceState::registered);
    CHECK(parse_imported_state("VALIDÉE") == ServiceState::validated);
    CHECK(parse_imported_state("Reimbursement requested") == ServiceState::confirmed);
    CHECK(parse_imported_state("partially-allocated") == ServiceState::confirmed);
    CHECK(parse_imported_state("geannuleerd") == ServiceState::cancelled);
    CHECK(refused([] { static_cast<void>(parse_imported_state("weg")); }) == "usage status");
    CHECK(parse_imported_activity("1") == Activity::household);
    CHECK(parse_imported_activity("Aide ménagère") == Activity::household);
    CHECK(parse_imported_activity("strijken") == Activity::ironing);
    CHECK(refused([] { static_cast<void>(parse_imported_activity("dansen")); }) ==
          "usage activity");
}

}  // namespace dcadmin::test
