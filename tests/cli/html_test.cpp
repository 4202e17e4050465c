// SPDX-License-Identifier: Apache-2.0
// Pages: what stands in them is escaped, charts tell what they show, and the report of an
// organisation is written as a file should be.
#include "output/html.h"

#include "desk.h"
#include "output/bar_chart.h"

#include <doctest/doctest.h>

#include <sys/stat.h>

using namespace dcadmin;
using namespace dcadmin::output;

namespace {

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

struct Office : test::Desk {
    Office() {
        variables["DCADMIN_ORG"] = "0777999980";
        REQUIRE(run("store init --demo").exit == 0);
    }
};

}  // namespace

TEST_CASE("text in a page is text, whatever it holds") {
    CHECK(html_escaped("<b>\"R&D\"</b> it's") == "&lt;b&gt;&quot;R&amp;D&quot;&lt;/b&gt; it&#39;s");
    CHECK(html_escaped("\x1b[31m\xe2\x80\xae") == "\\x1b[31m\\u202e");
    CHECK(html_cell(std::int64_t{12}) == "<td class=\"sum\">12</td>");
    CHECK(html_cell(std::string("27.52")) == "<td class=\"sum\">27.52</td>");
    CHECK(html_cell(std::string("0566.988.259")) == "<td>0566.988.259</td>");
    CHECK(html_cell(std::monostate{}) == "<td></td>");
    CHECK(html_heading("org_name") == "Org name");
    CHECK(has(html_begin("<x>"), "<title>&lt;x&gt;</title>"));
}

TEST_CASE("a chart says what it shows, in the page's colours, its highest bar below its top") {
    const auto svg = svg_of({.title = "A <b>",
                             .description = "two months",
                             .series = {"electronic", "paper"},
                             .bars = {{"01/24", {30, 10}}, {"02/24", {0, 0}}}});
    CHECK(has(svg, "role=\"img\""));
    CHECK(has(svg, "<title id=\"chart-title\">A &lt;b&gt;</title>"));
    CHECK(has(svg, "<desc id=\"chart-description\">two months</desc>"));
    CHECK(has(svg, "<title>01/24: 30</title>"));
    CHECK(has(svg, "<title>01/24: 10</title>"));
    CHECK(!has(svg, "02/24: 0"));
    CHECK(has(svg, ">50</text>"));
    CHECK(has(svg, "fill=\"var(--mark)\""));
    CHECK(
        has(svg_of({.title = "t", .description = "d", .series = {"one"}, .bars = {}}), "</svg>\n"));
}

TEST_CASE("scales end at round numbers") {
    CHECK(scale_for(0) == 4);
    CHECK(scale_for(4) == 4);
    CHECK(scale_for(5) == 5);
    CHECK(scale_for(6) == 10);
    CHECK(scale_for(120) == 200);
    CHECK(scale_for(201) == 500);
    CHECK(scale_for(4'000'000) == 5'000'000);
}

TEST_CASE("the report is a new file of its owner's alone, and replaced only when that is said") {
    Office office;
    const auto first = office.run("report --html state.html");
    CAPTURE(first.err);
    CHECK(first.exit == 0);
    CHECK(first.out.empty());
    CHECK(has(first.err, "as it is today: state.html"));
    struct stat there {};
    REQUIRE(stat("state.html", &there) == 0);
    CHECK((there.st_mode & 0777) == 0600);
    const auto page = office.read("state.html");
    CHECK(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"));
    CHECK(page.ends_with("</html>\n"));
    CHECK(office.run("report --html state.html").exit == 7);
    CHECK(office.read("state.html") == page);
    CHECK(office.run("report --html state.html --replace").exit == 0);
    CHECK(office.run("report --html -").out == page);
    CHECK(office.run("report --html - --at 2025-01-01").exit == 2);
    CHECK(office.run("report").exit == 2);
    CHECK(office.run("report --html other.html --org 0200065765").exit == 6);
    CHECK(stat("other.html", &there) != 0);
}
