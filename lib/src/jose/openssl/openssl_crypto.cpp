// SPDX-License-Identifier: Apache-2.0
#include "jose/openssl/openssl_crypto.h"

#include "jose/openssl/keys.h"

#include <dcadmin/error.h>

#include <openssl/ecdsa.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

#include <array>
#include <string>

namespace dcadmin::jose {

namespace {

struct FreeDigest {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};
struct FreeSignature {
    void operator()(ECDSA_SIG* signature) const { ECDSA_SIG_free(signature); }
};
using DigestContext = std::unique_ptr<EVP_MD_CTX, FreeDigest>;
using CurveSignature = std::unique_ptr<ECDSA_SIG, FreeSignature>;

const EVP_MD* hash_of(Algorithm algorithm) {
    return algorithm == Algorithm::es384 ? EVP_sha384() : EVP_sha256();
}

// Of the two numbers of a signature on a curve; 0 for RSA.
std::size_t number_bytes(Algorithm algorithm) {
    switch (algorithm) {
        case Algorithm::es256: return 32;
        case Algorithm::es384: return 48;
        case Algorithm::rs256:
        case Algorithm::ps256: break;
    }
    return 0;
}

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* bytes_of(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}

// RFC 7518 section 3.5: MGF1 with the same hash, and a salt of its length.
bool set_padding(EVP_PKEY_CTX* context, Algorithm algorithm) {
    if (algorithm == Algorithm::rs256) {
        return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) == 1;
    }
    if (algorithm != Algorithm::ps256) return true;
    return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1 &&
           EVP_PKEY_CTX_set_rsa_mgf1_md(context, EVP_sha256()) == 1 &&
           EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) == 1;
}

// Two numbers side by side, as tokens have them, to the structure that OpenSSL has.
std::string der_of(std::string_view numbers) {
    const std::size_t half = numbers.size() / 2;
    BIGNUM* r = BN_bin2bn(bytes_of(numbers), static_cast<int>(half), nullptr);
    BIGNUM* s = BN_bin2bn(bytes_of(numbers) + half, static_cast<int>(half), nullptr);
    const CurveSignature signature(ECDSA_SIG_new());
    if (!signature || ECDSA_SIG_set0(signature.get(), r, s) != 1) {
        BN_free(r);
        BN_free(s);
        return {};
    }
    unsigned char* written = nullptr;
    const int size = i2d_ECDSA_SIG(signature.get(), &written);
    if (size <= 0) return {};
    std::string der(reinterpret_cast<const char*>(written), static_cast<std::size_t>(size));
    OPENSSL_free(written);
    return der;
}

std::string numbers_of(const std::string& der, std::size_t half) {
    const unsigned char* at = bytes_of(std::string_view(der));
    const CurveSignature signature(d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(der.size())));
    std::string numbers(half * 2, '\0');
    const int width = static_cast<int>(half);
    if (!signature ||
        BN_bn2binpad(ECDSA_SIG_get0_r(signature.get()), bytes_of(numbers), width) != width ||
        BN_bn2binpad(ECDSA_SIG_get0_s(signature.get()), bytes_of(numbers) + half, width) != width) {
        return {};
    }
    return numbers;
}

[[noreturn]] void cannot_sign() {
    ERR_clear_error();
    throw Error(Kind::failed, "the private key cannot sign");
}

class OpensslCrypto final : public Crypto {
   public:
    [[nodiscard]] bool verify(const PublicKey& key, Algorithm algorithm, std::string_view text,
                              std::string_view signature) override;
    [[nodiscard]] std::string sign(const std::string& pem, Algorithm algorithm,
                                   std::string_view text) override;
    [[nodiscard]] PublicKey public_of(const std::string& pem) override {
        return public_half(private_key(pem).get());
    }
    [[nodiscard]] std::string generate(KeyType type) override { return new_private_key(type); }
    [[nodiscard]] std::string digest(Algorithm algorithm, std::string_view text) override;
};

bool OpensslCrypto::verify(const PublicKey& key, Algorithm algorithm, std::string_view text,
                           std::string_view signature) {
    if (!fits(key.type, algorithm)) return false;
    const Key opened = key_of(key);
    if (!opened) return false;
    const std::size_t half = number_bytes(algorithm);
    const std::size_t expected =
        half != 0 ? half * 2 : static_cast<std::size_t>(EVP_PKEY_get_size(opened.get()));
    if (signature.size() != expected) return false;
    const std::string given = half != 0 ? der_of(signature) : std::string(signature);
    const DigestContext context(EVP_MD_CTX_new());
    EVP_PKEY_CTX* settings = nullptr;
    const bool ready = context && !given.empty() &&
                       EVP_DigestVerifyInit(context.get(), &settings, hash_of(algorithm), nullptr,
                                            opened.get()) == 1 &&
                       set_padding(settings, algorithm);
    const bool verified =
        ready && EVP_DigestVerify(context.get(), bytes_of(std::string_view(given)), given.size(),
                                  bytes_of(text), text.size()) == 1;
    ERR_clear_error();
    return verified;
}

std::string OpensslCrypto::sign(const std::string& pem, Algorithm algorithm,
                                std::string_view text) {
    const Key key = private_key(pem);
    if (!fits(public_half(key.get()).type, algorithm)) {
        throw Error(Kind::failed, "the private key is not for the algorithm that is asked");
    }
    const DigestContext context(EVP_MD_CTX_new());
    EVP_PKEY_CTX* settings = nullptr;
    std::size_t size = 0;
    if (!context ||
        EVP_DigestSignInit(context.get(), &settings, hash_of(algorithm), nullptr, key.get()) != 1 ||
        !set_padding(settings, algorithm) ||
        EVP_DigestSign(context.get(), nullptr, &size, bytes_of(text), text.size()) != 1) {
        cannot_sign();
    }
    std::string signature(size, '\0');
    if (EVP_DigestSign(context.get(), bytes_of(signature), &size, bytes_of(text), text.size()) !=
        1) {
        cannot_sign();
    }
    signature.resize(size);
    if (const std::size_t half = number_bytes(algorithm)) signature = numbers_of(signature, half);
    if (signature.empty()) cannot_sign();
    return signature;
}

std::string OpensslCrypto::digest(Algorithm algorithm, std::string_view text) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> hash{};
    unsigned size = 0;
    if (EVP_Digest(text.data(), text.size(), hash.data(), &size, hash_of(algorithm), nullptr) !=
        1) {
        throw Error(Kind::failed, "no digest can be made");
    }
    return {reinterpret_cast<const char*>(hash.data()), size};
}

}  // namespace

std::unique_ptr<Crypto> open_openssl() {
    return std::make_unique<OpensslCrypto>();
}

}  // namespace dcadmin::jose
