// SPDX-License-Identifier: Apache-2.0
// The parts of the module: asking a card, judging what it answered, and finding out whether a
// certificate was revoked.
#pragma once

#include "card/card.h"
#include "card/p11/x509.h"

#include <string>

namespace dcadmin::card {

[[nodiscard]] Answer sign_by_card(const Reader& reader, const std::string& challenge);

[[nodiscard]] Subject judge_answer(const Answer& answer, const std::string& challenge,
                                   const Trust& trust, network::HttpClient& http);

/// A chain that was found good but for revocation, and what else judging needs.
struct Chain {
    X509_STORE* roots;                 // with the time of the judgement
    const Certificates& certificates;  // the card's own first, the root last
    const Trust& trust;
};

/// Refuses with not_allowed when a certificate below the root is revoked, with busy when that
/// cannot be found out.
void refuse_revoked(const Chain& chain, network::HttpClient& http);

/// Throws failed when there is none in the file.
[[nodiscard]] std::vector<Certificate> certificates_of(const std::string& file);

}  // namespace dcadmin::card
