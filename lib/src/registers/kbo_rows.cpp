// SPDX-License-Identifier: Apache-2.0
#include "registers/kbo_rows.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>

namespace dcadmin::registers {

namespace {

constexpr std::int64_t first_establishment = 2'000'000'000;
constexpr std::int64_t first_branch = 9'000'000'000;
constexpr std::size_t digits_of_number = 10;

std::string_view word_of(Entity entity) {
    switch (entity) {
        case Entity::enterprise: return "an enterprise";
        case Entity::establishment: return "an establishment";
        case Entity::branch: return "a branch";
    }
    return "";
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// The digits as a number; -1 when one is none.
int two_digits(std::string_view text, std::size_t at) {
    if (!is_digit(text[at]) || !is_digit(text[at + 1])) return -1;
    return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

int days_in(int month, int year) {
    if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

}  // namespace

Entity entity_of(std::int64_t number) {
    if (number >= first_branch) return Entity::branch;
    return number >= first_establishment ? Entity::establishment : Entity::enterprise;
}

std::optional<std::int64_t> entity_number(std::string_view text) {
    std::int64_t number = 0;
    std::size_t digits = 0;
    for (const char c : text) {
        if (is_digit(c)) {
            number = number * 10 + (c - '0');
            if (++digits > digits_of_number) return std::nullopt;
        } else if (c != '.' || digits == 0) {
            return std::nullopt;
        }
    }
    if (digits != digits_of_number) return std::nullopt;
    if (number < first_branch && 97 - (number / 100) % 97 != number % 100) return std::nullopt;
    return number;
}

bool write_iso_day(std::string_view text, char* out) {
    if (text.size() != 10 || text[2] != '-' || text[5] != '-') return false;
    const int day = two_digits(text, 0);
    const int month = two_digits(text, 3);
    const int century = two_digits(text, 6);
    const int years = two_digits(text, 8);
    if (day < 1 || month < 1 || month > 12 || century < 0 || years < 0) return false;
    if (day > days_in(month, century * 100 + years)) return false;
    text.copy(out, 4, 6);
    out[4] = '-';
    text.copy(out + 5, 2, 3);
    out[7] = '-';
    text.copy(out + 8, 2, 0);
    return true;
}

std::int64_t RowMaker::number(std::size_t column) const {
    const std::string_view cell = reading_.cells()[column];
    if (const auto number = entity_number(cell)) return *number;
    reading_.refuse(column, say("{} is not a number of the KBO/BCE", dcadmin::text::quoted(cell)),
                    "ten digits with or without dots, the last two being check digits");
}

std::int64_t RowMaker::number(std::size_t column, Entity wanted) const {
    const std::int64_t found = number(column);
    if (entity_of(found) == wanted) return found;
    reading_.refuse(column, say("{} is not the number of {}",
                                dcadmin::text::quoted(reading_.cells()[column]), word_of(wanted)));
}

std::string_view RowMaker::text(std::size_t column) const {
    const std::string_view cell = reading_.cells()[column];
    if (cell.size() > longest_cell) {
        reading_.refuse(column, say("{} bytes where {} are the most", cell.size(), longest_cell));
    }
    return cell;
}

void RowMaker::put_both(std::size_t dutch, std::size_t french) {
    const std::string_view nl = text(dutch);
    const std::string_view fr = text(french);
    values_.emplace_back(nl.empty() ? fr : nl);
    values_.emplace_back(nl == fr || nl.empty() ? std::string_view() : fr);
}

void RowMaker::put_day(std::size_t column) {
    const std::string_view cell = reading_.cells()[column];
    if (cell.empty()) {
        values_.emplace_back(std::string_view());
        return;
    }
    auto& day = day_texts_[days_++];
    if (!write_iso_day(cell, day.data())) {
        reading_.refuse(column, say("{} is not a day", dcadmin::text::quoted(cell)),
                        "days are written DD-MM-YYYY, for instance 31-12-2020");
    }
    values_.emplace_back(std::string_view(day.data(), day.size()));
}

}  // namespace dcadmin::registers
