// SPDX-License-Identifier: Apache-2.0
// Refunds (terugbetalingen): what the issuer pays a company for an issuance, by dated tariffs, when
// it is expected, and what keeps it from being paid. The first issuance of a company in a region,
// and those after it, wait until the region's inspection releases them ([S59] of the sheet of the
// secure zone); debts and other causes block a region, or one issuance. Amounts are exact to the
// cent: vouchers for which no sourced tariff holds are counted, and nothing is paid before they are
// priced.
#pragma once

#include <dcadmin/base/date.h>
#include <dcadmin/base/enterprise_number.h>
#include <dcadmin/base/ids.h>
#include <dcadmin/base/money.h>
#include <dcadmin/bulk.h>
#include <dcadmin/env.h>
#include <dcadmin/export.h>
#include <dcadmin/secure_zone/issuances.h>
#include <dcadmin/secure_zone/vocabulary.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin {

enum class BlockCause : std::uint8_t {
    first_hand_in,  // made by the program
    social_debt,
    fiscal_debt,
    region_claim,
    worker_undeclared,
    control,
    other
};
inline constexpr std::array all_block_causes{
    BlockCause::first_hand_in, BlockCause::social_debt,       BlockCause::fiscal_debt,
    BlockCause::region_claim,  BlockCause::worker_undeclared, BlockCause::control,
    BlockCause::other};
/// Spelled as above, '-' for '_'. Reading takes any case; refused with usage otherwise.
[[nodiscard]] DCADMIN_API std::string_view name_of(BlockCause cause);
[[nodiscard]] DCADMIN_API BlockCause parse_block_cause(std::string_view text);

struct Refund {
    IssuanceId issuance;
    EnterpriseNumber org;
    std::string org_name;
    Region region = Region::flanders;
    Date made_on;       // the issuance
    std::string state;  // "pending", "blocked", "paid"
    std::int64_t vouchers = 0;
    std::int64_t unpriced = 0;  // of them
    Money amount = Money::from_cents(0);
    std::optional<Date> expected_on;  // absent where no source tells the term
    bool late = false;                // expected before today, and not paid
    std::optional<Date> paid_on;
    std::string reference;
};

/// Vouchers of a refund at one tariff.
struct RefundLine {
    TariffKind kind = TariffKind::exchange;
    TariffBasis basis = TariffBasis::service;
    Date from;  // when the tariff begins
    Money tariff = Money::from_cents(0);
    std::int64_t vouchers = 0;
    Money amount = Money::from_cents(0);
    std::string source;
};

struct RefundFilter {
    std::optional<EnterpriseNumber> org;
    std::optional<Region> region;
    std::string state;  // "pending", "blocked", "paid"; empty: all
    bool late = false;
    Page page;  // sort: issuance, expected, org, amount
};

struct Priced {
    std::int64_t refunds = 0;  // that were looked at
    std::int64_t changed = 0;
    std::int64_t unpriced = 0;  // vouchers that are left without a tariff
};

struct Block {
    BlockId id;
    EnterpriseNumber org;
    std::string org_name;
    Region region = Region::flanders;
    std::optional<IssuanceId> issuance;  // absent: all of the region
    BlockCause cause = BlockCause::other;
    Date since;
    bool released = false;
    std::int64_t issuances = 0;  // that it keeps from being paid
    std::int64_t vouchers = 0;
    Money amount = Money::from_cents(0);
};

/// An issuance that a block keeps from being paid.
struct BlockedIssuance {
    BlockId block;
    BlockCause cause = BlockCause::other;
    IssuanceId issuance;
    EnterpriseNumber org;
    Region region = Region::flanders;
    Date made_on;
    std::int64_t vouchers = 0;
    Money amount = Money::from_cents(0);
};

struct BlockFilter {
    std::optional<EnterpriseNumber> org;
    std::optional<Region> region;
    std::optional<BlockCause> cause;
    Page page;  // sort: id, org, cause
};

/// Of a region, or of one issuance.
struct BlockRequest {
    std::optional<EnterpriseNumber> org;
    std::optional<Region> region;
    std::optional<IssuanceId> issuance;
    BlockCause cause = BlockCause::other;
    std::string reason;
};

struct Payment {
    IssuanceId issuance;
    Date on;
    std::string reference;
    Money amount;
    std::string reason;
};

class DCADMIN_API Refunds {
   public:
    explicit Refunds(const Env& env) : env_(env) {}

    std::uint64_t list(const RefundFilter& filter, const Each<Refund>& each);
    /// not_found for another company's, and for an issuance for which nothing is paid yet.
    [[nodiscard]] Refund get(IssuanceId issuance);
    /// How its amount came about, by tariff.
    std::uint64_t lines(IssuanceId issuance, const Each<RefundLine>& each);
    /// Blocks that hold, with what they keep from being paid.
    std::uint64_t blocks(const BlockFilter& filter, const Each<Block>& each);
    /// The same, issuance by issuance; one that two blocks concern stands there twice.
    std::uint64_t blocked(const BlockFilter& filter, const Each<BlockedIssuance>& each);

    /// By an operator: anew by the tariffs as they are now, one that is not paid, or all of them.
    Written<Priced> price(std::optional<IssuanceId> issuance);

    /// By an operator. What is payable there is blocked. Unchanged when that block is there. usage:
    /// neither issuance nor company and region; no reason. rule: the issuance is paid or cancelled.
    /// Recorded in the company's chain, as all below.
    Written<Block> block(const BlockRequest& request);
    bulk::Summary block_rows(const bulk::Source<BlockRequest>& rows, const bulk::Options& options,
                             const bulk::Sink& sink);
    /// By an operator. What no other block concerns is payable again. Unchanged when it was
    /// released; not_found when there was none.
    Written<Block> release(const BlockRequest& request);
    bulk::Summary release_rows(const bulk::Source<BlockRequest>& rows, const bulk::Options& options,
                               const bulk::Sink& sink);
    /// By an operator. Unchanged when that very payment is there, conflict when another is. rule:
    /// the issuance is not payable, has vouchers without a tariff, or the amount is not its to the
    /// cent; usage: no reference, a day to come or before the issuance.
    Written<Refund> pay(const Payment& payment);
    bulk::Summary pay_rows(const bulk::Source<Payment>& rows, const bulk::Options& options,
                           const bulk::Sink& sink);

   private:
    const Env& env_;
};

}  // namespace dcadmin
