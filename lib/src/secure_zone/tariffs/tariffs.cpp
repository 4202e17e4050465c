// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/say.h>
#include <dcadmin/secure_zone/tariffs.h>

#include "access/require.h"
#include "audit/recorder.h"
#include "audit/zone_images.h"
#include "bulk/run.h"
#include "secure_zone/stored_word.h"
#include "secure_zone/tariffs/tariffs_sql.h"

#include <dcadmin/base/text.h>

namespace dcadmin {

namespace secure_zone {

namespace {

const Date no_end = Date::of(9999, 12, 31);
constexpr std::int64_t most_cents = 99'999'999;

bool goes_with(TariffKind kind, TariffBasis basis) {
    const bool of_pickup = kind == TariffKind::pickup || kind == TariffKind::vat;
    return of_pickup == (basis == TariffBasis::pickup);
}

void require_sense(const NewTariff& request) {
    if (request.amount.cents() < 1 || request.amount.cents() > most_cents) {
        throw Error(
            Kind::usage, say("{} is not a tariff", request.amount.decimal()),
            say("it takes an amount from 0.01 to {}", Money::from_cents(most_cents).decimal()),
            "amount");
    }
    if (!goes_with(request.kind, request.basis)) {
        throw Error(Kind::usage,
                    say("the day of the {} does not decide a tariff of kind {}",
                        name_of(request.basis), name_of(request.kind)),
                    request.basis == TariffBasis::pickup ? say("one of: issue, service, issuance")
                                                         : say("give pickup"),
                    "basis");
    }
    if (request.hand_in_until && *request.hand_in_until < request.from) {
        throw Error(Kind::usage, "nobody can hand in before the tariff begins",
                    "give a later --hand-in-until", "hand_in_until");
    }
}

Tariff cleaned(const NewTariff& request) {
    require_sense(request);
    std::string source = text::clean(request.source, "source");
    if (source.empty()) {
        throw Error(Kind::usage, "the tariff has no source",
                    "say which law or page says so: --source", "source");
    }
    return {.kind = request.kind,
            .region = request.region,
            .basis = request.basis,
            .amount = request.amount,
            .valid = DateRange::of(request.from, request.until.value_or(no_end)),
            .hand_in_until = request.hand_in_until,
            .source = std::move(source)};
}

Written<Tariff> apply_add(bulk::Work& work, const NewTariff& request) {
    store::Tx& tx = work.tx;
    access::require(tx, access::Operation::catalogue);
    const Tariff tariff = cleaned(request);
    if (has_tariff(tx.db(), tariff)) return {.changed = false, .item = tariff, .remark = {}};
    const std::int64_t id = insert_tariff(tx.db(), tariff, tx.operation());
    const std::string from = tariff.valid.first().iso();
    const std::string until = tariff.valid.last().iso();
    const std::string hand_in = tariff.hand_in_until ? tariff.hand_in_until->iso() : std::string();
    const std::string after =
        audit::image_of(audit::TariffFields{.kind = name_of(tariff.kind),
                                            .region = stored_word(tariff.region),
                                            .basis = name_of(tariff.basis),
                                            .amount = tariff.amount.cents(),
                                            .valid_from = from,
                                            .valid_until = until,
                                            .hand_in_until = hand_in,
                                            .source = tariff.source});
    audit::record(tx, {.chain = audit::system_chain,
                       .subject = "tariff",
                       .verb = "add",
                       .subject_id = id,
                       .before = {},
                       .after = after,
                       .reason = {}});
    return {.changed = true, .item = tariff, .remark = {}};
}

}  // namespace

}  // namespace secure_zone

std::uint64_t Tariffs::list(const TariffFilter& filter, const Each<Tariff>& each) {
    access::enter(env_);
    return secure_zone::list_tariffs(env_.store.db(), filter, each);
}

Written<Tariff> Tariffs::add(const NewTariff& request) {
    return bulk::run_one(env_, "tariff.import",
                         [&](bulk::Work& work) { return secure_zone::apply_add(work, request); });
}

bulk::Summary Tariffs::add_rows(const bulk::Source<NewTariff>& rows, const bulk::Options& options,
                                const bulk::Sink& sink) {
    return bulk::run_rows(env_, "tariff.import", rows, options, sink,
                          [](bulk::Work& work, const NewTariff& request) {
                              return bulk::result_of(secure_zone::apply_add(work, request), "");
                          });
}

}  // namespace dcadmin
