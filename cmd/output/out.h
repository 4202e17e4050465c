// SPDX-License-Identifier: Apache-2.0
// The one way to stdout: an item or a list, seen through its view, in the format that was asked
// for. A command hands over values and knows nothing of formats.
#pragma once

#include "output/renderer.h"
#include "output/view.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace dcadmin::output {

class Out {
   public:
    /// `fields` are keys of the view to show; empty means the usual ones. `footer` takes the line
    /// under a table, such as "1 - 3 of 3".
    Out(Writer& out, Style style, std::vector<std::string> fields,
        std::function<void(std::string_view)> footer)
        : out_(out), style_(style), fields_(std::move(fields)), footer_(std::move(footer)) {}

    template <class T>
    class List {
       public:
        List(Out& out, const View<T>& view)
            : chosen_(out.choose(view.texts(), false)),
              fields_(view.fields),
              renderer_(out.out_, out.style_, view.names, keys(view)),
              out_(out) {}

        /// Writes one; true, so that it can be the callback of a listing.
        bool operator()(const T& item) {
            values_.clear();
            for (const auto i : chosen_) values_.push_back(fields_[i].value(item));
            renderer_.row(values_);
            ++shown_;
            return true;
        }
        /// After the last one. `total` is how many there are in all, `offset` how many came before.
        void end(std::optional<std::uint64_t> total = {}, std::uint64_t offset = 0) {
            renderer_.end();
            out_.range(shown_, total, offset);
        }

       private:
        std::vector<std::string_view> keys(const View<T>& view) const {
            std::vector<std::string_view> all;
            for (const auto i : chosen_) all.push_back(view.fields[i].text.key);
            return all;
        }

        std::vector<std::size_t> chosen_;
        std::vector<Field<T>> fields_;
        Renderer renderer_;
        Out& out_;
        std::vector<Value> values_;
        std::uint64_t shown_ = 0;
    };

    template <class T>
    [[nodiscard]] List<T> list(const View<T>& view) {
        return List<T>(*this, view);
    }

    template <class T>
    void item(const View<T>& view, const T& item) {
        std::vector<Value> values;
        std::vector<std::string_view> keys;
        for (const auto i : choose(view.texts(), true)) {
            keys.push_back(view.fields[i].text.key);
            values.push_back(view.fields[i].value(item));
        }
        Renderer(out_, style_, view.names, std::move(keys)).item(values);
    }

    /// Throws usage when a field is asked for that is none of these: before anything is done, since
    /// whoever asked for it is told that nothing was changed.
    void require_known(const std::vector<FieldText>& fields) const {
        static_cast<void>(choose(fields, true));
    }
    /// Text that has no other form: help, a stub, a path.
    void text(std::string_view text) { out_.write(text); }
    [[nodiscard]] const Style& style() const { return style_; }

   private:
    /// Which fields to show, in order. Throws usage for a key that the view does not have.
    [[nodiscard]] std::vector<std::size_t> choose(const std::vector<FieldText>& fields,
                                                  bool whole) const;
    void range(std::uint64_t shown, std::optional<std::uint64_t> total, std::uint64_t offset);

    Writer& out_;
    Style style_;
    std::vector<std::string> fields_;
    std::function<void(std::string_view)> footer_;
};

}  // namespace dcadmin::output
