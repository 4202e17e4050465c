// SPDX-License-Identifier: Apache-2.0
#include "designation_fixture.h"

#include <algorithm>

using namespace dcadmin;
using namespace dcadmin::test;

TEST_CASE("a request for a chief waits, is recorded and told") {
    Bureau f;
    f.act(f.clerk);
    const auto written = f.designation.request(f.chief_request(f.boss.id));
    CHECK(written.changed);
    CHECK(written.item.state == "waiting");
    CHECK(written.item.requested_by == "Lucas Maes");
    CHECK(written.item.documents == Lines{"letter-1", "letter-2"});
    CHECK(f.last_entry() == "chief_request add 1 no eID");
    const auto notices = f.notices();
    CHECK(std::ranges::count(notices, "chief.request p-1 directie@poetshulp.be q-1") == 1);
    CHECK(std::ranges::count(notices, "chief.request p-2  q-1") == 1);
    const std::string before = f.trace();
    CHECK_FALSE(f.designation.request(f.chief_request(f.boss.id)).changed);
    NewChiefRequest other = f.chief_request(f.boss.id);
    other.reason = "lost";
    CHECK(refused([&] { f.designation.request(other); }) == "conflict person");
    CHECK(f.trace() == before);
    CHECK(f.offices().empty());
    f.check_whole();
}

TEST_CASE("a request needs a reason, a document and a person who may be chief") {
    Bureau f;
    NewChiefRequest request = f.chief_request(f.boss.id);
    request.reason = " ";
    CHECK(refused([&] { f.designation.request(request); }) == "usage reason");
    request = f.chief_request(f.boss.id);
    request.documents.clear();
    CHECK(refused([&] { f.designation.request(request); }) == "usage document");
    request.documents = {"a|b"};
    CHECK(refused([&] { f.designation.request(request); }) == "usage document");
    CHECK(refused([&] { f.designation.request(f.chief_request(f.helper.id)); }) == "rule person");
}

TEST_CASE("an operator's approval makes the chief, by exception") {
    Bureau f;
    f.designation.request(f.chief_request(f.clerk.id));
    const ChiefAnswer answer{.id = ChiefRequestId::from_stored(1), .reason = "card seen"};
    CHECK(said([&] { f.designation.approve(answer); }) ==
          "only an operator answers a request for a chief; leave --as out; it may stand in "
          "DCADMIN_AS or in the configuration");
    CHECK(refused([&] { f.designation.approve(answer); }) == "not_allowed as");
    f.act_locally();
    const auto written = f.designation.approve(answer);
    CHECK(written.item.state == "approved");
    CHECK(written.item.answer == "card seen");
    const auto chief = f.designation.chief(f.org);
    CHECK(chief.name == "Lucas Maes");
    CHECK(chief.by_exception);
    CHECK(chief.appointed_by.empty());
    CHECK(f.last_entry() == "chief_request approve 1 card seen");
    const auto notices = f.notices();
    CHECK(std::ranges::count(notices, "chief.approve p-2 directie@poetshulp.be a-1") == 1);
    CHECK(std::ranges::count(notices, "chief.approve p-1  a-1") == 1);
    CHECK_FALSE(f.designation.approve(answer).changed);
    CHECK(refused([&] {
              f.designation.refuse({.id = ChiefRequestId::from_stored(1), .reason = "no"});
          }) == "conflict id");
    f.check_whole();
}

TEST_CASE("an operator refuses with a reason, which is told") {
    Bureau f;
    f.designation.request(f.chief_request(f.clerk.id));
    f.act_locally();
    ChiefAnswer answer{.id = ChiefRequestId::from_stored(1), .reason = ""};
    CHECK(refused([&] { f.designation.refuse(answer); }) == "usage reason");
    answer.reason = "not signed";
    CHECK(f.designation.refuse(answer).changed);
    CHECK_FALSE(f.designation.refuse(answer).changed);
    CHECK(f.last_entry() == "chief_request refuse 1 not signed");
    const auto id = f.column("SELECT id FROM notice WHERE kind = 'chief.refuse' AND person_id = 2");
    const auto notice = Notices(f.env).get(NoticeId::from_stored(std::stoll(id.front())));
    CHECK(notice.body.find("Deze aanvraag werd geweigerd:\n\n- om u hoofdtoegangsbeheerder te "
                           "maken van Poetshulp") != std::string::npos);
    CHECK(notice.body.find(": not signed\n") != std::string::npos);
    CHECK(refused([&] {
              f.designation.refuse({.id = ChiefRequestId::from_stored(9), .reason = "no"});
          }) == "not_found id");
    CHECK(f.offices().empty());
    // The person may ask anew.
    CHECK(f.designation.request(f.chief_request(f.clerk.id)).changed);
    f.check_whole();
}
