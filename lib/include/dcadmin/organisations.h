// SPDX-License-Identifier: Apache-2.0
// Enterprises and their sites (organisaties, vestigingen): for whom persons act and where. A site
// is an establishment unit or an affiliation of the secure zone; it is what a right can be limited
// to. Nothing is deleted: other records refer to them for ever.
#pragma once

#include <dcadmin/base/enterprise_number.h>
#include <dcadmin/base/site_number.h>
#include <dcadmin/base/vocabulary.h>
#include <dcadmin/bulk.h>
#include <dcadmin/env.h>

#include <optional>
#include <string>

namespace dcadmin {

struct Organisation {
    EnterpriseNumber number;
    std::string name;
    std::optional<EnterpriseNumber> parent;
    Language language = Language::nl;
};
/// A name that is empty is the register's, in the language asked or the administrator's.
struct NewOrganisation {
    EnterpriseNumber number;
    std::string name;
    std::optional<EnterpriseNumber> parent;
    std::optional<Language> language;  // default nl
};

struct Site {
    EnterpriseNumber org;
    SiteNumber number;
    std::string name;
};
/// A name that is empty is the register's.
using NewSite = Site;

struct OrganisationFilter {
    std::string text;  // part of the name in any case or accent, or the beginning of the number
    std::optional<EnterpriseNumber> parent;
    Page page;
};
struct SiteFilter {
    std::optional<EnterpriseNumber> org;
    std::string text;
    Page page;
};

class DCADMIN_API Organisations {
   public:
    explicit Organisations(const Env& env) : env_(env) {}

    /// The name of the register of enterprises holds where it knows the number (a remark tells when
    /// another was typed). Unchanged when it is there with the same values; conflict with other
    /// values; not_found for an unknown parent; rule for an enterprise that was stopped, and when
    /// no name is known. Recorded in the system chain.
    Written<Organisation> add(const NewOrganisation& request);
    bulk::Summary add_rows(const bulk::Source<NewOrganisation>& rows, const bulk::Options& options,
                           const bulk::Sink& sink);
    /// The number of organisations that match, whatever the page shows.
    std::uint64_t list(const OrganisationFilter& filter, const Each<Organisation>& each);
    [[nodiscard]] Organisation get(EnterpriseNumber number);

    /// As add(); not_found for an unknown organisation, conflict for a site of another one, rule
    /// for an establishment that the register gives to another enterprise. Recorded in the
    /// organisation's chain.
    Written<Site> add_site(const NewSite& request);
    bulk::Summary add_site_rows(const bulk::Source<NewSite>& rows, const bulk::Options& options,
                                const bulk::Sink& sink);
    std::uint64_t list_sites(const SiteFilter& filter, const Each<Site>& each);
    /// The site of that number; `org` decides when several organisations have one.
    [[nodiscard]] Site get_site(SiteNumber number, std::optional<EnterpriseNumber> org);

   private:
    const Env& env_;
};

}  // namespace dcadmin
