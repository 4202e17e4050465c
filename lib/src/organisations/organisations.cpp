// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/organisations.h>

#include "access/require.h"
#include "audit/images.h"
#include "audit/recorder.h"
#include "bulk/run.h"
#include "organisations/find.h"
#include "organisations/organisations_sql.h"
#include "organisations/rules.h"
#include "registers/find.h"

#include <algorithm>
#include <utility>

namespace dcadmin {

namespace organisations {

Found get(store::Db& db, EnterpriseNumber number, std::string_view field) {
    if (auto found = find(db, number)) return std::move(*found);
    throw unknown(number, field);
}

std::int64_t get_id(store::Db& db, EnterpriseNumber number, std::string_view field) {
    return get(db, number, field).id;
}

Found get(store::Tx& tx, EnterpriseNumber number, std::string_view field) {
    Found found = get(tx.db(), number, field);
    if (access::sees(tx, found.id)) return found;
    throw unknown(number, field);
}

std::int64_t get_id(store::Tx& tx, EnterpriseNumber number, std::string_view field) {
    return get(tx, number, field).id;
}

std::int64_t get_id(const Env& env, EnterpriseNumber number, std::string_view field) {
    const std::int64_t id = get_id(env.store.db(), number, field);
    if (access::sees(env, id)) return id;
    throw unknown(number, field);
}

namespace {

template <class Where>
std::optional<std::int64_t> filter_id(Where& where, std::optional<EnterpriseNumber> number,
                                      std::string_view field) {
    if (!number) return std::nullopt;
    return get_id(where, *number, field);
}

void record_organisation(store::Tx& tx, std::int64_t id, std::int64_t parent,
                         const Organisation& made) {
    const std::string after = audit::image_of(
        audit::OrganisationFields{.number = static_cast<std::int64_t>(made.number.value()),
                                  .name = made.name,
                                  .parent_id = parent,
                                  .language = name_of(made.language)});
    audit::record(tx, {.chain = audit::system_chain,
                       .subject = "organisation",
                       .verb = "add",
                       .subject_id = id,
                       .before = {},
                       .after = after,
                       .reason = {}});
}

Written<Organisation> apply_add(bulk::Work& work, const NewOrganisation& request) {
    store::Db& db = work.tx.db();
    Organisation asked = cleaned(request);
    if (const auto problem = parent_problem(request)) throw *problem;
    access::require(work.tx, access::Operation::register_enterprise,
                    {.enterprise = asked.number});
    const auto parent = filter_id(work.tx, asked.parent, "parent");
    const auto known = registers::find_enterprise(
        db, asked.number, request.language.value_or(work.tx.env().language));
    const std::string name = known ? known->name : "";
    if (const auto there = find_organisation(db, asked.number)) {
        if (const auto problem = difference(there->item, request, name)) throw *problem;
        return {.changed = false,
                .item = there->item,
                .remark = name_remark(there->item.name, asked.name)};
    }
    if (known) {
        if (const auto problem = stopped(asked.number, *known)) throw *problem;
    }
    const std::string typed = asked.name;
    if (!name.empty()) asked.name = name;
    if (const auto problem = nameless(asked)) throw *problem;
    const std::int64_t id = insert_organisation(db, asked, parent.value_or(0));
    record_organisation(work.tx, id, parent.value_or(0), asked);
    return {.changed = true, .item = asked, .remark = name_remark(asked.name, typed)};
}

void record_site(store::Tx& tx, std::int64_t id, std::int64_t organisation, const Site& made) {
    const std::string after =
        audit::image_of(audit::SiteFields{.organisation_id = organisation,
                                          .number = static_cast<std::int64_t>(made.number.value()),
                                          .name = made.name});
    audit::record(tx, {.chain = audit::chain_of(tx, organisation),
                       .subject = "site",
                       .verb = "add",
                       .subject_id = id,
                       .before = {},
                       .after = after,
                       .reason = {}});
}

Written<Site> apply_add_site(bulk::Work& work, const NewSite& request) {
    store::Db& db = work.tx.db();
    Site asked = cleaned(request);
    const std::int64_t organisation = get_id(work.tx, asked.org);
    access::require(work.tx, access::Operation::add_site, {.organisation = organisation});
    const auto known = registers::find_establishment(db, asked.number, work.tx.env().language);
    const std::string name = known ? known->name : "";
    if (const auto there = find_sites(db, asked.number); !there.empty()) {
        if (const auto problem = difference(there, asked, name)) throw *problem;
        const auto own = std::ranges::find(there, asked.org, &Site::org);
        return {.changed = false, .item = *own, .remark = name_remark(own->name, asked.name)};
    }
    if (known) {
        if (const auto problem = elsewhere(asked, *known)) throw *problem;
    }
    const std::string typed = asked.name;
    if (!name.empty()) asked.name = name;
    if (const auto problem = nameless(asked)) throw *problem;
    const std::int64_t id = insert_site(db, organisation, asked);
    record_site(work.tx, id, organisation, asked);
    return {.changed = true, .item = asked, .remark = name_remark(asked.name, typed)};
}

}  // namespace

}  // namespace organisations

Written<Organisation> Organisations::add(const NewOrganisation& request) {
    return bulk::run_one(env_, "organisation.add",
                         [&](bulk::Work& work) { return organisations::apply_add(work, request); });
}

bulk::Summary Organisations::add_rows(const bulk::Source<NewOrganisation>& rows,
                                      const bulk::Options& options, const bulk::Sink& sink) {
    return bulk::run_rows(env_, "organisation.add", rows, options, sink,
                          [](bulk::Work& work, const NewOrganisation& request) {
                              const auto written = organisations::apply_add(work, request);
                              return bulk::result_of(written, written.item.number.digits());
                          });
}

std::uint64_t Organisations::list(const OrganisationFilter& filter,
                                  const Each<Organisation>& each) {
    const auto sight = access::sight_of(env_, access::Operation::read_catalogue);
    const auto parent = organisations::filter_id(env_, filter.parent, "parent");
    return organisations::list_organisations(env_.store.db(), filter, parent, sight, each);
}

Organisation Organisations::get(EnterpriseNumber number) {
    access::require(env_, access::Operation::read_catalogue);
    auto found = organisations::find_organisation(env_.store.db(), number);
    if (!found || !access::sees(env_, organisations::get_id(env_.store.db(), number))) {
        throw organisations::unknown(number, "org");
    }
    return std::move(found->item);
}

Written<Site> Organisations::add_site(const NewSite& request) {
    return bulk::run_one(env_, "site.add", [&](bulk::Work& work) {
        return organisations::apply_add_site(work, request);
    });
}

bulk::Summary Organisations::add_site_rows(const bulk::Source<NewSite>& rows,
                                           const bulk::Options& options, const bulk::Sink& sink) {
    return bulk::run_rows(env_, "site.add", rows, options, sink,
                          [](bulk::Work& work, const NewSite& request) {
                              const auto written = organisations::apply_add_site(work, request);
                              return bulk::result_of(written, written.item.number.digits());
                          });
}

std::uint64_t Organisations::list_sites(const SiteFilter& filter, const Each<Site>& each) {
    const auto sight = access::sight_of(env_, access::Operation::read_catalogue);
    const auto organisation = organisations::filter_id(env_, filter.org, "org");
    return organisations::list_sites(env_.store.db(), filter, organisation, sight, each);
}

Site Organisations::get_site(SiteNumber number, std::optional<EnterpriseNumber> org) {
    access::require(env_, access::Operation::read_catalogue);
    if (org) static_cast<void>(organisations::get_id(env_, *org));
    auto sites = organisations::find_sites(env_.store.db(), number);
    std::erase_if(sites, [&](const Site& site) {
        return !access::sees(env_, organisations::get_id(env_.store.db(), site.org));
    });
    return organisations::chosen(sites, number, org);
}

}  // namespace dcadmin
