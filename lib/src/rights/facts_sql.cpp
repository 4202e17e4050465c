// SPDX-License-Identifier: Apache-2.0
#include "rights/facts_sql.h"

#include "access/require.h"
#include "store/list_statement.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace dcadmin::rights {

namespace {

std::optional<std::int64_t> one_integer(store::Statement& statement,
                                        std::initializer_list<store::Value> values) {
    std::optional<std::int64_t> value;
    if (statement.first(values)) value = statement.integer(0);
    statement.reset();
    return value;
}

void sort_once(std::vector<std::int64_t>& keys) {
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

// Persons by id, to hang on them what other tables hold.
class ById {
   public:
    explicit ById(std::vector<PersonFacts>& persons) {
        for (PersonFacts& person : persons) entries_.emplace_back(person.id, &person);
        std::sort(entries_.begin(), entries_.end());
        for (const auto& [id, person] : entries_) ids.push_back(id);
    }
    [[nodiscard]] PersonFacts& at(std::int64_t id) const {
        return *std::lower_bound(entries_.begin(), entries_.end(), std::pair(id, nullptr),
                                 [](const auto& a, const auto& b) { return a.first < b.first; })
                    ->second;
    }
    std::vector<std::int64_t> ids;

   private:
    std::vector<std::pair<std::int64_t, PersonFacts*>> entries_;
};

std::vector<PersonFacts> read_persons(store::Db& db, std::vector<std::int64_t>& numbers) {
    static const store::ListStatement sql(
        "SELECT number, id, email FROM person WHERE number IN ({})", 1);
    sort_once(numbers);
    std::vector<PersonFacts> persons;
    sql.run(db, {}, numbers, [&](store::Statement& row) {
        persons.push_back({row.integer(0), row.integer(1), row.string(2), {}, {}});
    });
    std::sort(persons.begin(), persons.end(),
              [](const auto& a, const auto& b) { return a.number < b.number; });
    return persons;
}

void read_relations(store::Db& db, const ById& persons, std::string_view now) {
    static const store::ListStatement sql(R"(
        SELECT id, organisation_id, audience, valid_from, valid_until,
               CASE WHEN ended_at = '' OR ended_at > $1 THEN 1 ELSE 0 END, email, person_id
        FROM working_relation WHERE person_id IN ({}))",
                                          2);
    sql.run(db, {now}, persons.ids, [&](store::Statement& row) {
        persons.at(row.integer(7))
            .relations.push_back({.id = row.integer(0),
                                  .organisation_id = row.integer(1),
                                  .org = EnterpriseNumber::from_stored(0),
                                  .audience = parse_audience(row.text(2)),
                                  .from = Date::parse(row.text(3)),
                                  .until = Date::parse(row.text(4)),
                                  .live = row.integer(5) != 0,
                                  .email = row.string(6)});
    });
}

// By themselves, for many persons share few organisations, and a server that is asked for both at
// once takes to reading all organisations each time.
void read_organisations(store::Db& db, std::vector<PersonFacts>& persons, KnownPlaces& known) {
    static const store::ListStatement sql("SELECT id, number FROM organisation WHERE id IN ({})",
                                          1);
    std::vector<std::int64_t> ids;
    for (const PersonFacts& person : persons) {
        for (const RelationFacts& relation : person.relations) {
            const auto id = relation.organisation_id;
            if (!known.organisations.contains(id)) ids.push_back(id);
        }
    }
    sort_once(ids);
    sql.run(db, {}, ids, [&](store::Statement& row) {
        const auto number = static_cast<std::uint64_t>(row.integer(1));
        known.organisations.emplace(row.integer(0), EnterpriseNumber::from_stored(number));
    });
    for (PersonFacts& person : persons) {
        for (RelationFacts& relation : person.relations) {
            relation.org = known.organisations.at(relation.organisation_id);
        }
    }
}

void read_held(store::Db& db, const ById& persons, std::string_view now) {
    static const store::ListStatement sql(R"(
        SELECT g.id, g.relation_id, g.right_id, g.context_id, g.valid_from, g.valid_until,
               r.person_id
        FROM working_relation r JOIN right_grant g ON g.relation_id = r.id
        WHERE (g.revoked_at = '' OR g.revoked_at > $1) AND r.person_id IN ({}))",
                                          2);
    sql.run(db, {now}, persons.ids, [&](store::Statement& row) {
        persons.at(row.integer(6))
            .held.push_back({.id = row.integer(0),
                             .relation_id = row.integer(1),
                             .right_id = row.integer(2),
                             .context_id = row.integer(3),
                             .from = Date::parse(row.text(4)),
                             .until = Date::parse(row.text(5))});
    });
}

std::vector<SiteFacts> read_sites(store::Db& db, std::vector<std::int64_t>& numbers,
                                  KnownPlaces& known) {
    static const store::ListStatement sql(R"(
        SELECT number, organisation_id, id FROM context_value
        WHERE kind = 'site' AND number IN ({}))",
                                          1);
    sort_once(numbers);
    std::vector<std::int64_t> unread;
    for (const std::int64_t number : numbers) {
        if (known.sites_by_number.try_emplace(number).second) unread.push_back(number);
    }
    sql.run(db, {}, unread, [&](store::Statement& row) {
        known.sites_by_number[row.integer(0)].push_back(
            {row.integer(0), row.integer(1), row.integer(2)});
    });
    std::vector<SiteFacts> sites;
    for (const std::int64_t number : numbers) {
        const auto& found = known.sites_by_number[number];
        sites.insert(sites.end(), found.begin(), found.end());
    }
    std::sort(sites.begin(), sites.end());
    return sites;
}

}  // namespace

PersonFacts* Facts::person(NationalNumber number) {
    const auto wanted = static_cast<std::int64_t>(number.value());
    const auto found = std::lower_bound(
        persons.begin(), persons.end(), wanted,
        [](const PersonFacts& person, std::int64_t key) { return person.number < key; });
    return found != persons.end() && found->number == wanted ? &*found : nullptr;
}

std::optional<std::int64_t> Facts::site(std::int64_t organisation_id, SiteNumber number) const {
    const auto wanted = static_cast<std::int64_t>(number.value());
    const auto found =
        std::lower_bound(sites.begin(), sites.end(), SiteFacts{wanted, organisation_id, 0});
    const bool there = found != sites.end() && found->number == wanted &&
                       found->organisation_id == organisation_id;
    return there ? std::optional(found->context_id) : std::nullopt;
}

void WantedFacts::add(NationalNumber person, std::span<const ContextValue> contexts) {
    const auto number = static_cast<std::int64_t>(person.value());
    if (persons.empty() || persons.back() != number) persons.push_back(number);
    for (const ContextValue& context : contexts) {
        if (const auto* site = std::get_if<SiteNumber>(&context)) {
            sites.push_back(static_cast<std::int64_t>(site->value()));
        }
    }
}

void KnownPlaces::keep_small() {
    constexpr std::size_t most = 100'000;
    if (organisations.size() > most) organisations.clear();
    if (sites_by_number.size() > most) sites_by_number.clear();
}

Facts read_facts(store::Db& db, WantedFacts wanted, KnownPlaces& known, std::string_view now,
                 bool with_grants) {
    known.keep_small();
    Facts facts{read_persons(db, wanted.persons), read_sites(db, wanted.sites, known)};
    const ById by_id(facts.persons);
    read_relations(db, by_id, now);
    read_organisations(db, facts.persons, known);
    if (with_grants) read_held(db, by_id, now);
    for (PersonFacts& person : facts.persons) {
        std::sort(person.relations.begin(), person.relations.end(),
                  [](const auto& a, const auto& b) { return a.id < b.id; });
        // As for a single request, so that the same grant is named in a conflict.
        std::sort(person.held.begin(), person.held.end(), [](const auto& a, const auto& b) {
            return std::tie(a.from, a.id) < std::tie(b.from, b.id);
        });
    }
    return facts;
}

std::optional<PersonFacts> find_person_facts(store::Db& db, NationalNumber number,
                                             std::string_view now) {
    WantedFacts wanted;
    wanted.add(number, {});
    KnownPlaces known;
    auto facts = read_facts(db, std::move(wanted), known, now, false);
    if (facts.persons.empty()) return std::nullopt;
    return std::move(facts.persons.front());
}

std::optional<std::int64_t> number_of_person(store::Db& db, std::int64_t person_id) {
    return one_integer(db.statement("SELECT number FROM person WHERE id = $1 AND number > 0"),
                       {person_id});
}

std::optional<std::int64_t> person_of_number(store::Db& db, std::int64_t number) {
    return one_integer(db.statement("SELECT id FROM person WHERE number = $1"), {number});
}

std::optional<std::int64_t> find_organisation_id(store::Db& db, EnterpriseNumber number) {
    auto& found = db.statement("SELECT id FROM organisation WHERE number = $1");
    if (!found.first({static_cast<std::int64_t>(number.value())})) return std::nullopt;
    const auto id = found.integer(0);
    found.reset();
    return id;
}

std::string domain_of(store::Db& db, std::string_view right) {
    auto& found = db.statement("SELECT domain FROM right_definition WHERE code = $1");
    if (!found.first({right})) return std::string(access::usual_domain);
    std::string domain = found.string(0);
    found.reset();
    return domain;
}

bool organisation_exists(store::Db& db, EnterpriseNumber number) {
    return one_integer(db.statement("SELECT id FROM organisation WHERE number = $1"),
                       {static_cast<std::int64_t>(number.value())})
        .has_value();
}

namespace {

// One row per right and audience, ordered by right.
std::vector<RightFacts> read_rights(store::Statement& rows) {
    std::vector<RightFacts> rights;
    while (rows.step()) {
        if (rights.empty() || rights.back().id != rows.integer(0)) {
            rights.push_back({.id = rows.integer(0),
                              .code = rows.string(1),
                              .domain = rows.string(2),
                              .audiences = 0,
                              .context = parse_context_kind(rows.text(3)),
                              .max_term = Term::parse(rows.text(4)),
                              .default_term = Term::parse(rows.text(5)),
                              .roles = {}});
        }
        auto& bits = rights.back().audiences;
        bits = static_cast<std::uint8_t>(bits | bit_of(parse_audience(rows.text(6))));
    }
    rows.reset();
    return rights;
}

// Hangs the roles on their rights; both are ordered by the right's id.
void add_roles(store::Statement& rows, std::vector<RightFacts>& rights) {
    auto right = rights.begin();
    while (rows.step()) {
        while (right != rights.end() && right->id < rows.integer(0)) ++right;
        if (right == rights.end()) break;
        right->roles.push_back({rows.string(1), rows.integer(2)});
    }
    rows.reset();
}

}  // namespace

std::vector<RightFacts> all_right_facts(store::Db& db) {
    auto& rows = db.statement(R"(
        SELECT d.id, d.code, d.domain, d.context, d.max_term, d.default_term, a.audience
        FROM right_definition d JOIN right_audience a ON a.right_id = d.id
        ORDER BY d.id)");
    rows.bind({});
    auto rights = read_rights(rows);
    auto& roles = db.statement(R"(
        SELECT right_id, code, id FROM context_value WHERE kind = 'role' ORDER BY right_id, code)");
    roles.bind({});
    add_roles(roles, rights);
    return rights;
}

std::optional<RightFacts> find_right_facts(store::Db& db, std::string_view code) {
    auto& rows = db.statement(R"(
        SELECT d.id, d.code, d.domain, d.context, d.max_term, d.default_term, a.audience
        FROM right_definition d JOIN right_audience a ON a.right_id = d.id
        WHERE d.code = $1)");
    rows.bind({code});
    auto found = read_rights(rows);
    if (found.empty()) return std::nullopt;
    if (found.front().context == ContextKind::role) {
        auto& roles = db.statement(R"(
            SELECT right_id, code, id FROM context_value
            WHERE kind = 'role' AND right_id = $1 ORDER BY code)");
        roles.bind({found.front().id});
        add_roles(roles, found);
    }
    return std::move(found.front());
}

std::optional<std::int64_t> find_site_value(store::Db& db, std::int64_t organisation_id,
                                            SiteNumber site) {
    return one_integer(db.statement(R"(
        SELECT id FROM context_value
        WHERE kind = 'site' AND number = $1 AND organisation_id = $2)"),
                       {static_cast<std::int64_t>(site.value()), organisation_id});
}

std::string context_code(store::Db& db, std::int64_t context_id) {
    auto& found = db.statement("SELECT code FROM context_value WHERE id = $1");
    std::string code = found.first({context_id}) ? found.string(0) : std::string();
    found.reset();
    return code;
}

std::vector<std::string> some_sites(store::Db& db, std::int64_t organisation_id,
                                    std::int64_t limit) {
    std::vector<std::string> sites;
    auto& rows = db.statement(R"(
        SELECT number FROM context_value WHERE kind = 'site' AND organisation_id = $1
        ORDER BY number LIMIT $2)");
    rows.bind({organisation_id, limit});
    while (rows.step()) {
        sites.push_back(
            SiteNumber::from_stored(static_cast<std::uint64_t>(rows.integer(0))).digits());
    }
    rows.reset();
    return sites;
}

bool any_grants(store::Db& db) {
    return one_integer(db.statement("SELECT 1 FROM right_grant LIMIT 1"), {}).has_value();
}

}  // namespace dcadmin::rights
