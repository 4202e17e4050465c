// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/services/find_sql.h"

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
