// SPDX-License-Identifier: Apache-2.0
// Statements about contact persons.
#pragma once

#include "access/require.h"
#include "store/db.h"

#include <dcadmin/secure_zone/contacts.h>

#include <cstdint>
#include <optional>
#include <string_view>

namespace dcadmin::secure_zone {

struct ContactRow {
    std::int64_t id = 0;
    std::int64_t organisation_id = 0;
    std::int64_t person_id = 0;
    ContactPurpose purpose = ContactPurpose::general;
    Date consent_on;
};
/// The one that was not removed.
[[nodiscard]] std::optional<ContactRow> find_contact(store::Db& db, std::int64_t organisation_id,
                                                     std::int64_t person_id,
                                                     ContactPurpose purpose);
/// A working relation or office there that is live.
[[nodiscard]] bool works_there(store::Db& db, std::int64_t person_id, std::int64_t organisation_id,
                               Timestamp now);
[[nodiscard]] std::int64_t insert_contact(store::Db& db, const ContactRow& row,
                                          std::int64_t operation);
void set_consent(store::Db& db, std::int64_t id, Date day);
void end_contact(store::Db& db, std::int64_t id, std::string_view now);
[[nodiscard]] Contact shown_contact(store::Db& db, std::int64_t id, Timestamp now);
std::uint64_t list_contacts(store::Db& db, const ContactFilter& filter,
                            std::optional<std::int64_t> organisation_id, const access::Sight& sight,
                            Timestamp now, const Each<Contact>& each);

}  // namespace dcadmin::secure_zone
