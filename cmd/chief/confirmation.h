// SPDX-License-Identifier: Apache-2.0
// What is confirmed by typing the enterprise number, on a terminal: a page with all that is asked
// for, and the number. Scripts give it with --confirm.
#pragma once

#include "cli/context.h"

#include <dcadmin/base/enterprise_number.h>

#include <optional>
#include <string_view>

namespace dcadmin::commands {

/// The number that was typed; none where nobody may be asked. Throws when nothing is typed.
[[nodiscard]] std::optional<EnterpriseNumber> typed_confirmation(cli::Context& context,
                                                                 std::string_view page);

}  // namespace dcadmin::commands
