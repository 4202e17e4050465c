// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/number_check.h>

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace dcadmin {

namespace {

const Date today = Date::of(2026, 11, 23);

struct Expected {
    std::string_view text;
    NumberKind kind;
    bool valid;
    std::string_view formatted;
    std::string_view reason;
};

using enum NumberKind;

const std::vector<Expected> table = {
    {"85073003328", national, true, "85.07.30-033.28", ""},
    {"85.07.30-033.28", national, true, "85.07.30-033.28", ""},
    {"98.47.28-997.65", bis, true, "98.47.28-997.65", ""},
    {"90073200108", national, true, "90.07.32-001.08",
     "its day is 32, but that month has 31: it tells no birth date"},
    {"93051822362", national, false, "", "its check digits are wrong"},
    {"90073100039", national, false, "", "its sequence number is 000, which is given to nobody"},
    {"93051822390", national, false, "", "its birth date is still to come"},
    {"12.34.56-123.45", national, false, "",
     "its month is 34, which is no month even with the 20 or 40 of a BIS number taken off"},
    {"0566988259", enterprise, true, "0566.988.259", ""},
    {"BE 0428.759.497", enterprise, true, "0428.759.497", ""},
    {"(0)428.759.497", enterprise, true, "0428.759.497", ""},
    {"428759497", enterprise, true, "0428.759.497", ""},
    {"1234567894", enterprise, true, "1234.567.894", ""},
    {"0566988260", enterprise, false, "", "its check digits are wrong"},
    {"BE431150351", enterprise, false, "", "its check digits are wrong"},
    {"-209850349", enterprise, false, "", "'-' in position 1 does not belong in it"},
    {"BE 2147812701", enterprise, false, "", "it begins with 2 instead of 0 or 1"},
    {"2147812701", establishment, true, "2.147.812.701", ""},
    {"2147812702", establishment, false, "", "its check digits are wrong"},
    {"980000611888", affiliation, true, "980000611888", ""},
    {"980000611889", affiliation, true, "980000611889",
     "its check digits are not those of a structured communication"},
    {"123400611888", affiliation, false, "", "it does not begin with 980"},
    {"9147812751", unknown, false, "",
     "ten digits begin with 0 or 1 (an enterprise) or 2 to 8 (an establishment)"},
    {"93O51822361", unknown, false, "", "'O' in position 3 does not belong in it"},
    {"Belgium", unknown, false, "", "'B' in position 1 does not belong in it"},
    {"BE32123456789002", unknown, false, "", "'B' in position 1 does not belong in it"},
    {"", unknown, false, "", "it has no digits"},
    {"1", unknown, false, "",
     "it has 1 digit instead of 10 (an enterprise or establishment), 11 (a person) or 12 (an "
     "affiliation)"},
};

}  // namespace

TEST_CASE("any text is told apart, judged and printed with its official punctuation") {
    for (const Expected& expected : table) {
        CAPTURE(expected.text);
        const NumberReport report = check_number(expected.text, today);
        CHECK(name_of(report.kind) == name_of(expected.kind));
        CHECK(report.valid == expected.valid);
        CHECK(report.formatted == expected.formatted);
        CHECK(report.reason == expected.reason);
    }
}

TEST_CASE("a national number tells birth date and sex, as far as they are known") {
    const NumberReport report = check_number("85073003328", today);
    CHECK(report.birth_date == Date::of(1985, 7, 30));
    CHECK(report.sex == Sex::male);
    const NumberReport unknown_sex = check_number("75260898052", today);
    CHECK(unknown_sex.birth_date == Date::of(1975, 6, 8));
    CHECK_FALSE(unknown_sex.sex.has_value());
    const NumberReport unknown_day = check_number("78120001657", today);
    CHECK_FALSE(unknown_day.birth_date.has_value());
    CHECK(unknown_day.sex == Sex::female);
    const NumberReport company = check_number("0566988259", today);
    CHECK_FALSE(company.birth_date.has_value());
    CHECK_FALSE(company.sex.has_value());
}

TEST_CASE("each sort of number has its word") {
    CHECK(name_of(national) == "national");
    CHECK(name_of(bis) == "bis");
    CHECK(name_of(enterprise) == "enterprise");
    CHECK(name_of(establishment) == "establishment");
    CHECK(name_of(affiliation) == "affiliation");
    CHECK(name_of(unknown) == "unknown");
}

}  // namespace dcadmin
