// SPDX-License-Identifier: Apache-2.0
#include "cli/watch.h"

#include "cli/again.h"
#include "cli/context.h"
#include "cli/report.h"
#include "cli/stop_signals.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace dcadmin::cli {
namespace {

constexpr std::uint64_t longest = 24 * 60 * 60;
constexpr std::string_view clear_all = "\x1b[2J";
constexpr std::string_view first_line = "\x1b[H";
constexpr std::string_view clear_rest_of_line = "\x1b[K";
constexpr std::string_view clear_below = "\x1b[J";

[[noreturn]] void refuse(std::string why, std::string hint) {
    throw Error(Kind::usage, std::move(why), std::move(hint), "watch");
}

void require_watchable(const Command& command, const Parsed& parsed, const Streams& streams) {
    const auto& globals = parsed.globals;
    if (command.needs != Needs::read || command.fields.empty()) {
        refuse(say("'{}' is nothing to watch", command.name()),
               say("lists can be watched, and what else only reads the store"));
    }
    if (!streams.out_terminal) {
        refuse(say("--watch draws on a terminal, and there is none"), say("leave --watch out"));
    }
    if (globals.output.value_or(output::Format::table) != output::Format::table) {
        refuse(say("--watch shows a table, and no other format"),
               say("leave --output or --watch out"));
    }
    if (globals.reveal) {
        refuse(say("--watch does not go with --reveal: each look would be recorded"),
               say("leave --reveal or --watch out"));
    }
    if (*globals.watch < 1 || *globals.watch > longest) {
        refuse(say("the number {} of --watch is not from 1 second to a day", *globals.watch), "");
    }
}

std::string heading(const Context& context, std::span<const std::string> args) {
    std::string line =
        say("every {} s, {}: dcadmin", *context.globals().watch, context.clock().now().formatted());
    for (const auto& word : args) {
        if (word == "--watch" || word.starts_with("--watch=")) continue;
        line += " " + shell_quoted(word);
    }
    return text::escaped(line);
}

/// One look at it, as it would be shown: the table with what is said about it beneath.
std::string look(const Command& command, const Parsed& parsed, const Streams& real,
                 const Environment& environment, std::span<const std::string> args, bool first) {
    std::string result;
    std::string talk;
    output::Writer out(result);
    output::Writer err(talk);
    Streams streams{.in = real.in,
                    .out = out,
                    .err = err,
                    .in_terminal = false,
                    .out_terminal = true,
                    .err_terminal = false,
                    .screen = real.screen};
    const auto clock = clock_of(environment);
    Context context(command, parsed.globals, *clock, streams, environment, args);
    if (!first) context.look_again();
    const auto head = heading(context, args);
    if (context.settings().output() != output::Format::table) {
        refuse(say("--watch shows a table, and another format is set"), say("add --output table"));
    }
    try {
        static_cast<void>(command.run(context, parsed.options.get()));
    } catch (const Error& error) {
        if (error.kind() != Kind::busy || first) throw;
        report(error, false, err);  // the next look may find it free
    }
    out.flush();
    err.flush();
    return fmt::format("{}\n\n{}{}", head, result, talk);
}

}  // namespace

std::string frame_of(std::string_view text, output::Screen screen) {
    const std::size_t rows = std::max(screen.rows, 3U) - 1;
    if (text.ends_with('\n')) text.remove_suffix(1);
    const auto lines = text::split(text, '\n');
    const auto shown = lines.size() > rows ? rows - 1 : lines.size();
    std::string frame(first_line);
    const auto draw = [&frame](std::string_view line) {
        frame += fmt::format("{}{}\n", line, clear_rest_of_line);
    };
    for (std::size_t i = 0; i < shown; ++i) {
        // The heading may be bold, and fits.
        const bool bold = lines[i].find('\x1b') != std::string_view::npos;
        draw(bold ? std::string(lines[i]) : text::fitted(lines[i], screen.columns));
    }
    if (shown < lines.size()) draw(say("… {} more lines", lines.size() - shown));
    return frame + std::string(clear_below);
}

Exit watch(const Command& command, const Parsed& parsed, Streams& streams,
           const Environment& environment, std::span<const std::string> args) {
    require_watchable(command, parsed, streams);
    refuse_missing(command, parsed.options.get());
    const StopSignals signals;
    for (bool first = true;; first = false) {
        if (streams.measured) streams.screen = streams.measured();
        if (streams.screen.rows == 0) streams.screen.rows = 24;
        const auto text = look(command, parsed, streams, environment, args, first);
        if (first) streams.out.write(clear_all);
        streams.out.write(frame_of(text, streams.screen));
        streams.out.flush();
        if (StopSignals::wait(std::chrono::seconds(*parsed.globals.watch))) break;
    }
    return StopSignals::seen() == SIGTERM ? Exit::terminated : Exit::interrupted;
}

}  // namespace dcadmin::cli
