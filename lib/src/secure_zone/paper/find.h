// SPDX-License-Identifier: Apache-2.0
// Finding the paper voucher that a request names, filling in what stands on it, taking it a step
// further and writing that down.
#pragma once

#include "bulk/run.h"
#include "secure_zone/paper/machine.h"
#include "secure_zone/paper/paper_sql.h"
#include "store/tx.h"

#include <string>
#include <string_view>

namespace dcadmin::secure_zone {

/// usage for neither an id nor region and number; not_found for another company's; as
/// access::require refuses otherwise.
[[nodiscard]] PaperRow require_paper(store::Tx& tx, const PaperKey& key);
[[nodiscard]] access::Subject subject_of(const PaperRow& row);
/// Fills in what is given. not_found for a worker of another company.
void fill(store::Tx& tx, PaperRow& row, const PaperFields& fields);
/// Whether it has what is given already.
[[nodiscard]] bool has(store::Tx& tx, const PaperRow& row, const PaperFields& fields);
/// rule: the day has not come, the worker was let out before it, the company is not accredited.
void require_possible(store::Tx& tx, const PaperRow& row);
/// rule, with its reason, where the table says no.
void step(PaperRow& row, PaperEvent event);

[[nodiscard]] std::string image_of(const PaperRow& row);
/// `before` is empty for a new one.
void record_paper(store::Tx& tx, std::string_view verb, const PaperRow& row,
                  const std::string& before, const std::string& reason);
/// Keeps what became of a row, unless nothing did. Whether something did.
bool settle_paper(store::Tx& tx, std::string_view verb, const PaperRow& row,
                  const std::string& before, const std::string& reason);

[[nodiscard]] Written<PaperVoucher> apply_receive(bulk::Work& work, const NewPaperVoucher& request);
[[nodiscard]] Written<PaperVoucher> apply_correct(bulk::Work& work, const PaperCorrection& request);
[[nodiscard]] Written<PaperVoucher> apply_read(bulk::Work& work, const PaperReading& request);
/// Rejects what was not corrected by its last day; organisation 0: of all. How many.
std::uint64_t reject_uncorrected(bulk::Work& work, std::int64_t organisation_id, Date today);

}  // namespace dcadmin::secure_zone
