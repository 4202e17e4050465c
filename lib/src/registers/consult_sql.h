// SPDX-License-Identifier: Apache-2.0
// Statements of consultations: who looked at whom, and what was answered.
#pragma once

#include "store/db.h"

#include <dcadmin/registers.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dcadmin::registers {

/// Whether any person of a register is kept.
[[nodiscard]] bool has_persons(store::Db& db);
[[nodiscard]] bool is_in_store(store::Db& db, NationalNumber number);
/// The number behind a public id.
[[nodiscard]] std::optional<NationalNumber> number_of(store::Db& db, PersonId id);
/// The id of the person who is said to act; none when he is not in the store.
[[nodiscard]] std::optional<std::int64_t> acting(store::Db& db, const Actor& actor);

void keep_person(store::Db& db, const RegisterPerson& person, std::string_view expires_at);
void drop_expired(store::Db& db, std::string_view now);

/// The key under which the subjects of consultations are hashed; empty before the first one.
[[nodiscard]] std::string find_key(store::Db& db);
/// The same, made on first use.
[[nodiscard]] std::string get_key(store::Db& db);
/// The hash of a number under that key.
[[nodiscard]] std::string subject_of(std::string_view key, NationalNumber number);

struct NewConsultation {
    std::string_view at;
    std::string_view user;
    std::optional<std::int64_t> claimed;
    std::string_view subject;
    std::string_view purpose;
    std::string_view source;
    std::string_view answer;
};
void insert_consultation(store::Db& db, const NewConsultation& consultation);
std::uint64_t list_consultations(store::Db& db, std::string_view subject, const Page& page,
                                 const Each<Consultation>& each);

}  // namespace dcadmin::registers
