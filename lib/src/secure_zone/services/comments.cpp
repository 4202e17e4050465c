// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/services/comments.h"

#include "audit/service_images.h"
#include "secure_zone/record_change.h"
#include "secure_zone/services/comments_sql.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

namespace dcadmin::secure_zone {

std::string_view name_of(Party party) {
    return party == Party::company ? "company" : "user";
}

std::string cleaned_comment(std::string_view comment, std::string_view missing) {
    constexpr std::size_t most_bytes = 1000;
    std::string body = text::clean(comment, "comment", most_bytes);
    if (!body.empty()) return body;
    throw Error(Kind::usage, std::string(missing), "say why: --comment TEXT", "comment");
}

void write_comment(store::Tx& tx, std::int64_t organisation_id, std::int64_t service_id,
                   Party party, const std::string& body) {
    const std::string at = tx.now().iso();
    const std::int64_t id =
        insert_comment(tx.db(), service_id, name_of(party), body, at, tx.operation());
    const std::string after = audit::image_of(audit::ServiceCommentFields{
        .service_id = service_id, .party = name_of(party), .body = body, .written_at = at});
    record_change(tx, {.organisation_id = organisation_id,
                       .subject = "service_comment",
                       .verb = "add",
                       .subject_id = id,
                       .before = {},
                       .after = after,
                       .reason = {}});
}

}  // namespace dcadmin::secure_zone
