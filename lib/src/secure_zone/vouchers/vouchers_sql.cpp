// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/vouchers/vouchers_sql.h"

#include "store/listing.h"

#include <dcadmin/error.h>

#include <fmt/format.h>

namespace dcadmin::secure_zone {

namespace {

constexpr std::string_view columns = R"(
    SELECT v.id, o.number, c.number, CASE WHEN c.audit_key = '' THEN '(erased)' ELSE c.name END,
           v.first_number, v.vouchers, v.issued_on, v.usable_until, v.hand_in_until,
           v.vouchers - v.used)";
constexpr std::string_view from_where = R"(
    FROM voucher_order v
    JOIN customer c ON c.id = v.customer_id
    JOIN organisation o ON o.id = c.organisation_id)";

std::string state_of(std::int64_t left, Date issued_on, Date usable_until, Date today) {
    if (left == 0) return "used-up";
    if (usable_until < today) return "expired";
    return issued_on > today ? "future" : "usable";
}

VoucherOrder order_from(const store::Statement& row, Date today) {
    VoucherOrder one{
        .id = VoucherOrderId::from_stored(row.integer(0)),
        .org = EnterpriseNumber::from_stored(static_cast<std::uint64_t>(row.integer(1))),
        .customer = CustomerNumber::from_stored(static_cast<std::uint64_t>(row.integer(2))),
        .name = row.string(3),
        .first_number = row.integer(4),
        .last_number = row.integer(4) + row.integer(5) - 1,
        .count = row.integer(5),
        .issued_on = Date::parse(row.text(6)),
        .usable_until = Date::parse(row.text(7)),
        .hand_in_until = Date::parse(row.text(8)),
        .left = row.integer(9),
        .state = {}};
    one.state = state_of(one.left, one.issued_on, one.usable_until, today);
    return one;
}

void in_state(store::Listing& listing, std::string_view state, Date today) {
    const std::string on = today.iso();
    if (state == "all") return;
    if (state == "used-up") {
        listing.where("v.used = v.vouchers");
        return;
    }
    listing.where("v.used < v.vouchers");
    if (state == "expired") listing.where("v.usable_until < {}", on);
    if (state == "future") listing.where("v.issued_on > {}", on);
    if (state == "usable") listing.where("v.issued_on <= {} AND v.usable_until >= {}", {on, on});
}

}  // namespace

std::optional<VoucherOrderRow> last_before(store::Db& db, std::int64_t number) {
    auto& found = db.statement(R"(
        SELECT id, customer_id, first_number, vouchers, issued_on, usable_until, hand_in_until
        FROM voucher_order WHERE first_number < $1 ORDER BY first_number DESC LIMIT 1)");
    if (!found.first({number})) return std::nullopt;
    VoucherOrderRow row{.id = found.integer(0),
                        .customer_id = found.integer(1),
                        .first_number = found.integer(2),
                        .vouchers = found.integer(3),
                        .issued_on = Date::parse(found.text(4)),
                        .usable_until = Date::parse(found.text(5)),
                        .hand_in_until = Date::parse(found.text(6))};
    found.reset();
    return row;
}

std::int64_t insert_order(store::Db& db, const VoucherOrderRow& row, std::int64_t operation) {
    const std::string issued = row.issued_on.iso();
    const std::string usable = row.usable_until.iso();
    const std::string hand_in = row.hand_in_until.iso();
    return db
        .statement(R"(
        INSERT INTO voucher_order (customer_id, first_number, vouchers, issued_on, usable_until,
                                   hand_in_until, used, operation_id)
        VALUES ($1, $2, $3, $4, $5, $6, 0, $7)
        RETURNING id)")
        .insert(
            {row.customer_id, row.first_number, row.vouchers, issued, usable, hand_in, operation});
}

VoucherOrder shown_order(store::Db& db, std::int64_t id, Date today) {
    auto& row = db.statement(fmt::format("{}{} WHERE v.id = $1", columns, from_where));
    if (!row.first({id})) throw Error(Kind::integrity, "an order of vouchers is gone");
    VoucherOrder one = order_from(row, today);
    row.reset();
    return one;
}

std::vector<WalletLine> wallet_lines(store::Db& db, std::int64_t customer_id, Date today) {
    const std::string on = today.iso();
    auto& rows = db.statement(R"(
        SELECT usable_until, hand_in_until, CASE WHEN issued_on > $2 THEN 1 ELSE 0 END AS future,
               CAST(sum(vouchers - used) AS BIGINT)
        FROM voucher_order
        WHERE customer_id = $1 AND used < vouchers
        GROUP BY 1, 2, 3 ORDER BY 1, 2, 3)");
    rows.bind({customer_id, on});
    std::vector<WalletLine> lines;
    while (rows.step()) {
        const Date until = Date::parse(rows.text(0));
        lines.push_back({.usable_until = until,
                         .hand_in_until = Date::parse(rows.text(1)),
                         .left = rows.integer(3),
                         .state = until < today          ? "expired"
                                  : rows.integer(2) != 0 ? "future"
                                                         : "usable"});
    }
    rows.reset();
    return lines;
}

std::uint64_t list_orders(store::Db& db, const VoucherFilter& filter,
                          std::optional<std::int64_t> organisation_id, const access::Sight& sight,
                          Date today, const Each<VoucherOrder>& each) {
    store::Listing listing(fmt::format("{}{}", columns, from_where),
                           fmt::format("SELECT count(*){}", from_where));
    if (organisation_id) listing.where("c.organisation_id = {}", *organisation_id);
    if (filter.customer) {
        listing.where("c.number = {}", static_cast<std::int64_t>(filter.customer->value()));
    }
    in_state(listing, filter.state, today);
    if (filter.from) listing.where("v.issued_on >= {}", filter.from->iso());
    if (filter.until) listing.where("v.issued_on <= {}", filter.until->iso());
    access::narrow(listing, sight, {.organisation = "c.organisation_id", .person = "c.person_id"});
    listing.order(filter.page,
                  {{"issued", "v.issued_on, v.first_number"},
                   {"until", "v.usable_until, v.issued_on, v.first_number"},
                   {"number", "v.first_number"}},
                  "issued");
    return listing.run(db,
                       [&](const store::Statement& row) { return each(order_from(row, today)); });
}

OpenOrders::OpenOrders(store::Db& db)
    : read_(db.prepare(R"(
          SELECT id, first_number, vouchers, used, issued_on, usable_until, hand_in_until
          FROM voucher_order WHERE customer_id = $1 AND used < vouchers
          ORDER BY issued_on, first_number)")),
      use_(db.prepare("UPDATE voucher_order SET used = $2 WHERE id = $1")) {}

void OpenOrders::read(std::int64_t customer_id, std::vector<OpenOrder>& into) {
    into.clear();
    read_->bind({customer_id});
    while (read_->step()) {
        into.push_back({.id = read_->integer(0),
                        .first_number = read_->integer(1),
                        .vouchers = read_->integer(2),
                        .used = read_->integer(3),
                        .issued_on = Date::parse(read_->text(4)),
                        .usable_until = Date::parse(read_->text(5)),
                        .hand_in_until = Date::parse(read_->text(6))});
    }
    read_->reset();
}

void OpenOrders::use(const OpenOrder& order) {
    use_->run({order.id, order.used});
}

}  // namespace dcadmin::secure_zone
