// SPDX-License-Identifier: Apache-2.0
// The modules, and the store with the clock that its log goes by.
#include "cli/file_state.h"
#include "doctor/findings.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>
#include <dcadmin/health.h>
#include <dcadmin/store.h>

#include <fmt/format.h>

namespace dcadmin::commands {
namespace {

// What a pass over the pages costs no more than a second or two.
constexpr std::uint64_t most_bytes = std::uint64_t{256} * 1024 * 1024;

std::string file_of(const std::string& url) {
    constexpr std::string_view scheme = "sqlite:";
    return url.starts_with(scheme) ? url.substr(scheme.size()) : url;
}

std::string size_of(std::uint64_t bytes) {
    constexpr std::uint64_t mebi = std::uint64_t{1024} * 1024;
    return fmt::format("{} MiB", bytes / mebi);
}

std::string set_the_clock() {
    return say("set the clock: timedatectl set-ntp true");
}

// The newest change the log has cannot be of tomorrow: then the clock went back, and terms with it.
void compare_with_log(cli::Context& context, const health::StoreState& state, Findings& findings) {
    constexpr std::int64_t tolerated = 60;  // two machines that share a store
    if (!state.newest_change) {
        findings.ok("log", say("no change yet"));
        return;
    }
    const auto now = context.clock().now();
    if (state.newest_change->seconds() <= now.seconds() + tolerated) {
        findings.ok("log", say("newest change {}", state.newest_change->formatted()));
        return;
    }
    findings.problem("log",
                     say("its newest change is of {}, but the clock says {}",
                         state.newest_change->formatted(), now.formatted()),
                     set_the_clock());
}

void look_into(cli::Context& context, const Store& store, Findings& findings) {
    const auto state = health::look_at(store, most_bytes);
    if (!state.damage.empty()) {
        findings.problem("integrity", state.damage.front(),
                         say("keep a copy of the file, and take up the newest backup; dcadmin "
                             "store check tells more"));
    } else if (state.looked_through) {
        findings.ok("integrity", say("its pages are whole"));
    } else {
        findings.skipped("integrity",
                         Store::on_server(store.url()) ? say("the server sees to its own pages")
                                                       : say("too large for a glance"),
                         "dcadmin store check");
    }
    compare_with_log(context, state, findings);
}

}  // namespace

void check_modules(cli::Context& context, Findings& findings) {
    bool on_server = false;
    findings.check("settings", [&] { on_server = Store::on_server(context.settings().store()); });
    for (const auto& module : health::modules()) {
        const auto name = "module " + module.name;
        const bool needed = module.name != "postgres" || on_server;
        if (module.problem.empty()) {
            findings.ok(name, say("for {}", module.what_for));
        } else if (needed) {
            findings.problem(name, module.problem, module.remedy);
        } else {
            findings.skipped(name, say("not installed; for {}", module.what_for), module.remedy);
        }
    }
}

void check_store(cli::Context& context, Findings& findings) {
    const auto address = context.settings().address();
    const auto status = Store::status(address);
    findings.ok("store", fmt::format("{}, {}", status.url, size_of(status.bytes)));
    if (status.schema != status.supported) {
        const bool older = status.schema < status.supported;
        findings.problem("schema",
                         say("version {} of the tables; this program works with {}", status.schema,
                             status.supported),
                         older ? say("dcadmin store backup FILE, then dcadmin store migrate")
                               : say("install the newer dcadmin that wrote it"));
        return;
    }
    findings.ok("schema", say("version {}", status.schema));
    findings.check("integrity",
                   [&] { look_into(context, Store::open(address, StoreAccess::read), findings); });
}

void check_clock(cli::Context& context, Findings& findings) {
    constexpr int first_year = 2026;  // of the program
    constexpr int last_year = 2100;
    const auto now = context.clock().now();
    const int year = now.brussels_day().year();
    if (year < first_year || year > last_year) {
        findings.problem("clock", say("it is {} by this machine", now.formatted()),
                         set_the_clock());
    } else {
        findings.ok("clock", say("{} in Brussels", now.formatted()));
    }
    const auto zone = system_path(context, "/usr/share/zoneinfo/Europe/Brussels");
    if (cli::file_state(zone)) {
        findings.ok("time zone", say("Europe/Brussels is known"));
    } else {
        findings.warning("time zone", say("timers at an hour of Brussels need Europe/Brussels"),
                         "apt install tzdata");
    }
}

void check_disk(cli::Context& context, Findings& findings) {
    constexpr std::uint64_t least = std::uint64_t{64} * 1024 * 1024;
    constexpr std::uint64_t roomy = std::uint64_t{1024} * 1024 * 1024;
    const auto url = context.settings().store();
    if (Store::on_server(url)) {
        findings.skipped("disk", say("the store is on a server"));
        return;
    }
    const auto file = file_of(url);
    const auto free = cli::free_bytes(file);
    if (!free) {
        findings.skipped("disk", say("what is free beside '{}' cannot be told", file));
        return;
    }
    const auto told = say("{} free beside the store", size_of(*free));
    if (*free < least) {
        findings.problem("disk", told, say("make room, before a change cannot be written"));
    } else if (*free < roomy) {
        findings.warning(
            "disk", told,
            say("make room: a large file of grants, a backup and store compact need it"));
    } else {
        findings.ok("disk", told);
    }
}

}  // namespace dcadmin::commands
