// SPDX-License-Identifier: Apache-2.0
#include "bulk/spill_sort.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

using dcadmin::bulk::put_key;
using dcadmin::bulk::SpillSort;
using dcadmin::bulk::take_key;

namespace {

std::string key_of(std::uint64_t first, std::uint64_t second) {
    std::string key;
    put_key(key, first);
    put_key(key, second);
    key.resize(SpillSort::key_size, '\0');
    return key;
}

// Sorts `count` records through a buffer of `memory` bytes; the payload repeats the key's second
// part.
std::vector<std::string> sorted(std::size_t count, std::size_t memory) {
    std::mt19937_64 random(7);
    SpillSort sort("/tmp", memory);
    for (std::size_t i = 0; i < count; ++i) {
        sort.add(key_of(random() % 50, i), std::string(i % 90, 'x') + std::to_string(i));
    }
    sort.finish();
    std::vector<std::string> records;
    std::string_view key;
    std::string_view payload;
    while (sort.next(key, payload)) {
        CHECK(payload.ends_with(std::to_string(take_key(key, 8))));
        records.emplace_back(key);
    }
    return records;
}

}  // namespace

TEST_CASE("records come back in key order, from memory and from many runs alike") {
    const auto in_memory = sorted(5000, 16 * 1024 * 1024);
    const auto spilled = sorted(5000, 20 * 1024);
    CHECK(in_memory.size() == 5000);
    CHECK(std::is_sorted(in_memory.begin(), in_memory.end()));
    CHECK(in_memory == spilled);
}

TEST_CASE("a record larger than the buffer is sorted like any other") {
    SpillSort sort("/tmp", 1024);
    sort.add(key_of(2, 0), std::string(300'000, 'b'));
    sort.add(key_of(1, 0), std::string(500'000, 'a'));
    sort.add(key_of(3, 0), "c");
    sort.finish();
    std::string seen;
    std::string_view key;
    std::string_view payload;
    while (sort.next(key, payload)) seen += payload.substr(0, 1);
    CHECK(seen == "abc");
}

TEST_CASE("sorting nothing gives nothing") {
    SpillSort sort("/tmp", 1024);
    sort.finish();
    std::string_view key;
    std::string_view payload;
    CHECK_FALSE(sort.next(key, payload));
}

TEST_CASE("keys of numbers compare as the numbers do") {
    CHECK(key_of(1, 300) < key_of(2, 1));
    CHECK(key_of(255, 0) < key_of(256, 0));
    CHECK(take_key(key_of(123'456'789'012, 0), 0) == 123'456'789'012);
}
