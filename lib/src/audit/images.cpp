// SPDX-License-Identifier: Apache-2.0
#include "audit/images.h"

#include "audit/image_text.h"
#include "audit/keyed.h"

#include <fmt/format.h>
#include <sodium.h>

#include <array>
#include <iterator>

namespace dcadmin::audit {

namespace {

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) {
        if (!text.empty()) text.push_back('|');
        text.append(word);
    }
    return text;
}

}  // namespace

std::string new_key() {
    std::array<unsigned char, crypto_auth_KEYBYTES> key{};
    randombytes_buf(key.data(), key.size());
    std::array<char, sodium_base64_ENCODED_LEN(crypto_auth_KEYBYTES, image_base64)> text{};
    sodium_bin2base64(text.data(), text.size(), key.data(), key.size(), image_base64);
    return text.data();
}

std::string image_of(const PersonFields& person) {
    const fmt::format_int number(person.number);
    const Keyed keyed(person.key);
    std::string out;
    keyed.add(out, "number", {number.data(), number.size()});
    keyed.add(out, "first_name", person.first_name);
    keyed.add(out, "last_name", person.last_name);
    keyed.add(out, "email", person.email);
    keyed.add(out, "phone", person.phone);
    add(out, "language", person.language);
    add(out, "source", person.source);
    return out;
}

std::string image_of(const OrganisationFields& organisation) {
    std::string out;
    add(out, "number", organisation.number);
    add(out, "name", organisation.name);
    add(out, "parent", organisation.parent_id);
    add(out, "language", organisation.language);
    return out;
}

std::string image_of(const SiteFields& site) {
    std::string out;
    add(out, "organisation", site.organisation_id);
    add(out, "number", site.number);
    add(out, "name", site.name);
    return out;
}

std::string image_of(const RightFields& right) {
    std::string out;
    add(out, "code", right.code);
    add(out, "title_nl", right.title_nl);
    add(out, "title_fr", right.title_fr);
    add(out, "title_en", right.title_en);
    add(out, "context", right.context);
    add(out, "max_term", right.max_term);
    add(out, "default_term", right.default_term);
    add(out, "min_level", right.min_level);
    add(out, "audiences", joined(right.audiences));
    add(out, "roles", joined(right.roles));
    if (right.domain != usual_domain) add(out, "domain", right.domain);
    return out;
}

std::string image_of(const RoleFields& role) {
    std::string out;
    add(out, "right", role.right_id);
    add(out, "code", role.code);
    return out;
}

std::string image_of(const RelationFields& relation) {
    const Keyed keyed(relation.key);
    std::string out;
    add(out, "person", relation.person_id);
    add(out, "organisation", relation.organisation_id);
    add(out, "audience", relation.audience);
    add(out, "category", relation.category);
    keyed.add(out, "email", relation.email);
    keyed.add(out, "phone", relation.phone);
    add(out, "from", relation.valid_from);
    add(out, "until", relation.valid_until);
    add(out, "ended_at", relation.ended_at);
    add(out, "reason", relation.reason);
    return out;
}

void write_image(const GrantFields& grant, std::string& out) {
    out.clear();
    add(out, "relation", grant.relation_id);
    add(out, "right", grant.right_id);
    add(out, "context", grant.context_id);
    add(out, "from", grant.valid_from);
    add(out, "until", grant.first_until);
    add(out, "reason", grant.reason);
}

std::string image_of(const TaskFields& task) {
    const Keyed keyed(task.key);
    std::string out;
    add(out, "organisation", task.organisation_id);
    add(out, "kind", task.kind);
    add(out, "state", task.state);
    add(out, "person", task.person_id);
    add(out, "subject", task.subject);
    add(out, "due", task.due);
    add(out, "right", task.right_id);
    add(out, "contexts", task.contexts);
    add(out, "audience", task.audience);
    add(out, "category", task.category);
    keyed.add(out, "email", task.email);
    keyed.add(out, "phone", task.phone);
    add(out, "from", task.valid_from);
    add(out, "until", task.valid_until);
    add(out, "reason", task.reason);
    add(out, "answer", task.answer);
    return out;
}

std::string image_of(const AdministratorFields& office) {
    const Keyed keyed(office.key);
    std::string out;
    add(out, "organisation", office.organisation_id);
    add(out, "person", office.person_id);
    add(out, "role", office.role);
    add(out, "domain", office.domain_id);
    add(out, "context", office.context_id);
    keyed.add(out, "email", office.email);
    keyed.add(out, "phone", office.phone);
    add(out, "from", office.valid_from);
    add(out, "until", office.valid_until);
    add(out, "ended_at", office.ended_at);
    add(out, "appointer", office.appointer_id);
    add(out, "request", office.request_id);
    add(out, "reason", office.reason);
    return out;
}

std::string image_of(const ChiefRequestFields& request) {
    const Keyed keyed(request.key);
    std::string out;
    add(out, "organisation", request.organisation_id);
    add(out, "person", request.person_id);
    add(out, "requester", request.requester_id);
    keyed.add(out, "email", request.email);
    keyed.add(out, "phone", request.phone);
    add(out, "reason", request.reason);
    add(out, "documents", request.documents);
    add(out, "state", request.state);
    add(out, "answer", request.answer);
    return out;
}

std::string image_of(const DomainFields& domain) {
    std::string out;
    add(out, "code", domain.code);
    add(out, "name_nl", domain.name_nl);
    add(out, "name_fr", domain.name_fr);
    add(out, "name_en", domain.name_en);
    add(out, "from", domain.valid_from);
    add(out, "until", domain.valid_until);
    add(out, "source", domain.source);
    return out;
}

std::string activation_image(std::int64_t organisation_id, std::string_view at) {
    std::string out;
    add(out, "organisation", organisation_id);
    add(out, "at", at);
    return out;
}

std::string image_of(const NewsFields& news) {
    std::string out;
    add(out, "title", news.title);
    add(out, "body", news.body);
    add(out, "audience", news.audience);
    add(out, "from", news.valid_from);
    add(out, "until", news.valid_until);
    return out;
}

std::string image_of(const CredentialFields& credential) {
    std::string out;
    add(out, "person", credential.person_id);
    add(out, "kind", credential.kind);
    add(out, "activated_at", credential.activated_at);
    add(out, "identified_by", credential.identified_by);
    add(out, "retired_at", credential.retired_at);
    return out;
}

std::string image_of(const StaffFields& staff) {
    std::string out;
    add(out, "person", staff.person_id);
    add(out, "role", staff.role);
    add(out, "valid_from", staff.valid_from);
    add(out, "valid_until", staff.valid_until);
    add(out, "ended_at", staff.ended_at);
    add(out, "reason", staff.reason);
    return out;
}

std::string image_of(const AccountFields& account) {
    std::string out;
    add(out, "name", account.name);
    add(out, "operations", account.operations);
    add(out, "organisations", fmt::format("{}", fmt::join(account.organisation_ids, " ")));
    add(out, "valid_until", account.valid_until);
    add(out, "retired_at", account.retired_at);
    add(out, "reason", account.reason);
    return out;
}

std::string image_of(const PolicyFields& policy) {
    std::string out;
    add(out, "name", policy.name);
    add(out, "value", policy.value);
    return out;
}

std::string image_of(const ReviewFields& review) {
    std::string out;
    add(out, "organisation", review.organisation_id);
    add(out, "state", review.state);
    add(out, "due", review.due);
    add(out, "right", review.right_id);
    add(out, "sites", review.sites);
    add(out, "reason", review.reason);
    add(out, "closed_at", review.closed_at);
    add(out, "answer", review.answer);
    add(out, "unanswered", review.unanswered);
    add(out, "items", review.items);
    return out;
}

void ReviewItems::add(std::int64_t id, std::int64_t grant_id, std::int64_t reviewer_id) {
    scratch_.assign(digest_.begin(), digest_.end());
    fmt::format_to(std::back_inserter(scratch_), "{} {} {}", id, grant_id, reviewer_id);
    digest_ = digest_of(scratch_);
    ++count_;
}

std::string ReviewItems::text() const {
    return fmt::format("{} items, digest {}", count_, text_of(digest_));
}

std::string image_of(const ReviewItemFields& item) {
    std::string out;
    add(out, "review", item.review_id);
    add(out, "grant", item.grant_id);
    add(out, "reviewer", item.reviewer_id);
    add(out, "decision", item.decision);
    add(out, "until", item.until);
    add(out, "reason", item.reason);
    return out;
}

std::string image_of(const ApplicationFields& application) {
    std::string out;
    add(out, "code", application.code);
    add(out, "name", application.name);
    add(out, "right", application.right_id);
    add(out, "min_level", application.min_level);
    add(out, "claim", application.claim);
    add(out, "client", application.client_id);
    add(out, "national_number", application.national_number);
    return out;
}

std::string image_of(const SigningKeyFields& key) {
    std::string out;
    add(out, "kid", key.kid);
    add(out, "algorithm", key.algorithm);
    add(out, "jwk", key.jwk);
    add(out, "retired_at", key.retired_at);
    return out;
}

std::string grant_state_image(std::string_view valid_until, std::string_view revoked_at) {
    std::string out;
    add(out, "until", valid_until);
    add(out, "revoked_at", revoked_at);
    return out;
}

}  // namespace dcadmin::audit
