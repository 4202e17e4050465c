// SPDX-License-Identifier: Apache-2.0
#include "outbox/texts.h"

#include "outbox/office_texts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace dcadmin::outbox {

namespace {

// "a right" or "3 rights".
std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return count == 1 ? fmt::format("a {}", one) : fmt::format("{} {}", count, many);
}

std::string rights(std::size_t count) {
    return counted(count, "right", "rights");
}

std::string relations(std::size_t count) {
    return counted(count, "working relation", "working relations");
}

std::string sentence(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    }
    return text;
}

std::string_view these(std::size_t count, std::string_view one, std::string_view many) {
    return count == 1 ? one : many;
}

std::string named(const ToldOrganisation& organisation) {
    return fmt::format("{} ({})", organisation.name, organisation.number.formatted());
}

std::string named(const ToldGrant& grant) {
    return fmt::format("{}, in the name of {}{}{}", grant.right, named(grant.organisation),
                       grant.context.empty() ? "" : ", ", grant.context);
}

std::string period(Date from, Date until) {
    return fmt::format("from {} to {}", from.formatted(), until.formatted());
}

std::string with_period(const std::vector<ToldGrant>& grants) {
    std::string lines;
    for (const ToldGrant& grant : grants) {
        lines += fmt::format("- {}, {}\n", named(grant), period(grant.from, grant.until));
    }
    return lines;
}

std::string with_end(const std::vector<ToldGrant>& grants, std::string_view end) {
    std::string lines;
    for (const ToldGrant& grant : grants) {
        lines += fmt::format("- {}, {} {}\n", named(grant), end, grant.until.formatted());
    }
    return lines;
}

std::string with_period(const std::vector<ToldRelation>& told) {
    std::string lines;
    for (const ToldRelation& relation : told) {
        lines += fmt::format("- {}, as {}, {}\n", named(relation.organisation), relation.category,
                             period(relation.from, relation.until));
    }
    return lines;
}

std::string with_end(const std::vector<ToldRelation>& told, std::string_view end) {
    std::string lines;
    for (const ToldRelation& relation : told) {
        lines += fmt::format("- {}, {} {}\n", named(relation.organisation), end,
                             relation.until.formatted());
    }
    return lines;
}

std::string granted(const Facts& facts) {
    return fmt::format("You were granted {}:\n\n{}",
                       these(facts.grants.size(), "this right", "these rights"),
                       with_period(facts.grants));
}

std::string grants_extended(const Facts& facts) {
    return fmt::format("You keep {} for longer:\n\n{}",
                       these(facts.grants.size(), "this right", "these rights"),
                       with_end(facts.grants, "now until"));
}

std::string revoked(const Facts& facts) {
    return fmt::format("{} taken from you:\n\n{}",
                       these(facts.grants.size(), "This right was", "These rights were"),
                       with_end(facts.grants, "last day"));
}

std::string related(const Facts& facts) {
    return fmt::format("You now have {} with:\n\n{}\nRights are granted under it separately.\n",
                       these(facts.relations.size(), "a working relation", "working relations"),
                       with_period(facts.relations));
}

std::string relations_extended(const Facts& facts) {
    return fmt::format("Your working {} longer:\n\n{}",
                       these(facts.relations.size(), "relation lasts", "relations last"),
                       with_end(facts.relations, "now until"));
}

std::string relations_ended(const Facts& facts) {
    std::string text = fmt::format("Your working {}:\n\n{}",
                                   these(facts.relations.size(), "relation ends", "relations end"),
                                   with_end(facts.relations, "last day"));
    if (!facts.grants.empty()) {
        text += fmt::format("\nWith it {}:\n\n{}",
                            these(facts.grants.size(), "ends this right", "end these rights"),
                            with_end(facts.grants, "last day"));
    }
    return text;
}

std::string left(const Facts& facts) {
    std::string text = facts.relations.empty() ? std::string() : relations_ended(facts);
    const std::string offices = offices_told(facts);
    if (!text.empty() && !offices.empty()) text += "\n";
    return text + offices;
}

std::string staff_told(const Facts& facts) {
    std::string text;
    for (const ToldStaff& one : facts.staff) {
        const std::string role =
            one.role == "operator" ? "operator (medewerker)" : "auditor (revisor)";
        text += one.ended ? fmt::format("- you are no longer {} of the issuing company\n", role)
                          : fmt::format("- you are {} of the issuing company, from {}\n", role,
                                        one.from.formatted());
    }
    return text;
}

std::string person_updated(const Facts&) {
    return "Your name, your language or the ways to reach you were changed.\n";
}

std::string relations_updated(const Facts& facts) {
    return "The ways to reach you were changed for your working relation with:\n\n" +
           with_period(facts.relations);
}

// "- t-5: Lucas Maes asks for right 'X', in the name of Net (0566.988.259): new desk"
std::string requests(const Facts& facts) {
    std::string lines;
    for (const ToldTask& task : facts.tasks) {
        lines += fmt::format("- {}: {} asks for {}, in the name of {}: {}\n", task.id, task.asker,
                             task.what, named(task.organisation), task.reason);
    }
    return fmt::format(
        "You administer access there, and {} for your answer:\n\n{}\nAnswer with "
        "dcadmin task accept ID, or dcadmin task refuse ID --reason TEXT.\n",
        these(facts.tasks.size(), "a request waits", "requests wait"), lines);
}

std::string answered(const std::vector<ToldTask>& told) {
    std::string lines;
    for (const ToldTask& task : told) {
        lines += fmt::format("- {}, in the name of {}{}{}\n", task.what, named(task.organisation),
                             task.answer.empty() ? "" : ": ", task.answer);
    }
    return lines;
}

std::string requests_accepted(const Facts& facts) {
    std::string text =
        fmt::format("You asked for this, and it was granted:\n\n{}", answered(facts.tasks));
    if (!facts.relations.empty()) {
        text += "\nYou now have this working relation:\n\n" + with_period(facts.relations);
    }
    if (!facts.grants.empty()) text += "\nYou now have:\n\n" + with_period(facts.grants);
    return text;
}

std::string requests_refused(const Facts& facts) {
    return fmt::format("You asked for this, and it was refused:\n\n{}", answered(facts.tasks));
}

std::string review_started(const Facts& facts) {
    std::string text = "You are asked to say of each of these grants whether it stays:\n\n";
    for (const ToldReview& review : facts.reviews) {
        text += fmt::format("- {} of {}, until {} (review {})\n",
                            counted(static_cast<std::size_t>(review.grants), "grant", "grants"),
                            named(review.organisation), review.due.formatted(), review.id);
    }
    return text;
}

// A kind without a text of its own still tells what it is about.
std::string changed(const Facts& facts) {
    return "Something was changed that concerns you:\n\n" + with_period(facts.relations) +
           with_period(facts.grants) + offices_told(facts);
}

std::string granted_subject(Counts counts) {
    return fmt::format("You were granted {}", rights(counts.grants));
}
std::string grants_extended_subject(Counts counts) {
    return fmt::format("You keep {} for longer", rights(counts.grants));
}
std::string revoked_subject(Counts counts) {
    return sentence(fmt::format("{} {} taken from you", rights(counts.grants),
                                these(counts.grants, "was", "were")));
}
std::string related_subject(Counts counts) {
    return fmt::format("You have {}",
                       counted(counts.relations, "new working relation", "new working relations"));
}
std::string relations_extended_subject(Counts counts) {
    return sentence(fmt::format("{} of yours {} longer", relations(counts.relations),
                                these(counts.relations, "lasts", "last")));
}
std::string relations_ended_subject(Counts counts) {
    return sentence(fmt::format("{} of yours {}", relations(counts.relations),
                                these(counts.relations, "ends", "end")));
}
std::string left_subject(Counts) {
    return "What you held for an organisation ends";
}
std::string staff_subject(Counts) {
    return "Your work for the issuing company was changed";
}
std::string person_updated_subject(Counts) {
    return "Your data were changed";
}
std::string relations_updated_subject(Counts counts) {
    return fmt::format("The ways to reach you for {} were changed", relations(counts.relations));
}
std::string requests_subject(Counts counts) {
    return sentence(
        fmt::format("{} for your answer", these(counts.tasks, "a request waits", "requests wait")));
}
std::string accepted_subject(Counts counts) {
    return fmt::format("Your {} granted", these(counts.tasks, "request was", "requests were"));
}
std::string refused_subject(Counts counts) {
    return fmt::format("Your {} refused", these(counts.tasks, "request was", "requests were"));
}
std::string review_started_subject(Counts) {
    return "You are asked to review grants";
}
std::string changed_subject(Counts) {
    return "Something was changed that concerns you";
}

struct Template {
    std::string_view kind;
    std::string (*subject)(Counts);
    std::string (*body)(const Facts&);
};

constexpr std::array templates{
    Template{"grant.add", granted_subject, granted},
    Template{"grant.extend", grants_extended_subject, grants_extended},
    Template{"grant.revoke", revoked_subject, revoked},
    Template{"relation.add", related_subject, related},
    Template{"relation.extend", relations_extended_subject, relations_extended},
    Template{"relation.end", relations_ended_subject, relations_ended},
    Template{"person.leave", left_subject, left},
    Template{"relation.update", relations_updated_subject, relations_updated},
    Template{"right.request", requests_subject, requests},
    Template{"relation.request", requests_subject, requests},
    Template{"task.accept", accepted_subject, requests_accepted},
    Template{"task.refuse", refused_subject, requests_refused},
    Template{"person.update", person_updated_subject, person_updated},
    Template{"staff.add", staff_subject, staff_told},
    Template{"staff.remove", staff_subject, staff_told},
    Template{"review.start", review_started_subject, review_started},
    Template{"chief.designate", chief_subject, offices_told},
    Template{"chief.end", chief_subject, offices_told},
    Template{"chief.request", chief_request_subject, offices_told},
    Template{"chief.approve", chief_subject, offices_told},
    Template{"chief.refuse", chief_refused_subject, offices_told},
    Template{"cochief.add", office_subject, offices_told},
    Template{"cochief.remove", office_subject, offices_told},
    Template{"manager.add", office_subject, offices_told},
    Template{"manager.remove", office_subject, offices_told},
};
constexpr Template any_other{"", changed_subject, changed};

const Template& template_of(std::string_view kind) {
    const auto* const found = std::find_if(templates.begin(), templates.end(),
                                           [&](const Template& one) { return one.kind == kind; });
    return found == templates.end() ? any_other : *found;
}

}  // namespace

std::string subject_of(std::string_view kind, Counts counts) {
    return template_of(kind).subject(counts);
}

std::string body_of(const Facts& facts) {
    const std::string more =
        facts.more == 0 ? std::string() : fmt::format("- and {} more\n", facts.more);
    if (facts.kind.ends_with(".request")) {
        return fmt::format("Dear {},\n\n{}{}\nThis was asked on {}.\n", facts.name,
                           template_of(facts.kind).body(facts), more, facts.at.formatted());
    }
    return fmt::format(
        "Dear {},\n\n{}{}\nThis was done on {}. If you did not expect it, ask the access "
        "administrator of your organisation.\n",
        facts.name, template_of(facts.kind).body(facts), more, facts.at.formatted());
}

}  // namespace dcadmin::outbox
