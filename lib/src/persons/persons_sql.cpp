// SPDX-License-Identifier: Apache-2.0
#include "persons/persons_sql.h"

#include "store/listing.h"

#include <dcadmin/base/text.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace dcadmin::persons {

namespace {

std::int64_t stored(NationalNumber number) {
    return static_cast<std::int64_t>(number.value());
}

std::string_view text_of(const std::optional<EmailAddress>& email) {
    return email ? std::string_view(email->text()) : std::string_view();
}

std::string_view text_of(const std::optional<PhoneNumber>& phone) {
    return phone ? std::string_view(phone->text()) : std::string_view();
}

std::string folded_of(const Person& person) {
    return text::folded(person.first_name + " " + person.last_name);
}

std::string folded_last_of(const Person& person) {
    return text::folded(person.last_name + " " + person.first_name);
}

// Columns: id, number, first name, last name, e-mail, telephone, language, source.
Person person_from(const store::Statement& row) {
    Person person{.id = PersonId::from_stored(row.integer(0)),
                  .number = NationalNumber::from_stored(static_cast<std::uint64_t>(row.integer(1))),
                  .first_name = row.string(2),
                  .last_name = row.string(3),
                  .email = {},
                  .phone = {},
                  .language = parse_language(row.text(6)),
                  .verified = row.text(7) == "register"};
    if (!row.text(4).empty()) person.email = EmailAddress::from_stored(row.string(4));
    if (!row.text(5).empty()) person.phone = PhoneNumber::from_stored(row.string(5));
    return person;
}

// The first and the last number that begin with these digits and have so many more.
std::pair<std::int64_t, std::int64_t> numbers_beginning(std::string_view digits, std::size_t more) {
    std::int64_t first = 0;
    for (const char c : digits) first = first * 10 + (c - '0');
    std::int64_t many = 1;
    for (std::size_t i = 0; i < more; ++i) many *= 10;
    return {first * many, first * many + many - 1};
}

// The day of birth as a number that sorts: the century follows from which check sum fits, and BIS
// months are 20 or 40 too high.
constexpr std::string_view birth_order =
    "CASE WHEN 97 - (p.number / 100) % 97 = p.number % 100 THEN 0 ELSE 1000000 END"
    " + p.number / 100000"
    " - ((p.number / 10000000) % 100 - (p.number / 10000000) % 20) * 100";

}  // namespace

std::optional<std::int64_t> find_id(store::Db& db, const PersonRef& person) {
    const auto* id = std::get_if<PersonId>(&person);
    auto& found = db.statement(id != nullptr ? "SELECT id FROM person WHERE id = $1 AND number > 0"
                                             : "SELECT id FROM person WHERE number = $1");
    if (!found.first({id != nullptr ? id->value() : stored(std::get<NationalNumber>(person))})) {
        return std::nullopt;
    }
    const auto answer = found.integer(0);
    found.reset();
    return answer;
}

std::optional<StoredPerson> find_person(store::Db& db, const PersonRef& person) {
    const auto* id = std::get_if<PersonId>(&person);
    auto& found = db.statement(id != nullptr ? R"(
        SELECT id, number, first_name, last_name, email, phone, language, source, audit_key
        FROM person WHERE id = $1 AND number > 0)"
                                             : R"(
        SELECT id, number, first_name, last_name, email, phone, language, source, audit_key
        FROM person WHERE number = $1)");
    if (!found.first({id != nullptr ? id->value() : stored(std::get<NationalNumber>(person))})) {
        return std::nullopt;
    }
    StoredPerson answer{person_from(found), found.string(8)};
    found.reset();
    return answer;
}

void insert_person(store::Db& db, StoredPerson& person) {
    Person& item = person.item;
    const std::string folded = folded_of(item);
    const std::string folded_last = folded_last_of(item);
    auto& made = db.statement(R"(
        INSERT INTO person (number, first_name, last_name, folded, folded_last, email, phone,
                            language, source, audit_key)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        RETURNING id)");
    item.id = PersonId::from_stored(
        made.insert({stored(item.number), item.first_name, item.last_name, folded, folded_last,
                     text_of(item.email), text_of(item.phone), name_of(item.language),
                     std::string_view(item.verified ? "register" : "typed"), person.audit_key}));
}

void update_person(store::Db& db, const Person& person) {
    const std::string folded = folded_of(person);
    const std::string folded_last = folded_last_of(person);
    db.statement(R"(
        UPDATE person
        SET first_name = $2, last_name = $3, folded = $4, folded_last = $5, email = $6, phone = $7,
            language = $8, source = $9
        WHERE id = $1)")
        .run({person.id.value(), person.first_name, person.last_name, folded, folded_last,
              text_of(person.email), text_of(person.phone), name_of(person.language),
              std::string_view(person.verified ? "register" : "typed")});
}

std::vector<Person> persons_beginning(store::Db& db, std::string_view folded, std::int64_t limit) {
    // Behind every text that begins so, in both databases: U+10FFFF is the last character there is.
    const std::string end = std::string(folded) + "\xF4\x8F\xBF\xBF";
    std::vector<Person> found;
    for (const std::string_view sql : {
             R"(SELECT id, number, first_name, last_name, email, phone, language, source
                FROM person
                WHERE folded >= $1 AND folded < $2 AND number > 0 ORDER BY folded LIMIT $3)",
             R"(SELECT id, number, first_name, last_name, email, phone, language, source
                FROM person
                WHERE folded_last >= $1 AND folded_last < $2 AND number > 0 ORDER BY folded_last LIMIT $3)"}) {
        auto& rows = db.statement(sql);
        rows.bind({folded, end, limit - static_cast<std::int64_t>(found.size())});
        while (rows.step()) {
            Person person = person_from(rows);
            const auto same = [&](const Person& other) { return other.id == person.id; };
            if (std::none_of(found.begin(), found.end(), same)) found.push_back(std::move(person));
        }
        rows.reset();
    }
    return found;
}

std::vector<Person> persons_numbered(store::Db& db, std::string_view digits, std::int64_t limit) {
    constexpr std::size_t width = 11;
    std::vector<Person> found;
    if (digits.size() > width) return found;
    const auto [first, last] = numbers_beginning(digits, width - digits.size());
    auto& rows = db.statement(R"(
        SELECT id, number, first_name, last_name, email, phone, language, source
        FROM person WHERE number BETWEEN $1 AND $2 ORDER BY number LIMIT $3)");
    rows.bind({first, last, limit});
    while (rows.step()) found.push_back(person_from(rows));
    rows.reset();
    return found;
}

std::vector<Person> persons_with_id(store::Db& db, std::string_view digits, std::int64_t limit) {
    constexpr std::size_t longest = 12;
    std::vector<Person> found;
    auto& rows = db.statement(R"(
        SELECT id, number, first_name, last_name, email, phone, language, source
        FROM person WHERE id BETWEEN $1 AND $2 AND number > 0 ORDER BY id LIMIT $3)");
    if (digits.starts_with('0')) return found;
    // Nothing but the letter begins every id: one range has them all.
    const std::size_t least = digits.empty() ? longest : 0;
    for (std::size_t more = least; digits.size() + more <= longest; ++more) {
        const auto [first, last] = numbers_beginning(digits, more);
        rows.bind({first, last, limit - static_cast<std::int64_t>(found.size())});
        while (rows.step()) found.push_back(person_from(rows));
        rows.reset();
    }
    return found;
}

std::uint64_t list_persons(store::Db& db, const PersonFilter& filter,
                           const std::optional<WorksFor>& works_for, const access::Sight& sight,
                           const Each<Person>& each) {
    store::Listing listing(R"(
        SELECT p.id, p.number, p.first_name, p.last_name, p.email, p.phone, p.language, p.source
        FROM person p)",
                           "SELECT count(*) FROM person p");
    listing.where("p.number > 0");
    if (!listing.search_number("p.number", filter.text, {11})) {
        listing.search("p.folded", filter.text);
    }
    if (works_for) {
        const std::string day = works_for->day.iso();
        const std::string moment = works_for->moment.iso();
        listing.where(R"(p.id IN (
            SELECT r.person_id FROM working_relation r
            WHERE r.organisation_id = {} AND r.valid_from <= {} AND r.valid_until >= {}
                AND (r.ended_at = '' OR r.ended_at > {})))",
                      {works_for->organisation_id, day, day, moment});
    }
    access::narrow_persons(listing, sight, "p.id");
    const std::string by_birth = std::string(birth_order) + ", p.folded, p.id";
    listing.order(filter.page,
                  {{"name", "p.folded, p.id"}, {"id", "p.id"}, {"birth_date", by_birth}}, "name");
    return listing.run(db, [&](const store::Statement& row) { return each(person_from(row)); });
}

}  // namespace dcadmin::persons
