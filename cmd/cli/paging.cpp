// SPDX-License-Identifier: Apache-2.0
#include "cli/paging.h"

#include <utility>

namespace dcadmin::cli {

std::vector<OptionOf<Paging>> paging_options(Words keys) {
    return {option("sort", &Paging::sort, "sort by this instead of by the first")
                .value("KEY")
                .choices(std::move(keys)),
            option("reverse", &Paging::reverse, "the other way round"),
            option("limit", &Paging::limit, "at most so many"),
            option("offset", &Paging::offset, "leave out so many at the beginning")};
}

Page page_of(const Paging& paging) {
    return {.sort = paging.sort.value_or(""),
            .reverse = paging.reverse,
            .limit = paging.limit,
            .offset = paging.offset};
}

}  // namespace dcadmin::cli
