// SPDX-License-Identifier: Apache-2.0
#include "outbox/collector.h"

#include "outbox/outbox_sql.h"

namespace dcadmin::outbox {

namespace {

// Beyond this a run writes what it has gathered and goes on: memory does not grow with the file.
constexpr std::size_t gather_bytes = 8 * 1024 * 1024;
constexpr std::size_t entry_overhead = 96;

void append(std::string& items, std::string_view item) {
    if (!items.empty()) items.push_back(' ');
    items.append(item);
}

}  // namespace

void enqueue(store::Tx& tx, std::int64_t person_id, std::string_view address, std::string_view kind,
             std::string_view items, std::int64_t part) {
    const std::string at = tx.now().iso();
    // A part that is being sent, is full, or tells of another kind of change takes no more items:
    // those go into the next part.
    while (!upsert_notice(tx.db(), {tx.operation(), person_id, address, kind, items, at, part})) {
        ++part;
    }
}

void Collector::add(std::int64_t person_id, std::string_view address, std::string_view item) {
    if (notify_ != bulk::Notify::none) add_always(person_id, address, item);
}

void Collector::add_always(std::int64_t person_id, std::string_view address,
                           std::string_view item) {
    Told& told = row_[person_id];
    told.address = address;
    append(told.items, item);
}

void Collector::end_row(std::uint64_t row) {
    if (notify_ == bulk::Notify::each) {
        write(row_, static_cast<std::int64_t>(row));
    } else {
        for (const auto& [person, told] : row_) {
            Told& all = run_[person];
            all.address = told.address;
            append(all.items, told.items);
            bytes_ += told.items.size() + entry_overhead;
        }
    }
    row_.clear();
    if (bytes_ > gather_bytes) flush();
}

void Collector::flush() {
    write(run_, 0);
    run_.clear();
    bytes_ = 0;
}

void Collector::write(const Persons& persons, std::int64_t part) {
    for (const auto& [person, told] : persons) {
        enqueue(tx_, person, told.address, kind_, told.items, part);
    }
}

RunNotices::RunNotices(store::Tx& tx, std::string_view kind)
    : tx_(tx), kind_(kind), at_(tx.now().iso()), insert_(std::make_unique<Insert>(tx.db())) {}

RunNotices::~RunNotices() = default;

void RunNotices::add(std::int64_t person_id, std::string_view address) {
    insert_->run({tx_.operation(), person_id, address, kind_, "", at_, 0});
}

void RunNotices::flush() {
    insert_->flush();
}

}  // namespace dcadmin::outbox
