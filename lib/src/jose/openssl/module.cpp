// SPDX-License-Identifier: Apache-2.0
// The one entry of the module.
#include "jose/openssl/openssl_crypto.h"

#include <dcadmin/export.h>

extern "C" DCADMIN_API const dcadmin::jose::JoseModule* dcadmin_jose_module();

const dcadmin::jose::JoseModule* dcadmin_jose_module() {
    static constexpr dcadmin::jose::JoseModule module{DCADMIN_VERSION, dcadmin::jose::open_openssl};
    return &module;
}
