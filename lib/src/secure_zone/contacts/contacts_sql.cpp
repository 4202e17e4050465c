// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/contacts/contacts_sql.h"

#include "store/listing.h"

#include <dcadmin/error.h>

#include <fmt/format.h>

namespace dcadmin::secure_zone {

namespace {

// $1 is the day, $2 the moment. The working relation that began last tells how to reach him.
constexpr std::string_view columns = R"(
    SELECT o.number, c.person_id, p.first_name || ' ' || p.last_name, c.purpose, c.consent_on,
           coalesce(r.email, p.email), coalesce(r.phone, p.phone), c.ended_at,
           CASE WHEN r.id IS NOT NULL OR EXISTS (
                SELECT 1 FROM administrator a
                WHERE a.person_id = c.person_id AND a.organisation_id = c.organisation_id
                    AND a.valid_from <= $1 AND a.valid_until >= $1
                    AND (a.ended_at = '' OR a.ended_at > $2)) THEN 1 ELSE 0 END
    FROM contact c
    JOIN organisation o ON o.id = c.organisation_id
    JOIN person p ON p.id = c.person_id
    LEFT JOIN working_relation r ON r.id = (
        SELECT max(w.id) FROM working_relation w
        WHERE w.person_id = c.person_id AND w.organisation_id = c.organisation_id
            AND w.valid_from <= $1 AND w.valid_until >= $1
            AND (w.ended_at = '' OR w.ended_at > $2)))";
constexpr std::string_view counted = R"(
    SELECT count(*) FROM contact c
    JOIN organisation o ON o.id = c.organisation_id
    JOIN person p ON p.id = c.person_id AND $1 <> $2)";

std::string state_of(std::string_view ended_at, bool works) {
    if (!ended_at.empty()) return "removed";
    return works ? "active" : "left";
}

Contact contact_from(const store::Statement& row) {
    Contact one{.org = EnterpriseNumber::from_stored(static_cast<std::uint64_t>(row.integer(0))),
                .person = PersonId::from_stored(row.integer(1)),
                .name = row.string(2),
                .purpose = parse_contact_purpose(row.text(3)),
                .consent_on = Date::parse(row.text(4)),
                .email = {},
                .phone = {},
                .state = state_of(row.text(7), row.integer(8) != 0)};
    if (!row.text(5).empty()) one.email = EmailAddress::parse(row.text(5));
    if (!row.text(6).empty()) one.phone = PhoneNumber::parse(row.text(6));
    return one;
}

}  // namespace

std::optional<ContactRow> find_contact(store::Db& db, std::int64_t organisation_id,
                                       std::int64_t person_id, ContactPurpose purpose) {
    auto& found = db.statement(R"(
        SELECT id, consent_on FROM contact
        WHERE organisation_id = $1 AND person_id = $2 AND purpose = $3 AND ended_at = '')");
    if (!found.first({organisation_id, person_id, name_of(purpose)})) return std::nullopt;
    ContactRow row{.id = found.integer(0),
                   .organisation_id = organisation_id,
                   .person_id = person_id,
                   .purpose = purpose,
                   .consent_on = Date::parse(found.text(1))};
    found.reset();
    return row;
}

bool works_there(store::Db& db, std::int64_t person_id, std::int64_t organisation_id,
                 Timestamp now) {
    const std::string day = now.brussels_day().iso();
    const std::string moment = now.iso();
    auto& found = db.statement(R"(
        SELECT 1 FROM working_relation
        WHERE person_id = $1 AND organisation_id = $2 AND valid_from <= $3 AND valid_until >= $3
            AND (ended_at = '' OR ended_at > $4)
        UNION ALL
        SELECT 1 FROM administrator
        WHERE person_id = $1 AND organisation_id = $2 AND valid_from <= $3 AND valid_until >= $3
            AND (ended_at = '' OR ended_at > $4)
        LIMIT 1)");
    const bool there = found.first({person_id, organisation_id, day, moment});
    found.reset();
    return there;
}

std::int64_t insert_contact(store::Db& db, const ContactRow& row, std::int64_t operation) {
    const std::string consent = row.consent_on.iso();
    return db
        .statement(R"(
        INSERT INTO contact (organisation_id, person_id, purpose, consent_on, ended_at, operation_id)
        VALUES ($1, $2, $3, $4, '', $5)
        RETURNING id)")
        .insert({row.organisation_id, row.person_id, name_of(row.purpose), consent, operation});
}

void set_consent(store::Db& db, std::int64_t id, Date day) {
    db.statement("UPDATE contact SET consent_on = $2 WHERE id = $1").run({id, day.iso()});
}

void end_contact(store::Db& db, std::int64_t id, std::string_view now) {
    db.statement("UPDATE contact SET ended_at = $2 WHERE id = $1").run({id, now});
}

Contact shown_contact(store::Db& db, std::int64_t id, Timestamp now) {
    const std::string day = now.brussels_day().iso();
    const std::string moment = now.iso();
    auto& row = db.statement(fmt::format("{} WHERE c.id = $3", columns));
    if (!row.first({day, moment, id})) throw Error(Kind::integrity, "a contact is gone");
    Contact one = contact_from(row);
    row.reset();
    return one;
}

std::uint64_t list_contacts(store::Db& db, const ContactFilter& filter,
                            std::optional<std::int64_t> organisation_id, const access::Sight& sight,
                            Timestamp now, const Each<Contact>& each) {
    const std::string day = now.brussels_day().iso();
    const std::string moment = now.iso();
    store::Listing listing(std::string(columns), std::string(counted), {day, moment});
    if (organisation_id) listing.where("c.organisation_id = {}", *organisation_id);
    if (filter.purpose) listing.where("c.purpose = {}", name_of(*filter.purpose));
    if (!filter.all) listing.where("c.ended_at = ''");
    access::narrow(listing, sight, {.organisation = "c.organisation_id", .person = "c.person_id"});
    listing.order(filter.page,
                  {{"org", "o.number, p.folded, c.purpose, c.id"},
                   {"name", "p.folded, o.number, c.purpose, c.id"},
                   {"purpose", "c.purpose, o.number, p.folded, c.id"},
                   {"consent", "c.consent_on, c.id"}},
                  "org");
    return listing.run(db, [&](const store::Statement& row) { return each(contact_from(row)); });
}

}  // namespace dcadmin::secure_zone
