// SPDX-License-Identifier: Apache-2.0
// A letter to a person, before it is plain text or HTML: both are made from the same parts, so that
// they say the same.
#pragma once

#include <dcadmin/base/vocabulary.h>

#include <string>
#include <vector>

namespace dcadmin::outbox {

/// A paragraph, a list below it, or both.
struct Block {
    std::string text;
    std::vector<std::string> lines = {};
    bool heading = false;
};

struct Letter {
    Language language = Language::nl;
    std::string subject;
    std::vector<Block> blocks = {};
};

/// Paragraphs with empty lines between them, lists with "- ".
[[nodiscard]] std::string text_of(const Letter& letter);
/// A whole document; nothing of the letter's words is taken for HTML.
[[nodiscard]] std::string html_of(const Letter& letter);

}  // namespace dcadmin::outbox
