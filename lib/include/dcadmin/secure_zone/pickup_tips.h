// SPDX-License-Identifier: Apache-2.0
// What is to be prepared for the carrier (tips voor de ophaling), reckoned from what is open: which
// bundles of paper vouchers wait, one of each region and month of the service with a slip of its
// own
// ([S31] of the sheet of the secure zone), for which of them the slip is missing, when the carrier
// can come next and until when he can be asked, who must be there when he comes, and which days off
// are ahead.
#pragma once

#include <dcadmin/base/clock.h>
#include <dcadmin/base/date.h>
#include <dcadmin/base/enterprise_number.h>
#include <dcadmin/base/ids.h>
#include <dcadmin/base/site_number.h>
#include <dcadmin/env.h>
#include <dcadmin/export.h>
#include <dcadmin/secure_zone/vocabulary.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dcadmin {

/// One thing to do or to know.
struct PickupTip {
    /// "bundle": vouchers that are one bundle; "slip": those of it for which there is no slip yet;
    /// "undated": vouchers without the day of the service, which are in no bundle; "too-late":
    /// those that can be handed in no more; "next": the next day on which the carrier can come;
    /// "presence": who must be there; "closed": nobody can be there on a day for which he is asked;
    /// "unasked": vouchers wait at a site and nobody is asked to come; "day-off": a holiday or
    /// closing day ahead.
    std::string kind;
    std::optional<SiteNumber> site;
    std::optional<Region> region;
    std::string month;  // of the services: "2026-10"
    std::optional<std::int64_t> vouchers;
    std::optional<Date> day;  // the carrier comes, is off, or the last to hand the vouchers in
    std::optional<Timestamp> until;  // the last moment to ask for it
    std::optional<PickupId> pickup;
    std::string text;  // all of it, as a sentence
};

struct TipsFilter {
    EnterpriseNumber org;
    std::optional<SiteNumber> site;
};

class DCADMIN_API PickupTips {
   public:
    explicit PickupTips(const Env& env) : env_(env) {}

    /// Of the sites of who asks, in the order in which they are worth doing. not_found for a site
    /// of another company.
    [[nodiscard]] std::vector<PickupTip> of(const TipsFilter& filter);

   private:
    const Env& env_;
};

}  // namespace dcadmin
