// SPDX-License-Identifier: Apache-2.0
#include "bulk/tracer.h"

#include "audit/current.h"
#include "bulk/tracer_sql.h"

#include <dcadmin/base/ids.h>
#include <dcadmin/base/text.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace dcadmin::bulk {

namespace {

constexpr std::size_t most_names = 10'000;

// Keys of images that hold another record's id, and what sort of record that is.
constexpr auto references = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"person", "person"},
    {"relation", "relation"},
    {"organisation", "organisation"},
    {"parent", "organisation"},
    {"right", "right"},
    {"context", "site"},
});

constexpr auto hidden =
    std::to_array<std::string_view>({"number", "first_name", "last_name", "email", "phone"});

std::optional<std::int64_t> whole_number(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return value;
}

// "2026-11-23T12:00:00Z"
bool is_moment(std::string_view text) {
    return text.size() == 20 && text[10] == 'T' && text.back() == 'Z';
}

const std::string* find(const Image& image, std::string_view key) {
    for (const auto& one : image) {
        if (one.first == key) return &one.second;
    }
    return nullptr;
}

// 'p' of persons, 'r' of relations, 'g' of grants: those whose id is public.
std::optional<char> letter_of(std::string_view subject) {
    if (subject == "person") return 'p';
    if (subject == "relation") return 'r';
    if (subject == "grant") return 'g';
    return std::nullopt;
}

void hide(Image& image) {
    for (auto& one : image) {
        const bool is_hidden = std::find(hidden.begin(), hidden.end(), one.first) != hidden.end();
        if (is_hidden && !one.second.empty()) one.second = "…";
    }
}

}  // namespace

void Tracer::begin_row(std::uint64_t row) {
    row_ = row;
    trace_ = {};
    of_row_.clear();
    if (names_.size() > most_names) names_.clear();
}

void Tracer::drop_row() {
    for (const auto& [subject, id] : of_row_) made_[subject].erase(id);
    of_row_.clear();
    trace_ = {};
}

void Tracer::entry(const audit::NewEntry& entry) {
    const std::string subject(entry.subject);
    const bool is_new = !entry.before && entry.after && entry.subject_id != 0;
    if (is_new) {
        const auto same = std::count_if(of_row_.begin(), of_row_.end(),
                                        [&](const auto& one) { return one.first == subject; });
        made_[subject][entry.subject_id] = {row_, static_cast<std::uint32_t>(same + 1)};
        of_row_.emplace_back(subject, entry.subject_id);
    }
    Effect effect{subject, std::string(entry.verb), name_of(subject, entry.subject_id), {}, {}};
    if (entry.before) effect.before = image_of(subject, *entry.before);
    if (entry.after) effect.after = image_of(subject, *entry.after);
    if (effect.before) settle_moments(*effect.before, nullptr);
    if (effect.after) settle_moments(*effect.after, effect.before ? &*effect.before : nullptr);
    const bool new_person = subject == "person" && made(subject, entry.subject_id) != nullptr;
    const auto* person = effect.after ? find(*effect.after, "person") : nullptr;
    if (new_person || (person != nullptr && person->starts_with("row "))) {
        if (effect.before) hide(*effect.before);
        if (effect.after) hide(*effect.after);
    }
    trace_.effects.push_back(std::move(effect));
}

const Tracer::Made* Tracer::made(const std::string& subject, std::int64_t id) const {
    const auto kind = made_.find(subject);
    if (kind == made_.end()) return nullptr;
    const auto found = kind->second.find(id);
    return found == kind->second.end() ? nullptr : &found->second;
}

std::string Tracer::name_of(const std::string& subject, std::int64_t id) {
    if (const Made* found = made(subject, id)) {
        return found->place == 1 ? fmt::format("row {}", found->row)
                                 : fmt::format("row {}.{}", found->row, found->place);
    }
    return plain_name(subject, id);
}

std::string Tracer::plain_name(const std::string& subject, std::int64_t id) {
    if (id == 0) return {};
    if (const auto letter = letter_of(subject)) return fmt::format("{}-{}", *letter, id);
    auto& name = names_[{subject, id}];
    if (name.empty()) {
        name = find_name(tx_.db(), subject, id).value_or(fmt::format("{} {}", subject, id));
    }
    return name;
}

std::string Tracer::value_of(std::string_view key, std::string_view value) {
    for (const auto& reference : references) {
        if (reference.first != key) continue;
        if (const auto id = whole_number(value)) return name_of(std::string(reference.second), *id);
    }
    return std::string(value);
}

Image Tracer::image_of(std::string_view subject, std::string_view lines) {
    Image image;
    for (const std::string_view line : text::split(lines, '\n')) {
        const auto sign = line.find('=');
        if (sign == std::string_view::npos) continue;
        const std::string_view key = line.substr(0, sign);
        const std::string_view value = line.substr(sign + 1);
        // A right's image says which sort of context it has, not which context.
        image.emplace_back(key, subject == "right" ? std::string(value) : value_of(key, value));
    }
    return image;
}

// A moment that is new with this entry and not in the future is that of the run.
void Tracer::settle_moments(Image& image, const Image* before) const {
    const std::string now = tx_.now().iso();
    for (auto& one : image) {
        if (!is_moment(one.second) || one.second > now) continue;
        const auto* was = before != nullptr ? find(*before, one.first) : nullptr;
        const bool is_new = before != nullptr && (was == nullptr || *was != one.second);
        if (is_new || one.second == now) one.second = "now";
    }
}

std::string Tracer::known_ids(const std::string& ids) const {
    std::string known;
    for (const std::string_view id : text::split(ids, '|')) {
        bool is_new = false;
        for (const auto& [subject, made_id] : of_row_) {
            const auto letter = letter_of(subject);
            is_new = is_new || (letter && id == fmt::format("{}-{}", *letter, made_id));
        }
        if (is_new || id.empty()) continue;
        if (!known.empty()) known.push_back('|');
        known.append(id);
    }
    return known;
}

std::optional<Image> Tracer::current(std::string_view subject, const std::string& name) {
    std::optional<std::int64_t> id;
    const auto letter = letter_of(subject);
    if (letter) {
        if (name.size() < 3 || name[0] != *letter || name[1] != '-') return std::nullopt;
        id = whole_number(std::string_view(name).substr(2));
    } else {
        id = find_named(tx_.db(), subject, name);
    }
    if (!id) return std::nullopt;
    const auto lines = audit::current_image(tx_, subject, *id);
    if (!lines) return std::nullopt;
    return image_of(subject, *lines);
}

}  // namespace dcadmin::bulk
