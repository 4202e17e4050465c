// SPDX-License-Identifier: Apache-2.0
// The words of notices, one set a language: sentences and parts of them with named gaps. They say
// nothing of their order; texts.cpp alone decides what a notice is made of. A set that lacks a
// phrase does not compile. The terms are the official ones of the sheets in each language.
#pragma once

#include <dcadmin/base/vocabulary.h>

#include <array>
#include <cstddef>
#include <string_view>

namespace dcadmin::outbox {

/// For one, and for {count} of them.
struct Many {
    std::string_view one;
    std::string_view many;
    [[nodiscard]] std::string_view of(std::size_t count) const { return count == 1 ? one : many; }
};

/// The subject of a notice, and what its text begins with.
struct Opening {
    Many subject;
    Many text;
};

struct OfficePhrases {
    std::string_view chief;    // hoofdtoegangsbeheerder
    std::string_view cochief;  // co-hoofdtoegangsbeheerder
    std::string_view manager;  // toegangsbeheerder
    std::string_view local;    // lokale beheerder
    std::string_view line;     // {title} {organisation}
    std::string_view other;    // {name} {title} {organisation}
    std::string_view domain;   // {domain}
    std::string_view from;     // {from}
    std::string_view begun;
    std::string_view ended;
    std::string_view others;
    std::string_view duty;
    std::string_view make_you;    // {organisation}
    std::string_view make_other;  // {name} {organisation}
    std::string_view waits;
    std::string_view refused;
    std::string_view chief_subject;
    std::string_view request_subject;
    std::string_view refused_subject;
    std::string_view office_subject;
};

struct StaffPhrases {
    std::string_view issuer;   // an operator
    std::string_view auditor;
    std::string_view line;     // {role} {from}
    std::string_view ended;    // {role}
};

struct Phrases {
    std::string_view dear;    // {name}
    std::string_view done;    // {at}
    std::string_view asked;   // {at}
    std::string_view more;    // {count}
    std::string_view digest;  // {count}, a subject
    // Lines.
    std::string_view grant;                      // {right} {organisation}
    std::string_view site;                       // {name} {number}
    std::string_view role;                       // {name}
    std::string_view period;                     // {from} {until}
    std::string_view now_until;                  // {until}
    std::string_view last_day;                   // {until}
    std::string_view relation;                   // {organisation} {category}
    std::array<std::string_view, 4> categories;  // in the order of all_categories
    // What was done.
    Opening granted;
    Opening grants_extended;
    Opening revoked;
    Opening related;
    std::string_view rights_separately;
    Opening relations_extended;
    Opening relations_ended;
    Many rights_end_with_it;
    std::string_view left_subject;
    Opening person_updated;
    Opening relations_updated;
    Opening changed;
    // What is asked.
    Opening requests;
    std::string_view how_to_answer;
    std::string_view request;         // {id} {asker} {what} {organisation} {reason}
    std::string_view asked_right;     // {right}
    std::string_view asked_relation;  // {category}
    std::string_view asked_at;        // {what} {contexts}
    std::string_view answered;        // {what} {organisation}
    Opening accepted;
    std::string_view now_related;
    std::string_view now_granted;
    Opening refused;
    Opening review;
    Many review_line;  // {count} {organisation} {due} {id}
    Opening staff;
    StaffPhrases staff_lines;
    OfficePhrases office;
};

extern const Phrases phrases_nl;
extern const Phrases phrases_fr;
extern const Phrases phrases_de;
extern const Phrases phrases_en;

[[nodiscard]] inline const Phrases& phrases_of(Language language) {
    switch (language) {
        case Language::nl: return phrases_nl;
        case Language::fr: return phrases_fr;
        case Language::de: return phrases_de;
        case Language::en: return phrases_en;
    }
    return phrases_nl;
}

}  // namespace dcadmin::outbox
