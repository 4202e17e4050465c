// SPDX-License-Identifier: Apache-2.0
// The private key of the file together with its row in the store.
#pragma once

#include "applications/applications_sql.h"
#include "jose/key.h"

#include <string>

namespace dcadmin::applications {

struct Signer {
    std::string pem;
    std::string kid;
    jose::Algorithm algorithm = jose::Algorithm::es256;
};

/// Refused as Assertions::make() refuses a key file.
[[nodiscard]] Signer read_signer(const std::string& file);
/// Its row. Throws failed when the store knows no such key, or it is retired.
[[nodiscard]] StoredKey active_row(store::Db& db, const Signer& signer);

}  // namespace dcadmin::applications
