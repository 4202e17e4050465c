// SPDX-License-Identifier: Apache-2.0
#include "views/run_view.h"

namespace dcadmin::views {
namespace {

template <bulk::State State>
output::Value rows(const RunResult& run) {
    return static_cast<std::int64_t>(run.summary.count(State));
}

}  // namespace

output::View<RunResult> run_view() {
    using bulk::State;
    return {.names = {"run", "runs"},
            .fields = {
                {{"applied", "rows that changed something"}, rows<State::applied>},
                {{"unchanged", "rows that were so already"}, rows<State::unchanged>},
                {{"rejected", "rows that were refused"}, rows<State::rejected>},
                {{"failed", "rows that failed"}, rows<State::failed>},
                {{"unknown", "rows of which it is not known"}, rows<State::unknown>},
                {{"not_attempted", "rows that were not done"}, rows<State::not_attempted>},
                {{"dry_run", "whether nothing was to be changed"},
                 [](const RunResult& run) -> output::Value { return run.dry_run; }},
                {{"committed", "whether something was changed for good"},
                 [](const RunResult& run) -> output::Value { return run.summary.committed; }},
                {{"outcome", "the outcome file"},
                 [](const RunResult& run) -> output::Value {
                     if (run.outcome.empty()) return std::monostate{};
                     return std::string_view(run.outcome);
                 }},
            }};
}

}  // namespace dcadmin::views
