// SPDX-License-Identifier: Apache-2.0
// Images of services. What a change set did is one image with the number and the digest of its
// lines of history and of its allocations: who writes them and who verifies them add the same
// fields here.
#pragma once

#include <dcadmin/base/sha256.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace dcadmin::audit {

/// What a service is, apart from what becomes of it.
struct ServiceFields {
    std::string_view work_id;
    std::int64_t worker_id;
    std::int64_t context_id;
    std::int64_t customer_id;
    std::string_view region;
    std::string_view day;
    std::int64_t hours;
    std::string_view activity;
    std::string_view entered_by;
    std::string_view channel;
};
[[nodiscard]] std::string image_of(const ServiceFields& service);

/// A line of a service's history.
struct ServiceLineFields {
    std::int64_t service_id;
    std::string_view event;
    std::string_view state_before;
    std::string_view state_after;
    std::string_view day;
    std::string_view due_on;
    std::string_view fields_before;
    std::string_view fields_after;
};

struct AllocationFields {
    std::int64_t service_id;
    std::int64_t order_id;
    std::int64_t first_number;
    std::int64_t vouchers;
    std::string_view allocated_on;
    std::string_view hand_in_until;
};

/// The image of a change set, made from its lines and its allocations, each in the order of ids.
class ChangeSetImage {
   public:
    void add(const ServiceLineFields& line);
    void add(const AllocationFields& allocation);
    /// To be asked once.
    [[nodiscard]] std::string text(std::int64_t organisation_id, std::string_view verb);

   private:
    std::int64_t lines_ = 0;
    std::int64_t allocations_ = 0;
    Sha256 of_lines_;
    Sha256 of_allocations_;
    std::string scratch_;
};

struct ServiceCommentFields {
    std::int64_t service_id;
    std::string_view party;
    std::string_view body;  // enters as a digest
    std::string_view written_at;
};
[[nodiscard]] std::string image_of(const ServiceCommentFields& comment);

}  // namespace dcadmin::audit
