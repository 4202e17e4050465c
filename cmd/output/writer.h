// SPDX-License-Identifier: Apache-2.0
// A buffered way out, to a file descriptor or into a string. It exists because a result that did
// not reach the disk must be an error (a full disk, a closed descriptor), and a pipe that nobody
// reads any more must not be one: the reader has seen enough.
#pragma once

#include <string>
#include <string_view>

namespace dcadmin::output {

/// The reader of a pipe has gone; not an error of ours.
struct PipeClosed {};

class Writer {
   public:
    /// What to do when a write fails: results must arrive, talk may be lost without harm.
    enum class Failing { throws, is_ignored };

    explicit Writer(int descriptor, Failing failing = Failing::throws)
        : descriptor_(descriptor), failing_(failing) {}
    /// Appends to `text`, which must outlive the writer.
    explicit Writer(std::string& text) : text_(&text) {}
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;
    /// Throws away what was not flushed: only flush() can tell of an error.
    ~Writer() = default;

    void write(std::string_view text) {
        buffer_.append(text);
        if (buffer_.size() >= flush_at) flush();
    }
    /// Throws PipeClosed, or Error(failed) saying why the rest could not be written.
    void flush();

   private:
    static constexpr std::size_t flush_at = std::size_t{64} * 1024;

    int descriptor_ = -1;
    Failing failing_ = Failing::throws;
    std::string* text_ = nullptr;
    std::string buffer_;
};

}  // namespace dcadmin::output
