// SPDX-License-Identifier: Apache-2.0
// Who may do what: the privilege matrix (security.md, section 2.3) as one table of data. A row is an
// operation, what each role may of it, and the key that it wants. Nothing else decides: an operation
// names its row when it asks access/require.h.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace dcadmin::access {

enum class Operation : std::uint8_t {
    register_enterprise,
    add_site,
    designate_chief,
    end_chief,
    request_chief,
    answer_chief_request,
    appoint_cochief,
    appoint_manager,
    appoint_local_manager,
    leave_office,
    add_person,
    update_person,
    add_relation,
    end_relation,
    grant,
    revoke,
    request,
    handle_task,
    review,
    read_own,
    read_persons,
    reveal_number,
    read_catalogue,
    catalogue,
    import_registers,
    read_registers,
    policies,
    staff,
    applications,
    accounts,
    signing_keys,
    activate_key,
    retire_key,
    read_audit,
    read_all_audit,
    erase_person,
    read_notices,
    read_keys,
    read_staff,
    send_notices,
    company,
    accredit,
    read_company,
    read_zone,
    workers,
    worker_contact,
    worker_password,
    pickups,
    customers,
    vouchers,
    register_service,
    services,
    answer_service,
    advance_services,
    issuances,
    paper,
    paper_results,
    read_refunds,
    refunds,
    subsidiaries,
};

/// Columns of the matrix, in its order: LR, CA, co, AD, LI, EU, W, SZ, AU.
enum class Role : std::uint8_t {
    representative,
    chief,
    cochief,
    manager,        // of a domain, or of all of them
    local_manager,  // of some sites
    user,           // holds the right that opens the secure zone, at some sites
    worker,
    issuer,  // an operator of the issuing company
    auditor
};
/// Opens the secure zone (deck of 22/10/2020: Dienstencheques voor Erkende Ondernemingen).
inline constexpr std::string_view zone_right = "dienstencheques-erkende-onderneming";
inline constexpr std::size_t role_count = 9;
[[nodiscard]] std::string_view name_of(Role role);

enum class May : std::uint8_t {
    no,
    yes,
    in_domain,  // of a domain that he has
    in_sites,   // of sites that he has, all of them
    in_zone,    // of sites where he holds the zone's right; what is of no site, when of any
    self        // what is about himself
};

enum class Key : std::uint8_t {
    any,
    two_factor,  // level 300 or more
    high,        // level 450 or more: eID, itsme
    step_up      // level 300 or more, used within the last five minutes
};
inline constexpr std::int64_t two_factor_level = 300;
inline constexpr std::int64_t high_level = 450;
inline constexpr std::int64_t step_up_seconds = 300;

struct Row {
    Operation operation;
    std::string_view name;  // in the scope of a service account
    std::string_view what;  // in "may not …"
    Key key;
    std::array<May, role_count> may;
    bool by_account = true;  // whether a service account can have it at all
};

[[nodiscard]] std::span<const Row> matrix();
[[nodiscard]] const Row& row_of(Operation operation);
[[nodiscard]] May may(const Row& row, Role role);
/// Whether everybody may do it about himself.
[[nodiscard]] bool for_oneself(const Row& row);

}  // namespace dcadmin::access
