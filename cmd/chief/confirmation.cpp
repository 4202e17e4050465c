// SPDX-License-Identifier: Apache-2.0
#include "chief/confirmation.h"

#include <dcadmin/error.h>

namespace dcadmin::commands {

std::optional<EnterpriseNumber> typed_confirmation(cli::Context& context, std::string_view page) {
    if (!context.may_ask()) return std::nullopt;
    for (auto rest = page; !rest.empty();) {
        const auto end = rest.find('\n');
        context.warn(rest.substr(0, end));
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
    const auto typed = context.typed("type the enterprise number to confirm: ");
    if (typed && !typed->empty()) return EnterpriseNumber::parse(*typed);
    throw Error(Kind::failed, "not confirmed: nothing was changed");
}

}  // namespace dcadmin::commands
