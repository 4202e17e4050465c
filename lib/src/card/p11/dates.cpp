// SPDX-License-Identifier: Apache-2.0
// Until when the certificates of a file are valid.
#include "card/p11/p11.h"
#include "card/p11/x509.h"

#include <dcadmin/base/say.h>
#include <dcadmin/error.h>

#include <openssl/pem.h>

#include <ctime>

namespace dcadmin::card {

std::vector<Certificate> certificates_of(const std::string& file) {
    const Owned<BIO> source(BIO_new_file(file.c_str(), "r"));
    std::vector<Certificate> all;
    while (source) {
        const Owned<X509> found(PEM_read_bio_X509(source.get(), nullptr, nullptr, nullptr));
        if (!found) break;
        std::tm until{};
        if (ASN1_TIME_to_tm(X509_get0_notAfter(found.get()), &until) != 1) continue;
        all.push_back({name_of_ca(found.get()), static_cast<std::int64_t>(timegm(&until))});
    }
    static_cast<void>(last_reason());
    if (!all.empty()) return all;
    throw Error(Kind::failed, say("no certificate can be read in '{}'", file),
                "it is a PEM file, which begins with -----BEGIN CERTIFICATE-----");
}

}  // namespace dcadmin::card
