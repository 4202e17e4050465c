// SPDX-License-Identifier: Apache-2.0
#include "rights/grant_records.h"

#include "bulk/spill_sort.h"

#include <cstring>

namespace dcadmin::rights {

namespace {

using bulk::put_key;
using bulk::take_key;

// Days before 1970 must sort first, too.
constexpr std::int64_t day_offset = std::int64_t{1} << 31;
constexpr std::uint8_t has_from = 1;
constexpr std::uint8_t has_until = 2;
constexpr std::uint8_t is_by_id = 4;

std::uint64_t unsigned_of(std::int64_t value) {
    return static_cast<std::uint64_t>(value);
}
std::int64_t signed_of(std::uint64_t value) {
    return static_cast<std::int64_t>(value);
}

void put_day(std::string& key, Date day) {
    put_key(key, unsigned_of(day.days() + day_offset), 4);
}
Date take_day(std::string_view key, std::size_t at) {
    return Date::from_days(static_cast<std::int32_t>(signed_of(take_key(key, at, 4)) - day_offset));
}

template <class T>
void put(std::string& out, const T& value) {
    char bytes[sizeof(T)];
    std::memcpy(bytes, &value, sizeof value);
    out.append(bytes, sizeof bytes);
}

// Reads what put() wrote, one after the other.
class Reader {
   public:
    explicit Reader(std::string_view bytes) : rest_(bytes) {}
    template <class T>
    T take() {
        T value;
        std::memcpy(&value, rest_.data(), sizeof value);
        rest_.remove_prefix(sizeof value);
        return value;
    }
    std::string_view take_text(std::size_t size) {
        const std::string_view text = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return text;
    }
    [[nodiscard]] std::string_view rest() const { return rest_; }

   private:
    std::string_view rest_;
};

// A site is its number; a role is 0, a length and the code.
void put_context(std::string& out, const ContextValue& context) {
    if (const auto* site = std::get_if<SiteNumber>(&context)) {
        put(out, site->value());
        return;
    }
    const std::string& role = std::get<RoleCode>(context).text();
    put(out, std::uint64_t{0});
    put(out, static_cast<std::uint8_t>(role.size()));
    out.append(role);
}

ContextValue take_context(Reader& reader) {
    if (const auto site = reader.take<std::uint64_t>(); site != 0) {
        return SiteNumber::from_stored(site);
    }
    const auto size = reader.take<std::uint8_t>();
    return RoleCode::from_stored(std::string(reader.take_text(size)));
}

}  // namespace

void write_key(const AskedRecord& record, std::string& key) {
    key.clear();
    put_key(key, record.person);
    put_key(key, record.org);
    put_key(key, unsigned_of(record.right_id));
    put_key(key, record.row);
}

void write_payload(const AskedRecord& record, std::string& payload) {
    payload.clear();
    const auto flags = static_cast<std::uint8_t>((record.period.from ? has_from : 0) |
                                                 (record.period.until ? has_until : 0) |
                                                 (record.by_id ? is_by_id : 0));
    put(payload, flags);
    if (record.period.from) put(payload, record.period.from->days());
    if (record.period.until) put(payload, record.period.until->days());
    put(payload, static_cast<std::uint32_t>(record.contexts.size()));
    for (const ContextValue& context : record.contexts) put_context(payload, context);
    payload.append(record.reason);
}

void read(std::string_view key, std::string_view payload, AskedRecord& record) {
    record.person = take_key(key, 0);
    record.org = take_key(key, 8);
    record.right_id = signed_of(take_key(key, 16));
    record.row = take_key(key, 24);
    Reader reader(payload);
    const auto flags = reader.take<std::uint8_t>();
    record.by_id = (flags & is_by_id) != 0;
    record.period = {};
    if ((flags & has_from) != 0) record.period.from = Date::from_days(reader.take<std::int32_t>());
    if ((flags & has_until) != 0) {
        record.period.until = Date::from_days(reader.take<std::int32_t>());
    }
    record.contexts.clear();
    const auto contexts = reader.take<std::uint32_t>();
    for (std::uint32_t i = 0; i < contexts; ++i) record.contexts.push_back(take_context(reader));
    record.reason = reader.rest();
}

void write_key(const MakeRecord& record, std::string& key) {
    key.clear();
    put_key(key, unsigned_of(record.relation_id));
    put_key(key, unsigned_of(record.right_id), 4);
    put_key(key, unsigned_of(record.context_id));
    put_day(key, record.from);
    put_key(key, record.row);
}

void write_payload(const MakeRecord& record, std::string& payload) {
    payload.clear();
    put(payload, record.until.days());
    put(payload, record.organisation_id);
    put(payload, static_cast<std::uint8_t>(record.own));
    put(payload, record.of_row);
    put(payload, static_cast<std::uint16_t>(record.remark.size()));
    payload.append(record.remark);
    payload.append(record.reason);
}

void read(std::string_view key, std::string_view payload, MakeRecord& record) {
    record.relation_id = signed_of(take_key(key, 0));
    record.right_id = signed_of(take_key(key, 8, 4));
    record.context_id = signed_of(take_key(key, 12));
    record.from = take_day(key, 20);
    record.row = take_key(key, 24);
    Reader reader(payload);
    record.until = Date::from_days(reader.take<std::int32_t>());
    record.organisation_id = reader.take<std::int64_t>();
    record.own = reader.take<std::uint8_t>() != 0;
    record.of_row = reader.take<std::uint32_t>();
    const auto remark = reader.take<std::uint16_t>();
    record.remark = reader.take_text(remark);
    record.reason = reader.rest();
}

}  // namespace dcadmin::rights
