// SPDX-License-Identifier: Apache-2.0
#include "sign_in/kinds_sql.h"

#include "store/db.h"

namespace dcadmin::sign_in {

namespace {

std::string state_on(const KeyKind& kind, Date day) {
    if (day > kind.usable.last()) return "ended";
    if (day < kind.usable.first()) return "future";
    return day > kind.new_until ? "no new ones" : "usable";
}

}  // namespace

std::vector<KeyKind> read_kinds(store::Db& db, std::string_view code, Date day) {
    auto& rows = db.statement(R"(
        SELECT code, name_nl, level, assurance, activation, valid_from, valid_until, new_until,
               unused_term, source
        FROM key_kind WHERE code = $1 OR $1 = '' ORDER BY level DESC, code, valid_from)");
    rows.bind({code});
    std::vector<KeyKind> kinds;
    while (rows.step()) {
        KeyKind kind{.code = rows.string(0),
                     .name = rows.string(1),
                     .level = static_cast<int>(rows.integer(2)),
                     .assurance = rows.string(3),
                     .activation = rows.string(4),
                     .usable = DateRange::of(Date::parse(rows.text(5)), Date::parse(rows.text(6))),
                     .new_until = Date::parse(rows.text(7)),
                     .unused_term = {},
                     .source = rows.string(9),
                     .state = {}};
        if (!rows.text(8).empty()) kind.unused_term = Term::parse(rows.text(8));
        kind.state = state_on(kind, day);
        kinds.push_back(std::move(kind));
    }
    rows.reset();
    return kinds;
}

}  // namespace dcadmin::sign_in
