// SPDX-License-Identifier: Apache-2.0
// Terms and tariffs as dated data: rows are added, later ones take the place of earlier ones.
#include "support/bulk.h"
#include "support/fixture.h"
#include "support/signed_in.h"

#include <dcadmin/audit.h>
#include <dcadmin/secure_zone/calendar.h>
#include <dcadmin/secure_zone/tariffs.h>
#include <dcadmin/secure_zone/terms.h>

#include <doctest/doctest.h>

namespace dcadmin::test {

namespace {

struct DatedFixture : Fixture {
    Terms terms{env};
    Tariffs tariffs{env};
    NewLegalTerm term{.kind = TermKind::confirm,
                      .region = Region::wallonia,
                      .entered_by = EnteredBy::worker,
                      .channel = {},
                      .length = {7, TermUnit::working_days},
                      .from = day("2027-01-01"),
                      .until = {},
                      .source = "decreet"};
    NewTariff tariff{.kind = TariffKind::exchange,
                     .region = Region::flanders,
                     .basis = TariffBasis::service,
                     .amount = Money::parse("30.15"),
                     .from = day("2026-01-01"),
                     .until = {},
                     .hand_in_until = {},
                     .source = "besluit"};

    std::string asked(std::string_view from) {
        return Calendar(env)
            .deadline({.from = day(from),
                       .term = TermQuestion{.kind = TermKind::confirm,
                                            .region = Region::wallonia,
                                            .entered_by = EnteredBy::worker}})
            .term;
    }
    std::vector<std::string> held(std::string_view on, TermKind kind, Region region) {
        std::vector<std::string> all;
        terms.list({.kind = kind, .region = region, .at = day(on), .page = {}},
                   [&](const LegalTerm& one) {
                       all.push_back(words_of(one.length));
                       return true;
                   });
        return all;
    }
    std::vector<std::string> amounts(std::string_view on, std::optional<Region> region = {}) {
        std::vector<std::string> all;
        tariffs.list({.kind = {}, .region = region, .at = day(on), .page = {}},
                     [&](const Tariff& one) {
                         all.push_back(std::string(name_of(one.kind)) + " " + one.amount.decimal());
                         return true;
                     });
        return all;
    }
};

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a term that is added holds from its first day, and the earlier one until then") {
    DatedFixture f;
    CHECK(f.terms.add(f.term).changed);
    CHECK(f.last_entry() == "zone_term add 40");
    CHECK(f.asked("2026-12-31") == "4 working days");
    CHECK(f.asked("2027-01-01") == "7 working days");
    CHECK_FALSE(f.terms.add(f.term).changed);
    // A mistake is mended by the right row with the same first day.
    f.term.length.count = 6;
    CHECK(f.terms.add(f.term).changed);
    CHECK(f.asked("2027-01-01") == "6 working days");
    // One that ended already leaves the older one in its place.
    f.term.from = day("2027-03-01");
    f.term.until = day("2027-03-31");
    f.term.length.count = 1;
    f.terms.add(f.term);
    CHECK(f.asked("2027-03-31") == "1 working day");
    CHECK(f.asked("2027-04-01") == "6 working days");
    CHECK(f.held("2027-03-31", TermKind::confirm, Region::wallonia) ==
          Lines{"60 calendar days", "1 working day"});
    CHECK(f.problems().empty());
    CHECK(Audit(f.env).verify({}).problems.empty());
    f.run("UPDATE zone_term SET length = 9 WHERE id = 40");
    CHECK(Audit(f.env).verify({}).problems.size() == 1);
}

TEST_CASE("a term without source, of no length or in the wrong unit is refused") {
    DatedFixture f;
    const std::string before = f.trace();
    const auto with = [&](auto change) {
        NewLegalTerm term = f.term;
        change(term);
        return refused([&] { f.terms.add(term); });
    };
    CHECK(with([](auto& t) { t.source = " "; }) == "usage source");
    CHECK(with([](auto& t) { t.length.count = 0; }) == "usage length");
    CHECK(with([](auto& t) { t.length.count = 1000; }) == "usage length");
    CHECK(with([](auto& t) { t.length.unit = TermUnit::months; }) == "usage unit");
    CHECK(with([](auto& t) { t.kind = TermKind::voucher; }) == "usage unit");
    CHECK(with([](auto& t) { t.until = day("2026-12-31"); }).starts_with("usage"));
    CHECK(f.trace() == before);
}

TEST_CASE("tariffs are listed as they hold on a day") {
    DatedFixture f;
    CHECK(f.amounts("2022-10-31", Region::brussels) == Lines{"exchange 26.59", "vat 21.00"});
    // No source tells the amount of the month after, and nothing is guessed.
    CHECK(f.amounts("2022-11-01", Region::brussels) == Lines{"vat 21.00"});
    CHECK(f.amounts("2020-06-30", Region::brussels) ==
          Lines{"exchange 23.60", "supplement 2.00", "vat 21.00"});
    CHECK(f.amounts("2023-10-01", Region::flanders) == Lines{"supplement 3.20", "vat 21.00"});
    CHECK(f.tariffs.add(f.tariff).changed);
    CHECK(f.last_entry() == "tariff add 12");
    CHECK_FALSE(f.tariffs.add(f.tariff).changed);
    CHECK(f.amounts("2026-01-01", Region::flanders) ==
          Lines{"exchange 30.15", "pickup 18.00", "vat 21.00"});
    f.tariff.amount = Money::parse("30.20");
    f.tariffs.add(f.tariff);
    CHECK(f.amounts("2026-01-01", Region::flanders).front() == "exchange 30.20");
    CHECK(Audit(f.env).verify({}).problems.empty());
    f.run("UPDATE tariff SET amount = 1 WHERE id = 12");
    CHECK(Audit(f.env).verify({}).problems.size() == 1);
}

TEST_CASE("a tariff without source, without amount or by a day that decides nothing is refused") {
    DatedFixture f;
    const std::string before = f.trace();
    const auto with = [&](auto change) {
        NewTariff tariff = f.tariff;
        change(tariff);
        return refused([&] { f.tariffs.add(tariff); });
    };
    CHECK(with([](auto& t) { t.source = ""; }) == "usage source");
    CHECK(with([](auto& t) { t.amount = Money::from_cents(0); }) == "usage amount");
    CHECK(with([](auto& t) { t.amount = Money::from_cents(100'000'000); }) == "usage amount");
    CHECK(with([](auto& t) { t.basis = TariffBasis::pickup; }) == "usage basis");
    CHECK(with([](auto& t) { t.kind = TariffKind::vat; }) == "usage basis");
    CHECK(with([](auto& t) { t.hand_in_until = day("2025-12-31"); }) == "usage hand_in_until");
    CHECK(f.trace() == before);
}

TEST_CASE("who is no operator adds neither terms nor tariffs, and reads both") {
    DatedFixture f;
    const auto org = f.add_org(1);
    const Person lucas = f.add_person(1);
    const ActingAs acting(f, open_session(f, {.person = lucas.id.value(), .org = org}));
    CHECK(refused([&] { f.terms.add(f.term); }) == "not_allowed ");
    CHECK(refused([&] { f.tariffs.add(f.tariff); }) == "not_allowed ");
    CHECK(f.held("2026-11-23", TermKind::correct, Region::flanders) == Lines{"30 calendar days"});
    CHECK(f.amounts("2026-11-23").size() == 2);
}

TEST_CASE("files of terms and tariffs tell what came of each row") {
    DatedFixture f;
    NewLegalTerm wrong = f.term;
    wrong.length.count = 0;
    const std::vector<std::variant<NewLegalTerm, Error>> terms{f.term, f.term, wrong};
    const auto outcome = run_rows<NewLegalTerm>(
        terms, {.skip_invalid = true}, [&](const auto& source, const auto& how, const auto& sink) {
            return f.terms.add_rows(source, how, sink);
        });
    CHECK(outcome.states() == "applied unchanged rejected");
    const std::vector<std::variant<NewTariff, Error>> tariffs{f.tariff, f.tariff};
    CHECK(run_rows<NewTariff>(tariffs, {},
                              [&](const auto& source, const auto& how, const auto& sink) {
                                  return f.tariffs.add_rows(source, how, sink);
                              })
              .states() == "applied unchanged");
}

}  // namespace dcadmin::test
