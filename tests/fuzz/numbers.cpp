// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/contact.h>
#include <dcadmin/base/enterprise_number.h>
#include <dcadmin/base/ids.h>
#include <dcadmin/base/money.h>
#include <dcadmin/base/national_number.h>
#include <dcadmin/base/number_check.h>
#include <dcadmin/base/right_code.h>
#include <dcadmin/base/site_number.h>
#include <dcadmin/base/text.h>

#include "expect.h"

#include <string>
#include <variant>

using dcadmin::Date;
using dcadmin::NumberKind;
using dcadmin::fuzz::expect;
using dcadmin::fuzz::refused_or;

namespace {

// What parses a text parses what it prints, and to the same value.
template <class Number>
void read_number(std::string_view text) {
    const Number number = Number::parse(text);
    expect(Number::parse(number.formatted()) == number);
    expect(Number::parse(number.digits()) == number);
    expect(Number::from_stored(number.value()) == number);
}

void read_affiliation(std::string_view text) {
    const auto number = dcadmin::AffiliationNumber::parse(text);
    expect(number.digits() == text);
    expect(dcadmin::SiteNumber::parse(text).value() == number.value());
}

void read_national(std::string_view text, Date today) {
    using dcadmin::NationalNumber;
    const auto number = NationalNumber::parse(text, today);
    expect(NationalNumber::parse(number.revealed(), today) == number);
    expect(NationalNumber::parse(number.revealed_digits(), today) == number);
    expect(number.masked().substr(9) == "***.**");
    const auto birth = number.birth_date();
    expect(!birth || (*birth <= today && birth->year() >= 1900));
    expect(!birth || !number.warning());
    expect(std::get<NationalNumber>(dcadmin::parse_person(text, today)) == number);
}

template <class Value>
void read_kept_text(std::string_view text) {
    const Value value = Value::parse(text);
    expect(Value::parse(value.text()) == value);
}

bool accepted(const auto& parse) {
    try {
        parse();
    } catch (const dcadmin::Error&) {
        return false;
    }
    return true;
}

// check_number and the types' parse judge alike.
void check(std::string_view text, Date today) {
    const dcadmin::NumberReport report = dcadmin::check_number(text, today);
    expect(report.valid != report.formatted.empty());
    expect(report.valid || !report.reason.empty());
    switch (report.kind) {
        case NumberKind::national:
        case NumberKind::bis:
            expect(report.valid ==
                   accepted([&] { (void)dcadmin::NationalNumber::parse(text, today); }));
            break;
        case NumberKind::enterprise:
            expect(report.valid == accepted([&] { (void)dcadmin::EnterpriseNumber::parse(text); }));
            break;
        case NumberKind::establishment:
            expect(report.valid ==
                   accepted([&] { (void)dcadmin::EstablishmentNumber::parse(text); }));
            break;
        case NumberKind::affiliation:
            expect(report.valid ==
                   accepted([&] { (void)dcadmin::AffiliationNumber::parse(text); }));
            break;
        case NumberKind::unknown: expect(!report.valid); break;
    }
}

// No text makes the words of a message unsafe to show, or too long.
void handle_text(std::string_view text) {
    const std::string quoted = dcadmin::text::quoted(text);
    expect(!dcadmin::text::first_invalid(quoted));
    expect(dcadmin::text::escaped(quoted) == quoted);
    expect(dcadmin::text::width(quoted) <= 62);
    const std::string folded = dcadmin::text::folded(text);
    expect(dcadmin::text::first_invalid(text) || !dcadmin::text::first_invalid(folded));
    expect(dcadmin::text::width(dcadmin::text::fitted(text, 7)) <= 7);
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text = dcadmin::fuzz::as_text(bytes, size);
    const Date today = Date::of(2026, 11, 23);
    check(text, today);
    handle_text(text);
    refused_or([&] { read_national(text, today); });
    refused_or([&] { read_number<dcadmin::EnterpriseNumber>(text); });
    refused_or([&] { read_number<dcadmin::EstablishmentNumber>(text); });
    refused_or([&] { read_number<dcadmin::SiteNumber>(text); });
    refused_or([&] { read_affiliation(text); });
    refused_or([&] { read_kept_text<dcadmin::EmailAddress>(text); });
    refused_or([&] { read_kept_text<dcadmin::PhoneNumber>(text); });
    refused_or([&] { read_kept_text<dcadmin::Iban>(text); });
    refused_or([&] { read_kept_text<dcadmin::RightCode>(text); });
    refused_or([&] {
        const auto amount = dcadmin::Money::parse(text);
        expect(dcadmin::Money::parse(amount.decimal()) == amount);
    });
    return 0;
}
