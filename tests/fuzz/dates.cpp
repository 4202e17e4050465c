// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/clock.h>
#include <dcadmin/base/date.h>

#include "expect.h"

using dcadmin::Date;
using dcadmin::DateRange;
using dcadmin::Term;
using dcadmin::Timestamp;
using dcadmin::fuzz::expect;
using dcadmin::fuzz::refused_or;

namespace {

void read_date(std::string_view text) {
    const Date day = Date::parse(text);
    expect(Date::parse(day.iso()) == day);
    expect(Date::parse(day.formatted()) == day);
    expect(Date::of(day.year(), day.month(), day.day()) == day);
    expect(day.year() >= 1800 && day.year() <= 9999);
    const Timestamp end = Timestamp::end_of(day);
    expect(end.brussels_day() == day.plus_days(1));
}

void read_term(std::string_view text) {
    const Term term = Term::parse(text);
    expect(Term::parse(term.text()) == term);
    const Date start = Date::of(2024, 2, 29);
    const Date end = start.plus(term);
    expect(start < end);
    const DateRange period = DateRange::of(start, end);
    expect(period.contains(end) && period.common(period) == period);
}

void read_moment(std::string_view text) {
    const Timestamp moment = Timestamp::parse(text);
    expect(moment.iso() == text);
    const Date day = moment.brussels_day();
    expect(moment < Timestamp::end_of(day));
    expect(moment >= Timestamp::end_of(day.plus_days(-1)));
    expect(moment.formatted().size() == 16);
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text = dcadmin::fuzz::as_text(bytes, size);
    refused_or([&] { read_date(text); });
    refused_or([&] { read_term(text); });
    refused_or([&] { read_moment(text); });
    return 0;
}
