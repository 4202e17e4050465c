// SPDX-License-Identifier: Apache-2.0
// Due work is done once: what one process has claimed no other gets, and what a dead process had
// claimed becomes due again.
#include "support/fixture.h"

#include <dcadmin/outbox.h>

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>

using namespace dcadmin;
using namespace dcadmin::test;

namespace {

struct Outbox : Fixture {
    Notices notices{env};

    // Five notices, one for each working relation.
    Outbox() {
        const EnterpriseNumber org = add_org(1);
        for (std::uint64_t n = 1; n <= 5; ++n) add_relation(add_person(n).id, org);
    }
    void pass(std::chrono::seconds time) {
        clock.set(Timestamp::from_seconds(clock.now().seconds() + time.count()));
    }
    std::uint64_t count(const std::string& state) {
        NoticeFilter filter;
        filter.state = state;
        return notices.list(filter, [](const Notice&) { return true; });
    }
};

}  // namespace

TEST_CASE("claimed notices go to nobody else, oldest first") {
    Outbox f;
    const auto all = f.count("waiting");
    REQUIRE(all >= 3);
    const auto first = f.notices.claim(2);
    CHECK(first.ids.size() == 2);
    CHECK(first.ids[0].value() < first.ids[1].value());
    const auto rest = f.notices.claim(1000);
    CHECK(rest.ids.size() == all - 2);
    CHECK(rest.ids.front().value() > first.ids[1].value());
    CHECK(f.notices.claim(1000).ids.empty());
    CHECK(f.count("claimed") == all);
}

TEST_CASE("a settled notice is sent, failed or waits again") {
    Outbox f;
    const auto claimed = f.notices.claim(3);
    REQUIRE(claimed.ids.size() == 3);
    CHECK(f.notices.settle(claimed.ids[0], claimed.at, NoticeEnd::sent));
    CHECK(f.notices.settle(claimed.ids[1], claimed.at, NoticeEnd::failed));
    CHECK(f.notices.settle(claimed.ids[2], claimed.at, NoticeEnd::waiting));
    CHECK(f.count("sent") == 1);
    CHECK(f.count("failed") == 1);
    CHECK_FALSE(f.notices.settle(claimed.ids[0], claimed.at, NoticeEnd::failed));
    CHECK(f.notices.claim(1).ids.front().value() == claimed.ids[2].value());
}

TEST_CASE(
    "what a dead process had claimed is due again after ten minutes, and its answer is late") {
    Outbox f;
    const auto dead = f.notices.claim(1);
    f.pass(std::chrono::seconds(599));
    const auto other = f.notices.claim(1000);
    CHECK(std::find(other.ids.begin(), other.ids.end(), dead.ids[0]) == other.ids.end());
    f.pass(std::chrono::seconds(1));
    const auto again = f.notices.claim(1000);
    REQUIRE(again.ids.size() == 1);
    CHECK(again.ids[0] == dead.ids[0]);
    CHECK_FALSE(f.notices.settle(dead.ids[0], dead.at, NoticeEnd::sent));
    CHECK(f.notices.settle(again.ids[0], again.at, NoticeEnd::sent));
}

TEST_CASE("claims leave no trace in the log") {
    Outbox f;
    const auto before = f.entries();
    const auto claimed = f.notices.claim(5);
    f.notices.settle(claimed.ids[0], claimed.at, NoticeEnd::sent);
    CHECK(f.entries() == before);
    CHECK(f.problems().empty());
}
