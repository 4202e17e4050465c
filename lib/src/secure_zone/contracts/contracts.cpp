// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/say.h>
#include <dcadmin/secure_zone/contracts.h>

#include "audit/zone_images.h"
#include "bulk/run.h"
#include "organisations/find.h"
#include "secure_zone/contracts/contracts_sql.h"
#include "secure_zone/record_change.h"
#include "secure_zone/subsidiaries/acting.h"
#include "secure_zone/workers/find.h"

#include <dcadmin/base/text.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace dcadmin {

namespace secure_zone {

namespace {

const Date no_end = Date::of(9999, 12, 31);

std::string image(const ContractRow& row) {
    const std::string from = row.period.first().iso();
    const std::string until = row.period.last().iso();
    return audit::image_of(audit::ContractFields{.worker_id = row.worker_id,
                                                 .context_id = row.context_id,
                                                 .valid_from = from,
                                                 .valid_until = until,
                                                 .hours = row.hours.hundredths()});
}

void record(store::Tx& tx, std::string_view verb, const WorkerRow& worker, const ContractRow& row,
            const std::string& before, const std::string& given) {
    const std::string after = image(row);
    record_change(tx, {.organisation_id = worker.organisation_id,
                       .subject = "contract",
                       .verb = verb,
                       .subject_id = row.id,
                       .before = before,
                       .after = after,
                       .reason = given});
}

std::int64_t require_establishment(store::Tx& tx, const WorkerRow& worker,
                                   EstablishmentNumber site) {
    const std::int64_t id =
        require_site(tx.db(), worker.organisation_id, SiteNumber::from_stored(site.value()));
    WorkerRow there = worker;
    there.context_id = id;
    access::require(tx, access::Operation::workers, subject_of(there));
    return id;
}

std::string there_already(AffiliationNumber login, DateRange period) {
    const auto first = period.first().formatted();
    if (period.last() == no_end) {
        return say("{} has a contract there from {} without end", login.digits(), first);
    }
    return say("{} has a contract there from {} until {}", login.digits(), first,
               period.last().formatted());
}

Written<Contract> apply_contract(bulk::Work& work, const NewContract& request) {
    store::Tx& tx = work.tx;
    const WorkerRow worker = require_worker(tx, request.worker, access::Operation::workers);
    require_acting(tx, worker.organisation_id);
    const Date last = request.until.value_or(no_end);
    if (last < request.from) {
        throw Error(Kind::usage, "it would end before it begins", "give a later --until", "until");
    }
    ContractRow row{.id = 0,
                    .worker_id = worker.id,
                    .context_id = require_establishment(tx, worker, request.site),
                    .period = DateRange::of(request.from, last),
                    .hours = request.hours};
    for (const ContractRow& there : contracts_within(tx.db(), worker.id, row.period)) {
        if (there.context_id != row.context_id) continue;
        if (there.period == row.period && there.hours == row.hours) {
            return {.changed = false,
                    .item = shown_contract(tx.db(), there.id, tx.today()),
                    .remark = {}};
        }
        throw Error(
            Kind::conflict, there_already(worker.login, there.period),
            say("end it first: dcadmin contract end --worker {} --on DATE", worker.login.digits()),
            "from");
    }
    row.id = insert_contract(tx.db(), row, tx.operation());
    record(tx, "add", worker, row, {}, request.reason);
    return {.changed = true, .item = shown_contract(tx.db(), row.id, tx.today()), .remark = {}};
}

ContractRow running(store::Tx& tx, const WorkerRow& worker, const ContractEnd& request, Date on) {
    auto rows = contracts_within(tx.db(), worker.id, DateRange::of(on, on));
    if (request.site) {
        const std::int64_t site = require_establishment(tx, worker, *request.site);
        std::erase_if(rows, [&](const ContractRow& row) { return row.context_id != site; });
    }
    if (rows.empty()) {
        throw Error(
            Kind::not_found,
            say("{} has no contract that runs on {}", worker.login.digits(), on.formatted()),
            say("see which he has: dcadmin contract list --worker {}", worker.login.digits()),
            "worker");
    }
    if (rows.size() > 1) {
        throw Error(
            Kind::usage,
            say("{} has {} contracts on {}", worker.login.digits(), rows.size(), on.formatted()),
            "say at which establishment: --site NUMBER", "site");
    }
    return rows.front();
}

Written<Contract> apply_end(bulk::Work& work, const ContractEnd& request) {
    store::Tx& tx = work.tx;
    const WorkerRow worker = require_worker(tx, request.worker, access::Operation::workers);
    const Date on = request.on.value_or(tx.today());
    ContractRow row = running(tx, worker, request, on);
    WorkerRow there = worker;
    there.context_id = row.context_id;
    access::require(tx, access::Operation::workers, subject_of(there));
    const bool changed = row.period.last() != on;
    if (changed) {
        const std::string before = image(row);
        row.period = DateRange::of(row.period.first(), on);
        set_contract_end(tx.db(), row.id, on);
        record(tx, "end", worker, row, before, request.reason);
    }
    return {.changed = changed, .item = shown_contract(tx.db(), row.id, tx.today()), .remark = {}};
}

void require_contract_state(const std::string& state) {
    constexpr std::array<std::string_view, 4> states{"", "active", "future", "ended"};
    if (std::ranges::find(states, state) != states.end()) return;
    throw Error(Kind::usage, say("{} is not a state of contracts", text::quoted(state)),
                "one of: active, future, ended", "state");
}

}  // namespace

}  // namespace secure_zone

WeeklyHours WeeklyHours::parse(std::string_view text) {
    constexpr std::int64_t most = 5'000;
    const auto bad = [&] {
        return Error(Kind::usage, say("{} is no number of hours", text::quoted(text)),
                     "hours per week, such as 19 or 19.5; 50 at most", "hours");
    };
    const std::string_view all = text::trimmed(text);
    const auto point = all.find_first_of(".,");
    std::string digits(all.substr(0, point));
    std::string rest(point == std::string_view::npos ? "" : all.substr(point + 1));
    const bool pointless = point != std::string_view::npos && rest.empty();
    if (digits.empty() || digits.size() > 2 || rest.size() > 2 || pointless) throw bad();
    rest.resize(2, '0');
    digits += rest;
    std::int64_t value = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    const bool whole = read.ec == std::errc() && read.ptr == digits.data() + digits.size();
    if (!whole || value <= 0 || value > most) throw bad();
    return WeeklyHours(value);
}

std::string WeeklyHours::text() const {
    return fmt::format("{}.{:02}", hundredths_ / 100, hundredths_ % 100);
}

std::uint64_t Contracts::list(const ContractFilter& filter, const Each<Contract>& each) {
    secure_zone::require_contract_state(filter.state);
    const auto sight = access::sight_of(env_, access::Operation::read_zone);
    std::optional<std::int64_t> organisation;
    if (filter.org) organisation = organisations::get_id(env_, *filter.org);
    return secure_zone::list_contracts(env_.store.db(), filter, organisation, sight,
                                       filter.at.value_or(env_.clock.today()), each);
}

Written<Contract> Contracts::add(const NewContract& request) {
    return bulk::run_one(env_, "contract.add", [&](bulk::Work& work) {
        return secure_zone::apply_contract(work, request);
    });
}

bulk::Summary Contracts::add_rows(const bulk::Source<NewContract>& rows,
                                  const bulk::Options& options, const bulk::Sink& sink) {
    return bulk::run_rows(env_, "contract.add", rows, options, sink,
                          [](bulk::Work& work, const NewContract& request) {
                              const auto written = secure_zone::apply_contract(work, request);
                              return bulk::result_of(written, written.item.worker.digits());
                          });
}

Written<Contract> Contracts::end(const ContractEnd& request) {
    return bulk::run_one(env_, "contract.end",
                         [&](bulk::Work& work) { return secure_zone::apply_end(work, request); });
}

bulk::Summary Contracts::end_rows(const bulk::Source<ContractEnd>& rows,
                                  const bulk::Options& options, const bulk::Sink& sink) {
    return bulk::run_rows(env_, "contract.end", rows, options, sink,
                          [](bulk::Work& work, const ContractEnd& request) {
                              const auto written = secure_zone::apply_end(work, request);
                              return bulk::result_of(written, written.item.worker.digits());
                          });
}

}  // namespace dcadmin
