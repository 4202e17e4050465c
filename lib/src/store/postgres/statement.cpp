// SPDX-License-Identifier: Apache-2.0
#include "store/postgres/statement.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace dcadmin::store::postgres {

namespace {

constexpr int rows_at_once = 2000;

// The largest n of $n.
std::size_t parameters_in(std::string_view sql) {
    std::size_t most = 0;
    for (auto at = sql.find('$'); at != std::string_view::npos; at = sql.find('$', at + 1)) {
        std::size_t number = 0;
        std::from_chars(sql.data() + at + 1, sql.data() + sql.size(), number);
        most = std::max(most, number);
    }
    return most;
}

bool changes_rows(std::string_view tag) {
    return tag.starts_with("INSERT") || tag.starts_with("UPDATE") || tag.starts_with("DELETE");
}

}  // namespace

PostgresStatement::PostgresStatement(Connection& connection, std::string_view sql)
    : connection_(connection), sql_(sql), parameters_(parameters_in(sql)) {
    values_.resize(parameters_.size());
}

PostgresStatement::~PostgresStatement() {
    discard();
}

void PostgresStatement::bind(std::initializer_list<Value> values) {
    reset();
    if (values.size() != parameters_.size()) {
        throw std::logic_error(fmt::format("{} values for {} parameters: {}", values.size(),
                                           parameters_.size(), sql_));
    }
    int number = 1;
    for (const Value& value : values) bind_one(number++, value);
}

void PostgresStatement::bind_one(int number, const Value& value) {
    Parameter& parameter = parameters_.at(static_cast<std::size_t>(number - 1));
    parameter.null = false;
    if (const auto* integer = std::get_if<std::int64_t>(&value)) {
        parameter.text.clear();
        fmt::format_to(std::back_inserter(parameter.text), "{}", *integer);
    } else if (const auto* text = std::get_if<std::string_view>(&value)) {
        parameter.text = *text;
    } else {
        parameter.null = true;
    }
}

void PostgresStatement::execute() {
    for (std::size_t i = 0; i < parameters_.size(); ++i) {
        values_[i] = parameters_[i].null ? nullptr : parameters_[i].text.c_str();
    }
    changed_ = 0;
    connection_.send(sql_, values_);
    executed_ = true;
    if (take(rows_at_once)) connection_.stream(this);
}

// The error of a result is thrown when the result has been read to its end: only then is the
// connection free for what follows.
bool PostgresStatement::take(int most) {
    Result failed;
    for (int taken = 0; taken < most || failed;) {
        Result result = connection_.receive();
        if (!result) {
            if (connection_.streams(this)) connection_.stream(nullptr);
            if (failed) throw connection_.refusal(failed.get());
            return false;
        }
        switch (PQresultStatus(result.get())) {
            case PGRES_SINGLE_TUPLE:
                rows_.add(result.get(), 0);
                ++taken;
                break;
            case PGRES_TUPLES_OK:
            case PGRES_COMMAND_OK: take_end(result.get()); break;
            default: failed = std::move(result);
        }
    }
    return true;
}

void PostgresStatement::take_end(const PGresult* result) {
    // libpq only reads it, but does not say so.
    auto* told = const_cast<PGresult*>(result);
    if (!changes_rows(PQcmdStatus(told))) return;
    const std::string_view count = PQcmdTuples(told);
    std::from_chars(count.data(), count.data() + count.size(), changed_);
    connection_.count_changes(changed_);
}

bool PostgresStatement::step() {
    if (!executed_) execute();
    if (rows_.next()) return true;
    if (!connection_.streams(this)) return false;
    take(rows_at_once);
    return rows_.next();
}

void PostgresStatement::park() {
    while (take(rows_at_once)) rows_.spill_when_large();
}

void PostgresStatement::discard() {
    if (!connection_.streams(this)) return;
    while (const Result left = connection_.receive()) {
    }
    connection_.stream(nullptr);
}

void PostgresStatement::reset() {
    discard();
    rows_.clear();
    executed_ = false;
}

std::int64_t PostgresStatement::integer(int column) const {
    const std::string_view digits = rows_.text(column);
    std::int64_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

}  // namespace dcadmin::store::postgres
