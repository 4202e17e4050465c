// SPDX-License-Identifier: Apache-2.0
// Tasks, as lists show them, and how many there are.
#pragma once

#include "output/view.h"

#include <dcadmin/tasks.h>

namespace dcadmin::views {

struct Count {
    std::uint64_t count;
};

[[nodiscard]] output::View<Task> task_view();
[[nodiscard]] output::View<Count> count_view();

}  // namespace dcadmin::views
