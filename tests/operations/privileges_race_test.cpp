// SPDX-License-Identifier: Apache-2.0
// A mandate is taken away while its holder works: nothing is allowed him after that was acknowledged.
#include "store/db.h"
#include "support/signed_in.h"

#include <dcadmin/designation.h>
#include <dcadmin/rights.h>

#include <doctest/doctest.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <thread>

using namespace dcadmin;
using namespace dcadmin::test;

namespace {

/// Somebody else on a connection of his own.
struct Desk {
    Store store;
    Env env;
    Desk(const std::string& url, const Clock& clock, std::string token = {})
        : store(Store::open(url, StoreAccess::write)),
          env{store, clock, {"desk", {}, std::move(token)}, "test"} {}
};

std::uint64_t rounds() {
    const char* const scale = std::getenv("DCADMIN_FAULT_SCALE");
    const double factor = scale != nullptr ? std::strtod(scale, nullptr) : 1.0;
    return static_cast<std::uint64_t>(1000 * factor);
}

struct Race : Fixture {
    EnterpriseNumber org = add_org(1);
    std::uint64_t workers = 100;
    Person worker = add_person(workers);
    Person manager = add_person(2, "Bert", "Smet");
    RightCode right = add_right();

    Race() {
        add_relation(worker.id, org);
        add_relation(manager.id, org);
    }
    /// Somebody new now and then: of one person thousands of grants would be read again and again.
    void next_worker(Env& office) {
        worker = Persons(office).add(new_person(++workers)).item;
        Persons(office).add_relation(new_relation(worker.id, org));
    }
    void appoint() {
        Designation(env).appoint({.role = AdministratorRole::manager,
                                  .person = manager.id,
                                  .org = org,
                                  .domains = {DomainCode::all()},
                                  .sites = {}});
    }
};

// Grants and revokes in turn, as fast as it goes; how often he was allowed after `over`, which is
// set once the end of his mandate was acknowledged.
std::uint64_t work(Race& f, Desk& desk, const std::atomic<bool>& over,
                   std::atomic<std::uint64_t>& done) {
    Rights rights(desk.env);
    for (bool granted = false;; granted = !granted) {
        const bool late = over.load();
        try {
            if (granted) {
                rights.revoke({.person = f.worker.id, .org = f.org, .right = f.right,
                               .contexts = {}, .on = {}, .reason = "r"});
            } else {
                rights.grant({.person = f.worker.id, .org = f.org, .right = f.right,
                              .contexts = {}, .from = {}, .until = {}, .reason = "r"});
            }
            ++done;
            if (late) return 1;
        } catch (const Error& error) {
            if (error.kind() == Kind::busy) continue;
            const bool ended = error.kind() == Kind::not_allowed || error.kind() == Kind::sign_in;
            if (ended) return 0;
            if (error.kind() != Kind::conflict) throw;
        }
    }
}

// One round: the mandate is there, is worked with, and is taken away by `end`.
template <class End>
std::uint64_t round_of(Race& f, const std::string& token, Desk& desk, End end) {
    desk.env.actor.token = token;
    std::atomic<bool> over = false;
    std::atomic<std::uint64_t> done = 0;
    std::uint64_t allowed = 0;
    std::thread at_work([&] { allowed = work(f, desk, over, done); });
    while (done.load() == 0) std::this_thread::yield();
    end();
    over.store(true);
    at_work.join();
    return allowed;
}

std::string race_url(const Fixture& f, const std::filesystem::path& file) {
    return f.store.url().starts_with("sqlite") ? "sqlite:" + file.string() : f.store.url();
}

}  // namespace

TEST_CASE("nothing is allowed after the end of a mandate or session was acknowledged") {
    // A store in memory has one connection alone; so this one is copied to a file.
    Race f;
    f.appoint();
    const auto folder = std::filesystem::temp_directory_path() /
                        ("dcadmin-race-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    const auto file = folder / "race.db";
    const std::string url = race_url(f, file);
    if (url.starts_with("sqlite")) f.store.backup(file);
    Desk office(url, f.clock);
    Desk desk(url, f.clock);
    Fixture& ground = f;
    std::uint64_t allowed = 0;
    const std::uint64_t count = rounds();
    const auto run = [&](std::string_view sql) { office.store.db().script(std::string(sql)); };
    const std::string token = "dcs_race";
    run(fmt::format("INSERT INTO credential (person_id, kind, handle, secret, counter, "
                    "activated_at, identified_by, used_at, retired_at, operation_id) VALUES ({}, "
                    "'eid', '', '', 0, '2026-11-23T10:00:00Z', 'itself', '', '', 1)",
                    f.manager.id.value()));
    run(fmt::format("INSERT INTO session (token_hash, person_id, credential_id, key_used, level, "
                    "organisation_id, started_at, proved_at, open_until, expires_at, ended_at, "
                    "operation_id) SELECT '{}', {}, max(c.id), 'eid', 500, (SELECT min(id) FROM "
                    "organisation), '2026-11-23T10:00:00Z', '2026-11-23T10:00:00Z', "
                    "'2026-11-23T20:00:00Z', '2026-11-23T20:00:00Z', '', 1 FROM credential c",
                    store::token_hash(token), f.manager.id.value()));
    for (std::uint64_t i = 0; i < count; ++i) {
        const bool session = i % 2 == 0;
        if (i % 20 == 19) f.next_worker(office.env);
        allowed += round_of(f, token, desk, [&] {
            if (session) {
                run("UPDATE session SET ended_at = '2026-11-23T10:00:00Z'");
            } else {
                Designation(office.env).dismiss({.role = AdministratorRole::manager,
                                                 .person = f.manager.id,
                                                 .org = f.org,
                                                 .domains = {},
                                                 .sites = {},
                                                 .on = {},
                                                 .force = true,
                                                 .reason = "race"});
            }
        });
        // As before: the office that was ended is put back, for the next round.
        run("UPDATE session SET ended_at = ''");
        run("UPDATE administrator SET ended_at = ''");
    }
    CHECK(allowed == 0);
    MESSAGE(count << " rounds on " << url.substr(0, url.find(':')));
    static_cast<void>(ground);
    std::filesystem::remove_all(folder);
}
