// SPDX-License-Identifier: Apache-2.0
// Runs by file, in a test: rows from a vector, results by row number.
#pragma once

#include <dcadmin/bulk.h>

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace dcadmin::test {

/// What came of a run: the summary, and for each row its state, and the code when there is one.
struct Outcome {
    bulk::Summary summary;
    std::map<std::uint64_t, bulk::Result> results;

    /// "applied", "rejected conflict", or "none" for a row without a result.
    [[nodiscard]] std::string of(std::uint64_t row) const {
        const auto found = results.find(row);
        if (found == results.end()) return "none";
        std::string text(bulk::name_of(found->second.state));
        if (found->second.code) text += " " + std::string(name_of(*found->second.code));
        return text;
    }
    /// The states of all rows in order: "applied unchanged rejected".
    [[nodiscard]] std::string states() const {
        std::string text;
        for (const auto& [row, result] : results) {
            text += (text.empty() ? "" : " ") + std::string(bulk::name_of(result.state));
        }
        return text;
    }
};

/// Runs `rows` (requests, or errors that kept them from becoming one) through
/// run(source, options, sink), for instance a lambda around Persons::add_rows.
template <class Request, class Run>
Outcome run_rows(const std::vector<std::variant<Request, Error>>& rows,
                 const bulk::Options& options, Run run) {
    std::size_t next = 0;
    bulk::Source<Request> source{.next =
                                     [&](bulk::Row<Request>& row) {
                                         if (next == rows.size()) return false;
                                         row.number = next + 1;
                                         row.content = rows[next++];
                                         return true;
                                     },
                                 .rewind = [&] { next = 0; }};
    Outcome outcome;
    const bulk::Sink sink = [&](std::uint64_t row, const bulk::Result& result) {
        outcome.results[row] = result;
    };
    outcome.summary = run(source, options, sink);
    return outcome;
}

}  // namespace dcadmin::test
