// SPDX-License-Identifier: Apache-2.0
// Service accounts: programs that act by themselves, such as the monthly issuance of a timer. Each
// may do a list of operations for a list of organisations until a last day, and proves itself with
// a secret of 256 bits that stands in the store as a hash alone; whoever runs it keeps the secret
// in a file of his own or hands it over as a credential of systemd.
#pragma once

#include <dcadmin/base/date.h>
#include <dcadmin/base/enterprise_number.h>
#include <dcadmin/env.h>

#include <optional>
#include <string>
#include <vector>

namespace dcadmin {

struct NewAccount {
    std::string name;                     // 3 to 64 letters, digits, '-', '_' or '.'
    std::vector<std::string> operations;  // names of operations; "*" for all that accounts may do
    std::vector<EnterpriseNumber> orgs;   // none: all
    Date until = Date::from_days(0);      // the last day, at most two years away
    std::string reason;
};

struct Account {
    std::string name;
    std::vector<std::string> operations;
    std::vector<EnterpriseNumber> orgs;
    Date until = Date::from_days(0);
    std::string state;  // "active", "ended", "retired"
    std::string reason;
    Timestamp added_at = Timestamp::from_seconds(0);
};

struct IssuedSecret {
    Account account;
    std::string secret;  // here and nowhere else
};

class DCADMIN_API Accounts {
   public:
    explicit Accounts(const Env& env) : env_(env) {}

    /// conflict for a name that is taken, not_found for an organisation. Recorded.
    [[nodiscard]] IssuedSecret add(const NewAccount& request);
    [[nodiscard]] std::vector<Account> list();
    /// not_found when there is none.
    [[nodiscard]] Account get(const std::string& name);
    /// A new secret; the old one stops working in the same moment. rule for one that is retired.
    [[nodiscard]] IssuedSecret rotate(const std::string& name, const std::string& reason);
    /// Ends it now. unchanged when it is retired.
    Written<Account> retire(const std::string& name, const std::string& reason);

   private:
    const Env& env_;
};

}  // namespace dcadmin
