// SPDX-License-Identifier: Apache-2.0
#include "cli/request_feed.h"

#include "commands.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include <fmt/format.h>

#include <algorithm>

namespace dcadmin::cli {

Command command_named(std::string_view name) {
    for (const auto& entry : commands::table()) {
        const auto whole = entry.verb.empty() ? std::string(entry.noun)
                                              : fmt::format("{} {}", entry.noun, entry.verb);
        if (whole != name) continue;
        auto command = commands::make(entry);
        if (command.rows) return command;
    }
    throw Error(Kind::usage,
                say("the plan has a row of '{}', which is no command that changes records",
                    text::escaped(name)),
                "make the plan anew with this program");
}

bool RequestFeed::fill() {
    if (held_) return true;
    NumberedRequest next;
    if (!source_.next(next)) return false;
    held_ = std::move(next);
    return true;
}

bool RequestFeed::begin_segment() {
    if (!fill()) return false;
    if (command_ && command_->name() == held_->request.command) return true;
    made_.reset();
    given_.reset();
    command_ = command_named(held_->request.command);
    given_ = command_->make_options();
    made_ = command_->make_options();
    options_ = made_.get();
    if (common_.command != held_->request.command) return true;
    for (const auto& [column, text] : common_.columns) assign(given_.get(), column, text);
    return true;
}

void RequestFeed::assign(void* options, std::string_view column, std::string_view text) const {
    for (const auto& option : command_->options) {
        if (option.column_name() == column) {
            option.assign(options, text, {today_, option.name});
            return;
        }
    }
    throw Error(Kind::usage,
                say("'{}' has no column '{}'", command_->name(), text::escaped(column)));
}

bool RequestFeed::next() {
    if (!fill() || held_->request.command != command_->name()) return false;
    const NumberedRequest row = *std::move(held_);
    held_.reset();
    number_ = row.number;
    problem_.reset();
    try {
        const auto blank = command_->make_options();
        for (const auto& option : command_->options) {
            const auto named = [&](const auto& cell) { return cell.first == option.column_name(); };
            const bool own =
                std::any_of(row.request.columns.begin(), row.request.columns.end(), named);
            // A list begins anew with every row.
            option.copy(made_.get(), own ? blank.get() : given_.get());
        }
        for (const auto& [column, text] : row.request.columns) assign(made_.get(), column, text);
        for (const auto& option : command_->options) {
            if (!option.required || option.present(made_.get())) continue;
            throw Error(Kind::usage, say("{} is missing", option.column_name()));
        }
    } catch (const Error& error) {
        problem_ = error;
    }
    return true;
}

void RequestFeed::rewind() {
    source_.rewind();
    held_.reset();
}

void run_segments(const Env& env, RequestFeed& feed, const bulk::Options& options,
                  const bulk::Sink& sink) {
    while (feed.begin_segment()) {
        static_cast<void>(feed.command().rows(env, feed, options, sink));
    }
}

}  // namespace dcadmin::cli
