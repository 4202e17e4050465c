// SPDX-License-Identifier: Apache-2.0
// Which electronic services there are, what became of each, and how new ones come in: entered one
// by one by the company or the worker, or from a file of the issuer. A group has millions of them,
// so every page of the list is found by an index, wherever it lies: a page is asked for by the
// service that it follows, and no more than some thousands are counted.
#pragma once

#include <dcadmin/base/clock.h>
#include <dcadmin/base/date.h>
#include <dcadmin/base/enterprise_number.h>
#include <dcadmin/base/ids.h>
#include <dcadmin/base/site_number.h>
#include <dcadmin/bulk.h>
#include <dcadmin/env.h>
#include <dcadmin/export.h>
#include <dcadmin/secure_zone/customer_number.h>
#include <dcadmin/secure_zone/service.h>
#include <dcadmin/secure_zone/vocabulary.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin {

/// The quick filters of the history (deck: snelfilters van de historiek).
enum class ServiceSelection : std::uint8_t {
    to_validate,    // the company's turn
    awaiting_user,  // the customer's
    disputed,
    cancelled,
    modified,  // by the company, at some time
    at_risk,   // vouchers that must be handed in soon
    partially_allocated,
    not_issued,  // vouchers that are not handed in
    refunded
};
inline constexpr std::array all_service_selections{ServiceSelection::to_validate,
                                                   ServiceSelection::awaiting_user,
                                                   ServiceSelection::disputed,
                                                   ServiceSelection::cancelled,
                                                   ServiceSelection::modified,
                                                   ServiceSelection::at_risk,
                                                   ServiceSelection::partially_allocated,
                                                   ServiceSelection::not_issued,
                                                   ServiceSelection::refunded};
/// Spelled as above, '-' for '_'. Reading takes any case; refused with usage otherwise.
[[nodiscard]] DCADMIN_API std::string_view name_of(ServiceSelection selection);
[[nodiscard]] DCADMIN_API ServiceSelection parse_service_selection(std::string_view text);

/// In the order of their day; at_risk and not_issued in that of the last day to hand in, modified
/// in that of their ids.
struct ServiceFilter {
    std::optional<EnterpriseNumber> org = {};
    std::optional<AffiliationNumber> worker = {};
    std::optional<CustomerNumber> customer = {};
    std::vector<ServiceState> states = {};  // one of these; empty: any
    std::optional<Region> region = {};
    std::optional<Date> from = {};
    std::optional<Date> until = {};
    std::optional<ServiceSelection> selection = {};
    std::optional<ServiceId> after = {};  // only what follows that one
    bool reverse = false;
    std::optional<std::uint64_t> limit = {};
    std::uint64_t offset = 0;
    bool counted = true;  // whether the number of all is wanted
};

/// How many there are in all, counted until `most`.
struct ServiceCount {
    static constexpr std::uint64_t most = 10'000;
    std::optional<std::uint64_t> all;  // absent: not asked for, or more than that
    bool more_than_most = false;
    std::optional<ServiceId> last = {};  // of the page, when more follow
};

/// One thing that happened to a service.
struct ServiceHistoryLine {
    ServiceId service;
    std::optional<Timestamp> at;  // absent for a payment, of which the day alone is known
    std::string actor;
    std::string event;        // "register", "validate", …; "comment", "vouchers", "issue", "pay"
    std::optional<Date> day;  // from when on it is so
    std::string before;       // state, and the fields that were changed: "validated, hours 3"
    std::string after;
    std::string text;  // the comment; which vouchers, in which issuance
};

struct ServiceComment {
    std::string party;  // "company", "user"
    Timestamp at;
    std::string body;
};

struct ServiceCard {
    Service service;
    std::vector<ServiceComment> comments;
    std::vector<ServiceHistoryLine> history;
};

/// What is left out: the worker's company, the customer's region, a work id of the store's own ("D"
/// and the number of the service).
struct NewService {
    std::optional<EnterpriseNumber> org = {};
    AffiliationNumber worker;
    CustomerNumber customer;
    std::optional<Region> region = {};
    Date day;
    int hours = 1;
    Activity activity = Activity::household;
    std::string work_id = {};
    std::string comment = {};
    std::string reason = {};
};

/// A row of an export. The state is one of registered, validated, confirmed and cancelled; absent:
/// it stays as it is.
struct ImportedService {
    std::string work_id;
    AffiliationNumber worker;
    CustomerNumber customer;
    Region region = Region::flanders;
    Date day;
    int hours = 1;
    Activity activity = Activity::household;
    std::optional<ServiceState> state = {};
    std::string comment = {};
    std::string reason = {};
};
/// Reads the words of exports, in Dutch, French and English: what is handed in or paid there was
/// confirmed. Refused with usage otherwise.
[[nodiscard]] DCADMIN_API ServiceState parse_imported_state(std::string_view text);
/// Reads our words, those of the telephone menu ("1" to "4"), and the Dutch and French ones.
[[nodiscard]] DCADMIN_API Activity parse_imported_activity(std::string_view text);

/// The services of a company in one state.
struct OpenServices {
    ServiceState state = ServiceState::registered;
    std::int64_t services = 0;
    Date earliest;  // day
    Date latest;
};

class DCADMIN_API Services {
   public:
    explicit Services(const Env& env) : env_(env) {}

    /// How many there are in each state in which something is still to come, in the order of the
    /// states; at the sites of who asks. not_found for an organisation that is not there.
    [[nodiscard]] std::vector<OpenServices> open_totals(EnterpriseNumber org);

    /// Those at the sites of who asks; a worker, and a customer who is a person, sees his own.
    /// usage for an offset above 10,000: `after` costs the same wherever the page lies; not_found
    /// for an `after` that is not there.
    ServiceCount list(const ServiceFilter& filter, const Each<Service>& each);
    [[nodiscard]] ServiceCard show(ServiceId id);
    /// What happened to it, the earliest first.
    void history(ServiceId id, const Each<ServiceHistoryLine>& each);

    /// By the company, or by the worker himself. rule for a worker or customer who is not active, a
    /// company that is not accredited for that region, activity and day, a day to come, and where
    /// no source says how long the company has to validate; usage for hours outside 1..9; not_found
    /// for a worker or customer of another company. Unchanged when the very same is there (by its
    /// work id, or the same hours of the same parties on that day); conflict when that work id is
    /// another's. The remark warns of more than 12 hours of a worker on a day. Recorded as all
    /// changes of services: see services/changes.h.
    Written<Service> register_service(const NewService& request);
    bulk::Summary register_rows(const bulk::Source<NewService>& rows, const bulk::Options& options,
                                const bulk::Sink& sink);
    /// By the company: makes the service with that work id what the row says. One that is new was
    /// registered on its day; other hours, day or activity change it as `service update` does; the
    /// state is reached by the events that lead there, and refused with rule where none do. Another
    /// worker, customer or region is a conflict. A cancelled one wants a comment. Unchanged when it
    /// is so, or further, already.
    Written<Service> import(const ImportedService& request);
    bulk::Summary import_rows(const bulk::Source<ImportedService>& rows,
                              const bulk::Options& options, const bulk::Sink& sink);

   private:
    const Env& env_;
};

}  // namespace dcadmin
