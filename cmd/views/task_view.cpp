// SPDX-License-Identifier: Apache-2.0
#include "views/task_view.h"

#include "views/cells.h"

namespace dcadmin::views {

using output::Shown;
using output::Value;

output::View<Task> task_view() {
    return {
        .names = {"task", "tasks"},
        .fields = {
            {{"id", "its id: t-… of a task, or what it is about"},
             [](const Task& x) -> Value { return text_of(x.id); }},
            {{"kind", "what kind of task it is"},
             [](const Task& x) -> Value { return name_of(x.kind); }},
            {{"org", "enterprise number"}, [](const Task& x) -> Value { return x.org; }},
            {{"org_name", "name of the organisation", Shown::detail},
             [](const Task& x) -> Value { return cell(x.org_name); }},
            {{"person", "public id of the person whom it is about"},
             [](const Task& x) -> Value { return x.person ? Value(x.person->text()) : Value(); }},
            {{"name", "of that person"}, [](const Task& x) -> Value { return cell(x.name); }},
            {{"subject", "public ids of what it is about, or of what came of it", Shown::detail},
             [](const Task& x) -> Value { return cell(x.subject); }},
            {{"title", "what it is about, in words"},
             [](const Task& x) -> Value { return cell(x.title); }},
            {{"due", "the day that it is about"},
             [](const Task& x) -> Value { return output::maybe(x.due); }},
            {{"state", "open, accepted, refused or done"},
             [](const Task& x) -> Value { return name_of(x.state); }},
            {{"asked_at", "when it was put on the list", Shown::detail},
             [](const Task& x) -> Value { return output::maybe(x.asked_at); }},
            {{"reason", "why it was asked", Shown::detail},
             [](const Task& x) -> Value { return cell(x.reason); }},
            {{"answer", "why it was answered so", Shown::detail},
             [](const Task& x) -> Value { return cell(x.answer); }},
            {{"right", "code of the right", Shown::detail},
             [](const Task& x) -> Value { return x.right ? Value(x.right->text()) : Value(); }},
            {{"site", "the sites or roles that the right is limited to", Shown::detail},
             [](const Task& x) -> Value {
                 return x.contexts.empty() ? Value() : Value(x.contexts);
             }},
            {{"audience", "target group of the working relation (doelgroep)", Shown::detail},
             [](const Task& x) -> Value { return cell(x.audience); }},
            {{"category", "category of the working relation", Shown::detail},
             [](const Task& x) -> Value { return cell(x.category); }},
            {{"email", "e-mail address of the working relation", Shown::detail},
             [](const Task& x) -> Value { return cell(x.email); }},
            {{"phone", "telephone number of the working relation", Shown::detail},
             [](const Task& x) -> Value { return cell(x.phone); }},
            {{"from", "first day, when one was asked for", Shown::detail},
             [](const Task& x) -> Value { return output::maybe(x.from); }},
            {{"until", "last day, when one was asked for", Shown::detail},
             [](const Task& x) -> Value { return output::maybe(x.until); }},
        }};
}

output::View<Count> count_view() {
    return {.names = {"count", "counts"},
            .fields = {{{"count", "how many there are"}, [](const Count& x) -> Value {
                            return static_cast<std::int64_t>(x.count);
                        }}}};
}

}  // namespace dcadmin::views
