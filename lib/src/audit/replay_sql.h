// SPDX-License-Identifier: Apache-2.0
// What replaying reads: the records of each kind with the image rebuilt from their rows, and the
// images that the log has of that kind, both by id.
#pragma once

#include <dcadmin/base/enterprise_number.h>

#include "store/db.h"

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace dcadmin::audit {

/// A record as its row has it now.
struct Record {
    std::int64_t id = 0;
    std::string name;                             // public id or number
    std::optional<std::int64_t> organisation_id;  // whose log tells of it; none: the system's
    std::optional<EnterpriseNumber> org;
    std::string image;
    std::string oddity;          // what cannot be so, whatever the log says; usually empty
    std::int64_t operation = 0;  // that made it, where the row says so
    bool logged = true;          // false for a grant as it was first: no image of it is stored
    bool erased =
        false;  // the person's key is gone, and his fields with it: they cannot be compared
};

/// A kind of record: its word in the log, its rows, and how one is read.
struct RecordKind {
    std::string_view subject;
    std::string_view sql;
    void (*read)(store::Db&, const store::Statement&, Record&);
};

/// The number of an organisation in a column that may have none.
[[nodiscard]] std::optional<EnterpriseNumber> maybe_org(const store::Statement& row, int column);
/// A record of a person whose key, in this column, is gone: nothing of his may be left in it.
void mark_erased(Record& record, const store::Statement& row, int key,
                 std::initializer_list<int> personal);

/// Every kind that the log tells of.
[[nodiscard]] std::span<const RecordKind> record_kinds();

/// The rows of a kind by id.
class Records {
   public:
    Records(store::Db& db, const RecordKind& kind);
    [[nodiscard]] bool next(Record& record);

   private:
    store::Db& db_;
    const RecordKind& kind_;
    std::unique_ptr<store::Statement> found_;
};

/// An image that the log stores.
struct LoggedImage {
    std::int64_t id = 0;  // of the subject
    std::optional<std::int64_t> organisation_id;
    std::optional<EnterpriseNumber> org;  // whose chain it stands in
    std::int64_t position = 0;
    std::int64_t operation = 0;
    std::string verb;
    std::string image;
};

/// The images of a kind by subject, in the order in which they were written.
class LoggedImages {
   public:
    LoggedImages(store::Db& db, std::string_view subject);
    [[nodiscard]] bool next(LoggedImage& image);

   private:
    std::unique_ptr<store::Statement> found_;
};

}  // namespace dcadmin::audit
