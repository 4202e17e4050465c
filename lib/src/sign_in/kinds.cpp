// SPDX-License-Identifier: Apache-2.0
#include "sign_in/kinds.h"

#include "sign_in/kinds_sql.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include <algorithm>

namespace dcadmin {

namespace sign_in {

namespace {

// The row that holds on the day, else the last one.
KeyKind kind_on(store::Db& db, std::string_view code, Date day) {
    const auto kinds = read_kinds(db, code, day);
    if (code.empty() || kinds.empty()) {
        throw Error(Kind::usage, say("{} is no kind of key", text::quoted(code)),
                    "see which there are: dcadmin key kinds", "key");
    }
    const auto holds = std::ranges::find_if(
        kinds, [day](const KeyKind& kind) { return kind.usable.contains(day); });
    return holds != kinds.end() ? *holds : kinds.back();
}

}  // namespace

KeyKind usable_kind(store::Db& db, std::string_view code, Date day) {
    KeyKind kind = kind_on(db, code, day);
    if (kind.usable.contains(day)) return kind;
    const bool over = day > kind.usable.last();
    throw Error(Kind::rule,
                over ? say("a key of the kind {} could be used until {} ({})", kind.code,
                           kind.usable.last().formatted(), kind.source)
                     : say("a key of the kind {} could be used only from {} ({})", kind.code,
                           kind.usable.first().formatted(), kind.source),
                "see which keys may be used: dcadmin key kinds", "key");
}

KeyKind new_kind(store::Db& db, std::string_view code, Date day) {
    KeyKind kind = usable_kind(db, code, day);
    if (day <= kind.new_until) return kind;
    throw Error(Kind::rule,
                say("the last new key of the kind {} was given on {} ({})", kind.code,
                    kind.new_until.formatted(), kind.source),
                "see which keys may be activated: dcadmin key kinds", "key");
}

Date last_day_of(const KeyKind& kind, Date used) {
    const Date end = kind.usable.last();
    if (!kind.unused_term) return end;
    return std::min(end, used.plus(*kind.unused_term));
}

}  // namespace sign_in

std::vector<KeyKind> Keys::kinds(std::optional<Date> day) {
    return sign_in::read_kinds(env_.store.db(), "", day.value_or(env_.clock.today()));
}

}  // namespace dcadmin
