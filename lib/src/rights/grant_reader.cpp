// SPDX-License-Identifier: Apache-2.0
#include "rights/grant_reader.h"

#include "rights/grant_records.h"

#include <exception>

namespace dcadmin::rights {

namespace {

constexpr std::size_t block_rows = 1024;
constexpr std::size_t blocks_ahead = 8;

}  // namespace

GrantReader::GrantReader(const bulk::Source<NewGrant>& rows, store::Db& db, const RightIndex& index)
    : rows_(rows), db_(db), index_(index), blocks_(blocks_ahead), thread_([this] { read(); }) {}

GrantReader::~GrantReader() {
    blocks_.abandon();
    thread_.join();
}

void GrantReader::take_row(const bulk::Row<NewGrant>& row, ReadBlock& block) {
    try {
        if (const auto* error = std::get_if<Error>(&row.content)) throw *error;
        const auto& request = std::get<NewGrant>(row.content);
        AskedRecord record;
        record.person = require_number(db_, request.person).value();
        record.by_id = std::holds_alternative<PersonId>(request.person);
        record.org = request.org.value();
        const auto org = static_cast<std::int64_t>(record.org);
        if (block.organisations.empty() || block.organisations.back() != org) {
            block.organisations.push_back(org);
        }
        record.right_id = index_.get(request.right.text()).id;
        record.row = row.number;
        record.period = {request.from, request.until};
        record.contexts = request.contexts;
        record.reason = request.reason;
        write_key(record, key_);
        write_payload(record, payload_);
        block.rows.push_back({static_cast<std::uint32_t>(block.bytes.size()),
                              static_cast<std::uint32_t>(payload_.size())});
        block.bytes += key_;
        block.bytes += payload_;
    } catch (const Error& error) {
        block.refused.emplace_back(row.number, error);
    }
}

void GrantReader::read() {
    try {
        bulk::Row<NewGrant> row{0, Error(Kind::failed, "not read yet")};
        ReadBlock block;
        while (rows_.next(row)) {
            take_row(row, block);
            if (block.rows.size() + block.refused.size() < block_rows) continue;
            if (!blocks_.put(std::move(block))) return;
            block = {};
        }
        blocks_.put(std::move(block));
        blocks_.finish();
    } catch (...) {
        blocks_.finish(std::current_exception());
    }
}

}  // namespace dcadmin::rights
