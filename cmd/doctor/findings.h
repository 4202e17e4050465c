// SPDX-License-Identifier: Apache-2.0
// The checks of `doctor`, in the order in which they are run. Each adds what it finds; one that
// cannot be done is a finding too, so that nothing that is wrong hides what else is.
#pragma once

#include "cli/context.h"
#include "views/doctor_view.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::commands {

class Findings {
   public:
    void ok(std::string_view name, std::string found);
    void skipped(std::string_view name, std::string found, std::string remedy = {});
    void warning(std::string_view name, std::string found, std::string remedy);
    void problem(std::string_view name, std::string found, std::string remedy);
    /// Runs it; what it throws is a problem of that name.
    void check(std::string_view name, const std::function<void()>& look);

    [[nodiscard]] const std::vector<views::Finding>& all() const { return all_; }
    [[nodiscard]] bool has_problem() const;

   private:
    std::vector<views::Finding> all_;
};

/// A file of the system; in builds for testing below the folder that DCADMIN_ROOT names.
[[nodiscard]] std::string system_path(const cli::Context& context, std::string_view path);

void check_modules(cli::Context& context, Findings& findings);
void check_store(cli::Context& context, Findings& findings);
void check_clock(cli::Context& context, Findings& findings);
void check_files(cli::Context& context, Findings& findings);
void check_disk(cli::Context& context, Findings& findings);
void check_keys(cli::Context& context, Findings& findings);
void check_relay_settings(cli::Context& context, Findings& findings, bool connect);
void check_timers(cli::Context& context, Findings& findings);
void check_completion(cli::Context& context, Findings& findings);
void check_manual(cli::Context& context, Findings& findings);

}  // namespace dcadmin::commands
