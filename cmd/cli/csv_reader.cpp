// SPDX-License-Identifier: Apache-2.0
#include "cli/csv_reader.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>

#include <csv.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstring>

namespace dcadmin::cli {
namespace {

constexpr std::size_t piece_size = std::size_t{64} * 1024;
constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

/// The separator that the header line uses most, outside quotes.
char found_separator(std::string_view start) {
    std::size_t commas = 0;
    std::size_t semicolons = 0;
    std::size_t tabs = 0;
    bool quoted = false;
    for (const char c : start) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (c == '\n' || c == '\r') break;
        if (c == ',') ++commas;
        if (c == ';') ++semicolons;
        if (c == '\t') ++tabs;
    }
    if (semicolons > commas && semicolons >= tabs) return ';';
    return tabs > commas ? '\t' : ',';
}

}  // namespace

bool is_plain_ascii(std::string_view text) {
    std::uint64_t high = 0;
    bool nul = false;
    while (text.size() >= 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data(), 8);
        high |= word;
        nul |= ((word - 0x0101010101010101U) & ~word & 0x8080808080808080U) != 0;
        text.remove_prefix(8);
    }
    for (const char c : text) {
        high |= static_cast<unsigned char>(c);
        nul |= c == '\0';
    }
    return !nul && (high & 0x8080808080808080U) == 0;
}

CsvReader::CsvReader(InputFile& file) : file_(file), buffer_(piece_size) {
    init();
    start();
    RawRow header;
    if (!fill()) {
        throw Error(Kind::usage, say("'{}' is empty", text::escaped(file_.name())),
                    "its first line must name the columns", "file");
    }
    take(header);
    if (header.problem) throw *header.problem;
    columns_.assign(header.cells.begin(), header.cells.end());
}

void CsvReader::init() {
    constexpr unsigned char options = CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL;
    parser_.reset(new csv_parser{});
    if (csv_init(parser_.get(), options) != 0) throw std::bad_alloc();
    csv_set_blk_size(parser_.get(), piece_size);  // its own steps of 128 bytes make long cells slow
}

void CsvReader::Freed::operator()(csv_parser* parser) const {
    csv_free(parser);
    delete parser;
}

void CsvReader::start() {
    text_.clear();
    cells_.clear();
    rows_.clear();
    taken_ = 0;
    line_ = row_line_ = 1;
    after_cr_ = at_end_ = false;

    auto count = file_.read(buffer_);
    std::string_view piece(buffer_.data(), count);
    if (piece.starts_with("\xff\xfe") || piece.starts_with("\xfe\xff")) {
        throw Error(Kind::usage, say("'{}' is UTF-16", text::escaped(file_.name())),
                    "save it as UTF-8", "file");
    }
    if (piece.starts_with(byte_order_mark)) piece.remove_prefix(byte_order_mark.size());
    separator_ = found_separator(piece);
    csv_set_delim(parser_.get(), static_cast<unsigned char>(separator_));
    if (count == 0) {
        at_end_ = true;
    } else {
        feed(piece);
    }
}

void CsvReader::rewind() {
    file_.rewind();
    init();  // a new one: the old one may be in the middle of a cell
    start();
    RawRow header;
    if (fill()) take(header);
}

bool CsvReader::fill() {
    while (taken_ == rows_.size()) {
        if (at_end_) return false;
        forget_taken();
        const auto count = file_.read(buffer_);
        if (count > 0) {
            feed({buffer_.data(), count});
            continue;
        }
        at_end_ = true;
        if (csv_fini(parser_.get(), on_cell, on_row, this) != 0) {
            refuse_structure("the file ends within quotes");
        }
    }
    return true;
}

void CsvReader::feed(std::span<const char> piece) {
    const auto done = csv_parse(parser_.get(), piece.data(), piece.size(), on_cell, on_row, this);
    if (done < piece.size()) {
        if (csv_error(parser_.get()) != CSV_EPARSE) throw std::bad_alloc();
        refuse_structure(parser_->quoted != 0 ? "text after the closing quote"
                                              : "a quote within a cell that is not quoted");
    }
    // Only a row that has not ended can be longer than a piece.
    const auto ended = rows_.empty() ? std::size_t{0} : rows_.back().cells;
    std::size_t open = parser_->entry_pos + (cells_.size() - ended);
    for (auto i = ended; i < cells_.size(); ++i) open += cells_[i].size;
    if (open > longest_row) refuse_structure("the row is longer than 1 MiB; is a quote missing?");
}

void CsvReader::forget_taken() {
    const auto cells = rows_.empty() ? std::size_t{0} : rows_.back().cells;
    const auto bytes = cells < cells_.size() ? cells_[cells].begin : text_.size();
    text_.erase(0, bytes);
    cells_.erase(cells_.begin(), cells_.begin() + static_cast<std::ptrdiff_t>(cells));
    for (auto& cell : cells_) cell.begin -= bytes;
    rows_.clear();
    taken_ = 0;
}

void CsvReader::on_cell(void* bytes, std::size_t size, void* self) {
    auto& reader = *static_cast<CsvReader*>(self);
    reader.cells_.push_back({reader.text_.size(), size});
    if (size > 0) {
        const std::string_view cell(static_cast<const char*>(bytes), size);
        reader.text_.append(cell);
        reader.line_ += static_cast<std::uint64_t>(std::count(cell.begin(), cell.end(), '\n'));
    }
    reader.after_cr_ = false;
}

void CsvReader::on_row(int end, void* self) {
    auto& reader = *static_cast<CsvReader*>(self);
    const auto before = reader.rows_.empty() ? std::size_t{0} : reader.rows_.back().cells;
    if (reader.cells_.size() > before) {
        reader.rows_.push_back({reader.cells_.size(), reader.row_line_});
    } else if (end == '\n' && reader.after_cr_) {
        reader.after_cr_ = false;  // the second half of CRLF
        return;
    }
    ++reader.line_;
    reader.row_line_ = reader.line_;
    reader.after_cr_ = end == '\r';
}

std::string CsvReader::name_of_column(std::size_t place) const {
    if (place < columns_.size()) return fmt::format(" ({})", text::escaped(columns_[place]));
    // The header may still be among the rows that are not taken.
    const bool there = columns_.empty() && !rows_.empty() && place < rows_.front().cells;
    return there ? fmt::format(" ({})", text::escaped(text(cells_[place]))) : std::string();
}

void CsvReader::refuse_structure(std::string_view what) const {
    const auto place = cells_.size() - (rows_.empty() ? std::size_t{0} : rows_.back().cells);
    throw Error(Kind::usage,
                say("line {}, column {}{}: {}", line_, place + 1, name_of_column(place), what), "",
                "file");
}

bool CsvReader::next(RawRow& row) {
    if (!fill()) return false;
    take(row);
    return true;
}

void CsvReader::take(RawRow& row) {
    const auto first = taken_ == 0 ? std::size_t{0} : rows_[taken_ - 1].cells;
    const auto last = rows_[taken_].cells;
    row.line = rows_[taken_].line;
    row.problem.reset();
    row.cells.clear();
    ++taken_;
    for (auto i = first; i < last; ++i) row.cells.push_back(text(cells_[i]));
    if (!columns_.empty() && row.cells.size() != columns_.size()) {
        row.problem.emplace(Kind::usage, say("{} cells where the header has {}", row.cells.size(),
                                             columns_.size()));
        return;
    }
    const auto begin = cells_[first].begin;
    const auto whole = text_.data() + begin;
    if (is_plain_ascii({whole, cells_[last - 1].begin + cells_[last - 1].size - begin})) return;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (!text::first_invalid(row.cells[i])) continue;
        const bool nul = row.cells[i].find('\0') != std::string_view::npos;
        row.problem.emplace(Kind::usage, nul ? say("holds a NUL byte") : say("is not UTF-8"),
                            nul ? std::string() : say("save the file as UTF-8"),
                            i < columns_.size() ? columns_[i] : std::string("file"));
        return;
    }
}

}  // namespace dcadmin::cli
