// SPDX-License-Identifier: Apache-2.0
// Terms of the secure zone as dated data: how long a company has to validate a service, its user to
// confirm it, how long a voucher holds, and so on, each with its source. The day on which a term
// begins to run decides which row holds: of those that contain it the one that begins last, and of
// these the newest. Rows are added and never changed. With the policy zone.profile at 2020 the rows
// of 29/10/2020, the day the zone of the deck went live, hold whatever the day.
#pragma once

#include <dcadmin/base/date.h>
#include <dcadmin/bulk.h>
#include <dcadmin/env.h>
#include <dcadmin/export.h>
#include <dcadmin/secure_zone/vocabulary.h>

#include <cstdint>
#include <optional>
#include <string>

namespace dcadmin {

struct TermLength {
    int count = 0;
    TermUnit unit = TermUnit::working_days;
    bool operator==(const TermLength&) const = default;
};
/// "5 working days"
[[nodiscard]] DCADMIN_API std::string words_of(TermLength length);

struct LegalTerm {
    TermKind kind = TermKind::validate;
    Region region = Region::flanders;
    std::optional<EnteredBy> entered_by;  // absent: either
    std::optional<Channel> channel;       // absent: either
    TermLength length;
    DateRange valid;
    std::string source;
};
struct NewLegalTerm {
    TermKind kind;
    Region region;
    std::optional<EnteredBy> entered_by;
    std::optional<Channel> channel;
    TermLength length;
    Date from;
    std::optional<Date> until;  // default without end
    std::string source;
};

struct TermFilter {
    std::optional<TermKind> kind;
    std::optional<Region> region;
    std::optional<Date> at;  // only those that hold on that day
    Page page;               // sort: kind, region, from
};

class DCADMIN_API Terms {
   public:
    explicit Terms(const Env& env) : env_(env) {}

    std::uint64_t list(const TermFilter& filter, const Each<LegalTerm>& each);
    /// By an operator. Unchanged when the very same row is there. usage: no source, a length
    /// outside 1..999, months for what is counted in days or days for what is counted in months.
    /// Recorded in the system chain.
    Written<LegalTerm> add(const NewLegalTerm& request);
    bulk::Summary add_rows(const bulk::Source<NewLegalTerm>& rows, const bulk::Options& options,
                           const bulk::Sink& sink);

   private:
    const Env& env_;
};

}  // namespace dcadmin
