// SPDX-License-Identifier: Apache-2.0
// Contact persons of a company: whom the issuer turns to, for what, and since when each agreed to
// be one (the deck asks for several, for privacy's sake). They are persons of the store who work
// there; name, e-mail and telephone are theirs and are kept once.
#pragma once

#include <dcadmin/base/contact.h>
#include <dcadmin/base/date.h>
#include <dcadmin/base/enterprise_number.h>
#include <dcadmin/base/ids.h>
#include <dcadmin/bulk.h>
#include <dcadmin/env.h>
#include <dcadmin/export.h>

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace dcadmin {

enum class ContactPurpose { general, services, refunds, pickups, privacy };
inline constexpr std::array all_contact_purposes{ContactPurpose::general, ContactPurpose::services,
                                                 ContactPurpose::refunds, ContactPurpose::pickups,
                                                 ContactPurpose::privacy};
[[nodiscard]] DCADMIN_API std::string_view name_of(ContactPurpose purpose);
/// Any case. Refused with usage otherwise.
[[nodiscard]] DCADMIN_API ContactPurpose parse_contact_purpose(std::string_view text);

struct Contact {
    EnterpriseNumber org;
    PersonId person;
    std::string name;
    ContactPurpose purpose = ContactPurpose::general;
    Date consent_on;
    std::optional<EmailAddress> email;  // of the working relation, else the person's
    std::optional<PhoneNumber> phone;
    std::string state;  // "active"; "left": works there no more; "removed"
};

struct NewContact {
    EnterpriseNumber org;
    PersonRef person;
    ContactPurpose purpose = ContactPurpose::general;
    std::optional<Date> consent_on;  // default today
    std::string reason;
};

struct ContactFilter {
    std::optional<EnterpriseNumber> org;
    std::optional<ContactPurpose> purpose;
    bool all = false;  // removed ones too
    Page page;         // sort: org, name, purpose, consent
};

class DCADMIN_API Contacts {
   public:
    explicit Contacts(const Env& env) : env_(env) {}

    std::uint64_t list(const ContactFilter& filter, const Each<Contact>& each);
    /// By who keeps the company's data. Unchanged when he is it already since that day; conflict
    /// when since another day (hint: contact update); rule: he does not work there today; usage:
    /// agreed on a later day than today. Recorded in the company's chain.
    Written<Contact> add(const NewContact& request);
    bulk::Summary add_rows(const bulk::Source<NewContact>& rows, const bulk::Options& options,
                           const bulk::Sink& sink);
    /// Says on which day he agreed. not_found when he is no contact for that. By whom and recorded
    /// as add().
    Written<Contact> update(const NewContact& request);
    bulk::Summary update_rows(const bulk::Source<NewContact>& rows, const bulk::Options& options,
                              const bulk::Sink& sink);
    /// He is it no more. As update().
    Written<Contact> remove(const NewContact& request);
    bulk::Summary remove_rows(const bulk::Source<NewContact>& rows, const bulk::Options& options,
                              const bulk::Sink& sink);

   private:
    const Env& env_;
};

}  // namespace dcadmin
