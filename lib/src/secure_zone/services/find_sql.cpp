// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/services/find_sql.h"

#include "store/listing.h"

#include <fmt/format.h>

#include <string_view>

namespace dcadmin::secure_zone {

namespace {

std::vector<std::int64_t> ids(store::Db& db, std::string_view sql, std::int64_t value) {
    std::vector<std::int64_t> all;
    auto& rows = db.statement(sql);
    rows.bind({value});
    while (rows.step()) all.push_back(rows.integer(0));
    rows.reset();
    return all;
}

}  // namespace

std::optional<std::int64_t> worker_with_login(store::Db& db, AffiliationNumber login) {
    const auto found =
        ids(db, "SELECT id FROM worker WHERE login = $1", static_cast<std::int64_t>(login.value()));
    return found.empty() ? std::nullopt : std::optional(found.front());
}

std::vector<std::int64_t> customers_numbered(store::Db& db, CustomerNumber number,
                                             const std::vector<std::int64_t>& organisations) {
    const auto value = static_cast<std::int64_t>(number.value());
    if (organisations.empty()) return ids(db, "SELECT id FROM customer WHERE number = $1", value);
    std::vector<std::int64_t> all;
    auto& found =
        db.statement("SELECT id FROM customer WHERE organisation_id = $1 AND number = $2");
    for (const std::int64_t organisation : organisations) {
        if (found.first({organisation, value})) all.push_back(found.integer(0));
    }
    found.reset();
    return all;
}

std::vector<std::int64_t> workers_of_person(store::Db& db, std::int64_t person_id) {
    return ids(db, "SELECT id FROM worker WHERE person_id = $1", person_id);
}

std::vector<std::int64_t> customers_of_person(store::Db& db, std::int64_t person_id) {
    return ids(db, "SELECT id FROM customer WHERE person_id = $1", person_id);
}

std::vector<std::int64_t> companies_of_person(store::Db& db, std::int64_t person_id) {
    return ids(db, R"(
        SELECT organisation_id FROM worker WHERE person_id = $1
        UNION SELECT organisation_id FROM customer WHERE person_id = $1)",
               person_id);
}

std::optional<std::int64_t> person_of_worker(store::Db& db, std::int64_t worker_id) {
    const auto found = ids(db, "SELECT person_id FROM worker WHERE id = $1", worker_id);
    return found.empty() ? std::nullopt : std::optional(found.front());
}

std::optional<std::vector<std::int64_t>> sites_seen(store::Db& db, std::int64_t organisation_id,
                                                    const access::Sight& sight, std::size_t most) {
    constexpr std::string_view from = " FROM context_value c";
    store::Listing listing(fmt::format("SELECT c.id{}", from),
                           fmt::format("SELECT count(*){}", from));
    listing.where("c.kind = 'site' AND c.organisation_id = {}", organisation_id);
    access::narrow(listing, sight, {.organisation = "c.organisation_id", .context = "c.id"});
    std::vector<std::int64_t> all{0};
    listing.run(db, [&](const store::Statement& row) {
        all.push_back(row.integer(0));
        return all.size() <= most + 1;
    });
    if (all.size() > most + 1) return std::nullopt;
    return all;
}

std::vector<std::int64_t> companies_with_services(store::Db& db, std::size_t most) {
    std::vector<std::int64_t> all;
    auto& next = db.statement(R"(
        SELECT organisation_id FROM service WHERE organisation_id > $1
        ORDER BY organisation_id LIMIT 1)");
    while (next.first({all.empty() ? std::int64_t{0} : all.back()})) {
        all.push_back(next.integer(0));
        if (all.size() > most) {
            all.clear();
            break;
        }
    }
    next.reset();
    return all;
}

}  // namespace dcadmin::secure_zone
