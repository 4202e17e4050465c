// SPDX-License-Identifier: Apache-2.0
// An identity card in a reader: it signs a challenge with its authentication key, and what it
// signed is judged: signature, purpose, chain up to a configured root, validity, revocation. What
// speaks PKCS#11 and X.509 is a module of its own, loaded on first use, for nobody else needs
// libp11 and OpenSSL. Whatever cannot be known (whether a certificate is revoked) is refused.
#pragma once

#include "network/http.h"

#include <dcadmin/base/clock.h>
#include <dcadmin/base/national_number.h>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::card {

struct Reader {
    std::string module;      // the file that speaks PKCS#11 to the reader
    std::string token = {};  // label of the card; empty: the only one there is
    /// Writes the PIN into the empty text, and nowhere else; that text is wiped after use. `about`
    /// says whose it is, and when it is the last try. Asked at most once per signature: a card
    /// blocks after three wrong ones. Not asked when the reader has a pad of its own.
    std::function<void(const std::string& about, std::string& pin)> ask_pin = {};
};

struct Answer {
    std::vector<std::string> certificates = {};  // DER: the authentication one, then the others
    std::string signature = {};
};

struct Trust {
    std::string roots_file;               // PEM
    std::string intermediates_file = {};  // PEM; besides what is on the card
    std::string ocsp_url = {};            // asked in place of what the certificates name
    std::string crl_url = {};             // the same; DER, or PEM with any number of lists
    std::int64_t at = 0;                  // seconds since 1970
};

/// What the certificate says of its holder, in its own words.
struct Subject {
    std::string serial_number = {};
    std::string given_names = {};
    std::string surname = {};
};

struct Certificate {
    std::string name;
    std::int64_t until = 0;  // seconds since 1970
};

/// What the library and the module say to each other; see network/http.h.
struct CardModule {
    const char* version;
    std::string (*new_challenge)(std::string_view context);
    Answer (*sign)(const Reader& reader, const std::string& challenge);
    Subject (*judge)(const Answer& answer, const std::string& challenge, const Trust& trust,
                     network::HttpClient& http);
    std::vector<Certificate> (*certificates_in)(const std::string& file);
};
constexpr const char* card_entry = "dcadmin_card_module";

struct Holder {
    NationalNumber number;
    std::string given_names;
    std::string surname;
};

/// 32 random bytes, and what the signature is for.
[[nodiscard]] std::string new_challenge(std::string_view context);
/// Throws failed when there is no reader, no card or no key on it, not_allowed when its only
/// certificate is for signatures or its PIN is blocked, sign_in for a wrong PIN.
[[nodiscard]] Answer sign(const Reader& reader, const std::string& challenge);
/// Whose card signed that challenge. Throws not_allowed with what is wrong with signature,
/// certificate or number; busy when it cannot be found out whether a certificate is revoked; failed
/// when a file of roots cannot be read.
[[nodiscard]] Holder judge(const Answer& answer, const std::string& challenge, const Trust& trust,
                           network::HttpClient& http);
/// The certificates of a PEM file. Throws failed when there is none in it, or no such file.
[[nodiscard]] std::vector<Certificate> certificates_in(const std::string& file);

}  // namespace dcadmin::card
