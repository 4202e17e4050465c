// SPDX-License-Identifier: Apache-2.0
#include "cli/run.h"

#include "cli/agreement.h"
#include "cli/ask.h"
#include "cli/bulk.h"
#include "cli/complete.h"
#include "cli/context.h"
#include "cli/help.h"
#include "cli/line.h"
#include "cli/manual.h"
#include "cli/pager.h"
#include "cli/parse.h"
#include "cli/report.h"
#include "cli/speech.h"
#include "cli/texts.h"
#include "cli/watch.h"
#include "commands.h"

#include <dcadmin/base/say.h>
#include <dcadmin/error.h>

#include <fmt/format.h>

#include <exception>

namespace dcadmin::cli {
namespace {

/// An organisation that is needed and not named is that of the environment or the profile.
void fill_organisation(Context& context, void* options, BulkLine& line) {
    for (const auto& option : context.command().options) {
        if (option.name != "org" || !option.required || option.present(options)) continue;
        if (const auto org = context.settings().org()) {
            option.assign(options, org->digits(), context.parse_context(option.name));
            line.texts.emplace_back(option.column_name(), org->digits());
        }
    }
}

Exit run_command(const Line& line, std::span<const std::string> args, Streams& streams,
                 const Environment& environment) {
    const auto command = commands::make(*line.entry);
    const auto clock = clock_of(environment);
    auto parsed = parse_options(command, line.rest, clock->today());
    Context context(command, parsed.globals, *clock, streams, environment, args);
    fill_organisation(context, parsed.options.get(), parsed.bulk);
    if (parsed.globals.watch) return watch(command, parsed, streams, environment, args);
    if (parsed.bulk.file && command.only_with_yes && !parsed.globals.yes) {
        parsed.bulk.dry_run = true;
        context.note("judged only: nothing is changed without --yes");
    }
    if (parsed.bulk.file) return run_file(context, parsed.bulk, parsed.options.get());
    refuse_file_options(parsed.bulk);
    ask_missing(context, parsed);
    refuse_missing(command, parsed.options.get());
    const auto& bulk = parsed.bulk;
    const bool as_row =
        bulk.dry_run || bulk.notify || bulk.max_revoke || bulk.yes_revoke || bulk.plan;
    if (!as_row && !command.fields.empty()) context.out().require_known(command.fields);
    if (!bulk.dry_run && !bulk.plan) require_agreement(context, parsed.options.get());
    if (as_row) return run_single_row(context, bulk, parsed.options.get());
    return command.run(context, parsed.options.get());
}

Exit dispatch(std::span<const std::string> args, Streams& streams, const Environment& environment) {
    if (!args.empty() && args[0] == "__complete") {
        complete(args.subspan(1), streams.out, environment);
        return Exit::ok;
    }
    if (args.size() == 1 && args[0] == "__texts") {
        streams.out.write(table_texts());
        return Exit::ok;
    }
    if (args.size() == 2 && args[0] == "__manual") {
        write_manual(args[1]);
        return Exit::ok;
    }
    const auto line = find_command(args);
    if (line.noun.empty()) {
        if (line.help) {
            streams.out.write(help_overview());
            return Exit::ok;
        }
        throw Error(Kind::usage, "which command?", "see: dcadmin help");
    }
    if (line.entry == nullptr) {
        streams.out.write(help_noun(line.noun));
        return Exit::ok;
    }
    if (line.help) {
        streams.out.write(help_command(commands::make(*line.entry)));
        return Exit::ok;
    }
    return run_command(line, args, streams, environment);
}

/// Nothing more can be told when not even this can be written.
void flush_quietly(output::Writer& writer) {
    try {
        writer.flush();
    } catch (const Error&) {
    } catch (const output::PipeClosed&) {
    }
}

}  // namespace

int run_cli(std::span<const std::string> args, Streams& streams, const Environment& environment) {
    Pager pager(args, streams, environment);
    Exit exit = Exit::ok;
    // The manual is English, and so is what is there to be translated.
    const bool made = !args.empty() && (args[0] == "__manual" || args[0] == "__texts");
    speak(made ? "en" : language_of(args, environment));
    const auto fail = [&](const Error& error) {
        flush_quietly(streams.out);
        exit = report(error, wants_json(args, environment), streams.err);
    };
    try {
        exit = dispatch(args, streams, environment);
        streams.out.flush();
    } catch (const output::PipeClosed&) {
        exit = Exit::ok;
    } catch (const Error& error) {
        fail(error);
    } catch (const std::exception& error) {
        fail(Error(Kind::failed, say("unexpected: {}", error.what())));
    }
    pager.end();
    flush_quietly(streams.err);
    speak("en");
    return static_cast<int>(exit);
}

}  // namespace dcadmin::cli
