// SPDX-License-Identifier: Apache-2.0
// Statements about paper vouchers.
#pragma once

#include "access/require.h"
#include "secure_zone/paper/bundle.h"
#include "store/db.h"

#include <dcadmin/secure_zone/paper.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::secure_zone {

/// Days are texts as the store has them, '' where there is none.
struct PaperRow {
    std::int64_t id = 0;
    std::int64_t organisation_id = 0;
    std::int64_t context_id = 0;  // 0: no site
    Region region = Region::flanders;
    std::string number;
    std::int64_t customer = 0;  // 0: nobody knows
    std::string usable_until;
    std::string hand_in_until;
    std::string day;
    std::int64_t worker_id = 0;  // 0: nobody knows
    std::string activity;
    PaperState state = PaperState::received;
    std::string received_on;
    std::string announced_on;
    std::string read_on;
    std::string due_on;
    std::string lacks;
    std::string cause;
    std::int64_t issuance_id = 0;
};

[[nodiscard]] std::optional<PaperRow> find_paper(store::Db& db, PaperVoucherId id);
/// The one that has the number; where `withdrawn`, else the last one that had it.
[[nodiscard]] std::optional<PaperRow> find_paper(store::Db& db, Region region,
                                                 const PaperNumber& number, bool withdrawn);
[[nodiscard]] std::int64_t insert_paper(store::Db& db, const PaperRow& row, std::int64_t operation);
/// All that may change.
void change_paper(store::Db& db, const PaperRow& row);
/// The ids of an issuance's vouchers in that state.
[[nodiscard]] std::vector<std::int64_t> papers_in(store::Db& db, std::int64_t issuance_id,
                                                  PaperState state);
/// The ids of all that were received or announced and are in no issuance.
[[nodiscard]] std::vector<std::int64_t> papers_at_hand(store::Db& db, std::int64_t organisation_id,
                                                       Region region);
/// The ids of those whose last day to be corrected lies before that day; organisation 0: of all.
[[nodiscard]] std::vector<std::int64_t> papers_run_out(store::Db& db, std::int64_t organisation_id,
                                                       std::string_view day);

/// How many of an issuance were to be handed in before that day.
[[nodiscard]] std::int64_t papers_late(store::Db& db, std::int64_t issuance_id,
                                       std::string_view day);
/// From which day on a worker is not active; none while he is.
[[nodiscard]] std::optional<Date> worker_out_since(store::Db& db, std::int64_t worker_id);

[[nodiscard]] PaperVoucher shown_paper(store::Db& db, std::int64_t id);
std::uint64_t list_papers(store::Db& db, const PaperFilter& filter,
                          std::optional<std::int64_t> organisation_id, const access::Sight& sight,
                          const Each<PaperVoucher>& each);
[[nodiscard]] PaperWaiting papers_waiting(store::Db& db,
                                          std::optional<std::int64_t> organisation_id,
                                          const access::Sight& sight, std::string_view day);

}  // namespace dcadmin::secure_zone
