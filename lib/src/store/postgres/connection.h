// SPDX-License-Identifier: Apache-2.0
// One connection to the server: made, prepared for a session, made again when it was lost between
// transactions; and the statements that are prepared on it, by their text.
#pragma once

#include "store/postgres/answers.h"
#include "store/postgres/settings.h"

#include <libpq-fe.h>

#include <cstdint>
#include <future>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dcadmin::store::postgres {

/// The statement whose rows are still coming. The connection is its own until they are parked.
class Streaming {
   public:
    virtual ~Streaming() = default;
    /// Takes what is still to come out of the connection's way.
    virtual void park() = 0;
};

class Connection {
   public:
    explicit Connection(const OpenRequest& request);

    /// Runs one or more statements without parameters; the last result.
    Result run(const std::string& sql);
    /// Runs one statement with texts for its parameters.
    Result ask(const char* sql, std::initializer_list<const char*> values);
    /// Sends a statement whose rows come one by one. It is prepared when it is used again.
    void send(const std::string& sql, const std::vector<const char*>& values);
    /// Runs a COPY FROM STDIN with these bytes on a second thread, while the caller goes on; what
    /// it comes to is heard at the next use of the connection, or by end_copy().
    void copy_in(const std::string& sql, std::string bytes);
    /// Waits for the COPY under way, if there is one.
    void end_copy();
    /// The next result of what was sent; none at its end.
    [[nodiscard]] Result receive();

    /// Before anything else is asked of the connection.
    void make_free();
    void stream(Streaming* by) { streaming_ = by; }
    [[nodiscard]] bool streams(const Streaming* by) const { return streaming_ == by; }

    /// Before a transaction: a lost connection is made again.
    void require_alive();
    void begin(const char* sql);
    /// Throws unknown when the server did not say that it is done.
    void commit();
    void rollback() noexcept;

    [[nodiscard]] PGconn* handle() const { return handle_.get(); }
    [[nodiscard]] const OpenRequest& request() const { return request_; }
    [[nodiscard]] std::int64_t changes() const { return changes_; }
    /// The error that a refused statement means in this transaction.
    [[nodiscard]] Error refusal(const PGresult* result);
    void count_changes(std::int64_t rows) { changes_ += rows; }
    void set_lock_timeout(int milliseconds);
    [[nodiscard]] int lock_timeout() const { return lock_timeout_; }
    [[nodiscard]] std::string quoted(std::string_view name) const;
    [[nodiscard]] std::string quoted_text(std::string_view text) const;

   private:
    struct Finish {
        void operator()(PGconn* connection) const { PQfinish(connection); }
    };
    struct Prepared {
        int uses = 0;
        std::string name;
    };
    std::int64_t run_copy(const std::string& sql, const std::string& bytes);
    void connect();
    void connect_with(const Settings& settings);
    void begin_session();
    const char* prepared(const std::string& sql, int parameters);
    [[noreturn]] void fail_connecting() const;
    static void take_notice(void* self, const PGresult* result);

    OpenRequest request_;
    Settings settings_;
    std::unique_ptr<PGconn, Finish> handle_;
    std::unordered_map<std::string, Prepared> prepared_;
    int named_ = 0;
    Streaming* streaming_ = nullptr;
    std::future<std::int64_t> copying_;  // has the connection to itself; how many rows it added
    std::int64_t changes_ = 0;
    int lock_timeout_;
    bool serializable_ = false;
    std::string duplicate_;  // the key that was refused as being there already
    std::string warning_;    // what the server warned of during a commit
};

}  // namespace dcadmin::store::postgres
