// SPDX-License-Identifier: Apache-2.0
#include "designation/requests_sql.h"

#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include "store/listing.h"

#include <fmt/format.h>

#include <stdexcept>

namespace dcadmin::designation {

namespace {

constexpr std::string_view request_columns = R"(
    SELECT id, organisation_id, person_id, coalesce(requester_id, 0), email, phone, reason,
           documents, state, answer
    FROM chief_request)";

RequestRow request_from(const store::Statement& row) {
    return {.id = row.integer(0),
            .organisation_id = row.integer(1),
            .person_id = row.integer(2),
            .requester_id = row.integer(3),
            .email = row.string(4),
            .phone = row.string(5),
            .reason = row.string(6),
            .documents = row.string(7),
            .state = row.string(8),
            .answer = row.string(9)};
}

constexpr std::string_view shown_columns = R"(
    SELECT q.id, t.at, o.number, q.person_id, p.first_name, p.last_name,
           coalesce(h.first_name, ''), coalesce(h.last_name, ''), q.email, q.phone, q.reason,
           q.documents, q.state, q.answer
    FROM chief_request q
    JOIN operation t ON t.id = q.operation_id
    JOIN organisation o ON o.id = q.organisation_id
    JOIN person p ON p.id = q.person_id
    LEFT JOIN person h ON h.id = q.requester_id)";

ChiefRequest shown_from(const store::Statement& row) {
    ChiefRequest request{
        .id = ChiefRequestId::from_stored(row.integer(0)),
        .at = Timestamp::parse(row.text(1)),
        .org = EnterpriseNumber::from_stored(static_cast<std::uint64_t>(row.integer(2))),
        .person = PersonId::from_stored(row.integer(3)),
        .name = row.string(4) + " " + row.string(5),
        .requested_by = {},
        .email = EmailAddress::from_stored(row.string(8)),
        .phone = PhoneNumber::from_stored(row.string(9)),
        .reason = row.string(10),
        .documents = {},
        .state = row.string(12),
        .answer = row.string(13)};
    if (!row.text(7).empty()) request.requested_by = row.string(6) + " " + row.string(7);
    for (const std::string_view one : text::split(row.text(11), '|')) {
        request.documents.emplace_back(one);
    }
    return request;
}

constexpr std::string_view domain_columns =
    "SELECT id, code, name_nl, name_fr, name_en, valid_from, valid_until, source FROM domain";

// A domain that was always there begins before the first day that a date can name.
Date day_from(std::string_view text) {
    return text.starts_with("0000") ? Date::of(1800, 1, 1) : Date::parse(text);
}

StoredDomain domain_from(const store::Statement& row) {
    return {.id = row.integer(0),
            .item = {.code = DomainCode::from_stored(row.string(1)),
                     .name_nl = row.string(2),
                     .name_fr = row.string(3),
                     .name_en = row.string(4),
                     .period = DateRange::of(day_from(row.text(5)), day_from(row.text(6))),
                     .source = row.string(7)}};
}

std::vector<std::string> domain_codes(store::Db& db) {
    auto& rows = db.statement("SELECT code FROM domain ORDER BY code");
    rows.bind({});
    std::vector<std::string> codes;
    while (rows.step()) codes.push_back(rows.string(0));
    rows.reset();
    return codes;
}

}  // namespace

std::optional<RequestRow> find_request(store::Db& db, std::int64_t id) {
    auto& found = db.statement(std::string(request_columns) + " WHERE id = $1");
    if (!found.first({id})) return std::nullopt;
    RequestRow request = request_from(found);
    found.reset();
    return request;
}

std::optional<RequestRow> find_waiting(store::Db& db, std::int64_t organisation_id,
                                       std::int64_t person_id) {
    auto& found =
        db.statement(std::string(request_columns) +
                     " WHERE organisation_id = $1 AND person_id = $2 AND state = 'waiting'");
    if (!found.first({organisation_id, person_id})) return std::nullopt;
    RequestRow request = request_from(found);
    found.reset();
    return request;
}

std::int64_t insert_request(store::Db& db, const RequestRow& row, std::int64_t operation) {
    return db
        .statement(R"(
        INSERT INTO chief_request (organisation_id, person_id, requester_id, email, phone, reason,
                                   documents, state, answer, operation_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        RETURNING id)")
        .insert({row.organisation_id, row.person_id,
                 row.requester_id == 0 ? store::Value(nullptr) : store::Value(row.requester_id),
                 row.email, row.phone, row.reason, row.documents, row.state, row.answer,
                 operation});
}

void set_answer(store::Db& db, std::int64_t id, std::string_view state, std::string_view answer) {
    db.statement("UPDATE chief_request SET state = $2, answer = $3 WHERE id = $1")
        .run({id, state, answer});
}

ChiefRequest shown_request(store::Db& db, std::int64_t id) {
    auto& found = db.statement(std::string(shown_columns) + " WHERE q.id = $1");
    if (!found.first({id})) throw std::logic_error("a request that was just seen is not there");
    ChiefRequest request = shown_from(found);
    found.reset();
    return request;
}

std::uint64_t list_requests(store::Db& db, const ChiefRequestFilter& filter,
                            std::optional<std::int64_t> organisation_id,
                            const access::Sight& sight, const Each<ChiefRequest>& each) {
    store::Listing listing{std::string(shown_columns), "SELECT count(*) FROM chief_request q"};
    if (organisation_id) listing.where("q.organisation_id = {}", *organisation_id);
    access::narrow(listing, sight,
                   {.organisation = "q.organisation_id", .person = "q.person_id"});
    if (!filter.state.empty()) listing.where("q.state = {}", filter.state);
    listing.order(filter.page, {{"id", "q.id"}, {"org", "q.organisation_id, q.id"}}, "id");
    return listing.run(db, [&](const store::Statement& row) { return each(shown_from(row)); });
}

std::optional<StoredDomain> find_domain(store::Db& db, const DomainCode& code) {
    auto& found = db.statement(std::string(domain_columns) + " WHERE code = $1");
    if (!found.first({code.text()})) return std::nullopt;
    StoredDomain domain = domain_from(found);
    found.reset();
    return domain;
}

StoredDomain get_domain(store::Db& db, const DomainCode& code) {
    if (auto found = find_domain(db, code)) return *std::move(found);
    const auto near = text::nearest(code.text(), domain_codes(db));
    throw Error(Kind::not_found,
                fmt::format("no domain '{}'{}", code.text(),
                            near ? fmt::format("; did you mean '{}'?", *near) : ""),
                "see which there are: dcadmin domain list", "domain");
}

std::int64_t get_domain_id(store::Db& db, const DomainCode& code) {
    return code.is_all() ? 0 : get_domain(db, code).id;
}

std::int64_t insert_domain(store::Db& db, const Domain& domain, std::int64_t operation) {
    const std::string from = domain.period.first().iso();
    const std::string until = domain.period.last().iso();
    return db
        .statement(R"(
        INSERT INTO domain (code, name_nl, name_fr, name_en, valid_from, valid_until, source,
                            operation_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        RETURNING id)")
        .insert({domain.code.text(), domain.name_nl, domain.name_fr, domain.name_en, from, until,
                 domain.source, operation});
}

std::uint64_t list_domains(store::Db& db, const DomainFilter& filter, const Each<Domain>& each) {
    store::Listing listing{std::string(domain_columns), "SELECT count(*) FROM domain"};
    listing.search("code", filter.text);
    if (filter.at) {
        const std::string day = filter.at->iso();
        listing.where("valid_from <= {} AND valid_until >= {}", {day, day});
    }
    listing.order(filter.page, {{"code", "code"}, {"from", "valid_from, code"}}, "code");
    return listing.run(db,
                       [&](const store::Statement& row) { return each(domain_from(row).item); });
}

}  // namespace dcadmin::designation
