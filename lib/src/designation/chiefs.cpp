// SPDX-License-Identifier: Apache-2.0
#include "designation/chiefs.h"

#include "access/require.h"
#include "audit/images.h"
#include "audit/recorder.h"
#include "designation/administrators.h"
#include "designation/office_records.h"
#include "designation/offices.h"
#include "designation/requests_sql.h"
#include "inbox/inbox.h"
#include "persons/find.h"
#include "persons/moment.h"

#include <dcadmin/base/say.h>

#include <algorithm>
#include <utility>

namespace dcadmin {

namespace designation {

namespace {

constexpr Date no_end = Date::from_days(2'932'896);  // 9999-12-31

std::vector<OfficeRow> chiefs_lasting(store::Db& db, std::int64_t organisation_id, Date day) {
    auto offices = offices_lasting(db, organisation_id, day);
    std::erase_if(offices,
                  [](const OfficeRow& office) { return office.role != AdministratorRole::chief; });
    return offices;
}

// Whoever was chief last, though nobody is now.
std::optional<std::int64_t> last_chief(store::Db& db, std::int64_t organisation_id) {
    std::optional<std::int64_t> last;
    for (const OfficeRow& office : all_offices(db, organisation_id)) {
        if (office.role == AdministratorRole::chief) last = office.id;
    }
    return last;
}

bool same_chief(const OfficeRow& office, const Installation& asked, Date from) {
    return office.person_id == asked.person.id && office.email == asked.email.text() &&
           office.phone == asked.phone.text() && office.period.last() == no_end &&
           (asked.from ? office.period.first() == from || office.period.contains(from)
                       : office.period.contains(from));
}

Administrator shown(store::Tx& tx, std::int64_t office_id) {
    return shown_office(tx.db(), office_id, tx.today(), tx.now());
}

// The former chief stays until the day before when the new one begins later.
std::string replace(bulk::Work& work, const OfficeRow& former, Date from, std::string_view reason) {
    std::optional<Date> last_day;
    if (from > work.tx.today()) last_day = from.plus_days(-1);
    end_office(work, former.id, last_day, reason);
    const PersonFacts person = person_facts(work.tx.db(), former.person_id);
    return say("replaces {} {} ({})", person.first_name, person.last_name,
               AdministratorId::from_stored(former.id).text());
}

// Managers and co-chiefs stay and are put on the list for review (U7).
void put_review(store::Tx& tx, const Installation& asked) {
    for (const OfficeRow& office : offices_lasting(tx.db(), asked.org.id, tx.today())) {
        if (office.role == AdministratorRole::chief) continue;
        const std::string subject = AdministratorId::from_stored(office.id).text();
        inbox::put(tx, {.organisation_id = asked.org.id,
                        .kind = "chief-changed",
                        .person_id = office.person_id,
                        .subject = subject});
    }
}

void activate(store::Tx& tx, std::int64_t organisation_id) {
    if (find_activation(tx.db(), organisation_id)) return;
    const std::string at = tx.now().iso();
    insert_activation(tx.db(), organisation_id, at, tx.operation());
    const std::string after = audit::activation_image(organisation_id, at);
    audit::record(tx, {.chain = audit::chain_of(tx, organisation_id),
                       .subject = "activation",
                       .verb = "add",
                       .subject_id = organisation_id,
                       .before = {},
                       .after = after,
                       .reason = {}});
}

std::string joined(const std::string& one, const std::string& other) {
    if (one.empty()) return other;
    return other.empty() ? one : one + "; " + other;
}

// The one who designates another is told too: at his address as former chief when he was one.
void tell_requester(bulk::Work& work, const Installation& asked, const OfficeRow& office,
                    const std::vector<OfficeRow>& former) {
    if (!asked.appointer || *asked.appointer == office.person_id) return;
    const auto was = std::ranges::find(former, *asked.appointer, &OfficeRow::person_id);
    const PersonFacts person = person_facts(work.tx.db(), *asked.appointer);
    work.notices.add(person.id, was != former.end() ? was->email : person.email,
                     AdministratorId::from_stored(office.id).text());
}

Written<Administrator> apply_designate(bulk::Work& work, const NewChief& request) {
    store::Tx& tx = work.tx;
    store::Db& db = tx.db();
    if (const auto problem = who_problem(request)) throw *problem;
    if (const auto problem = confirm_problem(request.org, request.confirm, "the designation")) {
        throw *problem;
    }
    if (const auto problem = from_problem(request.from, tx.today())) throw *problem;
    const std::string reason = clean_text(request.reason, "reason");
    access::enter(tx);
    const auto acting = tx.acting();
    if (!acting) throw nobody_acts(request.org);
    const auto org = organisations::get(tx, request.org);
    access::require(tx, access::Operation::designate_chief, {.organisation = org.id});
    const Standing requester =
        standing_of(tx, person_facts(db, *acting), org.id, request.org, tx.today());
    if (const auto problem = representative_problem(requester)) throw *problem;
    const std::int64_t person_id =
        request.self ? *acting : persons::get_id(tx, request.person.value());
    const Installation asked{.org = org,
                             .number = request.org,
                             .person = person_facts(db, person_id),
                             .email = request.email,
                             .phone = request.phone,
                             .from = request.from,
                             .appointer = acting,
                             .request_id = 0,
                             .reason = reason};
    return install(work, asked);
}

// By a legal representative; the chief himself leaves as everybody may.
void require_chief_end(store::Tx& tx, std::int64_t organisation_id) {
    const auto chiefs = chiefs_lasting(tx.db(), organisation_id, tx.today());
    const auto acting = access::signed_in(tx.env()) ? tx.acting() : std::nullopt;
    const bool own = acting && std::ranges::any_of(chiefs, [&](const OfficeRow& chief) {
                         return chief.person_id == *acting;
                     });
    access::require(tx, own ? access::Operation::leave_office : access::Operation::end_chief,
                    {.organisation = organisation_id, .person = acting});
}

Written<Administrator> apply_end_chief(bulk::Work& work, const ChiefEnd& request) {
    store::Tx& tx = work.tx;
    store::Db& db = tx.db();
    if (const auto problem = confirm_problem(request.org, request.confirm, "the end")) {
        throw *problem;
    }
    if (const auto problem = on_problem(request.on, tx.today())) throw *problem;
    const std::string reason = clean_text(request.reason, "reason");
    const auto org = organisations::get(tx, request.org);
    require_chief_end(tx, org.id);
    const Authority authority = authority_of(tx, org.id, request.org);
    if (const auto problem = end_chief_problem(authority, request.org)) throw *problem;
    const auto chiefs = chiefs_lasting(db, org.id, tx.today());
    if (chiefs.empty()) {
        const auto last = last_chief(db, org.id);
        if (!last) throw no_chief(request.org, tx.today());
        return {.changed = false, .item = shown(tx, *last), .remark = {}};
    }
    std::vector<std::int64_t> ids;
    for (const OfficeRow& chief : chiefs) ids.push_back(chief.id);
    const bool nobody = leaves_nobody(tx, org.id, ids, request.on);
    const auto problem = last_problem(nobody, request.force, reason, request.org);
    if (problem) throw *problem;
    bool changed = false;
    for (const std::int64_t id : ids) {
        changed = end_office(work, id, request.on, reason) || changed;
    }
    return {.changed = changed, .item = shown(tx, ids.front()), .remark = {}};
}

}  // namespace

Authority authority_of(store::Tx& tx, std::int64_t organisation_id, EnterpriseNumber org) {
    Authority authority;
    const auto acting = tx.acting();
    // Of who signed in the matrix was asked.
    if (!acting || access::signed_in(tx.env())) {
        authority.local_operator = true;
        return authority;
    }
    const Standing standing =
        standing_of(tx, person_facts(tx.db(), *acting), organisation_id, org, tx.today());
    authority.representative = registers::represents(standing.functions, tx.today());
    authority.offices = offices_of(tx.db(), organisation_id, tx.today(), tx.now());
    std::erase_if(authority.offices,
                  [&](const Office& office) { return office.person_id != *acting; });
    return authority;
}

Written<Administrator> install(bulk::Work& work, const Installation& asked) {
    store::Tx& tx = work.tx;
    const Date from = asked.from.value_or(tx.today());
    const Standing standing = standing_of(tx, asked.person, asked.org.id, asked.number, from);
    if (const auto problem = chief_problem(standing)) throw *problem;
    const auto former = chiefs_lasting(tx.db(), asked.org.id, from);
    for (const OfficeRow& chief : former) {
        if (former.size() == 1 && same_chief(chief, asked, from)) {
            return {.changed = false, .item = shown(tx, chief.id), .remark = {}};
        }
    }
    std::string remark;
    bool another = former.empty();
    for (const OfficeRow& chief : former) {
        another = another || chief.person_id != asked.person.id;
        remark = joined(remark, replace(work, chief, from, asked.reason));
    }
    OfficeRow office{.organisation_id = asked.org.id,
                     .person_id = asked.person.id,
                     .role = AdministratorRole::chief,
                     .email = asked.email.text(),
                     .phone = asked.phone.text(),
                     .period = DateRange::of(from, no_end),
                     .ended_at = {},
                     .appointer_id = asked.appointer.value_or(0),
                     .request_id = asked.request_id,
                     .reason = asked.reason};
    add_office(work, office);
    activate(tx, asked.org.id);
    if (another) put_review(tx, asked);
    tell_requester(work, asked, office, former);
    const auto warning = email_remark(asked.email, asked.person.first_name, asked.person.last_name);
    return {.changed = true, .item = shown(tx, office.id), .remark = joined(remark, warning)};
}

}  // namespace designation

Written<Administrator> Designation::designate(const NewChief& request) {
    return bulk::run_one(env_, "chief.designate", [&](bulk::Work& work) {
        return designation::apply_designate(work, request);
    });
}

bulk::Summary Designation::designate_rows(const bulk::Source<NewChief>& rows,
                                          const bulk::Options& options, const bulk::Sink& sink) {
    return bulk::run_rows(env_, "chief.designate", rows, options, sink,
                          [](bulk::Work& work, const NewChief& request) {
                              const auto written = designation::apply_designate(work, request);
                              return bulk::result_of(written, written.item.id.text());
                          });
}

Written<Administrator> Designation::end_chief(const ChiefEnd& request) {
    return bulk::run_one(env_, "chief.end", [&](bulk::Work& work) {
        return designation::apply_end_chief(work, request);
    });
}

bulk::Summary Designation::end_chief_rows(const bulk::Source<ChiefEnd>& rows,
                                          const bulk::Options& options, const bulk::Sink& sink) {
    return bulk::run_rows(env_, "chief.end", rows, options, sink,
                          [](bulk::Work& work, const ChiefEnd& request) {
                              const auto written = designation::apply_end_chief(work, request);
                              return bulk::result_of(written, written.item.id.text());
                          });
}

Administrator Designation::chief(EnterpriseNumber org, std::optional<Date> at) {
    std::optional<Administrator> found;
    AdministratorFilter filter{.org = org,
                               .person = {},
                               .role = AdministratorRole::chief,
                               .domain = {},
                               .state = OfficeState::active,
                               .at = at,
                               .page = {}};
    list(filter, [&](const Administrator& office) {
        found = office;
        return true;
    });
    if (!found) throw designation::no_chief(org, at.value_or(env_.clock.today()));
    return *std::move(found);
}

std::uint64_t Designation::list(const AdministratorFilter& filter,
                                const Each<Administrator>& each) {
    store::Db& db = env_.store.db();
    const auto asked = persons::asked_moment(env_.clock, filter.at);
    const auto sight = access::sight_of(env_);
    designation::OfficeQuery query{.filter = filter,
                                   .organisation_id = {},
                                   .person_id = {},
                                   .domain_id = {},
                                   .day = asked.day,
                                   .moment = asked.moment};
    if (filter.org) query.organisation_id = organisations::get_id(env_, *filter.org);
    if (filter.person) query.person_id = persons::get_id(env_, *filter.person);
    if (filter.domain) query.domain_id = designation::get_domain_id(db, *filter.domain);
    return designation::list_offices(db, query, sight, each);
}

std::optional<Activation> Designation::activation(EnterpriseNumber org) {
    access::enter(env_);
    const std::int64_t id = organisations::get_id(env_, org);
    const auto at = designation::find_activation(env_.store.db(), id);
    if (!at) return std::nullopt;
    return Activation{org, *at};
}

std::uint64_t Designation::list_without_chief(const OrganisationFilter& filter,
                                              std::optional<Date> at,
                                              const Each<Organisation>& each) {
    store::Db& db = env_.store.db();
    const auto asked = persons::asked_moment(env_.clock, at);
    const auto sight = access::sight_of(env_, access::Operation::read_catalogue);
    std::optional<std::int64_t> parent;
    if (filter.parent) parent = organisations::get_id(env_, *filter.parent, "parent");
    return designation::list_without_chief(db, filter, parent, {asked.day, asked.moment}, sight,
                                           each);
}

}  // namespace dcadmin
