// SPDX-License-Identifier: Apache-2.0
#include "card/p11/x509.h"

#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/objects.h>

#include <array>
#include <string_view>

namespace dcadmin::card {

const EVP_MD* digest_for(EVP_PKEY* key) {
    constexpr int least_rsa = 2048;
    if (EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA) {
        return EVP_PKEY_get_bits(key) >= least_rsa ? EVP_sha256() : nullptr;
    }
    if (EVP_PKEY_get_base_id(key) != EVP_PKEY_EC) return nullptr;
    std::array<char, 64> curve{};
    if (EVP_PKEY_get_group_name(key, curve.data(), curve.size(), nullptr) != 1) return nullptr;
    switch (OBJ_txt2nid(curve.data())) {
        case NID_X9_62_prime256v1: return EVP_sha256();
        case NID_secp384r1: return EVP_sha384();
        case NID_secp521r1: return EVP_sha512();
        default: return nullptr;
    }
}

bool is_strong_signature(int algorithm) {
    int digest = NID_undef;
    if (OBJ_find_sigid_algs(algorithm, &digest, nullptr) != 1) return false;
    switch (digest) {
        case NID_sha256:
        case NID_sha384:
        case NID_sha512:
        case NID_sha3_256:
        case NID_sha3_384:
        case NID_sha3_512: return true;
        default: return false;
    }
}

bool is_for_authentication(X509* certificate) {
    const auto flags = X509_get_extension_flags(certificate);
    if ((flags & EXFLAG_KUSAGE) == 0 || (flags & (EXFLAG_CA | EXFLAG_INVALID)) != 0) return false;
    const auto usage = X509_get_key_usage(certificate);
    return (usage & KU_DIGITAL_SIGNATURE) != 0 && (usage & KU_NON_REPUDIATION) == 0;
}

bool is_for_client_auth(X509* certificate) {
    const auto flags = X509_get_extension_flags(certificate);
    if ((flags & EXFLAG_XKUSAGE) != 0) {
        return (X509_get_extended_key_usage(certificate) & XKU_SSL_CLIENT) != 0;
    }
    const Owned<ASN1_BIT_STRING> type(static_cast<ASN1_BIT_STRING*>(
        X509_get_ext_d2i(certificate, NID_netscape_cert_type, nullptr, nullptr)));
    return type && ASN1_BIT_STRING_get_bit(type.get(), 0) == 1;
}

std::string name_of_ca(X509* certificate) {
    const X509_NAME* name = X509_get_subject_name(certificate);
    const int place = X509_NAME_get_index_by_NID(name, NID_commonName, -1);
    if (place < 0) return "?";
    unsigned char* utf8 = nullptr;
    const int size =
        ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, place)));
    const Owned<unsigned char> owner(utf8);
    if (size < 0) return "?";
    std::string text(utf8, utf8 + size);
    for (char& c : text) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = '?';
    }
    return text;
}

std::string last_reason() {
    const auto code = ERR_peek_last_error();
    const char* reason = code != 0 ? ERR_reason_error_string(code) : nullptr;
    ERR_clear_error();
    return reason != nullptr ? reason : "no reason given";
}

}  // namespace dcadmin::card
