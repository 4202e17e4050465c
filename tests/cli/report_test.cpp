// SPDX-License-Identifier: Apache-2.0
#include "desk.h"

#include "cli/report.h"

#include <doctest/doctest.h>

using namespace dcadmin;
using cli::Exit;

TEST_CASE("each kind of error has its exit code") {
    CHECK(static_cast<int>(cli::exit_of(Kind::failed)) == 1);
    CHECK(static_cast<int>(cli::exit_of(Kind::usage)) == 2);
    CHECK(static_cast<int>(cli::exit_of(Kind::sign_in)) == 4);
    CHECK(static_cast<int>(cli::exit_of(Kind::not_allowed)) == 5);
    CHECK(static_cast<int>(cli::exit_of(Kind::not_found)) == 6);
    CHECK(static_cast<int>(cli::exit_of(Kind::conflict)) == 7);
    CHECK(static_cast<int>(cli::exit_of(Kind::rule)) == 8);
    CHECK(static_cast<int>(cli::exit_of(Kind::integrity)) == 9);
    CHECK(static_cast<int>(cli::exit_of(Kind::busy)) == 75);
    CHECK(static_cast<int>(cli::exit_of(Kind::stopped)) == 130);
}

TEST_CASE("of two exit codes the graver one holds") {
    CHECK(cli::graver(Exit::ok, Exit::found) == Exit::found);
    CHECK(cli::graver(Exit::rows_left, Exit::found) == Exit::rows_left);
    CHECK(cli::graver(Exit::rows_left, Exit::rule) == Exit::rule);
    CHECK(cli::graver(Exit::busy, Exit::usage) == Exit::busy);
    CHECK(cli::graver(Exit::busy, Exit::integrity) == Exit::integrity);
    CHECK(cli::graver(Exit::integrity, Exit::terminated) == Exit::terminated);
}

TEST_CASE("errors are text for people and JSON for programs") {
    test::Desk desk;
    const auto text = desk.run("grnt");
    CHECK(text.exit == 2);
    CHECK(text.out.empty());
    CHECK(text.err == "dcadmin: no command 'grnt'\nhint: did you mean 'grant'?\n");
    const auto json = desk.run("-o json grnt");
    CHECK(json.exit == 2);
    CHECK(json.err ==
          "{\"error\":{\"kind\":\"usage\",\"message\":\"no command 'grnt'\",\"hint\":\"did you "
          "mean 'grant'?\"}}\n");
    desk.variables["DCADMIN_OUTPUT"] = "json";
    CHECK(desk.run("grnt").err == json.err);
}

TEST_CASE("a message cannot command a terminal") {
    test::Desk desk;
    const auto ran = desk.run_words({"\x1b[31mred"});
    CHECK(ran.err.find('\x1b') == std::string::npos);
}

TEST_CASE("without a command the program says how to ask for help") {
    test::Desk desk;
    CHECK(desk.run("").exit == 2);
    CHECK(desk.run("--help").exit == 0);
    CHECK(desk.run("help").out == desk.run("--help").out);
    CHECK(desk.run("grant").exit == 0);
    CHECK(desk.run("grant --help").out == desk.run("help grant").out);
    CHECK(desk.run("grant add --help").out == desk.run("help grant add").out);
    CHECK(desk.run("help bulk").exit == 0);
    CHECK(desk.run("help blk").err == "dcadmin: no topic 'blk'\nhint: did you mean 'bulk'?\n");
    CHECK(desk.run("version").out == "dcadmin " DCADMIN_VERSION "\n");
    CHECK(desk.run("--version").out == "dcadmin " DCADMIN_VERSION "\n");
}
