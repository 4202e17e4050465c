// SPDX-License-Identifier: Apache-2.0
#include "rights/grant_writer.h"

#include "audit/images.h"
#include "rights/apply.h"

#include <exception>
#include <thread>

namespace dcadmin::rights {

namespace {

constexpr std::size_t block_rows = 1024;
constexpr std::size_t blocks_ahead = 32;
// From here on the run gets the larger page cache.
constexpr std::uint64_t many = 10'000;

std::string_view day_of(const char (&text)[10]) {
    return {text, sizeof text};
}

// Ends the preparing thread however the writing ends.
class Joined {
   public:
    template <class Body>
    explicit Joined(Body body, std::function<void()> stop)
        : stop_(std::move(stop)), thread_(std::move(body)) {}
    ~Joined() {
        stop_();
        thread_.join();
    }
    Joined(const Joined&) = delete;
    Joined& operator=(const Joined&) = delete;

   private:
    std::function<void()> stop_;
    std::thread thread_;
};

}  // namespace

GrantWriter::GrantWriter(store::Tx& tx, bulk::SpillSort& make,
                         std::vector<std::int64_t> organisations)
    : tx_(tx),
      make_(make),
      recorder_(tx, "grant", "add"),
      ids_(take_grant_ids(tx.db(), make.size())),
      blocks_(blocks_ahead) {
    recorder_.open(std::move(organisations));
    tx.db().expect_bulk(make.size() > many);
}

void GrantWriter::prepare_row(const MakeRecord& record, Block& block) {
    Prepared& row = block.rows.emplace_back();
    row.relation_id = record.relation_id;
    row.right_id = record.right_id;
    row.context_id = record.context_id;
    record.from.write_iso(row.from);
    record.until.write_iso(row.until);
    row.row = record.row;
    row.of_row = record.of_row;
    row.remark = static_cast<std::uint32_t>(record.remark.size());
    row.reason = static_cast<std::uint32_t>(record.reason.size());
    block.texts += record.remark;
    block.texts += record.reason;
    audit::write_image({.relation_id = record.relation_id,
                        .right_id = record.right_id,
                        .context_id = record.context_id,
                        .valid_from = day_of(row.from),
                        .first_until = day_of(row.until),
                        .reason = record.reason},
                       image_);
    row.entry = recorder_.next(record.organisation_id, ids_.next(), image_,
                               record.own ? std::optional(granted_to_himself) : std::nullopt);
}

void GrantWriter::prepare() {
    try {
        MakeRecord record;
        Block block;
        std::string_view key;
        std::string_view payload;
        while (make_.next(key, payload)) {
            read(key, payload, record);
            prepare_row(record, block);
            if (block.rows.size() < block_rows) continue;
            if (!blocks_.put(std::move(block))) return;
            block = {};
            block.rows.reserve(block_rows);
        }
        blocks_.put(std::move(block));
        blocks_.finish();
    } catch (...) {
        blocks_.finish(std::current_exception());
    }
}

void GrantWriter::answer(const Prepared& row, std::string_view remark, const bulk::Sink& each) {
    const std::string id = GrantId::from_stored(row.entry.subject_id).text();
    if (row.of_row == 1) {
        result_.id = id;
        result_.message = remark;
        each(row.row, result_);
        return;
    }
    auto [at, is_new] = waiting_.try_emplace(row.row, Waiting{row.of_row, {}, std::string(remark)});
    Waiting& waiting = at->second;
    if (!waiting.ids.empty()) waiting.ids.push_back('|');
    waiting.ids += id;
    if (--waiting.left > 0) return;
    result_.id = waiting.ids;
    result_.message = waiting.remark;
    each(row.row, result_);
    waiting_.erase(at);
}

void GrantWriter::write(const Block& block, GrantInsert& grants, const bulk::Sink& each) {
    const std::int64_t operation = tx_.operation();
    std::string_view texts = block.texts;
    for (const Prepared& row : block.rows) {
        const std::string_view remark = texts.substr(0, row.remark);
        const std::string_view reason = texts.substr(row.remark, row.reason);
        texts.remove_prefix(row.remark + row.reason);
        grants.insert(row.entry.subject_id, {.relation_id = row.relation_id,
                                             .right_id = row.right_id,
                                             .context_id = row.context_id,
                                             .from = day_of(row.from),
                                             .until = day_of(row.until),
                                             .reason = reason,
                                             .operation_id = operation});
        recorder_.insert(row.entry);
        answer(row, remark, each);
    }
}

void GrantWriter::run(const bulk::Sink& each, const std::function<void(std::uint64_t)>& done) {
    result_.state = bulk::State::applied;
    GrantInsert grants(tx_.db());
    std::uint64_t written = 0;
    {
        const Joined preparing([this] { prepare(); }, [this] { blocks_.abandon(); });
        while (auto block = blocks_.take()) {
            write(*block, grants, each);
            written += block->rows.size();
            if (block->rows.size() == block_rows) done(written);
        }
    }
    grants.flush();
    recorder_.close();
}

}  // namespace dcadmin::rights
