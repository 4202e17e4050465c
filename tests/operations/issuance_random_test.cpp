// SPDX-License-Identifier: Apache-2.0
// Thousands of random operations on services, issuances, blocks and payments, beside a model of
// them that knows nothing of the program: after each the store has what the model has, to the
// voucher and the cent.
#include "zone_fixture.h"

#include <dcadmin/policies.h>
#include <dcadmin/secure_zone/issuances.h>
#include <dcadmin/secure_zone/refunds.h>
#include <dcadmin/secure_zone/tariffs.h>

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <vector>

namespace dcadmin::test {

namespace {

struct ModelVouchers {
    int count;
    std::string until;
    std::int64_t issuance = 0;
};

struct ModelService {
    std::int64_t id;
    Region region;
    std::string day;
    int hours;
    std::vector<ModelVouchers> vouchers;
};

struct ModelIssuance {
    Region region;
    std::string state;  // "draft", "cancelled", "received", "closed"
};

class Model {
   public:
    std::vector<ModelService> services;
    std::map<std::int64_t, ModelIssuance> issuances;
    std::set<std::pair<Region, BlockCause>> region_blocks;
    std::set<std::pair<std::int64_t, BlockCause>> issuance_blocks;

    [[nodiscard]] std::string state_of(std::int64_t id) const {
        const auto& one = issuances.at(id);
        if (one.state != "received") return one.state;
        const bool region = std::ranges::any_of(
            region_blocks, [&](const auto& block) { return block.first == one.region; });
        const bool itself = std::ranges::any_of(
            issuance_blocks, [&](const auto& block) { return block.first == id; });
        return region || itself ? "blocked" : "payable";
    }
    [[nodiscard]] std::int64_t cents_of(std::int64_t id) const {
        std::int64_t cents = 0;
        for (const auto& service : services) {
            for (const auto& one : service.vouchers) {
                if (one.issuance == id) cents += one.count * worth(service);
            }
        }
        return cents;
    }
    [[nodiscard]] int vouchers_of(std::int64_t id) const {
        int count = 0;
        for (const auto& service : services) {
            for (const auto& one : service.vouchers) {
                if (one.issuance == id) count += one.count;
            }
        }
        return count;
    }
    /// "allocated 3/3/0 2027-07-31"
    [[nodiscard]] std::string shown(const ModelService& service) const {
        int allocated = 0;
        int issued = 0;
        int paid = 0;
        std::string until;
        for (const auto& one : service.vouchers) {
            allocated += one.count;
            if (one.issuance == 0) {
                if (until.empty() || one.until < until) until = one.until;
                continue;
            }
            issued += one.count;
            if (issuances.at(one.issuance).state == "closed") paid += one.count;
        }
        const std::string state = allocated == 0               ? "waiting"
                                  : paid == service.hours      ? "refunded"
                                  : issued == service.hours    ? "issued"
                                  : allocated == service.hours ? "allocated"
                                                               : "partially-allocated";
        return fmt::format("{} {}/{}/{} {}", state, allocated, issued, paid, until);
    }

   private:
    // What the tariffs of the test say.
    static int worth(const ModelService& service) {
        if (service.region == Region::brussels) return 2563;
        return service.day < "2026-11-01" ? 1900 : 2752;
    }
};

struct RandomZone : ZoneFixture {
    Issuances issuances{env};
    Refunds refunds{env};
    Model model;
    std::mt19937 random;

    explicit RandomZone(unsigned seed) : random(seed) {
        Policies(env).set({.name = "zone.first_block", .value = "off", .reason = "proef"});
        tariff(Region::flanders, "19.00", "2026-01-01");
        tariff(Region::flanders, "27.52", "2026-11-01");
        tariff(Region::brussels, "25.50", "2026-01-01");
        tariff(Region::brussels, "0.13", "2026-01-01", TariffKind::supplement, TariffBasis::issue);
    }
    void tariff(Region region, std::string_view amount, std::string_view from,
                TariffKind kind = TariffKind::exchange, TariffBasis basis = TariffBasis::service) {
        Tariffs(env).add({.kind = kind,
                          .region = region,
                          .basis = basis,
                          .amount = Money::parse(amount),
                          .from = test::day(from),
                          .until = {},
                          .hand_in_until = {},
                          .source = "proef"});
    }
    int below(int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); }
    Region some_region() { return below(2) == 0 ? Region::flanders : Region::brussels; }
    BlockCause some_cause() { return all_block_causes.at(static_cast<std::size_t>(1 + below(3))); }

    void add_one() {
        ServiceOf of{.region = some_region(),
                     .day = today().plus_days(-below(40)).iso(),
                     .hours = 1 + below(9)};
        of.allocated = below(of.hours + 1);
        of.allocated_on = today().iso();
        of.hand_in_until = today().plus_days(below(30)).iso();
        const auto id = add_service(of).value();
        model.services.push_back({id, of.region, of.day, of.hours, {}});
        if (of.allocated > 0) {
            model.services.back().vouchers.push_back({of.allocated, of.hand_in_until});
        }
    }
    void add_more() {
        if (model.services.empty()) return;
        auto& service =
            model
                .services[static_cast<std::size_t>(below(static_cast<int>(model.services.size())))];
        int missing = service.hours;
        for (const auto& one : service.vouchers) missing -= one.count;
        if (missing == 0) return;
        ServiceOf of{.hand_in_until = today().plus_days(below(60)).iso()};
        of.allocated_on = today().iso();
        const int count = 1 + below(missing);
        add_vouchers(service.id, of, count);
        service.vouchers.push_back({count, of.hand_in_until});
    }
    void create() {
        NewIssuance request{.org = org,
                            .region = some_region(),
                            .services = {},
                            .at_risk = below(3) == 0,
                            .draft = below(3) == 0,
                            .reason = ""};
        const std::string now = today().iso();
        const std::string last =
            request.at_risk ? today().plus_days(14).iso() : std::string("9999-12-31");
        std::vector<ModelVouchers*> taken;
        for (auto& service : model.services) {
            if (service.region != request.region) continue;
            for (auto& one : service.vouchers) {
                if (one.issuance == 0 && one.until >= now && one.until <= last) {
                    taken.push_back(&one);
                }
            }
        }
        if (taken.empty()) {
            CHECK(refused([&] { issuances.create(request); }) == "rule region");
            return;
        }
        const auto id = issuances.create(request).item.id.value();
        for (auto* one : taken) one->issuance = id;
        model.issuances[id] = {request.region, request.draft ? "draft" : "received"};
    }
    std::int64_t some_issuance() {
        if (model.issuances.empty()) return 0;
        auto at = model.issuances.begin();
        std::advance(at, below(static_cast<int>(model.issuances.size())));
        return at->first;
    }
    void submit(std::int64_t id) {
        auto& one = model.issuances.at(id);
        bool late = false;
        for (const auto& service : model.services) {
            for (const auto& vouchers : service.vouchers) {
                late = late || (vouchers.issuance == id && vouchers.until < today().iso());
            }
        }
        const bool draft = one.state == "draft";
        const bool fine = (draft && !late) || one.state == "received" || one.state == "closed";
        CHECK(refused([&] {
                  issuances.submit({.id = IssuanceId::from_stored(id), .reason = ""});
              }) == (fine ? "accepted" : "rule id"));
        if (draft && fine) one.state = "received";
    }
    void cancel(std::int64_t id) {
        auto& one = model.issuances.at(id);
        const bool fine = one.state == "draft" || one.state == "cancelled";
        CHECK(refused([&] {
                  issuances.cancel({.id = IssuanceId::from_stored(id), .reason = ""});
              }) == (fine ? "accepted" : "rule id"));
        if (one.state != "draft") return;
        one.state = "cancelled";
        for (auto& service : model.services) {
            for (auto& vouchers : service.vouchers) {
                if (vouchers.issuance == id) vouchers.issuance = 0;
            }
        }
    }
    void pay(std::int64_t id) {
        const std::int64_t cents = model.cents_of(id);
        const auto amount = Money::from_cents(below(5) == 0 ? cents + 1 : cents);
        const std::string state = model.state_of(id);
        const Payment payment{.issuance = IssuanceId::from_stored(id),
                              .on = today(),
                              .reference = "R",
                              .amount = amount,
                              .reason = ""};
        const std::string answer = refused([&] { refunds.pay(payment); });
        if (state == "payable") {
            CHECK(answer == (amount.cents() == cents ? "accepted" : "rule amount"));
            if (answer == "accepted") model.issuances.at(id).state = "closed";
        } else if (state != "closed") {
            CHECK(answer.starts_with("rule"));
        }
    }
    void block(std::int64_t id) {
        BlockRequest request{.org = org,
                             .region = some_region(),
                             .issuance = {},
                             .cause = some_cause(),
                             .reason = "proef"};
        if (id == 0 || below(2) == 0) {
            refunds.block(request);
            model.region_blocks.emplace(*request.region, request.cause);
            return;
        }
        request.org = {};
        request.region = {};
        request.issuance = IssuanceId::from_stored(id);
        const std::string& state = model.issuances.at(id).state;
        const bool fine = state == "draft" || state == "received" ||
                          model.issuance_blocks.contains({id, request.cause});
        CHECK(refused([&] { refunds.block(request); }) == (fine ? "accepted" : "rule issuance"));
        if (fine) model.issuance_blocks.emplace(id, request.cause);
    }
    void release() {
        if (!model.region_blocks.empty() && below(2) == 0) {
            const auto [region, cause] = *model.region_blocks.begin();
            refunds.release(
                {.org = org, .region = region, .issuance = {}, .cause = cause, .reason = ""});
            model.region_blocks.erase(model.region_blocks.begin());
        } else if (!model.issuance_blocks.empty()) {
            const auto [id, cause] = *model.issuance_blocks.begin();
            refunds.release({.org = {},
                             .region = {},
                             .issuance = IssuanceId::from_stored(id),
                             .cause = cause,
                             .reason = ""});
            model.issuance_blocks.erase(model.issuance_blocks.begin());
        }
    }
    void step() {
        const std::int64_t id = some_issuance();
        switch (below(12)) {
            case 0:
            case 1:
            case 2: return add_one();
            case 3: return add_more();
            case 4:
            case 5: return create();
            case 6: return id == 0 ? add_one() : submit(id);
            case 7: return id == 0 ? add_one() : cancel(id);
            case 8: return block(id);
            case 9: return release();
            case 10: return id == 0 ? add_one() : pay(id);
            default: clock.set(Timestamp::from_seconds(clock.now().seconds() + below(3) * 86'400));
        }
    }
    void compare() {
        const auto services = column(
            "SELECT state || ' ' || allocated || '/' || issued || '/' || paid || ' ' || "
            "hand_in_until FROM service ORDER BY id");
        REQUIRE(services.size() == model.services.size());
        for (std::size_t i = 0; i < services.size(); ++i) {
            CHECK(services[i] == model.shown(model.services[i]));
        }
        const auto found = column(
            "SELECT i.state || ' ' || i.vouchers || ' ' || coalesce(r.cents, 0) FROM issuance i "
            "LEFT JOIN refund r ON r.issuance_id = i.id ORDER BY i.id");
        REQUIRE(found.size() == model.issuances.size());
        std::size_t at = 0;
        for (const auto& [id, one] : model.issuances) {
            const bool open = one.state == "draft" || one.state == "cancelled";
            CHECK(found[at++] == fmt::format("{} {} {}", model.state_of(id), model.vouchers_of(id),
                                             open ? 0 : model.cents_of(id)));
        }
        CHECK(problems().empty());
    }
};

}  // namespace

TEST_CASE("random sequences of operations leave what a model of them has, to the cent") {
    constexpr int steps = 700;
    constexpr int between = 25;
    for (const unsigned seed : {1U, 2U, 3U}) {
        CAPTURE(seed);
        RandomZone zone(seed);
        for (int i = 1; i <= steps; ++i) {
            zone.step();
            if (i % between == 0) zone.compare();
        }
        CHECK(zone.model.issuances.size() > 20);
    }
}

}  // namespace dcadmin::test
