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

/// What one notice tells of.
struct Facts {
    std::string kind;  // "grant.add"
    std::string name;  // of the person who is told
    Timestamp at = Timestamp::from_seconds(0);
    std::vector<ToldGrant> grants;
    std::vector<ToldRelation> relations;
    std::vector<ToldReview> reviews = {};
    std::size_t more = 0;  // that the text only counts
};

struct Counts {
    std::size_t grants = 0;
    std::size_t relations = 0;
};

/// Needs no more than the kind and how many it tells of, so that lists stay cheap.
[[nodiscard]] std::string subject_of(std::string_view kind, Counts counts);
[[nodiscard]] std::string body_of(const Facts& facts);

}  // namespace dcadmin::outbox
