// SPDX-License-Identifier: Apache-2.0
#include "desk.h"

#include "cli/json_reader.h"

#include <dcadmin/error.h>

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

using namespace dcadmin;

struct Result {
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> problems;
    std::vector<std::uint64_t> lines;
    std::string stopped;
};

Result read(const std::string& text) {
    test::Desk desk;
    desk.write("in.jsonl", text);
    Result result;
    cli::InputFile file(desk.path("in.jsonl"), 0, desk.folder().string());
    cli::JsonReader reader(file);
    try {
        cli::RawRow row;
        while (reader.next(row)) {
            result.rows.emplace_back(row.cells.begin(), row.cells.end());
            result.problems.push_back(row.problem ? row.problem->message() : "");
            result.lines.push_back(row.line);
        }
    } catch (const Error& error) {
        result.stopped = error.message();
    }
    result.columns = reader.columns();
    return result;
}

std::string problem_of(const std::string& line) {
    const auto got = read(line + "\n");
    REQUIRE(got.problems.size() == 1);
    return got.problems[0];
}

}  // namespace

TEST_CASE("each line is an object whose keys are columns, in any order") {
    const auto got = read("{\"a\":\"1\",\"b\":2}\r\n\n{\"b\":null,\"c\":[\"x\",\"y\"],\"a\":true}");
    CHECK(got.columns == std::vector<std::string>{"a", "b", "c"});
    CHECK(got.rows == std::vector<std::vector<std::string>>{{"1", "2"}, {"yes", "", "x|y"}});
    CHECK(got.lines == std::vector<std::uint64_t>{1, 3});
}

TEST_CASE("numbers keep their digits") {
    const auto got = read("{\"a\":980000611888,\"b\":1.50,\"c\":-3}");
    CHECK(got.rows == std::vector<std::vector<std::string>>{{"980000611888", "1.50", "-3"}});
}

TEST_CASE("what is not a flat object is refused by its line alone") {
    CHECK(problem_of("[1,2]") == "is not an object");
    CHECK(problem_of("42") == "is not an object");
    CHECK(problem_of("{\"a\":{\"b\":1}}") == "holds an object within the object");
    CHECK(problem_of("{\"a\":[[1]]}") == "holds a list within a list");
    CHECK(problem_of("{\"a\":[{}]}") == "holds an object within the object");
    CHECK(problem_of("{\"a\":1,\"a\":2}") == "has the key 'a' twice");
    CHECK(problem_of("{\"a\":\"\\u0000\"}") == "holds a NUL character");
    CHECK(problem_of("{\"a\":[\"x|y\"]}") == "holds a '|' within a list");
    CHECK(problem_of("{\"a\":\"\xc3\"}") == "is not UTF-8, or holds a NUL byte");
    CHECK(problem_of("{\"a\":1").find("is not JSON") == 0);
    CHECK(problem_of("{\"a\":1} x").find("is not JSON") == 0);
    CHECK(problem_of(std::string(100000, '[')) == "is not an object");
    CHECK(problem_of("{\"a\":" + std::string(100000, '[')) == "holds a list within a list");
}

TEST_CASE("after a line that is refused the next ones are read") {
    const auto got = read("{\"a\":\"1\"}\nnonsense\n{\"a\":\"2\"}\n");
    CHECK(got.problems[0].empty());
    CHECK(!got.problems[1].empty());
    CHECK(got.rows[2] == std::vector<std::string>{"2"});
}

TEST_CASE("a line longer than a mebibyte stops the reading") {
    CHECK(read("{\"a\":\"" + std::string(2 << 20, 'x') + "\"}\n").stopped ==
          "line 1 is longer than 1 MiB");
    CHECK(read(std::string(2 << 20, ' ')).stopped == "line 1 is longer than 1 MiB");
}

TEST_CASE("an outcome line repeats the line and replaces an earlier outcome") {
    CHECK(cli::with_outcome("{\"b\":1,\"a\":\"x\",\"_row\":9,\"_state\":\"failed\"}",
                            "\"_row\":1") == "{\"b\":1,\"a\":\"x\",\"_row\":1}\n");
    CHECK(cli::with_outcome("nonsense", "\"_row\":1") == "{\"x_line\":\"nonsense\",\"_row\":1}\n");
    CHECK(cli::with_outcome("{}", "\"_row\":1") == "{\"_row\":1}\n");
}

TEST_CASE("a line with structure is read behind the same guard") {
    const auto row = cli::read_json(R"({"a":{"b":["x",1,null,true]},"c":""})", 3);
    REQUIRE(row.find("a") != nullptr);
    const auto* list = row.find("a")->find("b");
    REQUIRE(list != nullptr);
    CHECK(list->type == cli::Json::Type::list);
    REQUIRE(list->items.size() == 4);
    CHECK(list->items[0].text == "x");
    CHECK(list->items[1].type == cli::Json::Type::number);
    CHECK(list->items[2].type == cli::Json::Type::null);
    CHECK(list->items[3].text == "true");
    CHECK(row.find("d") == nullptr);

    const auto refused = [](const std::string& text) {
        try {
            static_cast<void>(cli::read_json(text, 2));
        } catch (const Error& error) {
            return error.message();
        }
        return std::string("accepted");
    };
    CHECK(refused(R"({"a":{"b":{}}})") == "is nested too deep");
    CHECK(refused(std::string(100'000, '[')) == "is nested too deep");
    CHECK(refused(R"({"a":1,"a":2})") == "has the key 'a' twice");
    CHECK(refused(R"({"a":"\u0000"})") == "holds a NUL character");
    CHECK(refused("{\"a\":\"\xff\"}") == "is not UTF-8, or holds a NUL byte");
    CHECK(refused(R"({"a":1)").starts_with("is not JSON"));
    CHECK(refused("").starts_with("is not JSON"));
    CHECK(refused(R"({} {})").starts_with("is not JSON"));
    CHECK(refused(R"({"a":[1]})") == "accepted");
}
