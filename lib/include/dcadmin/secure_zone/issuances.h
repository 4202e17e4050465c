// SPDX-License-Identifier: Apache-2.0
// Issuances (afgiften): a company hands the vouchers in that pay its services, those of one region
// together. What is handed in electronically is received at once; paper goes by carrier, one
// issuance for each region and month of services. What can happen to an issuance is one table
// (secure_zone.md, section 10.3). A voucher past the company's last day is never taken, and stays
// to be seen: expired().
#pragma once

#include <dcadmin/base/date.h>
#include <dcadmin/base/enterprise_number.h>
#include <dcadmin/base/ids.h>
#include <dcadmin/base/money.h>
#include <dcadmin/base/month.h>
#include <dcadmin/base/site_number.h>
#include <dcadmin/bulk.h>
#include <dcadmin/env.h>
#include <dcadmin/export.h>
#include <dcadmin/secure_zone/customer_number.h>
#include <dcadmin/secure_zone/vocabulary.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin {

enum class IssuanceState : std::uint8_t {
    draft,
    submitted,
    received,
    in_control,
    partly_to_correct,  // paper: some vouchers wait to be corrected
    payable,
    blocked,
    paid,
    closed,
    cancelled,
    empty  // an automatic one for which there was nothing
};
inline constexpr std::array all_issuance_states{IssuanceState::draft,
                                                IssuanceState::submitted,
                                                IssuanceState::received,
                                                IssuanceState::in_control,
                                                IssuanceState::partly_to_correct,
                                                IssuanceState::payable,
                                                IssuanceState::blocked,
                                                IssuanceState::paid,
                                                IssuanceState::closed,
                                                IssuanceState::cancelled,
                                                IssuanceState::empty};

/// Spelled as above, '-' for '_'. Reading takes any case; refused with usage otherwise.
[[nodiscard]] DCADMIN_API std::string_view name_of(IssuanceState state);
[[nodiscard]] DCADMIN_API IssuanceState parse_issuance_state(std::string_view text);

struct Issuance {
    IssuanceId id;
    EnterpriseNumber org;
    std::string org_name;
    Region region = Region::flanders;
    std::string kind;    // "electronic", "paper"
    std::string mode;    // "manual", "automatic"
    std::string period;  // of an automatic one
    std::optional<Date> period_until;
    std::optional<Month> month;  // of the services of a paper one
    Date made_on;
    std::optional<Date> received_on;
    IssuanceState state = IssuanceState::draft;
    std::int64_t services = 0;
    std::int64_t vouchers = 0;
};

/// Vouchers of one order that pay one service.
struct IssuanceItem {
    ServiceId service;
    std::string work_id;
    EnterpriseNumber org;
    Date day;
    AffiliationNumber worker;
    CustomerNumber customer;
    int hours = 1;
    VoucherOrderId order;
    std::int64_t first_number = 0;
    int vouchers = 0;
    Date issued_on;  // the vouchers
    Date hand_in_until;
    bool at_risk = false;  // that day is near, and they are in a draft
};

struct NewIssuance {
    EnterpriseNumber org;
    Region region = Region::flanders;
    std::vector<ServiceId> services;  // these alone
    bool at_risk = false;             // only vouchers that risk to expire
    bool draft = false;
    std::optional<Month> month = {};  // of paper vouchers, those of services of this month
    std::string reason;
};

struct IssuanceRef {
    IssuanceId id;
    std::string reason;
};

/// The issuer has the paper.
struct IssuanceReceipt {
    IssuanceId id;
    std::optional<Date> on = {};  // default today
    std::string reason;
};

struct IssuanceFilter {
    std::optional<EnterpriseNumber> org;
    std::optional<Region> region;
    std::optional<IssuanceState> state;
    std::string kind;  // "electronic", "paper"; empty: either
    std::string mode;  // "manual", "automatic"; empty: either
    std::optional<Date> from;
    std::optional<Date> until;  // the day it was made
    Page page;                  // sort: id, made, org, vouchers
};

struct ExpiredFilter {
    std::optional<EnterpriseNumber> org;
    std::optional<Region> region;
    Page page;  // sort: hand-in-until, day
};

class DCADMIN_API Issuances {
   public:
    explicit Issuances(const Env& env) : env_(env) {}

    std::uint64_t list(const IssuanceFilter& filter, const Each<Issuance>& each);
    /// not_found for another company's.
    [[nodiscard]] Issuance get(IssuanceId id);
    /// What is in it, by service day; of the sites of who asks. In a draft it says what risks to
    /// expire.
    std::uint64_t items(IssuanceId id, const Page& page, const Each<IssuanceItem>& each);
    /// Allocated vouchers that were not handed in until the company's last day.
    std::uint64_t expired(const ExpiredFilter& filter, const Each<IssuanceItem>& each);

    /// Takes all vouchers that are allocated to services of the company in that region and wait to
    /// be handed in, or those of some services, or those at risk. By who holds the zone's right; of
    /// services that are named, at their sites. Unless it is a draft it is submitted, and received
    /// at once. The remark tells of vouchers past their last day. rule: the region does not
    /// accredit the company today, nothing waits, a service has no vouchers that wait; usage for
    /// services and at_risk together. Unchanged when the services named are in one issuance
    /// already. Recorded in the company's chain.
    ///
    /// With a month: paper vouchers of services of that month, which were received or announced,
    /// as one slip; by who holds the zone's right. The remark tells of those that cannot be taken
    /// along. usage with services or at_risk. It is received when the issuer says so, or reads the
    /// first of its vouchers.
    Written<Issuance> create(const NewIssuance& request);
    bulk::Summary create_rows(const bulk::Source<NewIssuance>& rows, const bulk::Options& options,
                              const bulk::Sink& sink);
    /// A draft. rule when it is none, or a voucher in it is past its last day.
    Written<Issuance> submit(const IssuanceRef& request);
    bulk::Summary submit_rows(const bulk::Source<IssuanceRef>& rows, const bulk::Options& options,
                              const bulk::Sink& sink);
    /// A draft; what was in it waits again.
    Written<Issuance> cancel(const IssuanceRef& request);
    bulk::Summary cancel_rows(const bulk::Source<IssuanceRef>& rows, const bulk::Options& options,
                              const bulk::Sink& sink);

    /// Of paper that was submitted. By an operator. rule for a day that has not come, or before it
    /// was made. Its refund is made, and grows as its vouchers are read.
    Written<Issuance> receive(const IssuanceReceipt& request);
    bulk::Summary receive_rows(const bulk::Source<IssuanceReceipt>& rows,
                               const bulk::Options& options, const bulk::Sink& sink);

   private:
    const Env& env_;
};

}  // namespace dcadmin
