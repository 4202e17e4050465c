// SPDX-License-Identifier: Apache-2.0
// Values from the store that can be offered, by what they are. Each list is asked for no more than
// is shown, without being counted; what the line names already (organisation, person, right …)
// narrows it.
#pragma once

#include "cli/candidates.h"

#include <dcadmin/env.h>
#include <dcadmin/secure_zone/service.h>
#include <dcadmin/store.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::cli {

class FromStore {
   public:
    /// Throws as opening does, and sign_in where the store wants a session.
    FromStore(const Settings& settings, const Environment& environment, const Clock& clock,
              const Chosen& chosen);

    [[nodiscard]] std::vector<Candidate> of(Complete kind, std::string_view begun,
                                            std::size_t most);

   private:
    // Each adds what it finds; those of the secure zone stand in zone_candidates.cpp, the records
    // that have an id of their own in record_candidates.cpp.
    void access_side(Complete kind);
    void zone_side(Complete kind);
    void records(Complete kind);

    void persons(std::optional<EnterpriseNumber> org);
    void contact_persons();
    void reviewers();
    void organisations();
    void employers();
    void own_organisations();
    void rights();
    void rights_to_grant();
    void rights_held();
    void sites();
    void contexts();
    void contexts_to_grant();
    void contexts_held();
    void domains();

    void workers();
    void customers();
    void services(std::vector<ServiceState> states);
    void issuances(Complete kind);
    void missing_months();
    void papers(bool to_correct);
    void pickups();
    void pickup_series();

    void tasks();
    void grants();
    void relations();
    void notices();
    void news();
    void reviews(bool open);
    void keys();
    void chief_requests();
    void applications();
    void accounts();

    /// False when there are enough.
    bool add(std::string value, std::string about);
    /// The same, if it fits what was begun.
    bool add_fitting(std::string value, std::string about);
    [[nodiscard]] Page page(std::string sort = {}) const;
    [[nodiscard]] std::optional<std::string> one(std::string_view option) const;
    [[nodiscard]] std::optional<EnterpriseNumber> org() const;
    [[nodiscard]] std::optional<PersonRef> person() const;
    /// The id that was begun, when it is whole and of that letter.
    [[nodiscard]] std::optional<std::int64_t> whole_id(char letter) const;

    const Settings& settings_;
    const Chosen& chosen_;
    Store store_;
    Env env_;
    std::string_view begun_;
    std::size_t most_ = 0;
    std::vector<Candidate> found_;
};

}  // namespace dcadmin::cli
