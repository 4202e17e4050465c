// SPDX-License-Identifier: Apache-2.0
#include "cli/typed_line.h"

#include <unistd.h>

#include <cerrno>

namespace dcadmin::cli {

std::string read_typed_line(int descriptor) {
    constexpr std::size_t longest = 1000;
    std::string line;
    for (char c = 0; line.size() < longest;) {
        const auto count = read(descriptor, &c, 1);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0 || c == '\n') break;
        line += c;
    }
    if (line.ends_with('\r')) line.pop_back();
    return line;
}

}  // namespace dcadmin::cli
