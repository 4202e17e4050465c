// SPDX-License-Identifier: Apache-2.0
// A review from its start to the file that carries it out: out to a reviewer's spreadsheet, back
// with its semicolons and accents, and nothing ends before that file is run.
#include "desk.h"

#include <dcadmin/base/text.h>
#include <dcadmin/designation.h>
#include <dcadmin/store.h>

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <string>
#include <vector>

using namespace dcadmin;
using dcadmin::test::Desk;

namespace {

constexpr std::string_view header =
    "grant,person,name,org,right,title,site,site_name,from,until,decision,new_until,reason";

/// The demonstration, with Frank (p-3) as co-chief and two more grants of Arthur (p-2).
struct Reviewed : Desk {
    Reviewed() {
        REQUIRE(run("store init --demo").exit == 0);
        for (const char* what : {"dah-gebruiker",
                                 "dienstencheques-erkende-onderneming --site "
                                 "980000159357"}) {
            REQUIRE(run(std::string("grant add --person p-2 --org 0777999980 --until 2027-05-31 "
                                    "--right ") +
                        what)
                        .exit == 0);
        }
        const FixedClock clock(Timestamp::parse("2026-11-23T12:00:00Z"));
        Store store = Store::open("sqlite:" + path("data/dcadmin/dcadmin.db"), StoreAccess::write);
        const Env env{store, clock, {"tester", {}}, "cochief add"};
        NewOffice office{.role = AdministratorRole::cochief,
                         .person = PersonId::from_stored(3),
                         .org = EnterpriseNumber::from_stored(777'999'980),
                         .domains = {},
                         .sites = {},
                         .from = {},
                         .until = {},
                         .email = {},
                         .phone = {},
                         .reason = {}};
        Designation(env).appoint(office);
        REQUIRE(run("review start --org 0777999980 --due 2027-01-31 --reason jaarlijks").exit == 0);
    }

    /// The exported file as a spreadsheet saves it, with these decisions, new ends and reasons.
    void fill_in(std::string_view name, const std::vector<std::string>& answers) const {
        std::string text = "\xef\xbb\xbf";
        std::size_t row = 0;
        const std::string exported = read("v-1-p-3.csv");
        for (const auto line : text::split(exported, '\n')) {
            if (line.empty()) continue;
            const auto cells = text::split(line.substr(0, line.find('\r')), ',');
            for (std::size_t i = 0; i < (row == 0 ? 13U : 10U); ++i) {
                text += (i == 0 ? "" : ";") + std::string(cells.at(i));
            }
            if (row > 0) text += ";" + answers.at(row - 1);
            text += "\r\n";
            ++row;
        }
        write(name, text);
    }
    [[nodiscard]] std::string grants() {
        return run("grant list --fields id,until,revoked_at -o csv").out;
    }
};

unsigned mode_of(const std::string& path) {
    struct stat found {};
    return stat(path.c_str(), &found) == 0 ? found.st_mode & 0777U : 0U;
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a review goes out to its reviewers in files without national numbers") {
    Reviewed desk;
    const auto made = desk.run("review export v-1 --folder .");
    CHECK(made.exit == 0);
    CHECK(has(made.out, "./v-1-p-3.csv"));
    const auto file = desk.read("v-1-p-3.csv");
    CHECK(file.starts_with(header));
    CHECK(has(file, "\ng-2,p-1,Anna Peeters,0777999980,dienstencheques-erkende-onderneming,"));
    CHECK_FALSE(has(file, "900731"));
    CHECK_FALSE(has(file, "90.07.31"));
    CHECK(mode_of(desk.path("v-1-p-3.csv")) == 0600U);
    // It may have been filled in by now.
    CHECK(desk.run("review export v-1 --folder .").exit == 7);
    CHECK(desk.run("review export v-1 --folder asked").exit == 0);
    CHECK(desk.read("asked/v-1-p-3.csv") == file);
    CHECK(desk.run("review export v-1 --folder not/there").exit == 1);
    CHECK(desk.run("review export v-1 --folder . --reviewer p-1").exit == 6);
    CHECK(desk.run("review export v-9 --folder .").exit == 6);
}

TEST_CASE("answers come back from a spreadsheet, and end only what their file is run for") {
    Reviewed desk;
    REQUIRE(desk.run("review export v-1 --folder .").exit == 0);
    const auto before = desk.grants();
    desk.fill_in("back.csv",
                 {"herroepen;;\"weg; naar één ander\"", "Shorten;31/12/2026;'=kort", "keep;;"});
    const auto taken = desk.run("review import v-1 --file back.csv --revocations end.csv");
    CHECK(taken.exit == 0);
    CHECK(has(taken.err, "to end or shorten these 2: dcadmin grant revoke --file end.csv\n"));
    CHECK(desk.grants() == before);
    const auto end = desk.read("end.csv");
    CHECK(end ==
          "person,org,right,site,grant,on,reason\r\n"
          "p-2,0777999980,dah-gebruiker,,g-3,,weg; naar één ander\r\n"
          "p-2,0777999980,dienstencheques-erkende-onderneming,980000159357,g-4,2026-12-31,"
          "=kort\r\n");
    CHECK(mode_of(desk.path("end.csv")) == 0600U);
    const auto again = desk.run("review import v-1 --file back.csv --revocations end.csv");
    CHECK(again.exit == 0);
    CHECK(has(again.err, "0 applied, 3 unchanged"));
    CHECK(desk.read("end.csv") == end);

    CHECK(desk.run("grant revoke --file end.csv").exit == 0);
    const auto after = desk.grants();
    CHECK(has(after, "g-2,2030-10-02,\r\n"));
    CHECK(has(after, "g-3,2027-05-31,2026-11-23T12:00:00Z"));
    CHECK(has(after, "g-4,2026-12-31,"));
    const auto closed = desk.run("review close v-1 --revocations end.csv");
    CHECK(closed.exit == 0);
    CHECK(has(closed.err, "v-1 of 0777.999.980 is closed: 3 grants, 0 without an answer"));
    CHECK(has(closed.err, "end.csv: nothing to revoke"));
    CHECK(desk.run("audit verify").exit == 0);
    CHECK(desk.run("store check").exit == 0);
}

TEST_CASE("a broken row is named by line and column, and nothing of its file is kept") {
    Reviewed desk;
    REQUIRE(desk.run("review export v-1 --folder .").exit == 0);
    desk.fill_in("back.csv", {"keep;;", "weg;;", "revoke;;"});
    const auto refused = desk.run("review import v-1 --file back.csv --revocations end.csv");
    CHECK(refused.exit == 2);
    CHECK(has(refused.err, "line 3, column 11 (decision): 'weg' is not a decision"));
    CHECK(has(refused.err, "line 4, column 13 (reason): to revoke wants a reason"));
    CHECK(desk.read("end.csv").empty());
    CHECK(has(desk.run("review status v-1").err,
              "3 grants, 0 answered, 3 open, 0 gone; due "
              "31/01/2027, 69 days left"));
    desk.write("wrong.csv", "grant,decision,besluit\ng-2,keep,\n");
    const auto unknown = desk.run("review import v-1 --file wrong.csv");
    CHECK(unknown.exit == 2);
    CHECK(has(unknown.err, "no column 'besluit'"));
}

TEST_CASE("one answer can be given on the line, by who may") {
    Reviewed desk;
    CHECK(desk.run("review import v-1 --grant g-2 --decision keep --as p-3").exit == 0);
    CHECK(desk.run("review import v-1 --grant g-3 --decision keep --as p-1").exit == 5);
    const auto listed = desk.run("review list -o json --fields id,state,grants,open");
    CHECK(listed.out ==
          "{\"reviews\":[\n{\"id\":\"v-1\",\"state\":\"open\",\"grants\":3,"
          "\"open\":2}\n]}\n");
    const auto status = desk.run("review status v-1 --at 2027-02-03 -o csv");
    CHECK(has(status.out, "p-3,Frank Vandevelde,3,1,0,0,2,0,2027-01-31,-3"));
    CHECK(has(status.err, "3 days late"));
}

TEST_CASE("with the policy revoke, closing adds what nobody answered for") {
    Reviewed desk;
    REQUIRE(desk.run("policy set review_unanswered revoke --reason streng").exit == 0);
    REQUIRE(desk.run("review import v-1 --grant g-2 --decision keep").exit == 0);
    const auto closed = desk.run("review close v-1 --revocations end.csv --fields grant -o csv");
    CHECK(closed.out == "grant\r\ng-3\r\ng-4\r\n");
    CHECK(has(closed.err, "2 without an answer, which are to end"));
    CHECK(has(desk.read("end.csv"), "g-4,,nobody answered for it in review v-1"));
    desk.write("reviews.csv", "review\nv-1\n");
    CHECK(has(desk.run("review close --file reviews.csv").err, "1 unchanged"));
}
