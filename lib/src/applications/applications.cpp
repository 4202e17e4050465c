// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/applications.h>
#include <dcadmin/base/say.h>

#include "access/require.h"
#include "applications/applications_sql.h"
#include "applications/rules.h"
#include "audit/images.h"
#include "audit/recorder.h"
#include "bulk/run.h"

#include <dcadmin/base/text.h>
#include <dcadmin/rights.h>

namespace dcadmin {

namespace {

using namespace applications;  // the rest of this context

void record_added(store::Tx& tx, std::int64_t id, std::int64_t right, const Application& made) {
    const std::string after =
        audit::image_of(audit::ApplicationFields{.code = made.code,
                                                 .name = made.name,
                                                 .right_id = right,
                                                 .min_level = made.min_level,
                                                 .claim = made.claim,
                                                 .client_id = made.client_id,
                                                 .national_number = made.national_number ? 1 : 0});
    audit::record(tx, {.chain = audit::system_chain,
                       .subject = "application",
                       .verb = "add",
                       .subject_id = id,
                       .before = {},
                       .after = after,
                       .reason = {}});
}

Written<Application> apply_add(bulk::Work& work, const NewApplication& request) {
    access::require(work.tx, access::Operation::applications);
    store::Db& db = work.tx.db();
    const Application asked = application_of(request);
    static_cast<void>(Rights(work.tx.env()).get(asked.right));
    if (const auto there = find_application(db, asked.code)) {
        if (const auto problem = difference(there->item, asked)) throw *problem;
        return {.changed = false, .item = there->item, .remark = {}};
    }
    if (const auto owner = client_owner(db, asked.client_id)) {
        throw Error(
            Kind::conflict,
            say("the client {} is that of application '{}'", text::quoted(asked.client_id), *owner),
            "each application has a client of its own", "client-id");
    }
    const std::int64_t right = right_id(db, asked.right.text());
    record_added(work.tx, insert_application(work.tx, asked, right), right, asked);
    return {.changed = true, .item = asked, .remark = {}};
}

}  // namespace

Written<Application> Applications::add(const NewApplication& request) {
    return bulk::run_one(env_, "application.add",
                         [&](bulk::Work& work) { return apply_add(work, request); });
}

bulk::Summary Applications::add_rows(const bulk::Source<NewApplication>& rows,
                                     const bulk::Options& options, const bulk::Sink& sink) {
    return bulk::run_rows(env_, "application.add", rows, options, sink,
                          [](bulk::Work& work, const NewApplication& request) {
                              const auto written = apply_add(work, request);
                              return bulk::result_of(written, written.item.code);
                          });
}

std::uint64_t Applications::list(const ApplicationFilter& filter, const Each<Application>& each) {
    access::enter(env_);
    return list_applications(env_.store.db(), filter, each);
}

Application Applications::get(const std::string& code) {
    access::enter(env_);
    const auto found = find_application(env_.store.db(), application_code(code));
    if (!found) throw unknown_application(code);
    return found->item;
}

}  // namespace dcadmin
