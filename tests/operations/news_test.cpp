// SPDX-License-Identifier: Apache-2.0
#include "support/fixture.h"

#include <dcadmin/audit.h>
#include <dcadmin/news.h>

#include <doctest/doctest.h>

namespace dcadmin::test {

namespace {

using Lines = std::vector<std::string>;

struct NewsFixture : Fixture {
    News news{env};
    NewNews item{.title = "Onderhoud",
                 .body = "Zondag niet bereikbaar",
                 .audience = {},
                 .from = {},
                 .until = day("2026-12-06")};
    Lines titles(const NewsFilter& filter = {}) {
        Lines all;
        news.list(filter, [&](const NewsItem& one) {
            all.push_back(one.title);
            return true;
        });
        return all;
    }
};

}  // namespace

TEST_CASE("news is shown from its first day through its last, and recorded in the system's chain") {
    NewsFixture f;
    const auto written = f.news.add(f.item);
    CHECK(written.changed);
    CHECK(f.last_entry() == "news add 1");
    CHECK(f.titles() == Lines{"Onderhoud"});
    CHECK(f.titles({.at = day("2026-12-06")}).size() == 1);
    CHECK(f.titles({.at = day("2026-12-07")}).empty());
    CHECK(f.titles({.at = day("2026-11-22")}).empty());
    CHECK(f.titles({.all = true, .at = day("2026-12-07")}).size() == 1);
    CHECK(f.news.get(written.item.id).body == "Zondag niet bereikbaar");
    CHECK(f.problems().empty());
    CHECK(Audit(f.env).verify({}).problems.empty());
    f.run("UPDATE news SET body = 'iets anders'");
    CHECK(Audit(f.env).verify({}).problems.size() == 1);
}

TEST_CASE("a target group sees its own news and everybody's") {
    NewsFixture f;
    f.news.add(f.item);
    f.item.title = "Scholen";
    f.item.audience = Audience::ov;
    f.news.add(f.item);
    CHECK(f.titles({.audience = Audience::ov}) == Lines{"Onderhoud", "Scholen"});
    CHECK(f.titles({.audience = Audience::ea}) == Lines{"Onderhoud"});
    CHECK(f.titles().size() == 2);
}

TEST_CASE("the same news again is unchanged; without title, text or days it is refused") {
    NewsFixture f;
    f.news.add(f.item);
    const std::string before = f.trace();
    CHECK_FALSE(f.news.add(f.item).changed);
    f.item.until = day("2026-11-22");
    CHECK(refused([&] { f.news.add(f.item); }) == "usage until");
    f.item.title = "";
    CHECK(refused([&] { f.news.add(f.item); }) == "usage title");
    f.item.title = "Titel";
    f.item.body = " ";
    CHECK(refused([&] { f.news.add(f.item); }) == "usage body");
    CHECK(refused([&] { static_cast<void>(f.news.get(NewsId::from_stored(7))); }) ==
          "not_found id");
    CHECK(f.trace() == before);
}

}  // namespace dcadmin::test
