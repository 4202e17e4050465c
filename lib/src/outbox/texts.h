// SPDX-License-Identifier: Apache-2.0
// What notices say: from facts that were read beforehand to a letter, a subject and paragraphs with
// lists, in the language of who reads it. This one place decides what a letter is made of; its
// words are data, a set a language (phrases.h). No national number ever stands in one, for mail is
// read by others.
#pragma once

#include <dcadmin/base/clock.h>
#include <dcadmin/base/date.h>
#include <dcadmin/base/enterprise_number.h>
#include <dcadmin/base/vocabulary.h>

#include "outbox/letter.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::outbox {

struct ToldOrganisation {
    std::string name;
    EnterpriseNumber number;
};

/// What has a name in several languages; German readers get the French one.
struct Titles {
    std::string nl;
    std::string fr;
    std::string en;
    [[nodiscard]] const std::string& in(Language language) const;
};

/// A site or a role; its kind is empty when a right has none.
struct ToldContext {
    std::string kind;    // "site", "role"
    std::string name;    // "Aalst", "invoerder"
    std::string number;  // of a site
};

struct ToldGrant {
    Titles right;
    ToldOrganisation organisation;
    ToldContext context;
    Date from;
    Date until;  // the end that is told
};

struct ToldRelation {
    std::string category;
    ToldOrganisation organisation;
    Date from;
    Date until;
};

/// Grants that the person is asked to answer for.
struct ToldReview {
    ToldOrganisation organisation;
    std::int64_t grants;
    Date due;
    std::string id;  // "v-3"
};

/// An office that somebody came into, or left when it has a last day.
struct ToldOffice {
    bool own = true;   // of the person who is told; he may also be told of whom he appointed
    std::string name;  // of the person whose office it is
    std::string role;  // "chief", "cochief", "manager"
    ToldOrganisation organisation;
    Titles domain;     // its name; empty for all
    ToldContext site;  // empty for all
    Date from;
    std::optional<Date> last_day;
};

/// A place with the issuer that somebody came into, or left.
struct ToldStaff {
    std::string role;  // "operator"
    Date from;
    bool ended = false;
};

/// A request for a chief.
struct ToldRequest {
    bool own = true;
    std::string name;  // of who is to be chief
    ToldOrganisation organisation;
    std::string state;
    std::string answer;
};

/// A request, as those who answer it and who asked are told of it.
struct ToldTask {
    std::string id;     // "t-5"
    std::string asker;  // the name of the person who asks
    Titles right;       // empty when a working relation is asked for
    std::string category;
    std::string contexts;  // "980000611888, 980000159357"
    ToldOrganisation organisation;
    std::string reason;
    std::string answer;  // empty while it is open
};

/// What one notice tells of.
struct Facts {
    std::string kind;  // "grant.add"
    std::string name;  // of the person who is told
    Timestamp at = Timestamp::from_seconds(0);
    std::vector<ToldGrant> grants;
    std::vector<ToldRelation> relations;
    std::vector<ToldReview> reviews = {};
    std::vector<ToldOffice> offices = {};
    std::vector<ToldRequest> requests = {};
    std::vector<ToldTask> tasks = {};
    std::vector<ToldStaff> staff = {};
    std::size_t more = 0;  // that the text only counts
};

struct Counts {
    std::size_t grants = 0;
    std::size_t relations = 0;
    std::size_t tasks = 0;
};

/// Needs no more than the kind and how many it tells of, so that lists stay cheap.
[[nodiscard]] std::string subject_of(Language language, std::string_view kind, Counts counts);
[[nodiscard]] Letter letter_of(Language language, const Facts& facts, Counts counts);
/// Several notices to one person in one letter, each with its own subject as a heading.
[[nodiscard]] Letter digest_of(Language language, const std::vector<Facts>& all,
                               const std::vector<Counts>& counts);
/// Every kind that has a text of its own.
[[nodiscard]] std::vector<std::string_view> notice_kinds();

}  // namespace dcadmin::outbox
