// SPDX-License-Identifier: Apache-2.0
#include "tasks/rules.h"

#include <doctest/doctest.h>

namespace dcadmin {

namespace {

Task task_of(TaskKind kind) {
    return {.id = TaskId::from_stored(5),
            .kind = kind,
            .org = EnterpriseNumber::parse("0566988259"),
            .org_name = {},
            .person = {},
            .name = {},
            .subject = "v-3",
            .title = {},
            .due = Date::parse("2028-02-29"),
            .state = TaskState::open,
            .asked_at = {},
            .reason = {},
            .answer = {},
            .right = {},
            .contexts = {"980000611888", "980000159325"},
            .audience = "EA",
            .category = "vaste medewerker",
            .email = {},
            .phone = {},
            .from = {},
            .until = {}};
}

}  // namespace

TEST_CASE("a task is named by its id, or by the grant, relation or organisation it is about") {
    CHECK(text_of(parse_task(" t-5 ")) == "t-5");
    CHECK(text_of(parse_task("G-12")) == "g-12");
    CHECK(text_of(parse_task("r-3")) == "r-3");
    CHECK(text_of(parse_task("0566.988.259")) == "0566988259");
    for (const char* wrong : {"", "p-5", "t-", "t-05", "task", "0566988250"}) {
        CAPTURE(wrong);
        CHECK_THROWS_AS(static_cast<void>(parse_task(wrong)), Error);
    }
    CHECK(parse_task_kind("Requested-Right") == TaskKind::requested_right);
    CHECK(parse_task_state("refused") == TaskState::refused);
    CHECK_THROWS_AS(static_cast<void>(parse_task_kind("right")), Error);
    CHECK_THROWS_AS(static_cast<void>(parse_task_state("closed")), Error);
}

TEST_CASE("requests are accepted or refused, everything else is done") {
    using tasks::kind_problem;
    using tasks::Verb;
    const TaskRef id = TaskId::from_stored(5);
    for (const TaskKind kind : {TaskKind::requested_right, TaskKind::requested_relation}) {
        CHECK_FALSE(kind_problem(kind, id, Verb::accept));
        CHECK_FALSE(kind_problem(kind, id, Verb::refuse));
        CHECK(kind_problem(kind, id, Verb::done)->kind() == Kind::rule);
    }
    for (const TaskKind kind :
         {TaskKind::expiring_right, TaskKind::expiring_relation, TaskKind::attestation,
          TaskKind::orphan_organisation, TaskKind::chief_changed}) {
        CHECK(kind_problem(kind, id, Verb::accept)->kind() == Kind::rule);
        CHECK(kind_problem(kind, id, Verb::refuse)->kind() == Kind::rule);
        CHECK_FALSE(kind_problem(kind, id, Verb::done));
    }
    CHECK(kind_problem(TaskKind::expiring_right, id, Verb::accept)->hint() ==
          "to keep it: dcadmin grant extend …; to let it end: dcadmin task done t-5");
}

TEST_CASE("an answer is final: the same one is no problem, another one a conflict") {
    using tasks::closed_problem;
    using tasks::Verb;
    const TaskRef id = TaskId::from_stored(5);
    CHECK_FALSE(closed_problem(TaskState::open, id, Verb::accept));
    CHECK_FALSE(closed_problem(TaskState::accepted, id, Verb::accept));
    CHECK(closed_problem(TaskState::refused, id, Verb::accept)->kind() == Kind::conflict);
    CHECK(closed_problem(TaskState::accepted, id, Verb::refuse)->message() ==
          "t-5 is accepted already");
}

TEST_CASE("a task says in words what it is about") {
    using tasks::title_of;
    CHECK(title_of(task_of(TaskKind::requested_right), "Recht") ==
          "asks for 'Recht' at 980000611888, 980000159325");
    CHECK(title_of(task_of(TaskKind::requested_relation), "") ==
          "asks for a working relation as vaste medewerker");
    CHECK(title_of(task_of(TaskKind::expiring_relation), "") ==
          "working relation as vaste medewerker ends on 29/02/2028");
    CHECK(title_of(task_of(TaskKind::orphan_organisation), "") ==
          "nobody administers it since 29/02/2028");
    CHECK(title_of(task_of(TaskKind::attestation), "") ==
          "rights are reviewed (v-3): say which are still needed");
}

}  // namespace dcadmin
