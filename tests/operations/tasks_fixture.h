// SPDX-License-Identifier: Apache-2.0
// The rights fixture, with persons to administer the organisation and to ask for something. Offices
// are put in the store by hand.
#pragma once

#include "rights_fixture.h"

#include <dcadmin/audit.h>
#include <dcadmin/outbox.h>
#include <dcadmin/tasks.h>

#include <fmt/format.h>

#include <string>
#include <vector>

namespace dcadmin::test {

using Lines = std::vector<std::string>;

struct TasksFixture : RightsFixture {
    Tasks tasks{env};
    Person anna = add_person(2, "Anna", "Peeters");
    Person marc = add_person(3, "Marc", "Claes");

    void hold_office(const Person& person, std::string_view role, std::string_view email,
                     std::string_view until = "9999-12-31") {
        run(fmt::format(
            "INSERT INTO administrator (organisation_id, person_id, role, domain_id, "
            "context_id, email, phone, valid_from, valid_until, ended_at, appointer_id, "
            "request_id, reason, operation_id) VALUES (1, {}, '{}', NULL, 0, '{}', "
            "'+3212345678', '2026-01-01', '{}', '', NULL, NULL, '', 1)",
            person.id.value(), role, email, until));
    }
    void act_as(const Person& person) { env.actor.claimed = person.id; }
    void act_as_operator() { env.actor.claimed.reset(); }

    [[nodiscard]] RightRequest wish() const {
        return {.person = lucas.id,
                .org = org,
                .right = plain,
                .contexts = {},
                .from = {},
                .until = {},
                .reason = "new desk"};
    }
    [[nodiscard]] RelationRequest wish_to_work() const {
        return {.person = marc.id,
                .org = org,
                .audience = {},
                .category = Category::permanent,
                .email = EmailAddress::parse("marc@example.be"),
                .phone = PhoneNumber::parse("+3212345679"),
                .from = {},
                .until = {},
                .reason = "begins on Monday"};
    }
    TaskId asked(const RightRequest& request) {
        return std::get<TaskId>(tasks.request_right(request).item.at(0).id);
    }
    Lines listed(const TaskFilter& filter = {}) {
        Lines lines;
        tasks.list(filter, [&](const Task& task) {
            lines.push_back(text_of(task.id) + " " + task.title);
            return true;
        });
        return lines;
    }
    Lines ending(std::string_view within, std::optional<Date> at = {}) {
        Lines lines;
        ExpiringFilter filter;
        filter.within = Term::parse(within);
        filter.at = at;
        tasks.expiring(filter, [&](const Expiring& one) {
            lines.push_back(fmt::format("{} {} {}", one.kind, one.id,
                                        one.days_left ? std::to_string(*one.days_left) : "-"));
            return true;
        });
        return lines;
    }
    std::string last_notice() {
        const auto id = column("SELECT max(id) FROM notice").front();
        const auto notice = Notices(env).get(NoticeId::from_stored(std::stoll(id)));
        return notice.subject + "\n" + notice.body;
    }
    // The log tells of all but the offices, which were put in the store behind the library's back.
    std::string sound() {
        run("DELETE FROM administrator");
        for (const auto& problem : problems()) return problem;
        for (const auto& found : Audit(env).verify({}).problems) return found.what;
        return "sound";
    }
};

}  // namespace dcadmin::test
