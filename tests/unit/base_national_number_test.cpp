// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/national_number.h>

#include "refusal.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace dcadmin {

namespace {

const Date today = Date::of(2026, 11, 23);

std::string why_not(std::string_view text, Date at = today) {
    const std::string message = refusal([&] { (void)NationalNumber::parse(text, at); });
    constexpr std::string_view joint = " is not a national number: ";
    const std::size_t found = message.find(joint);
    return found == std::string::npos ? message : message.substr(found + joint.size());
}

enum class Sexes { male, female, unknown };

struct Valid {
    std::string_view digits;
    bool bis;
    std::string_view birth;  // empty: not known
    Sexes sex;
};

// Domain sheet access.md, section 5.1: public examples, then computed ones.
const std::vector<Valid> valid_numbers = {
    {"93051822361", false, "1993-05-18", Sexes::male},
    {"85073003328", false, "1985-07-30", Sexes::male},
    {"17073003384", false, "2017-07-30", Sexes::male},
    {"75060898009", false, "1975-06-08", Sexes::female},
    {"00000100166", false, "", Sexes::male},
    {"00000100195", false, "", Sexes::male},
    {"00000000128", false, "", Sexes::male},
    {"00010000135", false, "", Sexes::male},
    {"85073500107", false, "", Sexes::male},
    {"98472899765", true, "1998-07-28", Sexes::male},
    {"01490700185", true, "2001-09-07", Sexes::male},
    {"75460898095", true, "1975-06-08", Sexes::female},
    {"75260898052", true, "1975-06-08", Sexes::unknown},
    {"00400100155", true, "", Sexes::male},
    {"00200100112", true, "", Sexes::unknown},
    {"00400100184", true, "", Sexes::male},
    {"00200100141", true, "", Sexes::unknown},
    {"00400000117", true, "", Sexes::male},
    {"00200000171", true, "", Sexes::unknown},
    {"00410000124", true, "", Sexes::male},
    {"00210000178", true, "", Sexes::unknown},
    {"85473500193", true, "", Sexes::male},
    {"85273500150", true, "", Sexes::unknown},
    {"00012556777", false, "2000-01-25", Sexes::male},
    {"90073100237", false, "1990-07-31", Sexes::female},
    {"92110400145", false, "1992-11-04", Sexes::male},
    {"82010800331", false, "1982-01-08", Sexes::male},
    {"80022900444", false, "1980-02-29", Sexes::female},
    {"00022900145", false, "2000-02-29", Sexes::male},
    {"00022900244", false, "2000-02-29", Sexes::female},
    {"99123199742", false, "1999-12-31", Sexes::male},
    {"99123199841", false, "1999-12-31", Sexes::female},
    {"01010100126", false, "2001-01-01", Sexes::male},
    {"25063000282", false, "2025-06-30", Sexes::female},
    {"00010100105", false, "2000-01-01", Sexes::male},
    {"00010100173", false, "1900-01-01", Sexes::male},
    {"40010100140", false, "1940-01-01", Sexes::male},
    {"68042310084", false, "1968-04-23", Sexes::female},
    {"07051701376", false, "2007-05-17", Sexes::male},
    {"78000001571", false, "", Sexes::male},
    {"78120001657", false, "", Sexes::female},
    {"85062200397", false, "1985-06-22", Sexes::male},
    {"85060900597", false, "1985-06-09", Sexes::male},
    {"90273100280", true, "1990-07-31", Sexes::unknown},
    {"90473100226", true, "1990-07-31", Sexes::female},
    {"82410800320", true, "1982-01-08", Sexes::male},
    {"82210800374", true, "1982-01-08", Sexes::unknown},
    {"05210100156", true, "2005-01-01", Sexes::unknown},
    {"45450101155", true, "1945-05-01", Sexes::male},
    // Odd but accepted: a day that the month does not have.
    {"90073200108", false, "", Sexes::male},
    {"90023000232", false, "", Sexes::female},
};

constexpr std::string_view wrong_check = "its check digits are wrong";
constexpr std::string_view no_month =
    ", which is no month even with the 20 or 40 of a BIS number taken off";

struct Invalid {
    std::string_view text;
    std::string why;
};

const std::vector<Invalid> invalid_numbers = {
    {"12345678901", std::string(wrong_check)},
    {"01234567890", std::string(wrong_check)},
    {"00000000000", std::string(wrong_check)},
    {"85133000105", fmt::format("its month is 13{}", no_month)},
    {"85533000191", fmt::format("its month is 53{}", no_month)},
    {"85333000148", fmt::format("its month is 33{}", no_month)},
    {"12.34.56-123.45", fmt::format("its month is 34{}", no_month)},
    {"93051822362", std::string(wrong_check)},
    {"85.07.30-033.29", std::string(wrong_check)},
    {"98.47.28-997.66", std::string(wrong_check)},
    {"93051822316", std::string(wrong_check)},
    {"39051822361", std::string(wrong_check)},
    {"9305182236", "it has 10 digits instead of 11"},
    {"012345678", "it has 9 digits instead of 11"},
    {"01234567890123", "it has 14 digits instead of 11"},
    {"01.23.45-678-9012", "it has 13 digits instead of 11"},
    {"93O51822361", "'O' in position 3 does not belong in it"},
    {"AABBCCDDDEE", "'A' in position 1 does not belong in it"},
    {"12AB34CDE56", "'A' in position 3 does not belong in it"},
    {"90133100279", fmt::format("its month is 13{}", no_month)},
    {"90333100225", fmt::format("its month is 33{}", no_month)},
    {"90533100268", fmt::format("its month is 53{}", no_month)},
    {"90613100227", fmt::format("its month is 61{}", no_month)},
    {"99130000135", fmt::format("its month is 13{}", no_month)},
    {"90073100039", "its sequence number is 000, which is given to nobody"},
    {"90073199910", "its sequence number is 999, which is given to nobody"},
    {"93051822390", "its birth date is still to come"},
    {"35010100161", "its birth date is still to come"},
    // Not in the sheet.
    {"", "it has no digits"},
    {" ", "it has no digits"},
    {"1", "it has 1 digit instead of 11"},
    {"85.07.30\xE2\x80\x93"
     "033.28",
     "'\xE2\x80\x93' in position 9 does not belong in it"},
    {"85.07.30\xFF", "'\\xff' in position 9 does not belong in it"},
    {"85073003328\n", "'\\x0a' in position 12 does not belong in it"},
    {"99999999999999999999999999999999", "it has 32 digits instead of 11"},
};

// The number whose month and day are unknown, of 1900 or 2000, with the check digits it needs.
std::uint64_t with_check(std::uint64_t base, bool from_2000) {
    return base * 100 + (97 - ((from_2000 ? 2'000'000'000 : 0) + base) % 97);
}

}  // namespace

TEST_CASE("every valid national or BIS number of the sheet is accepted and tells what it says") {
    for (const Valid& expected : valid_numbers) {
        CAPTURE(expected.digits);
        const auto number = NationalNumber::parse(expected.digits, today);
        CHECK(number.revealed_digits() == expected.digits);
        CHECK(number.is_bis() == expected.bis);
        const auto birth = number.birth_date();
        CHECK((birth ? birth->iso() : std::string()) == expected.birth);
        const auto sex = number.sex();
        CHECK(sex.has_value() == (expected.sex != Sexes::unknown));
        CHECK((sex == Sex::male) == (expected.sex == Sexes::male));
    }
}

TEST_CASE("every invalid national number of the sheet is refused for its own reason") {
    for (const Invalid& expected : invalid_numbers) {
        CAPTURE(expected.text);
        CHECK(why_not(expected.text) == expected.why);
    }
}

TEST_CASE("a national number is read with or without its punctuation") {
    for (const std::string_view text : {"85073003328", "85.07.30-033.28", "850730 033 28",
                                        "850730-033-28", " 85.07.30 033.28 "}) {
        CAPTURE(text);
        CHECK(NationalNumber::parse(text, today).value() == 85'073'003'328ULL);
    }
}

TEST_CASE("a national number prints masked unless the whole is asked for") {
    const auto number = NationalNumber::parse("85073003328", today);
    CHECK(number.masked() == "85.07.30-***.**");
    CHECK(fmt::format("{}", number) == "85.07.30-***.**");
    CHECK(number.revealed() == "85.07.30-033.28");
    CHECK(number.revealed_digits() == "85073003328");
}

TEST_CASE("no refusal repeats a national number whole") {
    for (const Invalid& invalid : invalid_numbers) {
        const std::string message =
            refusal([&] { (void)NationalNumber::parse(invalid.text, today); });
        CAPTURE(message);
        const std::size_t end = message.find("' is not ");
        const auto digits = std::ranges::count_if(message.substr(0, end),
                                                  [](char c) { return c >= '0' && c <= '9'; });
        CHECK(digits <= 6);
    }
    CHECK(refusal([] { (void)NationalNumber::parse("85.07.30-033.29", today); }) ==
          "'85.07.30-***.**' is not a national number: its check digits are wrong");
}

TEST_CASE("an unknown or overflowing birth date is absent, and only the overflow is odd") {
    const auto warning = [](std::string_view text) {
        return NationalNumber::parse(text, today).warning().value_or("none");
    };
    CHECK(warning("85073003328") == "none");
    CHECK(warning("78000001571") == "none");
    CHECK(warning("00000100195") == "none");
    CHECK(warning("90073200108") == "its day is 32, but that month has 31: it tells no birth date");
    CHECK(warning("90023000232") == "its day is 30, but that month has 28: it tells no birth date");
    CHECK(warning("85273500150") == "its day is 35, but that month has 31: it tells no birth date");
}

TEST_CASE("the check digits tell the century") {
    for (std::uint64_t base = 1'001; base <= 991'231'997; base += 999'983) {
        CAPTURE(base);
        CHECK(with_check(base, false) != with_check(base, true));
    }
    const auto old = NationalNumber::parse("00010100173", today);
    const auto young = NationalNumber::parse("00010100105", today);
    CHECK(old.birth_date() == Date::of(1900, 1, 1));
    CHECK(young.birth_date() == Date::of(2000, 1, 1));
}

TEST_CASE("the fictitious dates 1900-00-01 and 2000-00-01 are accepted") {
    for (const bool from_2000 : {false, true}) {
        const auto value = with_check(1'001, from_2000);
        const auto number = NationalNumber::parse(fmt::format("{:011}", value), today);
        CHECK_FALSE(number.birth_date().has_value());
        CHECK_FALSE(number.warning().has_value());
    }
}

TEST_CASE("every month from 00 to 99 is judged as month, BIS month or neither") {
    for (unsigned month = 0; month < 100; ++month) {
        CAPTURE(month);
        const auto value = with_check(800'001'002 + month * 100'000ULL, false);
        const bool exists =
            month <= 12 || (month >= 20 && month <= 32) || (month >= 40 && month <= 52);
        const std::string why = why_not(fmt::format("{:011}", value));
        CHECK(why == (exists ? "accepted" : fmt::format("its month is {:02}{}", month, no_month)));
        CHECK(NationalNumber::from_stored(value).is_bis() == (month >= 20));
    }
}

TEST_CASE("a birth counts as to come from the day after today on") {
    const std::string number = fmt::format("{:011}", with_check(261'123'001, true));
    CHECK(why_not(number, Date::of(2026, 11, 22)) == "its birth date is still to come");
    CHECK(why_not(number, Date::of(2026, 11, 23)) == "accepted");
}

TEST_CASE("of an unknown day the first is taken to judge whether the birth is to come") {
    const std::string no_day = fmt::format("{:011}", with_check(261'200'001, true));
    CHECK(why_not(no_day, Date::of(2026, 11, 30)) == "its birth date is still to come");
    CHECK(why_not(no_day, Date::of(2026, 12, 1)) == "accepted");
    const std::string no_such_day = fmt::format("{:011}", with_check(261'235'001, true));
    CHECK(why_not(no_such_day, Date::of(2026, 12, 1)) == "accepted");
    const std::string no_month_known = fmt::format("{:011}", with_check(260'000'001, true));
    CHECK(why_not(no_month_known, Date::of(2025, 12, 31)) == "its birth date is still to come");
    CHECK(why_not(no_month_known, Date::of(2026, 1, 1)) == "accepted");
}

TEST_CASE("reading a stored number that was never valid is safe") {
    for (const std::uint64_t value : {0ULL, 99'999'999'999ULL, 12'345'678'901ULL, ~0ULL}) {
        const auto number = NationalNumber::from_stored(value);
        CHECK_FALSE((number.birth_date().has_value() && number.warning().has_value()));
        CHECK(number.revealed().size() == 15);
    }
}

}  // namespace dcadmin
