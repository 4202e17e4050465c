// SPDX-License-Identifier: Apache-2.0
// How services are changed: the row, a line of its history, and one entry in the log for all that
// one operation did to services of one company. A million services validated at once are a million
// lines of history and one entry, whose image holds their number and digest; `audit verify`
// recomputes it from the lines, and the services from their lines. Whoever changes a service does
// it through this.
#pragma once

#include "bulk/run.h"
#include "secure_zone/services/alike.h"
#include "secure_zone/services/due.h"
#include "secure_zone/services/known_services.h"
#include "secure_zone/services/service_row.h"
#include "secure_zone/services/steps.h"
#include "secure_zone/vouchers/wallet.h"

#include <dcadmin/secure_zone/service.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

namespace dcadmin::secure_zone {

struct Allocation {
    std::int64_t service_id;
    std::int64_t order_id;
    std::int64_t first_number;
    std::int64_t vouchers;
    Date allocated_on;
    std::string hand_in_until;
};

class ServiceChanges final : public bulk::Gathering {
   public:
    /// The one of a row's work; `verb` is what the log calls it ("validate").
    static ServiceChanges& of(bulk::Work& work, std::string_view verb);

    ServiceChanges(store::Tx& tx, std::string_view verb, bool tells);
    ~ServiceChanges() override;

    /// A new service, in the state it says; its id is set, and its work id where it has none.
    void add(ServiceRow& row);
    /// What became of it. conflict when somebody else changed it meanwhile.
    void change(const ServiceStep& step);
    /// The same, but written with others, so that it stands only after settle(). A step that is no
    /// modification, of a service that waits for none.
    void change_later(const ServiceStep& step);
    /// The same for others of its company that stand as it does, and whose rows are done.
    void change_later(const ServiceStep& step, const std::vector<std::int64_t>& services);
    [[nodiscard]] bool changes_later(std::int64_t service_id) const;
    /// Writes what waits of rows that are done. busy when somebody else changed one meanwhile.
    void settle();
    /// Vouchers for it; its row is changed by change().
    void allocate(std::int64_t organisation_id, const Allocation& allocation);
    /// The customer is told of what the operation did to his services, once per kind.
    void tell(std::int64_t customer_id, std::string_view kind);
    [[nodiscard]] KnownServices& services() { return services_; }
    [[nodiscard]] DueDays& due() { return due_; }
    [[nodiscard]] Wallet& wallet() { return wallet_; }
    /// Why, for the log.
    void because(const std::string& reason);

    void end_row() override;
    void drop_row() override;
    void finish() override;

   private:
    struct Line;
    struct Set;
    class Tables;
    void clear_row();
    Set& set_of(std::int64_t organisation_id);
    void write(const Line& line);
    void write(std::int64_t organisation_id, const Allocation& allocation);
    void write(const AlikeStep& step, const std::vector<std::int64_t>& services);

    store::Tx& tx_;
    std::string verb_;
    bool tells_;
    std::string reason_;
    std::vector<Line> lines_;  // of the row under way
    std::vector<std::pair<std::int64_t, Allocation>> allocations_;
    std::vector<std::pair<std::int64_t, std::string_view>> told_;
    std::vector<ServiceStep> later_;
    AlikeSteps alike_;                                   // of the rows that are done
    std::map<std::int64_t, std::unique_ptr<Set>> sets_;  // by organisation
    std::map<std::string_view, std::unordered_set<std::int64_t>>
        customers_;  // by what they are told
    std::unique_ptr<Tables> tables_;
    KnownServices services_;
    DueDays due_;
    Wallet wallet_;
};

}  // namespace dcadmin::secure_zone
