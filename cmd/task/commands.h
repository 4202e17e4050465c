// SPDX-License-Identifier: Apache-2.0
// The rows about tasks, and how a task is named on a line and in a file.
#pragma once

#include "cli/command.h"

#include <dcadmin/tasks.h>

namespace dcadmin::cli {

template <>
struct ArgType<TaskRef> : FreeArg<Complete::task> {
    static constexpr std::string_view name = "ID";
    static TaskRef parse(std::string_view text, const ParseContext&) { return parse_task(text); }
    static std::string shown(const TaskRef& value) { return text_of(value); }
};

template <>
struct ArgType<TaskKind> : WordArg<TaskKind, parse_task_kind> {
    static constexpr std::string_view name = "KIND";
    static Words choices() {
        return {"requested-right", "requested-relation",  "expiring-right", "expiring-relation",
                "attestation",     "orphan-organisation", "chief-changed"};
    }
};

template <>
struct ArgType<TaskState> : WordArg<TaskState, parse_task_state> {
    static constexpr std::string_view name = "STATE";
    static Words choices() { return {"open", "accepted", "refused", "done"}; }
};

}  // namespace dcadmin::cli

namespace dcadmin::commands {

cli::Command task_accept();
cli::Command task_done();
cli::Command task_list();
cli::Command task_refuse();
cli::Command task_show();

}  // namespace dcadmin::commands
