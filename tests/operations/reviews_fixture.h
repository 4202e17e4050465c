// SPDX-License-Identifier: Apache-2.0
// The ground for tests of reviews: the company of the rights' tests, with Els as co-chief, Bert as
// manager of Aalst alone, and grants to Lucas and Käthe at both sites.
#pragma once

#include "operations/rights_fixture.h"

#include <dcadmin/audit.h>
#include <dcadmin/designation.h>
#include <dcadmin/reviews.h>

#include <string>
#include <vector>

namespace dcadmin::test {

struct ReviewsFixture : RightsFixture {
    Reviews reviews{env};
    Person els = worker(11, "Els", "Claes");
    Person bert = worker(12, "Bert", "Smet");
    Person kathe = worker(13, "Käthe", "D'hondt; Zoë");
    ReviewsFixture() {
        appoint(AdministratorRole::cochief, els, {});
        appoint(AdministratorRole::manager, bert, {aalst});
    }

    Person worker(std::uint64_t n, std::string first, std::string last) {
        Person person = add_person(n, std::move(first), std::move(last));
        add_relation(person.id, org);
        return person;
    }
    void appoint(AdministratorRole role, const Person& person, std::vector<SiteNumber> sites) {
        NewOffice office{.role = role,
                         .person = person.id,
                         .org = org,
                         .domains = {},
                         .sites = std::move(sites)};
        if (role == AdministratorRole::manager) office.domains.push_back(DomainCode::all());
        Designation(env).appoint(office);
    }
    GrantId give(const Person& person, const RightCode& right, std::vector<ContextValue> contexts,
                 std::string_view from = "2026-11-01", std::string_view until = "2027-10-31") {
        NewGrant request = new_grant(from, until);
        request.person = person.id;
        request.right = right;
        request.contexts = std::move(contexts);
        return granted(request).id;
    }
    [[nodiscard]] NewReview new_review(std::string_view due = "2027-01-31") const {
        return {.org = org, .due = day(due), .right = {}, .sites = {}, .reason = "yearly"};
    }
    ReviewId started() { return reviews.start(new_review()).item.id; }
    [[nodiscard]] static ReviewAnswer answer(ReviewId review, GrantId grant,
                                             std::optional<Decision> decision,
                                             std::string reason = {},
                                             std::optional<Date> until = {}) {
        return {.review = review,
                .grant = grant,
                .decision = decision,
                .until = until,
                .reason = std::move(reason)};
    }
    /// "p-2: 3 = 1 keep 0 revoke 0 shorten 2 open 0 gone" of each reviewer.
    std::vector<std::string> status(ReviewId review) {
        std::vector<std::string> lines;
        for (const ReviewerStatus& one : reviews.status(review)) {
            lines.push_back(one.reviewer.text() + ": " + std::to_string(one.grants) + " = " +
                            std::to_string(one.keep) + " keep " + std::to_string(one.revoke) +
                            " revoke " + std::to_string(one.shorten) + " shorten " +
                            std::to_string(one.open) + " open " + std::to_string(one.gone) +
                            " gone");
        }
        return lines;
    }
    /// What is left for grant revoke.
    std::vector<Revocation> revocations(ReviewId review) {
        std::vector<Revocation> all;
        reviews.revocations(review, [&](const Revocation& one) {
            all.push_back(one);
            return true;
        });
        return all;
    }
    /// Carries them out, as a file of grant revoke does.
    Outcome carry_out(ReviewId review) {
        std::vector<std::variant<GrantRevocation, Error>> rows;
        for (const Revocation& one : revocations(review)) {
            GrantRevocation request{.person = one.person,
                                    .org = one.org,
                                    .right = one.right,
                                    .contexts = {},
                                    .on = one.on,
                                    .reason = one.reason,
                                    .grant = one.grant};
            if (one.context) request.contexts.push_back(*one.context);
            rows.emplace_back(request);
        }
        bulk::Options options;
        options.revoke_limit.exact = rows.size();
        return run_rows(rows, options, [&](const auto& source, const auto& how, const auto& sink) {
            return rights.revoke_rows(source, how, sink);
        });
    }
    /// Nothing is wrong with the store, and the log tells of all that is in it.
    std::vector<std::string> wrong() {
        std::vector<std::string> found = problems();
        for (const AuditProblem& problem : Audit(env).verify().problems) {
            found.push_back(problem.what);
        }
        return found;
    }
    void act_as(const Person& person) { env.actor.claimed = person.id; }
    void act_as_operator() { env.actor.claimed.reset(); }
};

}  // namespace dcadmin::test
