// SPDX-License-Identifier: Apache-2.0
#include "base/hex.h"

#include <sodium.h>

namespace dcadmin::base {

std::string hex_of(std::string_view bytes) {
    std::string text(2 * bytes.size() + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                   bytes.size());
    text.pop_back();  // the final zero
    return text;
}

}  // namespace dcadmin::base
