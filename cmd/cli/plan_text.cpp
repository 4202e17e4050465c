// SPDX-License-Identifier: Apache-2.0
#include "cli/plan_text.h"

#include "cli/json_reader.h"
#include "output/value.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include <fmt/format.h>

#include <charconv>
#include <iterator>
#include <optional>
#include <set>

namespace dcadmin::cli {
namespace {

constexpr std::size_t deepest = 5;  // row, effects, effect, image; undo, request, columns

void add_key(std::string& line, std::string_view key) {
    if (line.back() != '{') line += ',';
    fmt::format_to(std::back_inserter(line), "\"{}\":", key);
}

void add(std::string& line, std::string_view key, std::string_view text) {
    add_key(line, key);
    output::append_json_string(line, text);
}

void add(std::string& line, std::string_view key, std::uint64_t number) {
    add_key(line, key);
    fmt::format_to(std::back_inserter(line), "{}", number);
}

void add_object(std::string& line, const NamedTexts& members) {
    line += '{';
    for (const auto& [name, value] : members) {
        if (line.back() != '{') line += ',';
        output::append_json_string(line, name);
        line += ':';
        output::append_json_string(line, value);
    }
    line += '}';
}

void add(std::string& line, std::string_view key, const NamedTexts& members) {
    add_key(line, key);
    add_object(line, members);
}

void add(std::string& line, std::string_view key, const std::optional<bulk::Image>& image) {
    add_key(line, key);
    if (image) {
        add_object(line, *image);
    } else {
        line += "null";
    }
}

void add_effects(std::string& line, const std::vector<bulk::Effect>& effects) {
    add_key(line, "effects");
    line += '[';
    for (const auto& effect : effects) {
        if (line.back() != '[') line += ',';
        line += '{';
        add(line, "subject", effect.subject);
        add(line, "verb", effect.verb);
        add(line, "id", effect.id);
        add(line, "before", effect.before);
        add(line, "after", effect.after);
        line += '}';
    }
    line += ']';
}

void add_undo(std::string& line, const std::vector<bulk::FileRow>& undo) {
    add_key(line, "undo");
    line += '[';
    for (const auto& request : undo) {
        if (line.back() != '[') line += ',';
        line += '{';
        add(line, "command", request.command);
        add(line, "request", request.columns);
        line += '}';
    }
    line += ']';
}

/// The members of an object, each to be taken once; what is left over is unknown.
class Members {
   public:
    explicit Members(const Json& object) : object_(object) {
        if (object.type != Json::Type::object) throw Error(Kind::usage, "is not an object");
    }

    const Json& take(std::string_view name, Json::Type type) {
        const Json* found = object_.find(name);
        if (found == nullptr || found->type != type) {
            throw Error(Kind::usage, say("has no right '{}'", name));
        }
        taken_.emplace(name);
        return *found;
    }
    std::string text(std::string_view name) { return take(name, Json::Type::text).text; }
    std::uint64_t number(std::string_view name) {
        const std::string& text = take(name, Json::Type::number).text;
        std::uint64_t value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc{} || end != text.data() + text.size()) {
            throw Error(Kind::usage, say("has no right '{}'", name));
        }
        return value;
    }
    bool truth(std::string_view name) { return take(name, Json::Type::truth).text == "true"; }
    NamedTexts texts(std::string_view name) { return texts_of(take(name, Json::Type::object)); }
    std::optional<bulk::Image> image(std::string_view name) {
        const Json* found = object_.find(name);
        if (found != nullptr && found->type == Json::Type::null) {
            taken_.emplace(name);
            return std::nullopt;
        }
        return texts(name);
    }
    void end() const {
        for (const std::string& name : object_.names) {
            if (taken_.contains(name)) continue;
            throw Error(Kind::usage, say("has an unknown member '{}'", text::escaped(name)));
        }
    }

   private:
    static NamedTexts texts_of(const Json& object) {
        NamedTexts texts;
        for (std::size_t i = 0; i < object.names.size(); ++i) {
            const std::string& name = object.names[i];
            const Json& value = object.items[i];
            if (value.type != Json::Type::text) {
                throw Error(Kind::usage, say("has a '{}' that is no text", text::escaped(name)));
            }
            texts.emplace_back(name, value.text);
        }
        return texts;
    }

    const Json& object_;
    std::set<std::string, std::less<>> taken_;
};

bulk::State state_of(const std::string& word) {
    for (std::size_t i = 0; i < bulk::state_count; ++i) {
        const auto state = static_cast<bulk::State>(i);
        if (bulk::name_of(state) == word) return state;
    }
    throw Error(Kind::usage, say("has no state '{}'", text::escaped(word)));
}

std::optional<Kind> kind_of(const std::string& word) {
    if (word.empty()) return std::nullopt;
    for (const auto kind :
         {Kind::failed, Kind::usage, Kind::sign_in, Kind::not_allowed, Kind::not_found,
          Kind::conflict, Kind::rule, Kind::integrity, Kind::busy, Kind::unknown, Kind::stopped}) {
        if (name_of(kind) == word) return kind;
    }
    throw Error(Kind::usage, say("has no code '{}'", text::escaped(word)));
}

std::vector<bulk::Effect> effects_of(const Json& list) {
    std::vector<bulk::Effect> effects;
    for (const Json& item : list.items) {
        Members members(item);
        effects.push_back({members.text("subject"), members.text("verb"), members.text("id"),
                           members.image("before"), members.image("after")});
        members.end();
    }
    return effects;
}

std::vector<bulk::FileRow> undo_of(const Json& list) {
    std::vector<bulk::FileRow> undo;
    for (const Json& item : list.items) {
        Members members(item);
        undo.push_back({members.text("command"), members.texts("request")});
        members.end();
    }
    return undo;
}

}  // namespace

void write_header(std::string& line, const PlanHeader& header) {
    line = "{";
    add(line, "plan", std::uint64_t{plan_version});
    add(line, "command", header.command);
    add(line, "made_at", header.made_at);
    add(line, "store", header.store);
    add(line, "options", header.options);
    add(line, "notify", header.notify);
    add(line, "max_revoke", header.max_revoke);
    add(line, "yes_revoke", header.yes_revoke);
    add_key(line, "skip_invalid");
    line += header.skip_invalid ? "true" : "false";
    add(line, "rows", header.rows);
    add_key(line, "states");
    line += '{';
    for (std::size_t i = 0; i < bulk::state_count; ++i) {
        add(line, bulk::name_of(static_cast<bulk::State>(i)), header.states[i]);
    }
    line += '}';
    add(line, "notices", header.notices);
    add(line, "persons", header.persons);
    add(line, "without_address", header.without_address);
    line += "}\n";
}

void write_row(std::string& line, const PlanRow& row) {
    line = "{";
    add(line, "row", row.number);
    add(line, "command", row.request.command);
    add(line, "request", row.request.columns);
    add(line, "state", bulk::name_of(row.result.state));
    add(line, "code", row.result.code ? name_of(*row.result.code) : std::string_view());
    add(line, "message", row.result.message);
    add(line, "hint", row.result.hint);
    add(line, "id", row.result.id);
    add_effects(line, row.trace.effects);
    add_undo(line, row.trace.undo);
    add(line, "lasting", row.trace.lasting);
    line += "}\n";
}

void write_end(std::string& line, std::uint64_t lines, const std::string& digest) {
    line = "{";
    add(line, "lines", lines);
    add(line, "sha256", digest);
    line += "}\n";
}

PlanHeader read_header(std::string_view line) {
    const Json object = read_json(line, deepest);
    Members members(object);
    const auto version = members.number("plan");
    if (version != plan_version) {
        throw Error(Kind::usage, say("is of a plan of version {}, not {}", version, plan_version),
                    "make the plan anew with this program");
    }
    PlanHeader header{.command = members.text("command"),
                      .made_at = members.text("made_at"),
                      .store = members.text("store"),
                      .options = members.texts("options"),
                      .notify = members.text("notify"),
                      .max_revoke = members.text("max_revoke"),
                      .yes_revoke = members.text("yes_revoke"),
                      .skip_invalid = members.truth("skip_invalid"),
                      .rows = members.number("rows"),
                      .states = {},
                      .notices = members.number("notices"),
                      .persons = members.number("persons"),
                      .without_address = members.number("without_address")};
    Members states(members.take("states", Json::Type::object));
    for (std::size_t i = 0; i < bulk::state_count; ++i) {
        header.states[i] = states.number(bulk::name_of(static_cast<bulk::State>(i)));
    }
    states.end();
    members.end();
    return header;
}

PlanRow read_row(std::string_view line) {
    const Json object = read_json(line, deepest);
    Members members(object);
    PlanRow row{.number = members.number("row"),
                .request = {members.text("command"), members.texts("request")},
                .result = {},
                .trace = {}};
    row.result.state = state_of(members.text("state"));
    row.result.code = kind_of(members.text("code"));
    row.result.message = members.text("message");
    row.result.hint = members.text("hint");
    row.result.id = members.text("id");
    row.trace.effects = effects_of(members.take("effects", Json::Type::list));
    row.trace.undo = undo_of(members.take("undo", Json::Type::list));
    row.trace.lasting = members.text("lasting");
    members.end();
    return row;
}

std::optional<PlanEnd> read_end(std::string_view line) {
    try {
        const Json object = read_json(line, deepest);
        Members members(object);
        PlanEnd end{members.number("lines"), members.text("sha256")};
        members.end();
        return end;
    } catch (const Error&) {
        return std::nullopt;
    }
}

}  // namespace dcadmin::cli
