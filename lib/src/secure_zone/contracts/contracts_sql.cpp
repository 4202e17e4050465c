// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/contracts/contracts_sql.h"

#include "store/listing.h"

#include <dcadmin/error.h>

#include <fmt/format.h>

namespace dcadmin::secure_zone {

namespace {

constexpr std::string_view columns = R"(
    SELECT w.login,
           CASE WHEN p.number > 0 THEN p.first_name || ' ' || p.last_name ELSE '(erased)' END,
           o.number, s.number, c.valid_from, c.valid_until, c.hours)";
constexpr std::string_view from_where = R"(
    FROM contract c
    JOIN worker w ON w.id = c.worker_id
    JOIN organisation o ON o.id = w.organisation_id
    JOIN person p ON p.id = w.person_id
    JOIN context_value s ON s.id = c.context_id)";

std::uint64_t number_of(const store::Statement& row, int column) {
    return static_cast<std::uint64_t>(row.integer(column));
}

std::string state_on(DateRange period, Date day) {
    if (day < period.first()) return "future";
    return day > period.last() ? "ended" : "active";
}

Contract contract_from(const store::Statement& row, Date day) {
    const auto period = DateRange::of(Date::parse(row.text(4)), Date::parse(row.text(5)));
    return {.worker = AffiliationNumber::from_stored(number_of(row, 0)),
            .name = row.string(1),
            .org = EnterpriseNumber::from_stored(number_of(row, 2)),
            .site = SiteNumber::from_stored(number_of(row, 3)),
            .period = period,
            .hours = WeeklyHours::from_stored(row.integer(6)),
            .state = state_on(period, day)};
}

}  // namespace

std::vector<ContractRow> contracts_within(store::Db& db, std::int64_t worker_id, DateRange period) {
    const std::string first = period.first().iso();
    const std::string last = period.last().iso();
    auto& found = db.statement(R"(
        SELECT id, context_id, valid_from, valid_until, hours FROM contract
        WHERE worker_id = $1 AND valid_from <= $3 AND valid_until >= $2 ORDER BY id)");
    found.bind({worker_id, first, last});
    std::vector<ContractRow> rows;
    while (found.step()) {
        rows.push_back(
            {.id = found.integer(0),
             .worker_id = worker_id,
             .context_id = found.integer(1),
             .period = DateRange::of(Date::parse(found.text(2)), Date::parse(found.text(3))),
             .hours = WeeklyHours::from_stored(found.integer(4))});
    }
    found.reset();
    return rows;
}

std::int64_t insert_contract(store::Db& db, const ContractRow& row, std::int64_t operation) {
    const std::string from = row.period.first().iso();
    const std::string until = row.period.last().iso();
    return db
        .statement(R"(
        INSERT INTO contract (worker_id, context_id, valid_from, valid_until, hours, operation_id)
        VALUES ($1, $2, $3, $4, $5, $6)
        RETURNING id)")
        .insert({row.worker_id, row.context_id, from, until, row.hours.hundredths(), operation});
}

void set_contract_end(store::Db& db, std::int64_t id, Date last) {
    db.statement("UPDATE contract SET valid_until = $2 WHERE id = $1").run({id, last.iso()});
}

Contract shown_contract(store::Db& db, std::int64_t id, Date day) {
    auto& row = db.statement(fmt::format("{}{} WHERE c.id = $1", columns, from_where));
    if (!row.first({id})) throw Error(Kind::integrity, "a contract is gone");
    Contract one = contract_from(row, day);
    row.reset();
    return one;
}

std::uint64_t list_contracts(store::Db& db, const ContractFilter& filter,
                             std::optional<std::int64_t> organisation_id,
                             const access::Sight& sight, Date day, const Each<Contract>& each) {
    const std::string on = day.iso();
    store::Listing listing(fmt::format("{}{}", columns, from_where),
                           fmt::format("SELECT count(*){}", from_where));
    if (organisation_id) listing.where("w.organisation_id = {}", *organisation_id);
    if (filter.worker) {
        listing.where("w.login = {}", static_cast<std::int64_t>(filter.worker->value()));
    }
    if (filter.state == "future") listing.where("c.valid_from > {}", on);
    if (filter.state == "ended") listing.where("c.valid_until < {}", on);
    if (filter.state == "active") {
        listing.where("c.valid_from <= {} AND c.valid_until >= {}", {on, on});
    }
    access::narrow(
        listing, sight,
        {.organisation = "w.organisation_id", .person = "w.person_id", .context = "c.context_id"});
    listing.order(filter.page,
                  {{"name", "p.folded, w.login, c.valid_from, c.id"},
                   {"from", "c.valid_from, c.id"},
                   {"until", "c.valid_until, c.id"}},
                  "name");
    return listing.run(db,
                       [&](const store::Statement& row) { return each(contract_from(row, day)); });
}

}  // namespace dcadmin::secure_zone
