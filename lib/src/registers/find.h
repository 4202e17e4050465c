// SPDX-License-Identifier: Apache-2.0
// What the registers know of one number, for the contexts above that add it to the store.
#pragma once

#include <dcadmin/registers.h>

#include <optional>
#include <string>

namespace dcadmin::registers {

struct KnownEnterprise {
    std::string name;    // in the language asked or the next best; empty when it has none
    bool active = true;  // not stopped
};
struct KnownEstablishment {
    EnterpriseNumber enterprise;
    std::string name;  // or the municipality it lies in
};

[[nodiscard]] std::optional<KnownEnterprise> find_enterprise(store::Db& db, EnterpriseNumber number,
                                                             Language asked);
[[nodiscard]] std::optional<KnownEstablishment> find_establishment(store::Db& db, SiteNumber number,
                                                                   Language asked);
struct KnownPerson {
    RegisterPerson person;
    bool imported;  // from a file; else an answer that is kept for a while
};
/// What an imported file says, or an answer that may still be kept at that moment.
[[nodiscard]] std::optional<KnownPerson> find_person(store::Db& db, NationalNumber number,
                                                     Timestamp now);

}  // namespace dcadmin::registers
