// SPDX-License-Identifier: Apache-2.0
// The two records that a run of grants sorts, and their byte forms: what a row asks (by person,
// then organisation, right and row), and what is to be made (by working relation, right, context,
// begin).
#pragma once

#include "rights/judge.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::rights {

struct AskedRecord {
    std::uint64_t person = 0;
    bool by_id = false;  // how the row names him
    std::uint64_t org = 0;
    std::int64_t right_id = 0;
    std::uint64_t row = 0;
    AskedPeriod period;
    std::vector<ContextValue> contexts;
    std::string_view reason;
};
void write_key(const AskedRecord& record, std::string& key);
void write_payload(const AskedRecord& record, std::string& payload);
/// Reuses the memory of `record`; its reason is a view on the payload.
void read(std::string_view key, std::string_view payload, AskedRecord& record);

struct MakeRecord {
    std::int64_t relation_id = 0;
    std::int64_t right_id = 0;
    std::int64_t context_id = 0;
    Date from = Date::from_days(0);
    Date until = Date::from_days(0);
    std::uint64_t row = 0;
    std::int64_t organisation_id = 0;
    bool own = false;          // of who acts
    std::uint32_t of_row = 1;  // how many grants its row makes
    std::string_view remark;
    std::string_view reason;
};
void write_key(const MakeRecord& record, std::string& key);
void write_payload(const MakeRecord& record, std::string& payload);
void read(std::string_view key, std::string_view payload, MakeRecord& record);

}  // namespace dcadmin::rights
