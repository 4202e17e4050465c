// SPDX-License-Identifier: Apache-2.0
// What the shape of a member of an Options struct means: Slot<T> tells whether it is optional,
// required, repeated or a flag, and gives it the values that ArgType reads.
#pragma once

#include "cli/arg_types.h"

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace dcadmin::cli {

/// A value that must be given. Empty only until the line or row was checked for what it lacks.
template <class T>
class Required {
   public:
    Required() = default;
    void set(T value) { value_ = std::move(value); }
    [[nodiscard]] const T& operator*() const { return value_.value(); }
    [[nodiscard]] const T* operator->() const { return &value_.value(); }
    [[nodiscard]] bool has_value() const { return value_.has_value(); }

   private:
    std::optional<T> value_;
};

/// How a member of an Options struct takes texts. The plain form: one value with a default.
template <class T>
struct Slot {
    using Item = T;
    static constexpr bool flag = std::is_same_v<T, bool>;
    static constexpr bool required = false;
    static constexpr bool several = false;
    static void assign(T& to, std::string_view text, const ParseContext& context) {
        to = ArgType<T>::parse(text, context);
    }
    static bool present(const T& value) {
        return !(ArgType<T>::shown(value) == ArgType<T>::shown(T{}));
    }
    static std::string shown(const T& value) { return ArgType<T>::shown(value); }
};

template <class T>
struct Slot<std::optional<T>> : Slot<T> {
    static constexpr bool flag = false;
    static void assign(std::optional<T>& to, std::string_view text, const ParseContext& context) {
        to = ArgType<T>::parse(text, context);
    }
    static bool present(const std::optional<T>& value) { return value.has_value(); }
    static std::string shown(const std::optional<T>& value) { return ArgType<T>::shown(*value); }
};

template <class T>
struct Slot<Required<T>> : Slot<T> {
    static constexpr bool flag = false;
    static constexpr bool required = true;
    static void assign(Required<T>& to, std::string_view text, const ParseContext& context) {
        to.set(ArgType<T>::parse(text, context));
    }
    static bool present(const Required<T>& value) { return value.has_value(); }
    static std::string shown(const Required<T>& value) { return ArgType<T>::shown(*value); }
};

/// Several values: the option may be repeated, and one text may hold several separated by '|'.
template <class T>
struct Slot<std::vector<T>> : Slot<T> {
    static constexpr bool flag = false;
    static constexpr bool several = true;
    static void assign(std::vector<T>& to, std::string_view text, const ParseContext& context) {
        for (auto rest = text; true;) {
            const auto bar = rest.find('|');
            to.push_back(ArgType<T>::parse(rest.substr(0, bar), context));
            if (bar == std::string_view::npos) return;
            rest.remove_prefix(bar + 1);
        }
    }
    static bool present(const std::vector<T>& values) { return !values.empty(); }
    static std::string shown(const std::vector<T>& values) {
        std::string all;
        for (const auto& value : values) {
            if (!all.empty()) all += ", ";
            all += ArgType<T>::shown(value);
        }
        return all;
    }
};

/// At least one value, otherwise as a vector.
template <class T>
struct Slot<Required<std::vector<T>>> : Slot<std::vector<T>> {
    static constexpr bool required = true;
    static void assign(Required<std::vector<T>>& to, std::string_view text,
                       const ParseContext& context) {
        std::vector<T> values = to.has_value() ? *to : std::vector<T>{};
        Slot<std::vector<T>>::assign(values, text, context);
        to.set(std::move(values));
    }
    static bool present(const Required<std::vector<T>>& values) { return values.has_value(); }
    static std::string shown(const Required<std::vector<T>>& values) {
        return Slot<std::vector<T>>::shown(*values);
    }
};

}  // namespace dcadmin::cli
