// SPDX-License-Identifier: Apache-2.0
// Days, terms and periods of the civil calendar. A Date is a day and nothing else: no time, no
// zone. A DateRange includes both its ends, as every period in this field does ("van … tot en
// met …"). A Term is what data such as a right's maximum duration is written in ("4y", "6m",
// "30d"); adding years or months to a day that the target month lacks gives that month's last
// day, so 29 February plus a year is 28 February.
#pragma once

#include <dcadmin/export.h>

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dcadmin {

class Term;

class DCADMIN_API Date {
   public:
    /// Reads 2026-12-01, 01/12/2026 or 01.12.2026; never month first. Refused with usage: any
    /// other shape, a day that does not exist, a year outside 1800..9999.
    static Date parse(std::string_view text);
    /// The same day, given as numbers. Refused with usage when it does not exist.
    static Date of(int year, unsigned month, unsigned day);
    /// Days since 1970-01-01.
    static constexpr Date from_days(std::int32_t days) { return Date(days); }

    [[nodiscard]] constexpr std::int32_t days() const { return days_; }
    [[nodiscard]] int year() const;
    [[nodiscard]] unsigned month() const;
    [[nodiscard]] unsigned day() const;
    /// "2026-12-01": for machines and for the store.
    [[nodiscard]] std::string iso() const;
    /// Writes the ten characters of iso() to `out`, without allocating.
    void write_iso(char* out) const;
    /// "01/12/2026": as the deck's lists and confirmations show days.
    [[nodiscard]] std::string formatted() const;
    [[nodiscard]] constexpr Date plus_days(std::int32_t n) const { return Date(days_ + n); }
    [[nodiscard]] Date plus(Term term) const;

    auto operator<=>(const Date&) const = default;

   private:
    explicit constexpr Date(std::int32_t days) : days_(days) {}
    std::int32_t days_;
};

class DCADMIN_API Term {
   public:
    enum class Unit { day, month, year };
    /// Reads "30d", "6m", "4y" (1 to 36500 of a unit). Refused with usage otherwise.
    static Term parse(std::string_view text);
    static constexpr Term of(int count, Unit unit) { return Term(count, unit); }

    [[nodiscard]] constexpr int count() const { return count_; }
    [[nodiscard]] constexpr Unit unit() const { return unit_; }
    /// "4y": what parse reads.
    [[nodiscard]] std::string text() const;
    /// "4 years": for a sentence.
    [[nodiscard]] std::string words() const;

    bool operator==(const Term&) const = default;

   private:
    constexpr Term(int count, Unit unit) : count_(count), unit_(unit) {}
    int count_;
    Unit unit_;
};

class DCADMIN_API DateRange {
   public:
    /// Refused with usage when `last` lies before `first`.
    static DateRange of(Date first, Date last);

    [[nodiscard]] constexpr Date first() const { return first_; }
    [[nodiscard]] constexpr Date last() const { return last_; }
    [[nodiscard]] constexpr bool contains(Date day) const { return first_ <= day && day <= last_; }
    [[nodiscard]] constexpr bool overlaps(DateRange other) const {
        return first_ <= other.last_ && other.first_ <= last_;
    }
    /// The days that both ranges have, or none.
    [[nodiscard]] std::optional<DateRange> common(DateRange other) const;
    /// "02/10/2020 - 02/10/2030".
    [[nodiscard]] std::string formatted() const;

    bool operator==(const DateRange&) const = default;

   private:
    constexpr DateRange(Date first, Date last) : first_(first), last_(last) {}
    Date first_;
    Date last_;
};

}  // namespace dcadmin
