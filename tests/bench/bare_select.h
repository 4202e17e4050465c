// SPDX-License-Identifier: Apache-2.0
// The statement that an application would prepare by itself to ask where a person may act, with
// nothing of dcadmin between it and the database.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

class BareSelect {
   public:
    virtual ~BareSelect() = default;
    /// How many answers there are; what they carry is read out, as the library does.
    virtual std::size_t ask(std::uint64_t person, const std::string& right) = 0;
};

/// On the database of a store address, as of that moment and day.
std::unique_ptr<BareSelect> bare_select(const std::string& url, const std::string& now,
                                        const std::string& today);
