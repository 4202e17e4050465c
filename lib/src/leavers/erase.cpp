// SPDX-License-Identifier: Apache-2.0
#include "leavers/erase.h"

#include "access/require.h"
#include "audit/images.h"
#include "audit/recorder.h"
#include "leavers/leavers_sql.h"
#include "leavers/rules.h"
#include "persons/find.h"
#include "policies/values.h"

#include <dcadmin/base/say.h>

namespace dcadmin::leavers {

namespace {

void require_erasable(store::Tx& tx, std::int64_t person_id, bool force) {
    const auto held = holdings_of(tx.db(), person_id, tx.today().iso(), tx.now().iso());
    ErasureFacts facts{.person = PersonId::from_stored(person_id),
                       .active = held.active,
                       .contact_for = held.contact_for,
                       .worker_for = held.worker_for,
                       .customer_of = held.customer_of,
                       .pickups_for = held.pickups_for,
                       .waiting = held.waiting,
                       .last_day = {},
                       .retention = policies::retention(tx.db()),
                       .force = force};
    if (!held.last_day.empty()) facts.last_day = Date::parse(held.last_day);
    if (const auto problem = erasure_problem(facts, tx.today())) throw *problem;
}

// All that the log says of an erased person from now on: that there is nothing left.
std::string empty_image(std::int64_t person_id, bool verified) {
    return audit::image_of(audit::PersonFields{.key = {},
                                               .number = -person_id,
                                               .first_name = {},
                                               .last_name = {},
                                               .email = {},
                                               .phone = {},
                                               .language = "nl",
                                               .source = verified ? "register" : "typed"});
}

}  // namespace

Written<Erasure> apply_erase(bulk::Work& work, const ErasureRequest& request) {
    store::Tx& tx = work.tx;
    const std::string reason = required_reason(request.reason, "erasing a person wants a reason");
    const std::int64_t id = persons::get_id(tx, request.person);
    access::require(tx, access::Operation::erase_person, {.person = id});
    const auto person = persons::get(tx.db(), request.person);
    require_erasable(tx, id, request.force);
    const Erasure done = erase_person(tx.db(), id, tx.now().iso());
    const std::string after = empty_image(id, person.verified);
    audit::record(tx, {.chain = audit::system_chain,
                       .subject = "person",
                       .verb = "erase",
                       .subject_id = id,
                       .before = {},
                       .after = after,
                       .reason = reason});
    return {.changed = true, .item = done, .remark = {}};
}

bulk::Result result_of(const Written<Erasure>& written) {
    bulk::Result result = bulk::result_of(written, written.item.person.text());
    result.message = say("with {} relations, {} notices and {} others", written.item.relations,
                         written.item.notices, written.item.others);
    return result;
}

}  // namespace dcadmin::leavers
