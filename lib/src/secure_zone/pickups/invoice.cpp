// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/say.h>
#include <dcadmin/secure_zone/pickup_invoice.h>

#include "organisations/find.h"
#include "secure_zone/pickups/invoice_sql.h"

#include <dcadmin/error.h>

#include <fmt/format.h>

#include <algorithm>

namespace dcadmin {

namespace secure_zone {

namespace {

constexpr std::int64_t whole = 10'000;  // a hundred percent, in hundredths of one

Rate require_rate(store::Db& db, TariffKind kind, const PickupInvoiceLine& line) {
    if (auto rate = rate_holding(db, kind, line.region, line.day)) return *rate;
    throw Error(Kind::rule,
                kind == TariffKind::vat
                    ? say("no sourced row says what the VAT of {} for {} was on {}",
                          line.pickup.text(), name_of(line.region), line.day.formatted())
                    : say("no sourced row says what the price of {} for {} was on {}",
                          line.pickup.text(), name_of(line.region), line.day.formatted()),
                "add one with its source: dcadmin tariff import", "month");
}

std::string percent(std::int64_t hundredths) {
    if (hundredths % 100 == 0) return fmt::format("{}", hundredths / 100);
    return fmt::format("{}.{:02}", hundredths / 100, hundredths % 100);
}

// Adds up one company's invoice, line by line.
class Sum {
   public:
    Sum(store::Db& db, PickupInvoice& invoice) : db_(db), invoice_(invoice) {}

    void add(PickupInvoiceLine line) {
        Rate price = require_rate(db_, TariffKind::pickup, line);
        const Rate vat = require_rate(db_, TariffKind::vat, line);
        line.amount = Money::from_cents(price.amount);
        line.source = std::move(price.source);
        vat_ += price.amount * vat.amount;
        if (std::ranges::find(rates_, vat.amount) == rates_.end()) rates_.push_back(vat.amount);
        invoice_.excluding = invoice_.excluding + line.amount;
        invoice_.lines.push_back(std::move(line));
        // Once for all of them: what has been added so far, half a cent up.
        invoice_.vat = Money::from_cents((vat_ + whole / 2) / whole);
        invoice_.including = invoice_.excluding + invoice_.vat;
        invoice_.vat_percent.clear();
        for (const std::int64_t rate : rates_) {
            invoice_.vat_percent += (invoice_.vat_percent.empty() ? "" : ", ") + percent(rate);
        }
    }

   private:
    store::Db& db_;
    PickupInvoice& invoice_;
    std::int64_t vat_ = 0;  // cents times hundredths of a percent
    std::vector<std::int64_t> rates_;
};

}  // namespace

}  // namespace secure_zone

std::vector<PickupInvoice> PickupInvoices::of(const PickupInvoiceFilter& filter) {
    using namespace secure_zone;
    store::Db& db = env_.store.db();
    const auto sight = access::sight_of(env_, access::Operation::read_refunds);
    // An invoice is of all sites of a company, whatever sites he has who may see it.
    std::optional<std::int64_t> organisation;
    if (sight.organisation != 0) organisation = sight.organisation;
    if (filter.org) {
        organisation = organisations::get_id(env_, *filter.org);
        access::require(env_, access::Operation::read_refunds, {.organisation = *organisation});
    }
    std::vector<PickupInvoice> all;
    const Date yesterday = env_.clock.today().plus_days(-1);
    if (yesterday < filter.month.first()) return all;
    const Date last = std::min(filter.month.last(), yesterday);
    std::vector<CarriedOut> pickups;
    carried_out(db, DateRange::of(filter.month.first(), last), organisation, sight,
                [&](const CarriedOut& one) { pickups.push_back(one); });
    for (auto at = pickups.begin(); at != pickups.end();) {
        PickupInvoice invoice{.org = at->org,
                              .org_name = at->org_name,
                              .month = filter.month,
                              .complete = yesterday >= filter.month.last(),
                              .lines = {},
                              .vat_percent = {}};
        Sum sum(db, invoice);
        for (; at != pickups.end() && at->org == invoice.org; ++at) sum.add(at->line);
        all.push_back(std::move(invoice));
    }
    return all;
}

}  // namespace dcadmin
