// SPDX-License-Identifier: Apache-2.0
#include "doctor/findings.h"

#include <dcadmin/error.h>

#include <algorithm>
#include <exception>
#include <utility>

namespace dcadmin::commands {

void Findings::ok(std::string_view name, std::string found) {
    all_.push_back({std::string(name), "ok", std::move(found), {}});
}

void Findings::skipped(std::string_view name, std::string found, std::string remedy) {
    all_.push_back({std::string(name), "skipped", std::move(found), std::move(remedy)});
}

void Findings::warning(std::string_view name, std::string found, std::string remedy) {
    all_.push_back({std::string(name), "warning", std::move(found), std::move(remedy)});
}

void Findings::problem(std::string_view name, std::string found, std::string remedy) {
    all_.push_back({std::string(name), "problem", std::move(found), std::move(remedy)});
}

void Findings::check(std::string_view name, const std::function<void()>& look) {
    try {
        look();
    } catch (const Error& error) {
        problem(name, error.message(), error.hint());
    } catch (const std::exception& error) {
        problem(name, error.what(), {});
    }
}

bool Findings::has_problem() const {
    return std::any_of(all_.begin(), all_.end(),
                       [](const auto& finding) { return finding.state == "problem"; });
}

std::string system_path(const cli::Context& context, std::string_view path) {
#ifdef DCADMIN_TESTING
    if (const auto root = context.environment().find("DCADMIN_ROOT")) {
        return *root + std::string(path);
    }
#else
    static_cast<void>(context);
#endif
    return std::string(path);
}

}  // namespace dcadmin::commands
