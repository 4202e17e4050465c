// SPDX-License-Identifier: Apache-2.0
// What `doctor` says of good and of bad installations: each check by itself, with the files of the
// system below a folder of the desk (DCADMIN_ROOT).
#include "desk.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>
#include <string_view>

namespace {

namespace fs = std::filesystem;
using dcadmin::test::Desk;

// openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -subj '/CN=Root of a test' -days
// 3650, made in November 2026: it ends ten years later.
constexpr std::string_view root_pem = R"(-----BEGIN CERTIFICATE-----
MIIBhzCCAS2gAwIBAgIUQmVA0z++9WMI9Hc5a2VI/KaEs3UwCgYIKoZIzj0EAwIw
GTEXMBUGA1UEAwwOUm9vdCBvZiBhIHRlc3QwHhcNMjYxMTI5MTkzMDEyWhcNMzYx
MTI2MTkzMDEyWjAZMRcwFQYDVQQDDA5Sb290IG9mIGEgdGVzdDBZMBMGByqGSM49
AgEGCCqGSM49AwEHA0IABAI6E8h/ztqAlBE/mquo17tRLvTQLvPPpa9qPXKla5dN
fiR/jPkDuh+w4l1IsF4qHgvp7sCotvNjm4Q71jXVm1SjUzBRMB0GA1UdDgQWBBQa
bn2E6kMH012tRh+mrul2SWT9bTAfBgNVHSMEGDAWgBQabn2E6kMH012tRh+mrul2
SWT9bTAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0gAMEUCIBr3X5S/DiWG
Ba8WvVRLLGWLyYNNGlmLKym6Ix2l36toAiEAnU/E1MfkXh1BCyKrY0qIUodTHix7
XzcF7NMLY8mSvOg=
-----END CERTIFICATE-----
)";

struct Installation : Desk {
    Installation() {
        variables["DCADMIN_ROOT"] = path("root");
        variables["SHELL"] = "/bin/bash";
        REQUIRE(run("store init").exit == 0);
        write("root/usr/share/zoneinfo/Europe/Brussels", "TZif");
        write("root/usr/share/man/man1/dcadmin.1.gz", "page");
        write("root/usr/share/bash-completion/completions/dcadmin", "stub");
    }
    nlohmann::json checks(const std::string& options = {}) {
        const auto ran = run("doctor -o json " + options);
        REQUIRE_MESSAGE(ran.exit == 0, ran.err);
        return nlohmann::json::parse(ran.out).at("checks");
    }
    /// The first finding of that name that is not ok, else the ok one.
    nlohmann::json finding(const std::string& name, const std::string& options = {}) {
        nlohmann::json found;
        for (const auto& check : checks(options)) {
            if (check.at("name") == name && (found.is_null() || found.at("state") == "ok")) {
                found = check;
            }
        }
        REQUIRE_MESSAGE(!found.is_null(), name);
        return found;
    }
    std::string store_file() { return path("data/dcadmin/dcadmin.db"); }
};

std::string state_of(const nlohmann::json& check) {
    return check.at("state").get<std::string>();
}
bool says(const nlohmann::json& check, const std::string& field, const std::string& words) {
    return check.at(field).get<std::string>().find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a sound installation has no problem, and each thing that could be one has its row") {
    Installation here;
    for (const auto& check : here.checks()) {
        INFO(check.dump());
        CHECK(state_of(check) != "problem");
        CHECK((state_of(check) != "ok" || check.at("remedy").is_null()));
    }
    for (const std::string name :
         {"store", "schema", "integrity", "log", "clock", "time zone", "files", "disk", "manual",
          "completion", "module network", "module postgres"}) {
        CHECK_MESSAGE(state_of(here.finding(name)) == "ok", name);
    }
    CHECK(here.run("doctor --exit-code").exit == 0);
}

TEST_CASE("the table has a row for each check, in the order of looking") {
    Installation here;
    auto ran = here.run("doctor --fields name,state -o csv");
    CHECK(ran.exit == 0);
    std::erase(ran.out, '\r');
    CHECK(ran.out ==
          "name,state\nmodule network,ok\nmodule codes,ok\nmodule card,ok\nmodule jose,ok\n"
          "module postgres,ok\nstore,ok\nschema,ok\nintegrity,ok\nlog,ok\nclock,ok\n"
          "time zone,ok\nfiles,ok\ndisk,ok\nkey eid,skipped\nkey itsme,skipped\n"
          "key sms,skipped\nassertions,skipped\nrelay,skipped\ntimers,skipped\n"
          "completion,ok\nmanual,ok\n");
    CHECK(here.run("doctor").out.find("NAME") != std::string::npos);
}

TEST_CASE("findings and remedies are said in the language, names and states are the same in each") {
    Installation here;
    fs::remove(here.path("root/usr/share/zoneinfo/Europe/Brussels"));
    fs::permissions(here.store_file(), fs::perms::group_read, fs::perm_options::add);
    const auto finding = [&here](const std::string& name, const std::string& language) {
        const auto found = here.finding(name, "--lang " + language);
        const auto remedy = found.at("remedy");
        return state_of(found) + ": " + found.at("found").get<std::string>() + " / " +
               (remedy.is_null() ? "" : remedy.get<std::string>());
    };
    const auto store = "'" + here.store_file() + "'";
    CHECK(finding("integrity", "nl") == "ok: zijn pagina's zijn heel / ");
    CHECK(finding("integrity", "fr") == "ok: ses pages sont intactes / ");
    CHECK(finding("time zone", "nl") ==
          "warning: timers op een uur van Brussel hebben Europe/Brussels nodig / apt install "
          "tzdata");
    CHECK(finding("files", "nl") == "problem: de opslag " + store +
                                        " heeft modus 0640: anderen mogen dat bestand lezen / "
                                        "chmod 600 " +
                                        store);
    CHECK(finding("files", "fr") == "problem: la base " + store +
                                        " a le mode 0640 : d'autres peuvent lire ce fichier / "
                                        "chmod 600 " +
                                        store);
    CHECK(finding("relay", "fr") ==
          "skipped: aucun n'est réglé : les avis ne sont pas envoyés d'ici / dcadmin config set "
          "mail.url smtp://mail.example.be:587");
    CHECK(finding("module card", "nl") == "ok: voor identiteitskaarten / ");
    CHECK(finding("module card", "fr") == "ok: pour les cartes d'identité / ");
}

TEST_CASE("a store that is not there is a problem with its remedy, and the other checks go on") {
    Installation here;
    fs::remove(here.store_file());
    const auto store = here.finding("store");
    CHECK(state_of(store) == "problem");
    CHECK(says(store, "remedy", "store init"));
    CHECK(state_of(here.finding("manual")) == "ok");
    CHECK(here.run("doctor").exit == 0);
    CHECK(here.run("doctor --exit-code").exit == 10);
}

TEST_CASE("a store that is damaged is a problem") {
    Installation here;
    here.write("data/dcadmin/dcadmin.db", "this is no database, whatever its name says");
    CHECK(state_of(here.finding("store")) == "problem");
}

TEST_CASE("a store of an older version says how to go on") {
    Installation here;
    SQLite::Database(here.store_file(), SQLite::OPEN_READWRITE)
        .exec(
            "DELETE FROM schema_migration WHERE number = (SELECT max(number) FROM "
            "schema_migration)");
    CHECK(state_of(here.finding("schema")) == "problem");
    CHECK(says(here.finding("schema"), "remedy", "dcadmin store migrate"));
}

TEST_CASE("a clock that went back behind the log is a problem, and so is an impossible year") {
    Installation here;
    REQUIRE(here.run("org add --number 0566.988.259 --name Zon").exit == 0);
    here.variables["DCADMIN_NOW"] = "2026-01-01T00:00:00Z";
    CHECK(state_of(here.finding("log")) == "problem");
    CHECK(state_of(here.finding("clock")) == "ok");
    here.variables["DCADMIN_NOW"] = "1970-01-01T00:00:00Z";
    CHECK(state_of(here.finding("clock")) == "problem");
    CHECK(says(here.finding("clock"), "remedy", "timedatectl"));
}

TEST_CASE("a machine without Europe/Brussels is warned of") {
    Installation here;
    fs::remove(here.path("root/usr/share/zoneinfo/Europe/Brussels"));
    CHECK(state_of(here.finding("time zone")) == "warning");
    CHECK(says(here.finding("time zone"), "remedy", "tzdata"));
}

TEST_CASE("a store that others may read, or whose folder is open, is a problem") {
    Installation here;
    fs::permissions(here.store_file(), fs::perms::group_read, fs::perm_options::add);
    CHECK(says(here.finding("files"), "found", "mode 0640"));
    CHECK(says(here.finding("files"), "remedy", "chmod 600"));
    fs::permissions(here.store_file(), fs::perms::group_read, fs::perm_options::remove);
    fs::permissions(here.path("data/dcadmin"), fs::perms::others_write, fs::perm_options::add);
    CHECK(says(here.finding("files"), "found", "others may replace"));
}

TEST_CASE("a file of a secret that is missing, or open to others, is a problem") {
    Installation here;
    here.variables["DCADMIN_MAIL_PASSWORD_FILE"] = here.path("password");
    CHECK(says(here.finding("files"), "found", "is not there"));
    here.write("password", "secret\n");
    fs::permissions(here.path("password"), fs::perms(0644));
    CHECK(says(here.finding("files"), "found", "others may read it"));
    fs::permissions(here.path("password"), fs::perms(0600));
    CHECK(state_of(here.finding("files")) == "ok");
}

TEST_CASE("what a key needs is all there, or it is named") {
    Installation here;
    CHECK(state_of(here.finding("key itsme")) == "skipped");
    here.variables["DCADMIN_KEY_ITSME_ISSUER"] = "https://login.example.be";
    CHECK(says(here.finding("key itsme"), "remedy", "key.itsme.client_id"));
    here.variables["DCADMIN_KEY_ITSME_CLIENT_ID"] = "dcadmin";
    CHECK(state_of(here.finding("key itsme")) == "ok");
    here.variables["DCADMIN_KEY_EID_MODULE"] = here.path("beid.so");
    CHECK(says(here.finding("key eid"), "remedy", "key.eid.roots_file"));
    here.variables["DCADMIN_KEY_EID_ROOTS_FILE"] = here.path("roots.pem");
    here.write("roots.pem", "nothing");
    CHECK(says(here.finding("key eid"), "found", "is not there"));
}

TEST_CASE("an authority whose certificate ends soon is a warning, one that ended a problem") {
    Installation here;
    here.write("beid.so", "module");
    here.variables["DCADMIN_KEY_EID_MODULE"] = here.path("beid.so");
    here.variables["DCADMIN_KEY_EID_ROOTS_FILE"] = here.path("roots.pem");
    here.write("roots.pem", root_pem);
    CHECK(says(here.finding("key eid"), "found", "Root of a test"));
    CHECK(state_of(here.finding("key eid")) == "ok");
    here.variables["DCADMIN_NOW"] = "2036-11-01T00:00:00Z";
    CHECK(state_of(here.finding("key eid")) == "warning");
    here.variables["DCADMIN_NOW"] = "2036-12-24T00:00:00Z";
    CHECK(state_of(here.finding("key eid")) == "problem");
}

TEST_CASE("a relay that is half set is a problem, and one that does not answer is found out") {
    Installation here;
    CHECK(state_of(here.finding("relay")) == "skipped");
    here.variables["DCADMIN_MAIL_URL"] = "smtp://127.0.0.1:1";
    CHECK(says(here.finding("relay"), "found", "mail.from"));
    here.variables["DCADMIN_MAIL_FROM"] = "toegang@example.be";
    CHECK(state_of(here.finding("relay")) == "ok");
    CHECK(state_of(here.finding("relay", "--connect")) == "problem");
}

TEST_CASE("timers are told by what systemd keeps: there, enabled, when they ran") {
    Installation here;
    CHECK(says(here.finding("timers"), "remedy", "cron"));
    here.write("root/run/systemd/system/.keep", "");
    CHECK(says(here.finding("timer services"), "found", "not installed"));
    here.write("root/usr/lib/systemd/system/dcadmin-services.timer", "[Timer]\n");
    CHECK(says(here.finding("timer services"), "remedy", "systemctl enable --now"));
    here.write("root/etc/systemd/system/timers.target.wants/dcadmin-services.timer", "[Timer]\n");
    CHECK(says(here.finding("timer services"), "found", "has not run yet"));
    const auto stamp = "root/var/lib/systemd/timers/stamp-dcadmin-services.timer";
    here.write(stamp, "");
    here.variables["DCADMIN_NOW"] = "2099-01-01T00:00:00Z";
    CHECK(state_of(here.finding("timer services")) == "warning");
    CHECK(says(here.finding("timer services"), "remedy", "systemctl status"));
}

TEST_CASE("a shell without completion is told how to get it, another shell is passed over") {
    Installation here;
    here.variables["SHELL"] = "/usr/bin/zsh";
    CHECK(state_of(here.finding("completion")) == "warning");
    CHECK(says(here.finding("completion"), "remedy", "dcadmin completion zsh"));
    here.variables["HOME"] = here.path("home");
    here.write("home/.zfunc/_dcadmin", "stub");
    CHECK(state_of(here.finding("completion")) == "ok");
    here.variables["SHELL"] = "/bin/dash";
    CHECK(state_of(here.finding("completion")) == "skipped");
}

TEST_CASE("manual pages that are not found are a warning") {
    Installation here;
    fs::remove(here.path("root/usr/share/man/man1/dcadmin.1.gz"));
    CHECK(state_of(here.finding("manual")) == "warning");
}

TEST_CASE("a server that cannot be reached is a problem of the store alone") {
    Installation here;
    here.variables["DCADMIN_STORE"] = "postgresql://127.0.0.1:1/nothing";
    const auto store = here.finding("store");
    CHECK(state_of(store) == "problem");
    CHECK(state_of(here.finding("disk")) == "skipped");
}
