// SPDX-License-Identifier: Apache-2.0
// A subsidiary that is deactivated on a terminal: what depends on it is shown, and its number
// typed.
#include "desk.h"

#include <doctest/doctest.h>

using dcadmin::test::Desk;

namespace {

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("on a terminal what depends on a subsidiary is shown and its number is asked for") {
    Desk desk;
    desk.run("store init --demo");
    desk.run("org add --number 0566988259 --name Dochterhulp --parent 0777999980");
    desk.run(
        "worker add --org 0566988259 --region flanders --number 93.05.18-223.61 --first-name "
        "Lucas --last-name Maes");
    constexpr std::string_view line = "subsidiary deactivate 0566988259 --reason overgenomen";
    desk.terminal = true;
    const auto none = desk.run(line, "\n");
    CHECK(none.exit == 1);
    CHECK(has(none.err, "Dochterhulp (0566.988.259) will act no more in the secure zone"));
    CHECK(has(none.err, "active workers: 1; they become inactive"));
    CHECK(has(none.err, "type its number once more: "));
    CHECK(!has(none.err, "[y/N]"));
    CHECK(has(none.err, "not confirmed: nothing was changed"));
    CHECK(desk.run(line, "0777.999.980\n").exit == 2);
    const auto yes = desk.run(std::string(line) + " --yes");
    CHECK(yes.exit == 2);
    CHECK(has(yes.err, "--yes is not enough"));
    CHECK(has(yes.err, "has 1 active worker, 0 open services"));
    CHECK(desk.run(line, "0566.988.259\n").exit == 0);
    CHECK(has(desk.run("subsidiary list --org 0777999980 -o csv").out, "deactivated"));
}
