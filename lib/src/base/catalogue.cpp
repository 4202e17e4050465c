// SPDX-License-Identifier: Apache-2.0
#include "base/catalogue.h"

#include <utility>

namespace dcadmin::base {
namespace {

constexpr std::uint32_t magic = 0x950412de;
constexpr std::size_t header = 20;  // magic, revision, count, the two tables
constexpr std::size_t pair = 8;     // length and place of a text

}  // namespace

std::optional<Catalogue> Catalogue::of(std::string bytes) {
    Catalogue catalogue(std::move(bytes));
    if (!catalogue.whole()) return std::nullopt;
    return catalogue;
}

std::uint32_t Catalogue::number(std::size_t at) const {
    std::uint32_t value = 0;
    for (std::size_t i = 4; i-- > 0;) {
        value = value << 8 | static_cast<unsigned char>(bytes_[at + i]);
    }
    return value;
}

std::string_view Catalogue::text(std::size_t table, std::size_t i) const {
    const auto at = table + i * pair;
    return std::string_view(bytes_).substr(number(at + 4), number(at));
}

bool Catalogue::whole() {
    if (bytes_.size() < header || number(0) != magic || number(4) >> 16 != 0) return false;
    count_ = number(8);
    english_ = number(12);
    others_ = number(16);
    const auto fits = [this](std::size_t at, std::size_t length) {
        return at <= bytes_.size() && length <= bytes_.size() - at;
    };
    if (!fits(english_, count_ * pair) || !fits(others_, count_ * pair)) return false;
    for (std::size_t i = 0; i < count_; ++i) {
        for (const auto table : {english_, others_}) {
            const auto at = table + i * pair;
            if (!fits(number(at + 4), number(at))) return false;
        }
    }
    return true;
}

std::string_view Catalogue::find(std::string_view english) const {
    // The text of the empty key is the catalogue's own heading.
    if (english.empty()) return {};
    std::size_t begin = 0;
    std::size_t end = count_;
    while (begin < end) {
        const auto middle = begin + (end - begin) / 2;
        const auto at = text(english_, middle);
        if (at == english) return text(others_, middle);
        (at < english ? begin : end) = at < english ? middle + 1 : middle;
    }
    return {};
}

}  // namespace dcadmin::base
