// SPDX-License-Identifier: Apache-2.0
#include "cli/outcome_file.h"

#include "cli/report.h"
#include "output/renderer.h"
#include "output/value.h"

#include <fmt/format.h>

#include <charconv>
#include <filesystem>
#include <iterator>
#include <optional>

namespace dcadmin::cli {
namespace {

constexpr std::string_view mark = ".outcome";

/// "rights" -> "rights.outcome" -> "rights.outcome-2" -> "rights.outcome-3".
std::string next_stem(const std::string& stem) {
    if (stem.ends_with(mark)) return stem + "-2";
    const auto at = stem.rfind(std::string(mark) + "-");
    if (at == std::string::npos) return stem + std::string(mark);
    unsigned number = 0;
    const auto* begin = stem.data() + at + mark.size() + 1;
    const auto* end = stem.data() + stem.size();
    if (std::from_chars(begin, end, number).ptr != end || number == 0)
        return stem + std::string(mark);
    return fmt::format("{}-{}", stem.substr(0, at + mark.size()), number + 1);
}

}  // namespace

std::string outcome_path(const std::string& input) {
    const std::filesystem::path path(input);
    return (path.parent_path() / (next_stem(path.stem().string()) + path.extension().string()))
        .string();
}

void OutcomeFile::begin(const FileFeed& feed) {
    if (feed.format() == InputFormat::jsonl) return;
    echoed_ = feed.echoed();
    line_.clear();
    for (const auto place : echoed_) {
        output::append_csv_cell(line_, feed.columns()[place], feed.separator(), false);
        line_ += feed.separator();
    }
    for (const auto* name : {"_row", "_state", "_code", "_message", "_id"}) {
        line_ += name;
        line_ += feed.separator();
    }
    line_.back() = '\n';
    file_.write(line_);
}

void OutcomeFile::row(const FileFeed& feed, const bulk::Result& result) {
    const auto code = result.code ? name_of(*result.code) : std::string_view();
    line_.clear();
    const auto to = std::back_inserter(line_);
    if (feed.format() == InputFormat::jsonl) {
        fmt::format_to(to, "\"_row\":{},\"_state\":\"{}\",\"_code\":", feed.number(),
                       bulk::name_of(result.state));
        fmt::format_to(to, "{0}{1}{0},\"_message\":", code.empty() ? "" : "\"",
                       code.empty() ? "null" : code);
        output::append_json_string(line_, told(result.message, result.hint));
        line_ += ",\"_id\":";
        output::append_json_string(line_, result.id);
        file_.write(with_outcome(feed.json_line(), line_));
        return;
    }
    const char separator = feed.separator();
    for (const auto place : echoed_) {
        // A row with too few cells is echoed as far as it goes.
        const auto& cells = feed.raw().cells;
        const auto cell = place < cells.size() ? cells[place] : std::string_view();
        output::append_csv_cell(line_, cell, separator, false);
        line_ += separator;
    }
    line_ += fmt::format_int(feed.number()).c_str();
    for (const auto word : {bulk::name_of(result.state), code}) {
        line_ += separator;
        line_ += word;
    }
    line_ += separator;
    if (!result.message.empty() || !result.hint.empty()) {
        output::append_csv_cell(line_, told(result.message, result.hint), separator, false);
    }
    line_ += separator;
    output::append_csv_cell(line_, result.id, separator, false);
    line_ += '\n';
    file_.write(line_);
}

}  // namespace dcadmin::cli
