// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/ids.h>
#include <dcadmin/base/money.h>
#include <dcadmin/base/month.h>
#include <dcadmin/base/right_code.h>
#include <dcadmin/base/text.h>
#include <dcadmin/bulk.h>
#include <dcadmin/secure_zone/customer_number.h>

#include "refusal.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>
#include <string>

namespace dcadmin {

namespace {

const Date today = Date::of(2026, 11, 23);

std::string why_no_amount(std::string_view text) {
    return refusal([&] { (void)Money::parse(text); });
}

std::string why_no_code(std::string_view text) {
    return refusal([&] { (void)RightCode::parse(text); });
}

std::string why_no_person(std::string_view text) {
    return refusal([&] { (void)parse_person(text, today); });
}

}  // namespace

TEST_CASE("an amount is read with a point or a comma") {
    CHECK(Money::parse("27.52").cents() == 2752);
    CHECK(Money::parse("27,52").cents() == 2752);
    CHECK(Money::parse("27").cents() == 2700);
    CHECK(Money::parse("27.5").cents() == 2750);
    CHECK(Money::parse("-3.10").cents() == -310);
    CHECK(Money::parse("-0.05").cents() == -5);
    CHECK(Money::parse("0").cents() == 0);
}

TEST_CASE("what is no amount is refused, saying why") {
    const std::string not_whole = "it is not a whole number or one with decimals";
    const std::string decimals = "behind the point or comma belong one or two decimals";
    for (const std::string_view text :
         {"", "-", ".5", "--3", "+3", "1 000", "27 EUR", "1e3", "0x10",
          "\xE2\x82\xAC"
          "3"}) {
        CAPTURE(text);
        CHECK(why_no_amount(text).ends_with(not_whole));
    }
    for (const std::string_view text : {"27.", "1.500", "1.234,56", "3,-1", "3.1.2"}) {
        CAPTURE(text);
        CHECK(why_no_amount(text).ends_with(decimals));
    }
    CHECK(why_no_amount("27.523") == "'27.523' is not an amount: " + decimals);
    CHECK(why_no_amount("92233720368547758.07").ends_with("it is too large"));
    CHECK(why_no_amount("99999999999999999999999").ends_with("it is too large"));
}

TEST_CASE("an amount is printed with two decimals and read back") {
    using Limits = std::numeric_limits<std::int64_t>;
    CHECK(Money::from_cents(2752).decimal() == "27.52");
    CHECK(Money::from_cents(-5).decimal() == "-0.05");
    CHECK(Money::from_cents(0).decimal() == "0.00");
    CHECK(Money::from_cents(Limits::min()).decimal() == "-92233720368547758.08");
    for (const std::int64_t cents : {0LL, 1LL, -1LL, 99LL, 100LL, 123'456'789LL, -310LL}) {
        CHECK(Money::parse(Money::from_cents(cents).decimal()).cents() == cents);
    }
    CHECK((Money::parse("1.50") + Money::parse("0.55")).decimal() == "2.05");
    CHECK((Money::parse("1.50") - Money::parse("2")).decimal() == "-0.50");
}

TEST_CASE("a right's code is folded to small letters") {
    CHECK(RightCode::parse("DIENSTENCHEQUES-Erkende_Onderneming.2").text() ==
          "dienstencheques-erkende_onderneming.2");
    CHECK(RightCode::parse("7").text() == "7");
    CHECK(RightCode::parse(std::string(80, 'a')).text().size() == 80);
}

TEST_CASE("what is no right's code is refused, naming the character") {
    CHECK(why_no_code("") == "'' is not the code of a right: it is empty");
    CHECK(why_no_code("-a") == "'-a' is not the code of a right: it cannot begin with '-'");
    CHECK(why_no_code("a b") == "'a b' is not the code of a right: ' ' does not belong in it");
    CHECK(why_no_code("caf\xC3\xA9") ==
          "'caf\xC3\xA9' is not the code of a right: '\xC3\xA9' does not belong in it");
    CHECK(why_no_code("a\x1B[1m") ==
          "'a\\x1b[1m' is not the code of a right: '\\x1b' does not belong in it");
    CHECK(why_no_code(std::string(81, 'a')).ends_with("it is longer than 80 characters"));
}

TEST_CASE("a public id is its letter, a dash and a number") {
    CHECK(parse_id("p-12", 'p', "person") == 12);
    CHECK(parse_id("P-12", 'p', "person") == 12);
    CHECK(parse_id("g-9223372036854775807", 'g', "grant") == INT64_MAX);
    CHECK(PersonId::from_stored(12).text() == "p-12");
    for (const std::string_view text : {"", "12", "p12", "p-", "p-0", "p-012", "p--1", "p-1x",
                                        "p-9223372036854775808", "g-12", "p- 1", " p-1"}) {
        CAPTURE(text);
        CHECK(refusal([&] {
                  (void)parse_id(text, 'p', "person");
              }).ends_with("is not the id of a person"));
    }
    try {
        (void)parse_id("p-12", 'g', "grant");
        FAIL("accepted");
    } catch (const Error& error) {
        CHECK(error.message() == "'p-12' is not the id of a grant");
        CHECK(error.hint() == "such an id looks like g-12");
    }
}

TEST_CASE("a person is named by national number or by public id, and shown masked") {
    CHECK(shown(parse_person("85.07.30-033.28", today)) == "85.07.30-***.**");
    CHECK(shown(parse_person("p-12", today)) == "p-12");
    CHECK(why_no_person("g-12") == "'g-12' is not the id of a person");
    CHECK(why_no_person("85.07.30-033.29") ==
          "'85.07.30-***.**' is not a national number: its check digits are wrong");
    CHECK(why_no_person("p-85073003328x") == "'p-850730*****x' is not the id of a person");
}

TEST_CASE("each state of a row has its word") {
    using bulk::State;
    CHECK(bulk::name_of(State::applied) == "applied");
    CHECK(bulk::name_of(State::unchanged) == "unchanged");
    CHECK(bulk::name_of(State::rejected) == "rejected");
    CHECK(bulk::name_of(State::failed) == "failed");
    CHECK(bulk::name_of(State::unknown) == "unknown");
    CHECK(bulk::name_of(State::not_attempted) == "not_attempted");
}

TEST_CASE("a month is written in two ways, and knows its days") {
    CHECK(Month::parse("2026-12").text() == "2026-12");
    CHECK(Month::parse("12/2026") == Month::parse("2026-12"));
    CHECK(Month::parse("02.2028").last().iso() == "2028-02-29");
    CHECK(Month::of(Date::of(2027, 2, 28)).last().iso() == "2027-02-28");
    CHECK(Month::parse("2026-12").plus(1).first().iso() == "2027-01-01");
    CHECK(Month::parse("2026-01").plus(-1).text() == "2025-12");
    for (const std::string_view text :
         {"", "2026", "2026-13", "00/2026", "2026-1", "2026-12-01", "12-2026"}) {
        CAPTURE(text);
        CHECK(refusal([&] { (void)Month::parse(text); }) ==
              "'" + std::string(text) + "' is not a month");
    }
}

TEST_CASE("a customer's number has twelve digits, and may be written as a communication") {
    CHECK(CustomerNumber::parse("123456789002").digits() == "123456789002");
    CHECK(CustomerNumber::parse("+++012/3456/78939+++").digits() == "012345678939");
    CHECK_FALSE(CustomerNumber::parse("000000000101").warning());
    CHECK(CustomerNumber::parse("000000000102").warning());
    for (const std::string_view text : {"", "12345678901", "1234567890123", "12345678901a"}) {
        CAPTURE(text);
        CHECK(refusal([&] { (void)CustomerNumber::parse(text); }) ==
              text::quoted(text) + " is not the number of a customer");
    }
}

}  // namespace dcadmin
