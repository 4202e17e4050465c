// SPDX-License-Identifier: Apache-2.0
// Statements of offices and of what decides about them: who the person is, in which categories he
// works for the organisation, which site a number stands for.
#pragma once

#include <dcadmin/base/vocabulary.h>

#include "access/require.h"
#include <dcadmin/designation.h>
#include <dcadmin/store.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::designation {

/// An office as its row has it.
struct OfficeRow {
    std::int64_t id = 0;
    std::int64_t organisation_id = 0;
    std::int64_t person_id = 0;
    AdministratorRole role = AdministratorRole::manager;
    std::int64_t domain_id = 0;   // 0: all
    std::int64_t context_id = 0;  // 0: all sites
    std::string email;
    std::string phone;
    DateRange period;
    std::string ended_at;           // empty: not ended at once
    std::int64_t appointer_id = 0;  // 0: the local operator
    std::int64_t request_id = 0;    // 0: by the standard procedure
    std::string reason;
};
[[nodiscard]] OfficeRow get_office(store::Db& db, std::int64_t id);
/// Those of an organisation that were not ended at once and last to `day` or longer, oldest first.
[[nodiscard]] std::vector<OfficeRow> offices_lasting(store::Db& db, std::int64_t organisation_id,
                                                     Date day);
/// All there ever were, oldest first.
[[nodiscard]] std::vector<OfficeRow> all_offices(store::Db& db, std::int64_t organisation_id);
[[nodiscard]] std::int64_t insert_office(store::Db& db, const OfficeRow& row,
                                         std::int64_t operation);
void set_office_until(store::Db& db, std::int64_t id, Date until);
void set_office_ended(store::Db& db, std::int64_t id, std::string_view at);

struct PersonFacts {
    std::int64_t id;
    NationalNumber number;
    std::string first_name;
    std::string last_name;
    std::string email;
    std::string audit_key;
};
[[nodiscard]] PersonFacts person_facts(store::Db& db, std::int64_t id);
/// The categories of the working relations that are live on that day.
[[nodiscard]] std::vector<Category> categories_of(store::Db& db, std::int64_t person_id,
                                                  std::int64_t organisation_id, Date day,
                                                  Timestamp now);
/// The organisation's site of that number.
[[nodiscard]] std::optional<std::int64_t> find_site(store::Db& db, std::int64_t organisation_id,
                                                    SiteNumber number);

[[nodiscard]] std::optional<Timestamp> find_activation(store::Db& db, std::int64_t organisation_id);
void insert_activation(store::Db& db, std::int64_t organisation_id, std::string_view at,
                       std::int64_t operation);

/// The filter with what it names found, and the moment that states are about.
struct OfficeQuery {
    const AdministratorFilter& filter;
    std::optional<std::int64_t> organisation_id;
    std::optional<std::int64_t> person_id;
    std::optional<std::int64_t> domain_id;  // 0: only those with all
    Date day;
    Timestamp moment;
};
std::uint64_t list_offices(store::Db& db, const OfficeQuery& query,
                           const access::Sight& sight, const Each<Administrator>& each);
[[nodiscard]] Administrator shown_office(store::Db& db, std::int64_t id, Date day,
                                         Timestamp moment);

/// On which day and at which moment one looks.
struct Moment {
    Date day;
    Timestamp at;
};
std::uint64_t list_without_chief(store::Db& db, const OrganisationFilter& filter,
                                 std::optional<std::int64_t> parent_id, const Moment& moment,
                                 const access::Sight& sight, const Each<Organisation>& each);

}  // namespace dcadmin::designation
