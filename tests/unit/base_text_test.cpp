// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/text.h>

#include "refusal.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace dcadmin::text {

TEST_CASE("blanks at both ends are trimmed, inside they stay") {
    CHECK(trimmed("  a b\t\r\n") == "a b");
    CHECK(trimmed(" \t ").empty());
    CHECK(trimmed("").empty());
    CHECK(trimmed("\xC2\xA0"
                  "a") ==
          "\xC2\xA0"
          "a");
}

TEST_CASE("only ASCII capitals become small") {
    CHECK(ascii_lower("AZaz09[@`{") == "azaz09[@`{");
    CHECK(ascii_lower("\xC3\x89T\xC3\x89") == "\xC3\x89t\xC3\x89");
}

TEST_CASE("folding makes a name findable without capitals and accents") {
    CHECK(folded("K\xC3\xA4the") == "kathe");
    CHECK(folded("PEETERS") == "peeters");
    CHECK(folded("Fran\xC3\xA7ois") == "francois");
    CHECK(folded("\xC5\x81ukasz \xC5\xBB\xC3\xB3\xC5\x82w") == "lukasz zolw");
    CHECK(folded("S\xC3\xB8ren") == "soren");
    CHECK(folded("Stra\xC3\x9F"
                 "e") == "strasse");
    CHECK(folded("L\xC3\xA6titia \xC5\x92uvre") == "laetitia oeuvre");
    CHECK(folded("\xC4\xB0stanbul \xC4\xB1") == "istanbul i");
    CHECK(folded("\xEF\xBC\xA1\xEF\xAC\x81") == "afi");
    CHECK(folded("\xCE\xA3\xCE\x91\xCE\xA3") == folded("\xCF\x83\xCE\xB1\xCF\x82"));
}

TEST_CASE("one character that stands for many folds to all of them") {
    CHECK(folded("\xEF\xB7\xBA").size() == 33);
    CHECK(folded("\xC7\xBD \xC7\xBF \xF0\x9D\x9A\xA4") == "ae o i");
}

TEST_CASE("composed and decomposed spellings fold to the same") {
    CHECK(folded("e\xCC\x81") == folded("\xC3\xA9"));
    CHECK(folded("\xEA\xB0\x80") == folded("\xE1\x84\x80\xE1\x85\xA1"));
}

TEST_CASE("text that is not UTF-8 is not folded") {
    CHECK(folded("A\xFF"
                 "B") ==
          "A\xFF"
          "B");
    CHECK(folded("A\xC3") == "A\xC3");
}

TEST_CASE("the first byte that is not UTF-8, or a NUL, is found") {
    CHECK_FALSE(first_invalid("K\xC3\xA4the \xF0\x9F\x98\x80").has_value());
    CHECK_FALSE(first_invalid("").has_value());
    CHECK(first_invalid(std::string_view("ab\0c", 4)) == 2);
    CHECK(first_invalid("ab\xFF") == 2);
    CHECK(first_invalid("\xC3\xA4\x80") == 2);
    CHECK(first_invalid("a\xC3") == 1);
    CHECK(first_invalid("\xC0\xAF") == 0);
    CHECK(first_invalid("\xED\xA0\x80") == 0);
    CHECK(first_invalid("\xF4\x90\x80\x80") == 0);
}

TEST_CASE("width counts the columns of a terminal") {
    CHECK(width("") == 0);
    CHECK(width("K\xC3\xA4the") == 5);
    CHECK(width("e\xCC\x81") == 1);
    CHECK(width("\xE6\xBC\xA2\xE5\xAD\x97") == 4);
    CHECK(width("\xF0\x9F\x98\x80") == 2);
    CHECK(width("a\xFF") == 2);
}

TEST_CASE("what acts on a terminal is shown as an escape") {
    CHECK(escaped("a\x1B[31m") == "a\\x1b[31m");
    CHECK(escaped("a\nb\t") == "a\\x0ab\\x09");
    CHECK(escaped(std::string_view("a\0b", 3)) == "a\\x00b");
    CHECK(escaped("\x7F") == "\\x7f");
    CHECK(escaped("\xC2\x9B"
                  "31m") == "\\u009b31m");
    CHECK(escaped("a\xE2\x80\xAE"
                  "b") == "a\\u202eb");
    CHECK(escaped("\xE2\x81\xA6") == "\\u2066");
    CHECK(escaped("\xE2\x80\xA8") == "\\u2028");
    CHECK(escaped("\xF3\xA0\x81\x81") == "\\U000e0041");
    CHECK(escaped("a\xFF\xC3") == "a\\xff\\xc3");
    CHECK(escaped("K\xC3\xA4the \xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBB") ==
          "K\xC3\xA4the \xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBB");
}

TEST_CASE("text that is too wide is cut and ends with an ellipsis") {
    CHECK(fitted("abcdef", 6) == "abcdef");
    CHECK(fitted("abcdef", 5) == "abcd\xE2\x80\xA6");
    CHECK(fitted("abcdef", 1) == "\xE2\x80\xA6");
    CHECK(fitted("abcdef", 0).empty());
    CHECK(fitted("", 3).empty());
    CHECK(fitted("ae\xCC\x81"
                 "bc",
                 3) == "ae\xCC\x81\xE2\x80\xA6");
    CHECK(fitted("\xE6\xBC\xA2\xE5\xAD\x97\xE6\xBC\xA2", 4) == "\xE6\xBC\xA2\xE2\x80\xA6");
    CHECK(fitted("\xE6\xBC\xA2\xE5\xAD\x97", 4) == "\xE6\xBC\xA2\xE5\xAD\x97");
}

TEST_CASE("the user's words are quoted, escaped and cut") {
    CHECK(quoted("abc") == "'abc'");
    CHECK(quoted("") == "''");
    CHECK(quoted("a\x1B[1m") == "'a\\x1b[1m'");
    CHECK(quoted(std::string(100, 'x')) == "'" + std::string(59, 'x') + "\xE2\x80\xA6'");
    CHECK(quoted_at("a\xC3\xA9z", 1) == "'\xC3\xA9'");
    CHECK(quoted_at("a\n", 1) == "'\\x0a'");
}

TEST_CASE("quoting hides what may be a national number") {
    CHECK(quoted("85073003328") == "'850730*****'");
    CHECK(quoted("85.07.30-033.28") == "'85.07.30-***.**'");
    CHECK(quoted("An 850730 033 28, Aalst") == "'An 850730 *** **, Aalst'");
    CHECK(quoted("85O73OO3328") == "'85O73O*****'");
    CHECK(quoted("2026-12-01 85073003328") == "'2026-12-** ***********'");
    CHECK(quoted("0566988259") == "'0566988259'");
    CHECK(quoted("980000611888") == "'980000611888'");
    CHECK(quoted("site 980000611888") == "'site 980000611888'");
    CHECK(quoted("2026-12-01") == "'2026-12-01'");
}

TEST_CASE("splitting gives one piece more than there are separators") {
    using Pieces = std::vector<std::string_view>;
    CHECK(split("a,b,c", ',') == Pieces{"a", "b", "c"});
    CHECK(split(",a,,", ',') == Pieces{"", "a", "", ""});
    CHECK(split("", ',') == Pieces{""});
    CHECK(split("abc", ',') == Pieces{"abc"});
}

TEST_CASE("the nearest candidate is offered when it is near enough") {
    const std::vector<std::string> candidates = {"grant", "revoke", "person", "organisation"};
    CHECK(nearest("gratn", candidates) == "grant");
    CHECK(nearest("GRANT", candidates) == "grant");
    CHECK(nearest("revok", candidates) == "revoke");
    CHECK(nearest("organization", candidates) == "organisation");
    CHECK(nearest("persn", candidates) == "person");
    CHECK_FALSE(nearest("xyz", candidates).has_value());
    CHECK_FALSE(nearest("gr", candidates).has_value());
    CHECK_FALSE(nearest("", candidates).has_value());
    CHECK_FALSE(nearest(std::string(1000, 'a'), candidates).has_value());
    CHECK(nearest("abd", std::vector<std::string>{"abc", "abe"}) == "abc");
}

TEST_CASE("what a person wrote is kept trimmed, and refused when it could do harm") {
    CHECK(clean("  new colleague ", "reason") == "new colleague");
    CHECK(clean("", "reason").empty());
    CHECK(clean("K\xC3\xA4the", "name", 6) == "K\xC3\xA4the");
    const auto why = [](std::string_view text) {
        return refusal([&] { (void)clean(text, "reason", 10); });
    };
    CHECK(why("12345678901") == "the reason is 11 bytes long; at most 10 fit");
    CHECK(why("a\nb") == "the reason contains the control character \\x0a");
    CHECK(why("a\xE2\x80\xAE"
              "b") == "the reason contains the control character \\u202e");
    CHECK(why(std::string_view("a\0b", 3)) == "the reason contains the control character \\x00");
    CHECK(why("a\xFF") == "the reason is not valid UTF-8");
}

}  // namespace dcadmin::text
