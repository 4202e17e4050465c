// SPDX-License-Identifier: Apache-2.0
#include "outbox/facts.h"

#include <dcadmin/base/text.h>

#include <charconv>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace dcadmin::outbox {

namespace {

// A mail of more lines is read by nobody.
constexpr std::size_t most_lines = 1000;

// "g-12@2030-10-02": what is told of, and the day that is told with it.
struct Item {
    char letter = 0;
    std::int64_t id = 0;
    std::optional<Date> day;
};

Item item_of(std::string_view text) {
    Item item;
    if (text.size() < 3) return item;
    const std::string_view id = text.substr(2, text.find('@') - 2);
    const auto [rest, error] = std::from_chars(id.data(), id.data() + id.size(), item.id);
    if (error != std::errc{} || rest != id.data() + id.size()) return item;
    item.letter = text[0];
    if (const auto at = text.find('@'); at != std::string_view::npos) {
        item.day = Date::parse(text.substr(at + 1));
    }
    return item;
}

bool tells_all(const StoredNotice& stored) {
    return stored.notice.kind == "grant.add" && text::trimmed(stored.items).empty();
}

}  // namespace

Counts counts_of(store::Db& db, const StoredNotice& stored) {
    Counts counts;
    if (tells_all(stored)) {
        counts.grants = count_granted(db, stored);
        return counts;
    }
    for (const std::string_view item : text::split(stored.items, ' ')) {
        if (item.starts_with("g-")) ++counts.grants;
        if (item.starts_with("r-")) ++counts.relations;
        if (item.starts_with("t-")) ++counts.tasks;
    }
    return counts;
}

namespace {

void take_for_reader(store::Db& db, const Item& item, std::int64_t reader, Facts& facts) {
    if (item.letter == 'a') {
        if (auto office = find_office(db, item.id, reader)) {
            office->last_day = item.day;
            facts.offices.push_back(*std::move(office));
        }
    } else if (item.letter == 'q') {
        if (auto request = find_chief_request(db, item.id, reader)) {
            facts.requests.push_back(*std::move(request));
        }
    } else if (item.letter == 'v') {
        if (auto review = find_review(db, item.id, reader)) {
            facts.reviews.push_back(*std::move(review));
        }
    }
}

void take(store::Db& db, const Item& item, Facts& facts) {
    if (item.letter == 'g') {
        if (auto grant = find_grant(db, item.id)) {
            grant->until = item.day.value_or(grant->until);
            facts.grants.push_back(*std::move(grant));
        }
    } else if (item.letter == 'r') {
        if (auto relation = find_relation(db, item.id)) {
            relation->until = item.day.value_or(relation->until);
            facts.relations.push_back(*std::move(relation));
        }
    } else if (item.letter == 't') {
        if (auto task = find_task(db, item.id)) facts.tasks.push_back(*std::move(task));
    } else if (item.letter == 'f') {
        if (auto staff = find_staff(db, item.id)) facts.staff.push_back(*std::move(staff));
    }
}

}  // namespace

Facts facts_of(store::Db& db, const StoredNotice& stored, Counts counts) {
    const Notice& notice = stored.notice;
    Facts facts{.kind = notice.kind,
                .name = notice.name,
                .at = notice.at,
                .grants = {},
                .relations = {},
                .tasks = {},
                .more = 0};
    if (tells_all(stored)) {
        facts.grants = granted_by(db, stored, most_lines);
        facts.more = counts.grants - facts.grants.size();
        return facts;
    }
    std::size_t taken = 0;
    for (const std::string_view item : text::split(stored.items, ' ')) {
        if (++taken <= most_lines) {
            take(db, item_of(item), facts);
            take_for_reader(db, item_of(item), notice.person.value(), facts);
        } else {
            ++facts.more;
        }
    }
    return facts;
}

}  // namespace dcadmin::outbox
