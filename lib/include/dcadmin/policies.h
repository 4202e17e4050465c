// SPDX-License-Identifier: Apache-2.0
// Policies: what binds everyone who works on this store, and so lives in the store, never in a
// user's configuration. Each has a usual value that holds until another is set; what there is, and
// which values each takes, is a table of the library.
#pragma once

#include <dcadmin/bulk.h>
#include <dcadmin/env.h>

#include <string>
#include <vector>

namespace dcadmin {

struct Policy {
    std::string name;   // "retention"
    std::string value;  // that holds now
    std::string usual;  // that holds while none is set
    std::string what;   // what it decides, in a line
};

struct PolicyChange {
    std::string name;
    std::string value;
    std::string reason;
};

class DCADMIN_API Policies {
   public:
    explicit Policies(const Env& env) : env_(env) {}

    /// not_found for an unknown name, with the nearest as hint.
    [[nodiscard]] Policy get(const std::string& name);
    /// All of them, by name.
    [[nodiscard]] std::vector<Policy> list();
    /// not_found for an unknown name, usage for a value that it does not take; unchanged when it
    /// holds already. Recorded in the system chain, with the reason.
    Written<Policy> set(const PolicyChange& request);
    bulk::Summary set_rows(const bulk::Source<PolicyChange>& rows, const bulk::Options& options,
                           const bulk::Sink& sink);
    /// Sets sign_in to optional, whoever acts: for when no operator can sign in any more. On a server
    /// not_allowed for a role that does not own the store; usage without a reason. Recorded as set().
    Written<Policy> reopen(const std::string& reason);

   private:
    const Env& env_;
};

/// The names of all policies, for completion.
[[nodiscard]] DCADMIN_API std::vector<std::string_view> policy_names();

}  // namespace dcadmin
