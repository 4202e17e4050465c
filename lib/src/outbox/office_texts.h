// SPDX-License-Identifier: Apache-2.0
// What notices say of offices (who administers access for an organisation) and of requests for a
// chief: to the person himself, and to who appointed or asked for another.
#pragma once

#include "outbox/phrases.h"
#include "outbox/texts.h"

#include <string>

namespace dcadmin::outbox {

/// Adds all offices and requests of a notice; nothing when it tells of none.
void add_offices(Letter& letter, const Phrases& phrases, const Facts& facts);

/// "Poetshulp (0566.988.259)".
[[nodiscard]] std::string named(const ToldOrganisation& organisation);
/// "site Aalst (980000611888)", "role invoerder", or nothing.
[[nodiscard]] std::string named(const Phrases& phrases, const ToldContext& context);

}  // namespace dcadmin::outbox
