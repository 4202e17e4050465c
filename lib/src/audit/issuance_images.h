// SPDX-License-Identifier: Apache-2.0
// Images of issuances, and of what belongs to them. What is in an issuance enters its image as one
// line with the number and the digest of its allocations, very many as they may be.
#pragma once

#include <dcadmin/base/sha256.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dcadmin::audit {

struct ScheduleFields {
    std::int64_t organisation_id;
    std::string_view region;
    std::string_view every;
    std::int64_t on_day;
    std::string_view since;
    std::string_view ended_at;
};
[[nodiscard]] std::string image_of(const ScheduleFields& schedule);

/// The allocations of an issuance.
class IssuanceItems {
   public:
    /// In the order of ids.
    void add(std::int64_t id, std::int64_t service_id, std::int64_t order_id,
             std::int64_t first_number, std::int64_t vouchers);
    [[nodiscard]] std::int64_t vouchers() const { return vouchers_; }
    /// "12 items, digest …", empty for none; to be asked once.
    [[nodiscard]] std::string text();

   private:
    std::int64_t count_ = 0;
    std::int64_t vouchers_ = 0;
    Sha256 digest_;
    std::string scratch_;
};

struct IssuanceFields {
    std::int64_t organisation_id;
    std::string_view region;
    std::string_view kind;
    std::string_view mode;
    std::string_view period;
    std::string_view period_until;
    std::string_view month;
    std::string_view made_on;
    std::string_view received_on;
    std::string_view state;
    std::int64_t services;
    std::int64_t vouchers;
    std::string_view items;
};
[[nodiscard]] std::string image_of(const IssuanceFields& issuance);

struct BlockFields {
    std::int64_t organisation_id;
    std::string_view region;
    std::int64_t issuance_id;  // 0: all of that region
    std::string_view cause;
    std::string_view since;
    std::string_view released_at;
};
[[nodiscard]] std::string image_of(const BlockFields& block);

struct RefundFields {
    std::int64_t issuance_id;
    std::int64_t cents;
    std::int64_t vouchers;
    std::int64_t unpriced;
    std::string_view expected_on;
    std::string_view paid_on;
    std::string_view reference;
    /// By tariff: how many vouchers at that amount; in the order of tariffs.
    std::vector<std::pair<std::int64_t, std::int64_t>> lines;
};
[[nodiscard]] std::string image_of(const RefundFields& refund);

}  // namespace dcadmin::audit
