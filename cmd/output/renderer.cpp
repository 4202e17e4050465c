// SPDX-License-Identifier: Apache-2.0
#include "output/renderer.h"

#include <dcadmin/base/text.h>

#include <utility>

namespace dcadmin::output {

Renderer::Renderer(Writer& out, const Style& style, Names names, std::vector<std::string_view> keys)
    : out_(out), style_(style), names_(names), keys_(std::move(keys)) {}

void Renderer::csv_header() {
    line_.clear();
    for (const auto key : keys_) {
        if (!line_.empty()) line_ += ',';
        line_ += key;
    }
    line_ += "\r\n";
    out_.write(line_);
}

void Renderer::row(std::span<const Value> values) {
    ++rows_;
    switch (style_.format) {
        case Format::table: return table_row(values);
        case Format::csv:
            if (rows_ == 1) csv_header();
            return csv_line(values);
        case Format::json:
            line_ = rows_ == 1 ? "{\"" + std::string(names_.plural) + "\":[\n" : ",\n";
            json_object(values);
            return;
        case Format::jsonl:
            line_.clear();
            json_object(values);
            out_.write("\n");
            return;
    }
}

void Renderer::end() {
    if (style_.format == Format::table && !sizes_) table_begin();
    if (style_.format == Format::csv && rows_ == 0) csv_header();
    if (style_.format != Format::json) return;
    out_.write(rows_ == 0 ? "{\"" + std::string(names_.plural) + "\":[]}\n" : "\n]}\n");
}

void Renderer::json_object(std::span<const Value> values) {
    line_ += '{';
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i > 0) line_ += ',';
        append_json_string(line_, keys_[i]);
        line_ += ':';
        append_json(line_, values[i], style_.reveal);
    }
    line_ += '}';
    out_.write(line_);
}

void Renderer::csv_line(std::span<const Value> values) {
    line_.clear();
    std::string cell;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i > 0) line_ += ',';
        cell.clear();
        append_text(cell, values[i], Reader::machine, style_.reveal);
        append_csv_cell(line_, cell, ',', style_.spreadsheet);
    }
    line_ += "\r\n";
    out_.write(line_);
}

void Renderer::item(std::span<const Value> values) {
    switch (style_.format) {
        case Format::csv: csv_header(); return csv_line(values);
        case Format::jsonl:
            line_.clear();
            json_object(values);
            out_.write("\n");
            return;
        case Format::json:
            line_ = "{\"" + std::string(names_.item) + "\":";
            json_object(values);
            out_.write("}\n");
            return;
        case Format::table: break;
    }
    std::size_t widest = 0;
    for (const auto key : keys_) widest = std::max(widest, key.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        std::string whole;
        append_text(whole, values[i], Reader::person, style_.reveal);
        named_text(keys_[i], widest, whole, LongWords::kept);
    }
}

}  // namespace dcadmin::output
