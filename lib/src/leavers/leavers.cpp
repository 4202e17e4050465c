// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/leavers.h>

#include "leavers/erase.h"
#include "leavers/leave.h"

namespace dcadmin {

namespace {

constexpr std::string_view still_in_file =
    "what was erased may still stand in unused pages of the database; when nobody uses it, run: "
    "dcadmin store compact";

// The database's files are written anew where that can be done now.
std::string forget(const Env& env) {
    try {
        env.store.compact();
        return {};
    } catch (const Error& error) {
        if (error.kind() != Kind::busy) throw;
        return std::string(still_in_file);
    }
}

}  // namespace

std::vector<LeaveItem> Leavers::preview(const LeaveRequest& request) {
    return leavers::what_ends(env_, request);
}

Written<std::vector<LeaveItem>> Leavers::leave(const LeaveRequest& request) {
    return bulk::run_one(env_, "person.leave",
                         [&](bulk::Work& work) { return leavers::apply_leave(work, request); });
}

bulk::Summary Leavers::leave_rows(const bulk::Source<LeaveRequest>& rows,
                                  const bulk::Options& options, const bulk::Sink& sink) {
    return bulk::run_rows(env_, "person.leave", rows, options, sink,
                          [](bulk::Work& work, const LeaveRequest& request) {
                              return leavers::result_of(leavers::apply_leave(work, request),
                                                        request);
                          });
}

Written<Erasure> Leavers::erase(const ErasureRequest& request) {
    auto written = bulk::run_one(env_, "person.erase", [&](bulk::Work& work) {
        return leavers::apply_erase(work, request);
    });
    written.remark = forget(env_);
    return written;
}

bulk::Summary Leavers::erase_rows(const bulk::Source<ErasureRequest>& rows,
                                  const bulk::Options& options, const bulk::Sink& sink) {
    const auto summary =
        bulk::run_rows(env_, "person.erase", rows, options, sink,
                       [](bulk::Work& work, const ErasureRequest& request) {
                           return leavers::result_of(leavers::apply_erase(work, request));
                       });
    if (summary.committed) static_cast<void>(forget(env_));
    return summary;
}

}  // namespace dcadmin
