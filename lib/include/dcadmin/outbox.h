// SPDX-License-Identifier: Apache-2.0
// Notices to persons (berichten): written in the same transaction as the change they tell of, so
// that none is lost and none tells of something that did not happen. Who sends them claims them
// here. A run by file makes one notice per person that names all of his rows.
#pragma once

#include <dcadmin/base/ids.h>
#include <dcadmin/bulk.h>
#include <dcadmin/env.h>

#include <optional>
#include <string>
#include <vector>

namespace dcadmin {

struct Notice {
    NoticeId id;
    Timestamp at = Timestamp::from_seconds(0);
    PersonId person;
    std::string name;     // of the person
    std::string address;  // e-mail; empty when none is known
    std::string kind;     // "grant.add"
    std::string state;    // "waiting", "sent"
    std::string subject;
    std::string body;  // filled by get(), not by list()
};

struct NoticeFilter {
    std::optional<PersonRef> person;
    std::string state;
    std::string kind;
    Page page;
};

/// Notices that one process has taken for sending, and the moment that it took them.
struct ClaimedNotices {
    std::vector<NoticeId> ids;  // oldest first
    Timestamp at;
};

/// What became of a claimed notice; `waiting` gives it back.
enum class NoticeEnd { sent, failed, waiting };

class DCADMIN_API Notices {
   public:
    explicit Notices(const Env& env) : env_(env) {}

    std::uint64_t list(const NoticeFilter& filter, const Each<Notice>& each);
    [[nodiscard]] Notice get(NoticeId id);

    /// Takes up to `limit` notices that wait. Several processes may do so at once, on several
    /// machines: no notice goes to two of them. One that is not settled within ten minutes waits
    /// again, for the process may have died. Records nothing in the log.
    [[nodiscard]] ClaimedNotices claim(std::uint32_t limit);
    /// Says what became of a notice claimed at that moment. False when the ten minutes were over
    /// and another process has it now.
    bool settle(NoticeId id, Timestamp claimed_at, NoticeEnd end);

   private:
    const Env& env_;
};

}  // namespace dcadmin
