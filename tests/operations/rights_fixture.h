// SPDX-License-Identifier: Apache-2.0
// The ground for tests of rights: one company with two sites, Lucas who works there from 2026-01-01
// until 2030-12-31, a right with sites, one without contexts and one with roles.
#pragma once

#include "support/bulk.h"
#include "support/fixture.h"

#include <dcadmin/rights.h>

#include <string>
#include <utility>
#include <vector>

namespace dcadmin::test {

struct RightsFixture : Fixture {
    Rights rights{env};
    EnterpriseNumber org = add_org(1);
    SiteNumber aalst = add_site(org, 1, "Aalst");
    SiteNumber brugge = add_site(org, 2, "Brugge");
    Person lucas = add_person(1);
    Relation relation = add_relation(lucas.id, org);
    RightCode vouchers = add_right("dienstencheques", ContextKind::site);
    RightCode plain = add_right("raadplegen", ContextKind::none);
    RightCode drilling = add_right("boringen", ContextKind::role, {"invoerder", "lezer"});

    RightCode add_right(const std::string& code, ContextKind context,
                        const std::vector<std::string>& roles = {}) {
        NewRight right{.code = RightCode::parse(code),
                       .title_nl = "Recht " + code,
                       .title_fr = "Droit " + code,
                       .title_en = {},
                       .audiences = {Audience::ea},
                       .context = context,
                       .roles = {},
                       .max_term = Term::parse("4y"),
                       .default_term = Term::parse("1y"),
                       .min_level = {}};
        for (const auto& role : roles) right.roles.push_back(RoleCode::parse(role));
        return rights.add(right).item.code;
    }

    /// For Lucas, the right without contexts, unless changed afterwards.
    [[nodiscard]] NewGrant new_grant() const {
        return {.person = lucas.id,
                .org = org,
                .right = plain,
                .contexts = {},
                .from = {},
                .until = {},
                .reason = "new colleague"};
    }
    [[nodiscard]] NewGrant new_grant(std::string_view from, std::string_view until) const {
        NewGrant request = new_grant();
        request.from = day(from);
        request.until = day(until);
        return request;
    }
    [[nodiscard]] NewGrant site_grant(std::vector<ContextValue> sites) const {
        NewGrant request = new_grant();
        request.right = vouchers;
        request.contexts = std::move(sites);
        return request;
    }
    Grant granted(const NewGrant& request) { return rights.grant(request).item.at(0); }

    [[nodiscard]] GrantRevocation revocation() const {
        return {.person = lucas.id,
                .org = org,
                .right = plain,
                .contexts = {},
                .on = {},
                .reason = "left the desk"};
    }
    [[nodiscard]] GrantExtension extension(std::string_view until) const {
        return {.person = lucas.id,
                .org = org,
                .right = plain,
                .contexts = {},
                .until = day(until),
                .reason = "stays longer"};
    }
    [[nodiscard]] AccessQuestion question() const {
        return {.person = lucas.id, .right = plain, .org = {}, .context = {}, .at = {}};
    }
};

}  // namespace dcadmin::test
