// SPDX-License-Identifier: Apache-2.0
// Which kinds of keys there are on a day, for whoever verifies or activates one.
#pragma once

#include <dcadmin/sign_in.h>
#include <dcadmin/store.h>

#include <string_view>

namespace dcadmin::sign_in {

/// The kind as it may be used on that day. Throws rule when it may not, with the reason and the
/// source; usage for a word that is no kind.
[[nodiscard]] KeyKind usable_kind(store::Db& db, std::string_view code, Date day);
/// The same for activating a new one.
[[nodiscard]] KeyKind new_kind(store::Db& db, std::string_view code, Date day);
/// The last day of a key of that kind that was last used (or activated) on `used`.
[[nodiscard]] Date last_day_of(const KeyKind& kind, Date used);

}  // namespace dcadmin::sign_in
