// SPDX-License-Identifier: Apache-2.0
#include "cli/candidates.h"

#include "cli/store_candidates.h"

#include <dcadmin/access.h>
#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace dcadmin::cli {
namespace {

std::vector<Candidate> days(Date today) {
    std::vector<Candidate> all;
    const auto add = [&all](Date day, std::string_view what) {
        const auto same = [&](const Candidate& one) { return one.value == day.iso(); };
        if (std::ranges::none_of(all, same)) all.push_back({day.iso(), std::string(what)});
    };
    add(today, say("today"));
    add(today.plus_days(1), say("tomorrow"));
    add(today.plus_days(-1), say("yesterday"));
    add(Month::of(today).last(), say("end of this month"));
    add(Date::of(today.year(), 12, 31), say("end of this year"));
    return all;
}

std::vector<Candidate> months(Date today) {
    constexpr int shown = 13;
    const Month month = Month::of(today);
    std::vector<Candidate> all{{month.text(), say("this month")},
                               {month.plus(-1).text(), say("last month")}};
    for (int back = 2; back < shown; ++back) all.push_back({month.plus(-back).text(), ""});
    return all;
}

std::vector<Candidate> operations() {
    std::vector<Candidate> all{{"*", say("all of them")}};
    for (const auto name : account_operations()) all.push_back({std::string(name), ""});
    return all;
}

}  // namespace

bool fits(const Candidate& candidate, std::string_view text) {
    if (candidate.value.starts_with(text)) return true;
    const auto whole = text::folded(fmt::format("{} {}", candidate.value, candidate.about));
    const auto words = text::folded(text::trimmed(text));
    for (const auto word : text::split(words, ' ')) {
        if (whole.find(word) == std::string::npos) return false;
    }
    return true;
}

Candidates::Candidates(const Settings& settings, const Environment& environment, const Clock& clock,
                       Chosen chosen)
    : settings_(settings), environment_(environment), clock_(clock), chosen_(std::move(chosen)) {}

Candidates::~Candidates() = default;

FromStore& Candidates::store() {
    if (!store_) store_ = std::make_unique<FromStore>(settings_, environment_, clock_, chosen_);
    return *store_;
}

std::vector<Candidate> Candidates::settings_of(Complete kind) const {
    std::vector<Candidate> all;
    if (kind == Complete::profile) {
        for (const auto& [name, table] : settings_.config().profiles()) all.push_back({name, ""});
    } else {
        for (const auto key : setting_keys()) all.push_back({std::string(key), ""});
    }
    return all;
}

std::vector<Candidate> Candidates::of(const Option& option, std::string_view begun,
                                      std::size_t most) {
    std::vector<Candidate> all;
    switch (option.completion) {
        case Complete::nothing: return {};
        case Complete::file: return {{std::string(any_file), ""}};
        case Complete::folder: return {{std::string(any_folder), ""}};
        case Complete::store_url:
            all = {{"sqlite:", "a file"}, {"postgresql://", "a server"}};
            break;
        case Complete::choice:
            for (const auto word : option.choices) all.push_back({std::string(word), ""});
            break;
        case Complete::profile:
        case Complete::setting: all = settings_of(option.completion); break;
        case Complete::operation: all = operations(); break;
        case Complete::date: all = days(clock_.today()); break;
        case Complete::month: all = months(clock_.today()); break;
        default: return store().of(option.completion, begun, most);
    }
    std::erase_if(all, [&](const Candidate& one) { return !one.value.starts_with(begun); });
    if (all.size() > most) all.resize(most);
    return all;
}

}  // namespace dcadmin::cli
