// SPDX-License-Identifier: Apache-2.0
#include "cli/complete.h"

#include "cli/bulk_line.h"
#include "cli/candidates.h"
#include "cli/context.h"
#include "cli/line.h"
#include "cli/settings.h"
#include "cli/shell_line.h"
#include "commands.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

namespace dcadmin::cli {
namespace {

constexpr std::size_t most_offered = 50;

struct Offer {
    std::vector<Candidate> candidates;
    bool told = false;   // with descriptions, also where there is little room
    std::size_t at = 0;  // where in the word the candidates begin, for files
};

const Option* option_named(const std::vector<Option>& options, std::string_view word) {
    for (const auto& option : options) {
        const bool by_letter = option.letter != 0 && word.size() == 2 && word[1] == option.letter;
        if (word.starts_with("--") ? word.substr(2) == option.name : by_letter) return &option;
    }
    return nullptr;
}

/// All options of the line's command, its own first.
std::vector<Option> options_of(const std::optional<Command>& command) {
    std::vector<Option> options;
    const auto add = [&options](std::vector<Option> more) {
        for (auto& option : more) {
            const auto name = fmt::format("--{}", option.name);
            if (option_named(options, name) == nullptr) options.push_back(std::move(option));
        }
    };
    if (command) {
        add(command->options);
        add(bulk_options(*command));
    }
    add(global_options());
    return options;
}

/// What a line has: the values by the names of their options, those without a name in their order.
struct Given {
    std::map<std::string, std::vector<std::string>, std::less<>> named;
    std::vector<std::string> places;
};

Given given_in(const std::vector<std::string>& words, const std::vector<Option>& options) {
    Given given;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto& word = words[i];
        if (!word.starts_with('-')) {
            given.places.push_back(word);
            continue;
        }
        const auto sign = word.starts_with("--") ? word.find('=') : std::string::npos;
        const auto* option = option_named(options, word.substr(0, sign));
        if (option == nullptr) continue;
        auto& values = given.named[std::string(option->name)];
        if (sign != std::string::npos) {
            values.push_back(word.substr(sign + 1));
        } else if (!option->flag && i + 1 < words.size()) {
            values.push_back(words[++i]);
        }
    }
    return given;
}

class Completion {
   public:
    Completion(const ShellLine& shell, const Environment& environment)
        : before_(shell.before), current_(shell.current), environment_(environment) {}

    Offer find();

   private:
    void read_line();
    void words(Offer& to);
    void verbs(Offer& to) const;
    void names(Offer& to) const;
    void values(Offer& to, const Option& option, std::size_t at);
    std::vector<Candidate> values_of(const Option& option, std::string_view begun) const;
    void offer(Offer& to, std::string_view value, std::string_view about) const {
        if (value.starts_with(current_)) {
            to.candidates.push_back({std::string(value), std::string(translated(about))});
        }
    }

    const std::vector<std::string>& before_;
    const std::string& current_;
    const Environment& environment_;
    Line line_;
    std::optional<Command> command_;
    std::vector<Option> options_;
    Given given_;
};

void Completion::read_line() {
    line_ = find_command(before_);
    if (line_.entry != nullptr) command_ = commands::make(*line_.entry);
    options_ = options_of(command_);
    given_ = given_in(before_, options_);
    if (!command_) return;
    const auto of_verb = command_->verb.empty() ? 0 : std::ranges::count(command_->verb, ' ') + 1;
    auto& places = given_.places;
    places.erase(places.begin(),
                 places.begin() + std::min<std::ptrdiff_t>(1 + of_verb, std::ssize(places)));
    std::size_t next = 0;
    for (const auto& option : command_->options) {
        if (!option.positional) continue;
        do {
            if (next >= places.size()) return;
            given_.named[std::string(option.name)].push_back(places[next++]);
        } while (option.several);
    }
}

Offer Completion::find() {
    read_line();
    Offer found;
    const auto sign = current_.find('=');
    const auto* last = before_.empty() ? nullptr : option_named(options_, before_.back());
    if (last != nullptr && !last->flag) {
        values(found, *last, 0);
    } else if (current_.starts_with("--") && sign != std::string::npos) {
        const auto* option = option_named(options_, current_.substr(0, sign));
        if (option != nullptr && !option->flag) values(found, *option, sign + 1);
    } else if (current_.starts_with('-')) {
        names(found);
    } else {
        words(found);
    }
    return found;
}

// One that may be given once is not offered twice.
void Completion::names(Offer& to) const {
    for (const auto& option : options_) {
        if (option.positional) continue;
        if (!option.several && given_.named.contains(option.name)) continue;
        offer(to, fmt::format("--{}", option.name), option.help);
    }
}

void Completion::words(Offer& to) {
    if (line_.noun.empty()) {
        for (const auto& noun : commands::nouns()) offer(to, noun.name, noun.summary);
        return;
    }
    if (!command_) return verbs(to);
    auto place = given_.places.size();
    for (const auto& option : command_->options) {
        if (!option.positional) continue;
        if (place == 0 || option.several) return values(to, option, 0);
        --place;
    }
    if (place == 0 && file_has_place(*command_)) values(to, *option_named(options_, "--file"), 0);
}

// The next word of each verb that goes on as the line did; once for several.
void Completion::verbs(Offer& to) const {
    const auto done = line_.verb.empty() ? std::string() : line_.verb + " ";
    std::string_view last;
    for (const auto& entry : commands::table()) {
        if (entry.noun != line_.noun || !entry.verb.starts_with(done)) continue;
        const auto rest = entry.verb.substr(done.size());
        const auto word = rest.substr(0, rest.find(' '));
        if (word != last) offer(to, word, commands::make(entry).summary);
        last = word;
    }
}

std::vector<Candidate> Completion::values_of(const Option& option, std::string_view begun) const {
    const Given given = given_in(before_, global_options());
    const auto global = [&](std::string_view name) -> std::optional<std::string> {
        const auto found = given.named.find(name);
        if (found == given.named.end() || found->second.empty()) return std::nullopt;
        return found->second.back();
    };
    Globals globals;
    if (const auto store = global("store")) globals.store = FilePath{*store};
    globals.profile = global("profile");
    const Settings settings(globals, environment_);
    const auto clock = clock_of(environment_);
    Candidates candidates(settings, environment_, *clock, [this](std::string_view name) {
        const auto found = given_.named.find(name);
        return found == given_.named.end() ? std::vector<std::string>{} : found->second;
    });
    return candidates.of(option, begun, most_offered);
}

// From `at` in the word on. Of several values in one word the last is completed, and none twice.
void Completion::values(Offer& to, const Option& option, std::size_t at) {
    const bool fields = option.name == "fields" && command_;
    const auto part =
        option.several ? current_.find_last_of(fields ? ',' : '|') : std::string::npos;
    if (part != std::string::npos && part >= at) at = part + 1;
    constexpr std::string_view of_file = "sqlite:";
    if (option.completion == Complete::store_url &&
        current_.compare(at, of_file.size(), of_file) == 0) {
        to.at = at + of_file.size();
        to.candidates.push_back({std::string(any_file), ""});
        return;
    }
    const auto begun = std::string_view(current_).substr(at);
    std::vector<Candidate> found;
    if (fields) {
        for (const auto& field : command_->fields) {
            if (field.key.starts_with(begun)) {
                found.push_back({std::string(field.key), std::string(field.help)});
            }
        }
    } else {
        found = values_of(option, begun);
    }
    to.at = at;
    to.told = option.completion != Complete::choice;
    auto done = text::split(std::string_view(current_).substr(0, at), fields ? ',' : '|');
    if (const auto given = given_.named.find(option.name);
        option.several && given != given_.named.end()) {
        done.insert(done.end(), given->second.begin(), given->second.end());
    }
    for (auto& candidate : found) {
        if (candidate.value.starts_with(':')) return to.candidates.push_back(std::move(candidate));
        if (std::ranges::find(done, candidate.value) != done.end()) continue;
        candidate.value.insert(0, current_.substr(0, at));
        to.candidates.push_back(std::move(candidate));
    }
}

// The shell completes files itself: bash what follows the last cut, the others need to know where
// in the word the name begins.
void write_files(const Candidate& kind, const Offer& offer, std::string_view shell,
                 const ShellLine& line, output::Writer& out) {
    const auto& word = line.current;
    out.write(fmt::format(
        "{}\t{}\n", kind.value,
        shell == "bash" ? word.substr(std::max(line.kept, offer.at)) : word.substr(0, offer.at)));
}

// bash puts the common beginning of several candidates in place of the word. Where that word was
// part of a name, a last candidate without a beginning in common keeps it as it stands.
void write_for_bash(const Offer& offer, const ShellLine& line, output::Writer& out) {
    const auto& candidates = offer.candidates;
    const bool all_begin = std::ranges::all_of(
        candidates, [&](const Candidate& one) { return one.value.starts_with(line.current); });
    const bool tell = candidates.size() > 1 && (!all_begin || offer.told);
    for (const auto& [value, about] : candidates) {
        const auto rest = std::string_view(value).substr(std::min(line.kept, value.size()));
        const auto word = line.quote == 0 ? quoted_for_bash(rest) : std::string(rest);
        out.write(tell && !about.empty() ? fmt::format("{}  ({})\n", word, text::escaped(about))
                                         : fmt::format("{}\n", word));
    }
    if (tell && !all_begin) out.write("...\n");
}

void write_out(const Offer& offer, std::string_view shell, const ShellLine& line,
               output::Writer& out) {
    if (offer.candidates.size() == 1 && offer.candidates.front().value.starts_with(':')) {
        return write_files(offer.candidates.front(), offer, shell, line, out);
    }
    if (shell == "bash") return write_for_bash(offer, line, out);
    for (const auto& [value, about] : offer.candidates) {
        out.write(fmt::format("{}\t{}\n", value, text::escaped(about)));
    }
}

}  // namespace

void complete(std::span<const std::string> args, output::Writer& out,
              const Environment& environment) {
    try {
        if (args.size() < 2) return;
        std::size_t index = 0;
        const auto& number = args[1];
        std::from_chars(number.data(), number.data() + number.size(), index);
        const auto words = args.subspan(2);
        if (index == 0 || index > words.size()) return;
        const auto line = shell_line(args[0], words, index);
        write_out(Completion(line, environment).find(), args[0], line, out);
    } catch (const Error&) {
        // Nothing to offer.
    }
}

}  // namespace dcadmin::cli
