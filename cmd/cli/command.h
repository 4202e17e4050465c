// SPDX-License-Identifier: Apache-2.0
// A command as data. Each file cmd/<noun>/<verb>.cpp returns one row: what it is called and is for,
// its options, what it needs, the fields it shows, its run, and its form for files. Parsing, help,
// usage errors, completion, manual pages and the columns of --file are read from the row; nothing
// else knows the commands.
#pragma once

#include "cli/exit.h"
#include "cli/option.h"
#include "cli/paging.h"
#include "cli/row_feed.h"
#include "output/renderer.h"
#include "output/view.h"

#include <dcadmin/bulk.h>
#include <dcadmin/env.h>

#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace dcadmin::cli {

class Context;

/// What a command may touch: nothing, the store for reading, the store for writing.
enum class Needs { nothing, read, write };
/// Whether it is about this machine, or could as well be asked of a service.
enum class Runs { here, anywhere };

/// How grave a write is: what a person at a terminal does before it begins. Scripts and --yes are
/// not asked; what an operation itself wants typed, they give with --confirm.
enum class Severity {
    none,   // nothing: it asks by itself, changes little, or is what a timer does
    usual,  // says yes to what is shown
    grave   // types what it is about
};

struct Example {
    std::string_view line;
    std::string_view what;
};

/// The same operation for many rows.
using RunRows =
    std::function<bulk::Summary(const Env&, RowFeed&, const bulk::Options&, const bulk::Sink&)>;

using AnyOptions = std::unique_ptr<void, void (*)(void*)>;

struct Command {
    std::string_view noun;
    std::string_view verb;  // empty for a command that is a noun alone, such as version
    std::string_view summary;
    std::string_view details;
    Needs needs = Needs::nothing;
    Runs runs = Runs::here;
    Severity severity = Severity::usual;   // of a write
    std::string_view typed;                // of a grave one: the option whose value is typed again
    bool only_with_yes = false;            // without --yes it shows what it would do
    bool ends_grants = false;              // files of it are subject to --max-revoke
    bool notifies = false;                 // its changes tell persons of themselves
    std::optional<output::Format> format;  // what it writes when nothing says how
    std::vector<Option> options;
    std::vector<Example> examples;
    std::vector<output::FieldText> fields;

    std::function<AnyOptions()> make_options;
    std::function<std::string(Context&, const void*)> page;  // instead of the options, when asking
    std::function<Exit(Context&, const void*)> run;
    RunRows rows;  // empty when it has no form for files
    Words
        for_people;  // columns of its files that are there to be read by people, and not looked at
    std::function<void(Context&, const void*)> after_rows;  // once a file's rows are done for good

    [[nodiscard]] std::string name() const;  // "grant add"
};

/// What a command's file states, typed by its Options.
template <class O>
struct Row {
    std::string_view summary;
    std::string_view details = {};
    Needs needs = Needs::nothing;
    Runs runs = Runs::anywhere;
    Severity severity = Severity::usual;
    /// Of a grave write without an option --confirm: the option whose value is typed once more;
    /// none: the last word of its name.
    std::string_view typed = {};
    /// What is at stake, in lines; without it the options are shown.
    std::string (*page)(Context&, const O&) = nullptr;
    bool only_with_yes = false;
    bool ends_grants = false;
    bool notifies = false;
    std::optional<output::Format> format = {};
    std::vector<OptionOf<O>> options = {};
    std::vector<Example> examples = {};
    std::vector<output::FieldText> fields = {};
    Exit (*run)(Context&, const O&) = nullptr;
    RunRows rows = {};
    Words for_people = {};
    void (*after_rows)(Context&, const O&) = nullptr;
};

template <class O>
[[nodiscard]] Command command(Row<O> row) {
    Command made;
    made.summary = row.summary;
    made.details = row.details;
    made.needs = row.needs;
    made.runs = row.runs;
    made.severity = row.severity;
    made.typed = row.typed;
    made.only_with_yes = row.only_with_yes;
    made.ends_grants = row.ends_grants;
    made.notifies = row.notifies;
    made.format = row.format;
    for (auto& [option] : row.options) made.options.push_back(std::move(option));
    made.examples = std::move(row.examples);
    made.fields = std::move(row.fields);
    made.make_options = [] {
        return AnyOptions(new O{}, [](void* options) { delete static_cast<O*>(options); });
    };
    if (row.page != nullptr) {
        made.page = [page = row.page](Context& context, const void* options) {
            return page(context, *static_cast<const O*>(options));
        };
    }
    made.run = [run = row.run](Context& context, const void* options) {
        return run(context, *static_cast<const O*>(options));
    };
    made.rows = std::move(row.rows);
    made.for_people = std::move(row.for_people);
    if (row.after_rows != nullptr) {
        made.after_rows = [after = row.after_rows](Context& context, const void* options) {
            after(context, *static_cast<const O*>(options));
        };
    }
    return made;
}

/// The form for files, from the request that Options make and the library's operation on rows:
/// `rows_of(request, [](const Env& env, auto& s, auto& o, auto& k) { return X(env).rows(s, o, k);
/// })`
template <class O, class Request, class Run>
[[nodiscard]] RunRows rows_of(Request (*request)(const O&), Run run) {
    return [request, run](const Env& env, RowFeed& feed, const bulk::Options& options,
                          const bulk::Sink& sink) {
        bulk::Source<Request> source;
        source.next = [&feed, request](bulk::Row<Request>& row) {
            if (!feed.next()) return false;
            row.number = feed.number();
            if (feed.problem()) {
                row.content = *feed.problem();
                return true;
            }
            try {
                row.content = request(*static_cast<const O*>(feed.options()));
            } catch (const Error& error) {
                row.content = error;
            }
            return true;
        };
        source.rewind = [&feed] { feed.rewind(); };
        source.expected_bytes = feed.expected_bytes();
        return run(env, source, options, sink);
    };
}

/// Joins the options of a command with those of its parts.
template <class O>
[[nodiscard]] std::vector<OptionOf<O>> with(std::vector<OptionOf<O>> options,
                                            std::vector<OptionOf<O>> more) {
    for (auto& option : more) options.push_back(std::move(option));
    return options;
}

}  // namespace dcadmin::cli
