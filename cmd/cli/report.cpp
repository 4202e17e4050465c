// SPDX-License-Identifier: Apache-2.0
#include "cli/report.h"

#include "output/value.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>

#include <fmt/format.h>

namespace dcadmin::cli {

Exit exit_of(Kind kind) {
    switch (kind) {
        case Kind::failed: return Exit::failed;
        case Kind::usage: return Exit::usage;
        case Kind::sign_in: return Exit::sign_in;
        case Kind::not_allowed: return Exit::not_allowed;
        case Kind::not_found: return Exit::not_found;
        case Kind::conflict: return Exit::conflict;
        case Kind::rule: return Exit::rule;
        case Kind::integrity: return Exit::integrity;
        case Kind::busy:
        case Kind::unknown: return Exit::busy;
        case Kind::stopped: return Exit::interrupted;
    }
    return Exit::failed;
}

bool wants_json(std::span<const std::string> args, const Environment& environment) {
    auto format = environment.find("DCADMIN_OUTPUT").value_or("");
    for (std::size_t i = 0; i < args.size(); ++i) {
        const auto& word = args[i];
        if (word == "--") break;
        if ((word == "-o" || word == "--output") && i + 1 < args.size()) format = args[i + 1];
        if (word.starts_with("--output=")) format = word.substr(9);
        if (word.starts_with("-o") && word.size() > 2) format = word.substr(2);
    }
    format = text::ascii_lower(format);
    return format == "json" || format == "jsonl";
}

Exit report(const Error& error, bool json, output::Writer& err) {
    if (!json) {
        err.write(fmt::format("dcadmin: {}\n", text::escaped(error.message())));
        if (!error.hint().empty()) err.write(say("hint: {}\n", text::escaped(error.hint())));
        return exit_of(error.kind());
    }
    std::string line = "{\"error\":{\"kind\":";
    output::append_json_string(line, name_of(error.kind()));
    line += ",\"message\":";
    output::append_json_string(line, error.message());
    line += ",\"hint\":";
    if (error.hint().empty()) {
        line += "null";
    } else {
        output::append_json_string(line, error.hint());
    }
    line += "}}\n";
    err.write(line);
    return exit_of(error.kind());
}

std::string told(std::string_view message, std::string_view hint) {
    if (hint.empty()) return std::string(message);
    return fmt::format("{}{} {}", message, message.ends_with('?') ? "" : ";", hint);
}

}  // namespace dcadmin::cli
