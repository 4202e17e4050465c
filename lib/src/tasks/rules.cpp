// SPDX-License-Identifier: Apache-2.0
#include "tasks/rules.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>

#include <fmt/format.h>

namespace dcadmin::tasks {

namespace {

bool is_request(TaskKind kind) {
    return kind == TaskKind::requested_right || kind == TaskKind::requested_relation;
}

// "t-5 --reason …" stays for the caller to fill in.
std::string command(std::string_view verb, const TaskRef& task) {
    return fmt::format("dcadmin task {} {}", verb, text_of(task));
}

std::string right_words(const Task& task, std::string_view title) {
    std::string words = fmt::format("'{}'", title);
    if (!task.contexts.empty()) words += say(" at {}", fmt::join(task.contexts, ", "));
    return words;
}

}  // namespace

TaskState state_after(Verb verb) {
    switch (verb) {
        case Verb::accept: return TaskState::accepted;
        case Verb::refuse: return TaskState::refused;
        case Verb::done: return TaskState::done;
    }
    return TaskState::done;
}

std::string clean_reason(std::string_view reason) {
    if (reason.empty()) return {};
    try {
        return text::clean(reason, "reason");
    } catch (const Error& error) {
        throw error.about("reason");
    }
}

std::string required_reason(std::string_view reason, std::string_view missing) {
    std::string kept = clean_reason(reason);
    if (!kept.empty()) return kept;
    throw Error(Kind::usage, std::string(missing), "give it with --reason", "reason");
}

std::optional<Error> kind_problem(TaskKind kind, const TaskRef& task, Verb verb) {
    if (is_request(kind) != (verb == Verb::done)) return std::nullopt;
    if (verb == Verb::done) {
        return Error(Kind::rule, say("{} is a request: it is accepted or refused", text_of(task)),
                     say("{}, or {} --reason …", command("accept", task), command("refuse", task)),
                     "id");
    }
    std::string hint = command("done", task);
    if (kind == TaskKind::expiring_right) {
        hint = say("to keep it: dcadmin grant extend …; to let it end: {}", hint);
    } else if (kind == TaskKind::expiring_relation) {
        hint = say("to keep it: dcadmin relation extend …; to let it end: {}", hint);
    } else {
        hint = say("when it was dealt with: {}", hint);
    }
    return Error(Kind::rule,
                 say("{} ({}) asks for nothing that could be {}", text_of(task), name_of(kind),
                     name_of(state_after(verb))),
                 std::move(hint), "id");
}

std::optional<Error> closed_problem(TaskState is, const TaskRef& task, Verb verb) {
    if (is == TaskState::open || is == state_after(verb)) return std::nullopt;
    return Error(Kind::conflict, say("{} is {} already", text_of(task), name_of(is)),
                 say("look at it: {}", command("show", task)), "id");
}

std::optional<Error> until_problem(const TaskAnswer& answer, Verb verb) {
    if (!answer.until || verb == Verb::accept) return std::nullopt;
    return Error(Kind::usage, "only what is accepted has an end", "leave --until out", "until");
}

std::optional<Error> difference(const StoredTask& there, const StoredTask& asked) {
    std::string_view what;
    std::string_view field;
    if (there.category != asked.category) {
        what = to_say("another category"), field = "category";
    } else if (there.from != asked.from) {
        what = to_say("another begin"), field = "from";
    } else if (there.until != asked.until) {
        what = to_say("another end"), field = "until";
    } else if (there.email != asked.email) {
        what = to_say("another e-mail address"), field = "email";
    } else if (there.phone != asked.phone) {
        what = to_say("another telephone number"), field = "phone";
    } else {
        return std::nullopt;
    }
    const std::string id = TaskId::from_stored(there.id).text();
    return Error(Kind::conflict, say("{} asks for it already, with {}", id, what),
                 say("wait for its answer: dcadmin task show {}", id), std::string(field));
}

Error unknown_task(const TaskRef& task) {
    if (std::holds_alternative<TaskId>(task)) {
        return {Kind::not_found, say("no task {} in the store", text_of(task)),
                "see which there are: dcadmin task list", "id"};
    }
    return {Kind::not_found, say("nothing waits to be done about {}", text_of(task)),
            "see what does: dcadmin task list", "id"};
}

Error nobody_asks() {
    return {Kind::usage, "who asks is not said",
            "name him with --person, or act as him with --as INSZ", "person"};
}

Error no_administrator(EnterpriseNumber org) {
    return {Kind::rule,
            say("organisation {} has no administrator with an e-mail address, so nobody "
                "would see the request",
                org.formatted()),
            say("its chief access administrator must be designated first: dcadmin chief "
                "designate --org {}",
                org.digits()),
            "org"};
}

Error no_relation(PersonId person, EnterpriseNumber org) {
    return {Kind::rule,
            say("{} has no working relation (werkrelatie) with {}", person.text(), org.formatted()),
            say("ask for one first: dcadmin relation request --person {} --org {} "
                "--category … --email … --phone … --reason …",
                person.text(), org.digits()),
            "person"};
}

Error not_administrator(PersonId person, EnterpriseNumber org) {
    return {Kind::not_allowed,
            say("{} does not administer organisation {}", person.text(), org.formatted()),
            "ask its chief access administrator, a co-chief or a manager", "as"};
}

std::string title_of(const Task& task, std::string_view right_title) {
    switch (task.kind) {
        case TaskKind::requested_right: return say("asks for {}", right_words(task, right_title));
        case TaskKind::requested_relation:
            return say("asks for a working relation as {}", task.category);
        case TaskKind::expiring_right:
            return task.due
                       ? say("{} ends on {}", right_words(task, right_title), task.due->formatted())
                       : say("{} ends", right_words(task, right_title));
        case TaskKind::expiring_relation:
            return task.due ? say("working relation as {} ends on {}", task.category,
                                  task.due->formatted())
                            : say("working relation as {} ends", task.category);
        case TaskKind::attestation:
            return say("rights are reviewed ({}): say which are still needed", task.subject);
        case TaskKind::orphan_organisation:
            return task.due ? say("nobody administers it since {}", task.due->formatted())
                            : say("nobody administers it");
        case TaskKind::chief_changed:
            return say("the chief access administrator changed: look at the other administrators");
    }
    return {};
}

}  // namespace dcadmin::tasks
