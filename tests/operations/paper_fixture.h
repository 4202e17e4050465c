// SPDX-License-Identifier: Apache-2.0
// The ground for tests of paper vouchers: an accredited company with a site and a worker, and short
// ways to receive, hand in and read vouchers.
#pragma once

#include "access/require.h"
#include "audit/issuance_images.h"
#include "secure_zone/issuances/find.h"
#include "secure_zone/paper/bundle.h"
#include "store/tx.h"

#include "support/bulk.h"
#include "support/fixture.h"
#include "support/signed_in.h"

#include <dcadmin/audit.h>
#include <dcadmin/secure_zone/company.h>
#include <dcadmin/secure_zone/paper.h>
#include <dcadmin/secure_zone/terms.h>
#include <dcadmin/secure_zone/workers.h>

#include <doctest/doctest.h>

namespace dcadmin::test {

using Lines = std::vector<std::string>;

struct PaperFixture : Fixture {
    Paper paper{env};
    EnterpriseNumber org = add_org(1);
    EnterpriseNumber other = add_org(2, "Elders");
    SiteNumber aalst = add_site(org, 1);
    AffiliationNumber zoe = add_worker(org, 1);

    PaperFixture() {
        accredit(org, "V12345");
        accredit(org, "B12345");
        accredit(org, "W12345");
        accredit(other, "V54321");
    }

    AffiliationNumber add_worker(EnterpriseNumber company, std::uint64_t n) {
        return Workers(env)
            .add({.login = {},
                  .number = person_number(n),
                  .first_name = "Zoë",
                  .last_name = "Maes",
                  .org = company,
                  .site = {},
                  .region = Region::flanders,
                  .email = {},
                  .phone = {},
                  .reason = ""})
            .item.login;
    }
    void accredit(EnterpriseNumber company, std::string_view number) {
        Companies(env).update({.org = company,
                               .number = AccreditationNumber::parse(number),
                               .activities = std::vector{Activity::household, Activity::ironing},
                               .from = day("2020-01-01"),
                               .until = {},
                               .reason = "besluit"});
    }

    static PaperNumber number(int n) { return PaperNumber::parse(fmt::format("00{:08}", n)); }
    NewPaperVoucher voucher(int n = 1) {
        return {.org = org,
                .site = aalst,
                .region = Region::flanders,
                .number = number(n),
                .customer = {},
                .usable_until = day("2027-03-31"),
                .day = day("2026-11-20"),
                .worker = zoe,
                .activity = Activity::household,
                .reason = "zak 1"};
    }
    PaperVoucher received(int n = 1, Region region = Region::flanders) {
        NewPaperVoucher asked = voucher(n);
        asked.region = region;
        return paper.receive(asked).item;
    }
    static PaperKey key(const PaperVoucher& voucher) { return {.id = voucher.id}; }

    /// What the context of issuances does, in a transaction of its own.
    template <class Body>
    auto with_tx(Body body) {
        return store::write_result(env, [&](store::Tx& tx) {
            access::require(tx, access::Operation::issuances);
            return body(tx);
        });
    }
    /// A draft without anything in it yet.
    std::int64_t issuance(Region region = Region::flanders, std::string_view month = "2026-11") {
        return with_tx([&](store::Tx& tx) {
            secure_zone::IssuanceRow row{.organisation_id = id_of(org),
                                         .region = region,
                                         .kind = "paper",
                                         .month = std::string(month),
                                         .made_on = tx.today().iso(),
                                         .items = audit::IssuanceItems().text()};
            secure_zone::add_issuance(tx, row);
            secure_zone::keep_issuance(tx, "create", row, {}, {});
            return row.id;
        });
    }
    /// Changes the row of an issuance that is a draft; of any other nothing.
    void change_draft(std::int64_t id, auto change) {
        with_tx([&](store::Tx& tx) {
            auto row = secure_zone::find_issuance(tx.db(), id).value();
            if (row.state != IssuanceState::draft) return false;
            const std::string before = secure_zone::image_of(row);
            change(tx, row);
            if (secure_zone::image_of(row) == before) return false;
            secure_zone::keep_issuance(tx, "change", row, before, {});
            return true;
        });
    }
    std::int64_t id_of(EnterpriseNumber company) {
        return std::stoll(
            column(fmt::format("SELECT id FROM organisation WHERE number = {}", company.value()))
                .front());
    }
    secure_zone::PaperBundle bundle(std::int64_t into, Region region = Region::flanders,
                                    std::string_view month = "2026-11") {
        secure_zone::PaperBundle bundle;
        change_draft(into, [&](store::Tx& tx, auto& row) {
            bundle = secure_zone::bundle_vouchers(tx, row.organisation_id, region,
                                                  Month::parse(month), into);
            row.vouchers += bundle.vouchers;
        });
        return bundle;
    }
    std::int64_t send(std::int64_t id) {
        std::int64_t sent = 0;
        change_draft(id, [&](store::Tx& tx, auto& row) {
            secure_zone::step(row, secure_zone::IssuanceEvent::submit);
            sent = secure_zone::send_vouchers(tx, id);
        });
        return sent;
    }
    std::int64_t cancel(std::int64_t id) {
        std::int64_t freed = 0;
        change_draft(id, [&](store::Tx& tx, auto& row) {
            secure_zone::step(row, secure_zone::IssuanceEvent::cancel);
            freed = secure_zone::free_vouchers(tx, id);
            row.vouchers = 0;
        });
        return freed;
    }
    /// One that was handed in and has left the company.
    PaperVoucher sent(int n = 1, Region region = Region::flanders) {
        const PaperVoucher one = received(n, region);
        const auto id = issuance(region);
        bundle(id, region);
        send(id);
        return get(one);
    }
    PaperVoucher get(const PaperVoucher& voucher) {
        std::optional<PaperVoucher> found;
        paper.list({.number = voucher.number}, [&](const PaperVoucher& one) {
            if (one.id == voucher.id) found = one;
            return true;
        });
        return found.value();
    }
    std::string state(const PaperVoucher& voucher) {
        return std::string(name_of(get(voucher).state));
    }

    static PaperReading reading(const PaperVoucher& voucher, std::string result) {
        return {.region = voucher.region,
                .number = voucher.number,
                .result = std::move(result),
                .read_on = {},
                .day = day("2026-11-20"),
                .worker = person_number(1).revealed_digits(),
                .activity = Activity::household,
                .cause = "",
                .reason = ""};
    }
    PaperReading without_day(const PaperVoucher& voucher) {
        PaperReading one = reading(voucher, "unreadable");
        one.day.reset();
        return one;
    }
    /// One that the issuer could not read the day of.
    PaperVoucher unread_day(int n = 1) { return paper.read(without_day(sent(n))).item; }
    std::string corrected(const PaperVoucher& voucher, std::optional<Date> on = {}) {
        PaperCorrection asked{.voucher = key(voucher), .fields = {}, .reason = "nagekeken"};
        asked.fields.day = on;
        return refused([&] { paper.correct(asked); });
    }

    Lines list(const PaperFilter& filter = {}) {
        Lines all;
        paper.list(filter, [&](const PaperVoucher& one) {
            all.push_back(one.id.text() + " " + one.number.text() + " " +
                          std::string(name_of(one.state)));
            return true;
        });
        return all;
    }
    /// The entries of the log that are about vouchers.
    Lines told() {
        Lines all = entries();
        std::erase_if(all, [](const auto& one) { return !one.starts_with("paper_voucher "); });
        return all;
    }
    void check_whole() {
        CHECK(problems().empty());
        CHECK(Audit(env).verify({}).problems.empty());
    }
};

}  // namespace dcadmin::test
