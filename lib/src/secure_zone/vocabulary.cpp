// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/say.h>
#include <dcadmin/secure_zone/vocabulary.h>

#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include <fmt/format.h>

#include <string>

namespace dcadmin {

namespace {

template <class Word, std::size_t Count>
Word parse_word(std::string_view given, const std::array<Word, Count>& words, std::string_view what,
                std::string_view field) {
    // What the store holds is spelled exactly, and read for every row of a run.
    for (const Word word : words) {
        if (given == name_of(word)) return word;
    }
    const std::string asked = text::ascii_lower(text::trimmed(given));
    std::string choices;
    for (const Word word : words) {
        if (asked == name_of(word)) return word;
        choices += fmt::format("{}{}", choices.empty() ? "" : ", ", name_of(word));
    }
    throw Error(Kind::usage, say("{} is not {}", text::quoted(given), what),
                say("one of: {}", choices), std::string(field));
}

struct RegionName {
    std::string_view name;  // folded
    Region region;
};

constexpr auto other_names = std::to_array<RegionName>({{"vlaanderen", Region::flanders},
                                                        {"flandre", Region::flanders},
                                                        {"flandern", Region::flanders},
                                                        {"wallonie", Region::wallonia},
                                                        {"wallonien", Region::wallonia},
                                                        {"brussel", Region::brussels},
                                                        {"bruxelles", Region::brussels}});

}  // namespace

std::string_view name_of(Region region) {
    switch (region) {
        case Region::flanders: return "flanders";
        case Region::wallonia: return "wallonia";
        case Region::brussels: break;
    }
    return "brussels";
}

Region parse_region(std::string_view text) {
    const std::string folded = text::folded(text::trimmed(text));
    for (const RegionName& one : other_names) {
        if (folded == one.name) return one.region;
    }
    return parse_word(text, all_regions, to_say("a region"), "region");
}

std::string_view name_of(TermKind kind) {
    switch (kind) {
        case TermKind::validate: return "validate";
        case TermKind::confirm: return "confirm";
        case TermKind::correct: return "correct";
        case TermKind::reimburse_paper: return "reimburse-paper";
        case TermKind::reimburse_electronic: return "reimburse-electronic";
        case TermKind::voucher: return "voucher";
        case TermKind::hand_in: return "hand-in";
        case TermKind::service_age: break;
    }
    return "service-age";
}

TermKind parse_term_kind(std::string_view text) {
    return parse_word(text, all_term_kinds, to_say("a kind of term"), "kind");
}

std::string_view name_of(TermUnit unit) {
    switch (unit) {
        case TermUnit::working_days: return "working-days";
        case TermUnit::calendar_days: return "calendar-days";
        case TermUnit::months: break;
    }
    return "months";
}

TermUnit parse_term_unit(std::string_view text) {
    return parse_word(text, all_term_units, to_say("a unit of terms"), "unit");
}

std::string_view name_of(EnteredBy who) {
    return who == EnteredBy::worker ? "worker" : "company";
}

EnteredBy parse_entered_by(std::string_view text) {
    return parse_word(text, all_entered_by, to_say("a party that registers services"),
                      "entered_by");
}

std::string_view name_of(Channel channel) {
    return channel == Channel::online ? "online" : "other";
}

Channel parse_channel(std::string_view text) {
    return parse_word(text, all_channels, to_say("a channel of users"), "channel");
}

std::string_view name_of(TariffKind kind) {
    switch (kind) {
        case TariffKind::exchange: return "exchange";
        case TariffKind::supplement: return "supplement";
        case TariffKind::pickup: return "pickup";
        case TariffKind::vat: break;
    }
    return "vat";
}

TariffKind parse_tariff_kind(std::string_view text) {
    return parse_word(text, all_tariff_kinds, to_say("a kind of tariff"), "kind");
}

std::string_view name_of(Activity activity) {
    switch (activity) {
        case Activity::household: return "household";
        case Activity::shopping: return "shopping";
        case Activity::ironing: return "ironing";
        case Activity::transport: break;
    }
    return "transport";
}

Activity parse_activity(std::string_view text) {
    return parse_word(text, all_activities, to_say("a kind of service"), "activity");
}

std::string_view name_of(TariffBasis basis) {
    switch (basis) {
        case TariffBasis::issue: return "issue";
        case TariffBasis::service: return "service";
        case TariffBasis::issuance: return "issuance";
        case TariffBasis::pickup: break;
    }
    return "pickup";
}

TariffBasis parse_tariff_basis(std::string_view text) {
    return parse_word(text, all_tariff_bases, to_say("a day that decides a tariff"), "basis");
}

}  // namespace dcadmin
