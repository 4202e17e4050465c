// SPDX-License-Identifier: Apache-2.0
// Workers (dienstenchequewerknemers): persons who perform services for a company. Each has a login
// of twelve digits by which he enters them, and a password that is shown or sent once and then
// known to nobody but him. How to reach him for his company is kept with the worker, apart from
// what other companies know of the same person.
#pragma once

#include <dcadmin/base/contact.h>
#include <dcadmin/base/date.h>
#include <dcadmin/base/enterprise_number.h>
#include <dcadmin/base/ids.h>
#include <dcadmin/base/month.h>
#include <dcadmin/base/national_number.h>
#include <dcadmin/base/site_number.h>
#include <dcadmin/base/vocabulary.h>
#include <dcadmin/bulk.h>
#include <dcadmin/env.h>
#include <dcadmin/export.h>
#include <dcadmin/secure_zone/vocabulary.h>
#include <dcadmin/sms_key.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dcadmin {

struct Worker {
    AffiliationNumber login;
    PersonId person;
    std::string name;
    EnterpriseNumber org;
    std::optional<SiteNumber> site;
    Region region = Region::flanders;
    std::optional<EmailAddress> email;
    std::optional<PhoneNumber> phone;
    std::string state;     // "active", "inactive"
    std::string contract;  // of the day asked for: "open", "fixed", "none"
};

struct NewWorker {
    std::optional<AffiliationNumber> login;  // default: the next that is free
    NationalNumber number;
    std::string first_name;
    std::string last_name;
    EnterpriseNumber org;
    std::optional<SiteNumber> site;
    Region region = Region::flanders;
    std::optional<EmailAddress> email;
    std::optional<PhoneNumber> phone;
    std::string reason;
};

/// Fields that are absent stay as they are.
struct WorkerChange {
    AffiliationNumber login;
    std::optional<SiteNumber> site;
    std::optional<Region> region;
    std::optional<EmailAddress> email;
    std::optional<PhoneNumber> phone;
    std::string reason;
};

struct WorkerRef {
    AffiliationNumber login;
    std::string reason;
};

struct WorkerFilter {
    std::optional<EnterpriseNumber> org;
    std::optional<SiteNumber> site;
    std::optional<Region> region;
    std::string state = "active";  // "active", "inactive", "all"
    std::string text = {};         // words of the name, or the first digits of the login
    bool no_contract = false;      // active, where contracts must be told, without one on `at`
    std::optional<Date> at;        // default today
    Page page;                     // sort: name, login, org
};

struct PasswordReset {
    AffiliationNumber login;
    bool to_phone = false;  // it will be sent: refused when nobody knows where to
    std::string reason;
};

struct IssuedPassword {
    Worker worker;
    Language language = Language::nl;
    std::string password;
};

/// The hours of a worker's services of a month, and the number of the policy zone.month_hours.
struct WorkerHours {
    AffiliationNumber login;
    std::string name;
    EnterpriseNumber org;
    Month month;
    std::int64_t hours = 0;
    std::int64_t limit = 0;
};

class DCADMIN_API Workers {
   public:
    explicit Workers(const Env& env) : env_(env) {}

    /// Those at the sites of who asks; a worker who is signed in for himself sees himself. usage
    /// for another state.
    std::uint64_t list(const WorkerFilter& filter, const Each<Worker>& each);
    /// How many lack a contract today, of all that who asks may see: Wallonia and Brussels want the
    /// contract data of each worker (deck; [S22b], [S86] of the sheet of the secure zone).
    std::uint64_t without_contract(std::optional<EnterpriseNumber> org);
    [[nodiscard]] Worker get(AffiliationNumber login);
    /// What he has in that month (default this one); the issuer looks into it from the limit on.
    [[nodiscard]] WorkerHours hours(AffiliationNumber login, std::optional<Month> month);
    /// Who has so many hours in that month (default this one) that the issuer looks into it, of the
    /// company named, else the session's, the most first. Of all companies only where the month is
    /// named, for that reads every service of it: else none. Services that were cancelled do not
    /// count.
    [[nodiscard]] std::vector<WorkerHours> many_hours(std::optional<EnterpriseNumber> org,
                                                      std::optional<Month> month);

    /// By who holds the zone's right at the site. Adds the person when he is not there. Unchanged
    /// when he is that company's worker in the same way; conflict when in another, or when the
    /// login is somebody else's; not_found for a site that is not the company's. Recorded in the
    /// company's chain.
    Written<Worker> add(const NewWorker& request);
    bulk::Summary add_rows(const bulk::Source<NewWorker>& rows, const bulk::Options& options,
                           const bulk::Sink& sink);
    /// As add(); e-mail and telephone also by the worker himself.
    Written<Worker> update(const WorkerChange& request);
    bulk::Summary update_rows(const bulk::Source<WorkerChange>& rows, const bulk::Options& options,
                              const bulk::Sink& sink);
    /// A worker who is not active registers no service. As add().
    Written<Worker> activate(const WorkerRef& request);
    bulk::Summary activate_rows(const bulk::Source<WorkerRef>& rows, const bulk::Options& options,
                                const bulk::Sink& sink);
    Written<Worker> deactivate(const WorkerRef& request);
    bulk::Summary deactivate_rows(const bulk::Source<WorkerRef>& rows, const bulk::Options& options,
                                  const bulk::Sink& sink);

    /// A new password of eight digits, for they are entered by telephone too; the former one ends
    /// at once. Kept as Argon2id. rule for a worker who is not active, or without a telephone when
    /// it is to be sent. By him too. Recorded without the password.
    [[nodiscard]] IssuedPassword reset_password(const PasswordReset& request);
    /// By short message to his telephone, in his language. busy or failed when the gateway does not
    /// take it: the password holds all the same, and can only be reset once more.
    void send_password(const SmsGateway& gateway, const IssuedPassword& issued);

   private:
    const Env& env_;
};

}  // namespace dcadmin
