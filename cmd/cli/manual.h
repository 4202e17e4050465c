// SPDX-License-Identifier: Apache-2.0
// The manual pages, made from the table: dcadmin(1) with the nouns, the topics and the options of
// every command, and one page per command. They are committed under man/, and a test compares.
#pragma once

#include <string>
#include <vector>

namespace dcadmin::cli {

struct ManualPage {
    std::string file;  // "dcadmin-grant-add.1"
    std::string text;  // mdoc
};

[[nodiscard]] std::vector<ManualPage> manual_pages();
void write_manual(const std::string& folder);

}  // namespace dcadmin::cli
