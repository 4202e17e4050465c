// SPDX-License-Identifier: Apache-2.0
// The outbox's sender. Notices are claimed in batches over one connection; each is settled in the
// store once the relay has answered for it, so that a process that dies makes others send at most
// what it was doing, under the same Message-ID. A claim is left in time: no mail is begun that
// might last longer than its lease.
#include "access/require.h"
#include "outbox/customer_notices_sql.h"
#include "outbox/customer_texts.h"
#include "outbox/due.h"
#include "outbox/facts.h"
#include "outbox/message.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/sha256.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>
#include <dcadmin/outbox.h>

#include "network/address.h"
#include "network/mail.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <memory>
#include <utility>
#include <vector>

namespace dcadmin {

namespace {

using network::MailAnswer;
using network::MailEnd;
using Ids = std::vector<std::int64_t>;

constexpr std::uint64_t most_claimed = 50;
constexpr std::size_t most_in_digest = 100;
constexpr int most_lost = 3;  // mails in a row, then the relay counts as unreachable
constexpr std::int64_t gives_up_after = 5 * 86'400;
constexpr std::int64_t longest_wait = 4 * 3'600;

// Doubled with each try that was in vain.
std::int64_t wait_after(std::int64_t tries) {
    constexpr std::int64_t doublings = 8;  // 256 minutes are beyond the longest wait
    return std::min(std::int64_t{60} << std::min(tries, doublings), longest_wait);
}

network::MailServer server_of(const MailRelay& relay) {
    return {.url = relay.url,
            .user = relay.user,
            .password = relay.password,
            .ca_file = relay.ca_file,
            .connect_ms = relay.connect_ms,
            .total_ms = relay.total_ms};
}

// As lines end in a mail.
std::string with_crlf(std::string_view text) {
    std::string lines;
    for (const char c : text) {
        if (c == '\n') lines += '\r';
        lines += c;
    }
    return lines;
}

/// Notices that go out in one mail.
using Together = std::vector<outbox::StoredNotice>;

outbox::Letter letter_to_person(store::Db& db, const Together& notices) {
    const Language language = notices.front().language;
    std::vector<outbox::Facts> facts;
    std::vector<outbox::Counts> counts;
    for (const auto& stored : notices) {
        counts.push_back(outbox::counts_of(db, stored));
        facts.push_back(outbox::facts_of(db, stored, counts.back()));
    }
    return notices.size() == 1 ? outbox::letter_of(language, facts[0], counts[0])
                               : outbox::digest_of(language, facts, counts);
}

outbox::Letter letter_to_customer(store::Db& db, const Together& notices) {
    std::vector<outbox::CustomerFacts> facts;
    for (const auto& stored : notices) facts.push_back(outbox::customer_facts_of(db, stored));
    return outbox::customer_letter_of(notices.front().language, facts);
}

/// Notices to one sort of readers: which are due, and how they are read and written.
struct Sort {
    store::DueWork work;
    std::string_view prefix;  // of their Message-IDs
    std::optional<outbox::StoredNotice> (*find)(store::Db&, std::int64_t);
    outbox::Letter (*letter)(store::Db&, const Together&);
};

constexpr std::array sorts{
    Sort{outbox::due_notices, "n", outbox::find_notice, letter_to_person},
    Sort{outbox::due_customer_notices, "cn", outbox::find_customer_notice, letter_to_customer}};

class Run {
   public:
    Run(const Env& env, const MailRelay& relay, const SendOptions& options)
        : env_(env),
          relay_(relay),
          options_(options),
          from_(*outbox::mailbox_of(relay.from)),
          reply_to_(outbox::mailbox_of(relay.reply_to)),
          store_id_(outbox::find_store_id(env.store.db())),
          client_(network::open_mail(server_of(relay))) {}

    SendSummary all();

   private:
    [[nodiscard]] bool all_of_sort();
    [[nodiscard]] std::uint64_t left() const;
    [[nodiscard]] bool in_time(Timestamp claimed_at) const;
    [[nodiscard]] std::vector<Together> mails_of(const store::Claims& claims) const;
    bool batch(const store::Claims& claims);
    bool one(const Together& notices, Timestamp claimed_at);
    bool judge(const Together& notices, Timestamp claimed_at, const MailAnswer& answer);
    void put_off(const Together& notices, Timestamp claimed_at, const std::string& said);
    std::uint64_t settle(const Together& notices, Timestamp claimed_at, std::string_view state,
                         const std::string& said);
    void give_back(const std::vector<Together>& mails, std::size_t first, Timestamp claimed_at);
    [[nodiscard]] network::Mail mail_of(const Together& notices, const outbox::Mailbox& to) const;
    [[nodiscard]] std::string message_id(const Together& notices) const;
    [[nodiscard]] std::string clean(const std::string& said) const;

    const Env& env_;
    const MailRelay& relay_;
    const SendOptions& options_;
    const Sort* sort_ = &sorts.front();
    outbox::Mailbox from_;
    std::optional<outbox::Mailbox> reply_to_;
    std::string store_id_;
    std::unique_ptr<network::MailClient> client_;
    SendSummary summary_;
    std::uint64_t given_ = 0;  // mails, however they ended
    int lost_ = 0;
};

std::uint64_t Run::left() const {
    return options_.limit ? *options_.limit - std::min(given_, *options_.limit) : most_claimed;
}

// A mail lasts at most two attempts of the longest time.
bool Run::in_time(Timestamp claimed_at) const {
    const std::int64_t longest = 2 * (relay_.total_ms / 1'000) + 30;
    const std::int64_t held = env_.clock.now().seconds() - claimed_at.seconds();
    return held >= 0 && held + longest < sort_->work.lease.count();
}

SendSummary Run::all() {
    for (const Sort& sort : sorts) {
        sort_ = &sort;
        if (!all_of_sort()) break;
    }
    return summary_;
}

// False when the run is to end.
bool Run::all_of_sort() {
    const auto take = options_.digest ? store::Take::groups : store::Take::each;
    while (left() > 0) {
        const auto most = static_cast<std::int64_t>(std::min(left(), most_claimed));
        const auto claims = store::claim(env_, sort_->work, most, take);
        if (claims.ids.empty()) return true;
        if (!batch(claims)) return false;
    }
    return false;
}

std::vector<Together> Run::mails_of(const store::Claims& claims) const {
    std::vector<Together> mails;
    std::map<std::pair<std::int64_t, std::string>, std::size_t> open;
    for (const std::int64_t id : claims.ids) {
        auto stored = sort_->find(env_.store.db(), id);
        if (!stored) continue;
        if (stored->notice.address.empty()) stored->notice.address = stored->email;
        const std::pair key{stored->reader(), stored->notice.address};
        const auto found = open.find(key);
        const bool joins =
            options_.digest && found != open.end() && mails[found->second].size() < most_in_digest;
        if (joins) {
            mails[found->second].push_back(*std::move(stored));
        } else {
            open[key] = mails.size();
            mails.push_back({*std::move(stored)});
        }
    }
    return mails;
}

// False when the run is to end.
bool Run::batch(const store::Claims& claims) {
    const auto mails = mails_of(claims);
    std::size_t next = 0;
    try {
        for (; next < mails.size(); ++next) {
            if (left() == 0 || !in_time(claims.at)) break;
            if (!one(mails[next], claims.at)) {
                give_back(mails, next + 1, claims.at);
                return false;
            }
        }
    } catch (...) {
        give_back(mails, next, claims.at);
        throw;
    }
    give_back(mails, next, claims.at);
    return next > 0;
}

void Run::give_back(const std::vector<Together>& mails, std::size_t first, Timestamp claimed_at) {
    Ids ids;
    for (std::size_t i = first; i < mails.size(); ++i) {
        for (const auto& stored : mails[i]) ids.push_back(stored.notice.id.value());
    }
    if (ids.empty()) return;
    store::settle_all(env_, sort_->work, ids, claimed_at, {.state = "waiting"});
}

bool Run::one(const Together& notices, Timestamp claimed_at) {
    const Notice& first = notices.front().notice;
    if (first.state != "claimed") return true;  // erased meanwhile
    auto to = outbox::mailbox_of(first.address);
    if (!to) {
        const std::string why =
            first.address.empty() ? "no e-mail address is known" : "this is no e-mail address";
        summary_.failed += settle(notices, claimed_at, "failed", why);
        return true;
    }
    to->name = first.name;
    ++given_;
    return judge(notices, claimed_at, client_->send(mail_of(notices, *to)));
}

bool Run::judge(const Together& notices, Timestamp claimed_at, const MailAnswer& answer) {
    const std::string said = clean(answer.said);
    lost_ = answer.end == MailEnd::lost ? lost_ + 1 : 0;
    switch (answer.end) {
        case MailEnd::taken:
            ++summary_.mails;
            summary_.sent += settle(notices, claimed_at, "sent", said);
            return true;
        case MailEnd::refused:
            summary_.failed += settle(notices, claimed_at, "failed", said);
            return true;
        case MailEnd::put_off: put_off(notices, claimed_at, said); return true;
        case MailEnd::lost:
        case MailEnd::unreachable:
            put_off(notices, claimed_at, said);
            if (answer.end == MailEnd::lost && lost_ < most_lost) return true;
            summary_.unreachable = said;
            return false;
        case MailEnd::turned_away:
            throw Error(Kind::failed, say("the mail relay {} refuses us: {}", relay_.url, said),
                        "see its settings: dcadmin config list");
    }
    return false;
}

void Run::put_off(const Together& notices, Timestamp claimed_at, const std::string& said) {
    const std::int64_t now = env_.clock.now().seconds();
    for (const auto& stored : notices) {
        const bool given_up = !stored.tried_at.empty() &&
                              now - Timestamp::parse(stored.tried_at).seconds() >= gives_up_after;
        const std::string due =
            Timestamp::from_seconds(now + wait_after(stored.notice.tries)).iso();
        const store::Outcome outcome{.state = given_up ? "failed" : "waiting",
                                     .tried = true,
                                     .due_at = given_up ? std::string_view{} : due,
                                     .answer = said};
        const bool held =
            store::settle(env_, sort_->work, stored.notice.id.value(), claimed_at, outcome);
        if (held) ++(given_up ? summary_.failed : summary_.put_off);
    }
}

std::uint64_t Run::settle(const Together& notices, Timestamp claimed_at, std::string_view state,
                          const std::string& said) {
    Ids ids;
    for (const auto& stored : notices) ids.push_back(stored.notice.id.value());
    return store::settle_all(env_, sort_->work, ids, claimed_at,
                             {.state = state, .tried = true, .answer = said});
}

network::Mail Run::mail_of(const Together& notices, const outbox::Mailbox& to) const {
    const outbox::Letter letter = sort_->letter(env_.store.db(), notices);
    const outbox::Envelope envelope{.from = from_,
                                    .reply_to = reply_to_,
                                    .to = to,
                                    .at = env_.clock.now(),
                                    .message_id = message_id(notices)};
    return {.sender = from_.address,
            .recipient = to.address,
            .headers = outbox::headers_of(envelope, letter),
            .text = with_crlf(outbox::text_of(letter)),
            .html = with_crlf(outbox::html_of(letter))};
}

// The same notices have the same id however often they are sent, and others another: where one mail
// of two with an id is dropped, nothing is lost. Sent anew because somebody asked, it has a new
// one.
std::string Run::message_id(const Together& notices) const {
    const auto id_of = [this](const outbox::StoredNotice& stored) {
        return fmt::format("{}-{}", sort_->prefix, stored.notice.id.value());
    };
    std::string name = id_of(notices.front());
    Sha256 all;
    for (const auto& stored : notices) {
        all.add(fmt::format("{}.{} ", id_of(stored), stored.round));
    }
    if (notices.front().round > 0) name += fmt::format(".{}", notices.front().round);
    if (notices.size() > 1) name += fmt::format(".{}.{}", notices.size(), all.hex().substr(0, 16));
    return fmt::format("{}.{}@{}", name, store_id_, from_.domain());
}

// As it is kept and shown: without control characters, and never with the password, whatever a
// relay repeats.
std::string Run::clean(const std::string& said) const {
    std::string text = said;
    if (!relay_.password.empty()) {
        constexpr std::string_view hidden = "…";
        for (auto at = text.find(relay_.password); at != std::string::npos;
             at = text.find(relay_.password, at + hidden.size())) {
            text.replace(at, relay_.password.size(), hidden);
        }
    }
    constexpr std::size_t longest = 500;
    std::string safe = text::escaped(text::trimmed(text));
    if (safe.size() > longest) safe = text::fitted(safe, longest / 4);
    return safe;
}

}  // namespace

void check_sender(const std::string& from, const std::string& field) {
    if (outbox::mailbox_of(from)) return;
    throw Error(Kind::usage, say("{} is no e-mail address", text::quoted(from)),
                "write for instance 'Toegangsbeheer <toegang@example.be>'", field);
}

void check_relay(const MailRelay& relay) {
    if (!network::is_mail_url(relay.url)) {
        throw Error(Kind::usage,
                    "a mail relay has an address such as smtp://mail.example.be:587 or "
                    "smtps://mail.example.be, without user, password or query",
                    "keep the user in mail.user, and the password in a file: mail.password_file",
                    "mail.url");
    }
}

SendSummary Notices::send(const MailRelay& relay, const SendOptions& options) {
    check_relay(relay);
    check_sender(relay.from, "mail.from");
    if (!relay.reply_to.empty()) check_sender(relay.reply_to, "mail.reply_to");
    // Without a session it is the host's own work (security.md): its relay, its password.
    if (access::signed_in(env_)) access::require(env_, access::Operation::send_notices);
    return Run(env_, relay, options).all();
}

}  // namespace dcadmin
