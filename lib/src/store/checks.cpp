// SPDX-License-Identifier: Apache-2.0
#include "store/checks.h"

#include "store/check_list.h"

#include <dcadmin/base/say.h>

#include <fmt/args.h>

#include <array>
#include <string_view>

namespace dcadmin::store {

namespace {

// A grant is live while it is not revoked, or is revoked only for a later moment ($1 is now).
constexpr auto checks = std::to_array<Check>({
    {"live grants of one relation, right and context never overlap", to_say("g-{} overlaps g-{}"),
     R"(
        SELECT a.id, b.id
        FROM right_grant a
        JOIN right_grant b ON b.relation_id = a.relation_id AND b.right_id = a.right_id
            AND b.context_id = a.context_id AND b.id > a.id
        WHERE a.valid_from <= b.valid_until AND b.valid_from <= a.valid_until
            AND (a.revoked_at = '' OR a.revoked_at > $1)
            AND (b.revoked_at = '' OR b.revoked_at > $1))"},
    {"a live grant lies within its working relation", to_say("g-{} exceeds r-{}"), R"(
        SELECT g.id, r.id
        FROM right_grant g JOIN working_relation r ON r.id = g.relation_id
        WHERE (g.revoked_at = '' OR g.revoked_at > $1)
            AND (g.valid_from < r.valid_from OR g.valid_until > r.valid_until))"},
    {"a working relation that was ended at once leaves no live grant", to_say("g-{} outlives r-{}"),
     R"(
        SELECT g.id, r.id
        FROM working_relation r JOIN right_grant g ON g.relation_id = r.id
        WHERE r.ended_at <> '' AND r.ended_at <= $1
            AND (g.revoked_at = '' OR g.revoked_at > $1) AND g.valid_until > substr(r.ended_at, 1, 10))"},
    {"live working relations of one person, organisation and audience never overlap",
     to_say("r-{} overlaps r-{}"), R"(
        SELECT a.id, b.id
        FROM working_relation a
        JOIN working_relation b ON b.person_id = a.person_id
            AND b.organisation_id = a.organisation_id AND b.audience = a.audience AND b.id > a.id
        WHERE a.ended_at = '' AND b.ended_at = '' AND length($1) > 0
            AND a.valid_from <= b.valid_until AND b.valid_from <= a.valid_until)"},
    {"a retired key has no open session", to_say("s-{} was opened with k-{}"), R"(
        SELECT s.id, c.id
        FROM session s JOIN credential c ON c.id = s.credential_id
        WHERE c.retired_at <> '' AND s.ended_at = '' AND length($1) > 0)"},
    {"a session is of the person whose key it was opened with",
     to_say("s-{} is not of the person of k-{}"), R"(
        SELECT s.id, c.id
        FROM session s JOIN credential c ON c.id = s.credential_id
        WHERE s.person_id <> c.person_id AND length($1) > 0)"},
    {"nobody has the same role with the issuer twice at a time", to_say("f-{} overlaps f-{}"), R"(
        SELECT a.id, b.id
        FROM staff a JOIN staff b ON b.person_id = a.person_id AND b.role = a.role AND b.id > a.id
        WHERE a.ended_at = '' AND b.ended_at = '' AND length($1) > 0
            AND a.valid_from <= b.valid_until AND b.valid_from <= a.valid_until)"},
    {"a right belongs to a domain that is there", to_say("{} is of {}"), R"(
        SELECT r.code, r.domain
        FROM right_definition r
        WHERE length($1) > 0 AND NOT EXISTS (SELECT 1 FROM domain d WHERE d.code = r.domain))"},
    {"a paper voucher is in an issuance of its company and region once it was bundled",
     to_say("x-{} is {} in issuance {}"), R"(
        SELECT v.id, v.state, v.issuance_id
        FROM paper_voucher v LEFT JOIN issuance i ON i.id = v.issuance_id
        WHERE length($1) > 0
            AND CASE WHEN v.state IN ('received', 'announced', 'withdrawn')
                     THEN v.issuance_id <> 0
                     ELSE i.id IS NULL OR i.kind <> 'paper'
                         OR i.organisation_id <> v.organisation_id OR i.region <> v.region END)"},
    {"a paper issuance has the vouchers that its row says", "i-{}", R"(
        SELECT i.id
        FROM issuance i
        LEFT JOIN (
            SELECT issuance_id, count(*) AS vouchers
            FROM paper_voucher WHERE issuance_id <> 0 GROUP BY issuance_id) x ON x.issuance_id = i.id
        WHERE length($1) > 0 AND i.kind = 'paper' AND i.vouchers <> coalesce(x.vouchers, 0))"},
    {"a paper voucher is handed in with those of its month",
     to_say("x-{} is of {} in issuance {} of {}"), R"(
        SELECT v.id, v.day, i.id, i.month
        FROM paper_voucher v JOIN issuance i ON i.id = v.issuance_id
        WHERE length($1) > 0 AND v.state IN ('bundled', 'sent')
            AND substr(v.day, 1, 7) <> i.month)"},
    {"a paper voucher has a cause exactly when it was rejected", to_say("x-{} is {}"), R"(
        SELECT v.id, v.state
        FROM paper_voucher v
        WHERE length($1) > 0 AND (v.state = 'rejected') = (v.cause = ''))"},
    {"a paper voucher to be corrected lacks something until a last day", to_say("x-{} is {}"), R"(
        SELECT v.id, v.state
        FROM paper_voucher v
        WHERE length($1) > 0
            AND CASE WHEN v.state = 'to-correct' THEN v.lacks = '' OR v.due_on < v.read_on
                     ELSE v.lacks <> '' AND v.state <> 'rejected' END)"},
    {"a paper voucher's site and worker are its company's", "x-{}", R"(
        SELECT v.id
        FROM paper_voucher v
        LEFT JOIN context_value c ON c.id = v.context_id AND c.kind = 'site'
        LEFT JOIN worker w ON w.id = v.worker_id
        WHERE length($1) > 0
            AND ((v.context_id <> 0
                  AND (c.id IS NULL OR c.organisation_id <> v.organisation_id))
                 OR (v.worker_id <> 0
                     AND (w.id IS NULL OR w.organisation_id <> v.organisation_id))))"},
    {"a pickup is at a site of its company", to_say("u-{} is at context {}"), R"(
        SELECT u.id, u.context_id
        FROM pickup u LEFT JOIN context_value c ON c.id = u.context_id AND c.kind = 'site'
        WHERE length($1) > 0
            AND (c.id IS NULL OR c.organisation_id <> u.organisation_id))"},
    {"recurring pickups are at a site of their company", to_say("y-{} is at context {}"), R"(
        SELECT y.id, y.context_id
        FROM pickup_series y LEFT JOIN context_value c ON c.id = y.context_id AND c.kind = 'site'
        WHERE length($1) > 0
            AND (c.id IS NULL OR c.organisation_id <> y.organisation_id))"},
    {"a pickup of a series is where the series is, and not before its day",
     to_say("u-{} is no occurrence of y-{}"), R"(
        SELECT u.id, u.series_id
        FROM pickup u LEFT JOIN pickup_series y ON y.id = u.series_id
        WHERE length($1) > 0 AND u.series_id <> 0
            AND (y.id IS NULL OR y.context_id <> u.context_id OR y.region <> u.region
                OR u.series_day > u.day))"},
    {"a postponed pickup has a later one in its place", to_say("u-{} is postponed to u-{}"), R"(
        SELECT u.id, u.postponed_to
        FROM pickup u LEFT JOIN pickup n ON n.id = u.postponed_to
        WHERE length($1) > 0 AND u.postponed_to <> 0
            AND (n.id IS NULL OR n.day <= u.day OR n.context_id <> u.context_id
                OR n.region <> u.region OR u.cancelled_at <> ''))"},
    {"a subsidiary that acts no more has no active worker and no recurring pickups",
     to_say("organisation {}"), R"(
        SELECT o.number
        FROM deactivation d JOIN organisation o ON o.id = d.organisation_id
        WHERE length($1) > 0
            AND (o.parent_id IS NULL
                OR EXISTS (SELECT 1 FROM worker w
                           WHERE w.organisation_id = o.id AND w.inactive_since = '')
                OR EXISTS (SELECT 1 FROM pickup_series y
                           WHERE y.organisation_id = o.id AND y.ended_at = '')))"},
    {"a worker's site, and that of his contracts, belongs to his company",
     to_say("worker {} is at context {}"), R"(
        SELECT w.login, x.context_id
        FROM worker w
        JOIN (SELECT id AS worker_id, context_id FROM worker WHERE context_id <> 0
              UNION SELECT worker_id, context_id FROM contract) x ON x.worker_id = w.id
        LEFT JOIN context_value c ON c.id = x.context_id AND c.kind = 'site'
        WHERE length($1) > 0
            AND (c.id IS NULL OR c.organisation_id <> w.organisation_id))"},
    {"contracts of one worker at one establishment never overlap",
     to_say("contract {} overlaps {}"), R"(
        SELECT a.id, b.id
        FROM contract a JOIN contract b ON b.worker_id = a.worker_id
            AND b.context_id = a.context_id AND b.id > a.id
        WHERE a.valid_from <= b.valid_until AND b.valid_from <= a.valid_until
            AND length($1) > 0)"},
    {"a grant has a context value exactly when its right asks for one",
     to_say("g-{} has a {} context, its right asks for {}"), R"(
        SELECT g.id, c.kind, d.context
        FROM right_grant g JOIN right_definition d ON d.id = g.right_id
        JOIN context_value c ON c.id = g.context_id
        WHERE c.kind <> d.context AND length($1) > 0)"},
    {"a grant's site belongs to the relation's organisation",
     to_say("g-{} names a site of another organisation"), R"(
        SELECT g.id
        FROM right_grant g JOIN working_relation r ON r.id = g.relation_id
        JOIN context_value c ON c.id = g.context_id
        WHERE c.kind = 'site' AND c.organisation_id <> r.organisation_id AND length($1) > 0)"},
    {"what a grant refers to is there", "g-{}", R"(
        SELECT g.id
        FROM right_grant g
        LEFT JOIN working_relation r ON r.id = g.relation_id
        LEFT JOIN right_definition d ON d.id = g.right_id
        LEFT JOIN context_value c ON c.id = g.context_id
        LEFT JOIN operation o ON o.id = g.operation_id
        WHERE length($1) > 0
            AND (r.id IS NULL OR d.id IS NULL OR c.id IS NULL OR o.id IS NULL))"},
    {"what an entry of the log refers to is there", to_say("entry {}"), R"(
        SELECT e.id
        FROM audit_entry e
        LEFT JOIN audit_chain c ON c.id = e.chain_id
        LEFT JOIN operation o ON o.id = e.operation_id
        WHERE length($1) > 0 AND (c.id IS NULL OR o.id IS NULL))"},
    {"what a notice refers to is there", "n-{}", R"(
        SELECT n.id
        FROM notice n
        LEFT JOIN person p ON p.id = n.person_id
        LEFT JOIN operation o ON o.id = n.operation_id
        WHERE length($1) > 0 AND (p.id IS NULL OR o.id IS NULL))"},
    {"what a task refers to is there", "t-{}", R"(
        SELECT t.id
        FROM task t
        LEFT JOIN organisation o ON o.id = t.organisation_id
        LEFT JOIN person p ON p.id = t.person_id
        WHERE length($1) > 0 AND (o.id IS NULL
            OR (p.id IS NULL
                AND (t.person_id IS NOT NULL OR t.kind IN ('requested-right', 'requested-relation')))
            OR (t.kind = 'requested-right' AND t.right_id IS NULL)))"},
    {"a task that is closed was closed by somebody", to_say("t-{} is {}"), R"(
        SELECT t.id, t.state
        FROM task t
        WHERE length($1) > 0 AND t.state <> 'open' AND NOT EXISTS (
            SELECT 1 FROM audit_entry e
            WHERE e.subject = 'task' AND e.subject_id = t.id AND e.after_image IS NOT NULL
                AND e.verb <> 'add'))"},
    {"what a review asks about is there", "v-{}, g-{}", R"(
        SELECT i.review_id, i.grant_id
        FROM review_item i
        LEFT JOIN review v ON v.id = i.review_id
        LEFT JOIN right_grant g ON g.id = i.grant_id
        LEFT JOIN working_relation r ON r.id = g.relation_id
        LEFT JOIN person p ON p.id = i.reviewer_id
        WHERE length($1) > 0 AND (v.id IS NULL OR g.id IS NULL OR p.id IS NULL
            OR r.organisation_id IS NULL OR r.organisation_id <> v.organisation_id))"},
    {"a review's decision to revoke or shorten has a reason", "v-{}, g-{}", R"(
        SELECT i.review_id, i.grant_id
        FROM review_item i
        WHERE length($1) > 0 AND i.decision IN ('revoke', 'shorten') AND i.reason = '')"},
    {"a chain is as long as its entries", to_say("chain {} says {}"), R"(
        SELECT c.id, c.length
        FROM audit_chain c
        WHERE length($1) > 0 AND c.length <>
            (SELECT count(*) FROM audit_entry e WHERE e.chain_id = c.id))"},
    {"an organisation has one chief at a time", to_say("a-{} and a-{}"), R"(
        SELECT a.id, b.id
        FROM administrator a
        JOIN administrator b ON b.organisation_id = a.organisation_id AND b.id > a.id
        WHERE length($1) > 0 AND a.role = 'chief' AND b.role = 'chief'
            AND a.ended_at = '' AND b.ended_at = ''
            AND a.valid_from <= b.valid_until AND b.valid_from <= a.valid_until)"},
    {"a chief is chief of everything", "a-{}", R"(
        SELECT a.id
        FROM administrator a
        WHERE length($1) > 0 AND a.role = 'chief'
            AND (a.domain_id IS NOT NULL OR a.context_id <> 0))"},
    {"an organisation that had a chief is activated", to_say("organisation {}"), R"(
        SELECT a.organisation_id
        FROM administrator a LEFT JOIN activation v ON v.organisation_id = a.organisation_id
        WHERE length($1) > 0 AND a.role = 'chief' AND v.organisation_id IS NULL)"},
    {"the site of an office belongs to its organisation", "a-{}", R"(
        SELECT a.id
        FROM administrator a LEFT JOIN context_value c ON c.id = a.context_id
        WHERE length($1) > 0 AND a.context_id <> 0
            AND (c.id IS NULL OR c.kind <> 'site' OR c.organisation_id <> a.organisation_id))"},
    {"what an application refers to is there, and its level can be", to_say("application {}"), R"(
        SELECT a.code
        FROM application a
        LEFT JOIN right_definition d ON d.id = a.right_id
        LEFT JOIN operation o ON o.id = a.operation_id
        WHERE length($1) > 0 AND (d.id IS NULL OR o.id IS NULL OR a.client_id = '' OR a.claim = ''
            OR (a.min_level <> 0 AND (a.min_level < 100 OR a.min_level > 500))))"},
    {"one key of an algorithm signs assertions", to_say("signing key {} and {}"), R"(
        SELECT a.kid, b.kid
        FROM signing_key a
        JOIN signing_key b ON b.algorithm = a.algorithm AND b.id > a.id
        WHERE length($1) > 0 AND a.retired_at = '' AND b.retired_at = '')"},
    {"every operation left an audit entry", to_say("operation {} ({})"), R"(
        SELECT o.id, o.command
        FROM operation o
        WHERE length($1) > 0 AND o.id NOT IN (SELECT operation_id FROM audit_entry))"},
});

// The cells of a row in their places: "g-1 overlaps g-2".
std::string told(const Check& check, const Statement& row) {
    fmt::dynamic_format_arg_store<fmt::format_context> cells;
    int column = 0;
    for (auto at = check.detail.find("{}"); at != std::string_view::npos;
         at = check.detail.find("{}", at + 1)) {
        cells.push_back(row.string(column++));
    }
    return said({check.detail.data(), check.detail.size()}, cells);
}

}  // namespace

void run_checks(Db& db, const Clock& clock, std::vector<CheckProblem>& found) {
    const std::string now = clock.now().iso();
    for (const auto list :
         {std::span<const Check>(checks), customer_checks(), service_checks(), issuance_checks()}) {
        for (const Check& check : list) {
            auto query = db.prepare(check.sql);
            query->bind({now});
            while (query->step())
                found.push_back({std::string(translated(check.name)), told(check, *query)});
        }
    }
}

}  // namespace dcadmin::store
