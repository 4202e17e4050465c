// SPDX-License-Identifier: Apache-2.0
#include "access/matrix.h"

#include <algorithm>

namespace dcadmin::access {

namespace {

constexpr auto n = May::no;
constexpr auto Y = May::yes;
constexpr auto d = May::in_domain;
constexpr auto c = May::in_sites;
constexpr auto z = May::in_zone;
constexpr auto s = May::self;

// clang-format off
constexpr auto rows = std::to_array<Row>({
    //                                                                                             LR CA co AD LI EU W  SZ AU
    {Operation::register_enterprise, "register_enterprise", "register an enterprise", Key::high,           {Y, n, n, n, n, n, n, Y, n}},
    {Operation::add_site, "add_site", "add a site", Key::two_factor,                                       {Y, Y, Y, n, n, n, n, Y, n}},
    {Operation::designate_chief, "designate_chief", "designate a chief", Key::high,                        {Y, n, n, n, n, n, n, n, n}, false},
    {Operation::end_chief, "end_chief", "end the chief's office", Key::high,                               {Y, n, n, n, n, n, n, n, n}, false},
    {Operation::request_chief, "request_chief", "ask for a chief", Key::two_factor,                        {Y, Y, Y, n, n, s, s, Y, n}, false},
    {Operation::answer_chief_request, "answer_chief_request", "answer a request for a chief", Key::step_up, {n, n, n, n, n, n, n, Y, n}, false},
    {Operation::appoint_cochief, "appoint_cochief", "appoint or end a co-chief", Key::high,                {n, Y, n, n, n, n, n, n, n}, false},
    {Operation::appoint_manager, "appoint_manager", "appoint or end a manager of a domain", Key::step_up,  {n, Y, Y, n, n, n, n, n, n}},
    {Operation::appoint_local_manager, "appoint_local_manager", "appoint or end a manager of sites", Key::step_up, {Y, Y, Y, d, n, n, n, n, n}},
    {Operation::leave_office, "leave_office", "end an office of somebody else", Key::two_factor,           {s, s, s, s, s, s, s, s, s}, false},
    {Operation::add_person, "add_person", "add a person", Key::two_factor,                                 {Y, Y, Y, d, Y, n, n, Y, n}},
    {Operation::update_person, "update_person", "change a person's data", Key::two_factor,                 {Y, Y, Y, d, Y, s, s, s, s}},
    {Operation::add_relation, "add_relation", "add or change a working relation", Key::two_factor,         {Y, Y, Y, d, Y, n, n, n, n}},
    {Operation::end_relation, "end_relation", "end a working relation", Key::two_factor,                   {Y, Y, Y, d, Y, n, n, n, n}},
    {Operation::grant, "grant", "grant rights", Key::step_up,                                              {Y, Y, Y, d, c, n, n, n, n}},
    {Operation::revoke, "revoke", "revoke rights", Key::step_up,                                           {Y, Y, Y, d, c, n, n, n, n}},
    {Operation::request, "request", "ask for somebody else", Key::any,                                     {s, s, s, s, s, s, s, s, s}},
    {Operation::handle_task, "handle_task", "handle a task", Key::two_factor,                              {Y, Y, Y, d, c, n, n, n, n}},
    {Operation::review, "review", "hold a review", Key::step_up,                                           {Y, Y, Y, d, c, n, n, n, n}},
    {Operation::read_own, "read_own", "read somebody else's data", Key::any,                               {s, s, s, s, s, s, s, s, s}},
    {Operation::read_persons, "read_persons", "read who works there and with which rights", Key::two_factor, {Y, Y, Y, d, c, n, n, n, n}},
    {Operation::reveal_number, "reveal_number", "see national numbers in full", Key::step_up,              {Y, Y, Y, n, n, n, n, n, n}, false},
    {Operation::read_catalogue, "read_catalogue", "read the catalogue", Key::any,                          {Y, Y, Y, Y, Y, Y, Y, Y, Y}},
    {Operation::catalogue, "catalogue", "change the catalogue", Key::step_up,                              {n, n, n, n, n, n, n, Y, n}},
    {Operation::import_registers, "import_registers", "import registers", Key::step_up,                    {n, n, n, n, n, n, n, Y, n}},
    {Operation::read_registers, "read_registers", "look into the registers", Key::two_factor,              {Y, Y, Y, Y, Y, n, n, Y, n}},
    {Operation::policies, "policies", "set policies", Key::step_up,                                        {n, n, n, n, n, n, n, Y, n}, false},
    {Operation::staff, "staff", "say who works for the issuer", Key::step_up,                              {n, n, n, n, n, n, n, Y, n}, false},
    {Operation::applications, "applications", "change applications", Key::step_up,                         {n, n, n, n, n, n, n, Y, n}},
    {Operation::accounts, "accounts", "change service accounts", Key::step_up,                             {n, n, n, n, n, n, n, Y, n}, false},
    {Operation::signing_keys, "signing_keys", "change the keys that sign", Key::step_up,                   {n, n, n, n, n, n, n, Y, n}, false},
    {Operation::activate_key, "activate_key", "activate a key of somebody else", Key::high,                {s, s, s, s, s, s, s, Y, s}, false},
    {Operation::retire_key, "retire_key", "retire a key of somebody else", Key::high,                      {s, s, s, s, s, s, s, Y, s}, false},
    {Operation::read_audit, "read_audit", "read the log", Key::step_up,                                    {Y, Y, n, n, n, n, n, n, Y}},
    {Operation::read_all_audit, "read_all_audit", "read or verify the whole log", Key::step_up,            {n, n, n, n, n, n, n, n, Y}},
    {Operation::erase_person, "erase_person", "erase a person", Key::step_up,                              {n, Y, n, n, n, n, n, n, n}},
    {Operation::read_notices, "read_notices", "read notices to others", Key::two_factor,                   {s, s, s, s, s, s, s, Y, s}},
    {Operation::read_keys, "read_keys", "read keys of others", Key::any,                                     {s, s, s, s, s, s, s, Y, s}},
    {Operation::read_staff, "read_staff", "read who works for the issuer", Key::any,                          {s, s, s, s, s, s, s, Y, Y}},
    {Operation::send_notices, "send_notices", "send notices", Key::two_factor,                             {n, n, n, n, n, n, n, Y, n}},
    {Operation::company, "company", "change the company's data", Key::two_factor,                          {Y, Y, n, n, n, z, n, n, n}},
    {Operation::accredit, "accredit", "accredit a company", Key::step_up,                                  {n, n, n, n, n, n, n, Y, n}},
    {Operation::read_company, "read_company", "see the company's data", Key::two_factor,                   {Y, Y, n, n, n, z, s, Y, n}},
    {Operation::read_zone, "read_zone", "look into the secure zone", Key::two_factor,                      {Y, Y, n, n, n, z, s, n, n}},
    {Operation::workers, "workers", "change workers and their contracts", Key::two_factor,                 {n, n, n, n, n, z, n, n, n}},
    {Operation::worker_contact, "worker_contact", "change how a worker is reached", Key::two_factor,       {n, n, n, n, n, z, s, n, n}},
    {Operation::worker_password, "worker_password", "give a worker a new password", Key::step_up,          {n, n, n, n, n, z, s, n, n}},
    {Operation::pickups, "pickups", "ask for pickups", Key::two_factor,                                    {n, n, n, n, n, z, n, n, n}},
    {Operation::customers, "customers", "change the customers of a company", Key::two_factor,              {n, n, n, n, n, z, n, n, n}},
    {Operation::vouchers, "vouchers", "order vouchers for somebody else", Key::two_factor,                 {s, s, s, s, s, s, s, Y, s}},
    {Operation::register_service, "register_service", "register services", Key::two_factor,                {n, n, n, n, n, z, s, n, n}},
    {Operation::services, "services", "validate, change or cancel services", Key::two_factor,              {n, n, n, n, n, z, n, n, n}},
    {Operation::answer_service, "answer_service", "answer for somebody else's service", Key::any,          {s, s, s, s, s, s, s, s, s}, false},
    {Operation::advance_services, "advance_services", "let the terms of services run out", Key::two_factor, {n, n, n, n, n, z, n, Y, n}},
    {Operation::issuances, "issuances", "hand vouchers in", Key::two_factor,                               {n, n, n, n, n, z, n, n, n}},
    {Operation::paper, "paper", "keep or correct paper vouchers", Key::two_factor,                         {n, n, n, n, n, z, n, n, n}},
    {Operation::paper_results, "paper_results", "read the results of paper vouchers", Key::step_up,        {n, n, n, n, n, n, n, Y, n}},
    {Operation::read_refunds, "read_refunds", "see issuances and refunds", Key::two_factor,                {Y, Y, n, n, n, z, n, Y, n}},
    {Operation::refunds, "refunds", "block, release or pay refunds", Key::step_up,                         {n, n, n, n, n, n, n, Y, n}},
    {Operation::subsidiaries, "subsidiaries", "deactivate a subsidiary", Key::step_up,                     {Y, n, n, n, n, z, n, n, n}},
});
// clang-format on

constexpr bool in_order() {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (static_cast<std::size_t>(rows[i].operation) != i) return false;
    }
    return rows.size() == static_cast<std::size_t>(Operation::subsidiaries) + 1;
}
static_assert(in_order(), "each operation has one row, in the order of the enumeration");

}  // namespace

std::string_view name_of(Role role) {
    switch (role) {
        case Role::representative: return "a legal representative";
        case Role::chief: return "the chief access administrator";
        case Role::cochief: return "a co-chief";
        case Role::manager: return "a manager of the domain";
        case Role::local_manager: return "a manager of the site";
        case Role::user: return "who holds a right";
        case Role::worker: return "a worker";
        case Role::issuer: return "an operator of the issuer";
        case Role::auditor: return "an auditor";
    }
    return "";
}

std::span<const Row> matrix() {
    return rows;
}

const Row& row_of(Operation operation) {
    return rows[static_cast<std::size_t>(operation)];
}

May may(const Row& row, Role role) {
    return row.may[static_cast<std::size_t>(role)];
}

bool for_oneself(const Row& row) {
    return std::ranges::find(row.may, May::self) != row.may.end();
}

}  // namespace dcadmin::access
