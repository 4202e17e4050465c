// SPDX-License-Identifier: Apache-2.0
// Pages of HTML that stand alone: nothing of elsewhere, no script, fit for paper, for a narrow
// window and for a dark one. Each text from the store passes through html_escaped on its way in.
// Tables of a page are made from the same views as all other tables.
#pragma once

#include "output/view.h"
#include "output/writer.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::output {

/// Text as it stands in a page or in a quoted attribute; what would command a reader's screen is
/// made visible.
[[nodiscard]] std::string html_escaped(std::string_view text);

/// The code of the language that is spoken, as a page names its own: "en", "nl" or "fr".
[[nodiscard]] std::string_view page_language();

/// All before the content: its language, the title, the look that pages of dcadmin share, and
/// `style`, which is the page's own.
[[nodiscard]] std::string html_begin(std::string_view title, std::string_view style = {});
[[nodiscard]] std::string_view html_end();

/// "Org name" for the key "org_name", in the language that is spoken.
[[nodiscard]] std::string html_heading(std::string_view key);
/// <thead> of a table with these headings.
[[nodiscard]] std::string html_head(const std::vector<std::string>& headings);
/// Whether it stands to the right: a number, or an amount such as 27.52.
[[nodiscard]] bool is_sum(const Value& value);
/// <td>…</td>
[[nodiscard]] std::string html_cell(const Value& value);

/// A table of some fields of a view, a row at a time. It scrolls by itself where it is too wide.
template <class T>
class HtmlTable {
   public:
    HtmlTable(Writer& out, const View<T>& view, const std::vector<std::string_view>& keys)
        : out_(out) {
        for (const auto key : keys) {
            for (const auto& field : view.fields) {
                if (field.text.key == key) fields_.push_back(field);
            }
        }
    }

    /// Writes one; true, so that it can be the callback of a listing.
    bool operator()(const T& item) {
        if (rows_++ == 0) begin(item);
        std::string row = "<tr>";
        for (const auto& field : fields_) row += html_cell(field.value(item));
        out_.write(row + "</tr>\n");
        return true;
    }
    /// After the last one; without any, `none` is said.
    void end(std::string_view none) {
        if (rows_ > 0) {
            out_.write("</tbody>\n</table>\n</div>\n");
        } else {
            out_.write("<p class=\"none\">" + html_escaped(none) + "</p>\n");
        }
    }
    [[nodiscard]] std::uint64_t rows() const { return rows_; }

   private:
    void begin(const T& first) {
        std::string head = "<div class=\"wide\">\n<table>\n<thead><tr>";
        for (const auto& field : fields_) {
            head += is_sum(field.value(first)) ? "<th scope=\"col\" class=\"sum\">"
                                               : "<th scope=\"col\">";
            head += html_heading(field.text.key) + "</th>";
        }
        out_.write(head + "</tr></thead>\n<tbody>\n");
    }

    Writer& out_;
    std::vector<Field<T>> fields_;
    std::uint64_t rows_ = 0;
};

}  // namespace dcadmin::output
