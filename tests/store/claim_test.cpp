// SPDX-License-Identifier: Apache-2.0
// Due work of several processes: every notice is done by one of them.
#include <dcadmin/outbox.h>
#include <dcadmin/store.h>

#include "sample.h"
#include "scratch.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <mutex>
#include <thread>
#include <vector>

using namespace dcadmin;

TEST_CASE("eight workers that claim at once do every notice once") {
    const dcadmin::testing::Folder folder;
    const FixedClock clock{dcadmin::testing::test_moment()};
    const std::string url = folder.url("work.db");
    std::uint64_t all = 0;
    {
        Store store = Store::init(url, clock);
        dcadmin::testing::fill_sample(store);
        all = Store::status(url).notices_waiting;
    }
    std::mutex mutex;
    std::vector<std::int64_t> done;
    std::vector<std::thread> workers;
    for (int i = 0; i < 8; ++i) {
        workers.emplace_back([&] {
            Store store = Store::open(url, StoreAccess::write);
            const Env env{store, clock, {"tester", {}}, "test"};
            Notices notices(env);
            for (auto claimed = notices.claim(1); !claimed.ids.empty();
                 claimed = notices.claim(1)) {
                const std::lock_guard lock(mutex);
                done.push_back(claimed.ids.front().value());
            }
        });
    }
    for (auto& worker : workers) worker.join();
    std::sort(done.begin(), done.end());
    CHECK(done.size() == all);
    CHECK(std::adjacent_find(done.begin(), done.end()) == done.end());
}
