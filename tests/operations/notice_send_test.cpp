// SPDX-License-Identifier: Apache-2.0
// Notices sent by mail, against a real SMTP server on this machine, and read by another maker's
// reader of mails.
#include "outbox/message.h"
#include "outbox/texts.h"
#include "support/fixture.h"
#include "support/relay.h"

#include <dcadmin/leavers.h>
#include <dcadmin/outbox.h>

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace dcadmin::test {

namespace {

constexpr std::string_view password = "geheim 7!x";

struct Outbox : Fixture {
    Notices notices{env};

    // A notice for each of so many persons, for their working relation.
    explicit Outbox(std::uint64_t people = 3) {
        const EnterpriseNumber org = add_org(1, "Poetshulp & Co");
        for (std::uint64_t n = 1; n <= people; ++n) {
            add_relation(add_person(n).id, org);
            run("UPDATE notice SET address = 'p" + std::to_string(n) +
                "@example.be' WHERE id = (SELECT max(id) FROM notice)");
        }
    }
    void pass(std::int64_t seconds) {
        clock.set(Timestamp::from_seconds(clock.now().seconds() + seconds));
    }
    [[nodiscard]] std::string states() {
        std::string all;
        for (const auto& one : column("SELECT state FROM notice ORDER BY id")) all += one + " ";
        return all;
    }
    [[nodiscard]] Notice first() { return notices.get(NoticeId::from_stored(1)); }
};

}  // namespace

TEST_CASE("each notice goes out once, as text and HTML, under an id that comes from its row") {
    Outbox f;
    const Relay relay;
    auto address = relay.address();
    address.reply_to = "help@example.be";
    CHECK(in_short(f.notices.send(address)) == "3 mails 3 sent 0 failed 0 put off");
    CHECK(f.states() == "sent sent sent ");
    CHECK(in_short(f.notices.send(address)) == "0 mails 0 sent 0 failed 0 put off");
    const std::string mails = relay.mails();
    const std::string store =
        f.column("SELECT value FROM store_property WHERE name = 'store_id'")[0];
    CHECK(has(mails, "X-Envelope: toegang@example.be p1@example.be\n"));
    CHECK(has(mails, "From: Toegang é <toegang@example.be>\n"));
    CHECK(has(mails, "To: Lucas Maes <p1@example.be>\nReply-To: help@example.be\n"));
    CHECK(has(mails, "Subject: U hebt een nieuwe werkrelatie\nMessage-ID: <n-1." + store +
                         "@example.be>\nAuto-Submitted: auto-generated\nContent-Language: nl\n"
                         "Date: Mon, 23 Nov 2026 10:00:00 +0000\n"));
    CHECK(has(mails, "Beste Lucas Maes,\n\nU hebt nu een werkrelatie met:\n\n- Poetshulp & Co ("));
    CHECK(has(mails, "<li>Poetshulp &amp; Co ("));
    CHECK(has(mails, "van 01/01/2026 tot en met 31/12/2030"));
    for (std::uint64_t n = 1; n <= 3; ++n) {
        CHECK_FALSE(has(mails, person_number(n).revealed_digits()));
    }
    CHECK(f.first().answer == "250 taken as 1");
    CHECK(f.first().tries == 1);
    const std::string log = relay.log();  // one connection for all
    CHECK(std::count(log.begin(), log.end(), '\n') == 9);
    std::set<std::string> connections;
    for (std::size_t at = 0; at < log.size(); at = log.find('\n', at) + 1) {
        connections.insert(log.substr(at, log.find(' ', at) - at));
    }
    CHECK(connections.size() == 1);
    CHECK(f.problems().empty());
}

TEST_CASE("a person is written to in his own language") {
    Outbox f(4);
    const Relay relay;
    f.run("UPDATE person SET language = 'fr', first_name = 'Zoé' WHERE id = 1");
    f.run("UPDATE person SET language = 'de' WHERE id = 2");
    f.run("UPDATE person SET language = 'en' WHERE id = 3");
    CHECK(f.notices.send(relay.address()).sent == 4);
    const std::string mails = relay.mails();
    CHECK(has(mails, "Subject: Vous avez une nouvelle relation de travail\n"));
    CHECK(has(mails, "To: Zoé Maes <p1@example.be>\n"));
    CHECK(has(mails, "Bonjour Zoé Maes,"));
    CHECK(has(mails, "Subject: Sie haben eine neue Arbeitsbeziehung\n"));
    CHECK(has(mails, "Subject: You have a new working relation\n"));
    CHECK(has(mails, "<html lang=\"fr\">"));
    CHECK(f.first().body.starts_with("Bonjour Zoé Maes,\n"));
}

TEST_CASE("a digest is one mail a person for all that waits for him") {
    Outbox f(2);
    const Relay relay;
    f.run("UPDATE notice SET person_id = 1, address = 'p1@example.be', part = id");
    f.add_relation(f.add_person(9).id, org_number(1));
    const SendOptions digest{.limit = {}, .digest = true};
    CHECK(in_short(f.notices.send(relay.address(), digest)) == "2 mails 3 sent 0 failed 0 put off");
    const auto ids = relay.ids();
    REQUIRE(ids.size() == 2);
    CHECK(ids[0].starts_with("<n-1.2."));
    CHECK(ids[1].starts_with("<n-3."));
    CHECK(has(relay.mails(), "Subject: 2 berichten over uw toegang\n"));
    CHECK(has(relay.mails(), "== U hebt een nieuwe werkrelatie ==\n"));
    CHECK(has(relay.mails(), "<h2>U hebt een nieuwe werkrelatie</h2>"));
}

TEST_CASE("a digest that may have been taken goes out again under the same id") {
    Outbox f(2);
    const Relay relay("plain+die:taken");
    f.run("UPDATE notice SET person_id = 1, address = 'p1@example.be', part = id");
    const SendOptions digest{.limit = {}, .digest = true};
    CHECK(f.notices.send(relay.address(), digest).put_off == 2);
    relay.behave("plain");
    f.pass(60);
    CHECK(f.notices.send(relay.address(), digest).sent == 2);
    const auto ids = relay.ids();
    REQUIRE(ids.size() == 2);
    CHECK(ids[0] == ids[1]);
}

TEST_CASE("TLS is asked for, and its certificate verified") {
    Outbox f;
    const Relay relay("starttls");
    auto address = relay.address();
    address.ca_file = certificates().of("other.pem");
    CHECK(refused([&] { f.notices.send(address); }) == "failed ");
    CHECK(f.states() == "waiting waiting waiting ");
    CHECK(f.first().tries == 0);
    address.ca_file = certificates().of("own.pem");
    CHECK(f.notices.send(address, {.limit = 1}).sent == 1);
    CHECK(has(relay.mails(), "X-Secure: true\n"));
    const Relay implicit("implicit");
    auto secure = implicit.address("smtps");
    CHECK(refused([&] { f.notices.send(secure); }) == "failed ");
    secure.ca_file = certificates().of("own.pem");
    CHECK(f.notices.send(secure).sent == 2);
}

TEST_CASE("a relay that offers no TLS gets nothing where TLS is wanted") {
    Outbox f;
    const Relay relay("plain");
    auto address = relay.address();
    address.ca_file = certificates().of("own.pem");
    CHECK(refused([&] { f.notices.send(address); }) == "failed ");
    CHECK(f.states() == "waiting waiting waiting ");
    CHECK(relay.taken() == 0);
    CHECK(relay.log().empty());
}

TEST_CASE("signing in to the relay, and a wrong password that is told to nobody") {
    Outbox f;
    const Relay relay("plain+auth");
    auto address = relay.address();
    CHECK(refused([&] { f.notices.send(address); }) == "failed ");
    address.user = "dienst";
    address.password = "niet geheim";
    const std::string why = said([&] { f.notices.send(address); });
    CHECK(has(why, "refuses us: sign-in refused (535)"));
    CHECK_FALSE(has(why, "niet geheim"));
    CHECK(f.states() == "waiting waiting waiting ");
    CHECK(f.first().answer.empty());
    address.password = password;
    CHECK(f.notices.send(address).sent == 3);
}

TEST_CASE("a relay that refuses the sender leaves the notices as they were") {
    Outbox f;
    const Relay relay("plain+sender550");
    CHECK(refused([&] { f.notices.send(relay.address()); }) == "failed ");
    CHECK(f.states() == "waiting waiting waiting ");
    CHECK(f.column("SELECT count(*) FROM notice WHERE tries = 0 AND answer = ''")[0] == "3");
}

TEST_CASE("what is refused for now is tried again later and later, for five days") {
    Outbox f(1);
    const Relay relay("plain+rcpt451");
    auto address = relay.address();
    address.password = password;  // that the relay repeats
    address.user = "dienst";
    CHECK(in_short(f.notices.send(address)) == "0 mails 0 sent 0 failed 1 put off");
    CHECK(f.first().state == "waiting");
    CHECK(has(f.first().answer, "451"));
    CHECK(has(f.first().answer, "\\x1b"));
    CHECK_FALSE(has(f.first().answer, "geheim"));
    CHECK(f.first().due->iso() == "2026-11-23T10:01:00Z");
    f.pass(59);
    CHECK(f.notices.send(address).put_off == 0);
    f.pass(1);
    CHECK(f.notices.send(address).put_off == 1);
    CHECK(f.first().due->iso() == "2026-11-23T10:03:00Z");
    for (int i = 0; i < 8; ++i) {
        f.pass(4 * 3'600);
        CHECK(f.notices.send(address).put_off == 1);
    }
    CHECK(f.first().due->seconds() == f.clock.now().seconds() + 4 * 3'600);
    f.pass(4 * 86'400);
    CHECK(in_short(f.notices.send(address)) == "0 mails 0 sent 1 failed 0 put off");
    CHECK(f.first().state == "failed");
    CHECK(f.problems().empty());
}

TEST_CASE("what is refused for good fails alone, and is kept with the answer") {
    for (const char* mode : {"plain+rcpt550:p2", "plain+data554:p2"}) {
        Outbox f;
        const Relay relay(mode);
        CHECK(in_short(f.notices.send(relay.address())) == "2 mails 2 sent 1 failed 0 put off");
        CHECK(f.states() == "sent failed sent ");
        const Notice failed = f.notices.get(NoticeId::from_stored(2));
        CHECK(has(failed.answer, std::string(mode).substr(10, 3)));
    }
    Outbox f(1);
    const Relay relay("plain+data451");
    CHECK(f.notices.send(relay.address()).put_off == 1);
}

TEST_CASE("who has no address gets no mail, and it is said") {
    Outbox f;
    const Relay relay;
    f.run("UPDATE notice SET address = '' WHERE id = 1");
    f.run("UPDATE person SET email = '' WHERE id = 1");
    f.run("UPDATE notice SET address = '' WHERE id = 2");
    f.run("UPDATE person SET email = 'later@example.be' WHERE id = 2");
    f.run("UPDATE notice SET address = 'x@example.be> SIZE=1' WHERE id = 3");
    CHECK(in_short(f.notices.send(relay.address())) == "1 mails 1 sent 2 failed 0 put off");
    CHECK(f.first().answer == "no e-mail address is known");
    CHECK(has(relay.mails(), "X-Envelope: toegang@example.be later@example.be\n"));
}

TEST_CASE("a mail that was taken before the relay died goes out again under the same id") {
    Outbox f(1);
    const Relay relay("plain+die:taken");
    CHECK(in_short(f.notices.send(relay.address())) == "0 mails 0 sent 0 failed 1 put off");
    relay.behave("plain");
    f.pass(60);
    CHECK(f.notices.send(relay.address()).sent == 1);
    const auto ids = relay.ids();
    REQUIRE(ids.size() == 2);
    CHECK(ids[0] == ids[1]);
}

TEST_CASE("a relay that stalls or dies at any point loses nothing, and ends the run") {
    for (const char* mode :
         {"stall:sender", "stall:rcpt", "stall:data", "die:sender", "die:rcpt", "die:data"}) {
        CAPTURE(mode);
        Outbox f(4);
        const Relay relay(std::string("plain+") + mode);
        auto address = relay.address();
        address.total_ms = 300;
        CHECK(in_short(f.notices.send(address)) == "0 mails 0 sent 0 failed 3 put off unreachable");
        CHECK(f.states() == "waiting waiting waiting waiting ");
        relay.behave("plain");
        CHECK(f.notices.send(relay.address()).sent == 1);  // the one that was not tried
        f.pass(60);
        CHECK(f.notices.send(relay.address()).sent == 3);
    }
}

TEST_CASE("where nobody listens the run ends at once, and one notice has been tried") {
    Outbox f;
    MailRelay nobody{.url = "smtp://127.0.0.1:1", .from = "a@example.be", .connect_ms = 500};
    const auto sent = f.notices.send(nobody);
    CHECK(in_short(sent) == "0 mails 0 sent 0 failed 1 put off unreachable");
    CHECK(f.column("SELECT tries FROM notice ORDER BY id") ==
          std::vector<std::string>{"1", "0", "0"});
    CHECK(f.states() == "waiting waiting waiting ");
}

TEST_CASE("what another process has claimed is left to it, and a limit is kept") {
    Outbox f;
    const Relay relay;
    const auto claimed = f.notices.claim(1);
    CHECK(f.notices.send(relay.address(), {.limit = 1}).sent == 1);
    CHECK(f.states() == "claimed sent waiting ");
    CHECK(f.notices.send(relay.address(), {.limit = 0}).sent == 0);
    f.pass(600);  // it died
    CHECK(f.notices.send(relay.address()).sent == 2);
    CHECK_FALSE(f.notices.settle(claimed.ids[0], claimed.at, NoticeEnd::sent));
}

TEST_CASE("sending leaves no trace in the log, sending again does") {
    Outbox f;
    const Relay relay("plain+rcpt550:p1");
    const auto before = f.entries();
    f.notices.send(relay.address());
    CHECK(f.entries() == before);
    relay.behave("plain");
    f.run("UPDATE person SET email = 'new@example.be' WHERE id = 1");
    CHECK(f.column("SELECT email FROM working_relation WHERE person_id = 1")[0] != "p1@example.be");
    const auto again = f.notices.resend_failed();
    CHECK(again.changed);
    REQUIRE(again.item.size() == 1);
    CHECK(again.item[0].address == "new@example.be");
    CHECK(f.last_entry().starts_with("notice resend 1"));
    CHECK_FALSE(f.notices.resend({NoticeId::from_stored(1)}).changed);
    CHECK(f.notices.resend({NoticeId::from_stored(2)}).changed);
    CHECK(f.notices.send(relay.address()).sent == 2);
    const auto ids = relay.ids();
    REQUIRE(ids.size() == 4);
    CHECK(ids[2].starts_with("<n-1.1."));
    CHECK(ids[3].starts_with("<n-2.1."));
    CHECK(refused([&] { f.notices.resend({NoticeId::from_stored(99)}); }) == "not_found id");
    CHECK_FALSE(f.notices.resend_failed().changed);
    CHECK(f.problems().empty());
    f.run("UPDATE person SET number = -id WHERE id = 1");
    CHECK(refused([&] { f.notices.resend({NoticeId::from_stored(1)}); }) == "rule id");
}

TEST_CASE("settings of the relay that are not safe are refused before anything is sent") {
    Outbox f;
    for (const char* url :
         {"http://mail.example.be", "smtp://", "mail.example.be",
          "smtps://dienst:geheim@mail.example.be", "smtp://mail.example.be/?x", "smtp://ma il/"}) {
        CAPTURE(url);
        CHECK(refused([&] { f.notices.send({.url = url, .from = "a@b.be"}); }) == "usage mail.url");
    }
    for (const char* from : {"", "nobody", "a@b.be\r\nBcc: c@d.be", "A <a@b.be", "<>"}) {
        CHECK(refused([&] { f.notices.send({.url = "smtps://mail.example.be", .from = from}); }) ==
              "usage mail.from");
    }
}

}  // namespace dcadmin::test
