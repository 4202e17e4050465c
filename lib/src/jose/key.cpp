// SPDX-License-Identifier: Apache-2.0
#include "jose/key.h"

#include <array>
#include <utility>

namespace dcadmin::jose {

namespace {

constexpr std::array<std::pair<std::string_view, Algorithm>, 4> algorithms{{
    {"RS256", Algorithm::rs256},
    {"PS256", Algorithm::ps256},
    {"ES256", Algorithm::es256},
    {"ES384", Algorithm::es384},
}};

}  // namespace

std::string_view name_of(Algorithm algorithm) {
    for (const auto& [name, known] : algorithms) {
        if (known == algorithm) return name;
    }
    return {};
}

std::optional<Algorithm> find_algorithm(std::string_view name) {
    for (const auto& [known, algorithm] : algorithms) {
        if (known == name) return algorithm;
    }
    return std::nullopt;
}

bool fits(KeyType type, Algorithm algorithm) {
    switch (algorithm) {
        case Algorithm::rs256:
        case Algorithm::ps256: return type == KeyType::rsa;
        case Algorithm::es256: return type == KeyType::p256;
        case Algorithm::es384: return type == KeyType::p384;
    }
    return false;
}

}  // namespace dcadmin::jose
