// SPDX-License-Identifier: Apache-2.0
// What the log says of a record: its image, `key=value` lines in a fixed order. The operations
// write images, and verifying rebuilds them from the records and compares. A person's own fields
// (name, number, e-mail, telephone) enter only as a keyed hash under that person's random key: the
// log proves what they were while the person is there, and erasing the key leaves every chain
// whole.
#pragma once

#include "audit/chain.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::audit {

/// A new random key for a person's fields, base64.
[[nodiscard]] std::string new_key();

struct PersonFields {
    std::string_view key;
    std::int64_t number;
    std::string_view first_name;
    std::string_view last_name;
    std::string_view email;
    std::string_view phone;
    std::string_view language;
    std::string_view source;
};
[[nodiscard]] std::string image_of(const PersonFields& person);

struct OrganisationFields {
    std::int64_t number;
    std::string_view name;
    std::int64_t parent_id;  // 0: none
    std::string_view language;
};
[[nodiscard]] std::string image_of(const OrganisationFields& organisation);

struct SiteFields {
    std::int64_t organisation_id;
    std::int64_t number;
    std::string_view name;
};
[[nodiscard]] std::string image_of(const SiteFields& site);

/// Rights had no domain once; the image of one that has this one is as it was then.
inline constexpr std::string_view usual_domain = "vlaamse-overheid";
struct RightFields {
    std::string_view code;
    std::string_view title_nl;
    std::string_view title_fr;
    std::string_view title_en;
    std::string_view context;
    std::string_view max_term;
    std::string_view default_term;
    std::int64_t min_level;
    std::vector<std::string> audiences;  // sorted
    std::vector<std::string> roles;      // sorted
    std::string_view domain = usual_domain;
};
[[nodiscard]] std::string image_of(const RightFields& right);

/// A role is a record of its own: grants refer to its id, which its right's image does not hold.
struct RoleFields {
    std::int64_t right_id;
    std::string_view code;
};
[[nodiscard]] std::string image_of(const RoleFields& role);

struct RelationFields {
    std::string_view key;  // the person's
    std::int64_t person_id;
    std::int64_t organisation_id;
    std::string_view audience;
    std::string_view category;
    std::string_view email;
    std::string_view phone;
    std::string_view valid_from;
    std::string_view valid_until;
    std::string_view ended_at;
    std::string_view reason;
};
[[nodiscard]] std::string image_of(const RelationFields& relation);

struct GrantFields {
    std::int64_t relation_id;
    std::int64_t right_id;
    std::int64_t context_id;
    std::string_view valid_from;
    std::string_view first_until;  // the end that was granted first
    std::string_view reason;
};
/// What was granted; rebuilt from the grant's row when verifying, so never stored.
void write_image(const GrantFields& grant, std::string& out);

struct TaskFields {
    std::string_view key;  // of the person whom it is about; empty when it is about nobody
    std::int64_t organisation_id;
    std::string_view kind;
    std::string_view state;
    std::int64_t person_id;  // 0: nobody
    std::string_view subject;
    std::string_view due;
    std::int64_t right_id;  // 0: none
    std::string_view contexts;
    std::string_view audience;
    std::string_view category;
    std::string_view email;
    std::string_view phone;
    std::string_view valid_from;
    std::string_view valid_until;
    std::string_view reason;
    std::string_view answer;
};
[[nodiscard]] std::string image_of(const TaskFields& task);

struct AdministratorFields {
    std::string_view key;  // the person's
    std::int64_t organisation_id;
    std::int64_t person_id;
    std::string_view role;
    std::int64_t domain_id;   // 0: all
    std::int64_t context_id;  // 0: all sites
    std::string_view email;
    std::string_view phone;
    std::string_view valid_from;
    std::string_view valid_until;
    std::string_view ended_at;
    std::int64_t appointer_id;  // 0: the local operator
    std::int64_t request_id;    // 0: by the standard procedure
    std::string_view reason;
};
[[nodiscard]] std::string image_of(const AdministratorFields& office);

struct ChiefRequestFields {
    std::string_view key;  // of the person who is to be chief
    std::int64_t organisation_id;
    std::int64_t person_id;
    std::int64_t requester_id;  // 0: the local operator
    std::string_view email;
    std::string_view phone;
    std::string_view reason;
    std::string_view documents;
    std::string_view state;
    std::string_view answer;
};
[[nodiscard]] std::string image_of(const ChiefRequestFields& request);

struct DomainFields {
    std::string_view code;
    std::string_view name_nl;
    std::string_view name_fr;
    std::string_view name_en;
    std::string_view valid_from;
    std::string_view valid_until;
    std::string_view source;
};
[[nodiscard]] std::string image_of(const DomainFields& domain);

/// Since when an organisation is activated.
[[nodiscard]] std::string activation_image(std::int64_t organisation_id, std::string_view at);

struct NewsFields {
    std::string_view title;
    std::string_view body;
    std::string_view audience;
    std::string_view valid_from;
    std::string_view valid_until;
};
[[nodiscard]] std::string image_of(const NewsFields& news);

struct PolicyFields {
    std::string_view name;
    std::string_view value;
};
[[nodiscard]] std::string image_of(const PolicyFields& policy);

/// Without what names the person at sign-in, and without its secret.
struct CredentialFields {
    std::int64_t person_id;
    std::string_view kind;
    std::string_view activated_at;
    std::string_view identified_by;
    std::string_view retired_at;
};
[[nodiscard]] std::string image_of(const CredentialFields& credential);

struct StaffFields {
    std::int64_t person_id;
    std::string_view role;
    std::string_view valid_from;
    std::string_view valid_until;
    std::string_view ended_at;
    std::string_view reason;
};
[[nodiscard]] std::string image_of(const StaffFields& staff);

struct AccountFields {
    std::string_view name;
    std::string_view operations;
    std::span<const std::int64_t> organisation_ids;
    std::string_view valid_until;
    std::string_view retired_at;
    std::string_view reason;
};
[[nodiscard]] std::string image_of(const AccountFields& account);

struct ReviewFields {
    std::int64_t organisation_id;
    std::string_view state;
    std::string_view due;
    std::int64_t right_id;  // 0: all
    std::string_view sites;
    std::string_view reason;
    std::string_view closed_at;
    std::string_view answer;
    std::string_view unanswered;
    std::string_view items;  // ReviewItems::text()
};
[[nodiscard]] std::string image_of(const ReviewFields& review);

/// What a review asks, and whom, as a digest: very many items enter its image as one line.
class ReviewItems {
   public:
    /// In the order of ids.
    void add(std::int64_t id, std::int64_t grant_id, std::int64_t reviewer_id);
    /// "12 items, digest …".
    [[nodiscard]] std::string text() const;

   private:
    std::uint64_t count_ = 0;
    Digest digest_{};  // of the one before and the item
    std::string scratch_;
};

/// An answer; an item is told of by itself once it has one.
struct ReviewItemFields {
    std::int64_t review_id;
    std::int64_t grant_id;
    std::int64_t reviewer_id;
    std::string_view decision;
    std::string_view until;
    std::string_view reason;
};
[[nodiscard]] std::string image_of(const ReviewItemFields& item);

struct ApplicationFields {
    std::string_view code;
    std::string_view name;
    std::int64_t right_id;
    std::int64_t min_level;
    std::string_view claim;
    std::string_view client_id;
    std::int64_t national_number;
};
[[nodiscard]] std::string image_of(const ApplicationFields& application);

struct SigningKeyFields {
    std::string_view kid;
    std::string_view algorithm;
    std::string_view jwk;
    std::string_view retired_at;
};
[[nodiscard]] std::string image_of(const SigningKeyFields& key);

/// What may change of a grant afterwards: its end and its revocation.
[[nodiscard]] std::string grant_state_image(std::string_view valid_until,
                                            std::string_view revoked_at);

}  // namespace dcadmin::audit
