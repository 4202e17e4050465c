// SPDX-License-Identifier: Apache-2.0
// What notices say: one function a kind, from facts that were read beforehand to a subject and a
// body in plain sentences. No national number ever stands in one, for mail is read by others.
// Another language is another set of these functions over the same facts.
#pragma once

#include <dcadmin/base/clock.h>
#include <dcadmin/base/date.h>
#include <dcadmin/base/enterprise_number.h>

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

struct ToldGrant {
    std::string right;  // its title
    ToldOrganisation organisation;
    std::string context;  // "site Aalst (980000611888)"; empty when the right has none
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
    std::string domain;  // its name; empty for all
    std::string site;    // "Aalst (980000611888)"; empty for all
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
    std::string what;   // "right 'X' at 980000611888"
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
[[nodiscard]] std::string subject_of(std::string_view kind, Counts counts);
[[nodiscard]] std::string body_of(const Facts& facts);

}  // namespace dcadmin::outbox
