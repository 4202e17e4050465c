// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/paper/paper_sql.h"

#include "store/listing.h"

#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include <fmt/format.h>

namespace dcadmin::secure_zone {

namespace {

constexpr std::string_view row_columns = R"(
    SELECT id, organisation_id, context_id, region, number, customer, usable_until, hand_in_until,
           day, worker_id, activity, state, received_on, announced_on, read_on, due_on, lacks,
           cause, issuance_id
    FROM paper_voucher)";

constexpr std::string_view columns = R"(
    SELECT v.id, o.number, coalesce(c.number, 0), v.region, v.number, v.customer, v.usable_until,
           v.hand_in_until, v.day, coalesce(w.login, 0), v.activity, v.state, v.received_on,
           v.read_on, v.due_on, v.lacks, v.cause, v.issuance_id)";
constexpr std::string_view from_where = R"(
    FROM paper_voucher v
    JOIN organisation o ON o.id = v.organisation_id
    LEFT JOIN context_value c ON c.id = v.context_id
    LEFT JOIN worker w ON w.id = v.worker_id)";
constexpr access::Columns seen_by{
    .organisation = "v.organisation_id", .person = "w.person_id", .context = "v.context_id"};

PaperRow row_from(store::Statement& found) {
    PaperRow row{.id = found.integer(0),
                 .organisation_id = found.integer(1),
                 .context_id = found.integer(2),
                 .region = parse_region(found.text(3)),
                 .number = found.string(4),
                 .customer = found.integer(5),
                 .usable_until = found.string(6),
                 .hand_in_until = found.string(7),
                 .day = found.string(8),
                 .worker_id = found.integer(9),
                 .activity = found.string(10),
                 .state = parse_paper_state(found.text(11)),
                 .received_on = found.string(12),
                 .announced_on = found.string(13),
                 .read_on = found.string(14),
                 .due_on = found.string(15),
                 .lacks = found.string(16),
                 .cause = found.string(17),
                 .issuance_id = found.integer(18)};
    found.reset();
    return row;
}

std::optional<Date> maybe_day(std::string_view text) {
    if (text.empty()) return std::nullopt;
    return Date::parse(text);
}

PaperVoucher voucher_from(const store::Statement& row) {
    PaperVoucher one{
        .id = PaperVoucherId::from_stored(row.integer(0)),
        .org = EnterpriseNumber::from_stored(static_cast<std::uint64_t>(row.integer(1))),
        .site = {},
        .region = parse_region(row.text(3)),
        .number = PaperNumber::from_stored(row.string(4)),
        .customer = {},
        .usable_until = maybe_day(row.text(6)),
        .hand_in_until = maybe_day(row.text(7)),
        .day = maybe_day(row.text(8)),
        .worker = {},
        .activity = {},
        .state = parse_paper_state(row.text(11)),
        .received_on = Date::parse(row.text(12)),
        .read_on = maybe_day(row.text(13)),
        .due_on = maybe_day(row.text(14)),
        .lacks = {},
        .cause = row.string(16),
        .issuance = {}};
    const auto number = [&](int column) { return static_cast<std::uint64_t>(row.integer(column)); };
    if (number(2) != 0) one.site = SiteNumber::from_stored(number(2));
    if (number(5) != 0) one.customer = CustomerNumber::from_stored(number(5));
    if (number(9) != 0) one.worker = AffiliationNumber::from_stored(number(9));
    if (!row.text(10).empty()) one.activity = parse_activity(row.text(10));
    if (!row.text(15).empty()) {
        for (const auto field : text::split(row.text(15), '|')) one.lacks.emplace_back(field);
    }
    if (row.integer(17) != 0) one.issuance = IssuanceId::from_stored(row.integer(17));
    return one;
}

std::vector<std::int64_t> ids_of(store::Statement& found) {
    std::vector<std::int64_t> ids;
    while (found.step()) ids.push_back(found.integer(0));
    found.reset();
    return ids;
}

void where(store::Listing& listing, const PaperFilter& filter,
           std::optional<std::int64_t> organisation_id) {
    if (organisation_id) listing.where("v.organisation_id = {}", *organisation_id);
    if (filter.site) {
        listing.where("c.number = {}", static_cast<std::int64_t>(filter.site->value()));
    }
    if (filter.region) listing.where("v.region = {}", name_of(*filter.region));
    if (filter.state) listing.where("v.state = {}", name_of(*filter.state));
    if (filter.to_correct) listing.where("v.state = {}", name_of(PaperState::to_correct));
    if (filter.number) listing.where("v.number = {}", filter.number->text());
    if (filter.issuance) listing.where("v.issuance_id = {}", filter.issuance->value());
}

}  // namespace

std::optional<PaperRow> find_paper(store::Db& db, PaperVoucherId id) {
    auto& found = db.statement(fmt::format("{} WHERE id = $1", row_columns));
    if (!found.first({id.value()})) return std::nullopt;
    return row_from(found);
}

std::optional<PaperRow> find_paper(store::Db& db, Region region, const PaperNumber& number,
                                   bool withdrawn) {
    auto& found = db.statement(
        fmt::format("{} WHERE region = $1 AND number = $2 AND state <> 'withdrawn'", row_columns));
    if (found.first({name_of(region), number.text()})) return row_from(found);
    if (!withdrawn) return std::nullopt;
    auto& last = db.statement(
        fmt::format("{} WHERE region = $1 AND number = $2 ORDER BY id DESC LIMIT 1", row_columns));
    if (!last.first({name_of(region), number.text()})) return std::nullopt;
    return row_from(last);
}

std::int64_t insert_paper(store::Db& db, const PaperRow& row, std::int64_t operation) {
    return db
        .statement(R"(
        INSERT INTO paper_voucher (organisation_id, context_id, region, number, customer,
                                   usable_until, hand_in_until, day, worker_id, activity, state,
                                   received_on, announced_on, read_on, due_on, lacks, cause,
                                   issuance_id, operation_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
                $19)
        RETURNING id)")
        .insert({row.organisation_id, row.context_id, name_of(row.region), row.number, row.customer,
                 row.usable_until, row.hand_in_until, row.day, row.worker_id, row.activity,
                 name_of(row.state), row.received_on, row.announced_on, row.read_on, row.due_on,
                 row.lacks, row.cause, row.issuance_id, operation});
}

void change_paper(store::Db& db, const PaperRow& row) {
    db.statement(R"(
        UPDATE paper_voucher
        SET usable_until = $2, hand_in_until = $3, day = $4, worker_id = $5, activity = $6,
            state = $7, announced_on = $8, read_on = $9, due_on = $10, lacks = $11, cause = $12,
            issuance_id = $13
        WHERE id = $1)")
        .run({row.id, row.usable_until, row.hand_in_until, row.day, row.worker_id, row.activity,
              name_of(row.state), row.announced_on, row.read_on, row.due_on, row.lacks, row.cause,
              row.issuance_id});
}

std::vector<std::int64_t> papers_in(store::Db& db, std::int64_t issuance_id, PaperState state) {
    auto& found = db.statement(R"(
        SELECT id FROM paper_voucher
        WHERE issuance_id = $1 AND issuance_id <> 0 AND state = $2 ORDER BY id)");
    found.bind({issuance_id, name_of(state)});
    return ids_of(found);
}

std::vector<std::int64_t> papers_at_hand(store::Db& db, std::int64_t organisation_id,
                                         Region region) {
    auto& found = db.statement(R"(
        SELECT id FROM paper_voucher
        WHERE organisation_id = $1 AND region = $2 AND state IN ('received', 'announced')
        ORDER BY id)");
    found.bind({organisation_id, name_of(region)});
    return ids_of(found);
}

std::vector<std::int64_t> papers_run_out(store::Db& db, std::int64_t organisation_id,
                                         std::string_view day) {
    auto& found =
        db.statement(fmt::format(R"(
        SELECT id FROM paper_voucher
        WHERE state = 'to-correct' AND due_on < $1 AND {} ORDER BY id)",
                                 organisation_id == 0 ? "$2 = 0" : "organisation_id = $2"));
    found.bind({day, organisation_id});
    return ids_of(found);
}

std::int64_t papers_late(store::Db& db, std::int64_t issuance_id, std::string_view day) {
    auto& found = db.statement(R"(
        SELECT count(*) FROM paper_voucher
        WHERE issuance_id = $1 AND issuance_id <> 0 AND hand_in_until < $2)");
    const std::int64_t late = found.first({issuance_id, day}) ? found.integer(0) : 0;
    found.reset();
    return late;
}

std::optional<Date> worker_out_since(store::Db& db, std::int64_t worker_id) {
    auto& found = db.statement("SELECT inactive_since FROM worker WHERE id = $1");
    if (!found.first({worker_id})) throw Error(Kind::integrity, "a worker is gone");
    std::optional<Date> since;
    if (!found.text(0).empty()) since = Timestamp::parse(found.text(0)).brussels_day();
    found.reset();
    return since;
}

PaperVoucher shown_paper(store::Db& db, std::int64_t id) {
    auto& row = db.statement(fmt::format("{}{} WHERE v.id = $1", columns, from_where));
    if (!row.first({id})) throw Error(Kind::integrity, "a paper voucher is gone");
    PaperVoucher one = voucher_from(row);
    row.reset();
    return one;
}

std::uint64_t list_papers(store::Db& db, const PaperFilter& filter,
                          std::optional<std::int64_t> organisation_id, const access::Sight& sight,
                          const Each<PaperVoucher>& each) {
    store::Listing listing(fmt::format("{}{}", columns, from_where),
                           fmt::format("SELECT count(*){}", from_where));
    where(listing, filter, organisation_id);
    access::narrow(listing, sight, seen_by);
    listing.order(filter.page,
                  {{"org", "o.number, v.region, v.number, v.id"},
                   {"number", "v.number, v.region, v.id"},
                   {"date", "v.day, v.number, v.id"},
                   {"due", "v.due_on, v.number, v.id"}},
                  filter.to_correct ? "due" : "org");
    return listing.run(db, [&](const store::Statement& row) { return each(voucher_from(row)); });
}

PaperWaiting papers_waiting(store::Db& db, std::optional<std::int64_t> organisation_id,
                            const access::Sight& sight, std::string_view day) {
    store::Listing listing(fmt::format("SELECT v.due_on{}", from_where),
                           fmt::format("SELECT count(*){}", from_where));
    PaperFilter filter;
    filter.to_correct = true;
    filter.page.limit = 1;
    where(listing, filter, organisation_id);
    listing.where("v.due_on >= {}", day);
    access::narrow(listing, sight, seen_by);
    listing.order(filter.page, {{"due", "v.due_on, v.id"}}, "due");
    PaperWaiting waiting;
    waiting.vouchers = listing.run(db, [&](const store::Statement& row) {
        waiting.first_due = Date::parse(row.text(0));
        return true;
    });
    return waiting;
}

PaperCounts count_bundle(store::Db& db, std::int64_t issuance_id) {
    auto& found = db.statement(R"(
        SELECT state, count(*) FROM paper_voucher
        WHERE issuance_id = $1 AND issuance_id <> 0 GROUP BY state)");
    PaperCounts counts;
    found.bind({issuance_id});
    while (found.step()) {
        const std::int64_t n = found.integer(1);
        switch (parse_paper_state(found.text(0))) {
            case PaperState::bundled: counts.bundled += n; break;
            case PaperState::sent: counts.unread += n; break;
            case PaperState::to_correct: counts.to_correct += n; break;
            case PaperState::read_ok:
            case PaperState::corrected:
            case PaperState::accepted: counts.payable += n; break;
            case PaperState::lost_claimed: counts.claimed += n; break;
            case PaperState::refunded: counts.refunded += n; break;
            case PaperState::rejected: counts.rejected += n; break;
            case PaperState::received:
            case PaperState::announced:
            case PaperState::withdrawn: break;
        }
    }
    found.reset();
    return counts;
}

std::vector<PaperDay> payable_days(store::Db& db, std::int64_t issuance_id) {
    auto& found = db.statement(R"(
        SELECT day, count(*) FROM paper_voucher
        WHERE issuance_id = $1 AND issuance_id <> 0
            AND state IN ('read-ok', 'corrected', 'accepted', 'refunded')
        GROUP BY day ORDER BY day)");
    std::vector<PaperDay> days;
    found.bind({issuance_id});
    while (found.step()) days.push_back({found.string(0), found.integer(1)});
    found.reset();
    return days;
}

void list_bundle(store::Db& db, std::int64_t issuance_id,
                 const std::function<bool(const PaperLine&)>& each) {
    auto found = db.prepare(R"(
        SELECT id, number, day, state FROM paper_voucher
        WHERE issuance_id = $1 AND issuance_id <> 0 ORDER BY number, id)");
    found->bind({issuance_id});
    while (found->step()) {
        const PaperLine line{.id = PaperVoucherId::from_stored(found->integer(0)),
                             .number = found->string(1),
                             .day = found->string(2),
                             .state = found->string(3)};
        if (!each(line)) break;
    }
}

}  // namespace dcadmin::secure_zone
