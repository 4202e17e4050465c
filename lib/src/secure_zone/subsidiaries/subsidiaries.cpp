// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/say.h>
#include <dcadmin/secure_zone/subsidiaries.h>

#include "audit/pickup_images.h"
#include "bulk/run.h"
#include "organisations/find.h"
#include "secure_zone/pickups/asking.h"
#include "secure_zone/pickups/series.h"
#include "secure_zone/record_change.h"
#include "secure_zone/subsidiaries/subsidiaries_sql.h"
#include "secure_zone/workers/find.h"

#include <dcadmin/base/text.h>

#include <fmt/format.h>

namespace dcadmin {

namespace secure_zone {

namespace {

Error unknown_subsidiary(EnterpriseNumber number) {
    return {Kind::not_found, say("no subsidiary {}", number.formatted()),
            "see which there are: dcadmin subsidiary list", "number"};
}

// Who sees the parent sees that it has this daughter; who sees the daughter alone may know that a
// parent decides. `where` is a transaction or an environment.
template <class Where>
SubsidiaryRow seen_subsidiary(store::Db& db, Where& where, EnterpriseNumber number) {
    const auto row = find_subsidiary(db, number);
    if (!row) throw unknown_subsidiary(number);
    if (row->parent_id == 0) {
        if (!access::sees(where, row->id)) throw unknown_subsidiary(number);
        throw Error(Kind::rule, say("{} is no subsidiary", number.formatted()),
                    "an organisation is one when it is added with --parent", "number");
    }
    if (!access::sees(where, row->parent_id)) throw unknown_subsidiary(number);
    return *row;
}

std::string open_services(std::int64_t count) {
    return count == 1 ? say("1 open service") : say("{} open services", count);
}

std::string open_issuances(std::int64_t count) {
    return count == 1 ? say("1 open issuance") : say("{} open issuances", count);
}

std::string dependants(const Subsidiary& one) {
    return fmt::format(
        "{}, {}, {}, {}",
        one.workers == 1 ? say("1 active worker") : say("{} active workers", one.workers),
        open_services(one.services), open_issuances(one.issuances),
        one.pickups == 1 ? say("1 coming pickup") : say("{} coming pickups", one.pickups));
}

void require_confirmed(const SubsidiaryEnd& request, const Subsidiary& one) {
    if (request.confirm == request.number) return;
    const std::string what =
        say("{} ({}) has {}", one.name, one.number.formatted(), dependants(one));
    throw Error(Kind::usage,
                request.confirm
                    ? say("{}; {} was typed to confirm it", what, request.confirm->formatted())
                    : say("{}; deactivating it is not confirmed, and --yes is not enough "
                          "for it",
                          what),
                say("type its number once more: --confirm {}", request.number.digits()), "confirm");
}

void require_settled(const SubsidiaryEnd& request, const Subsidiary& one) {
    if (request.force && text::trimmed(request.reason).empty()) {
        throw Error(Kind::usage, "forcing it needs a reason", "give --reason", "reason");
    }
    if (one.issuances == 0 || request.force) return;
    throw Error(Kind::rule, say("{} has {}", one.number.formatted(), open_issuances(one.issuances)),
                "wait until they are paid, or --force with a reason: they are then paid all the "
                "same",
                "number");
}

void record(store::Tx& tx, std::int64_t id, std::int64_t organisation_id, bool forced,
            const std::string& reason) {
    const std::string day = tx.today().iso();
    const std::string after = audit::image_of(audit::DeactivationFields{
        .organisation_id = organisation_id, .deactivated_on = day, .forced = forced ? 1 : 0});
    record_change(tx, {.organisation_id = organisation_id,
                       .subject = "deactivation",
                       .verb = "deactivate",
                       .subject_id = id,
                       .before = {},
                       .after = after,
                       .reason = reason});
}

std::size_t end_workers(store::Tx& tx, std::int64_t organisation_id, const std::string& reason) {
    const auto logins = active_workers(tx.db(), organisation_id);
    for (const AffiliationNumber login : logins) {
        auto row = find_worker(tx.db(), login);
        if (!row) continue;
        const std::string before = image_of(*row);
        row->inactive_since = tx.now().iso();
        change_worker(tx.db(), *row);
        record_worker(tx, "deactivate", *row, before, reason);
    }
    return logins.size();
}

std::size_t end_pickups(store::Tx& tx, std::int64_t organisation_id, const std::string& reason) {
    std::size_t count = 0;
    for (const SeriesRow& row : running_series(tx.db(), organisation_id)) {
        count += end_series(tx, row, reason).size();
    }
    for (const PickupId id : coming_pickups(tx.db(), organisation_id, tx.today())) {
        auto row = find_pickup(tx.db(), id);
        if (row && take_back(tx, *row, "cancel", reason)) ++count;
    }
    return count;
}

Written<Subsidiary> apply_deactivate(bulk::Work& work, const SubsidiaryEnd& request) {
    store::Tx& tx = work.tx;
    access::enter(tx);
    const SubsidiaryRow row = seen_subsidiary(tx.db(), tx, request.number);
    if (request.org && organisations::get_id(tx, *request.org) != row.parent_id) {
        throw unknown_subsidiary(request.number);
    }
    access::require(tx, access::Operation::subsidiaries, {.organisation = row.parent_id});
    Subsidiary one = shown_subsidiary(tx.db(), row.id, tx.today());
    if (one.deactivated_on) return {.changed = false, .item = std::move(one), .remark = {}};
    require_confirmed(request, one);
    require_settled(request, one);
    const std::int64_t id =
        insert_deactivation(tx.db(), row.id, tx.today(), request.force, tx.operation());
    record(tx, id, row.id, request.force, request.reason);
    const std::size_t pickups = end_pickups(tx, row.id, request.reason);
    const std::size_t workers = end_workers(tx, row.id, request.reason);
    std::string remark = fmt::format(
        "{}, {}",
        workers == 1 ? say("1 worker made inactive") : say("{} workers made inactive", workers),
        pickups == 1 ? say("1 coming pickup taken back")
                     : say("{} coming pickups taken back", pickups));
    if (one.services + one.issuances > 0) {
        remark +=
            say("; {} and {} go on", open_services(one.services), open_issuances(one.issuances));
    }
    return {.changed = true,
            .item = shown_subsidiary(tx.db(), row.id, tx.today()),
            .remark = std::move(remark)};
}

}  // namespace

}  // namespace secure_zone

std::uint64_t Subsidiaries::list(const SubsidiaryFilter& filter, const Each<Subsidiary>& each) {
    const auto sight = access::sight_of(env_, access::Operation::read_company);
    std::optional<std::int64_t> parent;
    if (filter.org) parent = organisations::get_id(env_, *filter.org);
    return secure_zone::list_subsidiaries(env_.store.db(), parent, filter.page, sight,
                                          env_.clock.today(), each);
}

Subsidiary Subsidiaries::get(EnterpriseNumber number) {
    access::enter(env_);
    store::Db& db = env_.store.db();
    const auto row = secure_zone::seen_subsidiary(db, env_, number);
    access::require(env_, access::Operation::read_company, {.organisation = row.parent_id});
    return secure_zone::shown_subsidiary(db, row.id, env_.clock.today());
}

Written<Subsidiary> Subsidiaries::deactivate(const SubsidiaryEnd& request) {
    return bulk::run_one(env_, "subsidiary.deactivate", [&](bulk::Work& work) {
        return secure_zone::apply_deactivate(work, request);
    });
}

bulk::Summary Subsidiaries::deactivate_rows(const bulk::Source<SubsidiaryEnd>& rows,
                                            const bulk::Options& options, const bulk::Sink& sink) {
    return bulk::run_rows(env_, "subsidiary.deactivate", rows, options, sink,
                          [](bulk::Work& work, const SubsidiaryEnd& request) {
                              const auto written = secure_zone::apply_deactivate(work, request);
                              return bulk::result_of(written, written.item.number.digits());
                          });
}

}  // namespace dcadmin
