// SPDX-License-Identifier: Apache-2.0
// A statement on a connection. Its first rows are fetched at once, so that a look-up is one round
// trip and leaves the connection free; the rest of a long result streams, and makes way (Rows) when
// another statement wants the connection.
#pragma once

#include "store/db.h"
#include "store/postgres/connection.h"
#include "store/postgres/rows.h"

#include <string>
#include <vector>

namespace dcadmin::store::postgres {

class PostgresStatement final : public Statement, private Streaming {
   public:
    PostgresStatement(Connection& connection, std::string_view sql);
    ~PostgresStatement() override;
    PostgresStatement(const PostgresStatement&) = delete;
    PostgresStatement& operator=(const PostgresStatement&) = delete;

    void bind(std::initializer_list<Value> values) override;
    void bind_one(int number, const Value& value) override;
    bool step() override;
    void reset() override;
    bool is_null(int column) const override { return rows_.is_null(column); }
    std::int64_t integer(int column) const override;
    std::string_view text(int column) const override { return rows_.text(column); }

   protected:
    std::int64_t changed() const override { return changed_; }

   private:
    struct Parameter {
        bool null = true;
        std::string text;
    };
    void execute();
    /// Takes what comes, at most so many rows; false at the end of the result.
    bool take(int most);
    void take_end(const PGresult* result);
    void park() override;
    void discard();

    Connection& connection_;
    std::string sql_;
    std::vector<Parameter> parameters_;
    std::vector<const char*> values_;  // of the parameters, as libpq wants them
    Rows rows_;
    bool executed_ = false;
    std::int64_t changed_ = 0;
};

}  // namespace dcadmin::store::postgres
