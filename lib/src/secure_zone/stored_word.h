// SPDX-License-Identifier: Apache-2.0
// How the store has a word that may be absent: as an empty text.
#pragma once

#include <dcadmin/secure_zone/vocabulary.h>

#include <optional>
#include <string_view>

namespace dcadmin::secure_zone {

template <class Word>
[[nodiscard]] std::string_view stored_word(const std::optional<Word>& word) {
    return word ? name_of(*word) : std::string_view();
}

}  // namespace dcadmin::secure_zone
