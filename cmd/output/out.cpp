// SPDX-License-Identifier: Apache-2.0
#include "output/out.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include <fmt/format.h>

namespace dcadmin::output {
namespace {

std::size_t index_of(std::string_view key, const std::vector<FieldText>& fields) {
    std::vector<std::string> keys;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].key == key) return i;
        keys.emplace_back(fields[i].key);
    }
    const auto near = text::nearest(key, keys);
    throw Error(Kind::usage, say("no field '{}'", text::escaped(key)),
                near ? say("did you mean '{}'?", *near) : say("fields: {}", fmt::join(keys, ", ")),
                "fields");
}

}  // namespace

std::vector<std::size_t> Out::choose(const std::vector<FieldText>& fields, bool whole) const {
    std::vector<std::size_t> chosen;
    for (const auto& key : fields_) chosen.push_back(index_of(key, fields));
    if (!chosen.empty()) return chosen;
    const bool all = whole || style_.format != Format::table;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (all || fields[i].shown == Shown::always) chosen.push_back(i);
    }
    return chosen;
}

void Out::range(std::uint64_t shown, std::optional<std::uint64_t> total, std::uint64_t offset) {
    if (style_.format != Format::table || !total) return;
    if (shown == 0) {
        footer_(*total == 0 ? "none" : say("none here of {}", *total));
    } else {
        footer_(say("{} - {} of {}", offset + 1, offset + shown, *total));
    }
}

}  // namespace dcadmin::output
