// SPDX-License-Identifier: Apache-2.0
// The privilege matrix once more, as security.md has it in section 2.3 and as the project decided for
// what that page does not name. Written without looking at the program's own table: the test lays
// one against the other.
#pragma once

#include <array>
#include <string_view>

namespace dcadmin::test {

struct ExpectedRow {
    std::string_view operation;
    std::string_view cells;  // LR CA co AD LI EU W SZ AU; Y, d(omain), c(ontexts), s(elf), -
    std::string_view key;    // any, 2fa, high, fresh
};

inline constexpr auto expected_matrix = std::to_array<ExpectedRow>({
    // security.md: "register enterprise, designate chief", eID or itsme; the operator registers too.
    {"register_enterprise", "Y------Y-", "high"},
    {"designate_chief", "Y--------", "high"},
    {"end_chief", "Y--------", "high"},
    {"appoint_cochief", "-Y-------", "high"},
    {"appoint_manager", "-YY------", "fresh"},
    {"appoint_local_manager", "YYYd-----", "fresh"},
    // An operator who checked somebody's identity needs him in the store.
    {"add_person", "YYYdY--Y-", "2fa"},
    {"update_person", "YYYdYssss", "2fa"},
    {"add_relation", "YYYdY----", "2fa"},
    {"end_relation", "YYYdY----", "2fa"},
    {"grant", "YYYdc----", "fresh"},
    {"revoke", "YYYdc----", "fresh"},
    {"read_own", "sssssssss", "any"},
    {"read_persons", "YYYdc----", "2fa"},
    {"reveal_number", "YYY------", "fresh"},
    // The secure zone, by who holds its right at the site in question. The operator who accredits
    // companies sees what they are.
    {"company", "YY---c---", "2fa"},
    {"read_company", "YY---csY-", "2fa"},
    {"read_zone", "YY---cs--", "2fa"},
    {"workers", "-----c---", "2fa"},
    {"worker_contact", "-----cs--", "2fa"},
    {"worker_password", "-----cs--", "fresh"},
    {"pickups", "-----c---", "2fa"},
    {"customers", "-----c---", "2fa"},
    {"register_service", "-----cs--", "2fa"},
    {"services", "-----c---", "2fa"},
    // "the household user it was done for, and nobody else".
    {"answer_service", "sssssssss", "any"},
    {"issuances", "-----c---", "2fa"},
    {"paper", "-----c---", "2fa"},
    {"paper_results", "-------Y-", "fresh"},
    {"refunds", "-------Y-", "fresh"},
    {"subsidiaries", "Y----c---", "fresh"},
    {"read_audit", "YY------Y", "fresh"},
    {"read_all_audit", "--------Y", "fresh"},
    {"erase_person", "-Y-------", "fresh"},
    // The issuer's: "right catalogue, registers, …, approve a chief request".
    {"catalogue", "-------Y-", "fresh"},
    {"import_registers", "-------Y-", "fresh"},
    {"policies", "-------Y-", "fresh"},
    {"answer_chief_request", "-------Y-", "fresh"},
    {"staff", "-------Y-", "fresh"},
    {"applications", "-------Y-", "fresh"},
    {"accounts", "-------Y-", "fresh"},
    {"signing_keys", "-------Y-", "fresh"},
    {"send_notices", "-------Y-", "2fa"},
    // Keys: one's own with an eID session, others' by the operator.
    {"activate_key", "sssssssYs", "high"},
    {"retire_key", "sssssssYs", "high"},
    {"read_keys", "sssssssYs", "any"},
    {"read_notices", "sssssssYs", "2fa"},
    {"read_staff", "sssssssYY", "any"},
    // What the project decided.
    {"accredit", "-------Y-", "fresh"},
    {"vouchers", "sssssssYs", "2fa"},
    {"advance_services", "-----c-Y-", "2fa"},
    {"read_refunds", "YY---c-Y-", "2fa"},
    {"add_site", "YYY----Y-", "2fa"},
    {"request_chief", "YYY--ssY-", "2fa"},
    {"leave_office", "sssssssss", "2fa"},
    {"request", "sssssssss", "any"},
    {"handle_task", "YYYdc----", "2fa"},
    {"review", "YYYdc----", "fresh"},
    {"read_catalogue", "YYYYYYYYY", "any"},
    {"read_registers", "YYYYY--Y-", "2fa"},
});

}  // namespace dcadmin::test
