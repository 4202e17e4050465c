// SPDX-License-Identifier: Apache-2.0
#include "rights/catalogue_sql.h"

#include "audit/images.h"
#include "store/listing.h"

#include <dcadmin/base/text.h>

#include <fmt/format.h>

#include <algorithm>

namespace dcadmin::rights {

namespace {

std::string folded_of(const Right& right) {
    return text::folded(fmt::format("{} {} {} {}", right.code.text(), right.title_nl,
                                    right.title_fr, right.title_en));
}

constexpr std::string_view right_columns =
    "d.id, d.code, d.title_nl, d.title_fr, d.title_en, d.context, d.max_term, d.default_term, "
    "d.min_level, d.domain";

void read_lists(store::Db& db, StoredRight& stored) {
    auto& audiences =
        db.statement("SELECT audience FROM right_audience WHERE right_id = $1 ORDER BY audience");
    audiences.bind({stored.id});
    while (audiences.step()) {
        stored.right.audiences.push_back(parse_audience(audiences.text(0)));
    }
    audiences.reset();
    auto& roles = db.statement(
        "SELECT code FROM context_value WHERE kind = 'role' AND right_id = $1 ORDER BY code");
    roles.bind({stored.id});
    while (roles.step()) stored.right.roles.push_back(RoleCode::from_stored(roles.string(0)));
    roles.reset();
}

StoredRight read_right(const store::Statement& row) {
    return {row.integer(0),
            {.code = RightCode::from_stored(row.string(1)),
             .title_nl = row.string(2),
             .title_fr = row.string(3),
             .title_en = row.string(4),
             .audiences = {},
             .context = parse_context_kind(row.text(5)),
             .roles = {},
             .max_term = Term::parse(row.text(6)),
             .default_term = Term::parse(row.text(7)),
             .min_level = static_cast<int>(row.integer(8)),
             .domain = DomainCode::from_stored(row.string(9))}};
}

}  // namespace

std::optional<StoredRight> find_right(store::Db& db, const RightCode& code) {
    auto& found = db.statement(R"(
        SELECT d.id, d.code, d.title_nl, d.title_fr, d.title_en, d.context, d.max_term,
               d.default_term, d.min_level, d.domain
        FROM right_definition d WHERE d.code = $1)");
    if (!found.first({code.text()})) return std::nullopt;
    StoredRight stored = read_right(found);
    found.reset();
    read_lists(db, stored);
    return stored;
}

std::vector<std::string> all_codes(store::Db& db) {
    std::vector<std::string> codes;
    auto& found = db.statement("SELECT code FROM right_definition ORDER BY code");
    found.bind({});
    while (found.step()) codes.push_back(found.string(0));
    found.reset();
    return codes;
}

std::int64_t insert_right(store::Db& db, const Right& right) {
    const std::string folded = folded_of(right);
    const std::string max_term = right.max_term.text();
    const std::string default_term = right.default_term.text();
    return db
        .statement(R"(
        INSERT INTO right_definition (code, title_nl, title_fr, title_en, folded, context, max_term,
                                      default_term, min_level, domain)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        RETURNING id)")
        .insert({right.code.text(), right.title_nl, right.title_fr, right.title_en, folded,
                 name_of(right.context), max_term, default_term,
                 static_cast<std::int64_t>(right.min_level), right.domain.text()});
}

void update_right(store::Db& db, std::int64_t id, const Right& right) {
    const std::string folded = folded_of(right);
    const std::string max_term = right.max_term.text();
    const std::string default_term = right.default_term.text();
    db.statement(R"(
        UPDATE right_definition
        SET title_nl = $2, title_fr = $3, title_en = $4, folded = $5, max_term = $6,
            default_term = $7, min_level = $8, domain = $9
        WHERE id = $1)")
        .run({id, right.title_nl, right.title_fr, right.title_en, folded, max_term, default_term,
              static_cast<std::int64_t>(right.min_level), right.domain.text()});
}

bool has_domain(store::Db& db, const DomainCode& code) {
    auto& found = db.statement("SELECT 1 FROM domain WHERE code = $1");
    const bool there = found.first({code.text()});
    found.reset();
    return there;
}

void insert_audience(store::Db& db, std::int64_t right_id, Audience audience) {
    db.statement("INSERT INTO right_audience (right_id, audience) VALUES ($1, $2)")
        .run({right_id, name_of(audience)});
}

void delete_audiences(store::Db& db, std::int64_t right_id) {
    db.statement("DELETE FROM right_audience WHERE right_id = $1").run({right_id});
}

std::int64_t insert_role(store::Db& db, std::int64_t right_id, const RoleCode& role) {
    return db
        .statement(R"(
        INSERT INTO context_value (kind, right_id, code, name, folded)
        VALUES ('role', $1, $2, $2, $2)
        RETURNING id)")
        .insert({right_id, role.text()});
}

std::uint64_t list_rights(store::Db& db, const RightFilter& filter, const Each<Right>& each) {
    store::Listing listing(fmt::format("SELECT {} FROM right_definition d", right_columns),
                           "SELECT count(*) FROM right_definition d");
    listing.search("d.folded", filter.text);
    if (filter.audience) {
        listing.where(
            "EXISTS (SELECT 1 FROM right_audience a WHERE a.right_id = d.id "
            "AND a.audience = {})",
            name_of(*filter.audience));
    }
    listing.order(filter.page, {{"code", "d.code"}, {"title", "d.title_nl, d.code"}}, "code");
    return listing.run(db, [&](const store::Statement& row) {
        StoredRight stored = read_right(row);
        read_lists(db, stored);
        return each(stored.right);
    });
}

std::string image_of(const Right& right) {
    const std::string max_term = right.max_term.text();
    const std::string default_term = right.default_term.text();
    audit::RightFields fields{.code = right.code.text(),
                              .title_nl = right.title_nl,
                              .title_fr = right.title_fr,
                              .title_en = right.title_en,
                              .context = name_of(right.context),
                              .max_term = max_term,
                              .default_term = default_term,
                              .min_level = right.min_level,
                              .audiences = {},
                              .roles = {},
                              .domain = right.domain.text()};
    for (const Audience audience : right.audiences)
        fields.audiences.emplace_back(name_of(audience));
    for (const RoleCode& role : right.roles) fields.roles.push_back(role.text());
    std::sort(fields.audiences.begin(), fields.audiences.end());
    std::sort(fields.roles.begin(), fields.roles.end());
    return audit::image_of(fields);
}

}  // namespace dcadmin::rights
