// SPDX-License-Identifier: Apache-2.0
// The invoice of pickups: its sums in every format, and the page that one prints.
#include "desk.h"

#include <doctest/doctest.h>

#include <sys/stat.h>

#include <vector>

using namespace dcadmin;

namespace {

struct Invoiced : test::Desk {
    Invoiced() {
        variables["DCADMIN_NOW"] = "2026-11-23T09:00:00Z";
        run("store init --demo");
        run("org add --number 0566988259 --name 'Vegers <& \"Co\">'");
        run("site add --org 0566988259 --number 2147812701 --name 'Gent <b>'");
        run("relation add --person p-1 --org 0566988259 --category 'vaste medewerker' --email "
            "an@example.be --phone 0470123456 --from 2026-01-01 --until 2028-12-31");
        for (const char* const date : {"2026-11-24", "2026-11-25"}) {
            const auto ran = run(std::string("pickup request --org 0566988259 --site 2147812701 "
                                             "--contact p-1 --phone 0470123456 --region flanders "
                                             "--date ") +
                                 date);
            CAPTURE(ran.err);
            REQUIRE(ran.exit == 0);
        }
        variables["DCADMIN_NOW"] = "2026-11-24T17:00:00Z";
        REQUIRE(run("pickup postpone u-1").exit == 0);
        variables["DCADMIN_NOW"] = "2026-12-01T09:00:00Z";
    }
};

// Whether every element is closed where it was opened, and every & begins an entity.
std::string broken(const std::string& page) {
    std::vector<std::string> open;
    for (std::size_t at = 0; at < page.size(); ++at) {
        if (page[at] == '&') {
            const auto end = page.find(';', at);
            const auto name = page.substr(at, end - at + 1);
            if (name != "&amp;" && name != "&lt;" && name != "&gt;" && name != "&quot;" &&
                name != "&#39;") {
                return "no entity: " + page.substr(at, 10);
            }
        }
        if (page[at] == '>') return "a lone > at " + page.substr(at, 10);
        if (page[at] != '<') continue;
        const auto end = page.find('>', at);
        if (end == std::string::npos) return "an element without end";
        const auto element = page.substr(at + 1, end - at - 1);
        at = end;
        if (element.front() == '!' || element.back() == '/') continue;
        const auto name = element.substr(0, element.find(' '));
        if (name.front() != '/') {
            open.push_back(name);
            if (name == "style") at = page.find("</style>", at) - 1;
        } else if (open.empty() || open.back() != name.substr(1)) {
            return "closed, and not open: " + name;
        } else {
            open.pop_back();
        }
    }
    return open.empty() ? "" : "never closed: " + open.back();
}

std::size_t times(const std::string& text, const std::string& what) {
    std::size_t count = 0;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++count;
    return count;
}

}  // namespace

TEST_CASE("the invoice of a month counts a postponed pickup once, in every format") {
    Invoiced desk;
    CHECK(desk.run("pickup invoice --month 2026-11 -o csv").out ==
          "org,name,month,pickups,excluding,vat_percent,vat,including,complete,ids\r\n"
          "0566988259,\"Vegers <& \"\"Co\"\">\",2026-11,1,18.00,21,3.78,21.78,true,u-2\r\n");
    const auto json = desk.run("pickup invoice --month 2026-11 --org 0566988259 -o json").out;
    CHECK(json.find("\"invoices\"") != std::string::npos);
    CHECK(json.find("\"including\":\"21.78\"") != std::string::npos);
    CHECK(desk.run("pickup invoice --month 2026-11 --lines -o csv --fields "
                   "pickup,date,site,postponed,amount")
              .out ==
          "pickup,date,site,postponed,amount\r\nu-2,2026-11-25,2147812701,true,18.00\r\n");
    CHECK(desk.run("pickup invoice --month 2026-10 -o csv --fields org").out == "org\r\n");
    desk.variables["DCADMIN_NOW"] = "2026-11-26T09:00:00Z";
    CHECK(desk.run("pickup invoice --month 2026-11").err == "2026-11 has not ended\n");
}

TEST_CASE("the page to print is one whole document, escaped, in a file of one's own") {
    Invoiced desk;
    REQUIRE(desk.run("pickup invoice --month 2026-11 --html invoice.html --lang nl").exit == 0);
    const auto page = desk.read("invoice.html");
    CHECK(broken(page) == "");
    CHECK(page.starts_with("<!DOCTYPE html>\n<html lang=\"nl\">"));
    CHECK(page.find("size: A4") != std::string::npos);
    CHECK(page.find("Vegers &lt;&amp; &quot;Co&quot;&gt;") != std::string::npos);
    CHECK(page.find("Gent &lt;b&gt;") != std::string::npos);
    CHECK(page.find("na uitstel") != std::string::npos);
    CHECK(page.find("Btw 21 %") != std::string::npos);
    CHECK(times(page, "18,00") == 2);  // its line and the sum
    CHECK(times(page, "3,78") == 1);
    CHECK(times(page, "21,78") == 1);
    for (const char* const elsewhere : {"http", "src=", "href", "url("}) {
        CHECK(page.find(elsewhere) == std::string::npos);
    }
    struct stat there {};
    REQUIRE(stat(desk.path("invoice.html").c_str(), &there) == 0);
    CHECK((there.st_mode & 0777) == 0600);
    // The next month's replaces it.
    REQUIRE(desk.run("pickup invoice --month 2026-12 --html invoice.html --lang nl").exit == 0);
    CHECK(broken(desk.read("invoice.html")) == "");
    CHECK(desk.read("invoice.html").find("Geen ophalingen") != std::string::npos);
    const auto printed = desk.run("pickup invoice --month 2026-12 --html - --lang nl");
    CHECK(printed.out == desk.read("invoice.html"));
}
