// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/paper/find.h"

#include "audit/paper_images.h"
#include "secure_zone/calendar/working_days.h"
#include "secure_zone/company/find.h"
#include "secure_zone/record_change.h"
#include "secure_zone/stored_word.h"
#include "secure_zone/terms/holding.h"
#include "secure_zone/workers/workers_sql.h"

#include <dcadmin/base/say.h>

namespace dcadmin::secure_zone {

namespace {

Error unknown_paper(const std::string& name) {
    return {Kind::not_found, say("there is no paper voucher {}", name),
            "see which there are: dcadmin paper list", "id"};
}

std::string word_of(PaperEvent event) {
    switch (event) {
        case PaperEvent::announce: return "announced";
        case PaperEvent::bundle: return "put into an issuance";
        case PaperEvent::free: return "taken out of its issuance";
        case PaperEvent::send: return "sent";
        case PaperEvent::read:
        case PaperEvent::lack: return "read";
        case PaperEvent::correct:
        case PaperEvent::run_out: return "corrected";
        case PaperEvent::accept: return "accepted";
        case PaperEvent::reject: return "rejected";
        case PaperEvent::pay: return "refunded";
        case PaperEvent::claim: return "claimed as lost";
        case PaperEvent::win_claim:
        case PaperEvent::lose_claim: return "answered";
        case PaperEvent::withdraw: break;
    }
    return "withdrawn";
}

std::int64_t worker_of(store::Tx& tx, const PaperRow& row, AffiliationNumber login) {
    const auto worker = find_worker(tx.db(), login);
    if (worker && worker->organisation_id == row.organisation_id) return worker->id;
    throw Error(Kind::not_found,
                say("{} is the login of no worker of that company", login.digits()),
                "look for him: dcadmin worker list", "worker");
}

std::string hand_in_until(store::Tx& tx, Region region, Date usable_until) {
    const LegalTerm term =
        term_holding(tx.db(), {.kind = TermKind::hand_in, .region = region}, usable_until);
    WorkingDays days = working_days(tx.db());
    return last_day_of(term, usable_until, days).iso();
}

}  // namespace

PaperRow require_paper(store::Tx& tx, const PaperKey& key) {
    access::enter(tx);
    std::optional<PaperRow> row;
    std::string name;
    if (key.id && !key.number) {
        row = find_paper(tx.db(), *key.id);
        name = key.id->text();
    } else if (!key.id && key.region && key.number) {
        row = find_paper(tx.db(), *key.region, *key.number, true);
        name = say("{} of {}", key.number->text(), name_of(*key.region));
    } else {
        throw Error(Kind::usage, "which paper voucher?",
                    "name it by its id, or by --region and --number", "id");
    }
    if (!row || !access::sees(tx, row->organisation_id)) throw unknown_paper(name);
    access::require(tx, access::Operation::paper, subject_of(*row));
    return std::move(*row);
}

access::Subject subject_of(const PaperRow& row) {
    access::Subject subject{.organisation = row.organisation_id};
    if (row.context_id != 0) subject.contexts = {row.context_id};
    return subject;
}

void fill(store::Tx& tx, PaperRow& row, const PaperFields& fields) {
    if (fields.usable_until) {
        row.usable_until = fields.usable_until->iso();
        row.hand_in_until = hand_in_until(tx, row.region, *fields.usable_until);
    }
    if (fields.day) row.day = fields.day->iso();
    if (fields.worker) row.worker_id = worker_of(tx, row, *fields.worker);
    if (fields.activity) row.activity = name_of(*fields.activity);
}

bool has(store::Tx& tx, const PaperRow& row, const PaperFields& fields) {
    return (!fields.usable_until || row.usable_until == fields.usable_until->iso()) &&
           (!fields.day || row.day == fields.day->iso()) &&
           (!fields.worker || row.worker_id == worker_of(tx, row, *fields.worker)) &&
           (!fields.activity || row.activity == name_of(*fields.activity));
}

void require_possible(store::Tx& tx, const PaperRow& row) {
    std::optional<Date> day;
    if (!row.day.empty()) day = Date::parse(row.day);
    if (day && *day > tx.today()) {
        throw Error(Kind::rule, say("{} has not come yet", day->formatted()),
                    "give the day on which the service was performed", "date");
    }
    std::optional<Activity> activity;
    if (!row.activity.empty()) activity = parse_activity(row.activity);
    require_accredited(tx.db(), row.organisation_id, row.region, activity,
                       day.value_or(tx.today()));
    if (!day || row.worker_id == 0) return;
    const auto out = worker_out_since(tx.db(), row.worker_id);
    if (!out || *day <= *out) return;
    throw Error(Kind::rule, say("that worker is not active since {}", out->formatted()),
                "give who performed the service", "worker");
}

void step(PaperRow& row, PaperEvent event) {
    const PaperStep& next = paper_step(row.state, event);
    if (!next.allowed()) {
        throw Error(
            Kind::rule, say("voucher {} cannot be {}: {}", row.number, word_of(event), next.why),
            say("it is {}: dcadmin paper list --number {}", name_of(row.state), row.number), "id");
    }
    row.state = next.to;
}

std::string image_of(const PaperRow& row) {
    return audit::image_of(audit::PaperVoucherFields{.organisation_id = row.organisation_id,
                                                     .context_id = row.context_id,
                                                     .region = name_of(row.region),
                                                     .number = row.number,
                                                     .customer = row.customer,
                                                     .usable_until = row.usable_until,
                                                     .hand_in_until = row.hand_in_until,
                                                     .day = row.day,
                                                     .worker_id = row.worker_id,
                                                     .activity = row.activity,
                                                     .state = name_of(row.state),
                                                     .received_on = row.received_on,
                                                     .announced_on = row.announced_on,
                                                     .read_on = row.read_on,
                                                     .due_on = row.due_on,
                                                     .lacks = row.lacks,
                                                     .cause = row.cause,
                                                     .issuance_id = row.issuance_id});
}

void record_paper(store::Tx& tx, std::string_view verb, const PaperRow& row,
                  const std::string& before, const std::string& reason) {
    const std::string after = image_of(row);
    record_change(tx, {.organisation_id = row.organisation_id,
                       .subject = "paper_voucher",
                       .verb = verb,
                       .subject_id = row.id,
                       .before = before,
                       .after = after,
                       .reason = reason});
}

bool settle_paper(store::Tx& tx, std::string_view verb, const PaperRow& row,
                  const std::string& before, const std::string& reason) {
    if (image_of(row) == before) return false;
    change_paper(tx.db(), row);
    record_paper(tx, verb, row, before, reason);
    return true;
}

}  // namespace dcadmin::secure_zone
