// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/terms/terms_sql.h"

#include "secure_zone/dated_sql.h"
#include "secure_zone/stored_word.h"

#include <string>
#include <string_view>

namespace dcadmin::secure_zone {

namespace {

constexpr std::string_view columns = R"(
    SELECT kind, region, entered_by, channel, length, unit, valid_from, valid_until, source
    FROM zone_term)";

LegalTerm term_from(const store::Statement& row) {
    LegalTerm term{.kind = parse_term_kind(row.text(0)),
                   .region = parse_region(row.text(1)),
                   .entered_by = {},
                   .channel = {},
                   .length = {static_cast<int>(row.integer(4)), parse_term_unit(row.text(5))},
                   .valid = DateRange::of(Date::parse(row.text(6)), Date::parse(row.text(7))),
                   .source = row.string(8)};
    if (!row.text(2).empty()) term.entered_by = parse_entered_by(row.text(2));
    if (!row.text(3).empty()) term.channel = parse_channel(row.text(3));
    return term;
}

}  // namespace

bool has_term(store::Db& db, const LegalTerm& term) {
    const std::string from = term.valid.first().iso();
    const std::string until = term.valid.last().iso();
    auto& found = db.statement(R"(
        SELECT 1 FROM zone_term
        WHERE kind = $1 AND region = $2 AND entered_by = $3 AND channel = $4 AND length = $5
            AND unit = $6 AND valid_from = $7 AND valid_until = $8 AND source = $9)");
    const bool there =
        found.first({name_of(term.kind), name_of(term.region), stored_word(term.entered_by),
                     stored_word(term.channel), term.length.count, name_of(term.length.unit), from,
                     until, term.source});
    found.reset();
    return there;
}

std::int64_t insert_term(store::Db& db, const LegalTerm& term, std::int64_t operation) {
    const std::string from = term.valid.first().iso();
    const std::string until = term.valid.last().iso();
    return db
        .statement(R"(
        INSERT INTO zone_term (kind, region, entered_by, channel, length, unit, valid_from,
                               valid_until, source, operation_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        RETURNING id)")
        .insert({name_of(term.kind), name_of(term.region), stored_word(term.entered_by),
                 stored_word(term.channel), term.length.count, name_of(term.length.unit), from,
                 until, term.source, operation});
}

std::optional<LegalTerm> term_on(store::Db& db, const TermQuestion& question, Date day) {
    const std::string on = day.iso();
    auto& found = db.statement(std::string(columns) + R"(
        WHERE kind = $1 AND region = $2 AND (entered_by = '' OR entered_by = $3)
            AND (channel = '' OR channel = $4) AND valid_from <= $5 AND valid_until >= $5
        ORDER BY valid_from DESC, id DESC LIMIT 1)");
    if (!found.first({name_of(question.kind), name_of(question.region),
                      stored_word(question.entered_by), stored_word(question.channel), on})) {
        return std::nullopt;
    }
    LegalTerm term = term_from(found);
    found.reset();
    return term;
}

bool has_zone_rule(store::Db& db, std::string_view code, Region region, Date day) {
    const std::string on = day.iso();
    auto& found = db.statement(R"(
        SELECT 1 FROM zone_rule
        WHERE code = $1 AND region = $2 AND valid_from <= $3 AND valid_until >= $3)");
    const bool there = found.first({code, name_of(region), on});
    found.reset();
    return there;
}

std::uint64_t list_terms(store::Db& db, const TermFilter& filter, const Each<LegalTerm>& each) {
    store::Listing listing(std::string(columns), "SELECT count(*) FROM zone_term");
    if (filter.kind) listing.where("kind = {}", name_of(*filter.kind));
    if (filter.region) listing.where("region = {}", name_of(*filter.region));
    if (filter.at)
        keep_holding(listing, "zone_term", {"kind", "region", "entered_by", "channel"}, *filter.at);
    listing.order(filter.page,
                  {{"kind", "kind, region, valid_from, id"},
                   {"region", "region, kind, valid_from, id"},
                   {"from", "valid_from, kind, region, id"}},
                  "kind");
    return listing.run(db, [&](const store::Statement& row) { return each(term_from(row)); });
}

}  // namespace dcadmin::secure_zone
