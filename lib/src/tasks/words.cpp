// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>
#include <dcadmin/tasks.h>

#include <fmt/format.h>

#include <array>

namespace dcadmin {

namespace {

constexpr std::array all_kinds{TaskKind::requested_right, TaskKind::requested_relation,
                               TaskKind::expiring_right,  TaskKind::expiring_relation,
                               TaskKind::attestation,     TaskKind::orphan_organisation,
                               TaskKind::chief_changed};
constexpr std::array all_states{TaskState::open, TaskState::accepted, TaskState::refused,
                                TaskState::done};

template <class Words>
auto word_among(const Words& words, std::string_view given, std::string_view what) {
    const std::string wanted = text::ascii_lower(text::trimmed(given));
    std::string names;
    for (const auto word : words) {
        if (wanted == name_of(word)) return word;
        names += fmt::format("{}{}", names.empty() ? "" : ", ", name_of(word));
    }
    throw Error(Kind::usage, say("{} is not {}", text::quoted(given), what),
                say("one of: {}", names));
}

}  // namespace

std::string_view name_of(TaskKind kind) {
    switch (kind) {
        case TaskKind::requested_right: return "requested-right";
        case TaskKind::requested_relation: return "requested-relation";
        case TaskKind::expiring_right: return "expiring-right";
        case TaskKind::expiring_relation: return "expiring-relation";
        case TaskKind::attestation: return "attestation";
        case TaskKind::orphan_organisation: return "orphan-organisation";
        case TaskKind::chief_changed: return "chief-changed";
    }
    return "";
}

TaskKind parse_task_kind(std::string_view text) {
    return word_among(all_kinds, text, to_say("a kind of task"));
}

std::string_view name_of(TaskState state) {
    switch (state) {
        case TaskState::open: return "open";
        case TaskState::accepted: return "accepted";
        case TaskState::refused: return "refused";
        case TaskState::done: return "done";
    }
    return "";
}

TaskState parse_task_state(std::string_view text) {
    return word_among(all_states, text, to_say("a state of a task"));
}

TaskRef parse_task(std::string_view given) {
    const std::string_view text = text::trimmed(given);
    const char letter = text.size() > 1 && text[1] == '-' ? text[0] : ' ';
    switch (letter) {
        case 'g':
        case 'G': return GrantId::from_stored(parse_id(text, 'g', "grant"));
        case 'r':
        case 'R': return RelationId::from_stored(parse_id(text, 'r', "working relation"));
        case 't':
        case 'T': return TaskId::from_stored(parse_id(text, 't', "task"));
        default: break;
    }
    if (!text.empty() && text[0] >= '0' && text[0] <= '9') return EnterpriseNumber::parse(text);
    throw Error(Kind::usage, say("{} is not the id of a task", text::quoted(text)),
                "such an id looks like t-12, g-12, r-12 or an enterprise number");
}

std::string text_of(const TaskRef& task) {
    if (const auto* id = std::get_if<TaskId>(&task)) return id->text();
    if (const auto* id = std::get_if<GrantId>(&task)) return id->text();
    if (const auto* id = std::get_if<RelationId>(&task)) return id->text();
    return std::get<EnterpriseNumber>(task).digits();
}

}  // namespace dcadmin
