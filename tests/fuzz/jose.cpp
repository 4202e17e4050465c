// SPDX-License-Identifier: Apache-2.0
// Tokens and sets of keys from outside: each is either read or refused, and what is signed by
// nobody never verifies.
#include "jose/base64url.h"
#include "jose/claims.h"
#include "jose/jws.h"

#include "expect.h"

#include <array>
#include <string>

using dcadmin::fuzz::expect;
namespace jose = dcadmin::jose;

namespace {

template <class Read>
bool is_read(Read read) {
    try {
        read();
        return true;
    } catch (const dcadmin::Error& error) {
        expect(error.kind() == dcadmin::Kind::integrity);
        expect(!error.message().empty());
    }
    return false;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const auto text = dcadmin::fuzz::as_text(bytes, size);
    if (const auto decoded = jose::from_base64url(text)) expect(jose::base64url(*decoded) == text);
    std::vector<jose::Jwk> keys;
    is_read([&] { keys = jose::read_jwks(text); });
    for (const auto& key : keys) {
        expect(!key.algorithm || jose::fits(key.key.type, *key.algorithm));
    }
    is_read([&] { static_cast<void>(jose::read_claims(text)); });
    is_read([&] { static_cast<void>(jose::header_of(text)); });
    constexpr std::array accepted{jose::Algorithm::es256};
    const std::vector<jose::Jwk> own{{.key = {.type = jose::KeyType::p256,
                                              .n = {},
                                              .e = {},
                                              .x = std::string(32, '\1'),
                                              .y = std::string(32, '\2')}}};
    expect(!is_read([&] { static_cast<void>(jose::verified(text, own, accepted)); }));
    return 0;
}
