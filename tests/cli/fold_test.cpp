// SPDX-License-Identifier: Apache-2.0
// Tables on terminals of several widths.
#include "output/fold.h"

#include "output/out.h"

#include <dcadmin/base/text.h>

#include <doctest/doctest.h>

#include <algorithm>

using namespace dcadmin;
using namespace dcadmin::output;

namespace {

struct Right {
    std::string id;
    std::string name;
    std::string right;
    std::string until;
    std::string note;
};

View<Right> right_view() {
    return {.names = {"right", "rights"},
            .fields = {{{"id", "its id"}, [](const Right& x) -> Value { return x.id; }},
                       {{"name", "whose"}, [](const Right& x) -> Value { return x.name; }},
                       {{"right", "which"}, [](const Right& x) -> Value { return x.right; }},
                       {{"until", "last day"}, [](const Right& x) -> Value { return x.until; }},
                       {{"org_name", "where"}, [](const Right& x) -> Value { return x.note; }}}};
}

const std::vector<Right> rights{
    {"g-7173", "Rémy Van den Berghe", "afgiften-beheren", "04/02/2029", "Huishoudhulp Liège VZW"},
    {"g-7", "Zoë Çelik-O’Brien", "afgiften-raadplegen", "23/02/2029", ""}};

std::string shown(const std::vector<Right>& list, unsigned columns) {
    std::string text;
    Writer writer(text);
    Out out(writer, {.columns = columns}, {}, [](std::string_view) {});
    auto rows = out.list(right_view());
    for (const auto& one : list) rows(one);
    rows.end(list.size());
    writer.flush();
    return text;
}

std::string item(const Right& right, unsigned columns) {
    std::string text;
    Writer writer(text);
    Out out(writer, {.columns = columns}, {}, [](std::string_view) {});
    out.item(right_view(), right);
    writer.flush();
    return text;
}

std::size_t widest(const std::string& text) {
    std::size_t most = 0;
    for (const auto line : text::split(text, '\n')) most = std::max(most, text::width(line));
    return most;
}

using Lines = std::vector<std::string_view>;

}  // namespace

TEST_CASE("a table that is wider than the terminal folds at blanks, and nothing is lost") {
    CHECK(shown(rights, 80) ==
          "ID      NAME                RIGHT                UNTIL       ORG NAME\n"
          "g-7173  Rémy Van den        afgiften-beheren     04/02/2029  Huishoudhulp Liège\n"
          "        Berghe                                               VZW\n"
          "g-7     Zoë Çelik-O’Brien   afgiften-raadplegen  23/02/2029\n");
    CHECK(shown(rights, 60) ==
          "ID      NAME          RIGHT         UNTIL       ORG NAME\n"
          "g-7173  Rémy Van den  afgiften-     04/02/2029  Huishoudhulp\n"
          "        Berghe        beheren                   Liège VZW\n"
          "g-7     Zoë Çelik-    afgiften-     23/02/2029\n"
          "        O’Brien       raadplegen\n");
    for (unsigned columns = 22; columns < 120; ++columns) {
        CAPTURE(columns);
        CHECK(widest(shown(rights, columns)) <= columns);
    }
}

TEST_CASE("where not even the longest words fit side by side each row is a block") {
    CHECK(shown(rights, 40) ==
          "ID        g-7173\n"
          "NAME      Rémy Van den Berghe\n"
          "RIGHT     afgiften-beheren\n"
          "UNTIL     04/02/2029\n"
          "ORG NAME  Huishoudhulp Liège VZW\n"
          "\n"
          "ID        g-7\n"
          "NAME      Zoë Çelik-O’Brien\n"
          "RIGHT     afgiften-raadplegen\n"
          "UNTIL     23/02/2029\n");
    CHECK(shown(rights, 24) ==
          "ID        g-7173\n"
          "NAME      Rémy Van den\n"
          "          Berghe\n"
          "RIGHT     afgiften-\n"
          "          beheren\n"
          "UNTIL     04/02/2029\n"
          "ORG NAME  Huishoudhulp\n"
          "          Liège VZW\n"
          "\n"
          "ID        g-7\n"
          "NAME      Zoë Çelik-\n"
          "          O’Brien\n"
          "RIGHT     afgiften-\n"
          "          raadplegen\n"
          "UNTIL     23/02/2029\n");
}

TEST_CASE("without a terminal a row is a line, however wide") {
    const auto text = shown(rights, 0);
    CHECK(std::count(text.begin(), text.end(), '\n') == 3);
    CHECK(text == shown(rights, 200));
}

TEST_CASE("rows that come after the widths were chosen fold too") {
    std::vector<Right> many(600, rights[1]);
    many.push_back({"g-1234567890", std::string(70, 'x'), "r", "u", "n"});
    for (const unsigned columns : {72U, 100U}) CHECK(widest(shown(many, columns)) <= columns);
}

TEST_CASE("a single item folds its values beside their names, and keeps words whole") {
    const Right right{"g-1", "Rémy Van den Berghe", std::string(40, 'k'), "04/02/2029", "a\nb c"};
    CHECK(item(right, 26) ==
          "id        g-1\n"
          "name      Rémy Van den\n"
          "          Berghe\n"
          "right     " +
              std::string(40, 'k') +
              "\n"
              "until     04/02/2029\n"
              "org_name  a\n"
              "          b c\n");
}

TEST_CASE("text folds by what a terminal shows: accents, marks and wide characters") {
    CHECK(folded("één twee", 4, LongWords::broken) == Lines{"één", "twee"});
    CHECK(folded("", 4, LongWords::broken) == Lines{""});
    CHECK(folded("abc", 0, LongWords::broken) == Lines{"abc"});
    CHECK(folded("日本語", 4, LongWords::broken) == Lines{"日本", "語"});
    CHECK(folded("abcdef gh", 4, LongWords::broken) == Lines{"abcd", "ef", "gh"});
    CHECK(folded("abcdef gh", 4, LongWords::kept) == Lines{"abcdef", "gh"});
    CHECK(folded("e\u0301e\u0301e\u0301", 2, LongWords::broken) ==
          Lines{"e\u0301e\u0301", "e\u0301"});
    CHECK(folded("2026-11-23 p-12", 10, LongWords::broken) == Lines{"2026-11-23", "p-12"});
    CHECK(folded("a  b", 3, LongWords::broken) == Lines{"a", "b"});
    CHECK(widest_piece("afgiften-beheren nu") == 9);
    CHECK(widest_piece("85.07.30-***.**") == 15);
}
