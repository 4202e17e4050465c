// SPDX-License-Identifier: Apache-2.0
// Paper vouchers (papieren dienstencheques): a company receives them from its customers, may
// announce to the issuer what stands on them, hands them in, by region and month of the service,
// and corrects what the issuer could not read. What the issuer read is the only way a voucher comes
// to need correction; what is not corrected by its last day is never paid ([S32], [S33], [S34] of
// the sheet of the secure zone). From what to what a voucher may go stands in one table.
#pragma once

#include <dcadmin/base/date.h>
#include <dcadmin/base/enterprise_number.h>
#include <dcadmin/base/ids.h>
#include <dcadmin/base/site_number.h>
#include <dcadmin/bulk.h>
#include <dcadmin/env.h>
#include <dcadmin/export.h>
#include <dcadmin/secure_zone/customer_number.h>
#include <dcadmin/secure_zone/vocabulary.h>

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin {

/// The number printed on a voucher: 8 to 14 digits, of which leading zeros count. No source tells
/// of check digits.
class DCADMIN_API PaperNumber {
   public:
    /// Spaces and points between digits are left out. Refused with usage otherwise.
    static PaperNumber parse(std::string_view text);
    static PaperNumber from_stored(std::string digits) { return PaperNumber(std::move(digits)); }
    [[nodiscard]] const std::string& text() const { return digits_; }
    auto operator<=>(const PaperNumber&) const = default;

   private:
    explicit PaperNumber(std::string digits) : digits_(std::move(digits)) {}
    std::string digits_;
};

enum class PaperState {
    received,
    announced,
    bundled,  // in an issuance that has not left
    sent,
    read_ok,
    to_correct,
    corrected,
    accepted,
    refunded,
    rejected,
    lost_claimed,  // lost after it was sent, and claimed on its left strip
    withdrawn      // was none of this company's: entered by mistake
};
inline constexpr std::array all_paper_states{
    PaperState::received, PaperState::announced,  PaperState::bundled,      PaperState::sent,
    PaperState::read_ok,  PaperState::to_correct, PaperState::corrected,    PaperState::accepted,
    PaperState::refunded, PaperState::rejected,   PaperState::lost_claimed, PaperState::withdrawn};
/// "read-ok"
[[nodiscard]] DCADMIN_API std::string_view name_of(PaperState state);
[[nodiscard]] DCADMIN_API PaperState parse_paper_state(std::string_view text);

/// Why one is rejected: "expired", "already-paid", "reported-lost", "other-region",
/// "not-accredited", "worker-undeclared", "claim-refused", "other"; and "uncorrected", which only
/// the end of the term says.
inline constexpr std::array<std::string_view, 8> paper_causes{
    "expired",        "already-paid",      "reported-lost", "other-region",
    "not-accredited", "worker-undeclared", "claim-refused", "other"};

struct PaperVoucher {
    PaperVoucherId id;
    EnterpriseNumber org;
    std::optional<SiteNumber> site;
    Region region = Region::flanders;
    PaperNumber number;
    std::optional<CustomerNumber> customer;
    std::optional<Date> usable_until;   // by the customer
    std::optional<Date> hand_in_until;  // by the company
    std::optional<Date> day;            // of the service
    std::optional<AffiliationNumber> worker;
    std::optional<Activity> activity;
    PaperState state = PaperState::received;
    Date received_on;
    std::optional<Date> read_on;
    std::optional<Date> due_on;      // last day to correct it
    std::vector<std::string> lacks;  // fields that the issuer could not read
    std::string cause;
    std::optional<IssuanceId> issuance;
};

struct NewPaperVoucher {
    EnterpriseNumber org;
    std::optional<SiteNumber> site;
    Region region = Region::flanders;
    PaperNumber number;
    std::optional<CustomerNumber> customer;
    std::optional<Date> usable_until;
    std::optional<Date> day;
    std::optional<AffiliationNumber> worker;
    std::optional<Activity> activity;
    std::string reason;
};

/// Which one: by its id, or by region and number.
struct PaperKey {
    std::optional<PaperVoucherId> id;
    std::optional<Region> region;
    std::optional<PaperNumber> number;
};

/// What stands on vouchers; what is left out stays as it is.
struct PaperFields {
    std::optional<Date> usable_until;
    std::optional<Date> day;
    std::optional<AffiliationNumber> worker;
    std::optional<Activity> activity;
};
struct PaperAnnouncement {
    std::vector<PaperKey> vouchers;
    PaperFields fields;
    std::string reason;
};
struct PaperCorrection {
    PaperKey voucher;
    PaperFields fields;
    std::string reason;
};
struct PaperRef {
    PaperKey voucher;
    std::string reason;
};
struct PaperClaim {
    PaperKey voucher;
    std::string outcome;  // empty: it is claimed now; "refunded", "refused": what the issuer said
    std::string reason;
};

/// What the issuer read of one voucher.
struct PaperReading {
    Region region = Region::flanders;
    PaperNumber number;
    std::string result;           // "ok", "unreadable", "accepted", "rejected"
    std::optional<Date> read_on;  // default today
    std::optional<Date> day;
    std::string worker;  // national number or login, as it could be read
    std::optional<Activity> activity;
    std::string cause;  // for "rejected": one of paper_causes
    std::string reason;
};

struct PaperFilter {
    std::optional<EnterpriseNumber> org;
    std::optional<SiteNumber> site;
    std::optional<Region> region;
    std::optional<PaperState> state;
    std::optional<PaperNumber> number;
    std::optional<IssuanceId> issuance;
    bool to_correct = false;
    Page page;  // sort: org, number, date, due
};

/// The vouchers that can still be corrected.
struct PaperWaiting {
    std::uint64_t vouchers = 0;
    std::optional<Date> first_due;
};

struct PaperAdvance {
    std::uint64_t rejected = 0;
};

class DCADMIN_API Paper {
   public:
    explicit Paper(const Env& env) : env_(env) {}

    /// Those at the sites of who asks; a worker sees those of his services.
    std::uint64_t list(const PaperFilter& filter, const Each<PaperVoucher>& each);
    [[nodiscard]] PaperWaiting waiting(std::optional<EnterpriseNumber> org);

    /// By who holds the zone's right at the site. conflict when the number is kept already in that
    /// region, naming where; unchanged when just so. rule: the company is not accredited for that
    /// region and activity on the day of the service (today, where it is not said), the day has not
    /// come yet, the worker was let out before it. After the customer's last day it is kept with a
    /// remark. Recorded in the company's chain, as all of these.
    Written<PaperVoucher> receive(const NewPaperVoucher& request);
    bulk::Summary receive_rows(const bulk::Source<NewPaperVoucher>& rows,
                               const bulk::Options& options, const bulk::Sink& sink);
    /// Tells the issuer day, worker and activity, which must be known: rule when one lacks. Until
    /// it is in an issuance.
    Written<std::vector<PaperVoucher>> announce(const PaperAnnouncement& request);
    bulk::Summary announce_rows(const bulk::Source<PaperAnnouncement>& rows,
                                const bulk::Options& options, const bulk::Sink& sink);
    /// Through its last day, in Brussels. rule: after it; a day that lies after the reading or
    /// outside what the voucher can pay; a field that still lacks.
    Written<PaperVoucher> correct(const PaperCorrection& request);
    bulk::Summary correct_rows(const bulk::Source<PaperCorrection>& rows,
                               const bulk::Options& options, const bulk::Sink& sink);
    /// One that was entered by mistake, until it is in an issuance.
    Written<PaperVoucher> withdraw(const PaperRef& request);
    bulk::Summary withdraw_rows(const bulk::Source<PaperRef>& rows, const bulk::Options& options,
                                const bulk::Sink& sink);
    /// One that was sent and got lost, on its left strip; then what the issuer said of it. No
    /// source tells the procedure: it is kept, and its number blocked, and no more (secure_zone.md,
    /// section 12, 27).
    Written<PaperVoucher> claim(const PaperClaim& request);
    bulk::Summary claim_rows(const bulk::Source<PaperClaim>& rows, const bulk::Options& options,
                             const bulk::Sink& sink);

    /// By an operator. What lacks is filled in from the announcement; a voucher without day or
    /// worker, in Brussels without any field, is to be corrected until the last day of the term
    /// `correct` from the reading. not_found for a voucher that no company received. Unchanged when
    /// it was read so already, whatever the company did since; conflict when otherwise. usage for
    /// another result or cause.
    Written<PaperVoucher> read(const PaperReading& request);
    bulk::Summary read_rows(const bulk::Source<PaperReading>& rows, const bulk::Options& options,
                            const bulk::Sink& sink);
    /// Rejects what was not corrected by its last day: of a company, or of all. Each once, however
    /// late it runs.
    Written<PaperAdvance> advance(std::optional<EnterpriseNumber> org);

   private:
    const Env& env_;
};

}  // namespace dcadmin
