// SPDX-License-Identifier: Apache-2.0
// Who administers access for an organisation (Beheer der Toegangsbeheerders, BTB): its one chief
// (hoofdtoegangsbeheerder), co-chiefs, and managers of a domain or of some sites. Only a legal
// representative whose function is valid today names the chief; the chief and the co-chiefs name
// the others. Each office is a record with a period; an office that ends stays in the history.
// Rules: domain sheet access.md, sections 0 (D5-D8), 2 and 8 (U4-U7).
#pragma once

#include <dcadmin/base/contact.h>
#include <dcadmin/base/date.h>
#include <dcadmin/base/domain_code.h>
#include <dcadmin/base/enterprise_number.h>
#include <dcadmin/base/ids.h>
#include <dcadmin/base/national_number.h>
#include <dcadmin/base/site_number.h>
#include <dcadmin/bulk.h>
#include <dcadmin/env.h>
#include <dcadmin/organisations.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin {

enum class AdministratorRole { chief, cochief, manager };
[[nodiscard]] DCADMIN_API std::string_view name_of(AdministratorRole role);

enum class OfficeState { active, future, ended };
[[nodiscard]] DCADMIN_API std::string_view name_of(OfficeState state);
[[nodiscard]] DCADMIN_API OfficeState parse_office_state(std::string_view text);

/// One office of one person: one role, one domain or all, one site or all.
struct Administrator {
    AdministratorId id;
    PersonId person;
    NationalNumber number;
    std::string name;  // of the person
    EnterpriseNumber org;
    std::string org_name;
    AdministratorRole role = AdministratorRole::manager;
    DomainCode domain = DomainCode::all();
    std::optional<SiteNumber> site;  // none: all sites
    std::optional<EmailAddress> email;
    std::optional<PhoneNumber> phone;
    DateRange period;
    std::optional<Timestamp> ended_at;        // ended at once, within its period
    OfficeState state = OfficeState::active;  // on the day asked for
    bool by_exception = false;                // by a request that an operator approved
    std::string appointed_by;                 // name of the person; empty for the local operator
    std::string reason;
};

/// A designation by the standard procedure. The acting person must be a legal representative.
struct NewChief {
    EnterpriseNumber org;
    bool self = false;
    std::optional<PersonRef> person;  // who, unless it is the acting person himself
    EmailAddress email;
    PhoneNumber phone;
    std::optional<Date> from;                 // default today, never earlier
    std::optional<EnterpriseNumber> confirm;  // the enterprise number, typed once more
    std::string reason;
};

struct ChiefEnd {
    EnterpriseNumber org;
    std::optional<Date> on;                   // the last day; without it the office ends now
    std::optional<EnterpriseNumber> confirm;  // as in NewChief
    bool force = false;                       // also when nobody is left; needs a reason
    std::string reason;
};

/// A designation by the exception procedure, for who has no eID.
struct NewChiefRequest {
    EnterpriseNumber org;
    PersonRef person;
    EmailAddress email;
    PhoneNumber phone;
    std::string reason;
    std::vector<std::string> documents;  // references, at least one
};

struct ChiefAnswer {
    ChiefRequestId id;
    std::string reason;  // needed to refuse
};

struct ChiefRequest {
    ChiefRequestId id;
    Timestamp at = Timestamp::from_seconds(0);
    EnterpriseNumber org;
    PersonId person;
    std::string name;
    std::string requested_by;  // name of the person; empty for the local operator
    std::optional<EmailAddress> email;
    std::optional<PhoneNumber> phone;
    std::string reason;
    std::vector<std::string> documents;
    std::string state;  // "waiting", "approved", "refused"
    std::string answer;
};

/// An appointment of a co-chief or manager. Several domains and sites make one office each.
struct NewOffice {
    AdministratorRole role;
    PersonRef person;
    EnterpriseNumber org;
    std::vector<DomainCode> domains;  // none: all, for a co-chief
    std::vector<SiteNumber> sites;    // none: all
    std::optional<Date> from;         // default today
    std::optional<Date> until;        // default without end
    std::optional<EmailAddress> email;
    std::optional<PhoneNumber> phone;
    std::string reason;
};

/// Ends the offices of that role that the person holds or will hold.
struct OfficeEnd {
    AdministratorRole role;
    PersonRef person;
    EnterpriseNumber org;
    std::vector<DomainCode> domains;  // none: whatever the domain
    std::vector<SiteNumber> sites;    // none: whatever the site
    std::optional<Date> on;           // the last day; without it they end now
    bool force = false;               // also when nobody is left; needs a reason
    std::string reason;
};

struct AdministratorFilter {
    std::optional<EnterpriseNumber> org;
    std::optional<PersonRef> person;
    std::optional<AdministratorRole> role;
    std::optional<DomainCode> domain;  // those who have it, also by having all
    std::optional<OfficeState> state;
    std::optional<Date> at;  // state on that day; default today
    Page page;               // sort: name, org, from, until, id
};

struct ChiefRequestFilter {
    std::optional<EnterpriseNumber> org;
    std::string state;
    Page page;
};

struct Activation {
    EnterpriseNumber org;
    Timestamp at;
};

class DCADMIN_API Designation {
   public:
    explicit Designation(const Env& env) : env_(env) {}

    /// Only by a legal representative whose function is valid today, and only of an employee or
    /// legal representative (not_allowed, rule). Ends the office of the former chief in the same
    /// transaction, puts those who stay on the organisation's list for review, activates the
    /// organisation the first time. Unchanged when the same chief is there with the same data.
    Written<Administrator> designate(const NewChief& request);
    bulk::Summary designate_rows(const bulk::Source<NewChief>& rows, const bulk::Options& options,
                                 const bulk::Sink& sink);
    /// rule when nobody would be left who administers everything, unless forced with a reason.
    Written<Administrator> end_chief(const ChiefEnd& request);
    bulk::Summary end_chief_rows(const bulk::Source<ChiefEnd>& rows, const bulk::Options& options,
                                 const bulk::Sink& sink);
    /// Who is chief on that day; not_found when nobody is.
    [[nodiscard]] Administrator chief(EnterpriseNumber org, std::optional<Date> at = {});

    /// Waits until an operator has decided. Unchanged when the same request waits already.
    Written<ChiefRequest> request(const NewChiefRequest& request);
    bulk::Summary request_rows(const bulk::Source<NewChiefRequest>& rows,
                               const bulk::Options& options, const bulk::Sink& sink);
    /// By the local operator alone (not_allowed with --as); designates as designate() does.
    Written<ChiefRequest> approve(const ChiefAnswer& answer);
    bulk::Summary approve_rows(const bulk::Source<ChiefAnswer>& rows, const bulk::Options& options,
                               const bulk::Sink& sink);
    /// By the local operator alone; needs a reason. Tells the person and who asked.
    Written<ChiefRequest> refuse(const ChiefAnswer& answer);
    bulk::Summary refuse_rows(const bulk::Source<ChiefAnswer>& rows, const bulk::Options& options,
                              const bulk::Sink& sink);
    std::uint64_t list_requests(const ChiefRequestFilter& filter, const Each<ChiefRequest>& each);

    /// By whom the matrix of security.md names (not_allowed). The person must work for the
    /// organisation or represent it on the first day (rule). The same office again is unchanged,
    /// one that overlaps it a conflict. One office for each domain and site, all or none.
    Written<std::vector<Administrator>> appoint(const NewOffice& request);
    /// All rows are of that role.
    bulk::Summary appoint_rows(AdministratorRole role, const bulk::Source<NewOffice>& rows,
                               const bulk::Options& options, const bulk::Sink& sink);
    /// By whom may appoint, and by the person himself. rule as end_chief().
    Written<std::vector<Administrator>> dismiss(const OfficeEnd& request);
    bulk::Summary dismiss_rows(AdministratorRole role, const bulk::Source<OfficeEnd>& rows,
                               const bulk::Options& options, const bulk::Sink& sink);
    std::uint64_t list(const AdministratorFilter& filter, const Each<Administrator>& each);

    /// Since when the organisation is activated: its first chief was designated.
    [[nodiscard]] std::optional<Activation> activation(EnterpriseNumber org);
    /// The organisations that have no chief on that day.
    std::uint64_t list_without_chief(const OrganisationFilter& filter, std::optional<Date> at,
                                     const Each<Organisation>& each);

   private:
    const Env& env_;
};

/// A group of applications (domein) that access is administered for. Data, dated.
struct Domain {
    DomainCode code;
    std::string name_nl;
    std::string name_fr;
    std::string name_en;
    DateRange period;
    std::string source;
};

struct NewDomain {
    DomainCode code;
    std::string name_nl;
    std::string name_fr;
    std::string name_en;
    std::optional<Date> from;   // default since ever
    std::optional<Date> until;  // default without end
    std::string source;
};

struct DomainFilter {
    std::string text;        // part of the code
    std::optional<Date> at;  // only those valid on that day
    Page page;               // sort: code, from
};

class DCADMIN_API Domains {
   public:
    explicit Domains(const Env& env) : env_(env) {}

    /// Unchanged when it is there with the same values; conflict with other values. Recorded in the
    /// system chain.
    Written<Domain> add(const NewDomain& request);
    bulk::Summary add_rows(const bulk::Source<NewDomain>& rows, const bulk::Options& options,
                           const bulk::Sink& sink);
    std::uint64_t list(const DomainFilter& filter, const Each<Domain>& each);
    [[nodiscard]] Domain get(const DomainCode& code);

   private:
    const Env& env_;
};

}  // namespace dcadmin
