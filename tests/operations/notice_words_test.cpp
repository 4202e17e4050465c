// SPDX-License-Identifier: Apache-2.0
// What mails are made of, before any relay: headers that nothing can break, and the words of every
// kind of notice in every language.
#include "outbox/message.h"
#include "outbox/texts.h"
#include "support/fixture.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace dcadmin::test {

namespace {

bool has(const std::string& text, std::string_view part) {
    INFO(text);
    INFO(part);
    return text.find(part) != std::string::npos;
}

/// Facts with so many of everything that a notice can tell of.
struct ToldSample {
    [[nodiscard]] outbox::Facts facts(std::string_view kind, std::size_t count) const {
        outbox::Facts facts{.kind = std::string(kind),
                            .name = "Lucas Maes",
                            .at = Timestamp::parse("2026-11-24T10:00:00Z"),
                            .grants = {},
                            .relations = {}};
        const outbox::ToldOrganisation org{"Poetshulp", org_number(1)};
        const outbox::Titles titles{"naam", "nom", ""};
        for (std::size_t i = 0; i < count; ++i) {
            facts.grants.push_back(
                {titles, org, {"site", "Aalst", "98"}, day("2026-01-01"), day("2026-12-23")});
            facts.relations.push_back(
                {"vaste medewerker", org, day("2026-01-01"), day("2026-11-24")});
            facts.reviews.push_back({org, static_cast<std::int64_t>(i), day("2026-12-23"), "v-1"});
            facts.offices.push_back({i == 0,
                                     "Zoë",
                                     i == 0 ? "chief" : "manager",
                                     org,
                                     titles,
                                     {"site", "Aalst", "98"},
                                     day("2026-01-01"),
                                     {}});
            facts.requests.push_back({i == 0, "Zoë", org, "refused", "why"});
            facts.staff.push_back({i == 0 ? "operator" : "auditor", day("2026-01-01"), i == 1});
            facts.tasks.push_back({"t-1", "Zoë", titles, "", "98, 99", org, "why", "because"});
        }
        facts.more = count;
        return facts;
    }
};

}  // namespace

TEST_CASE("nothing in a name or a subject begins a header of its own, or breaks one") {
    const auto box = outbox::mailbox_of("  \"Jan\r\nBcc: x@y.be\" <a@example.be> ");
    REQUIRE(box);
    CHECK(box->name == "Jan  Bcc: x@y.be");
    CHECK(box->domain() == "example.be");
    const outbox::Letter letter{.language = Language::fr, .subject = "été\r\nBcc: x@y.be"};
    const std::string wide(200, 'x');
    const outbox::Envelope envelope{.from = {"a \"b\" \\c", "a@example.be"},
                                    .reply_to = {},
                                    .to = {"Ünï " + wide, "b@example.be"},
                                    .message_id = "n-1.x@example.be"};
    for (const std::string& header : outbox::headers_of(envelope, letter)) {
        CAPTURE(header);
        std::size_t begin = 0;
        while (begin < header.size()) {
            const auto end = std::min(header.find("\r\n", begin), header.size());
            CHECK(end - begin <= 76);
            if (begin > 0) CHECK(header[begin] == ' ');
            begin = end + 2;
        }
        const auto plain = std::all_of(header.begin(), header.end(), [](char c) {
            return (c >= ' ' && c <= '~') || c == '\r' || c == '\n';
        });
        CHECK(plain);
    }
    CHECK(outbox::encoded("=?UTF-8?Q?x?=") == "=?UTF-8?B?PT9VVEYtOD9RP3g/PQ==?=");
}

TEST_CASE("every kind of notice has its words in every language, for one and for many") {
    std::vector<std::string_view> kinds = outbox::notice_kinds();
    kinds.push_back("another.kind");
    const ToldSample sample;
    for (const Language language : {Language::nl, Language::fr, Language::de, Language::en}) {
        for (const auto kind : kinds) {
            for (const std::size_t count : {1U, 3U}) {
                CAPTURE(kind);
                const auto facts = sample.facts(kind, count);
                const outbox::Counts counts{count, count, count};
                const auto letter = outbox::letter_of(language, facts, counts);
                const auto text = outbox::text_of(letter);
                CHECK(letter.subject == outbox::subject_of(language, kind, counts));
                CHECK_FALSE(letter.subject.empty());
                for (const std::string& one : {letter.subject, text, outbox::html_of(letter)}) {
                    CHECK(one.find_first_of("{}") == std::string::npos);
                }
                const bool of_no_organisation =
                    kind == "person.update" || kind.starts_with("staff.");
                CHECK(has(text, "Poetshulp") != of_no_organisation);
                CHECK(has(text, "24/11/2026"));
                CHECK(letter.blocks.size() >= 3);
            }
        }
    }
}

}  // namespace dcadmin::test
