// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/say.h>
#include <dcadmin/secure_zone/paper.h>

#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include <fmt/format.h>

namespace dcadmin {

PaperNumber PaperNumber::parse(std::string_view text) {
    constexpr std::size_t shortest = 8;
    constexpr std::size_t longest = 14;
    std::string digits;
    bool clean = true;
    for (const char c : text::trimmed(text)) {
        if (c >= '0' && c <= '9') {
            digits.push_back(c);
        } else if (c != ' ' && c != '.') {
            clean = false;
        }
    }
    if (clean && digits.size() >= shortest && digits.size() <= longest) {
        return PaperNumber(std::move(digits));
    }
    throw Error(Kind::usage, say("{} is not the number of a voucher", text::quoted(text)),
                "8 to 14 digits, as printed on it; leading zeros count", "number");
}

std::string_view name_of(PaperState state) {
    switch (state) {
        case PaperState::received: return "received";
        case PaperState::announced: return "announced";
        case PaperState::bundled: return "bundled";
        case PaperState::sent: return "sent";
        case PaperState::read_ok: return "read-ok";
        case PaperState::to_correct: return "to-correct";
        case PaperState::corrected: return "corrected";
        case PaperState::accepted: return "accepted";
        case PaperState::refunded: return "refunded";
        case PaperState::rejected: return "rejected";
        case PaperState::lost_claimed: return "lost-claimed";
        case PaperState::withdrawn: break;
    }
    return "withdrawn";
}

PaperState parse_paper_state(std::string_view text) {
    std::string choices;
    for (const PaperState state : all_paper_states) {
        if (text == name_of(state)) return state;
        choices += fmt::format("{}{}", choices.empty() ? "" : ", ", name_of(state));
    }
    throw Error(Kind::usage, say("{} is not a state of paper vouchers", text::quoted(text)),
                say("one of: {}", choices), "state");
}

}  // namespace dcadmin
