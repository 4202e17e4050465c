// SPDX-License-Identifier: Apache-2.0
// Bytes as small hexadecimal digits.
#pragma once

#include <string>
#include <string_view>

namespace dcadmin::base {

[[nodiscard]] std::string hex_of(std::string_view bytes);

/// The same for an array of bytes.
template <class Bytes>
[[nodiscard]] std::string hex_of_array(const Bytes& bytes) {
    return hex_of({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

}  // namespace dcadmin::base
