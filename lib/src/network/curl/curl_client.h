// SPDX-License-Identifier: Apache-2.0
// HTTP by libcurl.
#pragma once

#include "network/http.h"

#include <memory>

namespace dcadmin::network {

[[nodiscard]] std::unique_ptr<HttpClient> open_curl();

}  // namespace dcadmin::network
