// SPDX-License-Identifier: Apache-2.0
#include "bulk/expect.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace dcadmin::bulk {

namespace {

constexpr std::size_t keyed_size = 43;  // of a person's field in an image

Error conflict(std::string message) {
    return {Kind::conflict, std::move(message)};
}

// "grant g-12"
std::string called(const Effect& effect) {
    if (effect.id.empty()) return effect.subject;
    if (effect.id.starts_with("row ")) return say("{} of {}", effect.subject, effect.id);
    return fmt::format("{} {}", effect.subject, effect.id);
}

std::string spoken(const std::string& value) {
    return value.empty() ? say("none") : value;
}

// "now" stands for the moment at which a plan was made, or was applied.
bool agree(const std::string& planned, const std::string& found) {
    if (planned == found) return true;
    const auto moment = [](const std::string& text) {
        return text == "now" || (text.size() == 20 && text.ends_with('Z'));
    };
    return planned == "now" && moment(found);
}

enum class Compared { before, after, done };

std::string sentence(Compared what, const std::string& key, const std::string& planned,
                     const std::string& found) {
    switch (what) {
        case Compared::before:
            return say("{}: the plan expects {}, the store has {}", key, planned, found);
        case Compared::after:
            return say("{}: the plan makes it {}, now it would be {}", key, planned, found);
        case Compared::done:
            return say("{}: the plan makes it {}, the store has {}", key, planned, found);
    }
    return {};
}

void tell(std::string& told, const std::string& key, const std::string& planned,
          const std::string& found, Compared what) {
    if (!told.empty()) told += "; ";
    if (planned.size() == keyed_size || found.size() == keyed_size) {
        told += what == Compared::before ? say("{}: another than the plan expects", key)
                                         : say("{}: another than the plan makes it", key);
        return;
    }
    told += sentence(what, key, spoken(planned), spoken(found));
}

const std::string* value_of(const Image& image, const std::string& key) {
    for (const auto& one : image) {
        if (one.first == key) return &one.second;
    }
    return nullptr;
}

// Keys that both have; `all`: also those that only one has.
std::string differences(const Image& planned, const Image& found, Compared what, bool all) {
    std::string told;
    for (const auto& one : planned) {
        const std::string* there = value_of(found, one.first);
        if (there == nullptr && !all) continue;
        const std::string value = there == nullptr ? std::string() : *there;
        if (!agree(one.second, value)) tell(told, one.first, one.second, value, what);
    }
    for (const auto& one : found) {
        if (all && value_of(planned, one.first) == nullptr) {
            tell(told, one.first, "", one.second, what);
        }
    }
    return told;
}

std::string differences(const std::optional<Image>& planned, const std::optional<Image>& found,
                        Compared what) {
    if (planned.has_value() != found.has_value()) {
        return planned ? say("is not there any more") : say("is there already");
    }
    return planned ? differences(*planned, *found, what, true) : std::string();
}

std::optional<Error> difference(const Effect& planned, const Effect& found) {
    if (planned.subject != found.subject || planned.verb != found.verb || planned.id != found.id) {
        return conflict(say("the plan has {} of {}, now it would be {} of {}", planned.verb,
                            called(planned), found.verb, called(found)));
    }
    auto told = differences(planned.before, found.before, Compared::before);
    if (told.empty()) told = differences(planned.after, found.after, Compared::after);
    if (told.empty()) return std::nullopt;
    return conflict(fmt::format("{}: {}", called(planned), told));
}

std::optional<Error> difference(const std::vector<Effect>& planned,
                                const std::vector<Effect>& found) {
    for (std::size_t i = 0; i < std::min(planned.size(), found.size()); ++i) {
        if (auto problem = difference(planned[i], found[i])) return problem;
    }
    if (planned.size() > found.size()) {
        const Effect& left = planned[found.size()];
        return conflict(say("the plan has {} of {}, now there is nothing to do for it", left.verb,
                            called(left)));
    }
    if (planned.size() < found.size()) {
        const Effect& more = found[planned.size()];
        return conflict(say("now it would also be {} of {}, which the plan does not have",
                            more.verb, called(more)));
    }
    return std::nullopt;
}

// What is there now against what a change should have made.
std::string change_missing(const Effect& planned, Tracer& tracer) {
    const auto now = tracer.current(planned.subject, planned.id);
    if (!now || !planned.after) return {};
    return differences(*planned.after, *now, Compared::done, false);
}

// One of the records that were found must be what should have been made. Why it was asked for does
// not matter; and who was made in the same plan has a name of his own now, which the operation
// itself has compared.
std::string addition_missing(const Effect& planned, const Result& result, Tracer& tracer) {
    Image wanted = planned.after.value_or(Image{});
    std::erase_if(wanted, [](const auto& one) {
        return one.first == "reason" || one.second == "…" || one.second.starts_with("row ");
    });
    std::string told;
    for (const std::string_view id : text::split(result.id, '|')) {
        const auto now = tracer.current(planned.subject, std::string(id));
        if (!now) continue;
        const auto here = differences(wanted, *now, Compared::done, false);
        if (here.empty()) return {};
        if (told.empty()) told = fmt::format("{}: {}", id, here);
    }
    return told;
}

std::optional<Error> not_done_already(const Expected& expected, const Result& result,
                                      Tracer& tracer) {
    for (const Effect& planned : expected.effects) {
        const bool change = planned.before.has_value();
        const auto told =
            change ? change_missing(planned, tracer) : addition_missing(planned, result, tracer);
        if (told.empty()) continue;
        return conflict(change ? fmt::format("{}: {}", called(planned), told)
                               : fmt::format("{} {}", planned.subject, told));
    }
    return std::nullopt;
}

}  // namespace

std::optional<Error> stale(const Expected& expected, const Result& result, Tracer& tracer) {
    const auto& found = tracer.trace().effects;
    if (found.empty()) return not_done_already(expected, result, tracer);
    return difference(expected.effects, found);
}

Error stale(const Error& refusal) {
    return {Kind::conflict, say("the plan has it done, now {}", refusal.message()), refusal.hint(),
            refusal.field()};
}

}  // namespace dcadmin::bulk
