// SPDX-License-Identifier: Apache-2.0
// Pickups (ophalingen): the carrier comes for the paper vouchers of a site, on a working day,
// between 08:30 and 17:00 ([S91] of the sheet of the secure zone). The deck: none is asked for the
// next day after 12:30; here for any day until 12:30:00, in Brussels, of the last working day
// before it. When the carrier did not come, it comes on the next working day by itself and for
// nothing ([S91]): the first pickup is then postponed, and only what came in its place is paid.
#pragma once

#include <dcadmin/base/contact.h>
#include <dcadmin/base/date.h>
#include <dcadmin/base/enterprise_number.h>
#include <dcadmin/base/ids.h>
#include <dcadmin/base/site_number.h>
#include <dcadmin/bulk.h>
#include <dcadmin/env.h>
#include <dcadmin/export.h>
#include <dcadmin/secure_zone/vocabulary.h>

#include <optional>
#include <string>

namespace dcadmin {

struct Pickup {
    PickupId id;
    EnterpriseNumber org;
    SiteNumber site;
    std::string site_name;
    Region region = Region::flanders;
    Date day;
    PersonId contact;
    std::string name;                  // of the contact
    std::optional<PhoneNumber> phone;  // none once he was erased
    int bags = 1;
    std::string state;                     // "coming" (today too), "past", "cancelled", "postponed"
    std::optional<PickupSeriesId> series;  // that it is an occurrence of
    std::optional<PickupId> postponed_to;  // what came in its place
};

struct NewPickup {
    EnterpriseNumber org;
    SiteNumber site;
    Date day;
    PersonRef contact;
    PhoneNumber phone;
    Region region = Region::flanders;
    int bags = 1;
    bool next_when_late = false;  // take the next possible day in the place of a refusal
    std::string reason;
};

struct PickupRef {
    PickupId id;
    std::string reason;
};

struct PickupFilter {
    std::optional<EnterpriseNumber> org;
    std::optional<SiteNumber> site;
    std::optional<Region> region;
    std::string state = "coming";  // "coming", "past", "cancelled", "postponed", "all"
    std::optional<Date> from;
    std::optional<Date> until;
    Page page;  // sort: day, org, site
};

class DCADMIN_API Pickups {
   public:
    explicit Pickups(const Env& env) : env_(env) {}

    /// Those of the sites of who asks. usage for another state.
    std::uint64_t list(const PickupFilter& filter, const Each<Pickup>& each);
    /// By who holds the zone's right at the site. rule, with the next possible day, after 12:30 of
    /// the last working day before and for a day that is none (weekend, holiday, closing day of the
    /// issuer or the company); rule for a contact who does not work there; not_found for a site of
    /// another company. Unchanged when it is asked for already; conflict when with another contact,
    /// telephone or number of bags. Recorded in the company's chain.
    Written<Pickup> request(const NewPickup& request);
    bulk::Summary request_rows(const bulk::Source<NewPickup>& rows, const bulk::Options& options,
                               const bulk::Sink& sink);
    /// Until the day before. rule once the day has come. As request().
    Written<Pickup> cancel(const PickupRef& request);
    bulk::Summary cancel_rows(const bulk::Source<PickupRef>& rows, const bulk::Options& options,
                              const bulk::Sink& sink);

    /// The carrier did not come: says so of a pickup of today or before, and puts one on the next
    /// working day of carrier and company in its place, or finds the one that is asked for then
    /// already. Unchanged, with the same answer, when it was said before. rule for one that is
    /// still to come or was taken back. Answers the one in its place. As request().
    Written<Pickup> postpone(const PickupRef& request);
    bulk::Summary postpone_rows(const bulk::Source<PickupRef>& rows, const bulk::Options& options,
                                const bulk::Sink& sink);

   private:
    const Env& env_;
};

}  // namespace dcadmin
