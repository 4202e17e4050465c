// SPDX-License-Identifier: Apache-2.0
#include "desk.h"

#include "cli/new_file.h"
#include "cli/outcome_file.h"
#include "cli/outcome_store.h"

#include <dcadmin/error.h>

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <numeric>
#include <random>
#include <vector>

using namespace dcadmin;
using bulk::Result;
using bulk::State;

namespace {

Result result_for(std::uint64_t row) {
    Result result;
    result.state = row % 7 == 0 ? State::rejected : State::applied;
    if (result.state == State::rejected) {
        result.code = Kind::not_found;
        result.message = "no right 'x" + std::to_string(row) + "'";
        result.hint = row % 2 == 0 ? "did you mean 'y'?" : "";
        result.field = "right";
    } else {
        result.id = row % 5 == 0 ? "g-1|g-" + std::to_string(row) : "g-" + std::to_string(row);
    }
    return result;
}

bool same(const Result& a, const Result& b) {
    return a.state == b.state && a.code == b.code && a.message == b.message && a.hint == b.hint &&
           a.field == b.field && a.id == b.id;
}

}  // namespace

TEST_CASE("results told in any order are read back in the order of their rows") {
    test::Desk desk;
    cli::OutcomeStore store(desk.folder().string());
    constexpr std::uint64_t rows = 200'000;  // four buckets
    std::vector<std::uint64_t> order(rows);
    std::iota(order.begin(), order.end(), std::uint64_t{1});
    std::shuffle(order.begin(), order.end(), std::mt19937_64(4711));
    for (const auto row : order) store.put(row, result_for(row));
    std::uint64_t wrong = 0;
    for (std::uint64_t row = 1; row <= rows; ++row)
        if (!same(store.get(row), result_for(row))) ++wrong;
    CHECK(wrong == 0);
}

TEST_CASE(
    "a row that was never told is not attempted, and one told twice is what it came to last") {
    test::Desk desk;
    cli::OutcomeStore store(desk.folder().string());
    store.put(3, result_for(7));
    for (std::uint64_t row = 1000; row < 3000; ++row) store.put(row, {});
    store.put(3, result_for(4));
    CHECK(store.get(1).state == State::not_attempted);
    CHECK(same(store.get(3), result_for(4)));
    CHECK(store.get(1'000'000).state == State::not_attempted);
}

TEST_CASE("odd ids come back as they were") {
    test::Desk desk;
    cli::OutcomeStore store(desk.folder().string());
    const std::vector<std::string> ids{"g-0",
                                       "g-012",
                                       "g-",
                                       "-1",
                                       "0566988259",
                                       "g-1|g-2",
                                       "g-9223372036854775807",
                                       "g-99999999999999999999"};
    for (std::size_t i = 0; i < ids.size(); ++i) {
        Result result;
        result.id = ids[i];
        store.put(i + 1, result);
    }
    for (std::size_t i = 0; i < ids.size(); ++i) CHECK(store.get(i + 1).id == ids[i]);
}

TEST_CASE("an outcome file is named after its input") {
    CHECK(cli::outcome_path("rights.csv") == "rights.outcome.csv");
    CHECK(cli::outcome_path("/a/b.c/rights.jsonl") == "/a/b.c/rights.outcome.jsonl");
    CHECK(cli::outcome_path("rights") == "rights.outcome");
    CHECK(cli::outcome_path("rights.outcome.csv") == "rights.outcome-2.csv");
    CHECK(cli::outcome_path("rights.outcome-2.csv") == "rights.outcome-3.csv");
}

TEST_CASE("a file goes where a link of one's own leads, and not where somebody else's does") {
    const test::Desk desk;
    desk.write("kept", "kept");
    std::filesystem::create_directory(desk.path("shared"));
    REQUIRE(::chmod(desk.path("shared").c_str(), 01777) == 0);
    const std::string link = desk.path("shared/rights.outcome.csv");
    std::filesystem::create_symlink(desk.path("kept"), link);
    const auto write = [&](std::string_view text) {
        cli::NewFile file(link, cli::NewFile::Replace::yes);
        file.write(text);
        file.finish();
    };
    write("mine");
    CHECK(desk.read("kept") == "mine");
    if (::lchown(link.c_str(), 65534, 65534) != 0) return;  // root alone can give it away
    CHECK_THROWS_WITH_AS(write("theirs"), doctest::Contains("a link that somebody else made"),
                         Error);
    CHECK(desk.read("kept") == "mine");
}
