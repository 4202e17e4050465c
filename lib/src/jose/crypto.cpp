// SPDX-License-Identifier: Apache-2.0
#include "jose/crypto.h"

#include "base/module_file.h"

namespace dcadmin::jose {

Crypto& crypto() {
    static const std::unique_ptr<Crypto> opened =
        base::load_module<JoseModule>("jose", jose_entry, "the module for signed tokens").open();
    return *opened;
}

}  // namespace dcadmin::jose
