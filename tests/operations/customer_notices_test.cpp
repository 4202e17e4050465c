// SPDX-License-Identifier: Apache-2.0
// What customers are told of their services by e-mail: each once, in their language, as services
// are when the mail is made.
#include "decisions_fixture.h"
#include "support/relay.h"

#include <dcadmin/customer_notices.h>

#include <doctest/doctest.h>

namespace dcadmin::test {

namespace {

struct TellingFixture : DecisionsFixture {
    Notices notices{env};
    CustomerNotices told{env};

    /// "1 service.validated waiting Een prestatie …"
    Lines list(const CustomerNoticeFilter& filter = {}) {
        Lines all;
        told.list(filter, [&](const CustomerNotice& one) {
            all.push_back(fmt::format("{} {} {} {}", one.number, one.kind, one.state, one.subject));
            return true;
        });
        return all;
    }
    void speaks(int customer, std::string_view language) {
        run(fmt::format("UPDATE customer SET language = '{}' WHERE id = {}", language, customer));
    }
    std::string send(const Relay& relay, const SendOptions& options = {}) {
        return in_short(notices.send(relay.address(), options));
    }
    void pass(std::int64_t seconds) {
        clock.set(Timestamp::from_seconds(clock.now().seconds() + seconds));
    }
};

}  // namespace

TEST_CASE("a customer is told which services wait for his answer, and until when") {
    TellingFixture f;
    const Relay relay;
    const auto id = f.registered("2026-11-20");
    f.decisions.validate(f.decision(id));
    CHECK(f.list() == Lines{"1 service.validated waiting Een prestatie wacht op uw antwoord"});
    const std::string due = f.column("SELECT due_on FROM service").front();
    CHECK(f.send(relay) == "1 mails 1 sent 0 failed 0 put off");
    CHECK(f.send(relay) == "0 mails 0 sent 0 failed 0 put off");
    const std::string mails = relay.mails();
    const std::string store =
        f.column("SELECT value FROM store_property WHERE name = 'store_id'")[0];
    CHECK(has(mails, "X-Envelope: toegang@example.be claes@example.be\n"));
    CHECK(has(mails, "To: Familie Claes <claes@example.be>\n"));
    CHECK(has(mails, "Message-ID: <cn-1." + store + "@example.be>"));
    CHECK(has(mails, "Beste Familie Claes,\n\nPoetshulp ("));
    CHECK(has(mails,
              ") heeft deze prestatie gevalideerd:\n\n- 20/11/2026: 3 uren, door Anna; "
              "antwoord tot en met " +
                  day(due).formatted() + "\n"));
    CHECK(has(mails, "Na de dag die erbij staat is een prestatie zonder antwoord bevestigd"));
    CHECK_FALSE(has(mails, "Peeters"));
    CHECK_FALSE(has(mails, f.claes.digits()));
    CHECK(f.list() == Lines{"1 service.validated sent Een prestatie wacht op uw antwoord"});
    CHECK(f.whole());
}

TEST_CASE("each is told in his own language, and of what was done to his own services alone") {
    TellingFixture f;
    const Relay relay;
    f.speaks(2, "fr");
    f.speaks(3, "de");
    std::vector<ServiceDecision> decisions;
    for (const std::int64_t n : {1, 2, 2, 3}) {
        decisions.push_back(f.decision(f.registered("2026-11-19", n, n == 3 ? 1 : 3)));
    }
    static_cast<void>(f.decisions.validate(decisions));
    CHECK(f.list() == Lines{"1 service.validated waiting Een prestatie wacht op uw antwoord",
                            "2 service.validated waiting 2 prestations attendent votre réponse",
                            "3 service.validated waiting Eine Leistung wartet auf Ihre Antwort"});
    CHECK(f.told.get(2).body.find("19/11/2026 : 3 heures, par Anna; réponse jusqu'au ") !=
          std::string::npos);
    CHECK(f.told.get(3).body.find("19/11/2026: 1 Stunde, durch Anna") != std::string::npos);
    f.speaks(1, "en");
    CHECK(f.told.get(1).subject == "A service waits for your answer");
    CHECK(f.send(relay) == "3 mails 3 sent 0 failed 0 put off");
    CHECK(has(relay.mails(), "Content-Language: fr\n"));
}

TEST_CASE("a change and a cancellation are told too, with what is so now") {
    TellingFixture f;
    const auto id = f.registered("2026-11-20");
    f.decisions.update({.service = {.id = id, .work_id = {}, .org = {}},
                        .day = {},
                        .hours = 4,
                        .activity = {},
                        .comment = {},
                        .reason = "fout"});
    f.decisions.cancel(f.decision(id, "niet geweest"));
    CHECK(f.list() == Lines{"1 service.modified waiting Een prestatie is gewijzigd",
                            "2 service.cancelled waiting Een prestatie is geannuleerd"});
    const std::string changed = f.told.get(1).body;
    CHECK(has(changed, "heeft een prestatie gewijzigd. Ze is nu:\n\n- 20/11/2026: 4 uren"));
    CHECK(has(changed, "Waar geen dag bij staat, wordt zonder uw antwoord niets bevestigd."));
    CHECK_FALSE(has(changed, "antwoord tot en met"));
    CHECK(has(f.told.get(2).body, "u betaalt er niets voor"));
    const Relay relay;
    CHECK(f.send(relay, {.digest = true}) == "1 mails 2 sent 0 failed 0 put off");
    const std::string mails = relay.mails();
    CHECK(has(mails, "Subject: 2 berichten over uw prestaties\n"));
    CHECK(has(mails, "== Een prestatie is gewijzigd =="));
    CHECK(has(mails, "== Een prestatie is geannuleerd =="));
}

TEST_CASE("persons and customers are written to in one run, with ids of their own") {
    TellingFixture f;
    const Relay relay;
    f.add_relation(f.add_person(50).id, f.org);
    f.run("UPDATE notice SET address = 'p@example.be'");
    f.decisions.validate(f.decision(f.registered("2026-11-20")));
    CHECK(f.send(relay, {.limit = 1}) == "1 mails 1 sent 0 failed 0 put off");
    CHECK(f.send(relay) == "1 mails 1 sent 0 failed 0 put off");
    const auto ids = relay.ids();
    REQUIRE(ids.size() == 2);
    CHECK(ids[0].starts_with("<n-1."));
    CHECK(ids[1].starts_with("<cn-1."));
}

TEST_CASE("one that may not have arrived goes out under the same id; sent anew, under another") {
    TellingFixture f;
    const Relay relay("plain+die:taken");
    f.decisions.validate(f.decision(f.registered("2026-11-20")));
    CHECK(f.send(relay) == "0 mails 0 sent 0 failed 1 put off");
    relay.behave("plain");
    CHECK(f.send(relay) == "0 mails 0 sent 0 failed 0 put off");
    f.pass(60);
    CHECK(f.send(relay) == "1 mails 1 sent 0 failed 0 put off");
    CHECK(f.column("SELECT tries FROM customer_notice") == Lines{"2"});
    CHECK(f.told.resend_failed() == 0);
    f.run("UPDATE customer_notice SET state = 'failed'");
    CHECK(f.told.resend_failed() == 1);
    CHECK(f.last_entry() == "customer_notice resend 1");
    CHECK(f.send(relay) == "1 mails 1 sent 0 failed 0 put off");
    const auto ids = relay.ids();
    REQUIRE(ids.size() == 3);
    CHECK(ids[0] == ids[1]);
    CHECK(ids[1] != ids[2]);
    CHECK(f.whole());
}

TEST_CASE("nothing goes to a customer who was erased, or has no address") {
    TellingFixture f;
    const Relay relay;
    NewCustomer silent = f.customer(4);
    silent.email.reset();
    f.customers.add(silent);
    f.decisions.validate(f.decision(f.registered("2026-11-20", 1)));
    f.decisions.validate(f.decision(f.registered("2026-11-20", 2)));
    f.run("UPDATE service SET state = 'cancelled'");
    f.customers.erase(f.ref(1, "gevraagd"));
    f.run("UPDATE customer SET email = '' WHERE id = 2");
    CHECK(f.send(relay) == "0 mails 0 sent 1 failed 0 put off");
    CHECK(f.column("SELECT state || ' ' || answer FROM customer_notice ORDER BY id") ==
          Lines{"failed ", "failed no e-mail address is known"});
    CHECK(f.told.resend_failed() == 0);
    CHECK(f.told.get(1).name == "(erased)");
}

TEST_CASE("who sees a customer sees what he was told, and nobody else") {
    TellingFixture f;
    const Person an = f.add_person(60, "An", "Claes");
    f.customers.update({.org = f.org, .number = f.claes, .person = an.id});
    f.decisions.validate(f.decision(f.registered("2026-11-20", 1)));
    f.decisions.validate(f.decision(f.registered("2026-11-20", 2)));
    const Person anna = f.add_person(61, "Anna", "Peeters");
    f.give_zone(anna, f.aalst);
    const Person jan = f.add_person(62, "Jan", "Jansen");
    f.add_relation(jan.id, f.other);
    {
        const ActingAs acting(f, open_session(f, {.person = an.id.value()}));
        CHECK(f.list().size() == 1);
        CHECK(f.told.get(1).customer.value() == 1);
        CHECK(refused([&] { (void)f.told.get(2); }) == "not_found number");
        CHECK(refused([&] { f.told.resend_failed(); }) == "not_allowed ");
    }
    {
        const ActingAs acting(f, open_session(f, {.person = anna.id.value(), .org = f.org}));
        CHECK(f.list().size() == 2);
        CHECK(f.list({.customer = CustomerId::from_stored(2)}).size() == 1);
    }
    const ActingAs acting(f, open_session(f, {.person = jan.id.value(), .org = f.other}));
    CHECK(f.list().empty());
    CHECK(refused([&] { (void)f.told.get(1); }) == "not_found number");
    CHECK(refused([&] { f.list({.state = "weg"}); }) == "usage state");
}

}  // namespace dcadmin::test
