// SPDX-License-Identifier: Apache-2.0
#include "audit/replay_sql.h"

#include <dcadmin/base/ids.h>
#include <dcadmin/base/say.h>
#include <dcadmin/base/site_number.h>

#include "audit/chain.h"
#include "audit/customer_records_sql.h"
#include "audit/images.h"
#include "audit/issuance_records_sql.h"
#include "audit/paper_records_sql.h"
#include "audit/pickup_records_sql.h"
#include "audit/service_records_sql.h"
#include "audit/sign_in_records_sql.h"
#include "audit/zone_records_sql.h"

#include <fmt/format.h>

#include <array>
#include <initializer_list>
#include <vector>

namespace dcadmin::audit {

namespace {

void read_person(store::Db&, const store::Statement& row, Record& record) {
    record.name = PersonId::from_stored(record.id).text();
    record.image = image_of(PersonFields{.key = row.text(8),
                                         .number = row.integer(1),
                                         .first_name = row.text(2),
                                         .last_name = row.text(3),
                                         .email = row.text(4),
                                         .phone = row.text(5),
                                         .language = row.text(6),
                                         .source = row.text(7)});
    mark_erased(record, row, 8, {2, 3, 4, 5});
    if (record.erased) {
        if (row.integer(1) != -record.id) record.oddity = to_say("was erased, but has a number");
    } else if (text_of(digest_from(row.text(8))) != row.text(8)) {
        record.oddity = to_say("has a key that is none");
    }
}

void read_organisation(store::Db&, const store::Statement& row, Record& record) {
    const std::int64_t number = row.integer(1);
    record.name = EnterpriseNumber::from_stored(static_cast<std::uint64_t>(number)).digits();
    record.image = image_of(OrganisationFields{.number = number,
                                               .name = row.text(2),
                                               .parent_id = row.integer(3),
                                               .language = row.text(4)});
}

void read_site(store::Db&, const store::Statement& row, Record& record) {
    const std::int64_t number = row.integer(2);
    record.name = SiteNumber::from_stored(static_cast<std::uint64_t>(number)).digits();
    record.organisation_id = row.maybe_integer(1);
    record.org = maybe_org(row, 5);
    record.image = image_of(
        SiteFields{.organisation_id = row.integer(1), .number = number, .name = row.text(3)});
    if (row.text(4) != record.name) record.oddity = to_say("has a code that is not its number");
    if (!row.is_null(6)) record.oddity = to_say("is a site, but named as the role of a right");
}

void read_right(store::Db& db, const store::Statement& row, Record& record) {
    record.name = row.string(1);
    RightFields fields{.code = row.text(1),
                       .title_nl = row.text(2),
                       .title_fr = row.text(3),
                       .title_en = row.text(4),
                       .context = row.text(5),
                       .max_term = row.text(6),
                       .default_term = row.text(7),
                       .min_level = row.integer(8),
                       .audiences = {},
                       .roles = {},
                       .domain = row.text(9)};
    auto& audiences =
        db.statement("SELECT audience FROM right_audience WHERE right_id = $1 ORDER BY audience");
    audiences.bind({record.id});
    while (audiences.step()) fields.audiences.push_back(audiences.string(0));
    audiences.reset();
    auto& roles = db.statement(
        "SELECT code FROM context_value WHERE kind = 'role' AND right_id = $1 ORDER BY code");
    roles.bind({record.id});
    while (roles.step()) fields.roles.push_back(roles.string(0));
    roles.reset();
    record.image = image_of(fields);
}

void read_role(store::Db&, const store::Statement& row, Record& record) {
    record.name = row.string(2);
    record.image = image_of(RoleFields{.right_id = row.integer(1), .code = row.text(2)});
    if (row.text(3) != row.text(2)) record.oddity = to_say("is a role not named by its code");
    if (!row.is_null(4)) record.oddity = to_say("is a role, but named as a site");
}

void read_relation(store::Db&, const store::Statement& row, Record& record) {
    record.name = RelationId::from_stored(record.id).text();
    record.organisation_id = row.maybe_integer(2);
    record.org = maybe_org(row, 11);
    record.operation = row.integer(13);
    record.image = image_of(RelationFields{.key = row.text(12),
                                           .person_id = row.integer(1),
                                           .organisation_id = row.integer(2),
                                           .audience = row.text(3),
                                           .category = row.text(4),
                                           .email = row.text(5),
                                           .phone = row.text(6),
                                           .valid_from = row.text(7),
                                           .valid_until = row.text(8),
                                           .ended_at = row.text(9),
                                           .reason = row.text(10)});
    mark_erased(record, row, 12, {5, 6});
}

void read_task(store::Db&, const store::Statement& row, Record& record) {
    record.name = TaskId::from_stored(record.id).text();
    record.organisation_id = row.maybe_integer(1);
    record.org = maybe_org(row, 16);
    record.operation = row.integer(18);
    record.image = image_of(TaskFields{.key = row.text(17),
                                       .organisation_id = row.integer(1),
                                       .kind = row.text(2),
                                       .state = row.text(3),
                                       .person_id = row.integer(4),
                                       .subject = row.text(5),
                                       .due = row.text(6),
                                       .right_id = row.integer(7),
                                       .contexts = row.text(8),
                                       .audience = row.text(9),
                                       .category = row.text(10),
                                       .email = row.text(11),
                                       .phone = row.text(12),
                                       .valid_from = row.text(13),
                                       .valid_until = row.text(14),
                                       .reason = row.text(15),
                                       .answer = row.text(19)});
    if (row.integer(4) != 0) mark_erased(record, row, 17, {11, 12});
}

void read_administrator(store::Db&, const store::Statement& row, Record& record) {
    record.name = AdministratorId::from_stored(record.id).text();
    record.organisation_id = row.maybe_integer(1);
    record.org = maybe_org(row, 14);
    record.operation = row.integer(16);
    record.image = image_of(AdministratorFields{.key = row.text(15),
                                                .organisation_id = row.integer(1),
                                                .person_id = row.integer(2),
                                                .role = row.text(3),
                                                .domain_id = row.integer(4),
                                                .context_id = row.integer(5),
                                                .email = row.text(6),
                                                .phone = row.text(7),
                                                .valid_from = row.text(8),
                                                .valid_until = row.text(9),
                                                .ended_at = row.text(10),
                                                .appointer_id = row.integer(11),
                                                .request_id = row.integer(12),
                                                .reason = row.text(13)});
    mark_erased(record, row, 15, {6, 7});
}

void read_chief_request(store::Db&, const store::Statement& row, Record& record) {
    record.name = ChiefRequestId::from_stored(record.id).text();
    record.organisation_id = row.maybe_integer(1);
    record.org = maybe_org(row, 10);
    record.operation = row.integer(12);
    record.image = image_of(ChiefRequestFields{.key = row.text(11),
                                               .organisation_id = row.integer(1),
                                               .person_id = row.integer(2),
                                               .requester_id = row.integer(3),
                                               .email = row.text(4),
                                               .phone = row.text(5),
                                               .reason = row.text(6),
                                               .documents = row.text(7),
                                               .state = row.text(8),
                                               .answer = row.text(9)});
    mark_erased(record, row, 11, {4, 5});
}

void read_activation(store::Db&, const store::Statement& row, Record& record) {
    record.organisation_id = record.id;
    record.org = maybe_org(row, 2);
    record.name = "the activation of " + (record.org ? record.org->digits() : std::string("?"));
    record.operation = row.integer(3);
    record.image = activation_image(record.id, row.text(1));
}

// Those that came with the program are in no log.
void read_domain(store::Db&, const store::Statement& row, Record& record) {
    record.name = "domain " + row.string(1);
    record.logged = !row.is_null(8);
    if (record.logged) record.operation = row.integer(8);
    record.image = image_of(DomainFields{.code = row.text(1),
                                         .name_nl = row.text(2),
                                         .name_fr = row.text(3),
                                         .name_en = row.text(4),
                                         .valid_from = row.text(5),
                                         .valid_until = row.text(6),
                                         .source = row.text(7)});
}

void read_news(store::Db&, const store::Statement& row, Record& record) {
    record.name = NewsId::from_stored(record.id).text();
    record.operation = row.integer(6);
    record.image = image_of(NewsFields{.title = row.text(1),
                                       .body = row.text(2),
                                       .audience = row.text(3),
                                       .valid_from = row.text(4),
                                       .valid_until = row.text(5)});
}

void read_policy(store::Db&, const store::Statement& row, Record& record) {
    record.name = row.string(1);
    record.image = image_of(PolicyFields{.name = row.text(1), .value = row.text(2)});
}

std::string review_items(store::Db& db, std::int64_t review_id) {
    ReviewItems items;
    auto& rows = db.statement(
        "SELECT id, grant_id, reviewer_id FROM review_item WHERE review_id = $1 ORDER BY id");
    rows.bind({review_id});
    while (rows.step()) items.add(rows.integer(0), rows.integer(1), rows.integer(2));
    rows.reset();
    return items.text();
}

void read_review(store::Db& db, const store::Statement& row, Record& record) {
    record.name = ReviewId::from_stored(record.id).text();
    record.organisation_id = row.maybe_integer(1);
    record.org = maybe_org(row, 10);
    record.operation = row.integer(11);
    const std::string items = review_items(db, record.id);
    record.image = image_of(ReviewFields{.organisation_id = row.integer(1),
                                         .state = row.text(2),
                                         .due = row.text(3),
                                         .right_id = row.integer(4),
                                         .sites = row.text(5),
                                         .reason = row.text(6),
                                         .closed_at = row.text(7),
                                         .answer = row.text(8),
                                         .unanswered = row.text(9),
                                         .items = items});
}

// Without an answer the review's own image tells of it.
void read_review_item(store::Db&, const store::Statement& row, Record& record) {
    record.name = fmt::format("v-{}, g-{}", row.integer(1), row.integer(2));
    record.organisation_id = row.maybe_integer(7);
    record.org = maybe_org(row, 8);
    record.logged = !row.text(4).empty() || !row.text(5).empty() || !row.text(6).empty();
    if (row.is_null(7)) record.oddity = to_say("belongs to no review");
    record.image = image_of(ReviewItemFields{.review_id = row.integer(1),
                                             .grant_id = row.integer(2),
                                             .reviewer_id = row.integer(3),
                                             .decision = row.text(4),
                                             .until = row.text(5),
                                             .reason = row.text(6)});
}

// What was granted is verified with the entry's hash; here it is what became of it.
void read_grant(store::Db&, const store::Statement& row, Record& record) {
    record.name = GrantId::from_stored(record.id).text();
    record.organisation_id = row.maybe_integer(4);
    record.org = maybe_org(row, 5);
    record.logged = !row.is_null(2) || !row.text(3).empty();
    record.image = grant_state_image(row.text(1), row.text(3));
}

constexpr auto kinds = std::to_array<RecordKind>({
    {"person", R"(
        SELECT id, number, first_name, last_name, email, phone, language, source, audit_key
        FROM person ORDER BY id)",
     read_person},
    {"organisation", R"(
        SELECT id, number, name, coalesce(parent_id, 0), language FROM organisation ORDER BY id)",
     read_organisation},
    {"site", R"(
        SELECT c.id, c.organisation_id, c.number, c.name, c.code, o.number, c.right_id
        FROM context_value c LEFT JOIN organisation o ON o.id = c.organisation_id
        WHERE c.kind = 'site' ORDER BY c.id)",
     read_site},
    {"right", R"(
        SELECT id, code, title_nl, title_fr, title_en, context, max_term, default_term, min_level,
               domain
        FROM right_definition ORDER BY id)",
     read_right},
    {"role", R"(
        SELECT id, coalesce(right_id, 0), code, name, coalesce(organisation_id, number)
        FROM context_value WHERE kind = 'role' ORDER BY id)",
     read_role},
    {"relation", R"(
        SELECT r.id, r.person_id, r.organisation_id, r.audience, r.category, r.email, r.phone,
               r.valid_from, r.valid_until, r.ended_at, r.reason, o.number,
               coalesce(p.audit_key, ''), r.operation_id
        FROM working_relation r
        LEFT JOIN organisation o ON o.id = r.organisation_id
        LEFT JOIN person p ON p.id = r.person_id
        ORDER BY r.id)",
     read_relation},
    {"grant", R"(
        SELECT g.id, g.valid_until, g.first_until, g.revoked_at, r.organisation_id, o.number
        FROM right_grant g
        LEFT JOIN working_relation r ON r.id = g.relation_id
        LEFT JOIN organisation o ON o.id = r.organisation_id
        ORDER BY g.id)",
     read_grant},
    {"task", R"(
        SELECT t.id, t.organisation_id, t.kind, t.state, coalesce(t.person_id, 0), t.subject, t.due,
               coalesce(t.right_id, 0), t.contexts, t.audience, t.category, t.email, t.phone,
               t.valid_from, t.valid_until, t.reason, o.number, coalesce(p.audit_key, ''),
               t.operation_id, t.answer
        FROM task t
        LEFT JOIN organisation o ON o.id = t.organisation_id
        LEFT JOIN person p ON p.id = t.person_id
        ORDER BY t.id)",
     read_task},
    {"administrator", R"(
        SELECT a.id, a.organisation_id, a.person_id, a.role, coalesce(a.domain_id, 0), a.context_id,
               a.email, a.phone, a.valid_from, a.valid_until, a.ended_at,
               coalesce(a.appointer_id, 0), coalesce(a.request_id, 0), a.reason, o.number,
               coalesce(p.audit_key, ''), a.operation_id
        FROM administrator a
        LEFT JOIN organisation o ON o.id = a.organisation_id
        LEFT JOIN person p ON p.id = a.person_id
        ORDER BY a.id)",
     read_administrator},
    {"chief_request", R"(
        SELECT q.id, q.organisation_id, q.person_id, coalesce(q.requester_id, 0), q.email, q.phone,
               q.reason, q.documents, q.state, q.answer, o.number, coalesce(p.audit_key, ''),
               q.operation_id
        FROM chief_request q
        LEFT JOIN organisation o ON o.id = q.organisation_id
        LEFT JOIN person p ON p.id = q.person_id
        ORDER BY q.id)",
     read_chief_request},
    {"activation", R"(
        SELECT a.organisation_id, a.at, o.number, a.operation_id
        FROM activation a LEFT JOIN organisation o ON o.id = a.organisation_id
        ORDER BY a.organisation_id)",
     read_activation},
    {"domain", R"(
        SELECT id, code, name_nl, name_fr, name_en, valid_from, valid_until, source, operation_id
        FROM domain ORDER BY id)",
     read_domain},
    {"news", R"(
        SELECT id, title, body, audience, valid_from, valid_until, operation_id
        FROM news ORDER BY id)",
     read_news},
    {"policy", "SELECT id, name, value FROM policy ORDER BY id", read_policy},
    {"credential", R"(
        SELECT id, person_id, kind, activated_at, identified_by, retired_at, operation_id
        FROM credential ORDER BY id)",
     read_credential},
    {"account", R"(
        SELECT id, name, operations, valid_until, retired_at, reason, operation_id
        FROM account ORDER BY id)",
     read_account},
    {"staff", R"(
        SELECT id, person_id, role, valid_from, valid_until, ended_at, reason, operation_id
        FROM staff ORDER BY id)",
     read_staff},
    {"review", R"(
        SELECT v.id, v.organisation_id, v.state, v.due, coalesce(v.right_id, 0), v.sites, v.reason,
               v.closed_at, v.answer, v.unanswered, o.number, v.operation_id
        FROM review v LEFT JOIN organisation o ON o.id = v.organisation_id
        ORDER BY v.id)",
     read_review},
    {"review_item", R"(
        SELECT i.id, i.review_id, i.grant_id, i.reviewer_id, i.decision, i.until, i.reason,
               v.organisation_id, o.number
        FROM review_item i
        LEFT JOIN review v ON v.id = i.review_id
        LEFT JOIN organisation o ON o.id = v.organisation_id
        ORDER BY i.id)",
     read_review_item},
    {"application", R"(
        SELECT id, code, name, right_id, min_level, claim, client_id, national_number, operation_id
        FROM application ORDER BY id)",
     read_application},
    {"signing_key", R"(
        SELECT id, kid, algorithm, jwk, retired_at, operation_id FROM signing_key ORDER BY id)",
     read_signing_key},
});

}  // namespace

std::span<const RecordKind> record_kinds() {
    static const std::vector<RecordKind> all = [] {
        std::vector<RecordKind> every(kinds.begin(), kinds.end());
        for (const auto more :
             {zone_record_kinds(), customer_record_kinds(), service_record_kinds(),
              paper_record_kinds(), pickup_record_kinds(), issuance_record_kinds()}) {
            every.insert(every.end(), more.begin(), more.end());
        }
        return every;
    }();
    return all;
}

}  // namespace dcadmin::audit
