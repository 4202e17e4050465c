// SPDX-License-Identifier: Apache-2.0
// What time is it, and which day is it in Brussels. Everything that depends on the moment asks a
// Clock that is handed to it; only SystemClock reads the real one. All days of this field are days
// in Europe/Brussels, whatever TZ says; all moments are stored in UTC. The summer-time rule is
// Directive 2000/84/EC (last Sundays of March and October, 01:00 UTC); a test compares it with the
// time-zone database day by day.
#pragma once

#include <dcadmin/base/date.h>
#include <dcadmin/export.h>

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace dcadmin {

class DCADMIN_API Timestamp {
   public:
    static constexpr Timestamp from_seconds(std::int64_t seconds) { return Timestamp(seconds); }
    /// Reads "2026-11-23T12:31:39Z". Refused with usage otherwise.
    static Timestamp parse(std::string_view text);
    /// The first moment after `day` in Brussels: what "through that day" ends at.
    static Timestamp end_of(Date day);

    [[nodiscard]] constexpr std::int64_t seconds() const { return seconds_; }
    /// "2026-11-23T12:31:39Z".
    [[nodiscard]] std::string iso() const;
    /// "23/11/2026 13:31", the wall clock in Brussels.
    [[nodiscard]] std::string formatted() const;
    [[nodiscard]] Date brussels_day() const;

    auto operator<=>(const Timestamp&) const = default;

   private:
    explicit constexpr Timestamp(std::int64_t seconds) : seconds_(seconds) {}
    std::int64_t seconds_;
};

class DCADMIN_API Clock {
   public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Timestamp now() const = 0;
    /// The day in Brussels.
    [[nodiscard]] Date today() const { return now().brussels_day(); }
};

class DCADMIN_API SystemClock final : public Clock {
   public:
    [[nodiscard]] Timestamp now() const override;
};

class DCADMIN_API FixedClock final : public Clock {
   public:
    explicit FixedClock(Timestamp at) : at_(at) {}
    [[nodiscard]] Timestamp now() const override { return at_; }
    void set(Timestamp at) { at_ = at; }

   private:
    Timestamp at_;
};

}  // namespace dcadmin
