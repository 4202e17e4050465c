// SPDX-License-Identifier: Apache-2.0
#include "sign_in/secrets.h"

#include "base/hex.h"
#include "jose/base64url.h"

#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include <fmt/format.h>
#include <sodium.h>

#include <array>
#include <new>
#include <stdexcept>

namespace dcadmin {

namespace sign_in {

namespace {

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

unsigned char* bytes_of(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}

Error not_sealed() {
    return {Kind::integrity, "a secret of the store cannot be opened with this seal key",
            "use the file that it was sealed with: dcadmin config get key.seal_file"};
}

void ready() {
    if (sodium_init() < 0) throw std::runtime_error("libsodium cannot be used");
}

}  // namespace

std::string password_hash(const std::string& password) {
    ready();
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (crypto_pwhash_str(hash.data(), password.data(), password.size(),
                          crypto_pwhash_OPSLIMIT_INTERACTIVE,
                          crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0) {
        throw std::bad_alloc();
    }
    return hash.data();
}

bool is_password(const std::string& hash, const std::string& password) {
    ready();
    return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

void spend_password_work(const std::string& password) {
    static_cast<void>(password_hash(password));
}

std::string sealed(const SealKey& key, std::string_view secret) {
    std::string box = random_bytes(crypto_secretbox_NONCEBYTES);
    box.resize(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + secret.size());
    crypto_secretbox_easy(bytes_of(box) + crypto_secretbox_NONCEBYTES, bytes_of(secret),
                          secret.size(), bytes_of(box), bytes_of(key.bytes()));
    return jose::base64url(box);
}

std::string unsealed(const SealKey& key, std::string_view text) {
    const std::string box = jose::from_base64url(text).value_or("");
    constexpr std::size_t shortest = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
    if (box.size() < shortest) throw not_sealed();
    std::string secret(box.size() - shortest, '\0');
    if (crypto_secretbox_open_easy(bytes_of(secret),
                                   bytes_of(std::string_view(box)) + crypto_secretbox_NONCEBYTES,
                                   box.size() - crypto_secretbox_NONCEBYTES,
                                   bytes_of(std::string_view(box)), bytes_of(key.bytes())) != 0) {
        throw not_sealed();
    }
    return secret;
}

std::string code_hash(const SealKey& key, std::int64_t credential, std::int64_t position,
                      std::string_view code) {
    const std::string text = fmt::format("{};{};{}", credential, position, code);
    std::array<unsigned char, crypto_generichash_BYTES> hash{};
    crypto_generichash(hash.data(), hash.size(), bytes_of(std::string_view(text)), text.size(),
                       bytes_of(std::string_view(key.bytes())), key.bytes().size());
    return base::hex_of_array(hash);
}

bool same_secret(std::string_view a, std::string_view b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::string random_bytes(std::size_t count) {
    ready();
    std::string bytes(count, '\0');
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

std::string random_digits(std::size_t count) {
    constexpr std::uint32_t ten = 10;
    std::string digits;
    while (digits.size() < count) {
        digits.push_back(static_cast<char>('0' + randombytes_uniform(ten)));
    }
    return digits;
}

std::string new_token(std::string_view prefix) {
    constexpr std::size_t bits_256 = 32;
    return fmt::format("{}_{}", prefix, jose::base64url(random_bytes(bits_256)));
}

}  // namespace sign_in

SealKey SealKey::parse(std::string_view hex) {
    constexpr std::size_t length = 32;
    std::string bytes(length, '\0');
    std::size_t read = 0;
    const std::string_view digits = text::trimmed(hex);
    if (digits.size() != 2 * length ||
        sodium_hex2bin(sign_in::bytes_of(bytes), bytes.size(), digits.data(), digits.size(),
                       nullptr, &read, nullptr) != 0 ||
        read != length) {
        throw Error(Kind::usage, "a seal key is 64 hexadecimal digits, and this file has none",
                    "see: dcadmin config get key.seal_file", "seal_file");
    }
    return SealKey(std::move(bytes));
}

SealKey SealKey::random() {
    return SealKey(sign_in::random_bytes(crypto_secretbox_KEYBYTES));
}

std::string SealKey::text() const {
    return base::hex_of(bytes_);
}

}  // namespace dcadmin
