// SPDX-License-Identifier: Apache-2.0
// One-time codes by time (RFC 6238) and the drawing of their enrolment as a QR code. liboath and
// libqrencode do it, in a module of its own that is loaded on first use.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dcadmin::codes {

/// Squares of a QR code, row by row, true for dark.
struct Squares {
    std::size_t width = 0;
    std::vector<bool> dark;
};

/// What the library and the module say to each other; see network/http.h.
struct CodesModule {
    const char* version;
    /// The step that the code of six digits belongs to, within one of the moment's; none when it is
    /// no such code.
    std::optional<std::int64_t> (*step_of)(const std::string& seed, const std::string& code,
                                           std::int64_t unix_seconds);
    std::string (*base32)(const std::string& bytes);
    /// Empty when the text is too long for a QR code.
    Squares (*draw)(const std::string& text);
};
constexpr const char* codes_entry = "dcadmin_codes_module";

/// Loads the module when nobody did yet. Throws failed when it is not installed.
[[nodiscard]] const CodesModule& module();

}  // namespace dcadmin::codes
