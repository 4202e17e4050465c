// SPDX-License-Identifier: Apache-2.0
// The words of exports: those of the zone in its three languages, so far as texts show them.
#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>
#include <dcadmin/secure_zone/services.h>

#include <fmt/format.h>

#include <array>
#include <string>
#include <string_view>

namespace dcadmin {

namespace {

template <class Word>
struct Spelled {
    std::string_view text;  // folded
    Word word;
};

constexpr auto states = std::to_array<Spelled<ServiceState>>({
    {"registered", ServiceState::registered},
    {"to validate", ServiceState::registered},
    {"geregistreerd", ServiceState::registered},
    {"te valideren", ServiceState::registered},
    {"enregistree", ServiceState::registered},
    {"enregistre", ServiceState::registered},
    {"a valider", ServiceState::registered},
    {"validated", ServiceState::validated},
    {"to confirm", ServiceState::validated},
    {"gevalideerd", ServiceState::validated},
    {"te bevestigen", ServiceState::validated},
    {"validee", ServiceState::validated},
    {"valide", ServiceState::validated},
    {"a confirmer", ServiceState::validated},
    {"confirmed", ServiceState::confirmed},
    {"waiting", ServiceState::confirmed},
    {"partially allocated", ServiceState::confirmed},
    {"allocated", ServiceState::confirmed},
    {"issued", ServiceState::confirmed},
    {"refunded", ServiceState::confirmed},
    {"gedeeltelijk toegekend", ServiceState::confirmed},
    {"toegekend", ServiceState::confirmed},
    {"reimbursement requested", ServiceState::confirmed},
    {"reimbursed", ServiceState::confirmed},
    {"bevestigd", ServiceState::confirmed},
    {"terugbetaling aangevraagd", ServiceState::confirmed},
    {"terugbetaald", ServiceState::confirmed},
    {"confirmee", ServiceState::confirmed},
    {"confirme", ServiceState::confirmed},
    {"remboursement demande", ServiceState::confirmed},
    {"remboursee", ServiceState::confirmed},
    {"cancelled", ServiceState::cancelled},
    {"canceled", ServiceState::cancelled},
    {"geannuleerd", ServiceState::cancelled},
    {"annulee", ServiceState::cancelled},
    {"annule", ServiceState::cancelled},
});

constexpr auto activities = std::to_array<Spelled<Activity>>({
    {"household", Activity::household},
    {"household help", Activity::household},
    {"1", Activity::household},
    {"huishoudhulp", Activity::household},
    {"schoonmaak", Activity::household},
    {"poetshulp", Activity::household},
    {"aide menagere", Activity::household},
    {"nettoyage", Activity::household},
    {"shopping", Activity::shopping},
    {"household shopping", Activity::shopping},
    {"2", Activity::shopping},
    {"boodschappen", Activity::shopping},
    {"boodschappendienst", Activity::shopping},
    {"courses", Activity::shopping},
    {"courses menageres", Activity::shopping},
    {"ironing", Activity::ironing},
    {"3", Activity::ironing},
    {"strijken", Activity::ironing},
    {"strijken buitenshuis", Activity::ironing},
    {"repassage", Activity::ironing},
    {"transport", Activity::transport},
    {"4", Activity::transport},
    {"vervoer", Activity::transport},
    {"transport accompagne", Activity::transport},
});

template <class Word, std::size_t Count>
Word spelled(std::string_view given, const std::array<Spelled<Word>, Count>& words,
             std::string_view what, std::string_view field) {
    for (const auto& [text, word] : words) {
        if (given == text) return word;
    }
    std::string folded = text::folded(text::trimmed(given));
    for (char& c : folded) {
        if (c == '-' || c == '_') c = ' ';
    }
    std::string choices;
    for (const auto& [text, word] : words) {
        if (folded == text) return word;
        if (text == name_of(word)) {
            choices += fmt::format("{}{}", choices.empty() ? "" : ", ", text);
        }
    }
    throw Error(Kind::usage, say("{} is no {}", text::quoted(given), what),
                say("one of: {}; or what an export calls it", choices), std::string(field));
}

}  // namespace

ServiceState parse_imported_state(std::string_view text) {
    return spelled(text, states, "state that a file tells", "status");
}

Activity parse_imported_activity(std::string_view text) {
    return spelled(text, activities, "activity", "activity");
}

}  // namespace dcadmin
