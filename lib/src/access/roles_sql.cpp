// SPDX-License-Identifier: Apache-2.0
#include "access/roles_sql.h"

namespace dcadmin::access {

namespace {

bool is_there(store::Db& db, std::string_view sql, std::initializer_list<store::Value> values) {
    auto& found = db.statement(sql);
    const bool there = found.first(values);
    found.reset();
    return there;
}

// $1 is the person, $2 the organisation.
constexpr std::string_view belonging = R"(
    SELECT 1 FROM working_relation r WHERE r.person_id = $1 AND r.organisation_id = $2
    UNION ALL
    SELECT 1 FROM administrator a WHERE a.person_id = $1 AND a.organisation_id = $2
    UNION ALL
    SELECT 1 FROM register_function f
    JOIN person p ON p.number = f.person
    JOIN organisation o ON o.number = f.enterprise
    WHERE p.id = $1 AND o.id = $2
    LIMIT 1)";

}  // namespace

bool wants_sign_in(store::Db& db, Timestamp now) {
    if (!is_there(db, "SELECT 1 FROM policy WHERE name = 'sign_in' AND value = 'required'", {})) {
        return false;
    }
    // Once set up it stays closed, whatever becomes of its operators and their keys.
    return is_there(db, R"(
        SELECT 1 FROM staff s
        JOIN credential c ON c.person_id = s.person_id
        JOIN key_kind k ON k.code = c.kind
        WHERE s.role = 'operator' AND s.valid_from <= $1 AND k.level >= 300
        LIMIT 1)",
                    {now.brussels_day().iso()});
}

std::vector<HeldOffice> offices_held(store::Db& db, std::int64_t person, std::int64_t organisation,
                                     Timestamp now) {
    const std::string day = now.brussels_day().iso();
    const std::string moment = now.iso();
    auto& rows = db.statement(R"(
        SELECT a.role, coalesce(d.code, ''), a.context_id
        FROM administrator a LEFT JOIN domain d ON d.id = a.domain_id
        WHERE a.person_id = $1 AND a.organisation_id = $2 AND a.valid_from <= $3
            AND a.valid_until >= $3 AND (a.ended_at = '' OR a.ended_at > $4))");
    rows.bind({person, organisation, day, moment});
    std::vector<HeldOffice> held;
    while (rows.step()) held.push_back({rows.string(0), rows.string(1), rows.integer(2)});
    rows.reset();
    return held;
}

std::vector<std::int64_t> zone_sites(store::Db& db, std::int64_t person, std::int64_t organisation,
                                     Timestamp now) {
    const std::string day = now.brussels_day().iso();
    const std::string moment = now.iso();
    auto& rows = db.statement(R"(
        SELECT g.context_id
        FROM working_relation r
        JOIN right_grant g ON g.relation_id = r.id
        JOIN right_definition d ON d.id = g.right_id
        WHERE r.person_id = $1 AND r.organisation_id = $2 AND d.code = $5
            AND (r.ended_at = '' OR r.ended_at > $4)
            AND g.valid_from <= $3 AND g.valid_until >= $3
            AND (g.revoked_at = '' OR g.revoked_at > $4))");
    rows.bind({person, organisation, day, moment, zone_right});
    std::vector<std::int64_t> sites;
    while (rows.step()) sites.push_back(rows.integer(0));
    rows.reset();
    return sites;
}

bool represents(store::Db& db, std::int64_t person, std::int64_t organisation, Timestamp now) {
    const std::string day = now.brussels_day().iso();
    return is_there(db, R"(
        SELECT 1 FROM register_function f
        JOIN person p ON p.number = f.person
        JOIN organisation o ON o.number = f.enterprise
        WHERE p.id = $1 AND o.id = $2 AND f.represents = 1 AND f.valid_from <= $3
            AND f.valid_until >= $3
        LIMIT 1)",
                    {person, organisation, day});
}

bool represents(store::Db& db, std::int64_t person, EnterpriseNumber enterprise, Timestamp now) {
    const std::string day = now.brussels_day().iso();
    return is_there(db, R"(
        SELECT 1 FROM register_function f JOIN person p ON p.number = f.person
        WHERE p.id = $1 AND f.enterprise = $2 AND f.represents = 1 AND f.valid_from <= $3
            AND f.valid_until >= $3
        LIMIT 1)",
                    {person, static_cast<std::int64_t>(enterprise.value()), day});
}

StaffRoles staff_roles(store::Db& db, std::int64_t person, Timestamp now) {
    const std::string day = now.brussels_day().iso();
    const std::string moment = now.iso();
    auto& rows = db.statement(R"(
        SELECT role FROM staff
        WHERE person_id = $1 AND valid_from <= $2 AND valid_until >= $2
            AND (ended_at = '' OR ended_at > $3))");
    rows.bind({person, day, moment});
    StaffRoles roles;
    while (rows.step()) {
        roles.issuer = roles.issuer || rows.text(0) == "operator";
        roles.auditor = roles.auditor || rows.text(0) == "auditor";
    }
    rows.reset();
    return roles;
}

std::string operations_of_account(store::Db& db, std::int64_t account) {
    auto& found = db.statement("SELECT operations FROM account WHERE id = $1");
    if (!found.first({account})) return {};
    std::string operations = found.string(0);
    found.reset();
    return operations;
}

bool is_for_all(store::Db& db, std::int64_t account) {
    return !is_there(db, "SELECT 1 FROM account_organisation WHERE account_id = $1", {account});
}

bool account_reaches(store::Db& db, std::int64_t account, std::int64_t organisation) {
    return is_there(db, R"(
        SELECT 1 FROM account a
        WHERE a.id = $1
            AND (NOT EXISTS (SELECT 1 FROM account_organisation x WHERE x.account_id = a.id)
                OR EXISTS (SELECT 1 FROM account_organisation x
                           WHERE x.account_id = a.id AND x.organisation_id = $2)))",
                    {account, organisation});
}

bool belongs_to(store::Db& db, std::int64_t person, std::int64_t organisation) {
    return is_there(db, belonging, {person, organisation});
}

bool belongs_to_account(store::Db& db, std::int64_t person, std::int64_t account) {
    return is_there(db, R"(
        SELECT 1 FROM account a
        WHERE a.id = $2
            AND (NOT EXISTS (SELECT 1 FROM account_organisation x WHERE x.account_id = a.id)
                OR EXISTS (SELECT 1 FROM account_organisation x
                           JOIN working_relation r ON r.organisation_id = x.organisation_id
                           WHERE x.account_id = a.id AND r.person_id = $1)
                OR EXISTS (SELECT 1 FROM account_organisation x
                           JOIN administrator m ON m.organisation_id = x.organisation_id
                           WHERE x.account_id = a.id AND m.person_id = $1)))",
                    {person, account});
}

}  // namespace dcadmin::access
