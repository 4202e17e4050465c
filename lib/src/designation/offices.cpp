// SPDX-License-Identifier: Apache-2.0
#include "designation/offices.h"

#include "access/require.h"
#include "audit/recorder.h"
#include "designation/administrators.h"
#include "designation/office_records.h"
#include "designation/offices_sql.h"

#include <algorithm>

namespace dcadmin::designation {

namespace {

// What is held from the moment on at which the ended offices are gone.
std::vector<Office> offices_after(store::Tx& tx, std::int64_t organisation_id,
                                  std::optional<Date> last_day) {
    if (!last_day) return offices_of(tx.db(), organisation_id, tx.today(), tx.now());
    return offices_of(tx.db(), organisation_id, last_day->plus_days(1),
                      Timestamp::end_of(*last_day));
}

bool of_everything(const Office& office) {
    return office.role == "chief" || (office.domain_id == 0 && office.context_id == 0);
}

}  // namespace

bool end_office(bulk::Work& work, std::int64_t office_id, std::optional<Date> last_day,
                std::string_view reason) {
    store::Tx& tx = work.tx;
    store::Db& db = tx.db();
    const OfficeRow before = get_office(db, office_id);
    OfficeRow after = before;
    const bool at_once = !last_day || before.period.first() > *last_day;
    if (!before.ended_at.empty()) return false;
    if (before.period.last() < tx.today()) return false;
    if (!at_once && before.period.last() <= *last_day) return false;
    if (at_once) {
        after.ended_at = tx.now().iso();
        set_office_ended(db, office_id, after.ended_at);
    } else {
        after.period = DateRange::of(before.period.first(), *last_day);
        set_office_until(db, office_id, *last_day);
    }
    record_office(tx, "end", &before, after, reason);
    tell_end(work, after, at_once ? tx.today() : *last_day);
    return true;
}

void require_end(store::Tx& tx, std::int64_t office_id) {
    const OfficeRow office = get_office(tx.db(), office_id);
    auto operation = access::Operation::appoint_manager;
    if (office.context_id != 0) operation = access::Operation::appoint_local_manager;
    if (office.role == AdministratorRole::cochief) operation = access::Operation::appoint_cochief;
    if (office.role == AdministratorRole::chief) operation = access::Operation::end_chief;
    if (tx.acting() == office.person_id) operation = access::Operation::leave_office;
    const DomainCode domain = shown_office(tx.db(), office_id, tx.today(), tx.now()).domain;
    access::require(tx, operation,
                    {.organisation = office.organisation_id,
                     .domain = domain.text(),
                     .person = office.person_id});
}

std::vector<AdministratorId> end_offices_of(bulk::Work& work, std::int64_t organisation_id,
                                            std::int64_t person_id, std::optional<Date> last_day,
                                            std::string_view reason) {
    std::vector<AdministratorId> ended;
    for (const OfficeRow& office :
         offices_lasting(work.tx.db(), organisation_id, work.tx.today())) {
        if (office.person_id != person_id) continue;
        if (end_office(work, office.id, last_day, reason)) {
            ended.push_back(AdministratorId::from_stored(office.id));
        }
    }
    return ended;
}

bool leaves_nobody(store::Tx& tx, std::int64_t organisation_id,
                   const std::vector<std::int64_t>& offices, std::optional<Date> last_day) {
    bool chief_leaves = false;
    bool everything_stays = false;
    bool somebody_stays = false;
    bool somebody_leaves = false;
    for (const Office& office : offices_after(tx, organisation_id, last_day)) {
        const bool leaves = std::ranges::find(offices, office.id) != offices.end();
        somebody_leaves = somebody_leaves || leaves;
        somebody_stays = somebody_stays || !leaves;
        if (!of_everything(office)) continue;
        chief_leaves = chief_leaves || leaves;
        everything_stays = everything_stays || !leaves;
    }
    return somebody_leaves && (!somebody_stays || (chief_leaves && !everything_stays));
}

bool is_last_administrator(store::Tx& tx, std::int64_t organisation_id, std::int64_t person_id,
                           std::optional<Date> last_day) {
    std::vector<std::int64_t> held;
    for (const OfficeRow& office : offices_lasting(tx.db(), organisation_id, tx.today())) {
        if (office.person_id == person_id) held.push_back(office.id);
    }
    return leaves_nobody(tx, organisation_id, held, last_day);
}

}  // namespace dcadmin::designation
