// SPDX-License-Identifier: Apache-2.0
#include "views/audit_view.h"

#include "views/cells.h"

namespace dcadmin::views {

using output::Shown;
using output::Value;

namespace {

Value position_of(const AuditProblem& problem) {
    if (problem.position == 0) return std::monostate{};
    return problem.position;
}

}  // namespace

output::View<AuditEntry> entry_view() {
    return {
        .names = {"entry", "entries"},
        .fields = {
            {{"sequence", "number in the whole log"},
             [](const AuditEntry& x) -> Value { return x.sequence; }},
            {{"org", "whose chain; absent: the system's"},
             [](const AuditEntry& x) -> Value { return output::maybe(x.org); }},
            {{"position", "number in that chain", Shown::detail},
             [](const AuditEntry& x) -> Value { return x.position; }},
            {{"at", "when"}, [](const AuditEntry& x) -> Value { return x.at; }},
            {{"actor", "who acted"}, [](const AuditEntry& x) -> Value { return cell(x.actor); }},
            {{"command", "by which command", Shown::detail},
             [](const AuditEntry& x) -> Value { return cell(x.command); }},
            {{"action", "what was done"},
             [](const AuditEntry& x) -> Value { return cell(x.action); }},
            {{"subject", "public id or number of what it was done to"},
             [](const AuditEntry& x) -> Value { return cell(x.subject); }},
            {{"reason", "why"}, [](const AuditEntry& x) -> Value { return cell(x.reason); }},
            {{"before", "how it was", Shown::detail},
             [](const AuditEntry& x) -> Value { return cell(x.before); }},
            {{"after", "how it is", Shown::detail},
             [](const AuditEntry& x) -> Value { return cell(x.after); }},
            {{"hash", "of this entry and all before it in its chain", Shown::detail},
             [](const AuditEntry& x) -> Value { return cell(x.hash); }},
        }};
}

output::View<ChainHead> head_view() {
    return {.names = {"head", "heads"},
            .fields = {
                {{"org", "whose chain; absent: the system's"},
                 [](const ChainHead& x) -> Value { return output::maybe(x.org); }},
                {{"length", "how many entries it has"},
                 [](const ChainHead& x) -> Value { return x.length; }},
                {{"head", "hash of the last one"},
                 [](const ChainHead& x) -> Value { return cell(x.head); }},
            }};
}

output::View<AuditProblem> problem_view() {
    return {.names = {"problem", "problems"},
            .fields = {
                {{"org", "whose chain; absent: the system's"},
                 [](const AuditProblem& x) -> Value { return output::maybe(x.org); }},
                {{"position", "which entry; absent: none in particular"},
                 [](const AuditProblem& x) -> Value { return position_of(x); }},
                {{"what", "what does not verify"},
                 [](const AuditProblem& x) -> Value { return cell(x.what); }},
            }};
}

output::View<AuditReport> audit_report_view() {
    return {
        .names = {"audit", "audits"},
        .fields = {
            {{"chains", "how many chains there are"},
             [](const AuditReport& x) -> Value { return static_cast<std::int64_t>(x.chains); }},
            {{"entries", "how many entries"},
             [](const AuditReport& x) -> Value { return static_cast<std::int64_t>(x.entries); }},
            {{"problems", "how many problems"},
             [](const AuditReport& x) -> Value {
                 return static_cast<std::int64_t>(x.problem_count);
             }},
        }};
}

}  // namespace dcadmin::views
