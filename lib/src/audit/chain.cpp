// SPDX-License-Identifier: Apache-2.0
#include "audit/chain.h"

#include <fmt/format.h>
#include <sodium.h>

#include <iterator>

namespace dcadmin::audit {

namespace {

void add_number(std::string& out, std::int64_t value) {
    const fmt::format_int text(value);
    out.append(text.data(), text.size());
    out.push_back(';');
}

void add_text(std::string& out, std::string_view text) {
    const fmt::format_int length(text.size());
    out.append(length.data(), length.size());
    out.push_back(':');
    out.append(text);
}

void add_number(std::string& out, std::optional<std::int64_t> value) {
    if (value) {
        add_number(out, *value);
    } else {
        out.push_back('-');
    }
}

void add_text(std::string& out, const std::optional<std::string_view>& text) {
    if (text) {
        add_text(out, *text);
    } else {
        out.push_back('-');
    }
}

void add_digest(std::string& out, const Digest& digest) {
    out.append(reinterpret_cast<const char*>(digest.data()), digest.size());
}

}  // namespace

Digest digest_of(std::string_view bytes) {
    Digest digest;
    crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(bytes.data()),
                       bytes.size());
    return digest;
}

void write_text(const Digest& digest, char (&out)[44]) {
    sodium_bin2base64(out, sizeof out, digest.data(), digest.size(),
                      sodium_base64_VARIANT_ORIGINAL_NO_PADDING);
}

std::string text_of(const Digest& digest) {
    char text[44];
    write_text(digest, text);
    return text;
}

Digest digest_from(std::string_view text) {
    Digest digest{};
    std::size_t length = 0;
    const int code =
        sodium_base642bin(digest.data(), digest.size(), text.data(), text.size(), nullptr, &length,
                          nullptr, sodium_base64_VARIANT_ORIGINAL_NO_PADDING);
    return code == 0 && length == digest.size() ? digest : Digest{};
}

Digest digest_of(const OperationImage& operation) {
    std::string form = "operation 1;";
    add_number(form, operation.id);
    add_text(form, operation.at);
    add_text(form, operation.user);
    add_number(form, operation.claimed);
    add_text(form, operation.command);
    if (!operation.key.empty()) {
        add_text(form, operation.key);
        add_number(form, operation.level);
        add_number(form, operation.organisation);
        add_number(form, operation.session);
        add_number(form, operation.account);
    }
    return digest_of(form);
}

Digest digest_of(const Digest& previous, const Digest& operation, const EntryImage& entry,
                 std::string& scratch) {
    scratch.assign("entry 1;");
    add_digest(scratch, previous);
    add_digest(scratch, operation);
    add_number(scratch, entry.position);
    add_text(scratch, entry.subject);
    add_text(scratch, entry.verb);
    add_number(scratch, entry.subject_id);
    add_text(scratch, entry.before);
    add_text(scratch, entry.after);
    add_text(scratch, entry.reason);
    return digest_of(scratch);
}

}  // namespace dcadmin::audit
