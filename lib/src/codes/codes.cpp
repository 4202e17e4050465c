// SPDX-License-Identifier: Apache-2.0
#include "codes/codes.h"

#include "base/module_file.h"

namespace dcadmin::codes {

const CodesModule& module() {
    static const CodesModule& loaded = []() -> const CodesModule& {
        const auto entry = reinterpret_cast<CodesEntry>(
            base::module_entry("codes", codes_entry, "the module for one-time codes"));
        const CodesModule* made = entry != nullptr ? entry() : nullptr;
        base::require_module_version("codes", made != nullptr ? made->version : nullptr);
        return *made;
    }();
    return loaded;
}

}  // namespace dcadmin::codes
