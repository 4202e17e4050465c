// SPDX-License-Identifier: Apache-2.0
// Which of the dated tariffs hold for a voucher.
#include "secure_zone/refunds/price.h"

#include <doctest/doctest.h>

#include <map>
#include <vector>

using namespace dcadmin;

namespace {

Date day(std::string_view text) {
    return Date::parse(text);
}

secure_zone::TariffRow row(std::int64_t id, TariffKind kind, TariffBasis basis, std::int64_t cents,
                           std::string_view from, std::string_view until,
                           std::optional<Date> hand_in_until = {}) {
    return {.id = id,
            .kind = kind,
            .basis = basis,
            .cents = cents,
            .from = day(from),
            .until = day(until),
            .hand_in_until = hand_in_until};
}

secure_zone::Price price(const std::vector<secure_zone::TariffRow>& tariffs,
                         std::string_view service_day, std::string_view issued_on,
                         std::string_view made_on) {
    return secure_zone::price_of(
        {{.service_day = day(service_day), .issued_on = day(issued_on), .vouchers = 2}}, tariffs,
        {.made_on = day(made_on), .received_on = day(made_on)});
}

}  // namespace

TEST_CASE("the day that decides is the tariff's own, and both its ends belong to it") {
    using enum TariffKind;
    const std::vector tariffs{
        row(1, exchange, TariffBasis::service, 2000, "2026-01-01", "2026-12-31"),
        row(2, exchange, TariffBasis::service, 2100, "2026-10-01", "2026-10-31"),
        row(3, supplement, TariffBasis::issue, 13, "2026-05-01", "2026-05-31"),
        row(4, supplement, TariffBasis::issuance, 100, "2026-11-01", "2026-11-30"),
        row(5, supplement, TariffBasis::service, 320, "2026-10-01", "2026-10-31",
            day("2026-11-10"))};
    CHECK(price(tariffs, "2026-09-30", "2026-04-30", "2026-10-31").cents == 2 * 2000);
    CHECK(price(tariffs, "2026-10-01", "2026-04-30", "2026-11-11").cents == 2 * (2100 + 100));
    CHECK(price(tariffs, "2026-10-31", "2026-04-30", "2026-11-10").cents == 2 * (2100 + 100 + 320));
    CHECK(price(tariffs, "2026-11-01", "2026-05-01", "2026-12-01").cents == 2 * (2000 + 13));
    CHECK(price(tariffs, "2026-11-01", "2026-05-31", "2026-12-01").cents == 2 * (2000 + 13));
    CHECK(price(tariffs, "2026-11-01", "2026-06-01", "2026-12-01").cents == 2 * 2000);
    const auto none = price(tariffs, "2027-01-01", "2026-05-01", "2026-11-01");
    CHECK(none.cents == 0);
    CHECK(none.unpriced == 2);
    CHECK(none.lines.empty());
}

TEST_CASE("of tariffs for the same the one that begins last holds, and of these the newest") {
    using enum TariffKind;
    const std::vector tariffs{
        row(7, exchange, TariffBasis::service, 2000, "2026-01-01", "2026-12-31"),
        row(1, exchange, TariffBasis::issuance, 2200, "2026-03-01", "2026-12-31"),
        row(9, exchange, TariffBasis::issuance, 2300, "2026-03-01", "2026-12-31")};
    const auto found = price(tariffs, "2026-09-30", "2026-04-30", "2026-10-31");
    CHECK(found.cents == 2 * 2300);
    CHECK(found.lines == std::map<std::int64_t, std::int64_t>{{9, 2}});
}
