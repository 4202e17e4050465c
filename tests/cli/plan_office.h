// SPDX-License-Identifier: Apache-2.0
// A small office for tests of plans: two companies, six persons who work for both, and a grant here
// and there.
#pragma once

#include "desk.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::test {

inline constexpr std::array<std::string_view, 2> orgs{"0566988259", "0403019261"};
inline constexpr std::array<std::string_view, 2> sites{"980000611888", "980000159357"};  // of each
inline constexpr std::array<std::string_view, 2> kinds{"raad", "bons"};  // without and with a site
inline constexpr std::uint64_t persons = 6;

inline bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

inline std::string number_of(std::uint64_t n) {
    const std::uint64_t front = 800101000 + n;
    return fmt::format("{}{:02}", front, 97 - front % 97);
}

/// A store of two companies and six persons who work for both, with a grant here and there.
struct PlanOffice : Desk {
    PlanOffice() {
        variables["DCADMIN_STORE"] = "sqlite:office.db";
        must("store init");
        for (std::size_t i = 0; i < orgs.size(); ++i) {
            must(fmt::format("org add --number {} --name Poetshulp{}", orgs[i], i));
            must(fmt::format("site add --org {} --number {} --name Plaats", orgs[i], sites[i]));
        }
        must("right add --code raad --title-nl Raadplegen --audience EA --max-term 4y");
        must("right add --code bons --title-nl Bons --audience EA --context site --max-term 4y");
        for (std::uint64_t n = 1; n <= persons; ++n) {
            must(
                fmt::format("person add --number {} --first-name Jan --last-name Test{} "
                            "--email jan{}@example.be",
                            number_of(n), n, n));
            for (const auto org : orgs) {
                must(
                    fmt::format("relation add --person p-{} --org {} --category vaste --email "
                                "jan{}@example.be --phone 012345678 --from 2026-01-01 --until "
                                "2030-12-31",
                                n, org, n));
            }
        }
        write("begin.csv",
              "person,org,right,site,from,until\n"
              "p-1,0566988259,raad,,2026-03-01,2027-03-01\n"
              "p-1,0403019261,bons,980000159357,2026-03-01,2028-02-29\n"
              "p-2,0566988259,raad,,2027-01-01,2028-01-01\n"
              "p-3,0566988259,bons,980000611888,2026-06-01,2026-12-31\n"
              "p-4,0403019261,raad,,2026-11-23,2029-01-01\n"
              "p-5,0566988259,raad,,2026-01-01,2026-11-23\n");
        must("grant add --file begin.csv");
    }
    void must(const std::string& line) {
        const auto ran = run(line);
        CAPTURE(line);
        CAPTURE(ran.err);
        REQUIRE(ran.exit == 0);
    }
    /// Who has access and until when, whatever the records' ids.
    std::string state() {
        std::string all;
        for (const auto* only : {"active", "future"}) {
            for (const auto* line :
                 {"grant list -o csv --fields person,org,right,site,from,until --state ",
                  "relation list -o csv --fields person,org,audience,from,until --state "}) {
                all += sorted(run(std::string(line) + only).out);
            }
        }
        all += run("person list -o csv --fields id,last_name,email,language").out;
        return all;
    }
    /// Every change that the log tells of.
    std::string log() { return sorted(run("audit list -o csv --fields org,action").out); }
    std::size_t notices() {
        const auto out = run("notice list -o csv --fields id").out;
        return static_cast<std::size_t>(std::count(out.begin(), out.end(), '\n')) - 1;
    }
    void check_whole() {
        CHECK(run("audit verify").exit == 0);
        CHECK(run("store check").exit == 0);
    }

   private:
    static std::string sorted(const std::string& text) {
        std::vector<std::string> lines;
        std::string line;
        for (const char c : text) {
            line += c;
            if (c != '\n') continue;
            lines.push_back(line);
            line.clear();
        }
        std::sort(lines.begin(), lines.end());
        std::string all;
        for (const auto& one : lines) all += one;
        return all;
    }
};

}  // namespace dcadmin::test
