// SPDX-License-Identifier: Apache-2.0
// What asking for a pickup, taking it back and writing it down have in common, whether somebody
// asks for one or a series does.
#pragma once

#include "bulk/run.h"
#include "secure_zone/pickups/pickups_sql.h"
#include "store/tx.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace dcadmin::secure_zone {

[[nodiscard]] std::string image_of(const PickupRow& row);
/// `before` is empty for a new one.
void record_pickup(store::Tx& tx, std::string_view verb, const PickupRow& row,
                   const std::string& before, const std::string& reason);

/// usage unless there are 1 to 999.
void require_bags(int bags);
/// His id; rule when he does not work there.
[[nodiscard]] std::int64_t require_contact(store::Tx& tx, const PersonRef& contact,
                                           EnterpriseNumber org, std::int64_t organisation_id);
/// not_found for another company's, as access::require refuses otherwise.
[[nodiscard]] PickupRow require_pickup(store::Tx& tx, PickupId id);
/// False when it was taken back before; rule once its day has come.
bool take_back(store::Tx& tx, PickupRow& row, std::string_view verb, const std::string& reason);

/// The run over rows whose items have a public id.
template <class Request, class Apply>
bulk::Summary run_by_id(const Env& env, std::string_view command, const bulk::Source<Request>& rows,
                        const bulk::Options& options, const bulk::Sink& sink, Apply apply) {
    return bulk::run_rows(env, std::string(command), rows, options, sink,
                          [apply](bulk::Work& work, const Request& request) {
                              const auto written = apply(work, request);
                              return bulk::result_of(written, written.item.id.text());
                          });
}

}  // namespace dcadmin::secure_zone
