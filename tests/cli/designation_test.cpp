// SPDX-License-Identifier: Apache-2.0
// The acting person from the environment and the configuration, and what is confirmed on a terminal
// by typing the enterprise number.
#include "desk.h"

#include <doctest/doctest.h>

using dcadmin::test::Desk;

namespace {

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

constexpr std::string_view designate =
    "chief designate --org 0777999980 --self --email directie@example.be --phone 012345678";

}  // namespace

TEST_CASE("on a terminal the declaration is shown and the enterprise number is asked for") {
    Desk desk;
    desk.run("store init --demo");
    desk.variables["DCADMIN_AS"] = "p-1";
    desk.terminal = true;
    const auto none = desk.run(designate, "\n");
    CHECK(none.exit == 1);
    CHECK(has(none.err, "  name       Anna Peeters (p-1)"));
    CHECK(has(none.err, "Act of 30 July 2018"));
    CHECK(has(none.err, "type the enterprise number once more: "));
    CHECK(!has(none.err, "[y/N]"));
    CHECK(has(none.err, "not confirmed: nothing was changed"));
    CHECK(desk.run(designate, "0566.988.259\n").exit == 2);
    // Confirmed; what stops it now is that the register does not know him.
    CHECK(desk.run(designate, "0777.999.980\n").exit == 8);
    const auto yes = desk.run(std::string(designate) + " --yes");
    CHECK(yes.exit == 2);
    CHECK(has(yes.err, "--yes is not enough"));
}

TEST_CASE("the acting person may stand in the configuration, and is shown masked") {
    Desk desk;
    desk.run("store init --demo");
    CHECK(desk.run("config set as 90073100237").exit == 0);
    const auto listed = desk.run("config list");
    CHECK(!has(listed.out, "90073100237"));
    CHECK(has(listed.out, "90.07.31-***.**"));
    desk.run("person update p-2 --phone +3212345679");
    CHECK(has(desk.run("audit list --reverse --limit 1 --fields actor").out, "p-1"));
    CHECK(desk.run("config set as somebody").exit == 2);
}

TEST_CASE("domains are completed from the store") {
    Desk desk;
    desk.run("store init --demo");
    CHECK(has(desk.run("__complete bash 4 dcadmin manager add --domain mo").out, "mobiliteit"));
}
