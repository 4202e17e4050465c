// SPDX-License-Identifier: Apache-2.0
#include "base/guarded_json.h"

#include <dcadmin/base/say.h>

#include <nlohmann/json.hpp>

#include <utility>
#include <vector>

namespace dcadmin::base {

namespace {

using nlohmann::json;

// Takes the parser's events, builds the value, and stops at the first thing that must not be.
class Guard {
   public:
    using number_integer_t = json::number_integer_t;
    using number_unsigned_t = json::number_unsigned_t;
    using number_float_t = json::number_float_t;
    using string_t = json::string_t;
    using binary_t = json::binary_t;

    Guard(json& value, std::size_t depth) : value_(value), depth_(depth) {}

    bool null() { return put(nullptr); }
    bool boolean(bool yes) { return put(yes); }
    bool number_integer(number_integer_t number) { return put(number); }
    bool number_unsigned(number_unsigned_t number) { return put(number); }
    bool number_float(number_float_t number, const string_t&) { return put(number); }
    bool string(const string_t& text) {
        return text.find('\0') == string_t::npos ? put(text) : stop("holds a NUL");
    }
    bool binary(const binary_t&) { return stop("holds binary"); }
    bool start_object(std::size_t) { return open(json::object()); }
    bool end_object() { return close(); }
    bool start_array(std::size_t) { return open(json::array()); }
    bool end_array() { return close(); }
    bool key(const string_t& name) {
        if (name.find('\0') != string_t::npos) return stop("holds a NUL");
        if (open_.back()->contains(name)) return stop("has a member twice");
        key_ = name;
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const json::exception&) {
        return stop(say("is not JSON at character {}", position));
    }

    std::string problem;

   private:
    json* place(json item) {
        if (open_.empty()) {
            value_ = std::move(item);
            return &value_;
        }
        json& within = *open_.back();
        if (within.is_array()) {
            within.push_back(std::move(item));
            return &within.back();
        }
        return &(within[key_] = std::move(item));
    }
    bool put(json item) {
        place(std::move(item));
        return true;
    }
    bool open(json item) {
        if (open_.size() == depth_) return stop(say("is nested deeper than {}", depth_));
        open_.push_back(place(std::move(item)));
        return true;
    }
    bool close() {
        open_.pop_back();
        return true;
    }
    bool stop(std::string why) {
        problem = std::move(why);
        return false;
    }

    json& value_;
    std::size_t depth_;
    std::vector<json*> open_;
    std::string key_;
};

}  // namespace

std::string read_json(std::string_view text, json& value, const JsonLimits& limits) {
    if (text.size() > limits.bytes) return say("is longer than {} bytes", limits.bytes);
    if (text.find('\0') != std::string_view::npos) return "holds a NUL";
    Guard guard(value, limits.depth);
    if (json::sax_parse(text, &guard)) return {};
    value = nullptr;
    return guard.problem.empty() ? "is not JSON" : guard.problem;
}

}  // namespace dcadmin::base
