// SPDX-License-Identifier: Apache-2.0
// Who works for the issuing company: operators keep the catalogue and the registers and answer
// requests for a chief, auditors read all logs. On a store that wants sign-in the first operator who
// can sign in ends its set-up: from then on nobody does anything there without a session.
#pragma once

#include <dcadmin/base/date.h>
#include <dcadmin/base/ids.h>
#include <dcadmin/bulk.h>
#include <dcadmin/env.h>
#include <dcadmin/export.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dcadmin {

enum class StaffRole { issuer, auditor };
/// "operator", "auditor"
[[nodiscard]] DCADMIN_API std::string_view name_of(StaffRole role);
/// Refused with usage.
[[nodiscard]] DCADMIN_API StaffRole parse_staff_role(std::string_view text);

struct StaffMember {
    StaffId id;
    PersonId person;
    std::string name;  // of the person
    StaffRole role = StaffRole::issuer;
    DateRange period;
    std::optional<Timestamp> ended_at;  // ended at once, within its period
    std::string state;                  // "active", "future", "ended"
    std::string reason;
};

struct NewStaff {
    PersonRef person;
    StaffRole role = StaffRole::issuer;
    std::optional<Date> from;   // default today
    std::optional<Date> until;  // default without end
    std::string reason;
};

struct StaffEnd {
    PersonRef person;
    StaffRole role = StaffRole::issuer;
    std::string reason;
};

struct StaffFilter {
    std::optional<PersonRef> person = {};
    std::optional<StaffRole> role = {};
    std::string state = {};
    Page page = {};  // sort: id, name
};

class DCADMIN_API Staff {
   public:
    explicit Staff(const Env& env) : env_(env) {}

    /// By an operator, or in the set-up of a store. Unchanged when the person has the role for that
    /// period; conflict for another period; rule: a first day that is past; the first operator of a
    /// store that wants sign-in has no key to sign in with. Recorded in the system chain; a notice.
    Written<StaffMember> add(const NewStaff& request);
    bulk::Summary add_rows(const bulk::Source<NewStaff>& rows, const bulk::Options& options,
                           const bulk::Sink& sink);
    /// Ends it now. Unchanged when it ended already; not_found when he never had the role; rule for
    /// the last operator who can sign in to a store that wants sign-in. Recorded and told as add().
    Written<StaffMember> remove(const StaffEnd& request);
    bulk::Summary remove_rows(const bulk::Source<StaffEnd>& rows, const bulk::Options& options,
                              const bulk::Sink& sink);
    /// Everybody sees himself, an operator all.
    std::uint64_t list(const StaffFilter& filter, const Each<StaffMember>& each);

   private:
    const Env& env_;
};

}  // namespace dcadmin
