// SPDX-License-Identifier: Apache-2.0
#include "card/p11/p11.h"

#include <dcadmin/base/say.h>
#include <dcadmin/error.h>

#include <fmt/format.h>
#include <openssl/err.h>
#include <openssl/pem.h>

#include <ctime>
#include <new>

namespace dcadmin::card {

namespace {

Error refused(std::string message, std::string hint = {}) {
    return {Kind::not_allowed, std::move(message), std::move(hint)};
}

Certificates read_der(const std::vector<std::string>& texts) {
    Certificates certificates(sk_X509_new_null());
    if (!certificates) throw std::bad_alloc();
    for (const std::string& text : texts) {
        const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
        Owned<X509> one(d2i_X509(nullptr, &bytes, static_cast<long>(text.size())));
        if (!one) throw refused("a certificate of the card cannot be read");
        if (sk_X509_push(certificates.get(), one.get()) <= 0) throw std::bad_alloc();
        static_cast<void>(one.release());
    }
    if (sk_X509_num(certificates.get()) == 0) throw refused("the card sent no certificate");
    return certificates;
}

Certificates read_pem(const std::string& file, const char* setting) {
    const std::string hint = say("see: dcadmin config get {}", setting);
    const Owned<BIO> input(BIO_new_file(file.c_str(), "r"));
    if (!input) {
        throw Error(Kind::failed, say("the file of certificates '{}' cannot be read", file), hint);
    }
    const Owned<STACK_OF(X509_INFO)> found(
        PEM_X509_INFO_read_bio(input.get(), nullptr, nullptr, nullptr));
    Certificates certificates(sk_X509_new_null());
    if (!certificates) throw std::bad_alloc();
    for (int i = 0; found && i < sk_X509_INFO_num(found.get()); ++i) {
        X509_INFO* info = sk_X509_INFO_value(found.get(), i);
        if (info->x509 == nullptr) continue;
        if (sk_X509_push(certificates.get(), info->x509) <= 0) throw std::bad_alloc();
        info->x509 = nullptr;  // its owner is the list now
    }
    ERR_clear_error();
    if (sk_X509_num(certificates.get()) > 0) return certificates;
    throw Error(Kind::failed, say("no certificate (PEM) stands in the file '{}'", file), hint);
}

void verify_signature(X509* own, const Answer& answer, const std::string& challenge) {
    EVP_PKEY* key = X509_get0_pubkey(own);
    const EVP_MD* digest = key != nullptr ? digest_for(key) : nullptr;
    if (digest == nullptr) {
        throw refused("the key of the card is of a kind that is not accepted",
                      "accepted are RSA from 2048 bits, P-256, P-384 and P-521");
    }
    const auto bytes = [](const std::string& text) {
        return reinterpret_cast<const unsigned char*>(text.data());
    };
    const Owned<EVP_MD_CTX> context(EVP_MD_CTX_new());
    const bool fits =
        context && EVP_DigestVerifyInit(context.get(), nullptr, digest, nullptr, key) == 1 &&
        EVP_DigestVerify(context.get(), bytes(answer.signature), answer.signature.size(),
                         bytes(challenge), challenge.size()) == 1;
    ERR_clear_error();
    if (!fits) throw refused("the signature of the card does not fit what it was asked to sign");
}

void refuse_other_purpose(X509* own) {
    if (!is_for_authentication(own)) {
        throw refused(
            "the certificate is not for authentication but for signatures or another "
            "purpose",
            "the authentication certificate of a card proves who one is");
    }
    if (!is_for_client_auth(own)) {
        throw refused(
            "the certificate is not meant for signing in: it lacks the purpose "
            "clientAuth");
    }
}

std::string moment(const ASN1_TIME* time) {
    std::tm parts{};
    if (ASN1_TIME_to_tm(time, &parts) != 1) return "?";
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", parts.tm_year + 1900,
                       parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec);
}

// Why OpenSSL does not follow the chain, in words; depth 0 is the card's own certificate.
Error chain_refusal(X509_STORE_CTX* context, const Trust& trust) {
    const int code = X509_STORE_CTX_get_error(context);
    const int depth = X509_STORE_CTX_get_error_depth(context);
    X509* at = X509_STORE_CTX_get_current_cert(context);
    const std::string whose = depth == 0 || at == nullptr
                                  ? "the certificate of the card"
                                  : say("the certificate of '{}'", name_of_ca(at));
    switch (code) {
        case X509_V_ERR_CERT_HAS_EXPIRED:
            return refused(say("{} has expired, on {}", whose, moment(X509_get0_notAfter(at))),
                           "use a card that is valid");
        case X509_V_ERR_CERT_NOT_YET_VALID:
            return refused(say("{} is not valid before {}", whose, moment(X509_get0_notBefore(at))),
                           "is the clock of this machine right?");
        case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
        case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
        case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
        case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
        case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
            return refused(say("{} does not lead to a root of '{}'", whose, trust.roots_file),
                           "see: dcadmin config list (key.eid.roots_file, "
                           "key.eid.intermediates_file)");
        case X509_V_ERR_CERT_SIGNATURE_FAILURE:
            return refused(say("the signature under {} is not its issuer's", whose));
        case X509_V_ERR_CA_MD_TOO_WEAK:
            return refused(say("the signature under {} is too weak", whose));
        case X509_V_ERR_EE_KEY_TOO_SMALL:
        case X509_V_ERR_CA_KEY_TOO_SMALL: return refused(say("the key of {} is too weak", whose));
        default:
            return refused(
                say("{} cannot be trusted: {}", whose, X509_verify_cert_error_string(code)));
    }
}

Owned<X509_STORE> trusted_store(const Trust& trust) {
    constexpr int bits_112 = 2;  // OpenSSL's level: RSA from 2048 bits, no SHA-1
    Owned<X509_STORE> store(X509_STORE_new());
    if (!store) throw std::bad_alloc();
    const Certificates roots = read_pem(trust.roots_file, "key.eid.roots_file");
    for (int i = 0; i < sk_X509_num(roots.get()); ++i) {
        if (X509_STORE_add_cert(store.get(), sk_X509_value(roots.get(), i)) != 1) {
            throw std::bad_alloc();
        }
    }
    X509_VERIFY_PARAM* parameters = X509_STORE_get0_param(store.get());
    X509_VERIFY_PARAM_set_time(parameters, trust.at);
    X509_VERIFY_PARAM_set_auth_level(parameters, bits_112);
    return store;
}

void refuse_weak_signatures(const Certificates& chain) {
    for (int i = 0; i + 1 < sk_X509_num(chain.get()); ++i) {
        X509* one = sk_X509_value(chain.get(), i);
        if (is_strong_signature(X509_get_signature_nid(one))) continue;
        throw refused(say("the signature under {} is too weak",
                          i == 0 ? say("the certificate of the card")
                                 : say("the certificate of '{}'", name_of_ca(one))));
    }
}

Certificates found_chain(X509_STORE* store, const Certificates& card, const Trust& trust) {
    if (!trust.intermediates_file.empty()) {
        const Certificates more = read_pem(trust.intermediates_file, "key.eid.intermediates_file");
        for (int i = 0; i < sk_X509_num(more.get()); ++i) {
            X509* one = sk_X509_value(more.get(), i);
            if (X509_add_cert(card.get(), one, X509_ADD_FLAG_UP_REF | X509_ADD_FLAG_NO_DUP) != 1) {
                throw std::bad_alloc();
            }
        }
    }
    const Owned<X509_STORE_CTX> context(X509_STORE_CTX_new());
    if (!context ||
        X509_STORE_CTX_init(context.get(), store, sk_X509_value(card.get(), 0), card.get()) != 1) {
        throw std::bad_alloc();
    }
    X509_STORE_CTX_set_purpose(context.get(), X509_PURPOSE_SSL_CLIENT);
    const bool good = X509_verify_cert(context.get()) == 1;
    ERR_clear_error();
    if (!good) throw chain_refusal(context.get(), trust);
    Certificates chain(X509_STORE_CTX_get1_chain(context.get()));
    if (!chain) throw std::bad_alloc();
    refuse_weak_signatures(chain);
    return chain;
}

// The one entry of that sort; none and several are both empty.
std::string only_entry(const X509_NAME* name, int sort) {
    const int place = X509_NAME_get_index_by_NID(name, sort, -1);
    if (place < 0 || X509_NAME_get_index_by_NID(name, sort, place) >= 0) return {};
    unsigned char* utf8 = nullptr;
    const int size =
        ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, place)));
    const Owned<unsigned char> owner(utf8);
    return size < 0 ? std::string() : std::string(utf8, utf8 + size);
}

}  // namespace

Subject judge_answer(const Answer& answer, const std::string& challenge, const Trust& trust,
                     network::HttpClient& http) {
    ERR_clear_error();
    const Certificates card = read_der(answer.certificates);
    X509* own = sk_X509_value(card.get(), 0);
    verify_signature(own, answer, challenge);
    refuse_other_purpose(own);
    const Owned<X509_STORE> store = trusted_store(trust);
    const Certificates chain = found_chain(store.get(), card, trust);
    // Only now: the addresses in a certificate that nobody vouches for are not asked.
    refuse_revoked({store.get(), chain, trust}, http);
    const X509_NAME* name = X509_get_subject_name(own);
    return {only_entry(name, NID_serialNumber), only_entry(name, NID_givenName),
            only_entry(name, NID_surname)};
}

}  // namespace dcadmin::card
