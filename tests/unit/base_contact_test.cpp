// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/contact.h>

#include "refusal.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace dcadmin {

namespace {

struct Row {
    std::string text;
    std::string expected;
};

template <class Value>
void check_read(const std::vector<Row>& table) {
    for (const Row& row : table) {
        CAPTURE(row.text);
        const std::string why =
            refusal([&] { CHECK(Value::parse(row.text).text() == row.expected); });
        CHECK(why == "accepted");
    }
}

template <class Value>
void check_refused(const std::vector<Row>& table, std::string_view joint) {
    for (const Row& row : table) {
        CAPTURE(row.text);
        const std::string message = refusal([&] { (void)Value::parse(row.text); });
        const std::size_t found = message.find(joint);
        REQUIRE_MESSAGE(found != std::string::npos, message);
        CHECK(message.substr(found + joint.size()) == row.expected);
    }
}

}  // namespace

TEST_CASE("an e-mail address is kept with its domain in small letters") {
    check_read<EmailAddress>({
        {"an.peeters@example.be", "an.peeters@example.be"},
        {"An.Peeters@Example.BE", "An.Peeters@example.be"},
        {"o'brien+dc@sub.mail-host.example", "o'brien+dc@sub.mail-host.example"},
        {"a@b.co", "a@b.co"},
        {"x@xn--caf-dma.example", "x@xn--caf-dma.example"},
        {"1@2.be", "1@2.be"},
    });
}

TEST_CASE("what is no e-mail address is refused, saying what is missing") {
    const std::string label(64, 'a');
    check_refused<EmailAddress>(
        {
            {"", "it has no @"},
            {"an.peeters", "it has no @"},
            {"@example.be", "nothing stands before the @"},
            {"an@", "nothing stands behind the @"},
            {"an@example", "its domain has no dot"},
            {"an@example.", "a part of the domain is empty"},
            {"an@.be", "a part of the domain is empty"},
            {"an@-x.be", "a part of the domain begins or ends with a dash"},
            {"an@x-.be", "a part of the domain begins or ends with a dash"},
            {"an@10.0.0.1", "its domain ends with a number"},
            {"an peeters@example.be", "' ' does not belong in it"},
            {"an@exam ple.be", "' ' does not belong in a domain"},
            {"an@one@two.be", "'@' does not belong in it"},
            {"an\r\nBcc: x@example.be", "'\\x0d' does not belong in it"},
            {"an@example.be\n", "'\\x0a' does not belong in a domain"},
            {"An <an@example.be>", "' ' does not belong in it"},
            {".an@example.be", "a dot before the @ stands between other characters only"},
            {"an.@example.be", "a dot before the @ stands between other characters only"},
            {"a..n@example.be", "a dot before the @ stands between other characters only"},
            {"an@caf\xC3\xA9.be", "'\xC3\xA9' does not belong in a domain"},
            {label + "a@example.be", "more than 64 characters before the @"},
            {"an@" + label + ".be", "a part of the domain is longer than 63"},
            {"an@" + std::string(260, 'a'), "it is longer than 254 bytes"},
        },
        " is not an e-mail address: ");
}

TEST_CASE("a telephone number is kept with its country code, however it was written") {
    check_read<PhoneNumber>({
        {"+3212345678", "+3212345678"},
        {"003212345678", "+3212345678"},
        {"012 34 56 78", "+3212345678"},
        {"012/34.56.78", "+3212345678"},
        {"(012) 34 56 78", "+3212345678"},
        {"+32 (0)12 34 56 78", "+3212345678"},
        {"0470/12.34.56", "+32470123456"},
        {"+32 470-12-34-56", "+32470123456"},
        {"0032470123456", "+32470123456"},
        {"04 222 33 44", "+3242223344"},
        {"02 123 45 67", "+3221234567"},
        {"+31 20 123 4567", "+31201234567"},
        {"0033 1 23 45 67 89", "+33123456789"},
    });
}

TEST_CASE("what is no telephone number is refused, saying why") {
    check_refused<PhoneNumber>(
        {
            {"", "it has no digits"},
            {"12345678", "it begins with neither + nor 0"},
            {"012 34 56 7", "behind +32 it has 7 digits instead of 8"},
            {"012 34 56 789", "behind +32 it has 9 digits instead of 8"},
            {"+32470 12 34 5", "behind +32 it has 8 digits instead of 9"},
            {"+32470 12 34 567", "behind +32 it has 10 digits instead of 9"},
            {"+32012345678", "behind +32 no 0 follows"},
            {"+32", "behind +32 it has 0 digits instead of 8"},
            {"+", "it has 0 digits instead of 7 to 15"},
            {"+31 20", "it has 4 digits instead of 7 to 15"},
            {"+3112345678901234", "it has 16 digits instead of 7 to 15"},
            {"+0123456789", "no country code begins with 0"},
            {"+32 12 34 56 78 ext 3", "'e' does not belong in it"},
            {"012+345678", "'+' does not belong in it"},
        },
        " is not a telephone number: ");
}

TEST_CASE("an IBAN is kept in capitals without spaces and shown in groups of four") {
    check_read<Iban>({
        {"BE32123456789002", "BE32123456789002"},
        {"be32 1234 5678 9002", "BE32123456789002"},
        {"BE54310100270097", "BE54310100270097"},
        {"NL91ABNA0417164300", "NL91ABNA0417164300"},
        {"NO9386011117947", "NO9386011117947"},
        {"MT84MALT011000012345MTLCAST001S", "MT84MALT011000012345MTLCAST001S"},
    });
    CHECK(Iban::parse("BE32123456789002").formatted() == "BE32 1234 5678 9002");
    CHECK(Iban::parse("NO9386011117947").formatted() == "NO93 8601 1117 947");
}

TEST_CASE("what is no IBAN is refused, saying why") {
    const std::string national = "the check digits of its account, the last two, are wrong";
    check_refused<Iban>(
        {
            {"BE41091811735141", national},
            {"BE54310100270000", national},
            {"BE33123456789002", "its check digits are wrong"},
            {"NL91ABNA0417164301", "its check digits are wrong"},
            {"BE3212345678900", "a Belgian one has 16 characters, not 15"},
            {"BE32A23456789002", "a Belgian one has digits only behind BE"},
            {"BE32", "it has 4 characters instead of 15 to 34"},
            {"", "it has 0 characters instead of 15 to 34"},
            {"3212345678900212", "it does not begin with a country and two check digits"},
            {"BE32-1234-5678-9002", "'-' does not belong in it"},
        },
        " is not an IBAN: ");
}

TEST_CASE("a refused account number is not repeated whole") {
    CHECK(refusal([] { (void)Iban::parse("BE33123456789002"); }) ==
          "'BE331234********' is not an IBAN: its check digits are wrong");
}

}  // namespace dcadmin
