// SPDX-License-Identifier: Apache-2.0
// Accredited companies (erkende ondernemingen). An organisation is one for a region while the
// region accredits it, under a number and for certain activities; one accreditation per region
// (secure_zone.md, section 6). No company accredits itself: the issuer keeps these.
#pragma once

#include <dcadmin/base/date.h>
#include <dcadmin/base/enterprise_number.h>
#include <dcadmin/bulk.h>
#include <dcadmin/env.h>
#include <dcadmin/export.h>
#include <dcadmin/secure_zone/accreditation_number.h>
#include <dcadmin/secure_zone/vocabulary.h>

#include <optional>
#include <string>
#include <vector>

namespace dcadmin {

struct Accreditation {
    EnterpriseNumber org;
    std::string org_name;
    Region region = Region::flanders;
    AccreditationNumber number;
    std::vector<Activity> activities;
    DateRange valid;
    std::string state;  // "active", "future", "ended"
};

/// What is absent stays as it is; for a new accreditation: household help, from today, without end.
struct CompanyUpdate {
    EnterpriseNumber org;
    AccreditationNumber number;  // its letter tells the region
    std::optional<std::vector<Activity>> activities;
    std::optional<Date> from;
    std::optional<Date> until;
    std::string reason;
};

struct CompanyFilter {
    std::optional<EnterpriseNumber> org;
    std::optional<Region> region;
    std::string state;       // empty: whatever
    std::optional<Date> at;  // as of that day; default today
    Page page;               // sort: org, name, region, number
};

class DCADMIN_API Companies {
   public:
    explicit Companies(const Env& env) : env_(env) {}

    /// Accreditations, of one company or of all that who acts may see.
    std::uint64_t list(const CompanyFilter& filter, const Each<Accreditation>& each);
    /// By an operator. Unchanged when it is so already. not_found: no such organisation; conflict:
    /// another company has that number; usage: an end before the begin, no activity. Recorded in
    /// the company's chain.
    Written<Accreditation> update(const CompanyUpdate& request);
    bulk::Summary update_rows(const bulk::Source<CompanyUpdate>& rows, const bulk::Options& options,
                              const bulk::Sink& sink);

   private:
    const Env& env_;
};

}  // namespace dcadmin
