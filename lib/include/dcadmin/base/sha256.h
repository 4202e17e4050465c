// SPDX-License-Identifier: Apache-2.0
// SHA-256 of bytes that come piece by piece: what a file ends with, so that one that was cut short
// or changed is told from a whole one.
#pragma once

#include <dcadmin/export.h>

#include <memory>
#include <string>
#include <string_view>

namespace dcadmin {

class DCADMIN_API Sha256 {
   public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    void add(std::string_view bytes);
    /// 64 hexadecimal digits, of all that was added; nothing can be added after it.
    [[nodiscard]] std::string hex();

   private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace dcadmin
