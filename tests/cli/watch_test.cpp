// SPDX-License-Identifier: Apache-2.0
// What --watch draws, and what it refuses. That it draws again is tried on a real terminal.
#include "cli/watch.h"

#include "desk.h"

#include <doctest/doctest.h>

using namespace dcadmin;

TEST_CASE("a frame is drawn over the former one, cut to the screen, and says what is missing") {
    CHECK(cli::frame_of("a\nb\n", {.columns = 80, .rows = 24}) == "\x1b[Ha\x1b[K\nb\x1b[K\n\x1b[J");
    CHECK(cli::frame_of("a\nb\nc\nd\n", {.columns = 80, .rows = 4}) ==
          "\x1b[Ha\x1b[K\nb\x1b[K\n… 2 more lines\x1b[K\n\x1b[J");
    CHECK(cli::frame_of("één twee\n", {.columns = 5, .rows = 4}) == "\x1b[Héén …\x1b[K\n\x1b[J");
}

TEST_CASE("only a table of what reads is watched, and only on a terminal") {
    test::Desk desk;
    REQUIRE(desk.run("store init").exit == 0);
    CHECK(desk.run("org list --watch").exit == 2);
    desk.terminal = true;
    for (const char* const line :
         {"org list --watch -o json", "org add --watch --number 0566988259 --name Een",
          "person list --watch --reveal", "org list --watch=0", "org list --watch=x",
          "version --watch"}) {
        CAPTURE(line);
        const auto ran = desk.run(line);
        CHECK(ran.exit == 2);
        CHECK(ran.out.empty());
    }
}
