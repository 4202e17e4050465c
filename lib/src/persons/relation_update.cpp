// SPDX-License-Identifier: Apache-2.0
#include "persons/relation_update.h"

#include "access/require.h"
#include "audit/recorder.h"
#include "organisations/find.h"
#include "persons/persons_sql.h"
#include "persons/relation_parts.h"
#include "persons/relation_rules.h"
#include "persons/relations_sql.h"
#include "persons/rules.h"

#include <variant>

namespace dcadmin::persons {

Written<Relation> apply_update(bulk::Work& work, const RelationChange& request) {
    store::Db& db = work.tx.db();
    if (!request.email && !request.phone) {
        throw Error(Kind::usage, "nothing to change of the working relation is given",
                    "give --email or --phone");
    }
    const std::string reason = clean_reason(request.reason);
    const RelationParts parts{get_person(work.tx, request.person),
                              organisations::get(work.tx, request.org), request.org};
    access::require(work.tx, access::Operation::add_relation,
                    {.organisation = parts.org.id, .person = parts.person.item.id.value()});
    const Subject subject{parts.person.item.id, request.org, request.audience};
    const auto rows = relations_of(db, parts, request.audience);
    const auto found = to_extend(rows, subject, work.tx.today());
    if (const auto* problem = std::get_if<Error>(&found)) throw *problem;
    RelationRow row = *std::get<const RelationRow*>(found);
    const std::string before = image_of(row, parts.person.audit_key);
    if (request.email) row.email = request.email->text();
    if (request.phone) row.phone = request.phone->text();
    const std::string after = image_of(row, parts.person.audit_key);
    if (after == before) {
        return {.changed = false, .item = shown(row, parts, work.tx), .remark = {}};
    }
    set_contact(db, row);
    audit::record(work.tx, {.chain = audit::chain_of(work.tx, row.organisation_id),
                            .subject = "relation",
                            .verb = "update",
                            .subject_id = row.id,
                            .before = before,
                            .after = after,
                            .reason = optional_reason(reason)});
    work.notices.add(row.person_id, address_of(row, parts.person.item),
                     item_of(row.id, row.period.last()));
    return {.changed = true, .item = shown(row, parts, work.tx), .remark = {}};
}

}  // namespace dcadmin::persons
