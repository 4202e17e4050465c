// SPDX-License-Identifier: Apache-2.0
#include "access/require.h"
#include "audit/images.h"
#include "audit/recorder.h"
#include "organisations/find.h"
#include "sign_in/accounts_sql.h"
#include "sign_in/rules.h"
#include "sign_in/secrets.h"

#include <dcadmin/access.h>
#include <dcadmin/accounts.h>
#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include <fmt/format.h>

#include <algorithm>

namespace dcadmin {

namespace {

using namespace sign_in;  // the rest of this context

constexpr Term longest = Term::of(2, Term::Unit::year);

std::string image_of(const AccountRow& row) {
    return audit::image_of(audit::AccountFields{.name = row.account.name,
                                                .operations = row.operations,
                                                .organisation_ids = row.organisation_ids,
                                                .valid_until = row.until,
                                                .retired_at = row.retired_at,
                                                .reason = row.account.reason});
}

AccountRow get_row(store::Db& db, const std::string& name, Timestamp now) {
    auto found = read_accounts(db, text::ascii_lower(text::trimmed(name)), now);
    if (!name.empty() && found.size() == 1) return std::move(found.front());
    throw Error(Kind::not_found, say("no account {}", text::quoted(name)),
                "see which there are: dcadmin account list", "name");
}

std::string operations_of(const NewAccount& request) {
    std::vector<std::string> words;
    for (const std::string& one : request.operations) {
        std::string word = text::ascii_lower(text::trimmed(one));
        if (!word.empty()) words.push_back(std::move(word));
    }
    if (words.empty()) {
        throw Error(Kind::usage, "an account without operations can do nothing",
                    "name them, separated by |, or * for all", "operations");
    }
    const auto known = account_operations();
    for (const std::string& word : words) {
        if (word == "*" || std::ranges::find(known, word) != known.end()) continue;
        const std::vector<std::string> names(known.begin(), known.end());
        const auto near = text::nearest(word, names);
        throw Error(
            Kind::usage, say("no account can be given the operation {}", text::quoted(word)),
            near ? say("did you mean {}?", *near) : say("one of: {}", fmt::join(known, ", ")),
            "operations");
    }
    std::ranges::sort(words);
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return fmt::format("{}", fmt::join(words, "|"));
}

AccountRow row_of(store::Tx& tx, const NewAccount& request) {
    AccountRow row;
    row.account.name = account_name(request.name);
    row.operations = operations_of(request);
    row.until = request.until.iso();
    row.account.reason = required_reason(request.reason, "an account needs a reason");
    if (request.until < tx.today() || request.until > tx.today().plus(longest)) {
        throw Error(
            Kind::rule,
            say("an account ends between today and {}", tx.today().plus(longest).formatted()),
            "give an earlier day; rotate or add it anew later", "until");
    }
    for (const EnterpriseNumber org : request.orgs) {
        row.organisation_ids.push_back(organisations::get_id(tx.db(), org));
    }
    std::ranges::sort(row.organisation_ids);
    row.organisation_ids.erase(
        std::unique(row.organisation_ids.begin(), row.organisation_ids.end()),
        row.organisation_ids.end());
    return row;
}

void record_account(store::Tx& tx, std::string_view verb, std::int64_t id,
                    std::optional<std::string_view> before, std::optional<std::string_view> after,
                    const std::string& reason) {
    std::optional<std::string_view> why;
    if (!reason.empty()) why = reason;
    audit::record(tx, {.chain = audit::system_chain,
                       .subject = "account",
                       .verb = verb,
                       .subject_id = id,
                       .before = before,
                       .after = after,
                       .reason = why});
}

}  // namespace

IssuedSecret Accounts::add(const NewAccount& request) {
    return store::write_result(env_, [&](store::Tx& tx) {
        access::require(tx, access::Operation::accounts);
        const AccountRow row = row_of(tx, request);
        if (!read_accounts(tx.db(), row.account.name, tx.now()).empty()) {
            throw Error(Kind::conflict, say("there is an account {} already", row.account.name),
                        "give it a new secret: dcadmin account rotate", "name");
        }
        const std::string secret = new_token("dca");
        const std::int64_t id = insert_account(tx, row, store::token_hash(secret));
        const std::string after = image_of(row);
        record_account(tx, "add", id, {}, after, row.account.reason);
        return IssuedSecret{.account = get_row(tx.db(), row.account.name, tx.now()).account,
                            .secret = secret};
    });
}

std::vector<Account> Accounts::list() {
    access::require(env_, access::Operation::accounts);
    std::vector<Account> all;
    for (auto& row : read_accounts(env_.store.db(), "", env_.clock.now())) {
        all.push_back(std::move(row.account));
    }
    return all;
}

Account Accounts::get(const std::string& name) {
    access::require(env_, access::Operation::accounts);
    return get_row(env_.store.db(), name, env_.clock.now()).account;
}

IssuedSecret Accounts::rotate(const std::string& name, const std::string& reason) {
    return store::write_result(env_, [&](store::Tx& tx) {
        access::require(tx, access::Operation::accounts);
        const AccountRow row = get_row(tx.db(), name, tx.now());
        if (row.account.state != "active") {
            throw Error(Kind::rule,
                        say("the account {} is {}", row.account.name, row.account.state),
                        "add another: dcadmin account add", "name");
        }
        const std::string secret = new_token("dca");
        set_secret(tx.db(), row.id, store::token_hash(secret));
        record_account(tx, "rotate", row.id, {}, {}, text::clean(reason, "reason"));
        return IssuedSecret{.account = row.account, .secret = secret};
    });
}

Written<Account> Accounts::retire(const std::string& name, const std::string& reason) {
    return store::write_result(env_, [&](store::Tx& tx) {
        access::require(tx, access::Operation::accounts);
        AccountRow row = get_row(tx.db(), name, tx.now());
        if (!row.retired_at.empty()) {
            return Written<Account>{.changed = false, .item = row.account, .remark = {}};
        }
        const std::string before = image_of(row);
        row.retired_at = tx.now().iso();
        set_retired(tx.db(), row.id, row.retired_at);
        const std::string after = image_of(row);
        record_account(tx, "retire", row.id, before, after, text::clean(reason, "reason"));
        return Written<Account>{
            .changed = true, .item = get_row(tx.db(), name, tx.now()).account, .remark = {}};
    });
}

}  // namespace dcadmin
