// SPDX-License-Identifier: Apache-2.0
#include "outbox/texts.h"

#include "outbox/office_texts.h"
#include "outbox/phrases.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace dcadmin::outbox {

namespace {

using fmt::arg;
using fmt::runtime;
using Lines = std::vector<std::string>;

/// A letter that is being written, and what it is written from.
struct Draft {
    Letter& letter;
    const Phrases& words;
    const Facts& facts;

    void add(std::string_view text, Lines lines = {}) const {
        letter.blocks.push_back({.text = std::string(text), .lines = std::move(lines)});
    }
};

std::string_view category_in(const Phrases& words, const std::string& category) {
    for (std::size_t i = 0; i < all_categories.size(); ++i) {
        if (name_of(all_categories[i]) == category) return words.categories[i];
    }
    return category;
}

std::string line_of(const Draft& draft, const ToldGrant& grant) {
    std::string line =
        fmt::format(runtime(draft.words.grant), arg("right", grant.right.in(draft.letter.language)),
                    arg("organisation", named(grant.organisation)));
    if (!grant.context.kind.empty()) line += ", " + named(draft.words, grant.context);
    return line;
}

std::string line_of(const Draft& draft, const ToldRelation& relation) {
    return fmt::format(runtime(draft.words.relation),
                       arg("organisation", named(relation.organisation)),
                       arg("category", category_in(draft.words, relation.category)));
}

template <class Told>
Lines with_period(const Draft& draft, const std::vector<Told>& all) {
    Lines lines;
    for (const Told& told : all) {
        lines.push_back(line_of(draft, told) + ", " +
                        fmt::format(runtime(draft.words.period), arg("from", told.from.formatted()),
                                    arg("until", told.until.formatted())));
    }
    return lines;
}

Lines with_end(const Draft& draft, const std::vector<ToldGrant>& all, std::string_view end) {
    Lines lines;
    for (const ToldGrant& told : all) {
        lines.push_back(line_of(draft, told) + ", " +
                        fmt::format(runtime(end), arg("until", told.until.formatted())));
    }
    return lines;
}

// Of a working relation that ends the organisation is enough.
Lines ends_of(const Draft& draft, std::string_view end) {
    Lines lines;
    for (const ToldRelation& told : draft.facts.relations) {
        lines.push_back(named(told.organisation) + ", " +
                        fmt::format(runtime(end), arg("until", told.until.formatted())));
    }
    return lines;
}

void granted(const Draft& d) {
    d.add(d.words.granted.text.of(d.facts.grants.size()), with_period(d, d.facts.grants));
}

void grants_extended(const Draft& d) {
    d.add(d.words.grants_extended.text.of(d.facts.grants.size()),
          with_end(d, d.facts.grants, d.words.now_until));
}

void revoked(const Draft& d) {
    d.add(d.words.revoked.text.of(d.facts.grants.size()),
          with_end(d, d.facts.grants, d.words.last_day));
}

void related(const Draft& d) {
    d.add(d.words.related.text.of(d.facts.relations.size()), with_period(d, d.facts.relations));
    d.add(d.words.rights_separately);
}

void relations_extended(const Draft& d) {
    d.add(d.words.relations_extended.text.of(d.facts.relations.size()),
          ends_of(d, d.words.now_until));
}

void relations_ended(const Draft& d) {
    d.add(d.words.relations_ended.text.of(d.facts.relations.size()), ends_of(d, d.words.last_day));
    if (d.facts.grants.empty()) return;
    d.add(d.words.rights_end_with_it.of(d.facts.grants.size()),
          with_end(d, d.facts.grants, d.words.last_day));
}

void offices(const Draft& d) {
    add_offices(d.letter, d.words, d.facts);
}

void left(const Draft& d) {
    if (!d.facts.relations.empty()) relations_ended(d);
    offices(d);
}

void person_updated(const Draft& d) {
    d.add(d.words.person_updated.text.one);
}

void relations_updated(const Draft& d) {
    d.add(d.words.relations_updated.text.of(d.facts.relations.size()),
          with_period(d, d.facts.relations));
}

std::string what_of(const Draft& d, const ToldTask& task) {
    const std::string& right = task.right.in(d.letter.language);
    const std::string what = right.empty()
                                 ? fmt::format(runtime(d.words.asked_relation),
                                               arg("category", category_in(d.words, task.category)))
                                 : fmt::format(runtime(d.words.asked_right), arg("right", right));
    if (task.contexts.empty()) return what;
    return fmt::format(runtime(d.words.asked_at), arg("what", what),
                       arg("contexts", task.contexts));
}

void requests(const Draft& d) {
    Lines lines;
    for (const ToldTask& task : d.facts.tasks) {
        lines.push_back(fmt::format(runtime(d.words.request), arg("id", task.id),
                                    arg("asker", task.asker), arg("what", what_of(d, task)),
                                    arg("organisation", named(task.organisation)),
                                    arg("reason", task.reason)));
    }
    d.add(d.words.requests.text.of(d.facts.tasks.size()), std::move(lines));
    d.add(d.words.how_to_answer);
}

Lines answered(const Draft& d) {
    Lines lines;
    for (const ToldTask& task : d.facts.tasks) {
        lines.push_back(fmt::format(runtime(d.words.answered), arg("what", what_of(d, task)),
                                    arg("organisation", named(task.organisation))) +
                        (task.answer.empty() ? "" : ": " + task.answer));
    }
    return lines;
}

void requests_accepted(const Draft& d) {
    d.add(d.words.accepted.text.of(d.facts.tasks.size()), answered(d));
    if (!d.facts.relations.empty()) {
        d.add(d.words.now_related, with_period(d, d.facts.relations));
    }
    if (!d.facts.grants.empty()) d.add(d.words.now_granted, with_period(d, d.facts.grants));
}

void requests_refused(const Draft& d) {
    d.add(d.words.refused.text.of(d.facts.tasks.size()), answered(d));
}

void staff_told(const Draft& d) {
    Lines lines;
    const StaffPhrases& own = d.words.staff_lines;
    for (const ToldStaff& one : d.facts.staff) {
        const std::string_view role = one.role == "operator" ? own.issuer : own.auditor;
        lines.push_back(fmt::format(runtime(one.ended ? own.ended : own.line), arg("role", role),
                                    arg("from", one.from.formatted())));
    }
    d.add(d.words.staff.text.one, std::move(lines));
}

void review_started(const Draft& d) {
    Lines lines;
    for (const ToldReview& review : d.facts.reviews) {
        const auto count = static_cast<std::size_t>(review.grants);
        lines.push_back(fmt::format(runtime(d.words.review_line.of(count)), arg("count", count),
                                    arg("organisation", named(review.organisation)),
                                    arg("due", review.due.formatted()), arg("id", review.id)));
    }
    d.add(d.words.review.text.one, std::move(lines));
}

// A kind without a text of its own still tells what it is about.
void changed(const Draft& d) {
    Lines lines = with_period(d, d.facts.relations);
    for (std::string& line : with_period(d, d.facts.grants)) lines.push_back(std::move(line));
    d.add(d.words.changed.text.one, std::move(lines));
    offices(d);
}

/// What a kind of notice is made of: its subject, what is counted in it, and its body.
struct Template {
    std::string_view kind;
    Many (*subject)(const Phrases&);
    std::size_t Counts::*counted;
    void (*body)(const Draft&);
};

template <Opening Phrases::*What>
Many opening(const Phrases& words) {
    return (words.*What).subject;
}

template <std::string_view OfficePhrases::*What>
Many office(const Phrases& words) {
    return {words.office.*What, words.office.*What};
}

Many left_subject(const Phrases& words) {
    return {words.left_subject, words.left_subject};
}

using P = Phrases;
using O = OfficePhrases;

constexpr std::array templates{
    Template{"grant.add", opening<&P::granted>, &Counts::grants, granted},
    Template{"grant.extend", opening<&P::grants_extended>, &Counts::grants, grants_extended},
    Template{"grant.revoke", opening<&P::revoked>, &Counts::grants, revoked},
    Template{"relation.add", opening<&P::related>, &Counts::relations, related},
    Template{"relation.extend", opening<&P::relations_extended>, &Counts::relations,
             relations_extended},
    Template{"relation.end", opening<&P::relations_ended>, &Counts::relations, relations_ended},
    Template{"relation.update", opening<&P::relations_updated>, &Counts::relations,
             relations_updated},
    Template{"relation.request", opening<&P::requests>, &Counts::tasks, requests},
    Template{"right.request", opening<&P::requests>, &Counts::tasks, requests},
    Template{"task.accept", opening<&P::accepted>, &Counts::tasks, requests_accepted},
    Template{"task.refuse", opening<&P::refused>, &Counts::tasks, requests_refused},
    Template{"person.leave", left_subject, nullptr, left},
    Template{"person.update", opening<&P::person_updated>, nullptr, person_updated},
    Template{"staff.add", opening<&P::staff>, nullptr, staff_told},
    Template{"staff.remove", opening<&P::staff>, nullptr, staff_told},
    Template{"review.start", opening<&P::review>, nullptr, review_started},
    Template{"chief.designate", office<&O::chief_subject>, nullptr, offices},
    Template{"chief.end", office<&O::chief_subject>, nullptr, offices},
    Template{"chief.request", office<&O::request_subject>, nullptr, offices},
    Template{"chief.approve", office<&O::chief_subject>, nullptr, offices},
    Template{"chief.refuse", office<&O::refused_subject>, nullptr, offices},
    Template{"cochief.add", office<&O::office_subject>, nullptr, offices},
    Template{"cochief.remove", office<&O::office_subject>, nullptr, offices},
    Template{"manager.add", office<&O::office_subject>, nullptr, offices},
    Template{"manager.remove", office<&O::office_subject>, nullptr, offices},
};
constexpr Template any_other{"", opening<&P::changed>, nullptr, changed};

const Template& template_of(std::string_view kind) {
    const auto* const found = std::find_if(templates.begin(), templates.end(),
                                           [&](const Template& one) { return one.kind == kind; });
    return found == templates.end() ? any_other : *found;
}

std::string_view closing(const Phrases& words, std::string_view kind) {
    return kind.ends_with(".request") ? words.asked : words.done;
}

void add_notice(Letter& letter, const Facts& facts) {
    const Phrases& words = phrases_of(letter.language);
    const std::size_t before = letter.blocks.size();
    template_of(facts.kind).body({letter, words, facts});
    if (facts.more > 0) {
        const std::string more = fmt::format(runtime(words.more), arg("count", facts.more));
        if (letter.blocks.size() == before) letter.blocks.push_back({});
        letter.blocks[before].lines.push_back(more);
    }
    letter.blocks.push_back({.text = fmt::format(runtime(closing(words, facts.kind)),
                                                 arg("at", facts.at.formatted()))});
}

}  // namespace

const std::string& Titles::in(Language language) const {
    const std::string* own = &nl;
    if (language == Language::fr || language == Language::de) own = &fr;
    if (language == Language::en) own = &en;
    return own->empty() ? nl : *own;
}

std::string subject_of(Language language, std::string_view kind, Counts counts) {
    const Template& one = template_of(kind);
    const std::size_t count = one.counted == nullptr ? 1 : counts.*one.counted;
    return fmt::format(runtime(one.subject(phrases_of(language)).of(count)), arg("count", count));
}

Letter letter_of(Language language, const Facts& facts, Counts counts) {
    Letter letter{.language = language, .subject = subject_of(language, facts.kind, counts)};
    const Phrases& words = phrases_of(language);
    letter.blocks.push_back({.text = fmt::format(runtime(words.dear), arg("name", facts.name))});
    add_notice(letter, facts);
    return letter;
}

Letter digest_of(Language language, const std::vector<Facts>& all,
                 const std::vector<Counts>& counts) {
    const Phrases& words = phrases_of(language);
    Letter letter{.language = language,
                  .subject = fmt::format(runtime(words.digest), arg("count", all.size()))};
    letter.blocks.push_back(
        {.text = fmt::format(runtime(words.dear), arg("name", all.front().name))});
    for (std::size_t i = 0; i < all.size(); ++i) {
        letter.blocks.push_back(
            {.text = subject_of(language, all[i].kind, counts[i]), .lines = {}, .heading = true});
        add_notice(letter, all[i]);
    }
    return letter;
}

std::vector<std::string_view> notice_kinds() {
    std::vector<std::string_view> kinds;
    for (const Template& one : templates) kinds.push_back(one.kind);
    return kinds;
}

}  // namespace dcadmin::outbox
