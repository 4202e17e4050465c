// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/outbox.h>

#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include "access/require.h"
#include "outbox/notices_sql.h"
#include "outbox/texts.h"
#include "store/claim.h"
#include "store/tx.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string_view>

namespace dcadmin {

namespace {

constexpr std::array<std::string_view, 4> states{"waiting", "claimed", "sent", "failed"};

constexpr store::DueWork due_notices{.table = "notice", .lease = std::chrono::minutes(10)};

std::string_view state_after(NoticeEnd end) {
    switch (end) {
        case NoticeEnd::sent: return "sent";
        case NoticeEnd::failed: return "failed";
        case NoticeEnd::waiting: return "waiting";
    }
    return "waiting";
}

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

bool tells_all(const outbox::StoredNotice& stored) {
    return stored.notice.kind == "grant.add" && text::trimmed(stored.items).empty();
}

outbox::Counts counts_of(store::Db& db, const outbox::StoredNotice& stored) {
    outbox::Counts counts;
    if (tells_all(stored)) {
        counts.grants = outbox::count_granted(db, stored);
        return counts;
    }
    for (const std::string_view item : text::split(stored.items, ' ')) {
        if (item.starts_with("g-")) ++counts.grants;
        if (item.starts_with("r-")) ++counts.relations;
        if (item.starts_with("t-")) ++counts.tasks;
    }
    return counts;
}

void take_for_reader(store::Db& db, const Item& item, std::int64_t reader, outbox::Facts& facts) {
    if (item.letter == 'a') {
        if (auto office = outbox::find_office(db, item.id, reader)) {
            office->last_day = item.day;
            facts.offices.push_back(*std::move(office));
        }
    } else if (item.letter == 'q') {
        if (auto request = outbox::find_chief_request(db, item.id, reader)) {
            facts.requests.push_back(*std::move(request));
        }
    } else if (item.letter == 'v') {
        if (auto review = outbox::find_review(db, item.id, reader)) {
            facts.reviews.push_back(*std::move(review));
        }
    }
}

void take(store::Db& db, const Item& item, outbox::Facts& facts) {
    if (item.letter == 'g') {
        if (auto grant = outbox::find_grant(db, item.id)) {
            grant->until = item.day.value_or(grant->until);
            facts.grants.push_back(*std::move(grant));
        }
    } else if (item.letter == 'r') {
        if (auto relation = outbox::find_relation(db, item.id)) {
            relation->until = item.day.value_or(relation->until);
            facts.relations.push_back(*std::move(relation));
        }
    } else if (item.letter == 'f') {
        if (auto staff = outbox::find_staff(db, item.id)) facts.staff.push_back(*std::move(staff));
    } else if (item.letter == 't') {
        if (auto task = outbox::find_task(db, item.id)) facts.tasks.push_back(*std::move(task));
    }
}

outbox::Facts facts_of(store::Db& db, const outbox::StoredNotice& stored, outbox::Counts counts) {
    const Notice& notice = stored.notice;
    outbox::Facts facts{.kind = notice.kind,
                        .name = notice.name,
                        .at = notice.at,
                        .grants = {},
                        .relations = {},
                        .tasks = {},
                        .more = 0};
    if (tells_all(stored)) {
        facts.grants = outbox::granted_by(db, stored, most_lines);
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

outbox::NoticeQuery query_of(store::Db& db, const NoticeFilter& filter) {
    const bool known = std::find(states.begin(), states.end(), filter.state) != states.end();
    if (!filter.state.empty() && !known) {
        throw Error(Kind::usage,
                    fmt::format("{} is not a state of a notice", text::quoted(filter.state)),
                    "it is waiting, claimed, sent or failed", "state");
    }
    const std::string& sort = filter.page.sort;
    if (!sort.empty() && sort != "id" && sort != "at") {
        throw Error(Kind::usage, fmt::format("notices are not sorted by {}", text::quoted(sort)),
                    "they are sorted by id", "sort");
    }
    outbox::NoticeQuery query{
        .person_id = {}, .state = filter.state, .kind = filter.kind, .page = filter.page};
    if (filter.person) {
        query.person_id = outbox::find_person(db, *filter.person);
        if (!query.person_id) {
            throw Error(Kind::not_found,
                        fmt::format("no person {} in the store", shown(*filter.person)),
                        "look for him: dcadmin person find NAME", "person");
        }
    }
    return query;
}

}  // namespace

std::uint64_t Notices::list(const NoticeFilter& filter, const Each<Notice>& each) {
    store::Db& db = env_.store.db();
    const auto sight = access::sight_of(env_, access::Operation::read_notices);
    outbox::NoticeQuery query = query_of(db, filter);
    if (!sight.all) {
        if (query.person_id && *query.person_id != sight.person) return 0;
        query.person_id = sight.person;
    }
    bool ended = false;
    const auto one = [&](const outbox::StoredNotice& stored) {
        Notice notice = stored.notice;
        notice.subject = outbox::subject_of(notice.kind, counts_of(db, stored));
        ended = !each(notice);
        return !ended;
    };
    const std::uint64_t given = outbox::each_notice(db, query, one);
    const bool whole = !ended && !query.page.limit && query.page.offset == 0;
    return whole ? given : outbox::count_notices(db, query);
}

Notice Notices::get(NoticeId id) {
    store::Db& db = env_.store.db();
    access::enter(env_);
    const auto stored = outbox::find_notice(db, id.value());
    const auto sight = access::sight_of(env_, access::Operation::read_notices);
    if (!stored || (!sight.all && stored->notice.person.value() != sight.person)) {
        throw Error(Kind::not_found, fmt::format("no notice {} in the store", id.text()),
                    "see which there are: dcadmin notice list", "notice");
    }
    const outbox::Counts counts = counts_of(db, *stored);
    Notice notice = stored->notice;
    notice.subject = outbox::subject_of(notice.kind, counts);
    notice.body = outbox::body_of(facts_of(db, *stored, counts));
    return notice;
}

ClaimedNotices Notices::claim(std::uint32_t limit) {
    const auto claims = store::claim(env_, due_notices, limit);
    ClaimedNotices claimed{{}, claims.at};
    for (const std::int64_t id : claims.ids) claimed.ids.push_back(NoticeId::from_stored(id));
    return claimed;
}

bool Notices::settle(NoticeId id, Timestamp claimed_at, NoticeEnd end) {
    return store::settle(env_, due_notices, id.value(), claimed_at, state_after(end));
}

}  // namespace dcadmin
