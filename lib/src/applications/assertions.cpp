// SPDX-License-Identifier: Apache-2.0
#include "applications/applications_sql.h"
#include "applications/assertion.h"
#include "applications/rules.h"
#include "applications/signing_keys.h"
#include "audit/recorder.h"
#include "bulk/run.h"
#include "jose/jws.h"
#include "persons/find.h"

#include <dcadmin/applications.h>
#include <dcadmin/base/say.h>
#include <dcadmin/rights.h>

namespace dcadmin {

namespace {

using namespace applications;  // the rest of this context

// Who asks, for which organisation. Throws as Assertions::make().
const store::Acting& require_session(store::Tx& tx) {
    const store::Acting& who = tx.actor();
    if (who.account != 0) {
        throw Error(Kind::not_allowed, "an assertion is about a person, and this is an account",
                    "sign in: dcadmin auth login");
    }
    if (who.session == 0 || !who.person) {
        throw Error(Kind::sign_in, "an assertion says who signed in, and nobody did",
                    "sign in: dcadmin auth login");
    }
    return who;
}

void require_level(store::Tx& tx, const StoredApplication& application) {
    const store::Acting& who = tx.actor();
    const int asked =
        application.item.min_level != 0 ? application.item.min_level : application.right_level;
    if (who.level >= asked) return;
    const std::string day = tx.today().iso();
    throw too_low(application.item, asked, who.key, who.level, kinds_of_level(tx.db(), asked, day));
}

std::string context_text(const Access& access) {
    if (!access.context) return {};
    if (const auto* site = std::get_if<SiteNumber>(&*access.context)) return site->digits();
    return std::get<RoleCode>(*access.context).text();
}

std::vector<std::string> roles_of(store::Tx& tx, const StoredApplication& application,
                                  std::int64_t person, EnterpriseNumber org) {
    const AccessQuestion question{.person = PersonId::from_stored(person),
                                  .right = application.item.right,
                                  .org = org,
                                  .context = {},
                                  .at = {}};
    std::vector<std::string> roles;
    for (const Access& access : Rights(tx.env()).access(question)) {
        roles.push_back(
            role_value(application.item.right.text(), context_text(access), access.org.digits()));
    }
    if (!roles.empty()) return roles;
    throw Error(Kind::not_allowed,
                say("application '{}' is opened by right '{}', which is not held for {}",
                    application.item.code, application.item.right.text(), org.formatted()),
                say("see what is missing: dcadmin grant explain --person p-{} --org {} "
                    "--right {}",
                    person, org.digits(), application.item.right.text()));
}

AssertionFacts facts_of(store::Tx& tx, const StoredApplication& application,
                        const AssertionRequest& request) {
    const store::Acting& who = require_session(tx);
    require_level(tx, application);
    if (!who.organisation) {
        throw Error(Kind::rule, "this session is for oneself, and an application asks for whom",
                    "choose an organisation: dcadmin auth switch NUMBER");
    }
    const OrganisationFacts organisation = read_organisation(tx.db(), *who.organisation);
    const auto org = EnterpriseNumber::from_stored(static_cast<std::uint64_t>(organisation.number));
    AssertionFacts facts;
    facts.roles = roles_of(tx, application, *who.person, org);
    const PersonFacts person = read_person(tx.db(), *who.person);
    const RelationFacts relation =
        read_relation(tx.db(), *who.person, *who.organisation, application.right_id, tx.now());
    facts.issuer = request.issuer;
    facts.subject = subject_of(person.key, *who.person);
    facts.client = application.item.client_id;
    facts.issued_at = tx.now().seconds();
    facts.expires_at = facts.issued_at + assertion_seconds;
    facts.proved_at = who.proved_at.value_or(tx.now()).seconds();
    facts.id = new_assertion_id();
    facts.nonce = request.nonce;
    facts.key = who.key;
    facts.given_name = person.first_name;
    facts.family_name = person.last_name;
    if (const auto number = persons::number_of(person.number);
        number && application.item.national_number) {
        facts.national_number = number->revealed_digits();
    }
    facts.person_id = uuid_of(person.key, *who.person);
    facts.email = relation.email;
    facts.audience = relation.audience;
    facts.audience_name = relation.audience_name;
    facts.organisation = org.digits();
    facts.organisation_name = organisation.name;
    facts.claim = application.item.claim;
    return facts;
}

}  // namespace

Assertion Assertions::make(const AssertionRequest& request) {
    require_issuer(request.issuer);
    require_nonce(request.nonce);
    const std::string code = application_code(request.application);
    const Signer signer = read_signer(request.key_file);
    return bulk::run_one(env_, "application.assert", [&](bulk::Work& work) {
        store::Tx& tx = work.tx;
        static_cast<void>(require_session(tx));
        tx.allow();  // of himself, with his own session: whether the right is his is looked at
                     // below
        const auto application = find_application(tx.db(), code);
        if (!application) throw unknown_application(request.application);
        static_cast<void>(active_row(tx.db(), signer));
        const AssertionFacts facts = facts_of(tx, *application, request);
        const std::string what = "assertion " + facts.id;
        audit::record(tx, {.chain = audit::chain_of(tx, *tx.actor().organisation),
                           .subject = "application",
                           .verb = "assert",
                           .subject_id = application->id,
                           .before = {},
                           .after = {},
                           .reason = what});
        const jose::Header header{.algorithm = signer.algorithm, .kid = signer.kid, .type = "JWT"};
        return Assertion{.token = jose::signed_token(payload_of(facts), header, signer.pem),
                         .id = facts.id,
                         .expires_at = Timestamp::from_seconds(facts.expires_at)};
    });
}

}  // namespace dcadmin
