// SPDX-License-Identifier: Apache-2.0
// What the program is connected to: its three streams, what is known of the terminal behind them,
// and the environment. All of it is handed to run_cli, so that a test hands in its own.
#pragma once

#include "output/writer.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace dcadmin::cli {

struct Streams {
    int in = 0;           // a file descriptor
    output::Writer& out;  // the result
    output::Writer& err;  // talk
    bool in_terminal = false;
    bool out_terminal = false;
    bool err_terminal = false;
    output::Screen screen = {};                     // the terminal that out is
    std::function<output::Screen()> measured = {};  // the same as it is by now
    std::function<void()> end_pager = {};  // waits until the pager was left, if there is one

    /// All that was written is there to be seen: somebody is asked something now.
    void settle() {
        out.flush();
        if (end_pager) end_pager();
    }
};

struct Environment {
    std::function<std::optional<std::string>(std::string_view)> variable;
    std::function<std::string()> user;  // the operating system's name of who runs it
    std::string system_config = "/etc/dcadmin/config.toml";

    /// Empty counts as absent, as the XDG rules ask.
    [[nodiscard]] std::optional<std::string> find(std::string_view name) const {
        auto value = variable(name);
        if (value && value->empty()) return std::nullopt;
        return value;
    }
};

}  // namespace dcadmin::cli
