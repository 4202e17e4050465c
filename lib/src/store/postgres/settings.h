// SPDX-License-Identifier: Apache-2.0
// From a store address to what libpq is told. Everything in the address passes to libpq as it is:
// TLS, several hosts, service files. What it leaves open gets values that suit a program which must
// neither hang for ever nor write to a standby.
#pragma once

#include "store/driver.h"

#include <string>
#include <utility>
#include <vector>

namespace dcadmin::store::postgres {

struct Settings {
    std::vector<std::pair<std::string, std::string>> values;  // in the order libpq takes them

    /// As libpq wants them: two arrays that end with a null. They live as long as this does.
    [[nodiscard]] std::vector<const char*> names() const;
    [[nodiscard]] std::vector<const char*> texts() const;
    [[nodiscard]] bool has(std::string_view name) const;
    void set(std::string_view name, std::string_view value);
};

/// Throws usage for an address that libpq cannot read, or that holds a password.
[[nodiscard]] Settings settings_of(const OpenRequest& request);

}  // namespace dcadmin::store::postgres
