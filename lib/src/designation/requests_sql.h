// SPDX-License-Identifier: Apache-2.0
// Statements of requests for a chief, and of domains.
#pragma once

#include <dcadmin/designation.h>

#include "access/require.h"
#include <dcadmin/store.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::designation {

struct RequestRow {
    std::int64_t id = 0;
    std::int64_t organisation_id = 0;
    std::int64_t person_id = 0;
    std::int64_t requester_id = 0;  // 0: the local operator
    std::string email;
    std::string phone;
    std::string reason;
    std::string documents;  // joined by '|'
    std::string state;
    std::string answer;
};
[[nodiscard]] std::optional<RequestRow> find_request(store::Db& db, std::int64_t id);
/// The one of that person that waits for an answer.
[[nodiscard]] std::optional<RequestRow> find_waiting(store::Db& db, std::int64_t organisation_id,
                                                     std::int64_t person_id);
[[nodiscard]] std::int64_t insert_request(store::Db& db, const RequestRow& row,
                                          std::int64_t operation);
void set_answer(store::Db& db, std::int64_t id, std::string_view state, std::string_view answer);
[[nodiscard]] ChiefRequest shown_request(store::Db& db, std::int64_t id);
std::uint64_t list_requests(store::Db& db, const ChiefRequestFilter& filter,
                            std::optional<std::int64_t> organisation_id,
                            const access::Sight& sight, const Each<ChiefRequest>& each);

struct StoredDomain {
    std::int64_t id;
    Domain item;
};
[[nodiscard]] std::optional<StoredDomain> find_domain(store::Db& db, const DomainCode& code);
/// not_found with the nearest that is there. 0 for "all".
[[nodiscard]] std::int64_t get_domain_id(store::Db& db, const DomainCode& code);
[[nodiscard]] StoredDomain get_domain(store::Db& db, const DomainCode& code);
[[nodiscard]] std::int64_t insert_domain(store::Db& db, const Domain& domain,
                                         std::int64_t operation);
std::uint64_t list_domains(store::Db& db, const DomainFilter& filter, const Each<Domain>& each);

}  // namespace dcadmin::designation
