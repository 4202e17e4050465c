// SPDX-License-Identifier: Apache-2.0
// Which records of the log have a public id, and by which letter: "relation" is "r-12". The others
// are named by a number or code of their own.
#pragma once

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace dcadmin::audit {

struct PublicSubject {
    std::string_view subject;
    char letter;
};

inline constexpr std::array public_subjects{
    PublicSubject{"person", 'p'},        PublicSubject{"relation", 'r'},
    PublicSubject{"grant", 'g'},         PublicSubject{"administrator", 'a'},
    PublicSubject{"chief_request", 'q'}, PublicSubject{"task", 't'},
    PublicSubject{"news", 'w'},          PublicSubject{"review", 'v'},
    PublicSubject{"credential", 'k'},    PublicSubject{"session", 's'},
    PublicSubject{"staff", 'f'},         PublicSubject{"pickup", 'u'},
    PublicSubject{"notice", 'n'},        PublicSubject{"pickup_series", 'y'},
    PublicSubject{"customer", 'c'},      PublicSubject{"voucher_order", 'o'},
    PublicSubject{"service", 'd'},       PublicSubject{"issuance", 'i'},
    PublicSubject{"block", 'b'},         PublicSubject{"paper_voucher", 'x'},
};

/// "r-12", or "site 12" for what has no public id; empty for 0, which is nobody in particular.
[[nodiscard]] inline std::string public_name(std::string_view subject, std::int64_t id) {
    if (id == 0) return {};
    for (const PublicSubject& one : public_subjects) {
        if (one.subject == subject) return fmt::format("{}-{}", one.letter, id);
    }
    return fmt::format("{} {}", subject, id);
}

}  // namespace dcadmin::audit
