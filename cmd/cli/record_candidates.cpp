// SPDX-License-Identifier: Apache-2.0
// What is offered of records that people know by no name: what waits first, or the latest.
#include "cli/store_candidates.h"

#include <dcadmin/accounts.h>
#include <dcadmin/applications.h>
#include <dcadmin/base/say.h>
#include <dcadmin/designation.h>
#include <dcadmin/news.h>
#include <dcadmin/outbox.h>
#include <dcadmin/persons.h>
#include <dcadmin/reviews.h>
#include <dcadmin/rights.h>
#include <dcadmin/sign_in.h>
#include <dcadmin/tasks.h>

#include <fmt/format.h>

namespace dcadmin::cli {
namespace {

// A list in which only some can fit what was typed is looked through so far.
constexpr std::size_t looked_at = 500;

std::string about(const Grant& grant) {
    return fmt::format("{}, {}{}{}, {}", grant.name, grant.right.text(), grant.context ? " " : "",
                       grant.context_name, name_of(grant.state));
}

std::string about(const Relation& relation) {
    return say("{} with {}, {}, {}", relation.name, relation.org_name, name_of(relation.category),
               name_of(relation.state));
}

}  // namespace

void FromStore::records(Complete kind) {
    if (kind == Complete::task) tasks();
    if (kind == Complete::grant) grants();
    if (kind == Complete::relation) relations();
    if (kind == Complete::notice) notices();
    if (kind == Complete::news) news();
    if (kind == Complete::review) reviews(false);
    if (kind == Complete::open_review) reviews(true);
    if (kind == Complete::key) keys();
    if (kind == Complete::chief_request) chief_requests();
    if (kind == Complete::application) applications();
    if (kind == Complete::account) accounts();
}

// What the dates decide is reckoned through all grants of the store, which takes too long for a
// press of a key: without an organisation only what is written down is offered.
void FromStore::tasks() {
    TaskFilter filter;
    filter.org = org();
    filter.page = page();
    filter.page.limit = looked_at;
    const auto offer = [&] {
        Tasks(env_).list(
            filter, [this](const Task& task) { return add_fitting(text_of(task.id), task.title); });
    };
    if (filter.org) return offer();
    for (const TaskKind kind : {TaskKind::requested_right, TaskKind::requested_relation,
                                TaskKind::attestation, TaskKind::chief_changed}) {
        filter.kind = kind;
        offer();
    }
}

void FromStore::grants() {
    if (const auto id = whole_id('g')) {
        const auto grant = Rights(env_).get_grant(GrantId::from_stored(*id));
        add(grant.id.text(), about(grant));
        return;
    }
    GrantFilter filter;
    filter.person = person();
    filter.org = org();
    if (const auto right = one("right")) filter.right = RightCode::parse(*right);
    filter.page = page("id");
    filter.page.limit = looked_at;
    filter.page.reverse = !filter.person && !filter.org;
    Rights(env_).list_grants(
        filter, [this](const Grant& grant) { return add_fitting(grant.id.text(), about(grant)); });
}

void FromStore::relations() {
    if (const auto id = whole_id('r')) {
        const auto relation = Persons(env_).get_relation(RelationId::from_stored(*id));
        add(relation.id.text(), about(relation));
        return;
    }
    RelationFilter filter;
    filter.org = org();
    filter.page = page("id");
    filter.page.limit = looked_at;
    filter.page.reverse = !filter.org;
    Persons(env_).list_relations(filter, [this](const Relation& relation) {
        return add_fitting(relation.id.text(), about(relation));
    });
}

void FromStore::notices() {
    NoticeFilter filter;
    filter.page = page();
    filter.page.limit = looked_at;
    filter.page.reverse = true;
    Notices(env_).list(filter, [this](const Notice& notice) {
        return add_fitting(notice.id.text(),
                           fmt::format("{}, {}, {}", notice.name, notice.subject, notice.state));
    });
}

void FromStore::news() {
    NewsFilter filter;
    filter.all = true;
    filter.page = page("id");
    filter.page.reverse = true;
    News(env_).list(
        filter, [this](const NewsItem& item) { return add_fitting(item.id.text(), item.title); });
}

void FromStore::reviews(bool open) {
    ReviewFilter filter;
    filter.org = org();
    if (open) filter.state = ReviewState::open;
    filter.page = page("id");
    filter.page.reverse = true;
    Reviews(env_).list(filter, [this](const Review& review) {
        return add_fitting(
            review.id.text(),
            say("{}, {}, until {}, {} of {} unanswered", review.org.formatted(),
                name_of(review.state), review.due.formatted(), review.left, review.grants));
    });
}

void FromStore::keys() {
    KeyFilter filter;
    filter.person = person();
    filter.state = "active";
    filter.page = page("id");
    filter.page.limit = looked_at;
    Keys(env_).list(filter, [this](const Key& key) {
        return add_fitting(key.id.text(), fmt::format("{}, {}", key.name, key.kind));
    });
}

void FromStore::chief_requests() {
    ChiefRequestFilter filter;
    filter.org = org();
    filter.state = "waiting";
    filter.page = page();
    Designation(env_).list_requests(filter, [this](const ChiefRequest& request) {
        return add_fitting(request.id.text(),
                           say("{} for {}", request.name, request.org.formatted()));
    });
}

void FromStore::applications() {
    Applications(env_).list(
        {.text = std::string(begun_), .page = page()},
        [this](const Application& application) { return add(application.code, application.name); });
}

void FromStore::accounts() {
    for (const Account& account : Accounts(env_).list()) {
        if (account.state == "active") {
            add_fitting(account.name, say("until {}", account.until.formatted()));
        }
    }
}

}  // namespace dcadmin::cli
