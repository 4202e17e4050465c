// SPDX-License-Identifier: Apache-2.0
#include "codes/codes.h"

#include "base/module_file.h"

namespace dcadmin::codes {

const CodesModule& module() {
    static const auto& loaded =
        base::load_module<CodesModule>("codes", codes_entry, "the module for one-time codes");
    return loaded;
}

}  // namespace dcadmin::codes
