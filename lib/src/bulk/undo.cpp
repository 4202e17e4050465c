// SPDX-License-Identifier: Apache-2.0
#include "bulk/undo.h"

#include <dcadmin/base/ids.h>
#include <dcadmin/base/say.h>

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace dcadmin::bulk {

namespace {

constexpr std::string_view taken_back = "taken back";

void add(FileRow& row, std::string_view column, std::string value) {
    if (!value.empty()) row.columns.emplace_back(std::string(column), std::move(value));
}

FileRow request(std::string_view command, std::int64_t person_id, EnterpriseNumber org) {
    FileRow row{std::string(command), {}};
    add(row, "person", PersonId::from_stored(person_id).text());
    add(row, "org", org.digits());
    return row;
}

FileRow request(std::string_view command, const GrantKey& key) {
    FileRow row = request(command, key.person_id, key.org);
    add(row, "right", key.right);
    add(row, "site", key.context);
    return row;
}

FileRow request(std::string_view command, const RelationKey& key) {
    FileRow row = request(command, key.person_id, key.org);
    add(row, "audience", std::string(name_of(key.audience)));
    return row;
}

void put(Trace& trace, FileRow row) {
    add(row, "reason", std::string(taken_back));
    trace.undo.push_back(std::move(row));
}

}  // namespace

void say_lasting(Trace& trace, std::string_view what) {
    if (!trace.lasting.empty()) trace.lasting += "; ";
    trace.lasting += what;
}

void undo_grant(Trace& trace, const GrantKey& key, DateRange period, Date today) {
    if (period.last() < today)
        return say_lasting(trace, to_say("a grant that is over stays in the record"));
    FileRow row = request("grant revoke", key);
    add(row, "begins", period.first().iso());
    put(trace, std::move(row));
}

void undo_extension(Trace& trace, const GrantKey& key, Date from, Date until) {
    FileRow row = request("grant revoke", key);
    add(row, "begins", from.iso());
    add(row, "on", until.iso());
    put(trace, std::move(row));
}

void undo_shortening(Trace& trace, const GrantKey& key, Date from, Date until) {
    FileRow row = request("grant extend", key);
    add(row, "begins", from.iso());
    add(row, "until", until.iso());
    put(trace, std::move(row));
}

void undo_revocation(Trace& trace, const GrantKey& key, DateRange period, Term max_term,
                     Date earliest, Date today) {
    Date from = std::max(period.first(), earliest);
    if (from.plus(max_term) < period.last()) from = std::max(from, today);
    FileRow row = request("grant add", key);
    add(row, "from", from.iso());
    add(row, "until", period.last().iso());
    put(trace, std::move(row));
}

void undo_relation(Trace& trace, const RelationKey& key, DateRange period, Date today) {
    if (period.last() < today) {
        return say_lasting(trace, to_say("a working relation that is over stays in the record"));
    }
    FileRow row = request("relation end", key);
    add(row, "begins", period.first().iso());
    add(row, "at_once", "yes");
    put(trace, std::move(row));
}

void undo_relation_extension(Trace& trace, const RelationKey& key, Date from, Date until) {
    FileRow row = request("relation end", key);
    add(row, "begins", from.iso());
    add(row, "on", until.iso());
    put(trace, std::move(row));
}

void undo_relation_shortening(Trace& trace, const RelationKey& key, Date from, Date until) {
    FileRow row = request("relation extend", key);
    add(row, "begins", from.iso());
    add(row, "until", until.iso());
    put(trace, std::move(row));
}

void undo_relation_end(Trace& trace, const EndedAtOnce& ended) {
    if (ended.email.empty() || ended.phone.empty()) {
        return say_lasting(trace, to_say("the working relation had no e-mail address or telephone "
                                         "number, and a new one needs both"));
    }
    FileRow row = request("relation add", ended.key);
    add(row, "category", std::string(name_of(ended.category)));
    add(row, "email", ended.email);
    add(row, "phone", ended.phone);
    add(row, "from", ended.period.first().iso());
    add(row, "until", ended.period.last().iso());
    put(trace, std::move(row));
}

}  // namespace dcadmin::bulk
