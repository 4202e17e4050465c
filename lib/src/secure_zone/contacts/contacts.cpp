// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/say.h>
#include <dcadmin/secure_zone/contacts.h>

#include "access/require.h"
#include "audit/zone_images.h"
#include "bulk/run.h"
#include "organisations/find.h"
#include "persons/find.h"
#include "secure_zone/contacts/contacts_sql.h"
#include "secure_zone/record_change.h"

#include <dcadmin/base/text.h>

namespace dcadmin {

namespace secure_zone {

namespace {

// Who and where a request is about, once it was asked whether that is allowed.
struct Parties {
    std::int64_t organisation_id;
    std::int64_t person_id;
};

Parties require_parties(store::Tx& tx, const NewContact& request) {
    access::enter(tx);
    const std::int64_t organisation = organisations::get_id(tx, request.org);
    access::require(tx, access::Operation::company, {.organisation = organisation});
    return {organisation, persons::get_id(tx, request.person)};
}

std::string image(const ContactRow& row, std::string_view ended_at) {
    const std::string consent = row.consent_on.iso();
    return audit::image_of(audit::ContactFields{.organisation_id = row.organisation_id,
                                                .person_id = row.person_id,
                                                .purpose = name_of(row.purpose),
                                                .consent_on = consent,
                                                .ended_at = ended_at});
}

void record(store::Tx& tx, std::string_view verb, const ContactRow& row, const std::string& before,
            const std::string& after, const std::string& given) {
    record_change(tx, {.organisation_id = row.organisation_id,
                       .subject = "contact",
                       .verb = verb,
                       .subject_id = row.id,
                       .before = before,
                       .after = after,
                       .reason = given});
}

void require_past(Date consent, Date today) {
    if (consent <= today) return;
    throw Error(Kind::usage, say("nobody agreed on {} yet", consent.formatted()),
                "give the day on which he agreed, today at the latest", "consent");
}

ContactRow require_contact(store::Tx& tx, const Parties& parties, const NewContact& request) {
    auto row = find_contact(tx.db(), parties.organisation_id, parties.person_id, request.purpose);
    if (row) return std::move(*row);
    throw Error(Kind::not_found,
                say("{} is no contact of {} for {}", shown(request.person), request.org.formatted(),
                    name_of(request.purpose)),
                say("see who is: dcadmin contact list --org {}", request.org.digits()), "person");
}

Written<Contact> apply_add(bulk::Work& work, const NewContact& request) {
    store::Tx& tx = work.tx;
    const Parties parties = require_parties(tx, request);
    const Date consent = request.consent_on.value_or(tx.today());
    require_past(consent, tx.today());
    const auto there =
        find_contact(tx.db(), parties.organisation_id, parties.person_id, request.purpose);
    if (there) {
        const bool same = !request.consent_on || there->consent_on == consent;
        if (same) {
            return {.changed = false,
                    .item = shown_contact(tx.db(), there->id, tx.now()),
                    .remark = {}};
        }
        throw Error(Kind::conflict, say("he is it since {}", there->consent_on.formatted()),
                    "he agreed again: dcadmin contact update", "consent");
    }
    if (!works_there(tx.db(), parties.person_id, parties.organisation_id, tx.now())) {
        throw Error(Kind::rule,
                    say("{} does not work for {}", shown(request.person), request.org.formatted()),
                    "add his working relation first: dcadmin relation add", "person");
    }
    ContactRow row{.id = 0,
                   .organisation_id = parties.organisation_id,
                   .person_id = parties.person_id,
                   .purpose = request.purpose,
                   .consent_on = consent};
    row.id = insert_contact(tx.db(), row, tx.operation());
    record(tx, "add", row, {}, image(row, {}), request.reason);
    return {.changed = true, .item = shown_contact(tx.db(), row.id, tx.now()), .remark = {}};
}

Written<Contact> apply_update(bulk::Work& work, const NewContact& request) {
    store::Tx& tx = work.tx;
    const Parties parties = require_parties(tx, request);
    ContactRow row = require_contact(tx, parties, request);
    const Date consent = request.consent_on.value_or(tx.today());
    require_past(consent, tx.today());
    const bool changed = row.consent_on != consent;
    if (changed) {
        const std::string before = image(row, {});
        row.consent_on = consent;
        set_consent(tx.db(), row.id, consent);
        record(tx, "update", row, before, image(row, {}), request.reason);
    }
    return {.changed = changed, .item = shown_contact(tx.db(), row.id, tx.now()), .remark = {}};
}

Written<Contact> apply_remove(bulk::Work& work, const NewContact& request) {
    store::Tx& tx = work.tx;
    const Parties parties = require_parties(tx, request);
    const ContactRow row = require_contact(tx, parties, request);
    const std::string now = tx.now().iso();
    end_contact(tx.db(), row.id, now);
    record(tx, "remove", row, image(row, {}), image(row, now), request.reason);
    return {.changed = true, .item = shown_contact(tx.db(), row.id, tx.now()), .remark = {}};
}

using Apply = Written<Contact> (*)(bulk::Work&, const NewContact&);

bulk::Summary run(const Env& env, std::string_view command, Apply apply,
                  const bulk::Source<NewContact>& rows, const bulk::Options& options,
                  const bulk::Sink& sink) {
    return bulk::run_rows(env, std::string(command), rows, options, sink,
                          [apply](bulk::Work& work, const NewContact& request) {
                              const auto written = apply(work, request);
                              return bulk::result_of(written, written.item.person.text());
                          });
}

}  // namespace

}  // namespace secure_zone

std::string_view name_of(ContactPurpose purpose) {
    switch (purpose) {
        case ContactPurpose::general: return "general";
        case ContactPurpose::services: return "services";
        case ContactPurpose::refunds: return "refunds";
        case ContactPurpose::pickups: return "pickups";
        case ContactPurpose::privacy: break;
    }
    return "privacy";
}

ContactPurpose parse_contact_purpose(std::string_view text) {
    const std::string word = text::ascii_lower(text::trimmed(text));
    for (const ContactPurpose purpose : all_contact_purposes) {
        if (word == name_of(purpose)) return purpose;
    }
    throw Error(Kind::usage, say("{} is not a purpose of contacts", text::quoted(text)),
                "one of: general, services, refunds, pickups, privacy", "purpose");
}

std::uint64_t Contacts::list(const ContactFilter& filter, const Each<Contact>& each) {
    const auto sight = access::sight_of(env_, access::Operation::read_company);
    std::optional<std::int64_t> organisation;
    if (filter.org) organisation = organisations::get_id(env_, *filter.org);
    return secure_zone::list_contacts(env_.store.db(), filter, organisation, sight,
                                      env_.clock.now(), each);
}

Written<Contact> Contacts::add(const NewContact& request) {
    return bulk::run_one(env_, "contact.add",
                         [&](bulk::Work& work) { return secure_zone::apply_add(work, request); });
}

bulk::Summary Contacts::add_rows(const bulk::Source<NewContact>& rows, const bulk::Options& options,
                                 const bulk::Sink& sink) {
    return secure_zone::run(env_, "contact.add", secure_zone::apply_add, rows, options, sink);
}

Written<Contact> Contacts::update(const NewContact& request) {
    return bulk::run_one(env_, "contact.update", [&](bulk::Work& work) {
        return secure_zone::apply_update(work, request);
    });
}

bulk::Summary Contacts::update_rows(const bulk::Source<NewContact>& rows,
                                    const bulk::Options& options, const bulk::Sink& sink) {
    return secure_zone::run(env_, "contact.update", secure_zone::apply_update, rows, options, sink);
}

Written<Contact> Contacts::remove(const NewContact& request) {
    return bulk::run_one(env_, "contact.remove", [&](bulk::Work& work) {
        return secure_zone::apply_remove(work, request);
    });
}

bulk::Summary Contacts::remove_rows(const bulk::Source<NewContact>& rows,
                                    const bulk::Options& options, const bulk::Sink& sink) {
    return secure_zone::run(env_, "contact.remove", secure_zone::apply_remove, rows, options, sink);
}

}  // namespace dcadmin
