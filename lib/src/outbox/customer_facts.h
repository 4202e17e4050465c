// SPDX-License-Identifier: Apache-2.0
// What a notice to a customer tells of: the services that its operation changed for him, as they
// are when it is sent. A mail tells the worker's first name alone, and no number of anybody.
#pragma once

#include "outbox/texts.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dcadmin::outbox {

struct ToldService {
    Date day;
    std::int64_t hours = 0;
    std::string worker;             // first name; empty when he was erased
    std::optional<Date> answer_by;  // after it, silence is an answer; none: it never is
};

struct CustomerFacts {
    std::string kind;  // "service.validated", "service.modified", "service.cancelled"
    std::string name;
    ToldOrganisation organisation;
    Timestamp at = Timestamp::from_seconds(0);
    std::vector<ToldService> services;
    std::size_t count = 0;  // of all, also those that the text only counts
};

}  // namespace dcadmin::outbox
