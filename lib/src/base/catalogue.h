// SPDX-License-Identifier: Apache-2.0
// The texts of one language, as msgfmt writes them (a .mo file, little endian): pairs in the order
// of the English bytes, so that one is found by halving.
// https://www.gnu.org/software/gettext/manual/ html_node/MO-Files.html
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dcadmin::base {

class Catalogue {
   public:
    /// Nothing when these are not the bytes of a whole catalogue.
    [[nodiscard]] static std::optional<Catalogue> of(std::string bytes);
    /// The translation, which lives as long as the catalogue; empty when there is none.
    [[nodiscard]] std::string_view find(std::string_view english) const;

   private:
    explicit Catalogue(std::string bytes) : bytes_(std::move(bytes)) {}
    [[nodiscard]] std::uint32_t number(std::size_t at) const;
    [[nodiscard]] std::string_view text(std::size_t table, std::size_t i) const;
    [[nodiscard]] bool whole();

    std::string bytes_;
    std::size_t count_ = 0;
    std::size_t english_ = 0;
    std::size_t others_ = 0;
};

}  // namespace dcadmin::base
