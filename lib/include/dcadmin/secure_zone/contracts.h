// SPDX-License-Identifier: Apache-2.0
// Employment contracts of workers: where, from when until when, for how many hours a week. Wallonia
// and Brussels want them of each worker, with the establishment unit that he belongs to; Flanders
// does not, and they may be kept there all the same ([S22b], [S86], [S87] of the sheet of the
// secure zone).
#pragma once

#include <dcadmin/base/date.h>
#include <dcadmin/base/enterprise_number.h>
#include <dcadmin/base/site_number.h>
#include <dcadmin/bulk.h>
#include <dcadmin/env.h>
#include <dcadmin/export.h>
#include <dcadmin/secure_zone/vocabulary.h>

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dcadmin {

/// Hours of work per week, to the hundredth.
class DCADMIN_API WeeklyHours {
   public:
    /// "19", "19.5", "19,50"; more than 0 and 50 at most. Refused with usage otherwise.
    static WeeklyHours parse(std::string_view text);
    static constexpr WeeklyHours from_stored(std::int64_t hundredths) {
        return WeeklyHours(hundredths);
    }
    [[nodiscard]] constexpr std::int64_t hundredths() const { return hundredths_; }
    /// "19.50"
    [[nodiscard]] std::string text() const;
    auto operator<=>(const WeeklyHours&) const = default;

   private:
    explicit constexpr WeeklyHours(std::int64_t hundredths) : hundredths_(hundredths) {}
    std::int64_t hundredths_;
};

struct Contract {
    AffiliationNumber worker;
    std::string name;
    EnterpriseNumber org;
    SiteNumber site;
    DateRange period;  // until 9999-12-31 when without end
    WeeklyHours hours;
    std::string state;  // of the day asked for: "active", "future", "ended"
};

struct NewContract {
    AffiliationNumber worker;
    EstablishmentNumber site;
    Date from;
    std::optional<Date> until;  // default: without end
    WeeklyHours hours;
    std::string reason;
};

struct ContractEnd {
    AffiliationNumber worker;
    std::optional<EstablishmentNumber> site;  // needed when he has several on that day
    std::optional<Date> on;                   // the last day; default today
    std::string reason;
};

struct ContractFilter {
    std::optional<EnterpriseNumber> org;
    std::optional<AffiliationNumber> worker;
    std::string state;       // "active", "future", "ended"; empty: all
    std::optional<Date> at;  // default today
    Page page;               // sort: name, from, until
};

class DCADMIN_API Contracts {
   public:
    explicit Contracts(const Env& env) : env_(env) {}

    /// As Workers::list.
    std::uint64_t list(const ContractFilter& filter, const Each<Contract>& each);
    /// By who holds the zone's right at the site. Unchanged when it is there; conflict when another
    /// at that establishment overlaps it; not_found for an establishment that is not the company's;
    /// usage for an end before the beginning. Recorded in the company's chain.
    Written<Contract> add(const NewContract& request);
    bulk::Summary add_rows(const bulk::Source<NewContract>& rows, const bulk::Options& options,
                           const bulk::Sink& sink);
    /// Ends the contract that runs on that day. not_found when none does; usage when several do and
    /// no establishment is said. As add().
    Written<Contract> end(const ContractEnd& request);
    bulk::Summary end_rows(const bulk::Source<ContractEnd>& rows, const bulk::Options& options,
                           const bulk::Sink& sink);

   private:
    const Env& env_;
};

}  // namespace dcadmin
