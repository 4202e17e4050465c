// SPDX-License-Identifier: Apache-2.0
// Watched runs: what is told of each row, rows that are not what was expected, several commands as
// one transaction, and the notices that are counted.
#include "rights_fixture.h"

#include <dcadmin/audit.h>

#include <doctest/doctest.h>

#include <atomic>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

using namespace dcadmin;
using namespace dcadmin::test;

namespace {

using Texts = std::vector<std::string>;

template <class Request>
using Rows = std::vector<std::variant<Request, Error>>;

std::string words_of(const std::optional<bulk::Image>& image) {
    if (!image) return "-";
    std::string words;
    for (const auto& one : *image) {
        words += (words.empty() ? "" : " ") + one.first + "=" + one.second;
    }
    return words;
}

std::string words_of(const bulk::Effect& effect) {
    return effect.subject + " " + effect.verb + " " + effect.id + ": " + words_of(effect.before) +
           " > " + words_of(effect.after);
}

std::string words_of(const bulk::FileRow& row) {
    std::string words = row.command;
    for (const auto& cell : row.columns) words += " " + cell.first + "=" + cell.second;
    return words;
}

struct Watched : RightsFixture {
    std::map<std::uint64_t, bulk::Trace> traces;
    std::map<std::uint64_t, bulk::Expected> expected;  // none: nothing is expected
    bulk::Options options;

    bulk::Summary run(const std::function<void(const bulk::Options&)>& runs) {
        bulk::Watch watch;
        watch.seen = [this](std::uint64_t row, const bulk::Trace& trace) { traces[row] = trace; };
        if (!expected.empty()) {
            watch.expected = [this](std::uint64_t row) -> const bulk::Expected& {
                return expected[row];
            };
        }
        return bulk::run_watched(env, options, watch, runs);
    }
    Outcome grants(const Rows<NewGrant>& rows) {
        Outcome outcome;
        const auto summary = run([&](const bulk::Options& part) {
            outcome = run_rows<NewGrant>(
                rows, part, [&](auto& s, auto& o, auto& k) { return rights.grant_rows(s, o, k); });
        });
        outcome.summary = summary;
        return outcome;
    }
    Outcome revocations(const Rows<GrantRevocation>& rows) {
        Outcome outcome;
        const auto summary = run([&](const bulk::Options& part) {
            outcome = run_rows<GrantRevocation>(
                rows, part, [&](auto& s, auto& o, auto& k) { return rights.revoke_rows(s, o, k); });
        });
        outcome.summary = summary;
        return outcome;
    }
    Outcome ends(const Rows<RelationEnd>& rows) {
        Outcome outcome;
        const auto summary = run([&](const bulk::Options& part) {
            outcome = run_rows<RelationEnd>(rows, part, [&](auto& s, auto& o, auto& k) {
                return persons.end_relation_rows(s, o, k);
            });
        });
        outcome.summary = summary;
        return outcome;
    }
    Texts effects(std::uint64_t row) {
        Texts texts;
        for (const auto& effect : traces[row].effects) texts.push_back(words_of(effect));
        return texts;
    }
    Texts undo(std::uint64_t row) {
        Texts texts;
        for (const auto& request : traces[row].undo) texts.push_back(words_of(request));
        return texts;
    }
    std::string person() const { return lucas.id.text(); }
};

}  // namespace

TEST_CASE_FIXTURE(Watched,
                  "a watched run tells what each row changes and leaves no trace when dry") {
    options.dry_run = true;
    const auto before = trace();
    auto second = site_grant({aalst});
    second.until = day("2027-12-31");
    const auto outcome = grants({new_grant("2026-12-01", "2027-12-01"), second});
    CHECK(outcome.states() == "applied applied");
    CHECK(outcome.results.at(1).id.empty());  // not known before it is kept
    CHECK_FALSE(outcome.summary.committed);
    CHECK(outcome.summary.notices == 1);
    CHECK(outcome.summary.notice_persons == 1);
    CHECK(outcome.summary.notices_without_address == 0);
    CHECK(effects(1) == Texts{"grant add row 1: - > relation=" + relation.id.text() +
                              " right=raadplegen context= from=2026-12-01 until=2027-12-01 "
                              "reason=new colleague"});
    CHECK(effects(2) == Texts{"grant add row 2: - > relation=" + relation.id.text() +
                              " right=dienstencheques context=" + aalst.digits() +
                              " from=2026-11-23 until=2027-12-31 reason=new colleague"});
    CHECK(undo(2) == Texts{"grant revoke person=" + person() + " org=" + org.digits() +
                           " right=dienstencheques site=" + aalst.digits() +
                           " begins=2026-11-23 reason=taken back"});
    CHECK(trace() == before);
    CHECK(problems().empty());
}

TEST_CASE_FIXTURE(Watched, "each row tells of its own notice where each is asked for") {
    options.dry_run = true;
    options.notify = bulk::Notify::each;
    CHECK(grants({new_grant(), site_grant({aalst, brugge})}).summary.notices == 2);
    options.notify = bulk::Notify::none;
    CHECK(grants({new_grant()}).summary.notices == 0);
}

TEST_CASE_FIXTURE(Watched,
                  "a row that does what was expected is kept, and is unchanged afterwards") {
    options.dry_run = true;
    CHECK(grants({new_grant("2026-12-01", "2027-12-01")}).states() == "applied");
    expected[1] = {bulk::State::applied, traces[1].effects};
    options.dry_run = false;
    const auto kept = grants({new_grant("2026-12-01", "2027-12-01")});
    CHECK(kept.states() == "applied");
    CHECK(kept.summary.committed);
    CHECK(last_entry().starts_with("grant add"));
    const auto after = trace();
    CHECK(grants({new_grant("2026-12-01", "2027-12-01")}).states() == "unchanged");
    CHECK(trace() == after);
    CHECK(problems().empty());
    CHECK(Audit(env).verify().problem_count == 0);
}

TEST_CASE_FIXTURE(Watched, "a moment of the run is not what makes a row stale") {
    granted(new_grant());
    options.dry_run = true;
    CHECK(revocations({revocation()}).states() == "applied");
    CHECK(effects(1).at(0).ends_with("revoked_at=now"));
    expected[1] = {bulk::State::applied, traces[1].effects};
    options.dry_run = false;
    clock = FixedClock(Timestamp::parse("2026-11-23T15:30:00Z"));
    CHECK(revocations({revocation()}).states() == "applied");
    clock = FixedClock(Timestamp::parse("2026-11-23T16:30:00Z"));
    CHECK(revocations({revocation()}).states() == "unchanged");
}

TEST_CASE_FIXTURE(Watched, "a row that would do something else is undone and says what changed") {
    const auto grant = granted(new_grant("2026-11-01", "2027-12-01"));
    options.dry_run = true;
    auto on = revocation();
    on.on = day("2027-06-30");
    CHECK(revocations({on}).states() == "applied");
    CHECK(undo(1) == Texts{"grant extend person=" + person() + " org=" + org.digits() +
                           " right=raadplegen begins=2026-11-01 until=2027-12-01 reason=taken "
                           "back"});
    expected[1] = {bulk::State::applied, traces[1].effects};
    static_cast<void>(rights.extend(extension("2028-02-29")));
    options.dry_run = false;
    const auto before = trace();
    const auto stale = revocations({on});
    CHECK(stale.of(1) == "rejected conflict");
    CHECK(stale.results.at(1).message ==
          "grant " + grant.id.text() +
              ": until: the plan expects 2027-12-01, the store has 2028-02-29");
    CHECK_FALSE(stale.summary.committed);
    CHECK(trace() == before);
    options.skip_invalid = true;
    CHECK(revocations({on}).of(1) == "rejected conflict");
    CHECK(trace() == before);
    CHECK(problems().empty());
    CHECK(Audit(env).verify().problem_count == 0);
}

TEST_CASE_FIXTURE(Watched,
                  "a row that is refused though it was expected to be done is a conflict") {
    expected[1] = {bulk::State::applied, {}};
    auto unknown = new_grant();
    unknown.person = PersonId::from_stored(999);
    const auto outcome = grants({unknown});
    CHECK(outcome.of(1) == "rejected conflict");
    CHECK(outcome.results.at(1).message.starts_with("the plan has it done, now "));
}

TEST_CASE_FIXTURE(Watched, "ending a relation says how it and its grants come back") {
    granted(new_grant("2026-11-01", "2028-02-29"));
    options.dry_run = true;
    RelationEnd end{.person = lucas.id,
                    .org = org,
                    .audience = {},
                    .on = day("2027-03-31"),
                    .at_once = false,
                    .reason = "leaves"};
    CHECK(ends({end}).states() == "applied");
    const auto who = " person=" + person() + " org=" + org.digits();
    CHECK(undo(1) == Texts{"relation extend" + who +
                               " audience=EA begins=2026-01-01 until=2030-12-31 reason=taken back",
                           "grant extend" + who +
                               " right=raadplegen begins=2026-11-01 until=2028-02-29 reason=taken "
                               "back"});
    end.on = {};
    end.at_once = true;
    CHECK(ends({end}).states() == "applied");
    CHECK(undo(1).at(0).starts_with("relation add" + who + " audience=EA category="));
    CHECK(undo(1).at(0).ends_with("from=2026-01-01 until=2030-12-31 reason=taken back"));
    CHECK(undo(1).at(1) == "grant add" + who +
                               " right=raadplegen from=2026-11-01 until=2028-02-29 reason=taken "
                               "back");
}

TEST_CASE_FIXTURE(Watched, "what began too long ago to be granted anew comes back from today") {
    granted(new_grant("2026-01-01", "2029-12-31"));
    clock = FixedClock(Timestamp::parse("2028-02-29T10:00:00Z"));
    static_cast<void>(rights.extend(extension("2030-12-31")));
    options.dry_run = true;
    CHECK(revocations({revocation()}).states() == "applied");
    CHECK(undo(1).at(0).find("from=2028-02-29 until=2030-12-31") != std::string::npos);
}

TEST_CASE_FIXTURE(Watched, "commands of one run are one transaction, and tell each of its own") {
    const auto summary = run([&](const bulk::Options& part) {
        static_cast<void>(run_rows<NewGrant>(
            {new_grant("2026-11-23", "2027-12-31")}, part,
            [&](auto& s, auto& o, auto& k) { return rights.grant_rows(s, o, k); }));
        static_cast<void>(run_rows<GrantExtension>(
            {extension("2028-12-31")}, part,
            [&](auto& s, auto& o, auto& k) { return rights.extend_rows(s, o, k); }));
    });
    CHECK(summary.count(bulk::State::applied) == 2);
    CHECK(summary.committed);
    CHECK(summary.notices == 2);
    CHECK(summary.notice_persons == 1);
    CHECK(effects(1).at(0).starts_with("grant extend row 1: until=2027-12-31"));
    CHECK(column("SELECT count(DISTINCT operation_id) FROM notice WHERE kind LIKE 'grant.%'") ==
          Texts{"1"});
    CHECK(problems().empty());
    CHECK(Audit(env).verify().problem_count == 0);
}

TEST_CASE_FIXTURE(Watched, "commands of one run are undone together") {
    const auto before = trace();
    const auto summary = run([&](const bulk::Options& part) {
        static_cast<void>(run_rows<NewGrant>(
            {new_grant("2026-11-23", "2027-12-31")}, part,
            [&](auto& s, auto& o, auto& k) { return rights.grant_rows(s, o, k); }));
        static_cast<void>(run_rows<GrantExtension>(
            {extension("2027-01-01")}, part,
            [&](auto& s, auto& o, auto& k) { return rights.extend_rows(s, o, k); }));
    });
    CHECK(summary.count(bulk::State::rejected) == 1);
    CHECK(summary.count(bulk::State::not_attempted) == 1);
    CHECK_FALSE(summary.committed);
    CHECK(trace() == before);
}

TEST_CASE_FIXTURE(Watched, "the limit on ended grants counts the whole of a watched run") {
    options.revoke_limit = {.count = 1, .percent = 0, .exact = {}};
    granted(new_grant());
    granted(site_grant({aalst}));
    auto vouchers_too = revocation();
    vouchers_too.right = vouchers;
    const auto before = trace();
    const auto outcome = revocations({revocation(), vouchers_too});
    REQUIRE(outcome.summary.failure.has_value());
    CHECK(outcome.summary.failure->kind() == Kind::rule);
    CHECK(trace() == before);
    options.revoke_limit.exact = 2;
    CHECK(revocations({revocation(), vouchers_too}).summary.committed);
}

TEST_CASE_FIXTURE(Watched, "a signal stops a watched run, and nothing is kept") {
    const std::atomic<int> stop = 2;
    options.stop = &stop;
    const auto before = trace();
    const auto outcome = grants({new_grant()});
    CHECK(outcome.summary.stopped_by_signal);
    CHECK_FALSE(outcome.summary.committed);
    CHECK(trace() == before);
}

TEST_CASE_FIXTURE(RightsFixture, "of several periods only the one that begins on a day is meant") {
    granted(new_grant("2026-11-01", "2027-01-31"));
    granted(new_grant("2027-03-01", "2027-04-30"));
    auto later = revocation();
    later.begins = day("2027-03-01");
    CHECK(rights.revoke(later).item.size() == 1);
    GrantFilter active;
    active.state = GrantState::active;
    CHECK(rights.list_grants(active, [](const Grant&) { return true; }) == 1);
    auto never = revocation();
    never.begins = day("2027-05-01");
    CHECK(refused([&] { static_cast<void>(rights.revoke(never)); }) == "not_found begins");
    auto longer = extension("2027-02-28");
    longer.begins = day("2026-11-01");
    CHECK(rights.extend(longer).changed);
    longer.begins = day("2026-11-02");
    CHECK(refused([&] { static_cast<void>(rights.extend(longer)); }) == "not_found begins");
}

TEST_CASE_FIXTURE(RightsFixture,
                  "of several relations only the one that begins on a day is meant") {
    NewRelation next = new_relation(lucas.id, org);
    next.from = day("2031-01-01");
    next.until = day("2032-02-29");
    static_cast<void>(persons.add_relation(next));
    RelationExtension longer{.person = lucas.id,
                             .org = org,
                             .audience = {},
                             .until = day("2032-12-31"),
                             .reason = {},
                             .begins = day("2031-01-01")};
    CHECK(persons.extend_relation(longer).changed);
    RelationEnd end{.person = lucas.id,
                    .org = org,
                    .audience = {},
                    .on = {},
                    .at_once = true,
                    .reason = {},
                    .begins = day("2031-01-01")};
    CHECK(persons.end_relation(end).changed);
    CHECK(persons.get_relation(relation.id).state == RelationState::active);
    end.begins = day("2033-01-01");
    CHECK(refused([&] { static_cast<void>(persons.end_relation(end)); }) == "not_found org");
}
