// SPDX-License-Identifier: Apache-2.0
// What a run over many rows came to: how many rows ended in each state.
#pragma once

#include "output/view.h"

#include <dcadmin/bulk.h>

#include <string>

namespace dcadmin::views {

struct RunResult {
    bulk::Summary summary;
    bool dry_run = false;
    std::string outcome;  // path of the outcome file
};

[[nodiscard]] output::View<RunResult> run_view();

}  // namespace dcadmin::views
