// SPDX-License-Identifier: Apache-2.0
// OpenSSL's objects with an owner, and the few readings of a certificate that several places need.
#pragma once

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/ocsp.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <memory>
#include <string>

namespace dcadmin::card {

struct Free {
    void operator()(X509* x) const { X509_free(x); }
    void operator()(X509_STORE* x) const { X509_STORE_free(x); }
    void operator()(X509_STORE_CTX* x) const { X509_STORE_CTX_free(x); }
    void operator()(X509_CRL* x) const { X509_CRL_free(x); }
    void operator()(STACK_OF(X509) * x) const { sk_X509_pop_free(x, X509_free); }
    void operator()(STACK_OF(X509_CRL) * x) const { sk_X509_CRL_pop_free(x, X509_CRL_free); }
    void operator()(STACK_OF(X509_INFO) * x) const { sk_X509_INFO_pop_free(x, X509_INFO_free); }
    void operator()(STACK_OF(OPENSSL_STRING) * x) const { X509_email_free(x); }
    void operator()(CRL_DIST_POINTS* x) const { CRL_DIST_POINTS_free(x); }
    void operator()(ASN1_BIT_STRING* x) const { ASN1_BIT_STRING_free(x); }
    void operator()(EVP_PKEY* x) const { EVP_PKEY_free(x); }
    void operator()(EVP_MD_CTX* x) const { EVP_MD_CTX_free(x); }
    void operator()(BIO* x) const { BIO_free_all(x); }
    void operator()(OCSP_REQUEST* x) const { OCSP_REQUEST_free(x); }
    void operator()(OCSP_RESPONSE* x) const { OCSP_RESPONSE_free(x); }
    void operator()(OCSP_BASICRESP* x) const { OCSP_BASICRESP_free(x); }
    void operator()(OCSP_CERTID* x) const { OCSP_CERTID_free(x); }
    void operator()(unsigned char* x) const { OPENSSL_free(x); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;
using Certificates = Owned<STACK_OF(X509)>;

/// The digest that a card signs with by such a key; nullptr for a key that is too weak or of
/// another kind: RSA from 2048 bits, and the curves P-256, P-384 and P-521.
[[nodiscard]] const EVP_MD* digest_for(EVP_PKEY* key);
/// Whether a signature of that algorithm is made over SHA-256 or longer.
[[nodiscard]] bool is_strong_signature(int algorithm);
/// For keys that prove who one is: key usage digitalSignature and not nonRepudiation, no CA.
[[nodiscard]] bool is_for_authentication(X509* certificate);
/// Says so itself: extended key usage clientAuth; cards of old say it as a Netscape type.
[[nodiscard]] bool is_for_client_auth(X509* certificate);
/// The common name in UTF-8, for messages about authorities.
[[nodiscard]] std::string name_of_ca(X509* certificate);
/// What OpenSSL noted last, and nothing is noted any more.
[[nodiscard]] std::string last_reason();

}  // namespace dcadmin::card
