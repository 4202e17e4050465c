// SPDX-License-Identifier: Apache-2.0
// How text becomes a value, per type: ArgType<T> names the type in help, reads it, shows it back,
// and says what the shell can complete. Options on the command line, columns of a file and fields
// of a JSON line all go through the same parse, so that a value accepted in one place is accepted
// in all. What the shape of a member adds (required, repeated, flag) stands in slot.h.
#pragma once

#include "cli/completes.h"

#include <dcadmin/base/contact.h>
#include <dcadmin/base/date.h>
#include <dcadmin/base/domain_code.h>
#include <dcadmin/base/enterprise_number.h>
#include <dcadmin/base/ids.h>
#include <dcadmin/base/money.h>
#include <dcadmin/base/month.h>
#include <dcadmin/base/right_code.h>
#include <dcadmin/base/site_number.h>
#include <dcadmin/base/text.h>
#include <dcadmin/base/vocabulary.h>
#include <dcadmin/secure_zone/accreditation_number.h>
#include <dcadmin/secure_zone/contracts.h>
#include <dcadmin/secure_zone/customer_number.h>
#include <dcadmin/secure_zone/vocabulary.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::cli {

struct ParseContext {
    Date today;
    std::string_view what;  // the option's name, for messages
};

using Words = std::vector<std::string_view>;

template <class T>
struct ArgType;  // name, completion, choices(), parse(), shown()

/// A type whose values are any text of one kind: no choices to list.
template <Complete Kind = Complete::nothing>
struct FreeArg {
    static constexpr Complete completion = Kind;
    static Words choices() { return {}; }
};

template <>
struct ArgType<std::string> : FreeArg<> {
    static constexpr std::string_view name = "TEXT";
    static std::string parse(std::string_view text, const ParseContext& context) {
        return text::clean(text, context.what);
    }
    static std::string shown(const std::string& value) { return value; }
};

template <>
struct ArgType<bool> : FreeArg<> {
    static constexpr std::string_view name = "yes|no";
    static bool parse(std::string_view text, const ParseContext& context);
    static std::string shown(bool value) { return value ? "yes" : "no"; }
};

template <>
struct ArgType<std::uint64_t> : FreeArg<> {
    static constexpr std::string_view name = "COUNT";
    static std::uint64_t parse(std::string_view text, const ParseContext& context);
    static std::string shown(std::uint64_t value) { return std::to_string(value); }
};

template <>
struct ArgType<int> : FreeArg<> {
    static constexpr std::string_view name = "NUMBER";
    static int parse(std::string_view text, const ParseContext& context);
    static std::string shown(int value) { return std::to_string(value); }
};

/// A file or folder of the machine where the program runs; `-` is a stream.
struct FilePath {
    std::string text;
};

template <>
struct ArgType<FilePath> : FreeArg<Complete::file> {
    static constexpr std::string_view name = "FILE";
    static FilePath parse(std::string_view text, const ParseContext& context);
    static std::string shown(const FilePath& value) { return value.text; }
};

template <>
struct ArgType<Date> : FreeArg<Complete::date> {
    static constexpr std::string_view name = "DATE";
    static Date parse(std::string_view text, const ParseContext&) {
        return Date::parse(text::trimmed(text));
    }
    static std::string shown(Date value) { return value.formatted(); }
};

template <>
struct ArgType<Money> : FreeArg<> {
    static constexpr std::string_view name = "EURO";
    static Money parse(std::string_view text, const ParseContext&) {
        return Money::parse(text::trimmed(text));
    }
    static std::string shown(Money value) { return value.decimal(); }
};

template <>
struct ArgType<Term> : FreeArg<> {
    static constexpr std::string_view name = "TERM";
    static Term parse(std::string_view text, const ParseContext&) {
        return Term::parse(text::trimmed(text));
    }
    static std::string shown(Term value) { return value.words(); }
};

template <>
struct ArgType<NationalNumber> : FreeArg<Complete::person> {
    static constexpr std::string_view name = "INSZ";
    static NationalNumber parse(std::string_view text, const ParseContext& context) {
        return NationalNumber::parse(text::trimmed(text), context.today);
    }
    static std::string shown(NationalNumber value) { return value.masked(); }
};

template <>
struct ArgType<PersonRef> : FreeArg<Complete::person> {
    static constexpr std::string_view name = "PERSON";
    static PersonRef parse(std::string_view text, const ParseContext& context) {
        return parse_person(text::trimmed(text), context.today);
    }
    static std::string shown(const PersonRef& value) { return dcadmin::shown(value); }
};

template <>
struct ArgType<EnterpriseNumber> : FreeArg<Complete::org> {
    static constexpr std::string_view name = "ORG";
    static EnterpriseNumber parse(std::string_view text, const ParseContext&) {
        return EnterpriseNumber::parse(text::trimmed(text));
    }
    static std::string shown(EnterpriseNumber value) { return value.formatted(); }
};

template <>
struct ArgType<SiteNumber> : FreeArg<Complete::site> {
    static constexpr std::string_view name = "SITE";
    static SiteNumber parse(std::string_view text, const ParseContext&) {
        return SiteNumber::parse(text::trimmed(text));
    }
    static std::string shown(SiteNumber value) { return value.formatted(); }
};

template <>
struct ArgType<AffiliationNumber> : FreeArg<Complete::worker> {
    static constexpr std::string_view name = "LOGIN";
    static AffiliationNumber parse(std::string_view text, const ParseContext&) {
        return AffiliationNumber::parse(text::trimmed(text));
    }
    static std::string shown(AffiliationNumber value) { return value.digits(); }
};

template <>
struct ArgType<EstablishmentNumber> : FreeArg<Complete::site> {
    static constexpr std::string_view name = "ESTABLISHMENT";
    static EstablishmentNumber parse(std::string_view text, const ParseContext&) {
        return EstablishmentNumber::parse(text::trimmed(text));
    }
    static std::string shown(EstablishmentNumber value) { return value.formatted(); }
};

template <>
struct ArgType<CustomerNumber> : FreeArg<Complete::customer> {
    static constexpr std::string_view name = "CUSTOMER";
    static CustomerNumber parse(std::string_view text, const ParseContext&) {
        return CustomerNumber::parse(text);
    }
    static std::string shown(CustomerNumber value) { return value.digits(); }
};

template <>
struct ArgType<Month> : FreeArg<Complete::month> {
    static constexpr std::string_view name = "MONTH";
    static Month parse(std::string_view text, const ParseContext&) { return Month::parse(text); }
    static std::string shown(Month value) { return value.text(); }
};

template <>
struct ArgType<WeeklyHours> : FreeArg<> {
    static constexpr std::string_view name = "HOURS";
    static WeeklyHours parse(std::string_view text, const ParseContext&) {
        return WeeklyHours::parse(text);
    }
    static std::string shown(WeeklyHours value) { return value.text(); }
};

template <>
struct ArgType<ContextValue> : FreeArg<Complete::context> {
    static constexpr std::string_view name = "CONTEXT";
    static ContextValue parse(std::string_view text, const ParseContext&) {
        return parse_context(text::trimmed(text));
    }
    static std::string shown(const ContextValue& value) { return text_of(value); }
};

template <>
struct ArgType<AccreditationNumber> : FreeArg<> {
    static constexpr std::string_view name = "ACCREDITATION";
    static AccreditationNumber parse(std::string_view text, const ParseContext&) {
        return AccreditationNumber::parse(text::trimmed(text));
    }
    static std::string shown(const AccreditationNumber& value) { return value.text(); }
};

template <>
struct ArgType<RightCode> : FreeArg<Complete::right> {
    static constexpr std::string_view name = "RIGHT";
    static RightCode parse(std::string_view text, const ParseContext&) {
        return RightCode::parse(text::trimmed(text));
    }
    static std::string shown(const RightCode& value) { return value.text(); }
};

template <>
struct ArgType<DomainCode> : FreeArg<Complete::domain> {
    static constexpr std::string_view name = "DOMAIN";
    static DomainCode parse(std::string_view text, const ParseContext&) {
        return DomainCode::parse(text::trimmed(text));
    }
    static std::string shown(const DomainCode& value) { return value.text(); }
};

template <>
struct ArgType<RoleCode> : FreeArg<> {
    static constexpr std::string_view name = "ROLE";
    static RoleCode parse(std::string_view text, const ParseContext&) {
        return RoleCode::parse(text::trimmed(text));
    }
    static std::string shown(const RoleCode& value) { return value.text(); }
};

template <>
struct ArgType<EmailAddress> : FreeArg<> {
    static constexpr std::string_view name = "EMAIL";
    static EmailAddress parse(std::string_view text, const ParseContext&) {
        return EmailAddress::parse(text::trimmed(text));
    }
    static std::string shown(const EmailAddress& value) { return value.text(); }
};

template <>
struct ArgType<PhoneNumber> : FreeArg<> {
    static constexpr std::string_view name = "PHONE";
    static PhoneNumber parse(std::string_view text, const ParseContext&) {
        return PhoneNumber::parse(text::trimmed(text));
    }
    static std::string shown(const PhoneNumber& value) { return value.text(); }
};

template <char Letter>
struct ArgType<Id<Letter>> : FreeArg<completion_of_id(Letter)> {
    static constexpr std::string_view name = "ID";
    static Id<Letter> parse(std::string_view text, const ParseContext& context) {
        return Id<Letter>::from_stored(parse_id(text::trimmed(text), Letter, context.what));
    }
    static std::string shown(Id<Letter> value) { return value.text(); }
};

/// The error for a word that is none of the choices, naming the nearest.
[[noreturn]] void refuse_word(std::string_view text, std::string_view what, const Words& choices);

/// The place of `text` among the choices of T; refuses what is not among them.
template <class T>
[[nodiscard]] std::size_t choice_of(std::string_view text, const ParseContext& context) {
    const auto words = ArgType<T>::choices();
    const auto word = text::ascii_lower(text::trimmed(text));
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == word) return i;
    }
    refuse_word(text, context.what, words);
}

/// A closed list of words that the library reads and names.
template <class E, E (*Parse)(std::string_view)>
struct WordArg {
    static constexpr Complete completion = Complete::choice;
    static E parse(std::string_view text, const ParseContext&) {
        return Parse(text::trimmed(text));
    }
    static std::string shown(E value) { return std::string(name_of(value)); }
};

template <>
struct ArgType<Audience> : WordArg<Audience, parse_audience> {
    static constexpr std::string_view name = "AUDIENCE";
    static Words choices();
};

template <>
struct ArgType<Category> : WordArg<Category, parse_category> {
    static constexpr std::string_view name = "CATEGORY";
    static Words choices();
};

template <>
struct ArgType<ContextKind> : WordArg<ContextKind, parse_context_kind> {
    static constexpr std::string_view name = "KIND";
    static Words choices();
};

template <>
struct ArgType<Language> : WordArg<Language, parse_language> {
    static constexpr std::string_view name = "LANGUAGE";
    static Words choices();
};

template <>
struct ArgType<Region> : WordArg<Region, parse_region> {
    static constexpr std::string_view name = "REGION";
    static Words choices();
};

template <>
struct ArgType<TermKind> : WordArg<TermKind, parse_term_kind> {
    static constexpr std::string_view name = "KIND";
    static Words choices();
};

template <>
struct ArgType<TermUnit> : WordArg<TermUnit, parse_term_unit> {
    static constexpr std::string_view name = "UNIT";
    static Words choices();
};

template <>
struct ArgType<EnteredBy> : WordArg<EnteredBy, parse_entered_by> {
    static constexpr std::string_view name = "PARTY";
    static Words choices();
};

template <>
struct ArgType<Channel> : WordArg<Channel, parse_channel> {
    static constexpr std::string_view name = "CHANNEL";
    static Words choices();
};

template <>
struct ArgType<TariffKind> : WordArg<TariffKind, parse_tariff_kind> {
    static constexpr std::string_view name = "KIND";
    static Words choices();
};

template <>
struct ArgType<Activity> : WordArg<Activity, parse_activity> {
    static constexpr std::string_view name = "ACTIVITY";
    static Words choices();
};

template <>
struct ArgType<TariffBasis> : WordArg<TariffBasis, parse_tariff_basis> {
    static constexpr std::string_view name = "BASIS";
    static Words choices();
};

}  // namespace dcadmin::cli
