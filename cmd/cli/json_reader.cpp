// SPDX-License-Identifier: Apache-2.0
#include "cli/json_reader.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace dcadmin::cli {
namespace {

/// Takes the parser's events for one flat object, and stops at the first thing that is not flat.
class FlatObject {
   public:
    using number_integer_t = nlohmann::json::number_integer_t;
    using number_unsigned_t = nlohmann::json::number_unsigned_t;
    using number_float_t = nlohmann::json::number_float_t;
    using string_t = nlohmann::json::string_t;
    using binary_t = nlohmann::json::binary_t;

    FlatObject(std::vector<std::string>& columns, std::vector<std::string>& texts)
        : columns_(columns), texts_(texts), seen_(columns.size(), false) {}

    bool null() { return value(""); }
    bool boolean(bool yes) { return value(yes ? "yes" : "no"); }
    bool number_integer(number_integer_t number) { return value(fmt::format("{}", number)); }
    bool number_unsigned(number_unsigned_t number) { return value(fmt::format("{}", number)); }
    bool number_float(number_float_t, const string_t& text) { return value(text); }
    bool string(const string_t& text) {
        if (text.find('\0') != std::string::npos) return stop("holds a NUL character");
        if (in_list_ && text.find('|') != std::string::npos)
            return stop("holds a '|' within a list");
        return value(text);
    }
    bool binary(const binary_t&) { return stop("holds binary"); }
    bool start_object(std::size_t) {
        if (in_object_) return stop("holds an object within the object");
        in_object_ = true;
        return true;
    }
    bool end_object() { return true; }
    bool start_array(std::size_t) {
        if (!in_object_) return stop("is not an object");
        if (in_list_) return stop("holds a list within a list");
        in_list_ = true;
        texts_[at_].clear();
        return true;
    }
    bool end_array() {
        in_list_ = false;
        return true;
    }
    bool key(const string_t& name) {
        const auto found = std::find(columns_.begin(), columns_.end(), name);
        at_ = static_cast<std::size_t>(found - columns_.begin());
        if (found == columns_.end()) {
            if (columns_.size() >= most_columns) return stop("has too many different keys");
            columns_.push_back(name);
            texts_.emplace_back();
            seen_.push_back(false);
        }
        if (seen_[at_]) return stop(say("has the key '{}' twice", text::escaped(name)));
        seen_[at_] = true;
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception&) {
        return stop(say("is not JSON at character {}", position));
    }

    [[nodiscard]] const std::string& problem() const { return problem_; }

   private:
    static constexpr std::size_t most_columns = 1000;

    bool value(std::string_view text) {
        if (!in_object_) return stop("is not an object");
        auto& cell = texts_[at_];
        if (in_list_ && !cell.empty()) cell += '|';
        cell += text;
        return true;
    }
    bool stop(std::string why) {
        problem_ = std::move(why);
        return false;
    }

    std::vector<std::string>& columns_;
    std::vector<std::string>& texts_;
    std::vector<bool> seen_;
    std::size_t at_ = 0;
    bool in_object_ = false;
    bool in_list_ = false;
    std::string problem_;
};

}  // namespace

bool JsonReader::read_line() {
    for (;;) {
        const auto end = buffer_.find('\n', used_);
        if (end != std::string::npos || (at_end_ && used_ < buffer_.size())) {
            const auto stop = end == std::string::npos ? buffer_.size() : end;
            line_.assign(buffer_, used_, stop - used_);
            used_ = end == std::string::npos ? stop : stop + 1;
            ++lines_;
            return true;
        }
        if (at_end_) return false;
        buffer_.erase(0, used_);
        used_ = 0;
        if (buffer_.size() > longest_row) {
            throw Error(Kind::usage, say("line {} is longer than 1 MiB", lines_ + 1), "", "file");
        }
        const auto held = buffer_.size();
        buffer_.resize(held + 65536);
        const auto count = file_.read(std::span(buffer_).subspan(held));
        buffer_.resize(held + count);
        at_end_ = count == 0;
    }
}

bool JsonReader::next(RawRow& row) {
    do {
        if (!read_line()) return false;
        if (lines_ == 1 && line_.starts_with("\xef\xbb\xbf")) line_.erase(0, 3);
    } while (text::trimmed(line_).empty());
    row.line = lines_;
    row.problem.reset();
    parse(row);
    return true;
}

void JsonReader::parse(RawRow& row) {
    for (auto& text : texts_) text.clear();
    row.cells.clear();
    if (text::first_invalid(line_)) {
        row.problem.emplace(Kind::usage, say("is not UTF-8, or holds a NUL byte"));
        return;
    }
    FlatObject object(columns_, texts_);
    if (!nlohmann::json::sax_parse(line_, &object)) {
        row.problem.emplace(Kind::usage, object.problem());
        return;
    }
    row.cells.assign(texts_.begin(), texts_.end());
}

void JsonReader::rewind() {
    file_.rewind();
    buffer_.clear();
    used_ = 0;
    lines_ = 0;
    at_end_ = false;
}

namespace {

/// Takes the parser's events for one value of some depth.
class Tree {
   public:
    using number_integer_t = nlohmann::json::number_integer_t;
    using number_unsigned_t = nlohmann::json::number_unsigned_t;
    using number_float_t = nlohmann::json::number_float_t;
    using string_t = nlohmann::json::string_t;
    using binary_t = nlohmann::json::binary_t;

    explicit Tree(std::size_t deepest) : deepest_(deepest) {}

    bool null() { return put(Json::Type::null, {}); }
    bool boolean(bool yes) { return put(Json::Type::truth, yes ? "true" : "false"); }
    bool number_integer(number_integer_t number) {
        return put(Json::Type::number, fmt::format("{}", number));
    }
    bool number_unsigned(number_unsigned_t number) {
        return put(Json::Type::number, fmt::format("{}", number));
    }
    bool number_float(number_float_t, const string_t& text) {
        return put(Json::Type::number, text);
    }
    bool string(const string_t& text) {
        if (text.find('\0') != std::string::npos) return stop("holds a NUL character");
        return put(Json::Type::text, text);
    }
    bool binary(const binary_t&) { return stop("holds binary"); }
    bool start_object(std::size_t) { return open(Json::Type::object); }
    bool end_object() { return close(); }
    bool start_array(std::size_t) { return open(Json::Type::list); }
    bool end_array() { return close(); }
    bool key(const string_t& name) {
        if (open_.back()->find(name) != nullptr) {
            return stop(say("has the key '{}' twice", text::escaped(name)));
        }
        key_ = name;
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception&) {
        return stop(say("is not JSON at character {}", position));
    }

    [[nodiscard]] const std::string& problem() const { return problem_; }
    [[nodiscard]] Json take() { return std::move(root_); }

   private:
    bool put(Json::Type type, std::string text) {
        Json& value = place();
        value.type = type;
        value.text = std::move(text);
        return true;
    }
    /// Where the next value goes. Values that are open do not move: only the innermost one grows.
    Json& place() {
        if (open_.empty()) return root_;
        Json& parent = *open_.back();
        if (parent.type == Json::Type::object) parent.names.push_back(std::exchange(key_, {}));
        return parent.items.emplace_back();
    }
    bool open(Json::Type type) {
        if (open_.size() >= deepest_) return stop("is nested too deep");
        Json& value = place();
        value.type = type;
        open_.push_back(&value);
        return true;
    }
    bool close() {
        open_.pop_back();
        return true;
    }
    bool stop(std::string why) {
        problem_ = std::move(why);
        return false;
    }

    std::size_t deepest_;
    Json root_;
    std::vector<Json*> open_;
    std::string key_;
    std::string problem_;
};

}  // namespace

const Json* Json::find(std::string_view name) const {
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == name) return &items[i];
    }
    return nullptr;
}

Json read_json(std::string_view line, std::size_t deepest) {
    if (text::first_invalid(line)) {
        throw Error(Kind::usage, "is not UTF-8, or holds a NUL byte");
    }
    Tree tree(deepest);
    if (!nlohmann::json::sax_parse(line, &tree)) throw Error(Kind::usage, tree.problem());
    return tree.take();
}

std::string with_outcome(std::string_view line, std::string_view members) {
    using nlohmann::ordered_json;
    constexpr auto replace = ordered_json::error_handler_t::replace;
    auto object = ordered_json::parse(line, nullptr, false);
    if (!object.is_object()) object = ordered_json{{"x_line", std::string(line)}};
    for (const auto* key : {"_row", "_state", "_code", "_message", "_id"}) object.erase(key);
    auto text = object.dump(-1, ' ', false, replace);
    text.pop_back();
    if (!object.empty()) text += ',';
    text += members;
    return text + "}\n";
}

}  // namespace dcadmin::cli
