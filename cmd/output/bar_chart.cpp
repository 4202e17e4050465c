// SPDX-License-Identifier: Apache-2.0
#include "output/bar_chart.h"

#include "output/html.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <numeric>

namespace dcadmin::output {
namespace {

constexpr double width = 720;
constexpr double height = 260;
constexpr double left = 64;    // of the axis
constexpr double top = 30;     // of the highest bar
constexpr double bottom = 28;  // below the axis
constexpr std::array<std::string_view, 2> colours{"var(--mark)", "var(--mark-2)"};

double y_of(std::int64_t value, std::int64_t scale) {
    const double share = static_cast<double>(value) / static_cast<double>(scale);
    return height - bottom - share * (height - top - bottom);
}

std::string grid(std::int64_t scale) {
    std::string lines;
    constexpr std::int64_t steps = 4;
    for (std::int64_t i = 0; i <= steps; ++i) {
        const auto value = scale * i / steps;
        const auto y = y_of(value, scale);
        fmt::format_to(std::back_inserter(lines),
                       "<line x1=\"{:.0f}\" y1=\"{:.1f}\" x2=\"{:.0f}\" y2=\"{:.1f}\" "
                       "stroke=\"var(--line)\"/>\n"
                       "<text x=\"{:.0f}\" y=\"{:.1f}\" text-anchor=\"end\">{}</text>\n",
                       left, y, width, y, left - 8, y + 4, value);
    }
    return lines;
}

std::string legend(const std::vector<std::string>& series) {
    std::string items;
    double x = left;
    for (std::size_t i = 0; i < series.size(); ++i) {
        fmt::format_to(std::back_inserter(items),
                       "<rect x=\"{:.0f}\" y=\"4\" width=\"12\" height=\"12\" fill=\"{}\"/>\n"
                       "<text x=\"{:.0f}\" y=\"14\">{}</text>\n",
                       x, colours.at(i), x + 18, html_escaped(series[i]));
        x += 48 + 8 * static_cast<double>(series[i].size());
    }
    return items;
}

}  // namespace

std::int64_t scale_for(std::int64_t value) {
    constexpr std::int64_t least = 4;
    constexpr std::int64_t most = 1'000'000'000'000'000'000;
    if (value <= least) return least;
    for (std::int64_t power = 1; power < most / 10; power *= 10) {
        for (const std::int64_t digit : {1, 2, 5}) {
            if (digit * power >= value) return digit * power;
        }
    }
    return value;
}

std::string svg_of(const BarChart& chart) {
    std::int64_t highest = 0;
    for (const auto& bar : chart.bars) {
        highest =
            std::max(highest, std::accumulate(bar.parts.begin(), bar.parts.end(), std::int64_t{0}));
    }
    const auto scale = scale_for(highest);
    std::string svg = fmt::format(
        "<svg class=\"chart\" viewBox=\"0 0 {:.0f} {:.0f}\" role=\"img\" "
        "aria-labelledby=\"chart-title chart-description\" font-size=\"12\" "
        "fill=\"currentColor\">\n"
        "<title id=\"chart-title\">{}</title>\n<desc id=\"chart-description\">{}</desc>\n",
        width, height, html_escaped(chart.title), html_escaped(chart.description));
    if (chart.series.size() > 1) svg += legend(chart.series);
    svg += grid(scale);
    const auto count = static_cast<double>(std::max<std::size_t>(chart.bars.size(), 1));
    const double place = (width - left) / count;
    for (std::size_t b = 0; b < chart.bars.size(); ++b) {
        const auto& bar = chart.bars[b];
        const double x = left + place * static_cast<double>(b);
        std::int64_t below = 0;
        for (std::size_t i = 0; i < bar.parts.size(); ++i) {
            if (bar.parts[i] == 0) continue;
            const auto base = y_of(below, scale);
            below += bar.parts[i];
            const auto y = y_of(below, scale);
            fmt::format_to(std::back_inserter(svg),
                           "<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" "
                           "fill=\"{}\"><title>{}: {}</title></rect>\n",
                           x + place * 0.18, y, place * 0.64, base - y, colours.at(i),
                           html_escaped(bar.label), bar.parts[i]);
        }
        fmt::format_to(std::back_inserter(svg),
                       "<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"middle\">{}</text>\n",
                       x + place / 2, height - 9, html_escaped(bar.label));
    }
    return svg + "</svg>\n";
}

}  // namespace dcadmin::output
