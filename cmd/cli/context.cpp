// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"

#include "cli/new_file.h"
#include "cli/typed_line.h"

#include <dcadmin/access.h>
#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>
#include <dcadmin/persons.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>

namespace dcadmin::cli {
namespace {

std::vector<std::string> field_names(const Globals& globals) {
    std::vector<std::string> names;
    for (const auto& given : globals.fields) {
        for (const auto name : text::split(given, ',')) {
            names.push_back(text::ascii_lower(text::trimmed(name)));
        }
    }
    return names;
}

// What the account of the operating system answers for, and what signs in by itself.
bool works_unsigned(const Command& command) {
    constexpr std::array<std::string_view, 2> nouns{"store", "auth"};
    const bool noun = std::ranges::find(nouns, command.noun) != nouns.end();
    return noun || command.name() == "notice send";
}

}  // namespace

std::unique_ptr<Clock> clock_of(const Environment& environment) {
#ifdef DCADMIN_TESTING
    if (const auto now = environment.find("DCADMIN_NOW")) {
        return std::make_unique<FixedClock>(Timestamp::parse(*now));
    }
#else
    static_cast<void>(environment);
#endif
    return std::make_unique<SystemClock>();
}

Context::Context(const Command& command, const Globals& globals, const Clock& clock,
                 Streams& streams, const Environment& environment,
                 std::span<const std::string> words)
    : command_(command),
      globals_(globals),
      clock_(clock),
      streams_(streams),
      environment_(environment),
      words_(words) {}

const Settings& Context::settings() {
    if (!settings_) settings_.emplace(globals_, environment_);
    return *settings_;
}

output::Out& Context::out() {
    if (out_) return *out_;
    const auto color = settings().color();
    // What is made for a program to read stays so, unless the line itself says otherwise.
    const bool of_its_own = command_.format && !globals_.output;
    const output::Style style{
        .format = of_its_own ? *command_.format : settings().output(),
        .reveal = globals_.reveal,
        .spreadsheet = globals_.spreadsheet,
        .bold = color == Color::always || (color == Color::automatic && streams_.out_terminal),
        .columns = streams_.out_terminal ? streams_.screen.columns : 0};
    out_.emplace(streams_.out, style, field_names(globals_),
                 [this](std::string_view line) { note(line); });
    return *out_;
}

const Env& Context::env() {
    if (env_) return *env_;
    open_env(token());
    if (!works_unsigned(command_)) require_sign_in(*env_);
    if (!env_->actor.token.empty()) {
        if (globals_.as) {
            throw Error(Kind::usage, "you are signed in, so --as has no meaning",
                        "act as yourself, or end the session: dcadmin auth logout", "as");
        }
        if (!looks_again_) Sessions(*env_).use();
    }
    if (globals_.reveal) Persons(*env_).record_reveal(command_.name());
    return *env_;
}

const Env& Context::env_of_nobody() {
    if (!env_) open_env({});
    return *env_;
}

void Context::open_env(std::string token) {
    // Revealing is recorded in the store, and using a session keeps it open: both write.
    const bool write = command_.needs == Needs::write || globals_.reveal || !token.empty();
    const auto address = settings().address();
    detail(say("store {}", address.url));
    store_.emplace(Store::open(address, write ? StoreAccess::write : StoreAccess::read));
    if (const auto outside = settings().person_register(); outside && write) {
        person_register_ = open_person_register(*outside);
    }
    const bool proven = !token.empty();
    env_.emplace(Env{*store_,
                     clock_,
                     {environment_.user(), proven ? std::nullopt : settings().as(clock_.today()),
                      std::move(token)},
                     command_.name(),
                     settings().language(),
                     person_register_.get()});
}

void Context::note(std::string_view text) {
    if (!globals_.quiet) warn(text);
}

void Context::warn(std::string_view text) {
    streams_.out.flush();
    streams_.err.write(fmt::format("{}\n", text::escaped(translated(text))));
    streams_.err.flush();
}

void Context::detail(std::string_view text) {
    if (globals_.verbose) note(text);
}

bool Context::may_ask() const {
    return streams_.in_terminal && streams_.err_terminal && !globals_.yes && !globals_.no_input;
}

bool Context::confirmed(std::string_view question) {
    if (!may_ask()) return true;
    streams_.settle();
    streams_.err.write(say("{} [y/N] ", translated(question)));
    streams_.err.flush();
    const auto answer = text::ascii_lower(text::trimmed(read_typed_line(streams_.in)));
    constexpr std::array<std::string_view, 6> agreeing{"y", "yes", "j", "ja", "o", "oui"};
    return std::ranges::find(agreeing, answer) != agreeing.end();
}

std::optional<std::string> Context::typed(std::string_view question) {
    if (!may_ask()) return std::nullopt;
    streams_.settle();
    streams_.err.write(translated(question));
    streams_.err.flush();
    return std::string(text::trimmed(read_typed_line(streams_.in)));
}

void Context::make_store_folder() {
    const auto setting = settings().found("store");
    constexpr std::string_view scheme = "sqlite:";
    if (setting->source != "default" || !setting->value.starts_with(scheme)) return;
    make_own_folder(
        std::filesystem::path(setting->value.substr(scheme.size())).parent_path().string());
}

void Context::keep_setting(std::string_view key, std::string_view value) {
    const auto path = config_path(environment_);
    auto config = ConfigFile::read(path);
    config.set(settings().profile(), std::string(key), checked_setting(key, value));
    config.write(path);
}

void Context::remark(bool changed, std::string_view remark) {
    if (!changed) note("unchanged: it was so already");
    if (!remark.empty()) note(remark);
}

}  // namespace dcadmin::cli
