// SPDX-License-Identifier: Apache-2.0
// How a fuzz target says what must hold, and takes refusals as ordinary answers.
#pragma once

#include <dcadmin/error.h>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dcadmin::fuzz {

/// Stops the run where something does not hold that must.
inline void expect(bool holds) {
    if (!holds) __builtin_trap();
}

/// Does `action`; an Error of kind usage that says why is as good an answer as none.
template <class Action>
void refused_or(Action action) {
    try {
        action();
    } catch (const Error& error) {
        expect(error.kind() == Kind::usage);
        expect(!error.message().empty());
    }
}

[[nodiscard]] inline std::string_view as_text(const std::uint8_t* bytes, std::size_t size) {
    return {reinterpret_cast<const char*>(bytes), size};
}

}  // namespace dcadmin::fuzz

/// What libFuzzer calls with each text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);
