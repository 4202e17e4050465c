// SPDX-License-Identifier: Apache-2.0
// Companies of a group (dochterondernemingen): organisations that have a parent. A subsidiary that
// is deactivated begins nothing new in the secure zone: no worker, contract, service, pickup or
// schedule of issuances. What it began goes on to its end: its services are validated, confirmed,
// handed in and paid, for that money is owed. It is the parent that deactivates: its legal
// representative, or who holds the zone's right there, in a session for the parent; he sees how
// much of the subsidiary is open, not what. There is no way back: a company that acts again is
// another accreditation.
//
// Deactivating ends the recurring pickups and takes the coming ones back, so that no driver finds a
// closed door, and makes its workers inactive, so that none enters a service that nobody takes.
// Open issuances keep it from being deactivated, unless it is forced with a reason: they are then
// paid as any others.
#pragma once

#include <dcadmin/base/date.h>
#include <dcadmin/base/enterprise_number.h>
#include <dcadmin/bulk.h>
#include <dcadmin/env.h>
#include <dcadmin/export.h>

#include <cstdint>
#include <optional>
#include <string>

namespace dcadmin {

/// With what depends on it.
struct Subsidiary {
    EnterpriseNumber number;
    std::string name;
    EnterpriseNumber parent;
    std::string state;  // "active", "deactivated"
    std::optional<Date> deactivated_on;
    std::int64_t workers = 0;    // active ones
    std::int64_t services = 0;   // neither refunded nor cancelled, nor to be paid without vouchers
    std::int64_t issuances = 0;  // not paid yet
    std::int64_t pickups = 0;    // coming
    std::int64_t series = 0;     // of pickups that come back
};

struct SubsidiaryFilter {
    std::optional<EnterpriseNumber> org;  // the parent; default the session's
    Page page;                            // sort: name, number
};

struct SubsidiaryEnd {
    std::optional<EnterpriseNumber> org;  // the parent, to be sure; default whose it is
    EnterpriseNumber number;
    std::optional<EnterpriseNumber> confirm;  // the number once more
    bool force = false;
    std::string reason;
};

class DCADMIN_API Subsidiaries {
   public:
    explicit Subsidiaries(const Env& env) : env_(env) {}

    /// By who may see the parent's data.
    std::uint64_t list(const SubsidiaryFilter& filter, const Each<Subsidiary>& each);
    [[nodiscard]] Subsidiary get(EnterpriseNumber number);
    /// By a legal representative of the parent, or who holds the zone's right there. usage, telling
    /// what depends on it, unless the number is confirmed, and for force without a reason; rule for
    /// an organisation without a parent, and for one with open issuances unless forced. Unchanged
    /// when it is deactivated already. Recorded in the subsidiary's chain, with every worker and
    /// pickup that it changes.
    Written<Subsidiary> deactivate(const SubsidiaryEnd& request);
    bulk::Summary deactivate_rows(const bulk::Source<SubsidiaryEnd>& rows,
                                  const bulk::Options& options, const bulk::Sink& sink);

   private:
    const Env& env_;
};

}  // namespace dcadmin
