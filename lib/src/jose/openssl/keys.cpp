// SPDX-License-Identifier: Apache-2.0
#include "jose/openssl/keys.h"

#include <dcadmin/error.h>

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include <array>
#include <optional>
#include <string_view>

namespace dcadmin::jose {

namespace {

struct FreeBio {
    void operator()(BIO* bio) const { BIO_free_all(bio); }
};
struct FreeNumber {
    void operator()(BIGNUM* number) const { BN_free(number); }
};
struct FreeBuild {
    void operator()(OSSL_PARAM_BLD* build) const { OSSL_PARAM_BLD_free(build); }
};
struct FreeParams {
    void operator()(OSSL_PARAM* params) const { OSSL_PARAM_free(params); }
};
struct FreeContext {
    void operator()(EVP_PKEY_CTX* context) const { EVP_PKEY_CTX_free(context); }
};
using Bio = std::unique_ptr<BIO, FreeBio>;
using Number = std::unique_ptr<BIGNUM, FreeNumber>;
using Build = std::unique_ptr<OSSL_PARAM_BLD, FreeBuild>;
using Params = std::unique_ptr<OSSL_PARAM, FreeParams>;
using Context = std::unique_ptr<EVP_PKEY_CTX, FreeContext>;

constexpr int least_bits = 2048;
constexpr int most_bits = 8192;
constexpr unsigned new_bits = 3072;

struct Curve {
    KeyType type;
    std::string_view name;  // as OpenSSL calls it
    std::size_t bytes;      // of a coordinate
};
constexpr std::array curves{Curve{KeyType::p256, "prime256v1", 32},
                            Curve{KeyType::p384, "secp384r1", 48}};

const Curve* curve_of(KeyType type) {
    for (const Curve& curve : curves) {
        if (curve.type == type) return &curve;
    }
    return nullptr;
}

[[noreturn]] void refuse(const std::string& why) {
    ERR_clear_error();
    throw Error(Kind::failed, why, "a private key is a PEM file of P-256, P-384 or RSA");
}

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

Number number_of(std::string_view bytes) {
    return Number(BN_bin2bn(bytes_of(bytes), static_cast<int>(bytes.size()), nullptr));
}

Key made_from(const char* type, OSSL_PARAM_BLD* build) {
    const Params params(OSSL_PARAM_BLD_to_param(build));
    const Context context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY* made = nullptr;
    if (!params || !context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &made, EVP_PKEY_PUBLIC_KEY, params.get()) != 1) {
        return nullptr;
    }
    return Key(made);
}

// The exponents that exist are odd and at least 3; a long one only makes verifying slow.
bool is_fair_exponent(const std::string& e) {
    if (e.empty() || e.size() > 8 || (static_cast<unsigned char>(e.back()) & 1U) == 0) return false;
    return e.size() > 1 || static_cast<unsigned char>(e.back()) >= 3;
}

Key rsa_key(const PublicKey& key) {
    if (!is_fair_exponent(key.e) || key.n.size() > std::size_t{most_bits / 8}) return nullptr;
    const Number n = number_of(key.n);
    const Number e = number_of(key.e);
    if (!n || !e || BN_num_bits(n.get()) < least_bits || BN_is_odd(n.get()) == 0) return nullptr;
    const Build build(OSSL_PARAM_BLD_new());
    if (!build || OSSL_PARAM_BLD_push_BN(build.get(), OSSL_PKEY_PARAM_RSA_N, n.get()) != 1 ||
        OSSL_PARAM_BLD_push_BN(build.get(), OSSL_PKEY_PARAM_RSA_E, e.get()) != 1) {
        return nullptr;
    }
    return made_from("RSA", build.get());
}

Key curve_key(const PublicKey& key, const Curve& curve) {
    if (key.x.size() != curve.bytes || key.y.size() != curve.bytes) return nullptr;
    const std::string point = '\x04' + key.x + key.y;
    const Build build(OSSL_PARAM_BLD_new());
    if (!build ||
        OSSL_PARAM_BLD_push_utf8_string(build.get(), OSSL_PKEY_PARAM_GROUP_NAME, curve.name.data(),
                                        curve.name.size()) != 1 ||
        OSSL_PARAM_BLD_push_octet_string(build.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(),
                                         point.size()) != 1) {
        return nullptr;
    }
    Key made = made_from("EC", build.get());
    if (!made) return nullptr;
    const Context context(EVP_PKEY_CTX_new_from_pkey(nullptr, made.get(), nullptr));
    if (!context || EVP_PKEY_public_check(context.get()) != 1) return nullptr;
    return made;
}

std::string number_param(EVP_PKEY* key, const char* name, std::size_t width) {
    BIGNUM* raw = nullptr;
    if (EVP_PKEY_get_bn_param(key, name, &raw) != 1) refuse("the key has no public half");
    const Number number(raw);
    const auto size = static_cast<std::size_t>(BN_num_bytes(raw));
    std::string bytes(width != 0 ? width : size, '\0');
    if (BN_bn2binpad(raw, reinterpret_cast<unsigned char*>(bytes.data()),
                     static_cast<int>(bytes.size())) < 0) {
        refuse("the key has no public half");
    }
    return bytes;
}

std::optional<KeyType> type_of(EVP_PKEY* key) {
    if (EVP_PKEY_is_a(key, "RSA") == 1) {
        const int bits = EVP_PKEY_get_bits(key);
        if (bits < least_bits || bits > most_bits) return std::nullopt;
        return KeyType::rsa;
    }
    if (EVP_PKEY_is_a(key, "EC") != 1) return std::nullopt;
    std::array<char, 32> name{};
    std::size_t size = 0;
    if (EVP_PKEY_get_group_name(key, name.data(), name.size(), &size) != 1) return std::nullopt;
    for (const Curve& curve : curves) {
        if (curve.name == std::string_view(name.data(), size)) return curve.type;
    }
    return std::nullopt;
}

// An encrypted key would ask for its pass phrase on the terminal.
int no_phrase(char*, int, int, void*) {
    return -1;
}

}  // namespace

Key key_of(const PublicKey& key) {
    const Curve* curve = curve_of(key.type);
    Key made = curve != nullptr ? curve_key(key, *curve) : rsa_key(key);
    ERR_clear_error();
    return made;
}

Key private_key(const std::string& pem) {
    const Bio bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    Key key(bio ? PEM_read_bio_PrivateKey(bio.get(), nullptr, no_phrase, nullptr) : nullptr);
    ERR_clear_error();
    if (!key) refuse("the private key cannot be read: it is no PEM, or it is encrypted");
    if (!type_of(key.get())) refuse("the private key is of a kind or size that is not accepted");
    return key;
}

PublicKey public_half(EVP_PKEY* key) {
    const KeyType type = type_of(key).value_or(KeyType::rsa);
    PublicKey half{.type = type};
    if (const Curve* curve = curve_of(type)) {
        half.x = number_param(key, OSSL_PKEY_PARAM_EC_PUB_X, curve->bytes);
        half.y = number_param(key, OSSL_PKEY_PARAM_EC_PUB_Y, curve->bytes);
    } else {
        half.n = number_param(key, OSSL_PKEY_PARAM_RSA_N, 0);
        half.e = number_param(key, OSSL_PKEY_PARAM_RSA_E, 0);
    }
    return half;
}

std::string new_private_key(KeyType type) {
    const Curve* curve = curve_of(type);
    const Key key(curve != nullptr ? EVP_EC_gen(curve->name.data()) : EVP_RSA_gen(new_bits));
    const Bio bio(BIO_new(BIO_s_secmem()));
    if (!key || !bio ||
        PEM_write_bio_PKCS8PrivateKey(bio.get(), key.get(), nullptr, nullptr, 0, nullptr,
                                      nullptr) != 1) {
        refuse("no new key can be made");
    }
    char* text = nullptr;
    const auto size = BIO_get_mem_data(bio.get(), &text);
    return {text, static_cast<std::size_t>(size)};
}

}  // namespace dcadmin::jose
