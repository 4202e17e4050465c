// SPDX-License-Identifier: Apache-2.0
// Customers (gebruikers) of a company: for whom its workers work, and who pays with vouchers. The
// issuer knows each by a number of twelve digits; the same household may be the customer of two
// companies, and each keeps its own data of him. A person may sign in as a customer: he answers for
// his services then, and orders vouchers. His region decides what holds for him, and the channel by
// which he answers how long he may take (secure_zone.md, section 2.2).
#pragma once

#include <dcadmin/base/contact.h>
#include <dcadmin/base/enterprise_number.h>
#include <dcadmin/base/ids.h>
#include <dcadmin/base/vocabulary.h>
#include <dcadmin/bulk.h>
#include <dcadmin/env.h>
#include <dcadmin/export.h>
#include <dcadmin/secure_zone/customer_number.h>
#include <dcadmin/secure_zone/vocabulary.h>
#include <dcadmin/secure_zone/vouchers.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dcadmin {

struct Customer {
    CustomerId id;
    EnterpriseNumber org;
    CustomerNumber number;
    std::string name;
    Region region = Region::flanders;
    Language language = Language::nl;
    Channel channel = Channel::online;
    std::optional<EmailAddress> email;
    std::optional<PhoneNumber> phone;
    std::optional<PersonId> person;  // who signs in as him
    std::string state;               // "active", "inactive", "erased"
};

/// A customer and what waits for him.
struct CustomerCard {
    struct Services {
        std::string state;
        std::int64_t count = 0;
    };
    Customer customer;
    std::vector<WalletLine> wallet;       // what he can use, the oldest first
    std::vector<Services> open_services;  // by state
};

struct NewCustomer {
    EnterpriseNumber org;
    CustomerNumber number;
    std::string name;
    Region region = Region::flanders;
    std::optional<Language> language = {};  // default fr in Wallonia, nl elsewhere
    std::optional<Channel> channel = {};    // default online
    std::optional<EmailAddress> email = {};
    std::optional<PhoneNumber> phone = {};
    std::optional<PersonRef> person = {};
    std::string reason = {};
};

/// Fields that are absent stay as they are.
struct CustomerChange {
    EnterpriseNumber org;
    CustomerNumber number;
    std::optional<std::string> name = {};
    std::optional<Region> region = {};
    std::optional<Language> language = {};
    std::optional<Channel> channel = {};
    std::optional<EmailAddress> email = {};
    std::optional<PhoneNumber> phone = {};
    std::optional<PersonRef> person = {};
    std::string reason = {};
};

struct CustomerRef {
    EnterpriseNumber org;
    CustomerNumber number;
    std::string reason = {};
};

struct CustomerFilter {
    std::optional<EnterpriseNumber> org = {};
    std::optional<Region> region = {};
    std::string text = {};         // words of the name, or the first digits of the number
    std::string state = "active";  // "active", "inactive", "all"
    Page page = {};                // sort: name, number, org
};

class DCADMIN_API Customers {
   public:
    explicit Customers(const Env& env) : env_(env) {}

    /// Those of the company of who asks; who signed in for himself sees the customer that he is.
    /// usage for another state.
    std::uint64_t list(const CustomerFilter& filter, const Each<Customer>& each);
    [[nodiscard]] CustomerCard show(const CustomerRef& which);

    /// By who holds the right of the zone in the company. Unchanged when he is there in the same
    /// way; conflict when otherwise, or not active. usage for a name that is empty; not_found for a
    /// person who is not there. Recorded in the company's chain.
    Written<Customer> add(const NewCustomer& request);
    bulk::Summary add_rows(const bulk::Source<NewCustomer>& rows, const bulk::Options& options,
                           const bulk::Sink& sink);
    /// As add(). What was ordered before keeps the term of the region of that day. conflict for a
    /// customer who was erased.
    Written<Customer> update(const CustomerChange& request);
    bulk::Summary update_rows(const bulk::Source<CustomerChange>& rows,
                              const bulk::Options& options, const bulk::Sink& sink);
    /// For a customer who is not active no service is registered and no voucher ordered. As add().
    Written<Customer> activate(const CustomerRef& request);
    bulk::Summary activate_rows(const bulk::Source<CustomerRef>& rows, const bulk::Options& options,
                                const bulk::Sink& sink);
    Written<Customer> deactivate(const CustomerRef& request);
    bulk::Summary deactivate_rows(const bulk::Source<CustomerRef>& rows,
                                  const bulk::Options& options, const bulk::Sink& sink);
    /// Destroys name, e-mail, telephone, who signs in as him, and the key that the log's hashes of
    /// these were made with; he is not active any more. usage without a reason; rule while services
    /// of his are open. His services and vouchers stay, and the log still verifies.
    Written<Customer> erase(const CustomerRef& request);
    bulk::Summary erase_rows(const bulk::Source<CustomerRef>& rows, const bulk::Options& options,
                             const bulk::Sink& sink);

   private:
    const Env& env_;
};

}  // namespace dcadmin
