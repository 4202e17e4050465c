// SPDX-License-Identifier: Apache-2.0
// What the pickups of a month cost a company (factuur van ophalingen): those that were carried out,
// each at the tariff of its day and region, and VAT on them together. A pickup that was taken back
// costs nothing; one for which the carrier did not come costs nothing either, for only what came in
// its place is counted ([S91] of the sheet of the secure zone). VAT is rounded once for the whole
// invoice, half a cent up (section 12, 17). Amounts are dated rows with a source (tariffs.h); where
// none covers a day there is no invoice but an answer that says so.
#pragma once

#include <dcadmin/base/date.h>
#include <dcadmin/base/enterprise_number.h>
#include <dcadmin/base/ids.h>
#include <dcadmin/base/money.h>
#include <dcadmin/base/month.h>
#include <dcadmin/base/site_number.h>
#include <dcadmin/env.h>
#include <dcadmin/export.h>
#include <dcadmin/secure_zone/vocabulary.h>

#include <optional>
#include <string>
#include <vector>

namespace dcadmin {

struct PickupInvoiceLine {
    PickupId pickup;
    Date day;
    SiteNumber site;
    std::string site_name;
    Region region = Region::flanders;
    bool postponed = false;  // it came in the place of another
    Money amount = Money::from_cents(0);
    std::string source;  // of the amount
};

struct PickupInvoice {
    EnterpriseNumber org;
    std::string org_name;
    Month month;
    bool complete = true;  // false as long as the month has not ended
    std::vector<PickupInvoiceLine> lines;
    Money excluding = Money::from_cents(0);
    std::string vat_percent;  // "21"; several where the rate changed in that month
    Money vat = Money::from_cents(0);
    Money including = Money::from_cents(0);
};

struct PickupInvoiceFilter {
    Month month;
    std::optional<EnterpriseNumber> org;  // default the session's; without one every company
};

class DCADMIN_API PickupInvoices {
   public:
    explicit PickupInvoices(const Env& env) : env_(env) {}

    /// By company; a company without pickups in that month has none. Of all its sites, for whoever
    /// may see its refunds. rule, naming the day, when no sourced tariff or rate of VAT covers it.
    [[nodiscard]] std::vector<PickupInvoice> of(const PickupInvoiceFilter& filter);

   private:
    const Env& env_;
};

}  // namespace dcadmin
