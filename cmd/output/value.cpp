// SPDX-License-Identifier: Apache-2.0
#include "output/value.h"

#include <dcadmin/base/text.h>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <iterator>

namespace dcadmin::output {
namespace {

struct TextOf {
    std::string& to;
    bool person;
    bool reveal;

    void operator()(std::monostate) const {}
    void operator()(bool value) const {
        to += person ? (value ? "yes" : "no") : (value ? "true" : "false");
    }
    void operator()(std::int64_t value) const {
        fmt::format_to(std::back_inserter(to), "{}", value);
    }
    void operator()(std::string_view value) const { to += value; }
    void operator()(const std::string& value) const { to += value; }
    void operator()(const std::vector<std::string>& values) const {
        fmt::format_to(std::back_inserter(to), "{}", fmt::join(values, person ? ", " : "|"));
    }
    void operator()(Date value) const {
        if (person) {
            to += value.formatted();
        } else {
            char iso[10];
            value.write_iso(iso);
            to.append(iso, sizeof iso);
        }
    }
    void operator()(Timestamp value) const { to += person ? value.formatted() : value.iso(); }
    void operator()(NationalNumber value) const {
        if (!reveal) {
            to += value.masked();
        } else {
            to += person ? value.revealed() : value.revealed_digits();
        }
    }
    void operator()(EnterpriseNumber value) const {
        to += person ? value.formatted() : value.digits();
    }
    void operator()(SiteNumber value) const { to += person ? value.formatted() : value.digits(); }
};

bool plain(std::string_view text) {
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte >= 0x7f || c == '"' || c == '\\') return false;
    }
    return true;
}

}  // namespace

void append_text(std::string& to, const Value& value, Reader reader, bool reveal) {
    std::visit(TextOf{to, reader == Reader::person, reveal}, value);
}

void append_json_string(std::string& to, std::string_view text) {
    if (plain(text)) {
        to += '"';
        to += text;
        to += '"';
        return;
    }
    using nlohmann::json;
    to += json(text).dump(-1, ' ', false, json::error_handler_t::replace);
}

void append_json(std::string& to, const Value& value, bool reveal) {
    if (std::holds_alternative<std::monostate>(value)) {
        to += "null";
    } else if (std::holds_alternative<bool>(value) || std::holds_alternative<std::int64_t>(value)) {
        append_text(to, value, Reader::machine, reveal);
    } else if (const auto* values = std::get_if<std::vector<std::string>>(&value)) {
        to += '[';
        for (std::size_t i = 0; i < values->size(); ++i) {
            if (i > 0) to += ',';
            append_json_string(to, (*values)[i]);
        }
        to += ']';
    } else {
        std::string text;
        append_text(text, value, Reader::machine, reveal);
        append_json_string(to, text);
    }
}

}  // namespace dcadmin::output
