// SPDX-License-Identifier: Apache-2.0
// Whether a certificate was revoked: its issuer's OCSP responder says so now, or else its issuer's
// list (CRL) did a short while ago. RFC 6960 and RFC 5280. Both come over plain http by nature:
// they are signed, and the signature is what counts.
#include "card/p11/p11.h"

#include <dcadmin/base/say.h>
#include <dcadmin/error.h>

#include <fmt/format.h>
#include <openssl/err.h>
#include <openssl/pem.h>

#include <algorithm>
#include <ctime>
#include <new>
#include <string_view>
#include <utility>
#include <vector>

namespace dcadmin::card {

namespace {

constexpr std::int64_t skew = 300;  // seconds that two clocks may differ

enum class Standing { good, revoked };

// One certificate and who issued it.
struct Link {
    X509* certificate;
    X509* issuer;
};

Error no_answer(std::string why) {
    return {Kind::busy, std::move(why)};
}

bool is_web_address(std::string_view url) {
    return (url.starts_with("http://") || url.starts_with("https://")) &&
           std::ranges::all_of(url, [](char c) { return c > ' ' && c < 0x7f && c != '@'; });
}

std::string fetched(network::HttpClient& http, network::HttpRequest request) {
    auto answer = http.post(request);
    if (answer.status == 200) return std::move(answer.body);
    throw no_answer(say("it answers with status {}", answer.status));
}

const unsigned char* bytes_of(const std::string& text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

Owned<OCSP_CERTID> id_of(const Link& link) {
    // SHA-1 names the issuer here and protects nothing; it is what every responder understands.
    Owned<OCSP_CERTID> id(OCSP_cert_to_id(EVP_sha1(), link.certificate, link.issuer));
    if (!id) throw no_answer("the certificate cannot be asked about");
    return id;
}

Owned<OCSP_REQUEST> question_about(const Link& link) {
    Owned<OCSP_REQUEST> question(OCSP_REQUEST_new());
    Owned<OCSP_CERTID> id = id_of(link);
    if (!question || OCSP_request_add0_id(question.get(), id.get()) == nullptr) {
        throw std::bad_alloc();
    }
    static_cast<void>(id.release());
    if (OCSP_request_add1_nonce(question.get(), nullptr, -1) != 1) throw std::bad_alloc();
    return question;
}

Owned<OCSP_BASICRESP> ask_responder(const std::string& url, OCSP_REQUEST* question,
                                    network::HttpClient& http) {
    unsigned char* bytes = nullptr;
    const int size = i2d_OCSP_REQUEST(question, &bytes);
    const Owned<unsigned char> owner(bytes);
    if (size < 0) throw std::bad_alloc();
    const std::string body = fetched(http, {.url = url,
                                            .body = std::string(bytes, bytes + size),
                                            .headers = {"Content-Type: application/ocsp-request",
                                                        "Accept: application/ocsp-response"}});
    const auto* at = bytes_of(body);
    const Owned<OCSP_RESPONSE> answer(
        d2i_OCSP_RESPONSE(nullptr, &at, static_cast<long>(body.size())));
    if (!answer) throw no_answer("it gives no OCSP answer");
    const int status = OCSP_response_status(answer.get());
    if (status != OCSP_RESPONSE_STATUS_SUCCESSFUL) {
        throw no_answer(say("it answers '{}'", OCSP_response_status_str(status)));
    }
    Owned<OCSP_BASICRESP> basic(OCSP_response_get1_basic(answer.get()));
    if (!basic) throw no_answer("it gives an OCSP answer of an unknown sort");
    return basic;
}

// Signed by the issuer, or by whom the issuer let answer (OCSPSigning); nobody else, not even
// another authority under the same root.
void require_responder(const Chain& chain, const OCSP_REQUEST* question, OCSP_BASICRESP* answer) {
    const X509_ALGOR* algorithm = OCSP_resp_get0_tbs_sigalg(answer);
    const ASN1_OBJECT* name = nullptr;
    X509_ALGOR_get0(&name, nullptr, nullptr, algorithm);
    if (!is_strong_signature(OBJ_obj2nid(name))) {
        throw no_answer("the signature under its answer is too weak");
    }
    if (OCSP_check_nonce(const_cast<OCSP_REQUEST*>(question), answer) == 0) {
        throw no_answer("its answer is to another question");
    }
    const bool good =
        OCSP_basic_verify(answer, chain.certificates.get(), chain.roots, OCSP_NOEXPLICIT) == 1;
    ERR_clear_error();
    if (!good) {
        throw no_answer("its answer is not signed by whom the issuer lets answer");
    }
}

void require_current(const ASN1_TIME* from, const ASN1_TIME* until, std::int64_t at) {
    constexpr std::int64_t longest_without_end = 600;
    if (from == nullptr || ASN1_TIME_cmp_time_t(from, at + skew) > 0) {
        throw no_answer("its answer is of a later time than now");
    }
    const bool over = until != nullptr ? ASN1_TIME_cmp_time_t(until, at - skew) < 0
                                       : ASN1_TIME_cmp_time_t(from, at - longest_without_end) < 0;
    if (over) throw no_answer("its answer is too old");
}

Standing by_ocsp(const Chain& chain, const Link& link, const std::string& url,
                 network::HttpClient& http) {
    const Owned<OCSP_REQUEST> question = question_about(link);
    const Owned<OCSP_BASICRESP> answer = ask_responder(url, question.get(), http);
    require_responder(chain, question.get(), answer.get());
    const Owned<OCSP_CERTID> id = id_of(link);
    int status = 0;
    ASN1_GENERALIZEDTIME* from = nullptr;
    ASN1_GENERALIZEDTIME* until = nullptr;
    if (OCSP_resp_find_status(answer.get(), id.get(), &status, nullptr, nullptr, &from, &until) !=
        1) {
        throw no_answer("its answer is about another certificate");
    }
    require_current(from, until, chain.trust.at);
    if (status == V_OCSP_CERTSTATUS_REVOKED) return Standing::revoked;
    if (status == V_OCSP_CERTSTATUS_GOOD) return Standing::good;
    throw no_answer("it does not know the certificate");
}

using Lists = Owned<STACK_OF(X509_CRL)>;

void keep(const Lists& lists, Owned<X509_CRL> list) {
    if (sk_X509_CRL_push(lists.get(), list.get()) <= 0) throw std::bad_alloc();
    static_cast<void>(list.release());
}

Lists read_lists(const std::string& text) {
    Lists lists(sk_X509_CRL_new_null());
    const auto* at = bytes_of(text);
    if (!lists) throw std::bad_alloc();
    if (Owned<X509_CRL> list{d2i_X509_CRL(nullptr, &at, static_cast<long>(text.size()))}) {
        keep(lists, std::move(list));
        return lists;
    }
    const Owned<BIO> input(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
    if (!input) throw std::bad_alloc();
    while (Owned<X509_CRL> list{PEM_read_bio_X509_CRL(input.get(), nullptr, nullptr, nullptr)}) {
        keep(lists, std::move(list));
    }
    ERR_clear_error();
    if (sk_X509_CRL_num(lists.get()) == 0) throw no_answer("it gives no list");
    return lists;
}

void refuse_weak_lists(const Lists& lists) {
    for (int i = 0; i < sk_X509_CRL_num(lists.get()); ++i) {
        if (!is_strong_signature(X509_CRL_get_signature_nid(sk_X509_CRL_value(lists.get(), i)))) {
            throw no_answer("the signature under its list is too weak");
        }
    }
}

// OpenSSL follows the chain of the one certificate again, with the lists: signature, dates and
// scope of a list are its matter.
Standing by_list(const Chain& chain, const Link& link, const std::string& url,
                 network::HttpClient& http) {
    constexpr std::size_t longest_list = std::size_t{32} * 1024 * 1024;
    const Lists lists = read_lists(fetched(
        http, {.url = url, .get = true, .total_ms = 60'000, .longest_answer = longest_list}));
    refuse_weak_lists(lists);
    const Owned<X509_STORE_CTX> context(X509_STORE_CTX_new());
    if (!context || X509_STORE_CTX_init(context.get(), chain.roots, link.certificate,
                                        chain.certificates.get()) != 1) {
        throw std::bad_alloc();
    }
    X509_STORE_CTX_set0_crls(context.get(), lists.get());
    X509_STORE_CTX_set_flags(context.get(), X509_V_FLAG_CRL_CHECK);
    const bool good = X509_verify_cert(context.get()) == 1;
    const int code = X509_STORE_CTX_get_error(context.get());
    ERR_clear_error();
    if (good) return Standing::good;
    switch (code) {
        case X509_V_ERR_CERT_REVOKED: return Standing::revoked;
        case X509_V_ERR_CRL_HAS_EXPIRED: throw no_answer("its list is too old");
        case X509_V_ERR_CRL_NOT_YET_VALID: throw no_answer("its list is of a later time than now");
        case X509_V_ERR_CRL_SIGNATURE_FAILURE:
            throw no_answer("its list is not signed by the issuer");
        case X509_V_ERR_UNABLE_TO_GET_CRL: throw no_answer("it has no list of the issuer");
        default: throw no_answer(X509_verify_cert_error_string(code));
    }
}

std::vector<std::string> ocsp_addresses(X509* certificate, const Trust& trust) {
    if (!trust.ocsp_url.empty()) return {trust.ocsp_url};
    std::vector<std::string> urls;
    const Owned<STACK_OF(OPENSSL_STRING)> named(X509_get1_ocsp(certificate));
    for (int i = 0; named && i < sk_OPENSSL_STRING_num(named.get()); ++i) {
        urls.emplace_back(sk_OPENSSL_STRING_value(named.get(), i));
    }
    return urls;
}

std::vector<std::string> list_addresses(X509* certificate, const Trust& trust) {
    if (!trust.crl_url.empty()) return {trust.crl_url};
    std::vector<std::string> urls;
    const Owned<CRL_DIST_POINTS> points(static_cast<CRL_DIST_POINTS*>(
        X509_get_ext_d2i(certificate, NID_crl_distribution_points, nullptr, nullptr)));
    for (int i = 0; points && i < sk_DIST_POINT_num(points.get()); ++i) {
        const DIST_POINT* point = sk_DIST_POINT_value(points.get(), i);
        if (point->distpoint == nullptr || point->distpoint->type != 0) continue;
        GENERAL_NAMES* names = point->distpoint->name.fullname;
        for (int j = 0; j < sk_GENERAL_NAME_num(names); ++j) {
            const GENERAL_NAME* name = sk_GENERAL_NAME_value(names, j);
            if (name->type != GEN_URI) continue;
            const ASN1_STRING* uri = name->d.uniformResourceIdentifier;
            const auto* text = ASN1_STRING_get0_data(uri);
            urls.emplace_back(text, text + ASN1_STRING_length(uri));
        }
    }
    return urls;
}

using Asking = Standing (*)(const Chain&, const Link&, const std::string&, network::HttpClient&);

// The first answer that can be believed; `why` gathers what came of the others.
bool answered(const std::vector<std::string>& urls, Asking ask, const Chain& chain,
              const Link& link, network::HttpClient& http, Standing& standing,
              std::vector<std::string>& why) {
    for (const std::string& url : urls) {
        if (!is_web_address(url)) continue;
        try {
            standing = ask(chain, link, url, http);
            return true;
        } catch (const Error& error) {
            const bool named = error.message().starts_with(url);
            why.push_back(named ? error.message() : fmt::format("{}: {}", url, error.message()));
        }
    }
    return false;
}

void refuse_revoked(const Chain& chain, const Link& link, const std::string& whose,
                    network::HttpClient& http) {
    std::vector<std::string> why;
    Standing standing{};
    if (!answered(ocsp_addresses(link.certificate, chain.trust), by_ocsp, chain, link, http,
                  standing, why) &&
        !answered(list_addresses(link.certificate, chain.trust), by_list, chain, link, http,
                  standing, why)) {
        if (why.empty()) why.emplace_back("it names no address where that can be asked");
        throw Error(
            Kind::busy,
            say("whether {} was revoked cannot be found out: {}", whose, fmt::join(why, "; ")),
            "try again later; where a proxy or another address must be used, see "
            "key.eid.ocsp_url and key.eid.crl_url in: dcadmin config list");
    }
    if (standing == Standing::revoked) {
        throw Error(Kind::not_allowed, say("{} was revoked by its issuer", whose),
                    "use a card that is valid; who lost one calls DOC STOP");
    }
}

}  // namespace

void refuse_revoked(const Chain& chain, network::HttpClient& http) {
    const auto* certificates = chain.certificates.get();
    for (int i = 0; i + 1 < sk_X509_num(certificates); ++i) {
        X509* certificate = sk_X509_value(certificates, i);
        const std::string whose = i == 0 ? "the certificate of the card"
                                         : say("the certificate of '{}'", name_of_ca(certificate));
        refuse_revoked(chain, {certificate, sk_X509_value(certificates, i + 1)}, whose, http);
    }
}

}  // namespace dcadmin::card
