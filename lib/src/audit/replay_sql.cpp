// SPDX-License-Identifier: Apache-2.0
#include "audit/replay_sql.h"

#include "audit/current.h"
#include "store/tx.h"

#include <dcadmin/base/say.h>

#include <fmt/format.h>

namespace dcadmin::audit {

void mark_erased(Record& record, const store::Statement& row, int key,
                 std::initializer_list<int> personal) {
    record.erased = row.text(key).empty();
    if (!record.erased) return;
    for (const int column : personal) {
        if (!row.text(column).empty()) record.oddity = to_say("was erased, but has data again");
    }
}

std::optional<EnterpriseNumber> maybe_org(const store::Statement& row, int column) {
    if (row.is_null(column)) return std::nullopt;
    return EnterpriseNumber::from_stored(static_cast<std::uint64_t>(row.integer(column)));
}

Records::Records(store::Db& db, const RecordKind& kind)
    : db_(db), kind_(kind), found_(db.prepare(kind.sql)) {}

bool Records::next(Record& record) {
    if (!found_->step()) return false;
    record = Record{};
    record.id = found_->integer(0);
    kind_.read(db_, *found_, record);
    return true;
}

std::optional<std::string> current_image(store::Tx& tx, std::string_view subject, std::int64_t id) {
    for (const RecordKind& kind : record_kinds()) {
        if (kind.subject != subject) continue;
        const auto sql = fmt::format("SELECT * FROM ({}) AS record WHERE id = $1", kind.sql);
        auto& found = tx.db().statement(sql);
        if (!found.first({id})) return std::nullopt;
        Record record;
        record.id = id;
        kind.read(tx.db(), found, record);
        found.reset();
        return std::move(record.image);
    }
    return std::nullopt;
}

// A grant.add is verified where its chain is read; the partial index has the others by subject.
LoggedImages::LoggedImages(store::Db& db, std::string_view subject)
    : found_(db.prepare(R"(
        SELECT e.subject_id, c.organisation_id, o.number, e.position, e.operation_id, e.verb,
               e.after_image
        FROM audit_entry e
        LEFT JOIN audit_chain c ON c.id = e.chain_id
        LEFT JOIN organisation o ON o.id = c.organisation_id
        WHERE e.subject = $1 AND e.after_image IS NOT NULL
            AND NOT (e.subject = 'grant' AND e.verb = 'add')
        ORDER BY e.subject_id, e.position)")) {
    found_->bind({subject});
}

bool LoggedImages::next(LoggedImage& image) {
    if (!found_->step()) return false;
    image = {.id = found_->integer(0),
             .organisation_id = found_->maybe_integer(1),
             .org = maybe_org(*found_, 2),
             .position = found_->integer(3),
             .operation = found_->integer(4),
             .verb = found_->string(5),
             .image = found_->string(6)};
    return true;
}

}  // namespace dcadmin::audit
