// SPDX-License-Identifier: Apache-2.0
#include "sign_in/credentials_sql.h"

#include "persons/find.h"
#include "sign_in/kinds.h"
#include "sign_in/kinds_sql.h"
#include "store/db.h"
#include "store/listing.h"

#include <fmt/format.h>

#include <algorithm>

namespace dcadmin::sign_in {

namespace {

constexpr std::string_view stored =
    "SELECT id, person_id, kind, handle, secret, counter, activated_at, used_at FROM credential ";

Credential read_credential(store::Statement& row) {
    Credential found{.id = row.integer(0),
                     .person = row.integer(1),
                     .kind = row.string(2),
                     .handle = row.string(3),
                     .secret = row.string(4),
                     .counter = row.integer(5),
                     .activated_at = row.string(6),
                     .used_at = row.string(7)};
    row.reset();
    return found;
}

constexpr std::string_view shown_columns = R"(
    SELECT c.id, c.person_id, p.number, p.first_name, p.last_name, c.kind, c.handle,
           c.activated_at, c.identified_by, c.used_at, c.retired_at, coalesce(g.open_at, ''),
           coalesce(g.day, ''), coalesce(g.day_misses, 0))";
constexpr std::string_view shown_tables = R"(
    FROM credential c
    JOIN person p ON p.id = c.person_id
    LEFT JOIN credential_guess g ON g.credential_id = c.id)";

// A user name and a serial number are there to be shown; telephone numbers and subjects are not.
bool shows_handle(std::string_view kind) {
    return kind == "password" || kind == "token";
}

std::string state_of(const store::Statement& row, const Key& key, Timestamp now) {
    if (!row.text(10).empty()) return "retired";
    if (key.last_day && *key.last_day < now.brussels_day()) return "ended";
    const bool today = row.text(12) == now.brussels_day().iso();
    const bool closed = row.text(11) > now.iso() || (today && row.integer(13) >= 10);
    return closed ? "closed" : "active";
}

class Reader {
   public:
    Reader(store::Db& db, Timestamp now)
        : kinds_(read_kinds(db, "", now.brussels_day())), now_(now) {}

    [[nodiscard]] Key read(const store::Statement& row) const {
        Key key{.id = KeyId::from_stored(row.integer(0)),
                .person = PersonId::from_stored(row.integer(1)),
                .name = row.integer(2) > 0 ? fmt::format("{} {}", row.text(3), row.text(4))
                                           : std::string(persons::erased_name),
                .kind = row.string(5),
                .level = 0,
                .assurance = {},
                .handle = shows_handle(row.text(5)) ? row.string(6) : std::string(),
                .activated_at = Timestamp::parse(row.text(7)),
                .identified_by = row.string(8),
                .used_at = {},
                .state = {},
                .last_day = {},
                .days_left = {}};
        if (!row.text(9).empty()) key.used_at = Timestamp::parse(row.text(9));
        for (const KeyKind& kind : kinds_) {
            if (kind.code == key.kind) add_kind(key, kind);
        }
        key.state = state_of(row, key, now_);
        return key;
    }

   private:
    void add_kind(Key& key, const KeyKind& kind) const {
        key.level = kind.level;
        key.assurance = kind.assurance;
        const Date end = last_day_of(kind, key.used_at.value_or(key.activated_at).brussels_day());
        if (end.year() == 9999) return;
        key.last_day = end;
        key.days_left = std::max(0, end.days() - now_.brussels_day().days());
    }

    std::vector<KeyKind> kinds_;
    Timestamp now_;
};

}  // namespace

std::optional<Credential> find_credential(store::Db& db, std::string_view kind,
                                          std::string_view handle) {
    auto& row =
        db.statement(std::string(stored) +
                     "WHERE kind = $1 AND handle = $2 AND retired_at = '' AND handle <> ''");
    if (!row.first({kind, handle})) return std::nullopt;
    return read_credential(row);
}

std::optional<Credential> credential_of(store::Db& db, std::string_view kind, std::int64_t person) {
    auto& row =
        db.statement(std::string(stored) +
                     "WHERE person_id = $1 AND kind = $2 AND retired_at = '' ORDER BY id DESC");
    if (!row.first({person, kind})) return std::nullopt;
    return read_credential(row);
}

std::int64_t insert_credential(store::Tx& tx, const NewCredential& added) {
    const std::string now = tx.now().iso();
    const std::string_view activated = added.activated_at.empty() ? now : added.activated_at;
    return tx.db()
        .statement(R"(
        INSERT INTO credential (person_id, kind, handle, secret, counter, activated_at,
                                identified_by, used_at, retired_at, operation_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, '', '', $8) RETURNING id)")
        .insert({added.person, added.kind, added.handle, added.secret, added.counter, activated,
                 added.identified_by, tx.operation()});
}

bool retire_credential(store::Db& db, std::int64_t id, std::string_view now) {
    return db.statement("UPDATE credential SET retired_at = $2 WHERE id = $1 AND retired_at = ''")
               .run({id, now}) == 1;
}

std::uint64_t end_sessions_of(store::Db& db, std::int64_t credential, std::string_view now) {
    return static_cast<std::uint64_t>(
        db.statement("UPDATE session SET ended_at = $2 WHERE credential_id = $1 AND ended_at = ''")
            .run({credential, now}));
}

void note_use(store::Db& db, std::int64_t id, std::string_view now) {
    db.statement("UPDATE credential SET used_at = $2 WHERE id = $1 AND used_at < $2")
        .run({id, now});
}

bool take_counter(store::Db& db, std::int64_t id, std::int64_t counter) {
    return db.statement(
                 "UPDATE credential SET counter = $2 WHERE id = $1 AND counter < $2 AND "
                 "retired_at = ''")
               .run({id, counter}) == 1;
}

std::optional<std::string> printed_code(store::Db& db, std::int64_t id, std::int64_t position) {
    auto& row =
        db.statement("SELECT hash FROM one_time_code WHERE credential_id = $1 AND position = $2");
    if (!row.first({id, position})) return std::nullopt;
    std::string hash = row.string(0);
    row.reset();
    return hash;
}

void insert_printed_code(store::Db& db, std::int64_t id, std::int64_t position,
                         std::string_view hash) {
    db.statement(R"(
        INSERT INTO one_time_code (credential_id, position, hash, expires_at, used_at)
        VALUES ($1, $2, $3, '', ''))")
        .run({id, position, hash});
}

std::uint64_t list_keys(store::Db& db, const KeyFilter& filter, std::optional<std::int64_t> person,
                        const access::Sight& sight, Timestamp now, const Each<Key>& each) {
    store::Listing listing(std::string(shown_columns) + std::string(shown_tables),
                           "SELECT count(*)" + std::string(shown_tables));
    if (person) listing.where("c.person_id = {}", *person);
    access::narrow(listing, sight, {.organisation = {}, .person = "c.person_id"});
    if (!filter.kind.empty()) listing.where("c.kind = {}", filter.kind);
    listing.order(filter.page, {{"id", "c.id"}, {"name", "p.last_name, p.first_name, c.id"}}, "id");
    const Reader reader(db, now);
    std::uint64_t shown = 0;
    const std::uint64_t all = listing.run(db, [&](const store::Statement& row) {
        const Key key = reader.read(row);
        if (!filter.state.empty() && key.state != filter.state) return true;
        ++shown;
        return each(key);
    });
    return filter.state.empty() ? all : shown;
}

std::optional<Key> find_key(store::Db& db, std::int64_t id, Timestamp now) {
    const Reader reader(db, now);
    auto& row =
        db.statement(std::string(shown_columns) + std::string(shown_tables) + " WHERE c.id = $1");
    if (!row.first({id})) return std::nullopt;
    Key key = reader.read(row);
    row.reset();
    return key;
}

std::optional<KeyRow> find_key_row(store::Db& db, std::int64_t id) {
    auto& row = db.statement(R"(
        SELECT person_id, kind, activated_at, identified_by, retired_at
        FROM credential WHERE id = $1)");
    if (!row.first({id})) return std::nullopt;
    KeyRow found{row.integer(0), row.string(1), row.string(2), row.string(3), row.string(4)};
    row.reset();
    return found;
}

}  // namespace dcadmin::sign_in
