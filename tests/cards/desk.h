// SPDX-License-Identifier: Apache-2.0
// A reader with one of the cards in it, and who judges what it signs.
#pragma once

#include "card/card.h"
#include "support/card_pki.h"

#include <dcadmin/error.h>

#include <fmt/format.h>

#include <ctime>
#include <fstream>
#include <iterator>
#include <string>

namespace dcadmin::test {

inline card::Reader reader_with(const std::string& token, const std::string& pin = "1234") {
    return {.module = CardPki::module(),
            .token = token,
            .ask_pin = [pin](const std::string&, std::string& into) { into += pin; }};
}

inline card::Trust trust() {
    return {.roots_file = CardPki::made().file("roots.pem"), .at = std::time(nullptr)};
}

/// Signs with a card and judges that: "Lucas Maes 85073003328", or the refusal, its kind first.
class Desk {
   public:
    std::string challenge = card::new_challenge("dcadmin sign-in");
    card::Trust trusted = trust();

    [[nodiscard]] card::Answer signed_by(const std::string& token) const {
        static_cast<void>(CardPki::made());
        return card::sign(reader_with(token), challenge);
    }
    [[nodiscard]] std::string judged(const card::Answer& answer) const {
        try {
            const auto http = network::open_http();
            const card::Holder holder = card::judge(answer, challenge, trusted, *http);
            return fmt::format("{} {} {}", holder.given_names, holder.surname,
                               holder.number.revealed_digits());
        } catch (const Error& error) {
            return fmt::format("{}: {}", name_of(error.kind()), error.message());
        }
    }
    [[nodiscard]] std::string judged(const std::string& token) const {
        return judged(signed_by(token));
    }
};

/// A certificate that was made, as a card would send it.
[[nodiscard]] std::string certificate(const std::string& name);

}  // namespace dcadmin::test
