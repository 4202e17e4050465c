// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/workers/workers_sql.h"

#include "store/listing.h"

#include <dcadmin/error.h>

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace dcadmin::secure_zone {

namespace {

constexpr std::string_view row_columns = R"(
    SELECT w.id, w.login, w.organisation_id, w.person_id, w.context_id, w.region, w.email, w.phone,
           w.password_hash, w.inactive_since, p.audit_key
    FROM worker w JOIN person p ON p.id = w.person_id)";

// $1 is the day for which contracts count.
constexpr std::string_view columns = R"(
    SELECT w.login, w.person_id,
           CASE WHEN p.number > 0 THEN p.first_name || ' ' || p.last_name ELSE '(erased)' END,
           o.number, coalesce(c.number, 0), w.region, w.email, w.phone, w.inactive_since,
           coalesce((SELECT max(k.valid_until) FROM contract k
                     WHERE k.worker_id = w.id AND k.valid_from <= $1 AND k.valid_until >= $1), '')
    FROM worker w
    JOIN organisation o ON o.id = w.organisation_id
    JOIN person p ON p.id = w.person_id
    LEFT JOIN context_value c ON c.id = w.context_id)";
constexpr std::string_view counted = R"(
    SELECT count(*) FROM worker w
    JOIN organisation o ON o.id = w.organisation_id
    JOIN person p ON p.id = w.person_id AND length($1) > 0
    LEFT JOIN context_value c ON c.id = w.context_id)";

AffiliationNumber login_from(std::int64_t stored) {
    return AffiliationNumber::from_stored(static_cast<std::uint64_t>(stored));
}

WorkerRow row_from(const store::Statement& found) {
    return {.id = found.integer(0),
            .login = login_from(found.integer(1)),
            .organisation_id = found.integer(2),
            .person_id = found.integer(3),
            .context_id = found.integer(4),
            .region = parse_region(found.text(5)),
            .email = found.string(6),
            .phone = found.string(7),
            .password_hash = found.string(8),
            .inactive_since = found.string(9),
            .key = found.string(10)};
}

std::string contract_word(std::string_view last_day) {
    if (last_day.empty()) return "none";
    return last_day == "9999-12-31" ? "open" : "fixed";
}

Worker worker_from(const store::Statement& row) {
    Worker one{.login = login_from(row.integer(0)),
               .person = PersonId::from_stored(row.integer(1)),
               .name = row.string(2),
               .org = EnterpriseNumber::from_stored(static_cast<std::uint64_t>(row.integer(3))),
               .site = {},
               .region = parse_region(row.text(5)),
               .email = {},
               .phone = {},
               .state = row.text(8).empty() ? "active" : "inactive",
               .contract = contract_word(row.text(9))};
    if (const auto site = row.integer(4); site != 0) {
        one.site = SiteNumber::from_stored(static_cast<std::uint64_t>(site));
    }
    if (!row.text(6).empty()) one.email = EmailAddress::parse(row.text(6));
    if (!row.text(7).empty()) one.phone = PhoneNumber::parse(row.text(7));
    return one;
}

std::optional<WorkerRow> maybe_row(store::Statement& found) {
    WorkerRow row = row_from(found);
    found.reset();
    return row;
}

std::string person_text(store::Db& db, std::string_view column, std::int64_t person_id) {
    auto& found = db.statement(fmt::format("SELECT {} FROM person WHERE id = $1", column));
    if (!found.first({person_id})) throw Error(Kind::integrity, "a person is gone");
    std::string text = found.string(0);
    found.reset();
    return text;
}

bool is_taken(store::Db& db, std::int64_t number) {
    auto& found = db.statement(R"(
        SELECT 1 FROM worker WHERE login = $1
        UNION ALL SELECT 1 FROM context_value WHERE kind = 'site' AND number = $1)");
    const bool taken = found.first({number});
    found.reset();
    return taken;
}

}  // namespace

std::optional<WorkerRow> find_worker(store::Db& db, AffiliationNumber login) {
    auto& found = db.statement(fmt::format("{} WHERE w.login = $1", row_columns));
    if (!found.first({static_cast<std::int64_t>(login.value())})) return std::nullopt;
    return maybe_row(found);
}

std::optional<WorkerRow> find_worker(store::Db& db, std::int64_t organisation_id,
                                     std::int64_t person_id) {
    auto& found = db.statement(
        fmt::format("{} WHERE w.organisation_id = $1 AND w.person_id = $2", row_columns));
    if (!found.first({organisation_id, person_id})) return std::nullopt;
    return maybe_row(found);
}

std::int64_t find_site(store::Db& db, std::int64_t organisation_id, SiteNumber number) {
    auto& found = db.statement(R"(
        SELECT id FROM context_value
        WHERE kind = 'site' AND organisation_id = $1 AND number = $2)");
    const std::int64_t id =
        found.first({organisation_id, static_cast<std::int64_t>(number.value())}) ? found.integer(0)
                                                                                  : 0;
    found.reset();
    return id;
}

std::optional<AffiliationNumber> next_login(store::Db& db) {
    constexpr std::int64_t first_front = 9'800'000'001;
    constexpr std::int64_t last_front = 9'809'999'999;
    constexpr std::int64_t modulus = 97;
    auto& found = db.statement("SELECT coalesce(max(login), 0) FROM worker");
    std::int64_t front = first_front;
    if (found.first({})) front = std::max(front, found.integer(0) / 100 + 1);
    found.reset();
    for (; front <= last_front; ++front) {
        const std::int64_t rest = front % modulus;
        const std::int64_t login = front * 100 + (rest == 0 ? modulus : rest);
        if (!is_taken(db, login)) return login_from(login);
    }
    return std::nullopt;
}

std::int64_t insert_worker(store::Db& db, const WorkerRow& row, std::int64_t operation) {
    return db
        .statement(R"(
        INSERT INTO worker (login, organisation_id, person_id, context_id, region, email, phone,
                            password_hash, inactive_since, operation_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        RETURNING id)")
        .insert({static_cast<std::int64_t>(row.login.value()), row.organisation_id, row.person_id,
                 row.context_id, name_of(row.region), row.email, row.phone, row.password_hash,
                 row.inactive_since, operation});
}

void change_worker(store::Db& db, const WorkerRow& row) {
    db.statement(R"(
        UPDATE worker
        SET context_id = $2, region = $3, email = $4, phone = $5, password_hash = $6,
            inactive_since = $7
        WHERE id = $1)")
        .run({row.id, row.context_id, name_of(row.region), row.email, row.phone, row.password_hash,
              row.inactive_since});
}

std::string key_of_person(store::Db& db, std::int64_t person_id) {
    return person_text(db, "audit_key", person_id);
}

Language language_of_person(store::Db& db, std::int64_t person_id) {
    return parse_language(person_text(db, "language", person_id));
}

Worker shown_worker(store::Db& db, std::int64_t id, Date day) {
    auto& row = db.statement(fmt::format("{} WHERE w.id = $2", columns));
    if (!row.first({day.iso(), id})) throw Error(Kind::integrity, "a worker is gone");
    Worker one = worker_from(row);
    row.reset();
    return one;
}

std::uint64_t list_workers(store::Db& db, const WorkerFilter& filter,
                           std::optional<std::int64_t> organisation_id, const access::Sight& sight,
                           Date day, const Each<Worker>& each) {
    const std::string on = day.iso();
    store::Listing listing(std::string(columns), std::string(counted), {on});
    if (organisation_id) listing.where("w.organisation_id = {}", *organisation_id);
    if (filter.site) {
        listing.where("c.number = {}", static_cast<std::int64_t>(filter.site->value()));
    }
    if (!filter.text.empty() && !listing.search_number("w.login", filter.text, {12})) {
        listing.search("p.folded", filter.text);
    }
    if (filter.region) listing.where("w.region = {}", name_of(*filter.region));
    if (filter.state == "active" || filter.no_contract) listing.where("w.inactive_since = ''");
    if (filter.state == "inactive") listing.where("w.inactive_since <> ''");
    if (filter.no_contract) {
        listing.where("w.region <> 'flanders'");
        listing.where(R"(NOT EXISTS (
            SELECT 1 FROM contract k
            WHERE k.worker_id = w.id AND k.valid_from <= {} AND k.valid_until >= {}))",
                      {on, on});
    }
    access::narrow(
        listing, sight,
        {.organisation = "w.organisation_id", .person = "w.person_id", .context = "w.context_id"});
    listing.order(filter.page,
                  {{"name", "p.folded, w.login"},
                   {"login", "w.login"},
                   {"org", "o.number, p.folded, w.login"}},
                  "name");
    return listing.run(db, [&](const store::Statement& row) { return each(worker_from(row)); });
}

}  // namespace dcadmin::secure_zone
