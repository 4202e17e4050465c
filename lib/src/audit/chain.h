// SPDX-License-Identifier: Apache-2.0
// The arithmetic of the audit chains, without a database: what exactly is hashed for an operation
// and for an entry. Version 1 of the canonical form; it may never change, for every store's hashes
// were made with it. Texts are written with their length before them, so that no two different
// entries have the same form.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dcadmin::audit {

using Digest = std::array<unsigned char, 32>;

/// SHA-256.
[[nodiscard]] Digest digest_of(std::string_view bytes);
/// Base64 without padding, 43 characters: how a digest is stored.
[[nodiscard]] std::string text_of(const Digest& digest);
void write_text(const Digest& digest, char (&out)[44]);
/// The reverse; all zeros for what is not a digest (the empty head of an empty chain).
[[nodiscard]] Digest digest_from(std::string_view text);

struct OperationImage {
    std::int64_t id;
    std::string_view at;
    std::string_view user;
    std::optional<std::int64_t> claimed;
    std::string_view command;
    /// Of who signed in; an empty key means nobody did, and nothing of it is hashed.
    std::string_view key = {};
    std::int64_t level = 0;
    std::optional<std::int64_t> organisation = {};
    std::optional<std::int64_t> session = {};
    std::optional<std::int64_t> account = {};
};
[[nodiscard]] Digest digest_of(const OperationImage& operation);

struct EntryImage {
    std::int64_t position;
    std::string_view subject;
    std::string_view verb;
    std::int64_t subject_id;
    std::optional<std::string_view> before;
    std::optional<std::string_view> after;
    std::optional<std::string_view> reason;
};
/// The hash of an entry that follows `previous` in its chain. `scratch` is reused memory.
[[nodiscard]] Digest digest_of(const Digest& previous, const Digest& operation,
                               const EntryImage& entry, std::string& scratch);

}  // namespace dcadmin::audit
