// SPDX-License-Identifier: Apache-2.0
// Statements of persons.
#pragma once

#include "access/require.h"
#include "persons/find.h"

#include <dcadmin/persons.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::store {
class Tx;
}  // namespace dcadmin::store

namespace dcadmin::persons {

struct StoredPerson {
    Person item;
    std::string audit_key;
};

[[nodiscard]] std::optional<StoredPerson> find_person(store::Db& db, const PersonRef& person);
/// Throws as get_id() does.
[[nodiscard]] StoredPerson get_person(store::Db& db, const PersonRef& person);
/// Nobody whom who acts may not see.
[[nodiscard]] StoredPerson get_person(store::Tx& tx, const PersonRef& person);
/// Gives the person its id.
void insert_person(store::Db& db, StoredPerson& person);
void update_person(store::Db& db, const Person& person);

/// Whose folded name, first or last name first, begins so; in order, by the indexes alone.
[[nodiscard]] std::vector<Person> persons_beginning(store::Db& db, std::string_view folded,
                                                    std::int64_t limit);

/// Whose number begins with these digits, in its order.
[[nodiscard]] std::vector<Person> persons_numbered(store::Db& db, std::string_view digits,
                                                   std::int64_t limit);
/// Whose id begins with these digits, the shortest first.
[[nodiscard]] std::vector<Person> persons_with_id(store::Db& db, std::string_view digits,
                                                  std::int64_t limit);

/// With a working relation with that organisation, live on `day` and at `moment`.
struct WorksFor {
    std::int64_t organisation_id;
    Date day;
    Timestamp moment;
};
std::uint64_t list_persons(store::Db& db, const PersonFilter& filter,
                           const std::optional<WorksFor>& works_for, const access::Sight& sight,
                           const Each<Person>& each);

}  // namespace dcadmin::persons
