// SPDX-License-Identifier: Apache-2.0
#include "cli/plan_file.h"

#include "cli/plan_text.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <span>
#include <system_error>

namespace dcadmin::cli {
namespace {

// A row that ends very many grants has a long line; a longer one is no plan of ours.
constexpr std::size_t longest_line = std::size_t{16} << 20;

void write_line(NewFile& file, Sha256& hash, const std::string& line) {
    hash.add(line);
    file.write(line);
}

}  // namespace

PlanWriter::PlanWriter(const std::string& path, const std::string& folder)
    : file_(path, NewFile::Replace::yes), rows_(private_file(folder)) {
    writer_.emplace(rows_);
}

PlanWriter::~PlanWriter() {
    close(rows_);
}

void PlanWriter::restart() {
    writer_.emplace(rows_);
    count_ = 0;
    if (lseek(rows_, 0, SEEK_SET) != 0 || ftruncate(rows_, 0) != 0) {
        throw Error(Kind::failed, say("the plan cannot be begun again: {}",
                                      std::generic_category().message(errno)));
    }
}

void PlanWriter::row(const PlanRow& row) {
    write_row(line_, row);
    if (line_.size() > longest_line) {
        throw Error(Kind::failed,
                    say("row {} changes more than a line of a plan can hold", row.number),
                    "run it without a plan, or part it");
    }
    writer_->write(line_);
    ++count_;
}

void PlanWriter::finish(PlanHeader header) {
    writer_->flush();
    header.rows = count_;
    Sha256 hash;
    write_header(line_, header);
    write_line(file_, hash, line_);
    lseek(rows_, 0, SEEK_SET);
    std::string piece(std::size_t{1} << 16, '\0');
    for (;;) {
        const auto count = read(rows_, piece.data(), piece.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) {
            throw Error(Kind::failed, say("the rows of the plan cannot be read back: {}",
                                          std::generic_category().message(errno)));
        }
        if (count == 0) break;
        write_line(file_, hash, piece.substr(0, static_cast<std::size_t>(count)));
    }
    write_end(line_, count_ + 1, hash.hex());
    file_.write(line_);
    file_.finish();
}

PlanReader::PlanReader(const std::string& path, int standard_input, const std::string& folder)
    : file_(path, standard_input, folder) {
    verify();
    rewind();
}

Error PlanReader::broken(const std::string& why) const {
    return {Kind::integrity, say("the plan '{}' {}", text::escaped(file_.name()), why),
            "make it anew: a plan is not edited"};
}

bool PlanReader::read_line() {
    for (;;) {
        const auto end = buffer_.find('\n', used_);
        if (end != std::string::npos) {
            line_.assign(buffer_, used_, end - used_);
            used_ = end + 1;
            ++lines_;
            return true;
        }
        if (at_end_) {
            if (used_ < buffer_.size()) throw broken(say("is cut short"));
            return false;
        }
        buffer_.erase(0, used_);
        used_ = 0;
        if (buffer_.size() > longest_line) {
            throw Error(Kind::usage, say("'{}' is no plan: line {} is too long",
                                         text::escaped(file_.name()), lines_ + 1));
        }
        const auto held = buffer_.size();
        buffer_.resize(held + 65536);
        const auto count = file_.read(std::span(buffer_).subspan(held));
        buffer_.resize(held + count);
        at_end_ = count == 0;
    }
}

void PlanReader::check_end(std::uint64_t lines, const std::string& digest) {
    const auto end = read_end(line_);
    if (!end) throw broken(say("is cut short"));
    if (end->lines != lines) throw broken(say("has another number of rows than it says"));
    if (end->digest != digest) throw broken(say("was changed after it was made"));
}

// The last line is known by there being none after it: each one waits for the next.
void PlanReader::verify() {
    Sha256 hash;
    if (!read_line()) throw Error(Kind::usage, say("'{}' is empty", file_.name()));
    try {
        header_ = read_header(line_);
    } catch (const Error& error) {
        throw Error(Kind::usage,
                    say("'{}' is no plan that can be read: line 1 {}", text::escaped(file_.name()),
                        error.message()),
                    error.hint());
    }
    std::string before = line_ + "\n";
    while (read_line()) {
        hash.add(before);
        before = line_ + "\n";
    }
    if (lines_ < 2) throw broken(say("is cut short"));
    line_ = before.substr(0, before.size() - 1);
    check_end(lines_ - 1, hash.hex());
    if (header_.rows != lines_ - 2) throw broken(say("has another number of rows than it says"));
}

bool PlanReader::next(PlanRow& row) {
    if (lines_ > header_.rows) {
        file_.check_unchanged();
        return false;
    }
    if (!read_line()) throw broken(say("is cut short"));
    try {
        row = read_row(line_);
    } catch (const Error& error) {
        throw Error(Kind::usage, say("'{}' is no plan that can be read: line {} {}",
                                     text::escaped(file_.name()), lines_, error.message()));
    }
    return true;
}

void PlanReader::rewind() {
    file_.rewind();
    buffer_.clear();
    used_ = 0;
    lines_ = 0;
    at_end_ = false;
    if (!read_line()) throw broken(say("is cut short"));
}

}  // namespace dcadmin::cli
