// SPDX-License-Identifier: Apache-2.0
// The cells of the KBO/BCE open data: numbers with dots, days as DD-MM-YYYY. They are read without
// allocating, for there are tens of millions.
#pragma once

#include "registers/import_sql.h"
#include "registers/reading.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace dcadmin::registers {

/// What a number of the KBO/BCE is the number of, told by its first digit.
enum class Entity { enterprise, establishment, branch };

/// "0200.065.765", "2.000.000.339", "9.000.006.626", or the ten digits alone; none for anything
/// else, and for check digits that do not fit (branches have none).
[[nodiscard]] std::optional<std::int64_t> entity_number(std::string_view text);
[[nodiscard]] Entity entity_of(std::int64_t number);
/// Writes "31-12-2020" as the ten characters "2020-12-31"; false when that is no day.
[[nodiscard]] bool write_iso_day(std::string_view text, char* out);

/// Makes the values of a row of the store from a row of a file; what cannot be is refused by its
/// column.
class RowMaker {
   public:
    explicit RowMaker(const Reading& reading) : reading_(reading) {}

    /// To be called once for each row, before its values.
    void begin() {
        values_.clear();
        days_ = 0;
    }
    [[nodiscard]] std::int64_t number(std::size_t column) const;
    [[nodiscard]] std::int64_t number(std::size_t column, Entity wanted) const;
    [[nodiscard]] std::string_view text(std::size_t column) const;

    void put(std::int64_t value) { values_.emplace_back(value); }
    void put_text(std::size_t column) { values_.emplace_back(text(column)); }
    /// The text of the second column only where it differs from the first.
    void put_both(std::size_t dutch, std::size_t french);
    /// May be empty.
    void put_day(std::size_t column);
    [[nodiscard]] std::vector<store::Value>& values() { return values_; }

   private:
    static constexpr std::size_t longest_cell = 2000;

    const Reading& reading_;
    std::vector<store::Value> values_;
    std::array<std::array<char, 10>, 2> day_texts_{};
    std::size_t days_ = 0;
};

}  // namespace dcadmin::registers
