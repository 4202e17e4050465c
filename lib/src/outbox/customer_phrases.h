// SPDX-License-Identifier: Apache-2.0
// The words of notices to customers, one set a language, with named gaps. A set that lacks a phrase
// does not compile.
#pragma once

#include "outbox/phrases.h"

namespace dcadmin::outbox {

struct CustomerPhrases {
    Opening validated;           // {count}; {organisation}
    Opening modified;            // likewise
    Opening cancelled;           // likewise
    Opening changed;             // any other kind
    Many service;                // {day} {hours}
    std::string_view by;         // {worker}
    std::string_view answer_by;  // {until}
    std::string_view silence;
    std::string_view no_silence;
    std::string_view done;    // {at}
    std::string_view digest;  // {count}, a subject
};

[[nodiscard]] const CustomerPhrases& customer_phrases_of(Language language);

}  // namespace dcadmin::outbox
