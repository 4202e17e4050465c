// SPDX-License-Identifier: Apache-2.0
// Long random lives of paper vouchers: whatever is asked of them, in whatever order, each goes only
// where the table lets it, a refusal changes nothing, and the store and its log stay whole.
#include "paper_fixture.h"
#include "secure_zone/paper/machine.h"

#include <algorithm>
#include <array>
#include <map>
#include <random>

namespace dcadmin::test {

namespace {

using secure_zone::all_paper_events;
using secure_zone::paper_step;

struct Lives : PaperFixture {
    std::mt19937 random;
    std::vector<std::int64_t> issuances;
    std::map<std::string, PaperState> known;  // by id, as they were

    explicit Lives(unsigned seed) : random(seed) {}

    int below(int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); }
    PaperKey any() { return {.id = {}, .region = Region::flanders, .number = number(below(25))}; }
    std::int64_t any_issuance() {
        if (issuances.empty() || below(4) == 0) issuances.push_back(issuance());
        return issuances.at(static_cast<std::size_t>(below(static_cast<int>(issuances.size()))));
    }

    void receive() {
        NewPaperVoucher asked = voucher(below(25));
        if (below(5) == 0) asked.worker.reset();
        if (below(9) == 0) asked.day.reset();
        paper.receive(asked);
    }
    void read() {
        constexpr std::array<const char*, 4> results{"ok", "unreadable", "accepted", "rejected"};
        PaperReading one{.region = Region::flanders,
                         .number = number(below(25)),
                         .result = results.at(static_cast<std::size_t>(below(4))),
                         .worker = below(3) == 0 ? "" : zoe.digits(),
                         .cause = "",
                         .reason = ""};
        if (below(3) != 0) one.day = day("2026-11-20");
        if (one.result == "rejected") one.cause = "other";
        paper.read(one);
    }
    void correct() {
        PaperCorrection asked{.voucher = any(), .fields = {}, .reason = ""};
        if (below(2) == 0) asked.fields.day = day("2026-11-20");
        if (below(2) == 0) asked.fields.worker = zoe;
        paper.correct(asked);
    }
    void claim() {
        constexpr std::array<const char*, 3> outcomes{"", "refunded", "refused"};
        paper.claim({.voucher = any(),
                     .outcome = outcomes.at(static_cast<std::size_t>(below(3))),
                     .reason = ""});
    }
    void act() {
        switch (below(14)) {
            case 0:
            case 1:
            case 2: return receive();
            case 3: paper.announce({.vouchers = {any()}, .fields = {}, .reason = ""}); return;
            case 4: bundle(any_issuance()); return;
            case 5: send(any_issuance()); return;
            case 6: cancel(any_issuance()); return;
            case 7:
            case 8:
            case 9: return read();
            case 10: return correct();
            case 11: return claim();
            case 12:
                if (below(3) == 0) {
                    const std::int64_t id = any_issuance();
                    with_tx([&](store::Tx& tx) { return secure_zone::mark_refunded(tx, id); });
                } else {
                    paper.withdraw({.voucher = any(), .reason = ""});
                }
                return;
            default: break;
        }
        clock.set(Timestamp::from_seconds(clock.now().seconds() + 86'400 * below(12)));
        paper.advance({});
    }
    /// Whether the table leads from the one to the other, by as many events as one request takes.
    static bool leads(PaperState from, PaperState to, int events = 3) {
        if (from == to) return true;
        if (events == 0) return false;
        return std::ranges::any_of(all_paper_events, [&](auto event) {
            const auto& step = paper_step(from, event);
            return step.allowed() && leads(step.to, to, events - 1);
        });
    }
    void check_steps() {
        paper.list({}, [&](const PaperVoucher& one) {
            const auto [at, is_new] = known.try_emplace(one.id.text(), one.state);
            if (!is_new) CHECK(leads(at->second, one.state));
            if (is_new) CHECK(one.state == PaperState::received);
            at->second = one.state;
            return true;
        });
    }
};

}  // namespace

TEST_CASE("whatever is asked of paper vouchers, each goes only where the table leads") {
    for (const unsigned seed : {1U, 2U, 3U}) {
        CAPTURE(seed);
        Lives f(seed);
        int refusals = 0;
        for (int i = 0; i < 1'000; ++i) {
            const std::string before = f.trace();
            const std::string images = f.column("SELECT count(*) FROM audit_entry").front();
            try {
                f.act();
            } catch (const Error& error) {
                ++refusals;
                CHECK(error.kind() != Kind::integrity);
                CHECK(f.column("SELECT count(*) FROM audit_entry").front() == images);
                if (f.issuances.empty()) CHECK(f.trace() == before);
            }
            f.check_steps();
        }
        CHECK(refusals > 100);
        CHECK(refusals < 900);
        CHECK(f.known.size() > 25);
        f.check_whole();
    }
}

}  // namespace dcadmin::test
