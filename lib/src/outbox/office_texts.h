// SPDX-License-Identifier: Apache-2.0
// What notices say of offices (who administers access for an organisation) and of requests for a
// chief: to the person himself, and to who appointed or asked for another.
#pragma once

#include "outbox/texts.h"

#include <string>

namespace dcadmin::outbox {

/// All offices and requests of a notice, in sentences; empty when it tells of none.
[[nodiscard]] std::string offices_told(const Facts& facts);

[[nodiscard]] std::string chief_subject(Counts counts);
[[nodiscard]] std::string chief_request_subject(Counts counts);
[[nodiscard]] std::string chief_refused_subject(Counts counts);
[[nodiscard]] std::string office_subject(Counts counts);

}  // namespace dcadmin::outbox
