// SPDX-License-Identifier: Apache-2.0
#include "card/card.h"

#include "base/module_file.h"

#include <dcadmin/base/say.h>
#include <dcadmin/error.h>

#include <algorithm>
#include <optional>

namespace dcadmin::card {

namespace {

const CardModule& module() {
    static const auto& loaded =
        base::load_module<CardModule>("card", card_entry, "the module for identity cards");
    return loaded;
}

// The number itself stands in no message.
NationalNumber number_in(const Subject& subject, Date today) {
    const std::string& text = subject.serial_number;
    const bool digits =
        text.size() == 11 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    if (digits) {
        try {
            return NationalNumber::parse(text, today);
        } catch (const Error&) {
        }
    }
    throw Error(Kind::not_allowed,
                text.empty()
                    ? say("the certificate of the card names no national number")
                    : say("the serial number in the certificate of the card is no national "
                          "number: it has other signs, or wrong check digits"),
                "only cards of persons with a national or BIS number can be used");
}

}  // namespace

std::string new_challenge(std::string_view context) {
    return module().new_challenge(context);
}

Answer sign(const Reader& reader, const std::string& challenge) {
    return module().sign(reader, challenge);
}

Holder judge(const Answer& answer, const std::string& challenge, const Trust& trust,
             network::HttpClient& http) {
    const Subject subject = module().judge(answer, challenge, trust, http);
    const auto today = Timestamp::from_seconds(trust.at).brussels_day();
    return {number_in(subject, today), subject.given_names, subject.surname};
}

std::vector<Certificate> certificates_in(const std::string& file) {
    return module().certificates_in(file);
}

}  // namespace dcadmin::card
