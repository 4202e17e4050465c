// SPDX-License-Identifier: Apache-2.0
// The prepared insert of the log's run writer.
#pragma once

#include "audit/run_recorder.h"
#include "store/db.h"

#include <memory>
#include <string_view>

namespace dcadmin::audit {

class RunRecorder::Insert {
   public:
    explicit Insert(store::Db& db);
    void run(const HashedEntry& entry, std::int64_t operation, std::string_view subject,
             std::string_view verb);

   private:
    std::unique_ptr<store::Statement> statement_;
};

}  // namespace dcadmin::audit
