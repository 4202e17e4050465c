// SPDX-License-Identifier: Apache-2.0
#include "registers/reading.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <utility>

namespace dcadmin::registers {

namespace {

constexpr std::size_t block_bytes = std::size_t{256} * 1024;
constexpr std::size_t blocks_ahead = 8;

}  // namespace

Error bad_cell(std::string_view file, std::uint64_t line, std::size_t column, std::string_view name,
               std::string_view why, std::string_view hint) {
    return {Kind::usage,
            say("{}, line {}, column {} ({}): {}", text::escaped(file), line, column + 1,
                text::escaped(name), why),
            std::string(hint), "file"};
}

Reading::Reading(std::string name, std::unique_ptr<TableFile> file)
    : name_(std::move(name)),
      file_(std::move(file)),
      columns_(file_->columns()),
      blocks_(blocks_ahead),
      reader_([this] { work(); }) {}

Reading::~Reading() {
    blocks_.abandon();
    reader_.join();
}

// Runs on the second thread.
void Reading::work() {
    try {
        for (;;) {
            Block block;
            fill(block);
            if (block.rows.empty()) break;
            if (!blocks_.put(std::move(block))) return;  // nobody wants the rest
        }
        digest_ = file_->digest();
        blocks_.finish();
    } catch (...) {
        blocks_.finish(std::current_exception());
    }
}

void Reading::fill(Block& block) {
    TableRow row;
    while (block.text.size() < block_bytes) {
        try {
            if (!file_->next(row)) return;
        } catch (const Error& error) {
            throw Error(error.kind(), fmt::format("{}, {}", text::escaped(name_), error.message()),
                        error.hint(), "file");
        }
        if (row.problem) {
            throw Error(
                Kind::usage,
                say("{}, line {}: {}", text::escaped(name_), row.line, row.problem->message()),
                row.problem->hint(), "file");
        }
        for (const std::string_view cell : row.cells) {
            block.cells.push_back({static_cast<std::uint32_t>(block.text.size()),
                                   static_cast<std::uint32_t>(cell.size())});
            block.text.append(cell);
        }
        block.rows.push_back({row.line, static_cast<std::uint32_t>(block.cells.size())});
    }
}

bool Reading::next() {
    if (at_ == block_.rows.size()) {
        if (ended_) return false;
        auto block = blocks_.take();
        if (!block) {
            ended_ = true;
            return false;
        }
        block_ = std::move(*block);
        at_ = 0;
    }
    const std::size_t first = at_ == 0 ? 0 : block_.rows[at_ - 1].end;
    const Block::Row& row = block_.rows[at_++];
    cells_.clear();
    for (std::size_t i = first; i < row.end; ++i) {
        cells_.push_back(
            std::string_view(block_.text).substr(block_.cells[i].begin, block_.cells[i].size));
    }
    line_ = row.line;
    ++rows_;
    return true;
}

void Reading::refuse(std::size_t column, std::string_view why, std::string_view hint) const {
    throw bad_cell(name_, line_, column, column < columns_.size() ? columns_[column] : "", why,
                   hint);
}

std::unique_ptr<TableFile> open_needed(const OpenTable& open, const std::string& name) {
    if (auto file = open(name)) return file;
    throw Error(Kind::not_found, say("the file '{}' is missing", text::escaped(name)),
                "name the folder that holds all files of the extract", "file");
}

void require_columns(const std::string& name, const std::vector<std::string>& found,
                     std::span<const std::string_view> wanted) {
    for (const std::string& column : found) {
        if (std::ranges::find(wanted, column) == wanted.end()) {
            throw Error(Kind::usage, say("{}, line 1: no column '{}'", name, text::escaped(column)),
                        say("its columns are {}", fmt::join(wanted, ", ")), "file");
        }
    }
    for (const std::string_view column : wanted) {
        if (std::ranges::find(found, column) == found.end()) {
            throw Error(Kind::usage, say("{}, line 1: the column '{}' is missing", name, column),
                        say("its columns are {}", fmt::join(wanted, ", ")), "file");
        }
    }
    if (!std::ranges::equal(found, wanted)) {
        throw Error(Kind::usage, say("{}, line 1: the columns stand in another order", name),
                    say("they are {}", fmt::join(wanted, ", ")), "file");
    }
}

}  // namespace dcadmin::registers
