// SPDX-License-Identifier: Apache-2.0
// Appends rows with COPY, the fastest way in. Rows gather in a buffer and go as one COPY when it is
// full, so that several tables can be filled in turn over one connection.
#pragma once

#include "store/appender.h"
#include "store/postgres/connection.h"

#include <span>
#include <string>
#include <string_view>

namespace dcadmin::store::postgres {

class CopyAppender final : public Appender {
   public:
    CopyAppender(Connection& connection, std::string_view table,
                 std::span<const std::string_view> columns);
    using Appender::add;
    void add(std::span<const Value> values) override;
    void flush() override;

   private:
    void send();
    Connection& connection_;
    std::string copy_;
    std::string buffer_;
};

}  // namespace dcadmin::store::postgres
