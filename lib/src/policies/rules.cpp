// SPDX-License-Identifier: Apache-2.0
#include "policies/rules.h"

#include <dcadmin/base/date.h>
#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

namespace dcadmin::policies {

namespace {

constexpr auto policies = std::to_array<Known>({
    // The audit and consultation logs are kept ten years (access.md, section 6, U24).
    {"retention", "10y",
     "how long a person's data are kept after his last relation, right or office", ""},
    {"review_unanswered", "keep", "what closing a review does with the rights that nobody judged",
     "keep|revoke"},
    {"self_grant", "allow", "whether an administrator may grant a right to himself",
     "allow|refuse"},
    {"session_absolute", "8", "after how many hours a session ends, however it is used", "1-24"},
    {"session_idle", "15", "after how many minutes without use a session ends", "1-480"},
    {"sign_in", "optional", "whether every command on this store wants a session",
     "optional|required"},
    {"zone.first_block", "on",
     "whether the first issuance of a company in a region, and those after it, wait for a release",
     "on|off"},
    {"zone.month_hours", "178",
     "from how many hours a month of a worker one is warned that the issuer looks into it",
     "1-744"},
    {"zone.profile", "dated",
     "which rules hold in the secure zone: those of the day, or those of 29/10/2020", "dated|2020"},
    {"zone.risk_days", "14", "how many days before their last day vouchers are at risk", "0-365"},
});

std::string kept_term(std::string_view value) {
    return Term::parse(value).text();
}

bool is_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

struct Range {
    int least;
    int most;
};

// "1-24".
std::optional<Range> range_of(std::string_view words) {
    const auto dash = words.find('-');
    if (dash == std::string_view::npos || !is_digits(words.substr(0, dash))) return {};
    return Range{std::stoi(std::string(words.substr(0, dash))),
                 std::stoi(std::string(words.substr(dash + 1)))};
}

std::string kept_number(const Known& policy, Range range, const std::string& word) {
    const bool number = word.size() <= 4 && is_digits(word);
    const int value = number ? std::stoi(word) : -1;
    if (range.least <= value && value <= range.most) return std::to_string(value);
    throw Error(Kind::usage, say("the policy {} cannot be {}", policy.name, text::quoted(word)),
                say("it takes a number from {} to {}", range.least, range.most), "value");
}

}  // namespace

std::span<const Known> known_policies() {
    return policies;
}

const Known& get_known(std::string_view name) {
    const std::string word = text::ascii_lower(text::trimmed(name));
    const auto* const found = std::ranges::find(policies, word, &Known::name);
    if (found != policies.end()) return *found;
    std::vector<std::string> names;
    for (const Known& one : policies) names.emplace_back(one.name);
    const auto near = text::nearest(word, names);
    throw Error(Kind::not_found, say("no policy {}", text::quoted(name)),
                near ? say("did you mean {}?", *near) : say("see: dcadmin policy list"), "name");
}

std::string checked(const Known& policy, std::string_view value) {
    const std::string word = text::ascii_lower(text::trimmed(value));
    if (policy.words.empty()) {
        try {
            return kept_term(word);
        } catch (const Error& error) {
            throw error.about("value");
        }
    }
    if (const auto range = range_of(policy.words)) return kept_number(policy, *range, word);
    const auto words = text::split(policy.words, '|');
    if (std::ranges::find(words, std::string_view(word)) != words.end()) return word;
    throw Error(Kind::usage, say("the policy {} cannot be {}", policy.name, text::quoted(value)),
                say("it takes one of: {}", fmt::join(words, ", ")), "value");
}

}  // namespace dcadmin::policies
