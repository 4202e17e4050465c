// SPDX-License-Identifier: Apache-2.0
// Statements of the outbox's writer.
#pragma once

#include "outbox/collector.h"
#include "store/appender.h"
#include "store/db.h"

#include <cstdint>
#include <memory>
#include <string_view>

namespace dcadmin::outbox {

struct NewNotice {
    std::int64_t operation_id;
    std::int64_t person_id;
    std::string_view address;
    std::string_view kind;
    std::string_view items;
    std::string_view at;
    std::int64_t part;
};

/// False when a notice of that person, operation and part is there, and was taken up for sending or
/// is so long that it takes no more.
[[nodiscard]] bool upsert_notice(store::Db& db, const NewNotice& notice);

class RunNotices::Insert {
   public:
    explicit Insert(store::Db& db);
    void run(const NewNotice& notice);
    void flush() { notices_->flush(); }

   private:
    std::unique_ptr<store::Appender> notices_;
};

}  // namespace dcadmin::outbox
