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

}  // namespace dcadmin::output
