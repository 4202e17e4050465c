// SPDX-License-Identifier: Apache-2.0
#include "views/relation_view.h"

#include "views/cells.h"

namespace dcadmin::views {

using output::Shown;
using output::Value;

output::View<Relation> relation_view() {
    return {
        .names = {"relation", "relations"},
        .fields = {
            {{"id", "public id"}, [](const Relation& x) -> Value { return x.id.text(); }},
            {{"person", "public id of the person"},
             [](const Relation& x) -> Value { return x.person.text(); }},
            {{"number", "the person's number; masked without --reveal", Shown::detail},
             [](const Relation& x) -> Value { return output::maybe(x.number); }},
            {{"name", "of the person"}, [](const Relation& x) -> Value { return cell(x.name); }},
            {{"org", "enterprise number"}, [](const Relation& x) -> Value { return x.org; }},
            {{"org_name", "name of the organisation", Shown::detail},
             [](const Relation& x) -> Value { return cell(x.org_name); }},
            {{"audience", "target group (doelgroep)"},
             [](const Relation& x) -> Value { return name_of(x.audience); }},
            {{"category", "category (categorie)"},
             [](const Relation& x) -> Value { return name_of(x.category); }},
            {{"email", "e-mail address for this relation", Shown::detail},
             [](const Relation& x) -> Value { return cell(x.email); }},
            {{"phone", "telephone number for this relation", Shown::detail},
             [](const Relation& x) -> Value { return cell(x.phone); }},
            {{"from", "first day"}, [](const Relation& x) -> Value { return x.period.first(); }},
            {{"until", "last day"}, [](const Relation& x) -> Value { return x.period.last(); }},
            {{"state", "active, future or ended, on the day asked for"},
             [](const Relation& x) -> Value { return name_of(x.state); }},
            {{"ended_at", "when it was ended at once", Shown::detail},
             [](const Relation& x) -> Value { return output::maybe(x.ended_at); }},
            {{"reason", "why it is there", Shown::detail},
             [](const Relation& x) -> Value { return cell(x.reason); }},
        }};
}

}  // namespace dcadmin::views
