// SPDX-License-Identifier: Apache-2.0
#include "access/require.h"
#include "designation/chiefs.h"
#include "designation/office_records.h"
#include "designation/offices.h"
#include "designation/requests_sql.h"
#include "persons/find.h"

#include <dcadmin/base/say.h>

#include <algorithm>
#include <utility>

namespace dcadmin {

namespace designation {

namespace {

constexpr Date no_end = Date::from_days(2'932'896);  // 9999-12-31

struct Part {
    std::int64_t domain_id;   // 0: all
    std::int64_t context_id;  // 0: all sites
};

struct NamedDomain {
    std::int64_t id;
    DomainCode code;
};

// Several named domains, or all; valid on the day, where one is given.
std::vector<NamedDomain> domains_of(store::Db& db, const std::vector<DomainCode>& codes,
                                    std::optional<Date> day) {
    std::vector<NamedDomain> found;
    for (const DomainCode& code : codes) {
        if (code.is_all() && codes.size() > 1) {
            throw Error(Kind::usage, "all domains and some of them are named together",
                        "name all, or those that are meant", "domain");
        }
        if (code.is_all()) {
            found.push_back({0, code});
            continue;
        }
        const StoredDomain domain = get_domain(db, code);
        if (day && !domain.item.period.contains(*day)) {
            throw Error(Kind::rule,
                        say("domain '{}' is not there on {}: {}", code.text(), day->formatted(),
                            domain.item.period.formatted()),
                        "see which there are: dcadmin domain list", "domain");
        }
        found.push_back({domain.id, code});
    }
    return found;
}

std::vector<std::int64_t> sites_of(store::Db& db, const organisations::Found& org,
                                   EnterpriseNumber number, const std::vector<SiteNumber>& sites) {
    std::vector<std::int64_t> found;
    for (const SiteNumber& site : sites) {
        const auto id = find_site(db, org.id, site);
        if (!id) {
            throw Error(Kind::not_found,
                        say("organisation {} has no site {}", number.formatted(), site.formatted()),
                        say("see which it has: dcadmin site list --org {}", number.digits()),
                        "site");
        }
        found.push_back(*id);
    }
    return found;
}

// Each pair once, however often it was named.
std::vector<Part> parts_of(const std::vector<NamedDomain>& domains,
                           const std::vector<std::int64_t>& sites) {
    std::vector<Part> parts;
    const std::vector<std::int64_t> contexts = sites.empty() ? std::vector<std::int64_t>{0} : sites;
    for (const NamedDomain& domain : domains) {
        for (const std::int64_t context : contexts) {
            const bool there = std::ranges::any_of(parts, [&](const Part& part) {
                return part.domain_id == domain.id && part.context_id == context;
            });
            if (!there) parts.push_back({domain.id, context});
        }
    }
    return parts;
}

access::Operation operation_of(AdministratorRole role, bool of_sites) {
    if (role == AdministratorRole::cochief) return access::Operation::appoint_cochief;
    return of_sites ? access::Operation::appoint_local_manager : access::Operation::appoint_manager;
}

void require_authority(store::Tx& tx, const organisations::Found& org, EnterpriseNumber number,
                       AdministratorRole role, bool of_sites,
                       const std::vector<NamedDomain>& domains) {
    access::enter(tx);
    const Authority authority = authority_of(tx, org.id, number);
    for (const NamedDomain& domain : domains) {
        access::require(tx, operation_of(role, of_sites),
                        {.organisation = org.id, .domain = domain.code.text()});
        const auto problem = appoint_problem(authority, role, domain.id, domain.code, number);
        if (problem) throw *problem;
    }
}

Error overlapping(const OfficeRow& there, DateRange period) {
    const std::string id = AdministratorId::from_stored(there.id).text();
    return {Kind::conflict,
            say("the office {} of the same person overlaps it: {}, not {}", id,
                there.period.formatted(), period.formatted()),
            say("end it first: dcadmin {} remove …", name_of(there.role)), "from"};
}

Error different(const OfficeRow& there, std::string_view what) {
    const std::string id = AdministratorId::from_stored(there.id).text();
    const bool email = what == "email";
    return {Kind::conflict,
            email ? say("the office {} is there already with another e-mail address", id)
                  : say("the office {} is there already with another telephone number", id),
            say("end it first: dcadmin {} remove …", name_of(there.role)), std::string(what)};
}

// The office that is asked for and is there already; refused when one is in its way.
std::optional<std::int64_t> there_already(const std::vector<OfficeRow>& lasting,
                                          const OfficeRow& asked, const NewOffice& request,
                                          Date today) {
    for (const OfficeRow& office : lasting) {
        if (office.person_id != asked.person_id || office.role != asked.role ||
            office.domain_id != asked.domain_id || office.context_id != asked.context_id ||
            !office.period.overlaps(asked.period)) {
            continue;
        }
        const bool unsaid = !request.from && !request.until && office.period.contains(today);
        const bool begun = !request.from && office.period.last() == asked.period.last();
        if (!unsaid && !begun && office.period != asked.period) {
            throw overlapping(office, asked.period);
        }
        if (request.email && office.email != asked.email) throw different(office, "email");
        if (request.phone && office.phone != asked.phone) throw different(office, "phone");
        return office.id;
    }
    return std::nullopt;
}

OfficeRow new_office(const NewOffice& request, std::int64_t organisation_id, std::int64_t person_id,
                     Date today) {
    const Date from = request.from.value_or(today);
    const Date until = request.until.value_or(no_end);
    if (const auto problem = from_problem(request.from, today)) throw *problem;
    if (const auto problem = until_problem(from, until)) throw *problem;
    return {.organisation_id = organisation_id,
            .person_id = person_id,
            .role = request.role,
            .email = request.email ? request.email->text() : std::string(),
            .phone = request.phone ? request.phone->text() : std::string(),
            .period = DateRange::of(from, until),
            .ended_at = {},
            .reason = clean_text(request.reason, "reason")};
}

std::vector<DomainCode> asked_domains(const NewOffice& request) {
    if (!request.domains.empty()) return request.domains;
    if (request.role == AdministratorRole::cochief) return {DomainCode::all()};
    throw Error(Kind::usage, "it is not said for which domain",
                "give it with --domain; all means every domain", "domain");
}

Written<std::vector<Administrator>> apply_appoint(bulk::Work& work, const NewOffice& request) {
    store::Tx& tx = work.tx;
    store::Db& db = tx.db();
    const auto org = organisations::get(tx, request.org);
    OfficeRow office = new_office(request, org.id, persons::get_id(tx, request.person), tx.today());
    const auto domains = domains_of(db, asked_domains(request), office.period.first());
    const auto sites = sites_of(db, org, request.org, request.sites);
    require_authority(tx, org, request.org, request.role, !sites.empty(), domains);
    const Standing standing = standing_of(tx, person_facts(db, office.person_id), org.id,
                                          request.org, office.period.first());
    if (const auto problem = office_problem(standing)) throw *problem;
    office.appointer_id = tx.acting().value_or(0);
    const auto lasting = offices_lasting(db, org.id, tx.today());
    std::vector<std::int64_t> ids;
    std::vector<OfficeRow> wanted;
    for (const Part& part : parts_of(domains, sites)) {
        office.domain_id = part.domain_id;
        office.context_id = part.context_id;
        const auto there = there_already(lasting, office, request, tx.today());
        if (there) {
            ids.push_back(*there);
        } else {
            wanted.push_back(office);
        }
    }
    for (OfficeRow& one : wanted) {
        add_office(work, one);
        ids.push_back(one.id);
    }
    Written<std::vector<Administrator>> written{
        .changed = !wanted.empty(), .item = {}, .remark = {}};
    for (const std::int64_t id : ids) {
        written.item.push_back(shown_office(db, id, tx.today(), tx.now()));
    }
    return written;
}

bool among(const std::vector<Part>& parts, const OfficeEnd& request, const OfficeRow& office) {
    return std::ranges::any_of(parts, [&](const Part& part) {
        const bool domain = request.domains.empty() || part.domain_id == office.domain_id;
        const bool site = request.sites.empty() || part.context_id == office.context_id;
        return domain && site;
    });
}

Error no_office(const OfficeEnd& request, PersonId person) {
    return {
        Kind::not_found,
        say("{} is no {} of {}{}", person.text(), name_of(request.role), request.org.formatted(),
            request.domains.empty() && request.sites.empty() ? "" : say(" for that")),
        say("see who is: dcadmin {} list --org {}", name_of(request.role), request.org.digits()),
        "person"};
}

// Those of the role that the request names, lasting ones or all there ever were.
std::vector<OfficeRow> named_offices(store::Tx& tx, const OfficeEnd& request,
                                     const organisations::Found& org, std::int64_t person_id,
                                     bool lasting) {
    store::Db& db = tx.db();
    std::vector<NamedDomain> domains = domains_of(db, request.domains, std::nullopt);
    if (domains.empty()) domains.push_back({0, DomainCode::all()});
    const auto parts = parts_of(domains, sites_of(db, org, request.org, request.sites));
    auto offices = lasting ? offices_lasting(db, org.id, tx.today()) : all_offices(db, org.id);
    std::erase_if(offices, [&](const OfficeRow& office) {
        return office.person_id != person_id || office.role != request.role ||
               !among(parts, request, office);
    });
    return offices;
}

// Who may appoint for the domain may end the office too, and so may the person himself.
void require_dismissal(store::Tx& tx, const OfficeEnd& request, const organisations::Found& org,
                       const std::vector<OfficeRow>& offices) {
    const auto acting = tx.acting();
    if (acting && !offices.empty() && *acting == offices.front().person_id) {
        access::require(tx, access::Operation::leave_office,
                        {.organisation = org.id, .person = acting});
        return;
    }
    const Authority authority = authority_of(tx, org.id, request.org);
    for (const OfficeRow& office : offices) {
        const DomainCode code = shown_office(tx.db(), office.id, tx.today(), tx.now()).domain;
        access::require(tx, operation_of(request.role, office.context_id != 0),
                        {.organisation = org.id, .domain = code.text()});
        const auto problem =
            appoint_problem(authority, request.role, office.domain_id, code, request.org);
        if (problem) throw *problem;
    }
}

Written<std::vector<Administrator>> apply_dismiss(bulk::Work& work, const OfficeEnd& request) {
    store::Tx& tx = work.tx;
    store::Db& db = tx.db();
    if (const auto problem = on_problem(request.on, tx.today())) throw *problem;
    const std::string reason = clean_text(request.reason, "reason");
    const auto org = organisations::get(tx, request.org);
    const std::int64_t person_id = persons::get_id(tx, request.person);
    const auto offices = named_offices(tx, request, org, person_id, true);
    Written<std::vector<Administrator>> written{.changed = false, .item = {}, .remark = {}};
    if (offices.empty()) {
        const auto past = named_offices(tx, request, org, person_id, false);
        if (past.empty()) throw no_office(request, PersonId::from_stored(person_id));
        written.item.push_back(shown_office(db, past.back().id, tx.today(), tx.now()));
        return written;
    }
    require_dismissal(tx, request, org, offices);
    std::vector<std::int64_t> ids;
    for (const OfficeRow& office : offices) ids.push_back(office.id);
    const bool nobody = leaves_nobody(tx, org.id, ids, request.on);
    const auto problem = last_problem(nobody, request.force, reason, request.org);
    if (problem) throw *problem;
    for (const std::int64_t id : ids) {
        written.changed = end_office(work, id, request.on, reason) || written.changed;
        written.item.push_back(shown_office(db, id, tx.today(), tx.now()));
    }
    return written;
}

std::string ids_of(const std::vector<Administrator>& offices) {
    std::string ids;
    for (const Administrator& office : offices) {
        ids += (ids.empty() ? "" : "|") + office.id.text();
    }
    return ids;
}

std::string_view kind_of(AdministratorRole role, bool add) {
    if (role == AdministratorRole::cochief) return add ? "cochief.add" : "cochief.remove";
    return add ? "manager.add" : "manager.remove";
}

}  // namespace

}  // namespace designation

Written<std::vector<Administrator>> Designation::appoint(const NewOffice& request) {
    return bulk::run_one(env_, designation::kind_of(request.role, true), [&](bulk::Work& work) {
        return designation::apply_appoint(work, request);
    });
}

bulk::Summary Designation::appoint_rows(AdministratorRole role, const bulk::Source<NewOffice>& rows,
                                        const bulk::Options& options, const bulk::Sink& sink) {
    return bulk::run_rows(env_, designation::kind_of(role, true), rows, options, sink,
                          [](bulk::Work& work, const NewOffice& request) {
                              const auto written = designation::apply_appoint(work, request);
                              return bulk::result_of(written, designation::ids_of(written.item));
                          });
}

Written<std::vector<Administrator>> Designation::dismiss(const OfficeEnd& request) {
    return bulk::run_one(env_, designation::kind_of(request.role, false), [&](bulk::Work& work) {
        return designation::apply_dismiss(work, request);
    });
}

bulk::Summary Designation::dismiss_rows(AdministratorRole role, const bulk::Source<OfficeEnd>& rows,
                                        const bulk::Options& options, const bulk::Sink& sink) {
    return bulk::run_rows(env_, designation::kind_of(role, false), rows, options, sink,
                          [](bulk::Work& work, const OfficeEnd& request) {
                              const auto written = designation::apply_dismiss(work, request);
                              return bulk::result_of(written, designation::ids_of(written.item));
                          });
}

}  // namespace dcadmin
