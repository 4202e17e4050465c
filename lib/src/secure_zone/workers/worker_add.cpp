// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/workers/worker_add.h"

#include "access/require.h"
#include "organisations/find.h"
#include "persons/person_add.h"
#include "secure_zone/subsidiaries/acting.h"
#include "secure_zone/workers/find.h"

#include <dcadmin/base/say.h>

#include <fmt/format.h>

namespace dcadmin::secure_zone {

namespace {

template <class Value>
std::string text_or_empty(const std::optional<Value>& value) {
    return value ? value->text() : std::string();
}

// Whether the worker is there just as asked; what is left out agrees with anything.
bool same(const WorkerRow& there, const NewWorker& request, std::int64_t context_id) {
    return (!request.login || there.login == *request.login) && there.region == request.region &&
           (!request.site || there.context_id == context_id) &&
           (!request.email || there.email == request.email->text()) &&
           (!request.phone || there.phone == request.phone->text());
}

Error there_already(const WorkerRow& there) {
    const std::string login = there.login.digits();
    if (!there.inactive_since.empty()) {
        return {Kind::conflict, say("he is a worker there, {}, and not active", login),
                fmt::format("dcadmin worker activate {}", login), "number"};
    }
    return {Kind::conflict, say("he is a worker there already, {}, otherwise", login),
            say("change what is to be changed: dcadmin worker update {}", login), "number"};
}

AffiliationNumber login_for(store::Db& db, const NewWorker& request) {
    if (request.login) {
        if (!find_worker(db, *request.login)) return *request.login;
        throw Error(Kind::conflict,
                    say("{} is the login of somebody else", request.login->digits()),
                    "leave it out, and he gets the next that is free", "login");
    }
    if (const auto next = next_login(db)) return *next;
    throw Error(Kind::rule, "no login is left after the highest in use", "give one that is free",
                "login");
}

}  // namespace

Written<Worker> apply_add(bulk::Work& work, const NewWorker& request, bool registers_in_use) {
    store::Tx& tx = work.tx;
    access::enter(tx);
    const std::int64_t organisation = organisations::get_id(tx, request.org);
    WorkerRow row{.login = request.login.value_or(AffiliationNumber::from_stored(0)),
                  .organisation_id = organisation,
                  .region = request.region,
                  .email = text_or_empty(request.email),
                  .phone = text_or_empty(request.phone),
                  .password_hash = {},
                  .inactive_since = {},
                  .key = {}};
    if (request.site) row.context_id = require_site(tx.db(), organisation, *request.site);
    access::require(tx, access::Operation::workers, subject_of(row));
    require_acting(tx, organisation);
    auto person = persons::add_or_find(work,
                                       {.number = request.number,
                                        .first_name = request.first_name,
                                        .last_name = request.last_name,
                                        .email = {},
                                        .phone = {},
                                        .language = {}},
                                       registers_in_use);
    row.person_id = person.item.id.value();
    if (const auto there = find_worker(tx.db(), organisation, row.person_id)) {
        const bool active = there->inactive_since.empty();
        if (!active || !same(*there, request, row.context_id)) throw there_already(*there);
        return {
            .changed = false, .item = shown_worker(tx.db(), there->id, tx.today()), .remark = {}};
    }
    row.login = login_for(tx.db(), request);
    row.key = key_of_person(tx.db(), row.person_id);
    row.id = insert_worker(tx.db(), row, tx.operation());
    record_worker(tx, "add", row, {}, request.reason);
    std::string remark = std::move(person.remark);
    if (const auto warning = row.login.warning()) {
        remark += (remark.empty() ? "" : "; ") + *warning;
    }
    return {.changed = true,
            .item = shown_worker(tx.db(), row.id, tx.today()),
            .remark = std::move(remark)};
}

}  // namespace dcadmin::secure_zone
