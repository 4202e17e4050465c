// SPDX-License-Identifier: Apache-2.0
#include "cli/complete.h"

#include "cli/bulk_line.h"
#include "cli/candidates.h"
#include "cli/line.h"
#include "cli/settings.h"
#include "commands.h"

#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

namespace dcadmin::cli {
namespace {

/// The line so far, as completion sees it.
struct Situation {
    std::vector<std::string> before;  // the words before the one to complete
    std::string current;
};

/// bash cuts words at '=' and ':'; this puts them together again. An address such as sqlite:x.db
/// is only read when it stands before the word to complete, so a colon never ends the line.
Situation situation_of(std::span<const std::string> words, std::size_t index) {
    std::vector<std::string> joined;
    bool open = false;  // the last word goes on
    for (std::size_t i = 1; i <= index; ++i) {
        const auto word = i < words.size() ? words[i] : std::string();
        const bool sign =
            !joined.empty() && (word == ":" || (word == "=" && joined.back().starts_with("--")));
        if (sign || open) {
            joined.back() += word;
        } else {
            joined.push_back(word);
        }
        open = sign;
    }
    Situation situation;
    if (joined.empty()) return situation;
    situation.current = std::move(joined.back());
    joined.pop_back();
    situation.before = std::move(joined);
    return situation;
}

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

/// How many words of the line stand for values by place.
std::size_t places_taken(const Situation& situation, const Command& command,
                         const std::vector<Option>& options) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < situation.before.size(); ++i) {
        const auto& word = situation.before[i];
        if (!word.starts_with('-')) {
            ++count;
            continue;
        }
        const auto* option = option_named(options, word);
        if (option != nullptr && !option->flag) ++i;
    }
    const auto of_verb = command.verb.empty() ? 0 : std::ranges::count(command.verb, ' ') + 1;
    const std::size_t command_words = 1 + static_cast<std::size_t>(of_verb);
    return count > command_words ? count - command_words : 0;
}

class Completion {
   public:
    Completion(Situation situation, const Environment& environment)
        : situation_(std::move(situation)), environment_(environment) {}

    std::vector<Candidate> find();

   private:
    void words(std::vector<Candidate>& to);
    void verbs(std::vector<Candidate>& to) const;
    void values(std::vector<Candidate>& to, const Option& option, std::string_view begun,
                const std::string& before);
    void offer(std::vector<Candidate>& to, std::string_view value, std::string_view about) const {
        if (value.starts_with(situation_.current))
            to.push_back({std::string(value), std::string(about)});
    }

    Situation situation_;
    const Environment& environment_;
    Line line_;
    std::optional<Command> command_;
    std::vector<Option> options_;
};

std::vector<Candidate> Completion::find() {
    line_ = find_command(situation_.before);
    if (line_.entry != nullptr) command_ = commands::make(*line_.entry);
    options_ = options_of(command_);

    std::vector<Candidate> candidates;
    const auto& current = situation_.current;
    const auto sign = current.find('=');
    const auto* last =
        situation_.before.empty() ? nullptr : option_named(options_, situation_.before.back());
    if (last != nullptr && !last->flag) {
        values(candidates, *last, current, "");
    } else if (current.starts_with("--") && sign != std::string::npos) {
        const auto* option = option_named(options_, current.substr(0, sign));
        if (option != nullptr) {
            values(candidates, *option, current.substr(sign + 1), current.substr(0, sign + 1));
        }
    } else if (current.starts_with('-')) {
        for (const auto& option : options_) {
            if (!option.positional)
                offer(candidates, fmt::format("--{}", option.name), option.help);
        }
    } else {
        words(candidates);
    }
    return candidates;
}

void Completion::words(std::vector<Candidate>& to) {
    if (line_.noun.empty()) {
        for (const auto& noun : commands::nouns()) offer(to, noun.name, noun.summary);
        return;
    }
    if (!command_) {
        return verbs(to);
    }
    auto place = places_taken(situation_, *command_, options_);
    for (const auto& option : command_->options) {
        if (!option.positional) continue;
        if (place == 0 || option.several) return values(to, option, situation_.current, "");
        --place;
    }
    const auto* file = option_named(options_, "--file");
    if (place == 0 && file_has_place(*command_)) values(to, *file, situation_.current, "");
}

// The next word of each verb that goes on as the line did; once for several.
void Completion::verbs(std::vector<Candidate>& to) const {
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

void Completion::values(std::vector<Candidate>& to, const Option& option, std::string_view begun,
                        const std::string& before) {
    std::vector<Candidate> found;
    if (option.name == "fields" && command_) {
        for (const auto& field : command_->fields) {
            found.push_back({std::string(field.key), std::string(field.help)});
        }
        const auto comma = begun.rfind(',');
        const auto done =
            comma == std::string_view::npos ? "" : std::string(begun.substr(0, comma + 1));
        for (auto& candidate : found) candidate.value.insert(0, done);
    } else if (option.completion == Complete::choice) {
        for (const auto word : option.choices) found.push_back({std::string(word), ""});
    } else {
        for (auto& candidate :
             candidates_of(option.completion, begun, situation_.before, environment_)) {
            to.push_back({before + candidate.value, candidate.about});
        }
        return;
    }
    for (const auto& candidate : found) {
        if (candidate.value.starts_with(begun))
            to.push_back({before + candidate.value, candidate.about});
    }
}

void write_out(const std::vector<Candidate>& candidates, std::string_view shell,
               std::string_view current, output::Writer& out) {
    if (shell != "bash") {
        for (const auto& [value, about] : candidates) {
            out.write(fmt::format("{}\t{}\n", value, text::escaped(about)));
        }
        return;
    }
    // bash has cut the line at '=' and completes what follows. It puts the common beginning of
    // several candidates in place of the word: where that word was part of a name, a last candidate
    // without a beginning in common keeps it as it stands.
    const auto sign = current.starts_with("--") ? current.find('=') : std::string_view::npos;
    const auto cut = sign == std::string_view::npos ? 0 : sign + 1;
    bool all_begin = true;
    for (const auto& candidate : candidates)
        all_begin = all_begin && candidate.value.starts_with(current);
    const bool explain = candidates.size() > 1 && !all_begin;
    for (const auto& [value, about] : candidates) {
        const auto word = std::string_view(value).substr(std::min(cut, value.size()));
        out.write(explain ? fmt::format("{}  ({})\n", word, text::escaped(about))
                          : fmt::format("{}\n", word));
    }
    if (explain) out.write("...\n");
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
        auto situation = situation_of(words, index);
        const auto current = situation.current;
        write_out(Completion(std::move(situation), environment).find(), args[0], current, out);
    } catch (const Error&) {
        // Nothing to offer.
    }
}

}  // namespace dcadmin::cli
