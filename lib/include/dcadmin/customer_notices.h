// SPDX-License-Identifier: Apache-2.0
// Notices to customers of companies: what was done to their services, by e-mail. They are written
// and sent as those to persons (outbox.h), by the same `notice send`; they tell of services as
// these are when the mail is made.
#pragma once

#include <dcadmin/base/enterprise_number.h>
#include <dcadmin/base/ids.h>
#include <dcadmin/env.h>
#include <dcadmin/export.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dcadmin {

struct CustomerNotice {
    std::int64_t number = 0;  // of the notice
    Timestamp at = Timestamp::from_seconds(0);
    EnterpriseNumber org;
    CustomerId customer;
    std::string name;     // of the customer
    std::string address;  // his present e-mail address
    std::string kind;     // "service.validated"
    std::string state;    // "waiting", "claimed", "sent", "failed"
    std::string subject;  // in his language
    std::string body;     // filled by get(), not by list()
    std::int64_t tries = 0;
    std::optional<Timestamp> due = {};
    std::string answer = {};
};

struct CustomerNoticeFilter {
    std::optional<CustomerId> customer = {};
    std::string state = {};
    std::string kind = {};
    Page page = {};  // sort: id
};

class DCADMIN_API CustomerNotices {
   public:
    explicit CustomerNotices(const Env& env) : env_(env) {}

    /// Those of the companies of who asks; who signs in as a customer sees his own. usage for
    /// another state.
    std::uint64_t list(const CustomerNoticeFilter& filter, const Each<CustomerNotice>& each);
    /// One that list() shows; not_found for others.
    [[nodiscard]] CustomerNotice get(std::int64_t number);
    /// Lets all that have failed wait again, where the customer has an address; how many. Recorded
    /// in the system chain.
    std::uint64_t resend_failed();

   private:
    const Env& env_;
};

}  // namespace dcadmin
