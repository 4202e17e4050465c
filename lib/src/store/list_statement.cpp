// SPDX-License-Identifier: Apache-2.0
#include "store/list_statement.h"

#include <fmt/format.h>

#include <iterator>

namespace dcadmin::store {

namespace {

std::string with_list(std::string_view sql, int first, std::size_t size) {
    std::string list;
    for (std::size_t i = 0; i < size; ++i) {
        fmt::format_to(std::back_inserter(list), "{}${}", i == 0 ? "" : ", ",
                       static_cast<std::size_t>(first) + i);
    }
    return fmt::format(fmt::runtime(sql), list);
}

}  // namespace

ListStatement::ListStatement(std::string_view sql, int first)
    : one_(with_list(sql, first, 1)), many_(with_list(sql, first, at_once)) {}

}  // namespace dcadmin::store
