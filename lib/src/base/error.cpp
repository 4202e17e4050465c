// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/error.h>

#include <dcadmin/base/say.h>

#include <utility>

namespace dcadmin {

std::string_view name_of(Kind kind) {
    switch (kind) {
        case Kind::failed: return "failed";
        case Kind::usage: return "usage";
        case Kind::sign_in: return "sign_in";
        case Kind::not_allowed: return "not_allowed";
        case Kind::not_found: return "not_found";
        case Kind::conflict: return "conflict";
        case Kind::rule: return "rule";
        case Kind::integrity: return "integrity";
        case Kind::busy: return "busy";
        case Kind::unknown: return "unknown";
        case Kind::stopped: return "stopped";
    }
    return "failed";
}

namespace {

// Most messages are one sentence of the source, and others were put together of said ones.
std::string in_words(std::string text) {
    const auto words = translated(text);
    return words.data() == text.data() ? std::move(text) : std::string(words);
}

}  // namespace

Error::Error(Kind kind, std::string message, std::string hint, std::string field)
    : kind_(kind),
      message_(in_words(std::move(message))),
      hint_(in_words(std::move(hint))),
      field_(std::move(field)) {}

Error Error::about(std::string_view field) const {
    return Error(kind_, message_, hint_, field_.empty() ? std::string(field) : field_);
}

}  // namespace dcadmin
