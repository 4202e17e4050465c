// SPDX-License-Identifier: Apache-2.0
// Many requests as one run: the contract behind --file. Every write operation has a form that takes
// a source of rows and gives each row a result; the rules are the same code as for one request, and
// a dry run is the same run without its writes. The whole run is one transaction unless batches are
// asked for; validation of the whole file comes before anything is committed, and one bad row stops
// the run unless invalid rows are to be skipped. Running the same file again is always safe: what
// is done already answers `unchanged`.
#pragma once

#include <dcadmin/error.h>
#include <dcadmin/export.h>

#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace dcadmin {
struct Env;
}  // namespace dcadmin

namespace dcadmin::bulk {

enum class State : std::uint8_t { applied, unchanged, rejected, failed, unknown, not_attempted };
inline constexpr std::size_t state_count = 6;

/// "applied", "not_attempted", …: the word in outcome files.
[[nodiscard]] DCADMIN_API std::string_view name_of(State state);

/// What became of one row.
struct Result {
    State state = State::not_attempted;
    std::optional<Kind> code;  // for rejected, failed, unknown
    std::string message;       // why; or a remark on what was applied ("until cut to …")
    std::string hint;
    std::string field;  // the column at fault, when there is one
    std::string id;     // public id of what the row made or found; several joined by '|'
};

/// One row as the reader gives it: a request, or the error that kept it from becoming one.
template <class Request>
struct Row {
    std::uint64_t number = 0;  // counted from 1, without the header
    std::variant<Request, Error> content;
};

/// Rows in file order. `next` fills the row and returns true, or returns false at the end; `rewind`
/// starts again at the first row. Both may be called from another thread than the one that made
/// them, never from two at once.
template <class Request>
struct Source {
    std::function<bool(Row<Request>&)> next;
    std::function<void()> rewind;
    std::uint64_t expected_bytes = 0;  // size of the input, to choose how to look things up
};

/// Takes one result per row, in any order, each row once; called from one thread at a time. A row
/// without a result was not attempted. A run that has to begin again gives its rows anew: the last
/// result of a row holds. While the whole run is one transaction results come before its commit:
/// when the summary says `committed == false` and it was no dry run, every `applied` and
/// `unchanged` given here is void and reads `not_attempted`, or `unknown` after a failure of that
/// kind: the commit got no answer. With batches a result comes after the commit of its batch and
/// stands.
using Sink = std::function<void(std::uint64_t row, const Result&)>;

enum class Notify { each, person, none };

/// The most grants that a run may end: the larger of `count` and `percent` of the live grants of
/// the organisations it touches; `exact` overrides both when it is the very number.
struct RevokeLimit {
    std::uint64_t count = 20;
    unsigned percent = 10;
    std::optional<std::uint64_t> exact;
};

struct Progress {
    std::string_view phase;  // "checking", "writing"
    std::uint64_t rows = 0;
};

class Joint;

struct Options {
    bool dry_run = false;
    bool skip_invalid = false;
    std::uint64_t batch = 0;  // commit every so many rows; 0: all in one transaction
    Notify notify = Notify::person;
    RevokeLimit revoke_limit;
    const std::atomic<int>* stop = nullptr;  // set to a signal number to stop cleanly
    std::function<void(const Progress&)> progress;
    Joint* joint = nullptr;  // the watched run that this one is a part of; set by run_watched()
};

struct Summary {
    std::array<std::uint64_t, state_count> rows{};  // by State
    bool committed = false;                         // something was changed for good
    bool stopped_by_signal = false;
    std::optional<Error> failure;  // why the run as a whole ended early
    /// How many grants it ends, or would end; more than the limit is a failure about `yes-revoke`.
    std::uint64_t grants_ended = 0;
    /// Of a watched run: its notices that have an address, to how many persons they go, and those
    /// that have none.
    std::uint64_t notices = 0;
    std::uint64_t notice_persons = 0;
    std::uint64_t notices_without_address = 0;

    [[nodiscard]] std::uint64_t count(State state) const {
        return rows[static_cast<std::size_t>(state)];
    }
};

/// A record as the log has it, key by key. Other records are named as people know them: a right by
/// its code, an organisation by its number, a grant as "g-12". A moment of this run reads "now".
using Image = std::vector<std::pair<std::string, std::string>>;

/// One record that a row changes.
struct Effect {
    std::string subject;  // "grant"
    std::string verb;     // "revoke"
    std::string id;       // "g-12"; of a record that this run makes: "row 3", the row that makes it
    std::optional<Image> before;  // none: it is not there
    std::optional<Image> after;
};

/// A request as a file has it: the command and its columns.
struct FileRow {
    std::string command;
    std::vector<std::pair<std::string, std::string>> columns;
};

/// What one row did.
struct Trace {
    std::vector<Effect> effects;
    std::vector<FileRow> undo;  // the requests that take it back, in their order
    std::string lasting;        // what of it cannot be taken back; empty: nothing
    std::vector<std::pair<std::string, std::string>> settled;  // columns left out, as filled in
};

/// What a plan says of one row.
struct Expected {
    State state = State::applied;
    std::vector<Effect> effects;
};

struct Watch {
    /// When set: what a row is expected to do. One that does something else, or is refused, is
    /// undone and rejected with conflict, saying what has changed. A row that is so already stays
    /// unchanged when the store has what was expected.
    std::function<const Expected&(std::uint64_t row)> expected;
    /// Takes what each row did that was not rejected, before the sink takes its result.
    std::function<void(std::uint64_t row, const Trace&)> seen;
};

/// Runs of rows, of one command or several, as one transaction in which every row is watched: what
/// plans are made and applied with. `runs` calls the row operations one after the other with the
/// options it is handed; it is called again from its beginning when another writer was in the way.
/// `options` hold for all; batches are none of its. Rows that are rejected end it as they end any
/// run.
[[nodiscard]] DCADMIN_API Summary run_watched(const Env& env, const Options& options,
                                              const Watch& watch,
                                              const std::function<void(const Options&)>& runs);

}  // namespace dcadmin::bulk
