// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/services/page_sql.h"

#include "secure_zone/services/shelf.h"
#include "secure_zone/services/shown_sql.h"
#include "store/list_statement.h"
#include "store/listing.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>
#include <span>
#include <utility>
#include <variant>

namespace dcadmin::secure_zone {

namespace {

using Order = ServicesWanted::Order;
using Bound = std::variant<std::int64_t, std::string>;

// A stretch begins anew at its day, so it is long; services are read a few at a time.
constexpr std::uint64_t at_once = 4096;
constexpr std::size_t shown_at_once = 256;

// Where an index of worker or customer is better than one of the company, which fits more columns.
constexpr std::string_view organisation_column = "s.organisation_id + 0";

struct Place {
    std::string key;
    std::int64_t id = 0;
};

std::string_view key_of(Order order) {
    switch (order) {
        case Order::day: return "s.day";
        case Order::hand_in: return "s.hand_in_until";
        case Order::id: break;
    }
    return "CAST('' AS TEXT)";
}

// The parts of a list. What they have in common comes first, then what each adds; their values are
// numbered in that order, and those of the place that a page follows come last.
class Parts {
   public:
    Parts(const ServicesWanted& wanted, const access::Sight& sight, RiskDays& risk)
        : wanted_(wanted), risk_(risk), narrowed_(sight.zone_of != 0), common_("", "") {
        add_common(sight);
        if (wanted.nothing) return;
        for (const std::string& source : sources()) add_companies(source);
    }

    [[nodiscard]] bool empty() const { return parts_.empty(); }
    /// Whether it is told in a moment how many there are: nobody's sites are looked for among all.
    [[nodiscard]] bool countable() const { return !narrowed_ || by_site() || !by_company(); }
    [[nodiscard]] std::string page(std::uint64_t limit, std::uint64_t skip = 0) const {
        const auto way = wanted_.reverse ? " DESC" : "";
        const std::string by =
            wanted_.order == Order::id ? fmt::format("id{}", way) : fmt::format("k{0}, id{0}", way);
        std::string sql;  // each part is in that order already: they are merged
        for (const std::string& part : parts_) {
            sql += fmt::format("{}{}{}", sql.empty() ? "" : " UNION ALL ", select(part), after());
        }
        return fmt::format("{} ORDER BY {} LIMIT {} OFFSET {}", sql, by, limit, skip);
    }
    /// So many are counted: where each is looked up by a line of history, fewer.
    [[nodiscard]] std::uint64_t most_counted() const {
        constexpr std::uint64_t few = 1000;
        return wanted_.modified ? few : ServiceCount::most;
    }
    [[nodiscard]] std::string count() const {
        const std::string end = fmt::format(" LIMIT {}", most_counted() + 1);
        std::string sql;
        for (const std::string& part : parts_) {
            sql += fmt::format("{}SELECT id FROM ({}{}) p", sql.empty() ? "" : " UNION ALL ",
                               select(part), end);
        }
        return fmt::format("SELECT count(*) FROM (SELECT 1 FROM ({}) x{}) y", sql, end);
    }
    /// Answers the number of the next value.
    int bind(store::Statement& statement) const {
        int number = common_.bind_conditions(statement);
        for (const Bound& value : values_) {
            ++number;
            if (const auto* integer = std::get_if<std::int64_t>(&value)) {
                statement.bind_one(number, *integer);
            } else {
                statement.bind_one(number, std::string_view(std::get<std::string>(value)));
            }
        }
        return number + 1;
    }

   private:
    void add_common(const access::Sight& sight);
    [[nodiscard]] std::vector<std::string> sources();
    void add_companies(const std::string& source);
    void add_regions(const std::string& source, std::int64_t organisation);
    void add_shelves(const std::string& source, std::int64_t organisation);
    void add_states(const std::string& source);

    // Whether it is a list of companies: not one of a worker, a customer, or one's own.
    [[nodiscard]] bool by_company() const {
        return !wanted_.own && !wanted_.worker && !wanted_.customers &&
               !wanted_.organisations.empty();
    }
    [[nodiscard]] bool by_region() const {
        return wanted_.at_risk || (by_company() && !wanted_.modified && !by_site());
    }
    // Whether it is of states of companies, which have a shelf each.
    [[nodiscard]] bool by_shelf() const {
        return by_company() && by_region() && !wanted_.at_risk && !wanted_.states.empty() &&
               wanted_.order == Order::day;
    }
    // Whoever sees few sites; of the rare states those of the whole company are fewer.
    [[nodiscard]] bool by_site() const {
        const auto& states = wanted_.states;
        const bool many =
            states.empty() || std::ranges::find(states, ServiceState::refunded) != states.end();
        return wanted_.sites && by_company() && many && wanted_.order == Order::day;
    }
    std::string place(const auto& value) {
        values_.emplace_back(value);
        return fmt::format("${}", common_.values() + values_.size());
    }
    [[nodiscard]] std::string after() const {
        const auto next = common_.values() + values_.size() + 1;
        const auto than = wanted_.reverse ? '<' : '>';
        if (wanted_.order == Order::id) {
            const auto column = by_company() ? "h.service_id" : "s.id";
            return fmt::format(" AND ${} = '' AND {} {} ${}", next, column, than, next + 1);
        }
        return fmt::format(" AND ({}, s.id) {} (${}, ${})", key_of(wanted_.order), than, next,
                           next + 1);
    }
    // A company's modified services are looked for from their lines of history on.
    [[nodiscard]] std::string select(const std::string& part) const {
        constexpr std::string_view lines =
            "SELECT DISTINCT h.service_id AS id, CAST('' AS TEXT) AS k "
            "FROM service_change h CROSS JOIN service s{}{} "
            "AND h.event = 'modify' AND s.id = h.service_id";
        constexpr std::string_view exist =
            " AND EXISTS (SELECT 1 FROM service_change h "
            "WHERE h.service_id = s.id AND h.event = 'modify')";
        if (wanted_.modified && by_company()) {
            return fmt::format(lines, common_.conditions(), part);
        }
        return fmt::format("SELECT s.id AS id, {} AS k FROM service s{}{}{}", key_of(wanted_.order),
                           common_.conditions(), part, wanted_.modified ? exist : "");
    }

    const ServicesWanted& wanted_;
    RiskDays& risk_;
    bool narrowed_;
    store::Listing common_;
    std::vector<std::string> parts_;
    std::vector<Bound> values_;
};

void Parts::add_common(const access::Sight& sight) {
    common_.where("1 = 1");
    if (wanted_.from) common_.where("s.day >= {}", wanted_.from->iso());
    if (wanted_.until) common_.where("s.day <= {}", wanted_.until->iso());
    if (wanted_.worker) common_.where("s.worker_id = {}", *wanted_.worker);
    if (wanted_.customers) common_.where_any("s.customer_id", *wanted_.customers);
    if (!by_company() && wanted_.organisations.size() == 1) {
        common_.where(fmt::format("{} = {{}}", organisation_column), wanted_.organisations.front());
    }
    if (!by_region() && wanted_.regions.size() == 1) {
        common_.where("s.region = {}", name_of(wanted_.regions.front()));
    }
    if (wanted_.order == Order::hand_in) common_.where("s.hand_in_until <> ''");
    access::Sight rest = sight;
    rest.person = 0;  // own rows are looked up by worker and customer
    access::narrow(common_, rest, {.organisation = organisation_column, .context = "s.context_id"});
}

std::vector<std::string> Parts::sources() {
    if (!wanted_.own) return {""};
    std::vector<std::string> all;
    std::string others;
    for (const std::int64_t worker : wanted_.own_as_worker) {
        const std::string at = place(worker);
        all.push_back(fmt::format(" AND s.worker_id = {}", at));
        others += fmt::format(" AND s.worker_id <> {}", at);
    }
    for (const std::int64_t customer : wanted_.own_as_customer) {
        all.push_back(fmt::format(" AND s.customer_id = {}{}", place(customer), others));
    }
    return all;
}

void Parts::add_companies(const std::string& source) {
    if (!by_company() && !by_region()) return add_states(source);
    const auto column = by_company() ? "s.organisation_id" : organisation_column;
    for (const std::int64_t organisation : wanted_.organisations) {
        if (by_shelf()) {
            add_shelves(source, organisation);
            continue;
        }
        const std::string part = fmt::format("{} AND {} = {}", source, column, place(organisation));
        if (by_region()) {
            add_regions(part, organisation);
        } else if (by_site()) {
            for (const std::int64_t site : *wanted_.sites) {
                add_states(fmt::format("{} AND s.context_id = {}", part, place(site)));
            }
        } else {
            add_states(part);
        }
    }
}

void Parts::add_regions(const std::string& source, std::int64_t organisation) {
    for (const Region region : wanted_.regions) {
        std::string part =
            fmt::format("{} AND s.region = {}", source, place(std::string(name_of(region))));
        if (wanted_.at_risk) {
            part += fmt::format(" AND s.hand_in_until <= {}",
                                place(risk_.until(organisation, region).iso()));
        }
        add_states(part);
    }
}

void Parts::add_shelves(const std::string& source, std::int64_t organisation) {
    for (const Region region : wanted_.regions) {
        for (const ServiceState state : wanted_.states) {
            parts_.push_back(fmt::format("{} AND s.shelf = {}", source,
                                         place(shelf_of(organisation, state, region))));
        }
    }
}

void Parts::add_states(const std::string& source) {
    if (wanted_.states.empty()) parts_.push_back(source);
    for (const ServiceState state : wanted_.states) {
        parts_.push_back(
            fmt::format("{} AND s.state = {}", source, place(std::string(name_of(state)))));
    }
}

const store::ListStatement& shown_statement() {
    static const store::ListStatement statement(
        fmt::format("SELECT {}, s.organisation_id{} WHERE s.id IN ({{}})", shown_service_columns,
                    shown_service_tables),
        1);
    return statement;
}

// Shows them in their order; false when no more are wanted.
bool show_few(store::Db& db, std::span<const Place> places, RiskDays& risk,
              const Each<Service>& each) {
    std::vector<std::int64_t> ids;
    for (const Place& place : places) ids.push_back(place.id);
    std::map<std::int64_t, Service> found;
    shown_statement().run(db, {}, ids, [&](const store::Statement& row) {
        constexpr int region = 7;
        constexpr int organisation = 18;
        const Date until = risk.until(row.integer(organisation), parse_region(row.text(region)));
        found.emplace(row.integer(0), shown_from(row, until));
    });
    return std::ranges::all_of(ids, [&](std::int64_t id) {
        const auto one = found.find(id);
        return one == found.end() || each(one->second);
    });
}

bool show(store::Db& db, std::span<const Place> places, RiskDays& risk, const Each<Service>& each) {
    while (!places.empty()) {
        const auto few = places.first(std::min(shown_at_once, places.size()));
        if (!show_few(db, few, risk, each)) return false;
        places = places.subspan(few.size());
    }
    return true;
}

// The places of a list, one stretch after the other.
class Walk {
   public:
    Walk(store::Db& db, const Parts& parts, const ServicesWanted& wanted)
        : db_(db),
          parts_(parts),
          wanted_(wanted),
          rows_(db.prepare(parts.page(stretch(), wanted.offset))) {
        next_value_ = parts.bind(*rows_);
        constexpr auto last = std::numeric_limits<std::int64_t>::max();
        if (wanted.after_id) {
            at_ = {wanted.after_key, *wanted.after_id};
        } else if (wanted.reverse) {
            at_ = {wanted.order == Order::id ? "" : "~", last};
        }
    }

    /// Empty at the end.
    std::vector<Place> next() {
        std::vector<Place> places;
        if (ended_) return places;
        rows_->reset();
        rows_->bind_one(next_value_, std::string_view(at_.key));
        rows_->bind_one(next_value_ + 1, at_.id);
        while (rows_->step()) places.push_back({rows_->string(1), rows_->integer(0)});
        ended_ = places.size() < stretch();
        if (!places.empty()) at_ = places.back();
        if (!ended_ && std::exchange(skips_, false)) {
            rows_ = db_.prepare(parts_.page(stretch()));
            parts_.bind(*rows_);
        }
        return places;
    }

   private:
    // One more than the page, to know whether more follow.
    [[nodiscard]] std::uint64_t stretch() const {
        return std::min(at_once, wanted_.limit.value_or(at_once) + 1);
    }

    store::Db& db_;
    const Parts& parts_;
    const ServicesWanted& wanted_;
    bool skips_ = wanted_.offset > 0;  // what the first stretch leaves out
    std::unique_ptr<store::Statement> rows_;
    int next_value_ = 0;
    Place at_;
    bool ended_ = false;
};

std::uint64_t counted(store::Db& db, const Parts& parts) {
    const auto rows = db.prepare(parts.count());
    parts.bind(*rows);
    return rows->step() ? static_cast<std::uint64_t>(rows->integer(0)) : 0;
}

}  // namespace

ServiceCount page_of_services(store::Db& db, const ServicesWanted& wanted,
                              const access::Sight& sight, RiskDays& risk,
                              const Each<Service>& each) {
    ServiceCount count;
    const Parts parts(wanted, sight, risk);
    if (parts.empty()) {
        count.all = 0;
        return count;
    }
    std::uint64_t shown = 0;
    std::int64_t last = 0;
    Walk walk(db, parts, wanted);
    bool more = true;
    while (more) {
        std::vector<Place> places = walk.next();
        if (places.empty()) break;
        if (wanted.limit && places.size() > *wanted.limit - shown) {
            places.resize(*wanted.limit - shown);
            more = false;
        }
        shown += places.size();
        if (!places.empty()) last = places.back().id;
        if (!show(db, places, risk, each)) return count;
    }
    if (!more && last != 0) count.last = ServiceId::from_stored(last);
    if (!wanted.limit && wanted.offset == 0 && !wanted.after_id) {
        count.all = shown;
    } else if (wanted.counted && !wanted.after_id && parts.countable()) {
        const std::uint64_t all = counted(db, parts);
        count.more_than_most = all > ServiceCount::most;
        if (all <= parts.most_counted()) count.all = all;
    }
    return count;
}

}  // namespace dcadmin::secure_zone
