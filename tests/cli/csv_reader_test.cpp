// SPDX-License-Identifier: Apache-2.0
#include "desk.h"

#include "cli/csv_reader.h"

#include <dcadmin/error.h>

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

using namespace dcadmin;
using Rows = std::vector<std::vector<std::string>>;

struct Result {
    std::vector<std::string> columns;
    Rows rows;
    std::vector<std::uint64_t> lines;
    std::vector<std::string> problems;
    std::string stopped;  // what broke the file
};

Result read(const std::string& text) {
    test::Desk desk;
    desk.write("in.csv", text);
    Result result;
    try {
        cli::InputFile file(desk.path("in.csv"), 0, desk.folder().string());
        cli::CsvReader reader(file);
        result.columns = reader.columns();
        cli::RawRow row;
        while (reader.next(row)) {
            result.lines.push_back(row.line);
            result.problems.push_back(row.problem ? row.problem->message() : "");
            result.rows.emplace_back(row.cells.begin(), row.cells.end());
        }
    } catch (const Error& error) {
        result.stopped = error.message();
    }
    return result;
}

}  // namespace

TEST_CASE("the header tells which separator is used") {
    for (const auto* text : {"a,b\n1,2\n", "a;b\n1;2\n", "a\tb\n1\t2\n",
                             "\xef\xbb\xbf"
                             "a,b\r\n1,2\r\n",
                             "\"a\";b\n\"1\";2", "a;\"b\"\r\n1;2\r\n\r\n"}) {
        CAPTURE(text);
        const auto got = read(text);
        CHECK(got.stopped == "");
        CHECK(got.columns == std::vector<std::string>{"a", "b"});
        CHECK(got.rows == Rows{{"1", "2"}});
    }
}

TEST_CASE("a separator within quotes is no separator") {
    const auto got = read("\"a,b,c\";d\n\"x;y\";\"say \"\"hi\"\"\"\n");
    CHECK(got.columns == std::vector<std::string>{"a,b,c", "d"});
    CHECK(got.rows == Rows{{"x;y", "say \"hi\""}});
}

TEST_CASE("lines are counted through quoted line ends, empty lines and CRLF") {
    const auto got = read("a,b\r\n\"1\r\n2\",x\r\n\r\n3,y\r\n4,z");
    CHECK(got.rows == Rows{{"1\r\n2", "x"}, {"3", "y"}, {"4", "z"}});
    CHECK(got.lines == std::vector<std::uint64_t>{2, 5, 6});
}

TEST_CASE("a row with too few or too many cells is that row's mistake") {
    const auto got = read("a,b\n1\n2,3\n4,5,6\n");
    CHECK(got.stopped == "");
    CHECK(got.problems == std::vector<std::string>{"1 cells where the header has 2", "",
                                                   "3 cells where the header has 2"});
}

TEST_CASE("bytes that are not UTF-8, and NUL, are that row's mistake") {
    const auto got = read(std::string("a,b\nx,\xc3\ny,") + '\0' + "\nk\xc3\xa4the,z\n");
    CHECK(got.problems == std::vector<std::string>{"is not UTF-8", "holds a NUL byte", ""});
}

TEST_CASE("a file whose structure is broken stops with line and column") {
    CHECK(read("a,b\n1,\"2\n3,4\n").stopped == "line 2, column 2 (b): the file ends within quotes");
    CHECK(read("a,b\n1,2\n3,x\"y\n").stopped ==
          "line 3, column 2 (b): a quote within a cell that is not quoted");
    CHECK(read("a,b\n\"1\"2,3\n").stopped == "line 2, column 1 (a): text after the closing quote");
    CHECK(read("").stopped.find("is empty") != std::string::npos);
    CHECK(read("\xff\xfe"
               "a")
              .stopped.find("is UTF-16") != std::string::npos);
}

TEST_CASE("a row longer than a mebibyte stops the reading, however it is long") {
    const std::string big(3 << 20, 'x');
    for (const auto& text : {"a,b\n" + big + ",1\n", "a,b\n\"" + big + "\",1\n", "a,b\n" + big}) {
        CHECK(read(text).stopped.find("line 2, column 1 (a): the row is longer than 1 MiB") == 0);
    }
    CHECK(read("a,b\n" + std::string(3 << 20, ',')).stopped.find("longer than 1 MiB") !=
          std::string::npos);
    CHECK(read(std::string(3 << 20, 'a')).stopped.find("longer than 1 MiB") != std::string::npos);
}

TEST_CASE("cells are whole wherever the pieces of the file are cut") {
    std::string text = "id,name\n";
    Rows expected;
    for (int i = 0; i < 20000; ++i) {
        const auto id = std::to_string(i);
        text += id + ",\"name, \"\"" + id + "\"\"\"\r\n";
        expected.push_back({id, "name, \"" + id + "\""});
    }
    const auto got = read(text);
    CHECK(got.stopped == "");
    CHECK(got.rows == expected);
    CHECK(got.lines.back() == 20001);
}

TEST_CASE("a file cut off at any byte is read or refused, and never misread") {
    const std::string text =
        "\xef\xbb\xbf"
        "a;b\r\n\"x\"\"y\";k\xc3\xa4\r\n1;2\r\n";
    for (std::size_t size = 0; size <= text.size(); ++size) {
        CAPTURE(size);
        const auto got = read(text.substr(0, size));
        for (std::size_t i = 0; i < got.rows.size() && got.stopped.empty(); ++i) {
            if (got.problems[i].empty()) CHECK(got.rows[i].size() == got.columns.size());
        }
    }
}

TEST_CASE("a file is read again from its first row, and refused when it changed meanwhile") {
    test::Desk desk;
    desk.write("in.csv", "a,b\n1,2\n3,4\n");
    cli::InputFile file(desk.path("in.csv"), 0, desk.folder().string());
    cli::CsvReader reader(file);
    cli::RawRow row;
    CHECK(reader.next(row));
    reader.rewind();
    CHECK(reader.next(row));
    CHECK(row.line == 2);
    CHECK(row.cells[0] == "1");
    desk.write("in.csv", "a,b\n1,2\n3,4\n5,6\n");
    CHECK_THROWS_AS(reader.rewind(), Error);
}

TEST_CASE("what is no file is refused, what is not there is not found") {
    test::Desk desk;
    const auto kind_of = [&](const std::string& path) {
        try {
            const cli::InputFile file(path, 0, desk.folder().string());
        } catch (const Error& error) {
            return error.kind();
        }
        return Kind::stopped;
    };
    CHECK(kind_of(desk.path("nothing.csv")) == Kind::not_found);
    CHECK(kind_of(desk.folder().string()) == Kind::usage);
    CHECK(kind_of("/dev/null") == Kind::usage);
}
