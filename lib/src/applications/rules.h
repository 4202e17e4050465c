// SPDX-License-Identifier: Apache-2.0
// What an application may be called and ask for. Pure functions.
#pragma once

#include <dcadmin/applications.h>
#include <dcadmin/error.h>

#include <optional>
#include <string>

namespace dcadmin::applications {

/// In small letters; usage for another shape.
[[nodiscard]] std::string application_code(std::string_view text);
/// With what is usual where nothing was said. Throws usage.
[[nodiscard]] Application application_of(const NewApplication& request);
/// Conflict, when the one that is there differs.
[[nodiscard]] std::optional<Error> difference(const Application& there, const Application& asked);
[[nodiscard]] Error unknown_application(const std::string& code);
/// not_allowed, naming the keys that would do.
[[nodiscard]] Error too_low(const Application& application, int asked, const std::string& key,
                            std::int64_t level, const std::vector<std::string>& better);
/// Of an issuer: https, or http on this very machine; usage otherwise.
void require_issuer(const std::string& issuer);
/// At most 200 printable characters; usage otherwise.
void require_nonce(const std::string& nonce);

}  // namespace dcadmin::applications
