// SPDX-License-Identifier: Apache-2.0
#include "store/postgres/answers.h"

#include <dcadmin/base/say.h>

#include <array>

namespace dcadmin::store::postgres {

namespace {

struct Meaning {
    std::string_view state;  // a whole SQLSTATE, or its class of two characters
    Kind kind;
    std::string_view message;  // {} is what the server says
    std::string_view hint;
};

constexpr std::string_view try_again = "try again in a moment";
constexpr std::string_view look =
    "somebody may have written the same meanwhile; look with the list command";

// The first that fits: whole states stand before their class.
constexpr auto meanings = std::to_array<Meaning>({
    {"40001", Kind::busy, "another writer changed the same meanwhile", try_again},
    {"40P01", Kind::busy, "another writer and this one waited for each other", try_again},
    {"40003", Kind::unknown, "it is not known whether the change was made: {}",
     "run the same command again, it is safe"},
    {"40", Kind::busy, "the transaction was rolled back: {}", try_again},
    {"55P03", Kind::busy, "the store is locked by another writer", try_again},
    {"57014", Kind::failed, "the database stopped a statement that took too long, or was told to",
     "ask the administrator of the database what is going on there"},
    {"57P", Kind::busy, "the database is being stopped or started: {}", try_again},
    {"53300", Kind::busy, "the database has no connection left", try_again},
    {"53100", Kind::failed, "the disk of the database is full; nothing was changed",
     "make room, then run the same command again"},
    {"53", Kind::failed, "the database lacks resources: {}", "see the log of the database"},
    {"08", Kind::busy, "the connection to the database was lost; nothing was changed: {}",
     try_again},
    {"23503", Kind::conflict, "something that this refers to is not in the store",
     "run the same command again"},
    {"23", Kind::conflict, "the store refuses it: {}", look},
    {"25006", Kind::not_allowed, "the store may not be written",
     "it is opened for reading, or this server is a standby: name the primary, or all servers with "
     "target_session_attrs=read-write"},
    {"25P03", Kind::busy, "the transaction stood still for too long; nothing was changed",
     "run the same command again"},
    {"42501", Kind::not_allowed, "the database does not allow it to this role: {}",
     "the owner of the store gives the rights: dcadmin store init --app-role NAME"},
    {"42P01", Kind::integrity, "the store lacks a table: {}",
     "is it the right database, and the right search_path? see: dcadmin store status"},
    {"XX", Kind::integrity, "the store is damaged: {}",
     "restore a backup (dcadmin store backup makes one)"},
});

std::string said_by(const PGresult* result) {
    const char* said = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    return one_line(said != nullptr ? said : PQresultErrorMessage(result));
}

}  // namespace

std::string one_line(std::string_view said) {
    std::string line;
    for (const char c : said) {
        if (c != '\n' && c != '\r' && c != '\t') {
            line.push_back(c);
        } else if (!line.empty() && line.back() != ' ') {
            line.push_back(' ');
        }
    }
    while (!line.empty() && line.back() == ' ') line.pop_back();
    return line;
}

std::string_view state_of(const PGresult* result) {
    const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    return state != nullptr ? std::string_view(state) : std::string_view();
}

Error error_of(const PGresult* result) {
    const std::string_view state = state_of(result);
    const std::string said = said_by(result);
    if (state.empty()) return lost(said);
    for (const Meaning& meaning : meanings) {
        if (!state.starts_with(meaning.state)) continue;
        std::string message(translated(meaning.message));
        if (const auto at = message.find("{}"); at != std::string::npos) {
            message.replace(at, 2, said);
        }
        return Error(meaning.kind, message, std::string(meaning.hint));
    }
    return Error(Kind::failed, say("the store answers: {} ({})", said, state));
}

Error lost(std::string_view said) {
    return Error(Kind::busy,
                 say("the connection to the database was lost; nothing was changed{}{}",
                     said.empty() ? "" : ": ", one_line(said)),
                 std::string(try_again));
}

Error not_known(std::string_view said) {
    return Error(Kind::unknown,
                 say("the database gave no answer to the commit, so it is not known "
                     "whether the change was made{}{}",
                     said.empty() ? "" : ": ", one_line(said)),
                 "run the same command again, it is safe: what was made is not made twice");
}

}  // namespace dcadmin::store::postgres
