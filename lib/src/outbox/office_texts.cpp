// SPDX-License-Identifier: Apache-2.0
#include "outbox/office_texts.h"

#include <fmt/format.h>

#include <string_view>

namespace dcadmin::outbox {

namespace {

std::string named(const ToldOrganisation& organisation) {
    return fmt::format("{} ({})", organisation.name, organisation.number.formatted());
}

std::string_view title(const ToldOffice& office) {
    if (office.role == "chief") return "chief access administrator (hoofdtoegangsbeheerder)";
    if (office.role == "cochief") return "co-chief (co-hoofdtoegangsbeheerder)";
    return office.site.empty() ? "access administrator (toegangsbeheerder)"
                               : "local administrator (lokale beheerder)";
}

std::string line_of(const ToldOffice& office) {
    std::string line =
        fmt::format("- {}{}{} of {}", office.own ? "" : office.name, office.own ? "" : ", ",
                    title(office), named(office.organisation));
    if (!office.domain.empty()) line += fmt::format(", domain {}", office.domain);
    if (!office.site.empty()) line += fmt::format(", {}", office.site);
    line += office.last_day ? fmt::format(", last day {}\n", office.last_day->formatted())
                            : fmt::format(", from {}\n", office.from.formatted());
    return line;
}

void add(std::string& text, std::string_view heading, const std::string& lines) {
    if (lines.empty()) return;
    if (!text.empty()) text += "\n";
    text += fmt::format("{}\n\n{}", heading, lines);
}

void add_offices(std::string& text, const Facts& facts) {
    std::string begun;
    std::string ended;
    std::string others;
    for (const ToldOffice& office : facts.offices) {
        std::string& lines = !office.own ? others : office.last_day ? ended : begun;
        lines += line_of(office);
    }
    add(text, "You are now:", begun);
    add(text, "Your office ends:", ended);
    add(text, "By your hand:", others);
    if (begun.empty()) return;
    text +=
        "\nYou grant and take rights in the name of the organisation. Report any change of its "
        "chief or of its service provider at once.\n";
}

std::string line_of(const ToldRequest& request) {
    const std::string who = request.own ? "you" : request.name;
    std::string line = fmt::format("- to make {} chief access administrator of {}", who,
                                   named(request.organisation));
    if (!request.answer.empty()) line += fmt::format(": {}", request.answer);
    return line + "\n";
}

void add_requests(std::string& text, const Facts& facts) {
    std::string lines;
    for (const ToldRequest& request : facts.requests) lines += line_of(request);
    add(text,
        facts.kind == "chief.refuse" ? "This request was refused:"
                                     : "This request waits until an operator has decided:",
        lines);
}

}  // namespace

std::string offices_told(const Facts& facts) {
    std::string text;
    add_offices(text, facts);
    add_requests(text, facts);
    return text;
}

std::string chief_subject(Counts) {
    return "The chief access administrator was changed";
}

std::string chief_request_subject(Counts) {
    return "A chief access administrator was asked for";
}

std::string chief_refused_subject(Counts) {
    return "A request for a chief access administrator was refused";
}

std::string office_subject(Counts) {
    return "Who administers access was changed";
}

}  // namespace dcadmin::outbox
