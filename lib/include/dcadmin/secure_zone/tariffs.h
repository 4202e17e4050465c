// SPDX-License-Identifier: Apache-2.0
// Amounts of the secure zone as dated data: the exchange value of a voucher (inruilwaarde), what is
// paid on top of it, the price of a pickup and its VAT, each with its source. Which day decides
// differs from row to row (basis), as does until when one must have handed in. Of the rows that
// hold the one that begins last counts, and of these the newest; rows are added and never changed.
// Where no source tells an amount there is no row, and nothing is guessed.
#pragma once

#include <dcadmin/base/date.h>
#include <dcadmin/base/money.h>
#include <dcadmin/bulk.h>
#include <dcadmin/env.h>
#include <dcadmin/export.h>
#include <dcadmin/secure_zone/vocabulary.h>

#include <cstdint>
#include <optional>
#include <string>

namespace dcadmin {

struct Tariff {
    TariffKind kind = TariffKind::exchange;
    std::optional<Region> region;  // absent: each
    TariffBasis basis = TariffBasis::service;
    Money amount = Money::from_cents(0);  // of vat: percent
    DateRange valid;
    std::optional<Date> hand_in_until;
    std::string source;
};

struct NewTariff {
    TariffKind kind;
    std::optional<Region> region;
    TariffBasis basis;
    Money amount;
    Date from;
    std::optional<Date> until;  // default without end
    std::optional<Date> hand_in_until;
    std::string source;
};

struct TariffFilter {
    std::optional<TariffKind> kind;
    std::optional<Region> region;  // with those of each region
    std::optional<Date> at;        // only those that hold on that day
    Page page;                     // sort: kind, region, from
};

class DCADMIN_API Tariffs {
   public:
    explicit Tariffs(const Env& env) : env_(env) {}

    std::uint64_t list(const TariffFilter& filter, const Each<Tariff>& each);
    /// By an operator. Unchanged when the very same row is there. usage: no source, an amount below
    /// 0.01 or above 999999.99, a basis that does not go with the kind, a last day for handing in
    /// that lies before the first day. Recorded in the system chain.
    Written<Tariff> add(const NewTariff& request);
    bulk::Summary add_rows(const bulk::Source<NewTariff>& rows, const bulk::Options& options,
                           const bulk::Sink& sink);

   private:
    const Env& env_;
};

}  // namespace dcadmin
