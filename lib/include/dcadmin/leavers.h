// SPDX-License-Identifier: Apache-2.0
// What happens when a person goes. Leaving ends all that he holds for an organisation, or for all
// of them, on one day: his working relations, with them his rights, and his offices as an
// administrator; a former colleague who keeps access is the hole that the deck warns of (2020, part
// 3). Later, when the term of the policy `retention` has passed, his data can be erased: the
// records and the log stay whole, without a way back to the person.
#pragma once

#include <dcadmin/base/date.h>
#include <dcadmin/base/enterprise_number.h>
#include <dcadmin/base/ids.h>
#include <dcadmin/bulk.h>
#include <dcadmin/env.h>

#include <optional>
#include <string>
#include <vector>

namespace dcadmin {

struct LeaveRequest {
    PersonRef person;
    std::optional<EnterpriseNumber> org;  // only there; all organisations unless said
    std::optional<Date> on;               // the last day; default today
    std::string reason;
    bool force = false;  // also when he is the last administrator of an organisation
};

/// One thing that ends.
struct LeaveItem {
    std::string kind;  // "relation", "grant", "office"
    std::string id;    // public id
    EnterpriseNumber org;
    std::string org_name;
    std::string what;           // "vaste medewerker", the right's title, "chief"
    std::optional<Date> until;  // the end that it had; none for an office without one
    Date ends;                  // the last day that it has now
};

struct ErasureRequest {
    PersonRef person;
    std::string reason;
    bool force = false;  // also within the term of `retention`
};

/// What erasing a person came to.
struct Erasure {
    PersonId person;
    std::uint64_t relations = 0;  // whose e-mail and telephone went too
    std::uint64_t notices = 0;    // whose address went too
    std::uint64_t others = 0;     // offices, requests and tasks
};

class DCADMIN_API Leavers {
   public:
    explicit Leavers(const Env& env) : env_(env) {}

    /// What leave() would end: nothing is changed, and nothing recorded.
    [[nodiscard]] std::vector<LeaveItem> preview(const LeaveRequest& request);
    /// Unchanged when there is nothing left to end after that day, be it in the past; not_found for
    /// an unknown person or organisation; usage: a day in the past, no reason; rule: the last
    /// administrator of an organisation, unless forced. Each end is recorded in its organisation's
    /// chain; one notice.
    Written<std::vector<LeaveItem>> leave(const LeaveRequest& request);
    bulk::Summary leave_rows(const bulk::Source<LeaveRequest>& rows, const bulk::Options& options,
                             const bulk::Sink& sink);

    /// Destroys name, number, e-mail, telephone and the key that the log's hashes of them were made
    /// with; every chain still verifies. rule: something of his is active or to come (hint: person
    /// leave); within the term of `retention`, unless forced. usage: no reason. Recorded in the
    /// system chain. Free texts that others wrote, such as reasons, stay as they are.
    Written<Erasure> erase(const ErasureRequest& request);
    bulk::Summary erase_rows(const bulk::Source<ErasureRequest>& rows, const bulk::Options& options,
                             const bulk::Sink& sink);

   private:
    const Env& env_;
};

}  // namespace dcadmin
