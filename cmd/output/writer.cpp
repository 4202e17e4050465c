// SPDX-License-Identifier: Apache-2.0
#include "output/writer.h"

#include <dcadmin/base/say.h>
#include <dcadmin/error.h>

#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace dcadmin::output {

void Writer::flush() {
    if (text_ != nullptr) {
        text_->append(buffer_);
        buffer_.clear();
        return;
    }
    if (held_ || buffer_.empty()) return;
    further_ = nullptr;
    std::string_view rest = buffer_;
    while (!rest.empty()) {
        const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
        if (written >= 0) {
            rest.remove_prefix(static_cast<std::size_t>(written));
            continue;
        }
        const int cause = errno;
        if (cause == EINTR) continue;
        buffer_.clear();
        if (failing_ == Failing::is_ignored) return;
        if (cause == EPIPE) throw PipeClosed{};
        throw Error(Kind::failed, say("the result could not be written whole: {}",
                                      std::generic_category().message(cause)));
    }
    buffer_.clear();
}

void Writer::measure(std::string_view text) {
    for (const char c : text) {
        if ((static_cast<unsigned char>(c) & 0xc0) == 0x80) continue;  // goes on with a character
        if (c == '\n') {
            ++lines_;
            column_ = 0;
        } else if (++column_ > screen_.columns) {
            ++lines_;
            column_ = 1;
        }
    }
    if (lines_ < screen_.rows) return;
    const int to = std::exchange(further_, nullptr)();
    if (to >= 0) before_ = std::exchange(descriptor_, to);
    flush();
}

void Writer::revert() {
    further_ = nullptr;
    if (before_ < 0) return;
    descriptor_ = std::exchange(before_, -1);
    buffer_.clear();
}

}  // namespace dcadmin::output
