// SPDX-License-Identifier: Apache-2.0
// The options that every write command with a form for files has: which file, in which format, and
// how careful to be with it.
#pragma once

#include "cli/command.h"
#include "cli/option.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace dcadmin::cli {

enum class InputFormat { csv, jsonl };

/// The most grants a run may end, as "20" or "10%".
struct MaxRevoke {
    std::optional<std::uint64_t> count;
    std::optional<unsigned> percent;
};

struct BulkLine {
    std::optional<FilePath> file;
    std::optional<InputFormat> input_format;
    bool dry_run = false;
    std::optional<FilePath> outcome;
    bool skip_invalid = false;
    std::optional<std::uint64_t> batch;
    std::vector<bulk::State> only;
    std::optional<bulk::Notify> notify;
    std::optional<MaxRevoke> max_revoke;
    std::optional<std::uint64_t> yes_revoke;
    std::optional<FilePath> plan;
    /// The command's own options as they were given, by the names of their columns; for a plan.
    std::vector<std::pair<std::string, std::string>> texts;
};

/// The rows of BulkLine that the command has; none when it has no form for files.
[[nodiscard]] std::vector<Option> bulk_options(const Command& command);
/// Whether its --file may be named by its place: of verbs that take a file in, `import` and `read`,
/// unless they have places of their own.
[[nodiscard]] bool file_has_place(const Command& command);

template <>
struct ArgType<InputFormat> {
    static constexpr std::string_view name = "FORMAT";
    static constexpr Complete completion = Complete::choice;
    static Words choices() { return {"csv", "jsonl"}; }
    static InputFormat parse(std::string_view text, const ParseContext& context);
    static std::string shown(InputFormat value);
};

template <>
struct ArgType<bulk::State> {
    static constexpr std::string_view name = "STATE";
    static constexpr Complete completion = Complete::choice;
    static Words choices();
    static bulk::State parse(std::string_view text, const ParseContext& context);
    static std::string shown(bulk::State value);
};

template <>
struct ArgType<bulk::Notify> {
    static constexpr std::string_view name = "WHOM";
    static constexpr Complete completion = Complete::choice;
    static Words choices() { return {"each", "person", "none"}; }
    static bulk::Notify parse(std::string_view text, const ParseContext& context);
    static std::string shown(bulk::Notify value);
};

template <>
struct ArgType<MaxRevoke> : FreeArg<> {
    static constexpr std::string_view name = "N|P%";
    static MaxRevoke parse(std::string_view text, const ParseContext& context);
    static std::string shown(const MaxRevoke& value);
};

}  // namespace dcadmin::cli
