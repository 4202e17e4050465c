// SPDX-License-Identifier: Apache-2.0
// One option of a command, as data: its name, its words for people, and how a text reaches the
// member of the command's Options struct. It is typed where a command states it (OptionOf<O>, made
// from a pointer to member) and untyped inside (Option), so that parser, help, manual, completion
// and the columns of a file are each one piece of code for all commands.
#pragma once

#include "cli/slot.h"

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dcadmin::cli {

struct Option {
    std::string_view name;   // "first-name"; its column is "first_name"
    std::string_view value;  // "INSZ"; empty for a flag
    std::string_view help;
    Words dutch;    // the column's names in Dutch
    Words choices;  // the words it takes, when they are a closed list
    char letter = 0;
    std::string_view without;  // a flag that may have a value, --name=VALUE: the one it has without
    bool flag = false;
    bool required = false;
    bool several = false;
    bool positional = false;
    bool column = true;  // may be a column of a file
    Complete completion = Complete::nothing;

    std::function<void(void* options, std::string_view text, const ParseContext&)> assign;
    std::function<void(void* to, const void* from)> copy;
    std::function<bool(const void* options)> present;
    std::function<std::string(const void* options)> shown;

    [[nodiscard]] std::string column_name() const;
};

template <class O>
struct OptionOf {
    Option option;

    /// Given by its place instead of by name; the name stays, for files.
    [[nodiscard]] OptionOf positional() && {
        option.positional = true;
        return std::move(*this);
    }
    [[nodiscard]] OptionOf letter(char letter) && {
        option.letter = letter;
        return std::move(*this);
    }
    /// Shown instead of the type's name.
    [[nodiscard]] OptionOf value(std::string_view value) && {
        option.value = value;
        return std::move(*this);
    }
    [[nodiscard]] OptionOf choices(Words words) && {
        option.choices = std::move(words);
        option.completion = Complete::choice;
        return std::move(*this);
    }
    [[nodiscard]] OptionOf completes(Complete kind) && {
        option.completion = kind;
        return std::move(*this);
    }
    /// A flag that may be given a value: --name=VALUE.
    [[nodiscard]] OptionOf or_without(std::string_view value, std::string_view without) && {
        option.value = value;
        option.without = without;
        option.flag = true;
        return std::move(*this);
    }
    /// Never a column of a file.
    [[nodiscard]] OptionOf line_only() && {
        option.column = false;
        return std::move(*this);
    }
};

/// States an option: `option("person", &Options::person, "who receives it", {"insz"})`.
template <class O, class T>
[[nodiscard]] OptionOf<O> option(std::string_view name, T O::*member, std::string_view help,
                                 Words dutch = {}) {
    using Shape = Slot<T>;
    using Type = ArgType<typename Shape::Item>;
    OptionOf<O> made;
    auto& option = made.option;
    option.name = name;
    option.help = help;
    option.value = Shape::flag ? std::string_view{} : Type::name;
    option.dutch = std::move(dutch);
    option.choices = Type::choices();
    option.flag = Shape::flag;
    option.required = Shape::required;
    option.several = Shape::several;
    option.completion = Type::completion;
    option.assign = [member](void* options, std::string_view text, const ParseContext& context) {
        Shape::assign(static_cast<O*>(options)->*member, text, context);
    };
    option.copy = [member](void* to, const void* from) {
        static_cast<O*>(to)->*member = static_cast<const O*>(from)->*member;
    };
    option.present = [member](const void* options) {
        return Shape::present(static_cast<const O*>(options)->*member);
    };
    option.shown = [member](const void* options) {
        return Shape::shown(static_cast<const O*>(options)->*member);
    };
    return made;
}

/// The options of a part, such as the paging of a list, as options of the whole that holds it.
template <class O, class Part>
[[nodiscard]] std::vector<OptionOf<O>> options_of(Part O::*part,
                                                  std::vector<OptionOf<Part>> options) {
    const auto into = [part](void* whole) -> void* { return &(static_cast<O*>(whole)->*part); };
    const auto in = [part](const void* whole) -> const void* {
        return &(static_cast<const O*>(whole)->*part);
    };
    std::vector<OptionOf<O>> all;
    for (auto& [option] : options) {
        OptionOf<O> lifted{option};
        lifted.option.assign = [into, assign = option.assign](void* whole, std::string_view text,
                                                              const ParseContext& context) {
            assign(into(whole), text, context);
        };
        lifted.option.copy = [into, in, copy = option.copy](void* to, const void* from) {
            copy(into(to), in(from));
        };
        lifted.option.present = [in, present = option.present](const void* whole) {
            return present(in(whole));
        };
        lifted.option.shown = [in, shown = option.shown](const void* whole) {
            return shown(in(whole));
        };
        all.push_back(std::move(lifted));
    }
    return all;
}

}  // namespace dcadmin::cli
