// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/enterprise_number.h>
#include <dcadmin/base/site_number.h>

#include "refusal.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace dcadmin {

namespace {

struct Invalid {
    std::string_view text;
    std::string_view why;
};

constexpr std::string_view wrong_check = "its check digits are wrong";

// Domain sheet access.md, section 5.2.
const std::vector<std::string_view> valid_enterprises = {
    "0566988259", "0403019261", "0428759497", "0353456320", "0428315871", "0316380841",
    "0746889508", "0123456749", "1111111145", "1234123179", "1231564260", "1234567894",
    "0000000097", "0200065567", "0206231502", "0402807049", "0477388369", "0777999980",
    "0800000075", "0999999922", "1000000021", "1012345646", "0400008697", "0400018397"};

const std::vector<Invalid> invalid_enterprises = {
    {"0000000096", wrong_check},
    {"1131111145", wrong_check},
    {"1234123175", wrong_check},
    {"0431150351", wrong_check},
    {"0786771661", wrong_check},
    {"0566988260", wrong_check},
    {"0403019262", wrong_check},
    {"0428759496", wrong_check},
    {"0428795497", wrong_check},
    {"BE431150351", wrong_check},
    {"BE 0428.759.498", wrong_check},
    {"0000000000", wrong_check},
    {"2000021323", "it begins with 2 instead of 0 or 1"},
    {"9428759492", "it begins with 9 instead of 0 or 1"},
    {"4028759497", "it begins with 4 instead of 0 or 1"},
    {"04287594970", "it has 11 digits instead of 10"},
    {"000000000051", "it has 12 digits instead of 10"},
    {"11111111", "it has 8 digits instead of 10"},
    {"1234.123.5123", "it has 11 digits instead of 10"},
    {"0428.759.49A", "'A' in position 12 does not belong in it"},
    {"AAAABBBCCC", "'A' in position 1 does not belong in it"},
    {"-209850349", "'-' in position 1 does not belong in it"},
    // Not in the sheet.
    {"", "it has no digits"},
    {"BE", "it has no digits"},
    {"(0)", "it has 1 digit instead of 10"},
    {"(0)0428759497", "it has 11 digits instead of 10"},
    {"(0428759497", "'(' in position 1 does not belong in it"},
    {"BE BE 0428759497", "'B' in position 4 does not belong in it"},
    {"0428759497 BE", "'B' in position 12 does not belong in it"},
};

// Section 5.3.
const std::vector<std::string_view> valid_establishments = {
    "2147812701", "2147812897", "2000000042", "2200065512", "2345678942", "3000000162",
    "4567890148", "5999999930", "6789012380", "8000000071", "8888888869"};

const std::vector<Invalid> invalid_establishments = {
    {"2147812702", wrong_check},
    {"9147812751", "it begins with 9 instead of 2 to 8"},
    {"0566988259", "it begins with 0 instead of 2 to 8"},
    {"1111111145", "it begins with 1 instead of 2 to 8"},
    {"214781270", "it has 9 digits instead of 10"},
    {"21478127010", "it has 11 digits instead of 10"},
    {"980000611888", "it has 12 digits instead of 10"},
    {"2147812-701", "'-' in position 8 does not belong in it"},
    {"", "it has no digits"},
};

// Section 5.4: all of these keep the rule of structured communications.
const std::vector<std::string_view> valid_affiliations = {
    "980000611888", "980000159325", "980000128710", "980000321902",
    "980000854994", "980000258446", "980000236824", "980000123454"};

const std::vector<Invalid> invalid_affiliations = {
    {"981000611888", "it does not begin with 980"},
    {"098000061188", "it does not begin with 980"},
    {"98000061188", "it has 11 digits instead of 12"},
    {"9800006118880", "it has 13 digits instead of 12"},
    {"980000 611888", "' ' in position 7 does not belong in it"},
    {"98000061188X", "'X' in position 12 does not belong in it"},
    {"", "it has no digits"},
};

template <class Number>
void check_refused(const std::vector<Invalid>& table, std::string_view joint) {
    for (const Invalid& expected : table) {
        CAPTURE(expected.text);
        const std::string message = refusal([&] { (void)Number::parse(expected.text); });
        const std::size_t found = message.find(joint);
        REQUIRE_MESSAGE(found != std::string::npos, message);
        CHECK(message.substr(found + joint.size()) == expected.why);
    }
}

}  // namespace

TEST_CASE("every valid enterprise number of the sheet is accepted and printed back") {
    for (const std::string_view text : valid_enterprises) {
        CAPTURE(text);
        const auto number = EnterpriseNumber::parse(text);
        CHECK(number.digits() == text);
        CHECK(EnterpriseNumber::parse(number.formatted()) == number);
        CHECK(EnterpriseNumber::from_stored(number.value()) == number);
    }
}

TEST_CASE("every invalid enterprise number of the sheet is refused for its own reason") {
    check_refused<EnterpriseNumber>(invalid_enterprises, " is not an enterprise number: ");
}

TEST_CASE("an enterprise number is read in all the ways it is written") {
    const auto number = EnterpriseNumber::parse("0428759497");
    CHECK(number.formatted() == "0428.759.497");
    for (const std::string_view text :
         {"0428.759.497", "428759497", "428.759.497", "BE0428759497", "BE 0428.759.497",
          "be0428 759 497", "BE428759497", "(0)428.759.497", "BE (0)428.759.497", "BE(0)428759497",
          " 0428.759.497 "}) {
        CAPTURE(text);
        CHECK(EnterpriseNumber::parse(text) == number);
    }
}

TEST_CASE("a refusal tells an establishment from an enterprise") {
    try {
        (void)EnterpriseNumber::parse("2147812701");
        FAIL("accepted");
    } catch (const Error& error) {
        CHECK(error.hint() == "a number that begins with 2 to 8 is that of an establishment");
    }
    try {
        (void)EstablishmentNumber::parse("0566988259");
        FAIL("accepted");
    } catch (const Error& error) {
        CHECK(error.hint() == "a number that begins with 0 or 1 is that of an enterprise");
    }
}

TEST_CASE("a national number in the place of a company's is not repeated whole") {
    for (const std::string_view text : {"85.07.30 033.28", "85073003328"}) {
        const std::string message = refusal([&] { (void)EnterpriseNumber::parse(text); });
        CAPTURE(message);
        CHECK(message.find("33") == std::string::npos);
        CHECK(message.find("***") != std::string::npos);
    }
}

TEST_CASE("every valid establishment number of the sheet is accepted and printed back") {
    for (const std::string_view text : valid_establishments) {
        CAPTURE(text);
        const auto number = EstablishmentNumber::parse(text);
        CHECK(number.digits() == text);
        CHECK(EstablishmentNumber::parse(number.formatted()) == number);
    }
    CHECK(EstablishmentNumber::parse("2147812701").formatted() == "2.147.812.701");
}

TEST_CASE("every invalid establishment number of the sheet is refused for its own reason") {
    check_refused<EstablishmentNumber>(invalid_establishments, " is not an establishment number: ");
}

TEST_CASE("affiliation numbers are accepted, and check digits that do not fit only warn") {
    for (const std::string_view text : valid_affiliations) {
        CAPTURE(text);
        const auto number = AffiliationNumber::parse(text);
        CHECK(number.digits() == text);
        CHECK_FALSE(number.warning().has_value());
    }
    CHECK(AffiliationNumber::parse("980000611889").warning() ==
          "its check digits are not those of a structured communication");
    CHECK_FALSE(AffiliationNumber::parse("980000001697").warning().has_value());
}

TEST_CASE("what is no affiliation number is refused") {
    check_refused<AffiliationNumber>(invalid_affiliations, " is not an affiliation number: ");
}

TEST_CASE("a site is named by an establishment or an affiliation number") {
    const auto establishment = SiteNumber::parse("2.147.812.701");
    CHECK_FALSE(establishment.is_affiliation());
    CHECK(establishment.digits() == "2147812701");
    CHECK(establishment.formatted() == "2.147.812.701");
    const auto affiliation = SiteNumber::parse("980000611888");
    CHECK(affiliation.is_affiliation());
    CHECK(affiliation.digits() == "980000611888");
    CHECK(affiliation.formatted() == "980000611888");
}

TEST_CASE("a site number is refused in the words of what it looks like") {
    const auto why = [](std::string_view text) {
        return refusal([&] { (void)SiteNumber::parse(text); });
    };
    CHECK(why("0566988259") ==
          "'0566988259' is not an establishment number: it begins with 0 instead of 2 to 8");
    CHECK(why("123400611888") ==
          "'123400******' is not an affiliation number: it does not begin with 980");
    CHECK(why("98000061188") ==
          "'980000*****' is not the number of a site: it has 11 digits instead of 10 (an "
          "establishment) or 12 (an affiliation)");
    CHECK(why("Aalst") ==
          "'Aalst' is not the number of a site: 'A' in position 1 does not belong in it");
}

}  // namespace dcadmin
