// SPDX-License-Identifier: Apache-2.0
// Two legal representatives who designate a chief of one organisation at the same time, each on a
// connection of his own: in a file, and on a server when the program runs for that.
#include "designation_fixture.h"
#include "store/db.h"

#include <cstdlib>
#include <filesystem>
#include <functional>
#include <optional>
#include <thread>

using namespace dcadmin;
using namespace dcadmin::test;

namespace {

// The store that both write to, with the organisation and its two representatives.
struct Place {
    FixedClock clock{Timestamp::parse("2026-11-23T10:00:00Z")};
    std::filesystem::path folder;
    StorePlace server;
    std::string url;

    Place() {
        if (on_postgres()) {
            url = server.new_store(clock).url();
            return;
        }
        std::string name = (std::filesystem::temp_directory_path() / "dcadmin-chiefs.XXXXXX");
        folder = mkdtemp(name.data());
        url = "sqlite:" + (folder / "two.db").string();
        static_cast<void>(Store::init(url, clock));
    }
    ~Place() {
        std::error_code ignored;
        if (!folder.empty()) std::filesystem::remove_all(folder, ignored);
    }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
};

std::optional<Kind> designated(const Place& place, std::uint64_t who, EnterpriseNumber org,
                               std::string_view phone) {
    try {
        Store store = Store::open({place.url}, StoreAccess::write);
        const Env env{store, place.clock, {"colleague", PersonRef(person_number(who))}, "test"};
        Designation(env).designate({.org = org,
                                    .self = true,
                                    .person = {},
                                    .email = EmailAddress::parse("directie@poetshulp.be"),
                                    .phone = PhoneNumber::parse(phone),
                                    .from = {},
                                    .confirm = org,
                                    .reason = {}});
    } catch (const Error& error) {
        return error.kind();
    }
    return std::nullopt;
}

EnterpriseNumber prepared(const Place& place) {
    Store store = Store::open({place.url}, StoreAccess::write);
    const Env env{store, place.clock, {"tester", {}}, "test"};
    const auto org = org_number(1);
    Organisations(env).add(
        {.number = org, .name = "Poetshulp", .parent = {}, .language = Language::nl});
    for (const std::uint64_t n : {1U, 2U}) {
        Persons(env).add(new_person(n));
        store.db()
            .prepare(fmt::format("INSERT INTO register_function (enterprise, person, function, "
                                 "represents, valid_from, valid_until) VALUES ({}, {}, "
                                 "'zaakvoerder', 1, '2020-01-01', '9999-12-31')",
                                 org.value(), person_number(n).value()))
            ->run({});
    }
    return org;
}

}  // namespace

TEST_CASE("two designations at the same time leave one chief, and both in the history") {
    for (int round = 0; round < 4; ++round) {
        const Place place;
        const auto org = prepared(place);
        std::optional<Kind> first;
        std::optional<Kind> second;
        {
            std::thread one([&] { first = designated(place, 1, org, "+3212345678"); });
            std::thread two([&] { second = designated(place, 2, org, "+3212345679"); });
            one.join();
            two.join();
        }
        CHECK_FALSE(first);
        CHECK_FALSE(second);
        Store store = Store::open({place.url}, StoreAccess::write);
        const Env env{store, place.clock, {"tester", {}}, "test"};
        int active = 0;
        int all = 0;
        Designation(env).list({.org = org, .role = AdministratorRole::chief},
                              [&](const Administrator& chief) {
                                  ++all;
                                  if (chief.state == OfficeState::active) ++active;
                                  return true;
                              });
        CHECK(active == 1);
        CHECK(all == 2);
        CHECK(Audit(env).verify().problem_count == 0);
        CHECK(store.check(place.clock).empty());
    }
}
