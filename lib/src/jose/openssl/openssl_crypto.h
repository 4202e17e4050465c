// SPDX-License-Identifier: Apache-2.0
// Signatures by OpenSSL's EVP.
#pragma once

#include "jose/crypto.h"

#include <memory>

namespace dcadmin::jose {

[[nodiscard]] std::unique_ptr<Crypto> open_openssl();

}  // namespace dcadmin::jose
