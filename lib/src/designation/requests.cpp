// SPDX-License-Identifier: Apache-2.0
#include "access/require.h"
#include "designation/requests_sql.h"

#include "audit/images.h"
#include "audit/recorder.h"
#include "designation/chiefs.h"
#include "designation/office_records.h"
#include "persons/find.h"

#include <dcadmin/base/say.h>

#include <optional>

namespace dcadmin {

namespace designation {

namespace {

std::string image_of(const RequestRow& row, std::string_view key) {
    return audit::image_of(audit::ChiefRequestFields{.key = key,
                                                     .organisation_id = row.organisation_id,
                                                     .person_id = row.person_id,
                                                     .requester_id = row.requester_id,
                                                     .email = row.email,
                                                     .phone = row.phone,
                                                     .reason = row.reason,
                                                     .documents = row.documents,
                                                     .state = row.state,
                                                     .answer = row.answer});
}

void record_request(store::Tx& tx, std::string_view verb, const RequestRow* before,
                    const RequestRow& after, std::string_view reason) {
    const std::string key = person_facts(tx.db(), after.person_id).audit_key;
    const std::string was = before == nullptr ? std::string() : image_of(*before, key);
    const std::string is = image_of(after, key);
    audit::NewEntry entry{.chain = audit::chain_of(tx, after.organisation_id),
                          .subject = "chief_request",
                          .verb = verb,
                          .subject_id = after.id,
                          .before = {},
                          .after = is,
                          .reason = {}};
    if (before != nullptr) entry.before = was;
    if (!reason.empty()) entry.reason = reason;
    audit::record(tx, entry);
}

// The person who is to be chief, and who asked for it when that is another.
void tell(bulk::Work& work, const RequestRow& row) {
    const std::string item = ChiefRequestId::from_stored(row.id).text();
    work.notices.add(row.person_id, row.email, item);
    if (row.requester_id == 0 || row.requester_id == row.person_id) return;
    work.notices.add(row.requester_id, person_facts(work.tx.db(), row.requester_id).email, item);
}

std::string joined(const std::vector<std::string>& documents) {
    std::string all;
    for (const std::string& given : documents) {
        const std::string one = clean_text(given, "document", true);
        if (one.find('|') != std::string::npos) {
            throw Error(Kind::usage, say("the reference '{}' holds a '|'", one),
                        "name one document each: --document A --document B", "document");
        }
        all += (all.empty() ? "" : "|") + one;
    }
    if (!all.empty()) return all;
    throw Error(Kind::usage, "no document is named",
                "name what proves who asks: --document REFERENCE", "document");
}

bool same(const RequestRow& a, const RequestRow& b) {
    return a.email == b.email && a.phone == b.phone && a.reason == b.reason &&
           a.documents == b.documents;
}

Written<ChiefRequest> apply_request(bulk::Work& work, const NewChiefRequest& request) {
    store::Tx& tx = work.tx;
    store::Db& db = tx.db();
    RequestRow row{.email = request.email.text(),
                   .phone = request.phone.text(),
                   .reason = clean_text(request.reason, "reason", true),
                   .documents = joined(request.documents),
                   .state = "waiting",
                   .answer = {}};
    const bool himself = access::for_himself(tx);
    row.organisation_id =
        himself ? organisations::get_id(db, request.org) : organisations::get_id(tx, request.org);
    row.person_id = persons::get_id(tx, request.person);
    access::require(tx, access::Operation::request_chief,
                    {.organisation = himself ? 0 : row.organisation_id, .person = row.person_id});
    row.requester_id = tx.acting().value_or(0);
    const PersonFacts person = person_facts(db, row.person_id);
    const Standing standing = standing_of(tx, person, row.organisation_id, request.org, tx.today());
    if (const auto problem = chief_problem(standing)) throw *problem;
    if (const auto there = find_waiting(db, row.organisation_id, row.person_id)) {
        if (same(*there, row)) {
            return {.changed = false, .item = shown_request(db, there->id), .remark = {}};
        }
        const std::string id = ChiefRequestId::from_stored(there->id).text();
        throw Error(
            Kind::conflict,
            say("request {} for {} waits already with other data", id, standing.person.text()),
            say("an operator answers it first: dcadmin chief approve {0}, or "
                "dcadmin chief refuse {0} --reason …",
                id),
            "person");
    }
    row.id = insert_request(db, row, tx.operation());
    record_request(tx, "add", nullptr, row, row.reason);
    tell(work, row);
    return {.changed = true,
            .item = shown_request(db, row.id),
            .remark = email_remark(request.email, person.first_name, person.last_name)};
}

// The request as it waits; none when it was answered in this way before.
std::optional<RequestRow> to_answer(store::Tx& tx, ChiefRequestId id, std::string_view state) {
    access::require(tx, access::Operation::answer_chief_request);
    const bool by_operator = access::signed_in(tx.env()) || !tx.acting();
    if (const auto problem = operator_problem(by_operator)) throw *problem;
    auto row = find_request(tx.db(), id.value());
    if (!row) {
        throw Error(Kind::not_found, say("no request {} in the store", id.text()),
                    "see which wait: dcadmin chief requests", "id");
    }
    if (row->state == "waiting") return row;
    if (row->state == state) return std::nullopt;
    throw Error(Kind::conflict, say("request {} was {} already", id.text(), row->state),
                say("see it: dcadmin chief requests --state {}", row->state), "id");
}

void answer(store::Tx& tx, const RequestRow& waiting, std::string_view verb, std::string_view state,
            const std::string& reason) {
    RequestRow after = waiting;
    after.state = state;
    after.answer = reason;
    set_answer(tx.db(), after.id, state, reason);
    record_request(tx, verb, &waiting, after, reason);
}

Written<ChiefRequest> apply_approve(bulk::Work& work, const ChiefAnswer& request) {
    store::Tx& tx = work.tx;
    store::Db& db = tx.db();
    const std::string reason = clean_text(request.reason, "reason");
    const auto row = to_answer(tx, request.id, "approved");
    if (!row) {
        return {.changed = false, .item = shown_request(db, request.id.value()), .remark = {}};
    }
    const EnterpriseNumber number = shown_request(db, row->id).org;
    const EmailAddress email = EmailAddress::from_stored(row->email);
    const PhoneNumber phone = PhoneNumber::from_stored(row->phone);
    const Installation asked{.org = organisations::get(db, number),
                             .number = number,
                             .person = person_facts(db, row->person_id),
                             .email = email,
                             .phone = phone,
                             .from = {},
                             .appointer = {},
                             .request_id = row->id,
                             .reason = row->reason};
    const auto installed = install(work, asked);
    answer(tx, *row, "approve", "approved", reason);
    if (row->requester_id != 0 && row->requester_id != row->person_id) {
        work.notices.add(row->requester_id, person_facts(db, row->requester_id).email,
                         installed.item.id.text());
    }
    return {.changed = true, .item = shown_request(db, row->id), .remark = installed.remark};
}

Written<ChiefRequest> apply_refuse(bulk::Work& work, const ChiefAnswer& request) {
    store::Tx& tx = work.tx;
    const std::string reason = clean_text(request.reason, "reason", true);
    const auto row = to_answer(tx, request.id, "refused");
    const bool changed = row.has_value();
    if (changed) {
        answer(tx, *row, "refuse", "refused", reason);
        tell(work, *row);
    }
    return {.changed = changed, .item = shown_request(tx.db(), request.id.value()), .remark = {}};
}

}  // namespace

}  // namespace designation

Written<ChiefRequest> Designation::request(const NewChiefRequest& request) {
    return bulk::run_one(env_, "chief.request", [&](bulk::Work& work) {
        return designation::apply_request(work, request);
    });
}

bulk::Summary Designation::request_rows(const bulk::Source<NewChiefRequest>& rows,
                                        const bulk::Options& options, const bulk::Sink& sink) {
    return bulk::run_rows(env_, "chief.request", rows, options, sink,
                          [](bulk::Work& work, const NewChiefRequest& request) {
                              const auto written = designation::apply_request(work, request);
                              return bulk::result_of(written, written.item.id.text());
                          });
}

Written<ChiefRequest> Designation::approve(const ChiefAnswer& answer) {
    return bulk::run_one(env_, "chief.approve", [&](bulk::Work& work) {
        return designation::apply_approve(work, answer);
    });
}

bulk::Summary Designation::approve_rows(const bulk::Source<ChiefAnswer>& rows,
                                        const bulk::Options& options, const bulk::Sink& sink) {
    return bulk::run_rows(env_, "chief.approve", rows, options, sink,
                          [](bulk::Work& work, const ChiefAnswer& answer) {
                              const auto written = designation::apply_approve(work, answer);
                              return bulk::result_of(written, written.item.id.text());
                          });
}

Written<ChiefRequest> Designation::refuse(const ChiefAnswer& answer) {
    return bulk::run_one(env_, "chief.refuse",
                         [&](bulk::Work& work) { return designation::apply_refuse(work, answer); });
}

bulk::Summary Designation::refuse_rows(const bulk::Source<ChiefAnswer>& rows,
                                       const bulk::Options& options, const bulk::Sink& sink) {
    return bulk::run_rows(env_, "chief.refuse", rows, options, sink,
                          [](bulk::Work& work, const ChiefAnswer& answer) {
                              const auto written = designation::apply_refuse(work, answer);
                              return bulk::result_of(written, written.item.id.text());
                          });
}

std::uint64_t Designation::list_requests(const ChiefRequestFilter& filter,
                                         const Each<ChiefRequest>& each) {
    const auto sight = access::sight_of(env_, access::Operation::request_chief);
    std::optional<std::int64_t> organisation;
    if (filter.org) organisation = organisations::get_id(env_, *filter.org);
    return designation::list_requests(env_.store.db(), filter, organisation, sight, each);
}

}  // namespace dcadmin
