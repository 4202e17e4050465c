// SPDX-License-Identifier: Apache-2.0
// What an assertion says, as the JSON that is signed. Pure functions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::applications {

/// "DienstenchequesErkendeOnderneming": a role claim is split from its context at the first '-'
/// (domain sheet access.md, 4.4), so the words of a right's code are joined.
[[nodiscard]] std::string role_name(std::string_view right_code);
/// "<Right>-<context>:<organisation>", or without the context.
[[nodiscard]] std::string role_value(std::string_view right_code, std::string_view context,
                                     std::string_view organisation);
/// The name of the Flemish access management for a kind of key. That of 'eid', 'itsme' and 'app'
/// is public (access.md, section 1); those of others are a choice of this project.
[[nodiscard]] std::string key_name(std::string_view kind);

/// An opaque name of the person, the same in every assertion: of a key that only the store has and
/// that goes with the person when he is erased. 40 hexadecimal digits.
[[nodiscard]] std::string subject_of(std::string_view person_key, std::int64_t person);
/// The same in the shape of a UUID, for vo_id.
[[nodiscard]] std::string uuid_of(std::string_view person_key, std::int64_t person);
/// 128 random bits, for jti.
[[nodiscard]] std::string new_assertion_id();

struct AssertionFacts {
    std::string issuer;
    std::string subject;
    std::string client;
    std::int64_t issued_at = 0;
    std::int64_t expires_at = 0;
    std::int64_t proved_at = 0;
    std::string id;
    std::string nonce;
    std::string key;
    std::string given_name;
    std::string family_name;
    std::string national_number;  // empty: not told
    std::string person_id;
    std::string email;
    std::string audience;
    std::string audience_name;
    std::string organisation;
    std::string organisation_name;
    std::string claim;
    std::vector<std::string> roles;
};
[[nodiscard]] std::string payload_of(const AssertionFacts& facts);

}  // namespace dcadmin::applications
