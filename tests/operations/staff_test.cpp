// SPDX-License-Identifier: Apache-2.0
#include "support/bulk.h"
#include "support/signed_in.h"

#include <dcadmin/audit.h>
#include <dcadmin/outbox.h>
#include <dcadmin/policies.h>
#include <dcadmin/staff.h>

#include <doctest/doctest.h>

using namespace dcadmin;
using namespace dcadmin::test;

namespace {

struct StaffGround : Fixture {
    Staff staff{env};
    Person els = add_person(1, "Els", "Claes");
    Person bert = add_person(2, "Bert", "Smet");

    NewStaff place(const Person& person, StaffRole role = StaffRole::issuer) const {
        return {.person = person.id, .role = role, .from = {}, .until = {}, .reason = "letter"};
    }
    StaffEnd end(const Person& person, StaffRole role = StaffRole::issuer) const {
        return {.person = person.id, .role = role, .reason = "left"};
    }
    void want_sign_in() { Policies(env).set({"sign_in", "required", ""}); }
    void give_key(const Person& person) {
        static_cast<void>(open_session(*this, {.person = person.id.value()}));
    }
    std::string body() {
        return Notices(env).get(NoticeId::from_stored(
                                    std::stoll(column("SELECT max(id) FROM notice").front())))
            .body;
    }
    bool whole() { return problems().empty() && Audit(env).verify().problems.empty(); }
};

}  // namespace

TEST_CASE("somebody comes to work for the issuer, is told, and leaves") {
    StaffGround f;
    const auto made = f.staff.add(f.place(f.els));
    CHECK(made.changed);
    CHECK(made.item.id.text() == "f-1");
    CHECK(made.item.state == "active");
    CHECK(f.last_entry() == "staff add 1 letter");
    CHECK(f.body().find("u bent operator vanaf 23/11/2026") !=
          std::string::npos);
    CHECK_FALSE(f.staff.add(f.place(f.els)).changed);
    CHECK(f.staff.add(f.place(f.els, StaffRole::auditor)).changed);
    CHECK(f.staff.remove(f.end(f.els)).changed);
    CHECK(f.last_entry() == "staff end 1 left");
    CHECK(f.body().find("u bent geen operator meer") != std::string::npos);
    CHECK_FALSE(f.staff.remove(f.end(f.els)).changed);
    CHECK(f.staff.add(f.place(f.els)).changed);
    CHECK(f.whole());
}

TEST_CASE("periods with the issuer begin today or later and never overlap") {
    StaffGround f;
    NewStaff asked = f.place(f.els);
    asked.from = day("2026-11-22");
    CHECK(refused([&] { f.staff.add(asked); }) == "rule from");
    asked.from = day("2026-12-01");
    asked.until = day("2026-11-30");
    CHECK(refused([&] { f.staff.add(asked); }) == "rule until");
    asked.until = day("2028-02-29");
    CHECK(f.staff.add(asked).item.state == "future");
    CHECK_FALSE(f.staff.add(asked).changed);
    asked.until = day("2028-03-01");
    CHECK(refused([&] { f.staff.add(asked); }) == "conflict from");
    CHECK(refused([&] { f.staff.remove(f.end(f.bert)); }) == "not_found person");
    CHECK(refused([&] { f.staff.list({.state = "gone"}, [](auto&&) { return true; }); }) ==
          "usage state");
    CHECK(f.whole());
}

TEST_CASE("who ends the set-up of a store can come in again, and the last one stays") {
    StaffGround f;
    f.want_sign_in();
    CHECK(said([&] { f.staff.add(f.place(f.els)); })
              .find("dcadmin key activate --person p-1") != std::string::npos);
    CHECK(f.staff.add(f.place(f.els, StaffRole::auditor)).changed);  // reads, and changes nothing
    f.give_key(f.els);
    CHECK(f.staff.add(f.place(f.els)).changed);
    CHECK(refused([&] { f.staff.add(f.place(f.bert)); }) == "sign_in ");
    const ActingAs acting(f, open_session(f, {.person = f.els.id.value()}));
    CHECK(refused([&] { f.staff.remove(f.end(f.els)); }) == "rule person");
    CHECK(f.staff.add(f.place(f.bert)).changed);
    CHECK(refused([&] { f.staff.remove(f.end(f.els)); }) == "rule person");
    f.give_key(f.bert);
    CHECK(f.staff.remove(f.end(f.els)).changed);
    CHECK(refused([&] { f.staff.add(f.place(f.els)); }) == "not_allowed ");
}

TEST_CASE("everybody sees himself among the issuer's people, an operator all") {
    StaffGround f;
    f.staff.add(f.place(f.els));
    f.staff.add(f.place(f.bert, StaffRole::auditor));
    const auto count = [&] { return f.staff.list({}, [](auto&&) { return true; }); };
    CHECK(count() == 2);
    const Person jan = f.add_person(3, "Jan", "Maes");
    {
        const ActingAs acting(f, open_session(f, {.person = jan.id.value()}));
        CHECK(count() == 0);
    }
    const ActingAs acting(f, open_session(f, {.person = f.els.id.value()}));
    CHECK(count() == 2);
    CHECK(f.staff.list({.role = StaffRole::auditor, .state = "active"},
                       [](auto&&) { return true; }) == 1);
}
