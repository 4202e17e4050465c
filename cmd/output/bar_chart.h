// SPDX-License-Identifier: Apache-2.0
// A chart of stacked bars as SVG inside a page. It takes the page's colours, so that it fits a dark
// window and paper; who does not see it is told its title and what it says.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace dcadmin::output {

struct Bar {
    std::string label;
    std::vector<std::int64_t> parts;  // one for each series, none negative
};

struct BarChart {
    std::string title;
    std::string description;
    std::vector<std::string> series;  // two at most: there are two colours
    std::vector<Bar> bars;
};

/// An <svg> element, a legend in it when there is more than one series.
[[nodiscard]] std::string svg_of(const BarChart& chart);

/// The smallest of 1, 2, 5, 10, 20, 50, … that is not below `value`; at least 4, so that its
/// quarters, rounded, are numbers of their own.
[[nodiscard]] std::int64_t scale_for(std::int64_t value);

}  // namespace dcadmin::output
