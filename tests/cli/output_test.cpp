// SPDX-License-Identifier: Apache-2.0
#include "desk.h"

#include "output/out.h"

#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include <doctest/doctest.h>

#include <fcntl.h>
#include <unistd.h>

namespace {

using namespace dcadmin;
using namespace dcadmin::output;

struct Thing {
    std::string name;
    std::optional<Date> day;
    NationalNumber number = NationalNumber::parse("85.07.30-033.28", Date::of(2026, 1, 1));
    std::vector<std::string> words{"a", "b"};
};

View<Thing> thing_view() {
    return {.names = {"thing", "things"},
            .fields = {{{"name", "its name"},
                        [](const Thing& t) -> Value { return std::string_view(t.name); }},
                       {{"day", "a day"}, [](const Thing& t) -> Value { return maybe(t.day); }},
                       {{"number", "a number", Shown::detail},
                        [](const Thing& t) -> Value { return t.number; }},
                       {{"words", "words", Shown::detail},
                        [](const Thing& t) -> Value { return t.words; }}}};
}

std::string listed(const Style& style, const std::vector<Thing>& things,
                   std::vector<std::string> fields = {}) {
    std::string text;
    Writer writer(text);
    std::string footer;
    Out out(writer, style, std::move(fields), [&](std::string_view line) { footer = line; });
    auto list = out.list(thing_view());
    for (const auto& thing : things) list(thing);
    list.end(things.size());
    writer.flush();
    return text + footer;
}

std::string item(const Style& style, const Thing& thing) {
    std::string text;
    Writer writer(text);
    Out out(writer, style, {}, [](std::string_view) {});
    out.item(thing_view(), thing);
    writer.flush();
    return text;
}

const Date day = Date::of(2026, 12, 1);

}  // namespace

TEST_CASE("one field list gives table, JSON, JSON lines and CSV") {
    const std::vector<Thing> things{{"Aalst", day}, {"Gent", {}}};
    CHECK(listed({.format = Format::table}, things) ==
          "NAME   DAY\nAalst  01/12/2026\nGent\n1 - 2 of 2");
    CHECK(listed({.format = Format::json}, things) ==
          "{\"things\":[\n"
          "{\"name\":\"Aalst\",\"day\":\"2026-12-01\",\"number\":\"85.07.30-***.**\",\"words\":["
          "\"a\",\"b\"]},\n"
          "{\"name\":\"Gent\",\"day\":null,\"number\":\"85.07.30-***.**\",\"words\":[\"a\",\"b\"]}"
          "\n]}\n");
    CHECK(listed({.format = Format::jsonl}, things, {"name", "day"}) ==
          "{\"name\":\"Aalst\",\"day\":\"2026-12-01\"}\n{\"name\":\"Gent\",\"day\":null}\n");
    CHECK(listed({.format = Format::csv}, things) ==
          "name,day,number,words\r\nAalst,2026-12-01,85.07.30-***.**,a|b\r\nGent,,85.07.30-***.**,"
          "a|b\r\n");
}

TEST_CASE("a list of nothing is still a list") {
    CHECK(listed({.format = Format::table}, {}) == "none");
    CHECK(listed({.format = Format::json}, {}) == "{\"things\":[]}\n");
    CHECK(listed({.format = Format::jsonl}, {}) == "");
    CHECK(listed({.format = Format::csv}, {}, {"day"}) == "day\r\n");
}

TEST_CASE("a single item stands under its noun") {
    const Thing thing{"Aalst", day};
    CHECK(item({.format = Format::json}, thing) ==
          "{\"thing\":{\"name\":\"Aalst\",\"day\":\"2026-12-01\",\"number\":\"85.07.30-***.**\","
          "\"words\":[\"a\",\"b\"]}}\n");
    CHECK(item({.format = Format::table}, thing) ==
          "name    Aalst\nday     01/12/2026\nnumber  85.07.30-***.**\nwords   a, b\n");
}

TEST_CASE("a national number is whole only where it is to be revealed") {
    const std::vector<Thing> things{{"x", {}}};
    CHECK(listed({.format = Format::csv, .reveal = true}, things, {"number"}) ==
          "number\r\n85073003328\r\n");
    CHECK(listed({.format = Format::table, .reveal = true}, things, {"number"}) ==
          "NUMBER\n85.07.30-033.28\n1 - 1 of 1");
    CHECK(listed({.format = Format::json}, things).find("033") == std::string::npos);
}

TEST_CASE(
    "fields are shown in the order asked for, and an unknown one is answered with the nearest") {
    CHECK(listed({.format = Format::csv}, {{"x", day}}, {"day", "name"}) ==
          "day,name\r\n2026-12-01,x\r\n");
    CHECK_THROWS_WITH(listed({}, {}, {"nam"}), "no field 'nam'");
}

TEST_CASE("nothing in a table can command a terminal") {
    std::string all;
    for (int c = 1; c < 256; ++c) all += static_cast<char>(c);
    for (const auto& text : {all, std::string("\xe2\x80\xae"
                                              "abc\xc2\x9b"
                                              "31m")}) {
        const auto table = listed({.format = Format::table}, {{text, day}}) + item({}, {text, day});
        for (const char c : table) CHECK((c == '\n' || static_cast<unsigned char>(c) >= 0x20));
        CHECK(table.find("\xe2\x80\xae") == std::string::npos);
        CHECK(table.find("\xc2\x9b") == std::string::npos);
    }
}

TEST_CASE("a table of many rows keeps the widths of its first ones") {
    std::vector<Thing> things(1200, Thing{"name", day});
    const auto table = listed({.format = Format::table}, things);
    CHECK(std::count(table.begin(), table.end(), '\n') == 1201);
}

TEST_CASE("cells that a spreadsheet would run are made harmless, and only there") {
    for (const auto* text : {"=1+1", "+1", "-1", "@x", "\tx", "\rx", "\xef\xbc\x9dx"}) {
        std::string harmless;
        append_csv_cell(harmless, text, ',', true);
        CHECK(harmless == "\"'" + std::string(text) + "\"");
        std::string plain;
        append_csv_cell(plain, text, ',', false);
        CHECK(plain.find('\'') == std::string::npos);
    }
}

TEST_CASE("CSV cells are quoted where RFC 4180 asks for it") {
    const auto cell = [](std::string_view text, char separator = ',') {
        std::string to;
        append_csv_cell(to, text, separator, false);
        return to;
    };
    CHECK(cell("plain") == "plain");
    CHECK(cell("") == "");
    CHECK(cell("a,b") == "\"a,b\"");
    CHECK(cell("a,b", ';') == "a,b");
    CHECK(cell("a;b", ';') == "\"a;b\"");
    CHECK(cell("say \"hi\"") == "\"say \"\"hi\"\"\"");
    CHECK(cell("two\nlines") == "\"two\nlines\"");
    CHECK(cell(" edge") == "\" edge\"");
}

TEST_CASE("JSON escapes what JSON must, whatever the bytes") {
    const auto json = [](std::string_view text) {
        std::string to;
        append_json_string(to, text);
        return to;
    };
    CHECK(json("plain") == "\"plain\"");
    CHECK(json("a\"b\\c\n") == "\"a\\\"b\\\\c\\n\"");
    CHECK(json("k\xc3\xa4the") == "\"k\xc3\xa4the\"");
    CHECK(json("\x1b") == "\"\\u001b\"");
    CHECK(json("\xff") == "\"\xef\xbf\xbd\"");
}

TEST_CASE("what cannot be written is an error, and a closed pipe is none") {
    const int full = open("/dev/full", O_WRONLY | O_CLOEXEC);
    Writer writer(full);
    writer.write("x");
    CHECK_THROWS_AS(writer.flush(), Error);
    close(full);
}
