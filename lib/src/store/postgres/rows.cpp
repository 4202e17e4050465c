// SPDX-License-Identifier: Apache-2.0
#include "store/postgres/rows.h"

#include <dcadmin/base/say.h>
#include <dcadmin/error.h>

#include <cerrno>
#include <cstring>
#include <system_error>

namespace dcadmin::store::postgres {

namespace {

constexpr std::size_t much = std::size_t{4} * 1024 * 1024;
constexpr Oid boolean_type = 16;
constexpr std::int32_t null_length = -1;

void append_length(std::string& to, std::int32_t length) {
    char bytes[sizeof length];
    std::memcpy(bytes, &length, sizeof length);
    to.append(bytes, sizeof length);
}

std::int32_t length_at(const std::string& from, std::size_t at) {
    std::int32_t length = 0;
    std::memcpy(&length, from.data() + at, sizeof length);
    return length;
}

[[noreturn]] void fail_spilling() {
    throw Error(
        Kind::failed,
        say("a temporary file cannot be written: {}", std::generic_category().message(errno)),
        "make room in the folder for temporary files, then run the same command again");
}

}  // namespace

// A row is its number of columns, then length and bytes of each.
void Rows::add(const PGresult* result, int row) {
    const int columns = PQnfields(result);
    append_length(ahead_, columns);
    for (int column = 0; column < columns; ++column) {
        if (PQgetisnull(result, row, column) != 0) {
            append_length(ahead_, null_length);
            continue;
        }
        const int length = PQgetlength(result, row, column);
        const char* value = PQgetvalue(result, row, column);
        // As the other database says it.
        if (PQftype(result, column) == boolean_type) value = *value == 't' ? "1" : "0";
        append_length(ahead_, length);
        ahead_.append(value, static_cast<std::size_t>(length));
    }
}

void Rows::spill_when_large() {
    if (ahead_.size() >= much) write_block();
}

void Rows::write_block() {
    if (!file_) file_.reset(std::tmpfile());
    if (!file_ || std::fseek(file_.get(), 0, SEEK_END) != 0 ||
        std::fwrite(ahead_.data(), 1, ahead_.size(), file_.get()) != ahead_.size() ||
        std::fflush(file_.get()) != 0) {
        fail_spilling();
    }
    blocks_.push_back(ahead_.size());
    ahead_.clear();
}

void Rows::take_block() {
    at_ = 0;
    now_.clear();
    if (blocks_.empty()) {
        now_.swap(ahead_);
        return;
    }
    now_.resize(blocks_.front());
    blocks_.pop_front();
    if (std::fseek(file_.get(), read_, SEEK_SET) != 0 ||
        std::fread(now_.data(), 1, now_.size(), file_.get()) != now_.size()) {
        fail_spilling();
    }
    read_ += static_cast<long>(now_.size());
}

bool Rows::next() {
    cells_.clear();
    if (at_ == now_.size()) take_block();
    if (now_.empty()) return false;
    const std::int32_t columns = length_at(now_, at_);
    at_ += sizeof columns;
    for (std::int32_t column = 0; column < columns; ++column) {
        const std::int32_t length = length_at(now_, at_);
        at_ += sizeof length;
        if (length == null_length) {
            cells_.emplace_back();
            continue;
        }
        cells_.emplace_back(now_.data() + at_, static_cast<std::size_t>(length));
        at_ += static_cast<std::size_t>(length);
    }
    return true;
}

void Rows::clear() {
    cells_.clear();
    now_.clear();
    ahead_.clear();
    blocks_.clear();
    file_.reset();
    at_ = 0;
    read_ = 0;
}

}  // namespace dcadmin::store::postgres
