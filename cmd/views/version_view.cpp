// SPDX-License-Identifier: Apache-2.0
#include "views/version_view.h"

namespace dcadmin::views {

output::View<Version> version_view() {
    return {.names = {"version", "versions"},
            .fields = {{{"program", "its name"},
                        [](const Version& v) -> output::Value { return v.program; }},
                       {{"version", "major, minor and patch"},
                        [](const Version& v) -> output::Value { return v.version; }}}};
}

}  // namespace dcadmin::views
