// SPDX-License-Identifier: Apache-2.0
// How operations tell persons what was done. Within a transaction the collector gathers items per
// person and writes them to the outbox at the end: one notice a person for a run by file, one a row
// where each is asked for. An item is a public id and, where it matters, a day ("g-12@2030-10-02").
#pragma once

#include "store/tx.h"

#include <dcadmin/bulk.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace dcadmin::outbox {

class Collector {
   public:
    Collector(store::Tx& tx, bulk::Notify notify, std::string_view kind)
        : tx_(tx), notify_(notify), kind_(kind) {}

    /// Whether the run tells anybody.
    [[nodiscard]] bool tells() const { return notify_ != bulk::Notify::none; }
    /// Tells `person_id`, at `address` (empty: none is known), of one more thing.
    void add(std::int64_t person_id, std::string_view address, std::string_view item);
    /// The same, also where a run is to tell nobody.
    void add_always(std::int64_t person_id, std::string_view address, std::string_view item);
    /// Ends what one row tells; with Notify::each that writes its notices.
    void end_row(std::uint64_t row);
    /// Takes back what the row that failed had told.
    void drop_row() { row_.clear(); }
    /// Writes what is left; to be called before the commit.
    void flush();

   private:
    struct Told {
        std::string address;
        std::string items;
    };
    using Persons = std::unordered_map<std::int64_t, Told>;
    void write(const Persons& persons, std::int64_t part);

    store::Tx& tx_;
    bulk::Notify notify_;
    std::string kind_;
    Persons row_;
    Persons run_;
    std::size_t bytes_ = 0;
};

/// Writes one notice, or adds the items to this operation's waiting notice of that person and part.
void enqueue(store::Tx& tx, std::int64_t person_id, std::string_view address, std::string_view kind,
             std::string_view items, std::int64_t part);

/// Writes notices without items, which tell of all that the operation did to the person: at most
/// one a person in a transaction, and none by another way.
class RunNotices {
   public:
    RunNotices(store::Tx& tx, std::string_view kind);
    ~RunNotices();
    RunNotices(const RunNotices&) = delete;
    RunNotices& operator=(const RunNotices&) = delete;
    void add(std::int64_t person_id, std::string_view address);
    /// To be called before the commit.
    void flush();

   private:
    store::Tx& tx_;
    std::string kind_;
    std::string at_;
    class Insert;
    std::unique_ptr<Insert> insert_;
};

}  // namespace dcadmin::outbox
