// SPDX-License-Identifier: Apache-2.0
#include "registers/consult_sql.h"

#include "audit/images.h"
#include "store/listing.h"

#include <sodium.h>

#include <array>

namespace dcadmin::registers {

namespace {

constexpr std::string_view key_name = "consultations";
constexpr auto base64 = sodium_base64_VARIANT_ORIGINAL_NO_PADDING;

std::int64_t stored(NationalNumber number) {
    return static_cast<std::int64_t>(number.value());
}

}  // namespace

bool has_persons(store::Db& db) {
    auto& found = db.statement("SELECT number FROM register_person LIMIT 1");
    const bool there = found.first({});
    found.reset();
    return there;
}

bool is_in_store(store::Db& db, NationalNumber number) {
    auto& found = db.statement("SELECT id FROM person WHERE number = $1");
    const bool there = found.first({stored(number)});
    found.reset();
    return there;
}

std::optional<NationalNumber> number_of(store::Db& db, PersonId id) {
    auto& found = db.statement("SELECT number FROM person WHERE id = $1");
    if (!found.first({id.value()})) return std::nullopt;
    const auto number = NationalNumber::from_stored(static_cast<std::uint64_t>(found.integer(0)));
    found.reset();
    return number;
}

std::optional<std::int64_t> acting(store::Db& db, const Actor& actor) {
    if (!actor.claimed) return std::nullopt;
    if (const auto* id = std::get_if<PersonId>(&*actor.claimed)) return id->value();
    auto& found = db.statement("SELECT id FROM person WHERE number = $1");
    std::optional<std::int64_t> id;
    if (found.first({stored(std::get<NationalNumber>(*actor.claimed))})) id = found.integer(0);
    found.reset();
    return id;
}

void keep_person(store::Db& db, const RegisterPerson& person, std::string_view expires_at) {
    const std::string birth = person.birth_date ? person.birth_date->iso() : "";
    const std::string deceased = person.deceased_on ? person.deceased_on->iso() : "";
    const std::string_view sex = !person.sex ? "" : *person.sex == Sex::male ? "M" : "F";
    const std::string_view language =
        person.language ? name_of(*person.language) : std::string_view();
    db.statement(R"(
        INSERT INTO register_person (number, first_name, last_name, birth_date, sex, language,
                                     deceased_on, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (number) DO UPDATE SET
            first_name = excluded.first_name, last_name = excluded.last_name,
            birth_date = excluded.birth_date, sex = excluded.sex, language = excluded.language,
            deceased_on = excluded.deceased_on, expires_at = excluded.expires_at)")
        .run({stored(person.number), person.first_name, person.last_name, birth, sex, language,
              deceased, expires_at});
}

void drop_expired(store::Db& db, std::string_view now) {
    db.statement("DELETE FROM register_person WHERE expires_at <> '' AND expires_at <= $1")
        .run({now});
}

std::string find_key(store::Db& db) {
    auto& found = db.statement("SELECT value FROM register_key WHERE name = $1");
    std::string key = found.first({key_name}) ? found.string(0) : std::string();
    found.reset();
    return key;
}

std::string get_key(store::Db& db) {
    if (std::string key = find_key(db); !key.empty()) return key;
    const std::string made = audit::new_key();
    db.statement(R"(
        INSERT INTO register_key (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING)")
        .run({key_name, made});
    return find_key(db);
}

std::string subject_of(std::string_view key, NationalNumber number) {
    std::array<unsigned char, crypto_auth_hmacsha512256_KEYBYTES> secret{};
    sodium_base642bin(secret.data(), secret.size(), key.data(), key.size(), nullptr, nullptr,
                      nullptr, base64);
    const std::string digits = number.revealed_digits();
    std::array<unsigned char, crypto_auth_hmacsha512256_BYTES> tag{};
    crypto_auth_hmacsha512256(tag.data(), reinterpret_cast<const unsigned char*>(digits.data()),
                              digits.size(), secret.data());
    std::array<char, sodium_base64_ENCODED_LEN(crypto_auth_hmacsha512256_BYTES, base64)> text{};
    sodium_bin2base64(text.data(), text.size(), tag.data(), tag.size(), base64);
    return text.data();
}

void insert_consultation(store::Db& db, const NewConsultation& consultation) {
    db.statement(R"(
        INSERT INTO register_consultation (at, user_name, claimed, subject, purpose, source, answer)
        VALUES ($1, $2, $3, $4, $5, $6, $7))")
        .run({consultation.at, consultation.user, store::optional_value(consultation.claimed),
              consultation.subject, consultation.purpose, consultation.source,
              consultation.answer});
}

std::uint64_t list_consultations(store::Db& db, std::string_view subject, const Page& page,
                                 const Each<Consultation>& each) {
    store::Listing listing(R"(
        SELECT c.at, c.user_name, c.claimed, c.purpose, c.source, c.answer
        FROM register_consultation c)",
                           "SELECT count(*) FROM register_consultation c");
    listing.where("c.subject = {}", subject);
    listing.order(page, {{"at", "c.id"}}, "at");
    return listing.run(db, [&](const store::Statement& row) {
        Consultation one{.at = Timestamp::parse(row.text(0)),
                         .user = row.string(1),
                         .claimed = {},
                         .purpose = row.string(3),
                         .source = row.string(4),
                         .answer = row.string(5)};
        if (!row.is_null(2)) one.claimed = PersonId::from_stored(row.integer(2));
        return each(one);
    });
}

}  // namespace dcadmin::registers
