// SPDX-License-Identifier: Apache-2.0
// Images of the records of the secure zone, as images.h has them of the others.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dcadmin::audit {

struct AccreditationFields {
    std::int64_t organisation_id;
    std::string_view region;
    std::string_view number;
    std::string_view activities;
    std::string_view valid_from;
    std::string_view valid_until;
};
[[nodiscard]] std::string image_of(const AccreditationFields& accreditation);

struct ContactFields {
    std::int64_t organisation_id;
    std::int64_t person_id;
    std::string_view purpose;
    std::string_view consent_on;
    std::string_view ended_at;
};
[[nodiscard]] std::string image_of(const ContactFields& contact);

struct WorkerFields {
    std::string_view key;  // the person's
    std::int64_t login;
    std::int64_t organisation_id;
    std::int64_t person_id;
    std::int64_t context_id;
    std::string_view region;
    std::string_view email;
    std::string_view phone;
    std::string_view password_hash;
    std::string_view inactive_since;
};
[[nodiscard]] std::string image_of(const WorkerFields& worker);

struct ContractFields {
    std::int64_t worker_id;
    std::int64_t context_id;
    std::string_view valid_from;
    std::string_view valid_until;
    std::int64_t hours;
};
[[nodiscard]] std::string image_of(const ContractFields& contract);

struct PickupFields {
    std::string_view key;  // of whom the driver turns to
    std::int64_t organisation_id;
    std::int64_t context_id;
    std::string_view region;
    std::string_view day;
    std::int64_t person_id;
    std::string_view phone;
    std::int64_t bags;
    std::string_view cancelled_at;
    // Of no series, and not postponed: the image is as it was before there were these.
    std::int64_t series_id = 0;
    std::string_view series_day = {};
    std::int64_t postponed_to = 0;
};
[[nodiscard]] std::string image_of(const PickupFields& pickup);

struct ClosingDayFields {
    std::int64_t organisation_id;  // 0: the issuer's
    std::string_view day;
    std::string_view reason;
    std::string_view opened_at;
};
[[nodiscard]] std::string image_of(const ClosingDayFields& closing);

struct ZoneTermFields {
    std::string_view kind;
    std::string_view region;
    std::string_view entered_by;
    std::string_view channel;
    std::int64_t length;
    std::string_view unit;
    std::string_view valid_from;
    std::string_view valid_until;
    std::string_view source;
};
[[nodiscard]] std::string image_of(const ZoneTermFields& term);

struct TariffFields {
    std::string_view kind;
    std::string_view region;
    std::string_view basis;
    std::int64_t amount;
    std::string_view valid_from;
    std::string_view valid_until;
    std::string_view hand_in_until;
    std::string_view source;
};
[[nodiscard]] std::string image_of(const TariffFields& tariff);

}  // namespace dcadmin::audit
