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
    std::string name;                   // of the person
    std::string address;                // e-mail; empty when none is known
    std::string kind;                   // "grant.add"
    std::string state;                  // "waiting", "claimed", "sent", "failed"
    std::string subject;                // in the person's language
    std::string body;                   // filled by get(), not by list()
    std::int64_t tries = 0;             // how often it was given to the relay
    std::optional<Timestamp> due = {};  // not before then; none: at once
    std::string answer = {};            // what the relay said last, or why it was not asked
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

/// The relay that mails are given to (SMTP).
struct MailRelay {
    std::string url;   // smtp://HOST:PORT with STARTTLS, smtps://HOST; plain on this machine
    std::string from;  // "dcadmin <dcadmin@example.be>", or the address alone
    std::string reply_to = {};  // the same
    std::string user = {};
    std::string password = {};  // a secret: never in a message or in the store
    std::string ca_file = {};   // of the authority that signed its certificate
    int connect_ms = 10'000;
    int total_ms = 60'000;  // for one mail; a claim lasts longer
};
/// Refused with usage: an address that is not smtp or smtps, or holds a user, a password or a
/// query; plain SMTP to another machine never happens, for STARTTLS is asked for. A sender without
/// address.
DCADMIN_API void check_relay(const MailRelay& relay);
/// A sender's address alone. Refused with usage when there is none.
DCADMIN_API void check_sender(const std::string& from, const std::string& field);

struct SendOptions {
    std::optional<std::uint64_t> limit = {};  // at most so many mails
    bool digest = false;                      // one mail for all that waits for a person
};

/// What a run came to, in notices.
struct SendSummary {
    std::uint64_t mails = 0;  // that the relay took
    std::uint64_t sent = 0;
    std::uint64_t failed = 0;   // for good
    std::uint64_t put_off = 0;  // for now
    std::string unreachable;    // why the relay could not be reached; empty when it could
};

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

    /// Sends what is due, each notice once it is claimed, and settles it once the relay has taken
    /// it: at least once, with the same Message-ID each time. What the relay refuses for now is due
    /// again after 1, 2, 4 … minutes, at most 4 hours, for 5 days; what it refuses for good has
    /// failed. Throws failed, and leaves the notices waiting, when it refuses us (sign-in, sender,
    /// TLS). Ends, saying so, when it cannot be reached. Records nothing in the log.
    SendSummary send(const MailRelay& relay, const SendOptions& options = {});
    /// Lets notices wait again that were sent or have failed; unchanged for one that waits. The
    /// address is the person's present one when nobody has the old one any more, and the Message-ID
    /// a new one. not_found; rule: the person is erased. Recorded in the system chain.
    Written<std::vector<Notice>> resend(const std::vector<NoticeId>& ids);
    /// The same for all that have failed.
    Written<std::vector<Notice>> resend_failed();

   private:
    const Env& env_;
};

}  // namespace dcadmin
