// SPDX-License-Identifier: Apache-2.0
// One field list per entity. It is the only place that names columns and keys: the table, JSON,
// JSON lines and CSV, the words --fields accepts, their completion and their description in the
// manual all come from it.
#pragma once

#include "output/value.h"

#include <string_view>
#include <vector>

namespace dcadmin::output {

/// `always` also stands in tables; `detail` only where it is asked for with --fields, in the view
/// of a single item, and in every machine format.
enum class Shown { always, detail };

struct FieldText {
    std::string_view key;
    std::string_view help;
    Shown shown = Shown::always;
};

template <class T>
struct Field {
    FieldText text;
    Value (*value)(const T&);
};

struct Names {
    std::string_view item;
    std::string_view plural;
};

template <class T>
struct View {
    Names names;
    std::vector<Field<T>> fields;

    [[nodiscard]] std::vector<FieldText> texts() const {
        std::vector<FieldText> all;
        for (const auto& field : fields) all.push_back(field.text);
        return all;
    }
};

}  // namespace dcadmin::output
