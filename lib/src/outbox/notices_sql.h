// SPDX-License-Identifier: Apache-2.0
// Statements of the outbox's reader: notices under a filter, and what their items stand for.
#pragma once

#include <dcadmin/outbox.h>

#include "outbox/texts.h"
#include "store/db.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace dcadmin::outbox {

/// A notice without its text, and the items that the text is made from. A notice of "grant.add"
/// without items tells of everything that its operation granted to the person.
struct StoredNotice {
    Notice notice;
    std::int64_t operation_id = 0;
    std::string items;  // "g-12@2030-10-02 r-5@2026-11-23"
    Language language = Language::nl;
    std::string email = {};     // of the person himself, now
    std::string tried_at = {};  // since when sending it fails for now; empty when it does not
    std::int64_t round = 0;
    bool erased = false;           // the person
    std::int64_t customer_id = 0;  // to whom, when to no person

    /// What tells one reader from another.
    [[nodiscard]] std::int64_t reader() const {
        return customer_id != 0 ? customer_id : notice.person.value();
    }
};

struct NoticeQuery {
    std::optional<std::int64_t> person_id;
    std::string state;
    std::string kind;
    Page page;
};

/// The person of that number or id.
[[nodiscard]] std::uint64_t count_notices(store::Db& db, const NoticeQuery& query);
/// Answers how many were given out.
std::uint64_t each_notice(store::Db& db, const NoticeQuery& query,
                          const std::function<bool(const StoredNotice&)>& each);
[[nodiscard]] std::optional<StoredNotice> find_notice(store::Db& db, std::int64_t id);

/// A grant or working relation as a text tells of it; `until` is the end that its row has now.
[[nodiscard]] std::optional<ToldGrant> find_grant(store::Db& db, std::int64_t id);
/// What an operation granted to a person, with the ends that it granted; the first `most` of them.
[[nodiscard]] std::vector<ToldGrant> granted_by(store::Db& db, const StoredNotice& notice,
                                                std::size_t most);
[[nodiscard]] std::size_t count_granted(store::Db& db, const StoredNotice& notice);
[[nodiscard]] std::optional<ToldRelation> find_relation(store::Db& db, std::int64_t id);
/// What a review asks of that person.
[[nodiscard]] std::optional<ToldReview> find_review(store::Db& db, std::int64_t id,
                                                    std::int64_t reviewer);
/// An office or a request for a chief, as told to that person.
[[nodiscard]] std::optional<ToldStaff> find_staff(store::Db& db, std::int64_t id);
[[nodiscard]] std::optional<ToldOffice> find_office(store::Db& db, std::int64_t id,
                                                    std::int64_t reader);
[[nodiscard]] std::optional<ToldRequest> find_chief_request(store::Db& db, std::int64_t id,
                                                            std::int64_t reader);
[[nodiscard]] std::optional<ToldTask> find_task(store::Db& db, std::int64_t id);

/// What tells this store from all others.
[[nodiscard]] std::string find_store_id(store::Db& db);
/// Lets a notice wait again, for the address that is the person's now when the old one is nobody's.
void make_wait(store::Db& db, std::int64_t id, std::string_view now);
[[nodiscard]] std::vector<std::int64_t> failed_notices(store::Db& db);

}  // namespace dcadmin::outbox
