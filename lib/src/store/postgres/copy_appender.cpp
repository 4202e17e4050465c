// SPDX-License-Identifier: Apache-2.0
#include "store/postgres/copy_appender.h"

#include <fmt/format.h>

#include <cstddef>
#include <utility>

namespace dcadmin::store::postgres {

namespace {

// The server prepares anew for each COPY, for as long as some thousand rows take.
constexpr std::size_t buffer_bytes = std::size_t{2} * 1024 * 1024;

// PostgreSQL's binary COPY format: this signature, two empty fields of flags; then per row the
// number of columns, per column its length and bytes; all numbers with the high byte first.
constexpr std::string_view signature{"PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0", 19};
constexpr std::uint32_t null_length = 0xffffffff;
constexpr std::uint16_t end_of_rows = 0xffff;

template <class Number>
void put(std::string& buffer, Number number) {
    for (int shift = static_cast<int>(sizeof number) * 8 - 8; shift >= 0; shift -= 8) {
        buffer.push_back(static_cast<char>((number >> shift) & 0xff));
    }
}

void put_value(std::string& buffer, const Value& value) {
    if (const auto* integer = std::get_if<std::int64_t>(&value)) {
        put(buffer, std::uint32_t{sizeof *integer});
        put(buffer, static_cast<std::uint64_t>(*integer));
    } else if (const auto* text = std::get_if<std::string_view>(&value)) {
        put(buffer, static_cast<std::uint32_t>(text->size()));
        buffer.append(*text);
    } else {
        put(buffer, null_length);
    }
}

}  // namespace

CopyAppender::CopyAppender(Connection& connection, std::string_view table,
                           std::span<const std::string_view> columns)
    : connection_(connection) {
    std::string names;
    for (const std::string_view column : columns) {
        if (!names.empty()) names += ", ";
        names += connection.quoted(column);
    }
    copy_ = fmt::format("COPY {} ({}) FROM STDIN (FORMAT binary)", connection.quoted(table), names);
}

void CopyAppender::add(std::span<const Value> values) {
    if (buffer_.empty()) buffer_.append(signature);
    put(buffer_, static_cast<std::uint16_t>(values.size()));
    for (const Value& value : values) put_value(buffer_, value);
    if (buffer_.size() >= buffer_bytes) send();
}

void CopyAppender::send() {
    if (buffer_.empty()) return;
    put(buffer_, end_of_rows);
    connection_.copy_in(copy_, std::move(buffer_));
    buffer_ = {};
}

void CopyAppender::flush() {
    send();
    connection_.end_copy();
}

}  // namespace dcadmin::store::postgres
