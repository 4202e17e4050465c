// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/customers/customers_sql.h"

#include "store/listing.h"

#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include <fmt/format.h>

namespace dcadmin::secure_zone {

namespace {

constexpr std::string_view columns = R"(
    SELECT c.id, o.number, c.number, c.name, c.region, c.language, c.channel, c.email, c.phone,
           c.person_id, c.inactive_since, c.audit_key)";
constexpr std::string_view from_where = R"(
    FROM customer c JOIN organisation o ON o.id = c.organisation_id)";

CustomerNumber number_from(std::int64_t stored) {
    return CustomerNumber::from_stored(static_cast<std::uint64_t>(stored));
}

std::string state_of(std::string_view inactive_since, std::string_view key) {
    if (key.empty()) return "erased";
    return inactive_since.empty() ? "active" : "inactive";
}

Customer customer_from(const store::Statement& row) {
    Customer one{.id = CustomerId::from_stored(row.integer(0)),
                 .org = EnterpriseNumber::from_stored(static_cast<std::uint64_t>(row.integer(1))),
                 .number = number_from(row.integer(2)),
                 .name = row.text(11).empty() ? "(erased)" : row.string(3),
                 .region = parse_region(row.text(4)),
                 .language = parse_language(row.text(5)),
                 .channel = parse_channel(row.text(6)),
                 .email = {},
                 .phone = {},
                 .person = {},
                 .state = state_of(row.text(10), row.text(11))};
    if (!row.text(7).empty()) one.email = EmailAddress::from_stored(row.string(7));
    if (!row.text(8).empty()) one.phone = PhoneNumber::from_stored(row.string(8));
    if (!row.is_null(9)) one.person = PersonId::from_stored(row.integer(9));
    return one;
}

void search(store::Listing& listing, std::string_view text) {
    constexpr std::size_t width = 12;
    if (text.empty() || listing.search_number("c.number", text, {width})) return;
    listing.search("c.folded", text);
}

}  // namespace

std::optional<CustomerRow> find_customer(store::Db& db, std::int64_t organisation_id,
                                         CustomerNumber number) {
    auto& found = db.statement(R"(
        SELECT id, name, region, language, channel, email, phone, person_id, inactive_since,
               audit_key
        FROM customer WHERE organisation_id = $1 AND number = $2)");
    if (!found.first({organisation_id, static_cast<std::int64_t>(number.value())})) {
        return std::nullopt;
    }
    CustomerRow row{.id = found.integer(0),
                    .organisation_id = organisation_id,
                    .number = number,
                    .name = found.string(1),
                    .region = parse_region(found.text(2)),
                    .language = parse_language(found.text(3)),
                    .channel = parse_channel(found.text(4)),
                    .email = found.string(5),
                    .phone = found.string(6),
                    .person_id = found.maybe_integer(7),
                    .inactive_since = found.string(8),
                    .key = found.string(9)};
    found.reset();
    return row;
}

std::int64_t insert_customer(store::Db& db, const CustomerRow& row, std::int64_t operation) {
    const std::string folded = text::folded(row.name);
    return db
        .statement(R"(
        INSERT INTO customer (organisation_id, number, name, folded, region, language, channel,
                              email, phone, person_id, inactive_since, audit_key, operation_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        RETURNING id)")
        .insert({row.organisation_id, static_cast<std::int64_t>(row.number.value()), row.name,
                 folded, name_of(row.region), name_of(row.language), name_of(row.channel),
                 row.email, row.phone, store::optional_value(row.person_id), row.inactive_since,
                 row.key, operation});
}

void change_customer(store::Db& db, const CustomerRow& row) {
    const std::string folded = text::folded(row.name);
    db.statement(R"(
        UPDATE customer
        SET name = $2, folded = $3, region = $4, language = $5, channel = $6, email = $7,
            phone = $8, person_id = $9, inactive_since = $10, audit_key = $11
        WHERE id = $1)")
        .run({row.id, row.name, folded, name_of(row.region), name_of(row.language),
              name_of(row.channel), row.email, row.phone, store::optional_value(row.person_id),
              row.inactive_since, row.key});
}

void forget_notices(store::Db& db, std::int64_t id, std::string_view now) {
    db.statement(R"(
        UPDATE customer_notice
        SET answer = '',
            state = CASE WHEN state IN ('waiting', 'claimed') THEN 'failed' ELSE state END,
            state_at = CASE WHEN state IN ('waiting', 'claimed') THEN $2 ELSE state_at END
        WHERE customer_id = $1 AND (answer <> '' OR state IN ('waiting', 'claimed')))")
        .run({id, now});
}

Customer shown_customer(store::Db& db, std::int64_t id) {
    auto& row = db.statement(fmt::format("{}{} WHERE c.id = $1", columns, from_where));
    if (!row.first({id})) throw Error(Kind::integrity, "a customer is gone");
    Customer one = customer_from(row);
    row.reset();
    return one;
}

std::vector<CustomerCard::Services> open_services(store::Db& db, std::int64_t id) {
    auto& rows = db.statement(R"(
        SELECT state, count(*) FROM service
        WHERE customer_id = $1 AND state NOT IN ('refunded', 'cancelled', 'outside')
        GROUP BY state ORDER BY state)");
    rows.bind({id});
    std::vector<CustomerCard::Services> all;
    while (rows.step()) all.push_back({rows.string(0), rows.integer(1)});
    rows.reset();
    return all;
}

std::uint64_t list_customers(store::Db& db, const CustomerFilter& filter,
                             std::optional<std::int64_t> organisation_id,
                             const access::Sight& sight, const Each<Customer>& each) {
    store::Listing listing(fmt::format("{}{}", columns, from_where),
                           fmt::format("SELECT count(*){}", from_where));
    if (organisation_id) listing.where("c.organisation_id = {}", *organisation_id);
    if (filter.region) listing.where("c.region = {}", name_of(*filter.region));
    search(listing, filter.text);
    if (filter.state == "active") listing.where("c.inactive_since = ''");
    if (filter.state == "inactive") listing.where("c.inactive_since <> ''");
    access::narrow(listing, sight, {.organisation = "c.organisation_id", .person = "c.person_id"});
    listing.order(filter.page,
                  {{"name", "c.folded, c.number, c.id"},
                   {"number", "c.number, c.id"},
                   {"org", "o.number, c.folded, c.number"}},
                  "name");
    return listing.run(db, [&](const store::Statement& row) { return each(customer_from(row)); });
}

}  // namespace dcadmin::secure_zone
