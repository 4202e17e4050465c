// SPDX-License-Identifier: Apache-2.0
// Statements about sessions, and about where a person may act.
#pragma once

#include "store/tx.h"

#include <dcadmin/sign_in.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::sign_in {

struct NewSession {
    std::string_view token_hash;
    std::int64_t person;
    std::int64_t credential;
    std::string_view key;
    std::int64_t level;
    std::optional<std::int64_t> organisation;
    std::string_view started_at;
    std::string_view proved_at;
    std::string_view open_until;
    std::string_view expires_at;
};
/// The session stands before its operation, which names it: so its id is taken first.
[[nodiscard]] std::int64_t next_session_id(store::Db& db);
void insert_session(store::Tx& tx, std::int64_t id, const NewSession& added);

struct SessionRow {
    Session session;
    std::int64_t credential = 0;
    std::optional<std::int64_t> organisation;
};
[[nodiscard]] std::optional<SessionRow> find_session(store::Db& db, std::int64_t id, Timestamp now);
[[nodiscard]] std::vector<Session> open_sessions(store::Db& db, std::int64_t person, Timestamp now);
void prove_session(store::Db& db, std::int64_t id, const Proof& proof);
/// Moves the end of an open session when it lies more than a minute nearer than `open_until`.
void keep_open(store::Db& db, std::int64_t id, std::string_view open_until,
               std::string_view unless_after);
/// Whether it was open.
bool end_session(store::Db& db, std::int64_t id, std::string_view now);

/// Where the person holds a live grant, an office or a mandate.
[[nodiscard]] std::vector<Choice> read_choices(store::Db& db, std::int64_t person, Date today,
                                               Timestamp now);
/// The moment of the last change in the log; empty when there is none.
[[nodiscard]] std::string last_change(store::Db& db);

}  // namespace dcadmin::sign_in
