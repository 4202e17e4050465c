// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/registers.h>

#include <sodium.h>

#include <array>

namespace dcadmin {

struct FileDigest::State {
    crypto_hash_sha256_state hash;
};

FileDigest::FileDigest() : state_(std::make_unique<State>()) {
    crypto_hash_sha256_init(&state_->hash);
}

FileDigest::~FileDigest() = default;

void FileDigest::take(std::string_view bytes) {
    crypto_hash_sha256_update(&state_->hash, reinterpret_cast<const unsigned char*>(bytes.data()),
                              bytes.size());
}

std::string FileDigest::text() {
    std::array<unsigned char, crypto_hash_sha256_BYTES> sum{};
    crypto_hash_sha256_final(&state_->hash, sum.data());
    std::array<char, crypto_hash_sha256_BYTES * 2 + 1> text{};
    sodium_bin2hex(text.data(), text.size(), sum.data(), sum.size());
    return text.data();
}

}  // namespace dcadmin
