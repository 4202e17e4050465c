// SPDX-License-Identifier: Apache-2.0
// The texts of the table of commands and of the topics, for the translators: `dcadmin __texts`
// writes them as a template of gettext's, which `cmake --build … --target pot` joins with those of
// the sources.
#pragma once

#include <string>

namespace dcadmin::cli {

[[nodiscard]] std::string table_texts();

}  // namespace dcadmin::cli
