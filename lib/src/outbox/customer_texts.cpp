// SPDX-License-Identifier: Apache-2.0
#include "outbox/customer_texts.h"

#include "outbox/customer_phrases.h"
#include "outbox/office_texts.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace dcadmin::outbox {

namespace {

using fmt::arg;
using fmt::runtime;

const Opening& opening_of(const CustomerPhrases& words, std::string_view kind) {
    if (kind == "service.validated") return words.validated;
    if (kind == "service.modified") return words.modified;
    if (kind == "service.cancelled") return words.cancelled;
    return words.changed;
}

std::string line_of(const CustomerPhrases& words, const ToldService& service) {
    const auto hours = static_cast<std::size_t>(service.hours);
    std::string line = fmt::format(runtime(words.service.of(hours)),
                                   arg("day", service.day.formatted()), arg("hours", hours));
    if (!service.worker.empty()) {
        line += ", " + fmt::format(runtime(words.by), arg("worker", service.worker));
    }
    if (service.answer_by) {
        line += "; " +
                fmt::format(runtime(words.answer_by), arg("until", service.answer_by->formatted()));
    }
    return line;
}

// How he answers, where there is something to answer.
void add_how(Letter& letter, const CustomerPhrases& words, const CustomerFacts& facts) {
    if (facts.kind != "service.validated" && facts.kind != "service.modified") return;
    const auto has_day = [](const ToldService& one) { return one.answer_by.has_value(); };
    const auto& all = facts.services;
    if (std::ranges::any_of(all, has_day))
        letter.blocks.push_back({.text = std::string(words.silence)});
    if (!std::ranges::all_of(all, has_day))
        letter.blocks.push_back({.text = std::string(words.no_silence)});
}

void add_notice(Letter& letter, const CustomerFacts& facts) {
    const CustomerPhrases& words = customer_phrases_of(letter.language);
    std::vector<std::string> lines;
    for (const ToldService& one : facts.services) lines.push_back(line_of(words, one));
    if (facts.count > facts.services.size()) {
        lines.push_back(fmt::format(runtime(phrases_of(letter.language).more),
                                    arg("count", facts.count - facts.services.size())));
    }
    letter.blocks.push_back(
        {.text = fmt::format(runtime(opening_of(words, facts.kind).text.of(facts.count)),
                             arg("organisation", named(facts.organisation))),
         .lines = std::move(lines)});
    add_how(letter, words, facts);
    letter.blocks.push_back(
        {.text = fmt::format(runtime(words.done), arg("at", facts.at.formatted()))});
}

}  // namespace

std::string customer_subject_of(Language language, std::string_view kind, std::size_t count) {
    const Many& subject = opening_of(customer_phrases_of(language), kind).subject;
    return fmt::format(runtime(subject.of(count)), arg("count", count));
}

Letter customer_letter_of(Language language, const std::vector<CustomerFacts>& all) {
    const CustomerFacts& first = all.front();
    Letter letter{.language = language,
                  .subject = customer_subject_of(language, first.kind, first.count)};
    letter.blocks.push_back(
        {.text = fmt::format(runtime(phrases_of(language).dear), arg("name", first.name))});
    if (all.size() == 1) {
        add_notice(letter, first);
        return letter;
    }
    letter.subject =
        fmt::format(runtime(customer_phrases_of(language).digest), arg("count", all.size()));
    for (const CustomerFacts& facts : all) {
        letter.blocks.push_back({.text = customer_subject_of(language, facts.kind, facts.count),
                                 .lines = {},
                                 .heading = true});
        add_notice(letter, facts);
    }
    return letter;
}

}  // namespace dcadmin::outbox
