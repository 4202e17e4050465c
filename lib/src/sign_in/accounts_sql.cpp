// SPDX-License-Identifier: Apache-2.0
#include "sign_in/accounts_sql.h"

#include "store/db.h"

#include <dcadmin/base/text.h>

namespace dcadmin::sign_in {

namespace {

std::string state_of(const AccountRow& row, Timestamp now) {
    if (!row.retired_at.empty()) return "retired";
    return row.account.until < now.brussels_day() ? "ended" : "active";
}

void add_organisations(store::Db& db, AccountRow& row) {
    auto& rows = db.statement(R"(
        SELECT o.id, o.number FROM account_organisation a
        JOIN organisation o ON o.id = a.organisation_id WHERE a.account_id = $1 ORDER BY o.number)");
    rows.bind({row.id});
    while (rows.step()) {
        row.organisation_ids.push_back(rows.integer(0));
        row.account.orgs.push_back(
            EnterpriseNumber::from_stored(static_cast<std::uint64_t>(rows.integer(1))));
    }
    rows.reset();
}

}  // namespace

std::vector<AccountRow> read_accounts(store::Db& db, std::string_view name, Timestamp now) {
    auto& rows = db.statement(R"(
        SELECT a.id, a.name, a.operations, a.valid_until, a.retired_at, a.reason, o.at
        FROM account a JOIN operation o ON o.id = a.operation_id
        WHERE a.name = $1 OR $1 = '' ORDER BY a.name)");
    rows.bind({name});
    std::vector<AccountRow> found;
    while (rows.step()) {
        AccountRow row{.id = rows.integer(0),
                       .account = {.name = rows.string(1),
                                   .operations = {},
                                   .orgs = {},
                                   .until = Date::parse(rows.text(3)),
                                   .state = {},
                                   .reason = rows.string(5),
                                   .added_at = Timestamp::parse(rows.text(6))},
                       .operations = rows.string(2),
                       .until = rows.string(3),
                       .retired_at = rows.string(4),
                       .organisation_ids = {}};
        for (const auto one : text::split(row.operations, '|')) {
            row.account.operations.emplace_back(one);
        }
        row.account.state = state_of(row, now);
        found.push_back(std::move(row));
    }
    rows.reset();
    for (AccountRow& row : found) add_organisations(db, row);
    return found;
}

std::int64_t insert_account(store::Tx& tx, const AccountRow& account,
                            std::string_view secret_hash) {
    const std::int64_t id = tx.db()
                                .statement(R"(
        INSERT INTO account (name, secret_hash, operations, valid_until, retired_at, reason,
                             operation_id)
        VALUES ($1, $2, $3, $4, '', $5, $6) RETURNING id)")
                                .insert({account.account.name, secret_hash, account.operations,
                                         account.until, account.account.reason, tx.operation()});
    auto& named = tx.db().statement(
        "INSERT INTO account_organisation (account_id, organisation_id) VALUES ($1, $2)");
    for (const std::int64_t organisation : account.organisation_ids) named.run({id, organisation});
    return id;
}

void set_secret(store::Db& db, std::int64_t id, std::string_view secret_hash) {
    db.statement("UPDATE account SET secret_hash = $2 WHERE id = $1").run({id, secret_hash});
}

void set_retired(store::Db& db, std::int64_t id, std::string_view now) {
    db.statement("UPDATE account SET retired_at = $2 WHERE id = $1").run({id, now});
}

}  // namespace dcadmin::sign_in
