// SPDX-License-Identifier: Apache-2.0
#include "audit/sign_in_records_sql.h"

#include "audit/images.h"

#include <dcadmin/base/ids.h>

#include <fmt/format.h>

#include <vector>

namespace dcadmin::audit {

namespace {

std::vector<std::int64_t> account_organisations(store::Db& db, std::int64_t account_id) {
    std::vector<std::int64_t> ids;
    auto& rows = db.statement(
        "SELECT organisation_id FROM account_organisation WHERE account_id = $1 ORDER BY 1");
    rows.bind({account_id});
    while (rows.step()) ids.push_back(rows.integer(0));
    rows.reset();
    return ids;
}

}  // namespace

void read_credential(store::Db&, const store::Statement& row, Record& record) {
    record.name = fmt::format("k-{}", row.integer(0));
    record.image = image_of(CredentialFields{.person_id = row.integer(1),
                                             .kind = row.text(2),
                                             .activated_at = row.text(3),
                                             .identified_by = row.text(4),
                                             .retired_at = row.text(5)});
    record.operation = row.integer(6);
}

void read_account(store::Db& db, const store::Statement& row, Record& record) {
    record.name = row.string(1);
    const auto organisations = account_organisations(db, row.integer(0));
    record.image = image_of(AccountFields{.name = row.text(1),
                                          .operations = row.text(2),
                                          .organisation_ids = organisations,
                                          .valid_until = row.text(3),
                                          .retired_at = row.text(4),
                                          .reason = row.text(5)});
    record.operation = row.integer(6);
}

void read_application(store::Db&, const store::Statement& row, Record& record) {
    record.name = row.string(1);
    record.operation = row.integer(8);
    record.image = image_of(ApplicationFields{.code = row.text(1),
                                              .name = row.text(2),
                                              .right_id = row.integer(3),
                                              .min_level = row.integer(4),
                                              .claim = row.text(5),
                                              .client_id = row.text(6),
                                              .national_number = row.integer(7)});
}

void read_signing_key(store::Db&, const store::Statement& row, Record& record) {
    record.name = row.string(1);
    record.operation = row.integer(5);
    record.image = image_of(SigningKeyFields{.kid = row.text(1),
                                             .algorithm = row.text(2),
                                             .jwk = row.text(3),
                                             .retired_at = row.text(4)});
}

void read_staff(store::Db&, const store::Statement& row, Record& record) {
    record.name = StaffId::from_stored(record.id).text();
    record.image = image_of(StaffFields{.person_id = row.integer(1),
                                        .role = row.text(2),
                                        .valid_from = row.text(3),
                                        .valid_until = row.text(4),
                                        .ended_at = row.text(5),
                                        .reason = row.text(6)});
    record.operation = row.integer(7);
}

}  // namespace dcadmin::audit
