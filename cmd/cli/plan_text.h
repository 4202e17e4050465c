// SPDX-License-Identifier: Apache-2.0
// The lines of a plan as text, both ways.
#pragma once

#include "cli/plan_file.h"

#include <string>
#include <string_view>

namespace dcadmin::cli {

/// The version of the form that this program writes and reads.
inline constexpr int plan_version = 1;

void write_header(std::string& line, const PlanHeader& header);
void write_row(std::string& line, const PlanRow& row);
void write_end(std::string& line, std::uint64_t lines, const std::string& digest);

/// Throw usage for what is none; the message goes on from "line 3 ".
[[nodiscard]] PlanHeader read_header(std::string_view line);
[[nodiscard]] PlanRow read_row(std::string_view line);

struct PlanEnd {
    std::uint64_t lines = 0;
    std::string digest;
};
/// None when the line is no last line.
[[nodiscard]] std::optional<PlanEnd> read_end(std::string_view line);

}  // namespace dcadmin::cli
