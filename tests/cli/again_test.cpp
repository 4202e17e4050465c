// SPDX-License-Identifier: Apache-2.0
#include "desk.h"

#include "cli/again.h"

#include <doctest/doctest.h>

using namespace dcadmin;
using bulk::State;

namespace {

bulk::Summary summary_of(std::initializer_list<std::pair<State, std::uint64_t>> counts,
                         bool committed) {
    bulk::Summary summary;
    for (const auto& [state, count] : counts) summary.rows[static_cast<std::size_t>(state)] = count;
    summary.committed = committed;
    return summary;
}

}  // namespace

TEST_CASE("words are quoted so that a shell reads them back") {
    CHECK(cli::shell_quoted("plain-1.csv") == "plain-1.csv");
    CHECK(cli::shell_quoted("two words") == "'two words'");
    CHECK(cli::shell_quoted("it's") == "'it'\\''s'");
    CHECK(cli::shell_quoted("") == "''");
    CHECK(cli::shell_quoted("$(rm)") == "'$(rm)'");
}

TEST_CASE("what is left is told as a command") {
    const auto words = test::words_of("grant add --file 'my grants.csv' --skip-invalid");
    cli::BulkLine line;
    CHECK(cli::how_to_go_on(words, line, summary_of({{State::applied, 3}}, true), "o.csv").empty());
    CHECK(cli::how_to_go_on(words, line, summary_of({{State::rejected, 1}}, false), "o.csv") ==
          "correct these rows, then: dcadmin grant add --file 'my grants.csv' --skip-invalid");
    CHECK(cli::how_to_go_on(words, line,
                            summary_of({{State::applied, 3}, {State::rejected, 1}}, true),
                            "o.csv") ==
          "correct what was rejected, then: dcadmin grant add --skip-invalid --file o.csv --only "
          "rejected");
    line.dry_run = true;
    CHECK(cli::how_to_go_on(test::words_of("grant add --file x.csv --dry-run"), line,
                            summary_of({{State::applied, 3}}, false),
                            "") == "to do it: dcadmin grant add --file x.csv");
}

TEST_CASE("however the file was named, going on names the outcome instead") {
    const cli::BulkLine line;
    const auto summary = summary_of({{State::applied, 1}, {State::failed, 2}}, true);
    for (const auto* text :
         {"grant add --file x.csv", "grant add --file=x.csv", "grant add -f x.csv",
          "grant add -fx.csv", "grant add --file x.csv --only failed --outcome y"}) {
        CAPTURE(text);
        CHECK(cli::how_to_go_on(test::words_of(text), line, summary, "o.csv") ==
              "to go on: dcadmin grant add --file o.csv --only failed");
    }
}

TEST_CASE("a file that was named by its place is named no more") {
    cli::BulkLine line;
    line.file = cli::FilePath{"x.csv"};
    const auto summary = summary_of({{State::applied, 1}, {State::failed, 2}}, true);
    for (const auto* text :
         {"service import x.csv --map h.csv", "service import --map h.csv x.csv"}) {
        CAPTURE(text);
        CHECK(cli::how_to_go_on(test::words_of(text), line, summary, "o.csv") ==
              "to go on: dcadmin service import --map h.csv --file o.csv --only failed");
    }
}
