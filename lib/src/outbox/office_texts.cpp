// SPDX-License-Identifier: Apache-2.0
#include "outbox/office_texts.h"

#include <fmt/format.h>

#include <string_view>
#include <utility>
#include <vector>

namespace dcadmin::outbox {

namespace {

using fmt::arg;
using fmt::runtime;
using Lines = std::vector<std::string>;

std::string_view title(const OfficePhrases& phrases, const ToldOffice& office) {
    if (office.role == "chief") return phrases.chief;
    if (office.role == "cochief") return phrases.cochief;
    return office.site.kind.empty() ? phrases.manager : phrases.local;
}

std::string line_of(Language language, const Phrases& phrases, const ToldOffice& office) {
    const OfficePhrases& own = phrases.office;
    std::string line = fmt::format(runtime(office.own ? own.line : own.other),
                                   arg("name", office.name), arg("title", title(own, office)),
                                   arg("organisation", named(office.organisation)));
    const std::string& domain = office.domain.in(language);
    if (!domain.empty()) line += ", " + fmt::format(runtime(own.domain), arg("domain", domain));
    if (!office.site.kind.empty()) line += ", " + named(phrases, office.site);
    line += ", ";
    line += office.last_day
                ? fmt::format(runtime(phrases.last_day), arg("until", office.last_day->formatted()))
                : fmt::format(runtime(own.from), arg("from", office.from.formatted()));
    return line;
}

std::string line_of(const OfficePhrases& phrases, const ToldRequest& request) {
    std::string line =
        fmt::format(runtime(request.own ? phrases.make_you : phrases.make_other),
                    arg("name", request.name), arg("organisation", named(request.organisation)));
    if (!request.answer.empty()) line += ": " + request.answer;
    return line;
}

void add(Letter& letter, std::string_view heading, Lines lines) {
    if (lines.empty()) return;
    letter.blocks.push_back({.text = std::string(heading), .lines = std::move(lines)});
}

}  // namespace

void add_offices(Letter& letter, const Phrases& phrases, const Facts& facts) {
    const OfficePhrases& own = phrases.office;
    Lines begun;
    Lines ended;
    Lines others;
    for (const ToldOffice& office : facts.offices) {
        Lines& lines = !office.own ? others : office.last_day ? ended : begun;
        lines.push_back(line_of(letter.language, phrases, office));
    }
    const bool begins = !begun.empty();
    add(letter, own.begun, std::move(begun));
    add(letter, own.ended, std::move(ended));
    add(letter, own.others, std::move(others));
    if (begins) letter.blocks.push_back({.text = std::string(own.duty)});
    Lines requests;
    for (const ToldRequest& request : facts.requests) requests.push_back(line_of(own, request));
    add(letter, facts.kind == "chief.refuse" ? own.refused : own.waits, std::move(requests));
}

std::string named(const ToldOrganisation& organisation) {
    return fmt::format("{} ({})", organisation.name, organisation.number.formatted());
}

std::string named(const Phrases& phrases, const ToldContext& context) {
    if (context.kind.empty()) return {};
    return fmt::format(runtime(context.kind == "site" ? phrases.site : phrases.role),
                       arg("name", context.name), arg("number", context.number));
}

}  // namespace dcadmin::outbox
