// SPDX-License-Identifier: Apache-2.0
// A buffered way out, to a file descriptor or into a string. It exists because a result that did
// not reach the disk must be an error (a full disk, a closed descriptor), and a pipe that nobody
// reads any more must not be one: the reader has seen enough.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace dcadmin::output {

/// The reader of a pipe has gone; not an error of ours.
struct PipeClosed {};

/// A terminal's size in characters; no rows: not known.
struct Screen {
    unsigned columns = 80;
    unsigned rows = 0;
};

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
        if (further_) return measure(text);
        if (buffer_.size() >= flush_at && !held_) flush();
    }
    /// Throws PipeClosed, or Error(failed) saying why the rest could not be written.
    void flush();

    /// What is longer than the screen goes to the descriptor that `further` gives, all of it; -1:
    /// where it would have gone. What is flushed before it is that long goes its usual way.
    void divert(Screen screen, std::function<int()> further) {
        screen_ = screen;
        further_ = std::move(further);
    }
    /// Back to where it went before. Throws away what was not flushed.
    void revert();
    /// Keeps even what is flushed, until it is let go.
    void hold() { held_ = true; }
    void let_go() { held_ = false; }

   private:
    static constexpr std::size_t flush_at = std::size_t{64} * 1024;

    void measure(std::string_view text);

    int descriptor_ = -1;
    Failing failing_ = Failing::throws;
    std::string* text_ = nullptr;
    std::string buffer_;
    bool held_ = false;

    Screen screen_;
    std::function<int()> further_;  // until it is known how long it is
    unsigned lines_ = 0;
    unsigned column_ = 0;
    int before_ = -1;  // the descriptor, while it is another
};

}  // namespace dcadmin::output
