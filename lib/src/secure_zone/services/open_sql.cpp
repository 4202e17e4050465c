// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/services/open_sql.h"

#include "secure_zone/services/shelf.h"
#include "store/listing.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace dcadmin::secure_zone {

namespace {

ServiceIds ids_of(store::Db& db, std::string_view sql, std::initializer_list<store::Value> values) {
    auto& rows = db.statement(sql);
    rows.bind(values);
    ServiceIds ids;
    while (rows.step()) ids.push_back(rows.integer(0));
    rows.reset();
    return ids;
}

}  // namespace

std::vector<ServicesAlike> services_to_validate(store::Db& db, const OpenServices& which,
                                                const access::Sight& sight) {
    store::Listing listing(
        "SELECT s.id, s.customer_id, s.hours, s.organisation_id, s.region, s.entered_by, "
        "s.channel, s.state, s.registered_on, s.validated_on, s.confirmed_on, s.due_on "
        "FROM service s",
        "");
    listing.where("s.state IN ('registered', 'confirmed-first')");
    if (which.organisation_id) {
        std::vector<std::int64_t> shelves;
        for (const auto state : {ServiceState::registered, ServiceState::confirmed_first}) {
            const auto [first, last] = shelves_of(*which.organisation_id, state, state);
            for (auto shelf = first; shelf <= last; ++shelf) shelves.push_back(shelf);
        }
        listing.where_any("s.shelf", shelves);
    }
    if (which.worker_id) listing.where("s.worker_id = {}", *which.worker_id);
    listing.where("s.day <= {}", which.until.iso());
    access::narrow(listing, sight,
                   {.organisation = "s.organisation_id", .context = "s.context_id"});
    std::map<std::string, ServicesAlike, std::less<>> alike;
    std::string standing;
    listing.run(db, [&](const store::Statement& row) {
        standing.clear();
        for (int column = 3; column < 12; ++column) standing.append(row.text(column)).append(" ");
        ServicesAlike& those = alike[standing];
        those.ids.push_back(row.integer(0));
        those.customers.insert(row.integer(1));
        those.hours += row.integer(2);
        return true;
    });
    std::vector<ServicesAlike> all;
    for (auto& [text, those] : alike) {
        std::ranges::sort(those.ids);
        all.push_back(std::move(those));
    }
    return all;
}

std::vector<std::int64_t> companies_with_open(store::Db& db) {
    static const std::string sql = fmt::format(
        R"(
        SELECT o.id FROM organisation o
        WHERE EXISTS (
            SELECT 1 FROM service s
            WHERE s.shelf BETWEEN o.id * {0} AND o.id * {0} + {1} AND s.state <> 'disputed')
        ORDER BY o.id)",
        shelves_of_company, last_shelf(ServiceState::partially_allocated));
    return ids_of(db, sql, {});
}

ServiceIds ids_run_out(store::Db& db, std::int64_t organisation_id, Date today) {
    const std::string day = today.iso();
    const Shelves open =
        shelves_of(organisation_id, ServiceState::registered, ServiceState::confirmed_first);
    return ids_of(db, R"(
        SELECT id FROM service
        WHERE shelf BETWEEN $1 AND $2 AND due_on <> '' AND due_on < $3
        ORDER BY due_on, id)",
                  {open.first, open.last, day});
}

ServiceIds ids_to_allocate(store::Db& db, std::int64_t organisation_id, Date today) {
    const std::string day = today.iso();
    const Shelves open =
        shelves_of(organisation_id, ServiceState::confirmed, ServiceState::partially_allocated);
    return ids_of(db, R"(
        SELECT s.id FROM service s
        WHERE s.shelf BETWEEN $1 AND $2
            AND EXISTS (
                SELECT 1 FROM voucher_order o
                WHERE o.customer_id = s.customer_id AND o.used < o.vouchers
                    AND o.usable_until >= $3)
        ORDER BY CASE s.state WHEN 'partially-allocated' THEN 0 ELSE 1 END, s.confirmed_on, s.id)",
                  {open.first, open.last, day});
}

ServiceIds ids_to_allocate_of(store::Db& db, std::int64_t customer_id) {
    return ids_of(db, R"(
        SELECT s.id FROM service s
        WHERE s.customer_id = $1 AND s.state IN ('confirmed', 'waiting', 'partially-allocated')
        ORDER BY CASE s.state WHEN 'partially-allocated' THEN 0 ELSE 1 END, s.confirmed_on, s.id)",
                  {customer_id});
}

ServiceIds ids_waiting(store::Db& db, std::int64_t organisation_id, Date before) {
    const std::string day = before.iso();
    const Shelves open =
        shelves_of(organisation_id, ServiceState::waiting, ServiceState::partially_allocated);
    return ids_of(db, R"(
        SELECT id FROM service WHERE shelf BETWEEN $1 AND $2 AND day < $3 ORDER BY day, id)",
                  {open.first, open.last, day});
}

}  // namespace dcadmin::secure_zone
