// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/say.h>
#include <dcadmin/outbox.h>

#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include "access/require.h"
#include "outbox/due.h"
#include "outbox/facts.h"
#include "outbox/notices_sql.h"
#include "outbox/texts.h"
#include "store/claim.h"
#include "store/person_ids.h"
#include "store/tx.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace dcadmin {

namespace {

constexpr std::array<std::string_view, 4> states{"waiting", "claimed", "sent", "failed"};

std::string_view state_after(NoticeEnd end) {
    switch (end) {
        case NoticeEnd::sent: return "sent";
        case NoticeEnd::failed: return "failed";
        case NoticeEnd::waiting: return "waiting";
    }
    return "waiting";
}

outbox::NoticeQuery query_of(const Env& env, const NoticeFilter& filter) {
    const bool known = std::find(states.begin(), states.end(), filter.state) != states.end();
    if (!filter.state.empty() && !known) {
        throw Error(Kind::usage, say("{} is not a state of a notice", text::quoted(filter.state)),
                    "it is waiting, claimed, sent or failed", "state");
    }
    const std::string& sort = filter.page.sort;
    if (!sort.empty() && sort != "id" && sort != "at") {
        throw Error(Kind::usage, say("notices are not sorted by {}", text::quoted(sort)),
                    "they are sorted by id", "sort");
    }
    outbox::NoticeQuery query{
        .person_id = {}, .state = filter.state, .kind = filter.kind, .page = filter.page};
    if (filter.person) {
        query.person_id = store::find_person_id(env.store.db(), *filter.person);
        if (!query.person_id || !access::sees_person(env, *query.person_id)) {
            throw Error(Kind::not_found, say("no person {} in the store", shown(*filter.person)),
                        "look for him: dcadmin person find NAME", "person");
        }
    }
    return query;
}

}  // namespace

std::uint64_t Notices::list(const NoticeFilter& filter, const Each<Notice>& each) {
    store::Db& db = env_.store.db();
    const auto sight = access::sight_of(env_, access::Operation::read_notices);
    outbox::NoticeQuery query = query_of(env_, filter);
    if (!sight.all) {
        if (query.person_id && *query.person_id != sight.person) return 0;
        query.person_id = sight.person;
    }
    bool ended = false;
    const auto one = [&](const outbox::StoredNotice& stored) {
        Notice notice = stored.notice;
        const auto counts = outbox::counts_of(db, stored);
        notice.subject = outbox::subject_of(stored.language, notice.kind, counts);
        ended = !each(notice);
        return !ended;
    };
    const std::uint64_t given = outbox::each_notice(db, query, one);
    const bool whole = !ended && !query.page.limit && query.page.offset == 0;
    return whole || !query.page.counted ? given : outbox::count_notices(db, query);
}

Notice Notices::get(NoticeId id) {
    access::enter(env_);
    store::Db& db = env_.store.db();
    const auto stored = outbox::find_notice(db, id.value());
    const auto sight = access::sight_of(env_, access::Operation::read_notices);
    if (!stored || (!sight.all && stored->notice.person.value() != sight.person)) {
        throw Error(Kind::not_found, say("no notice {} in the store", id.text()),
                    "see which there are: dcadmin notice list", "notice");
    }
    const outbox::Counts counts = outbox::counts_of(db, *stored);
    const auto letter =
        outbox::letter_of(stored->language, outbox::facts_of(db, *stored, counts), counts);
    Notice notice = stored->notice;
    notice.subject = letter.subject;
    notice.body = outbox::text_of(letter);
    return notice;
}

ClaimedNotices Notices::claim(std::uint32_t limit) {
    const auto claims = store::claim(env_, outbox::due_notices, limit);
    ClaimedNotices claimed{{}, claims.at};
    for (const std::int64_t id : claims.ids) claimed.ids.push_back(NoticeId::from_stored(id));
    return claimed;
}

bool Notices::settle(NoticeId id, Timestamp claimed_at, NoticeEnd end) {
    return store::settle(env_, outbox::due_notices, id.value(), claimed_at,
                         {.state = state_after(end)});
}

}  // namespace dcadmin
