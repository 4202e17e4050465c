// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/say.h>
#include <dcadmin/designation.h>

#include "access/require.h"
#include "audit/images.h"
#include "audit/recorder.h"
#include "bulk/run.h"
#include "designation/requests_sql.h"
#include "designation/rules.h"

namespace dcadmin {

namespace designation {

namespace {

const Date first_day = Date::of(1800, 1, 1);

Domain cleaned(const NewDomain& request) {
    if (request.code.is_all()) {
        throw Error(Kind::usage, "'all' stands for every domain and is none", "choose another code",
                    "code");
    }
    const Date from = request.from.value_or(first_day);
    const Date until = request.until.value_or(Date::of(9999, 12, 31));
    if (const auto problem = until_problem(from, until)) throw *problem;
    return {.code = request.code,
            .name_nl = clean_text(request.name_nl, "name_nl", true),
            .name_fr = clean_text(request.name_fr, "name_fr"),
            .name_en = clean_text(request.name_en, "name_en"),
            .period = DateRange::of(from, until),
            .source = clean_text(request.source, "source", true)};
}

bool same(const Domain& a, const Domain& b) {
    return a.name_nl == b.name_nl && a.name_fr == b.name_fr && a.name_en == b.name_en &&
           a.period == b.period && a.source == b.source;
}

Written<Domain> apply_add(bulk::Work& work, const NewDomain& request) {
    access::require(work.tx, access::Operation::catalogue);
    store::Db& db = work.tx.db();
    const Domain asked = cleaned(request);
    if (const auto there = find_domain(db, asked.code)) {
        if (same(there->item, asked)) return {.changed = false, .item = asked, .remark = {}};
        throw Error(Kind::conflict,
                    say("domain '{}' is there already with other values", asked.code.text()),
                    say("look at it: dcadmin domain show {}", asked.code.text()), "code");
    }
    const std::int64_t id = insert_domain(db, asked, work.tx.operation());
    const std::string from = asked.period.first().iso();
    const std::string until = asked.period.last().iso();
    const std::string after = audit::image_of(audit::DomainFields{.code = asked.code.text(),
                                                                  .name_nl = asked.name_nl,
                                                                  .name_fr = asked.name_fr,
                                                                  .name_en = asked.name_en,
                                                                  .valid_from = from,
                                                                  .valid_until = until,
                                                                  .source = asked.source});
    audit::record(work.tx, {.chain = audit::system_chain,
                            .subject = "domain",
                            .verb = "add",
                            .subject_id = id,
                            .before = {},
                            .after = after,
                            .reason = {}});
    return {.changed = true, .item = asked, .remark = {}};
}

}  // namespace

}  // namespace designation

Written<Domain> Domains::add(const NewDomain& request) {
    return bulk::run_one(env_, "domain.add",
                         [&](bulk::Work& work) { return designation::apply_add(work, request); });
}

bulk::Summary Domains::add_rows(const bulk::Source<NewDomain>& rows, const bulk::Options& options,
                                const bulk::Sink& sink) {
    return bulk::run_rows(env_, "domain.add", rows, options, sink,
                          [](bulk::Work& work, const NewDomain& request) {
                              const auto written = designation::apply_add(work, request);
                              return bulk::result_of(written, written.item.code.text());
                          });
}

std::uint64_t Domains::list(const DomainFilter& filter, const Each<Domain>& each) {
    access::enter(env_);
    return designation::list_domains(env_.store.db(), filter, each);
}

Domain Domains::get(const DomainCode& code) {
    access::enter(env_);
    return designation::get_domain(env_.store.db(), code).item;
}

}  // namespace dcadmin
