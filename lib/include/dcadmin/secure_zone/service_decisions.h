// SPDX-License-Identifier: Apache-2.0
// What company and customer decide about a service, and what time decides when they do not. The
// company validates, changes or cancels it; the customer confirms or disputes it; either comments.
// Terms that ran out are reckoned with whether or not advance() has come by, so no answer depends
// on when a timer ran. The states and what may follow which: services/machine.h; terms:
// <…/terms.h>.
#pragma once

#include <dcadmin/bulk.h>
#include <dcadmin/env.h>
#include <dcadmin/export.h>
#include <dcadmin/secure_zone/service.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dcadmin {

/// By its id, or by the company and the issuer's Work ID.
struct ServiceRef {
    std::optional<ServiceId> id;
    std::optional<std::string> work_id;
    std::optional<EnterpriseNumber> org;
};

struct ServiceDecision {
    ServiceRef service;
    std::string comment;
    std::string reason;
};

/// What is absent stays as it is.
struct ServiceUpdate {
    ServiceRef service;
    std::optional<Date> day;
    std::optional<int> hours;
    std::optional<Activity> activity;
    std::string comment;
    std::string reason;
};

/// Services that wait for their company, performed until a day.
struct ServicesToValidate {
    std::optional<EnterpriseNumber> org;
    std::optional<AffiliationNumber> worker;
    Date until;
    std::string reason;
};

struct ServiceTotal {
    std::int64_t services = 0;
    std::int64_t hours = 0;
};

/// How many services went through which event.
struct Advanced {
    std::int64_t validated = 0;  // the company had said nothing
    std::int64_t confirmed = 0;  // the customer had said nothing
    std::int64_t allocated = 0;  // vouchers were found, for some hours or all
    std::int64_t outside = 0;    // too old for any voucher
    auto operator<=>(const Advanced&) const = default;
};

class DCADMIN_API ServiceDecisions {
   public:
    explicit ServiceDecisions(const Env& env) : env_(env) {}

    /// By who holds the zone's right at the worker's site. The customer is told, and his term runs.
    /// Unchanged when the company has validated it, or time has. rule: it was cancelled; it is
    /// disputed and the comment is empty, for then the company answers. usage: neither id nor Work
    /// ID and company. Recorded in the history and the company's chain, as all below.
    Written<Service> validate(const ServiceDecision& request);
    /// All of them, or none.
    Written<std::vector<Service>> validate(const std::vector<ServiceDecision>& requests);
    bulk::Summary validate_rows(const bulk::Source<ServiceDecision>& rows,
                                const bulk::Options& options, const bulk::Sink& sink);
    /// All that wait for the company at the sites of who asks, as one.
    ServiceTotal validate_all(const ServicesToValidate& request);

    /// A changed service is validated by that (deck), and the customer confirms it by hand: no term
    /// runs ([S01] of the sheet). rule after its confirmation; usage for hours outside 1..9, a day
    /// to come, or nothing to change. Unchanged when it is so already.
    Written<Service> update(const ServiceUpdate& request);
    bulk::Summary update_rows(const bulk::Source<ServiceUpdate>& rows, const bulk::Options& options,
                              const bulk::Sink& sink);
    /// usage without a comment (deck); rule after its confirmation.
    Written<Service> cancel(const ServiceDecision& request);
    bulk::Summary cancel_rows(const bulk::Source<ServiceDecision>& rows,
                              const bulk::Options& options, const bulk::Sink& sink);

    /// By the customer alone (security.md, 2.3). In Flanders since 01/06/2025 also before the
    /// company validates. Vouchers are allocated at once. rule: it was cancelled, is disputed, or
    /// is not validated yet.
    Written<Service> confirm(const ServiceDecision& request);
    bulk::Summary confirm_rows(const bulk::Source<ServiceDecision>& rows,
                               const bulk::Options& options, const bulk::Sink& sink);
    /// usage without a comment; rule once it is confirmed, by him or by time.
    Written<Service> dispute(const ServiceDecision& request);
    bulk::Summary dispute_rows(const bulk::Source<ServiceDecision>& rows,
                               const bulk::Options& options, const bulk::Sink& sink);
    /// A comment of the company, or of the customer when he is signed in as himself. usage for an
    /// empty one. Never unchanged: whoever writes twice has written twice.
    Written<Service> comment(const ServiceDecision& request);
    bulk::Summary comment_rows(const bulk::Source<ServiceDecision>& rows,
                               const bulk::Options& options, const bulk::Sink& sink);

    /// Lets all terms run out that have, with the day on which each did, allocates vouchers to what
    /// waits for them, and gives up what no voucher may pay any more: of one company or of all.
    /// However late or often it runs, each happens exactly once. A company is one transaction.
    Advanced advance(std::optional<EnterpriseNumber> org);

   private:
    const Env& env_;
};

}  // namespace dcadmin
