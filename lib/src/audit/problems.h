// SPDX-License-Identifier: Apache-2.0
// What verifying has found so far: the first thousand problems by name, and how many there are. A
// store that somebody wrecked must not cost more memory than a sound one.
#pragma once

#include <dcadmin/audit.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace dcadmin::audit {

class Problems {
   public:
    explicit Problems(AuditReport& report) : report_(report) {}

    void add(std::optional<EnterpriseNumber> org, std::int64_t position, std::string what) {
        ++report_.problem_count;
        if (report_.problems.size() < most) {
            report_.problems.push_back({org, position, std::move(what)});
        }
    }

   private:
    static constexpr std::size_t most = 1000;
    AuditReport& report_;
};

}  // namespace dcadmin::audit
