// SPDX-License-Identifier: Apache-2.0
// What makes the shell feel at home: completion for it, and the manual pages.
#include "cli/file_state.h"
#include "cli/settings.h"
#include "doctor/findings.h"

#include <dcadmin/base/say.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

namespace dcadmin::commands {
namespace {

struct Shell {
    std::string_view name;
    std::vector<std::string_view> system;  // where packages and cmake --install put it
    std::string_view home;                 // below $HOME
};

std::vector<Shell> shells() {
    return {
        {"bash",
         {"/usr/share/bash-completion/completions/dcadmin",
          "/usr/local/share/bash-completion/completions/dcadmin", "/etc/bash_completion.d/dcadmin"},
         ".local/share/bash-completion/completions/dcadmin"},
        {"zsh",
         {"/usr/share/zsh/vendor-completions/_dcadmin", "/usr/share/zsh/site-functions/_dcadmin",
          "/usr/local/share/zsh/site-functions/_dcadmin"},
         ".zfunc/_dcadmin"},
        {"fish",
         {"/usr/share/fish/vendor_completions.d/dcadmin.fish",
          "/usr/local/share/fish/vendor_completions.d/dcadmin.fish"},
         ".config/fish/completions/dcadmin.fish"},
    };
}

}  // namespace

void check_completion(cli::Context& context, Findings& findings) {
    const auto program = context.environment().find("SHELL").value_or("");
    const auto name = program.substr(program.rfind('/') + 1);
    const auto all = shells();
    const auto shell = std::find_if(all.begin(), all.end(),
                                    [&name](const Shell& known) { return known.name == name; });
    if (shell == all.end()) {
        findings.skipped("completion", name.empty() ? say("SHELL does not say which shell is used")
                                                    : say("there is none for {}", name));
        return;
    }
    std::vector<std::string> places;
    for (const auto path : shell->system) places.push_back(system_path(context, path));
    const auto home = context.environment().find("HOME").value_or(".") + "/";
    places.push_back(home + std::string(shell->home));
    for (const auto& place : places) {
        if (!cli::file_state(place)) continue;
        findings.ok("completion", fmt::format("{}: {}", name, place));
        return;
    }
    findings.warning("completion", say("{} does not complete the words of dcadmin", name),
                     fmt::format("mkdir -p \"$(dirname ~/{0})\" && dcadmin completion {1} > ~/{0}",
                                 shell->home, shell->name));
}

void check_manual(cli::Context& context, Findings& findings) {
    for (const std::string_view folder : {"/usr/share/man", "/usr/local/share/man"}) {
        for (const std::string_view file : {"/man1/dcadmin.1.gz", "/man1/dcadmin.1"}) {
            const auto path = system_path(context, std::string(folder) + std::string(file));
            if (!cli::file_state(path)) continue;
            findings.ok("manual", path);
            return;
        }
    }
    findings.warning("manual", say("man dcadmin finds nothing"),
                     say("dcadmin help, or: apt install dcadmin"));
}

}  // namespace dcadmin::commands
