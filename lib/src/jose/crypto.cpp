// SPDX-License-Identifier: Apache-2.0
#include "jose/crypto.h"

#include "base/module_file.h"

namespace dcadmin::jose {

Crypto& crypto() {
    static const std::unique_ptr<Crypto> opened = [] {
        const auto entry = reinterpret_cast<JoseEntry>(
            base::module_entry("jose", jose_entry, "the module for signed tokens"));
        const JoseModule* made = entry != nullptr ? entry() : nullptr;
        base::require_module_version("jose", made != nullptr ? made->version : nullptr);
        return made->open();
    }();
    return *opened;
}

}  // namespace dcadmin::jose
