// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/audit.h>
#include <dcadmin/base/say.h>

#include <dcadmin/base/right_code.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include "access/require.h"
#include "audit/audit_sql.h"
#include "audit/recorder.h"
#include "audit/subjects.h"
#include "audit/verify.h"

#include <algorithm>
#include <utility>

namespace dcadmin {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// The kind of record that a public id names, if it is one.
const audit::PublicSubject* public_subject(std::string_view text) {
    if (text.size() < 3 || text[1] != '-') return nullptr;
    if (!std::all_of(text.begin() + 2, text.end(), is_digit)) return nullptr;
    const auto letter = static_cast<char>(text[0] | 0x20);
    const auto* const found =
        std::ranges::find(audit::public_subjects, letter, &audit::PublicSubject::letter);
    return found == audit::public_subjects.end() ? nullptr : found;
}

// The chain that tells of a relation or grant is known, and an index has its entries in order.
audit::Subject subject_with_id(store::Db& db, std::string_view subject, std::int64_t id) {
    if (subject == "relation") return audit::find_relation(db, id);
    if (subject == "grant") return audit::find_grant(db, id);
    audit::Subject found{.name = std::string(subject), .ids = {id}, .chain = {}};
    if (subject == "person") found.chain = audit::system_chain;
    return found;
}

// What the user named: a public id, the number of an organisation or site, or a right's code.
audit::Subject subject_named(store::Db& db, std::string_view text) {
    if (const auto* const kind = public_subject(text)) {
        return subject_with_id(db, kind->subject, parse_id(text, kind->letter, kind->subject));
    }
    if (std::any_of(text.begin(), text.end(), is_letter)) {
        return audit::find_right(db, RightCode::parse(text).text());
    }
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), is_digit);
    const bool is_site = digits.size() == 12 || (digits.size() == 10 && digits[0] > '1');
    return is_site ? audit::find_sites(db, SiteNumber::parse(text))
                   : audit::find_organisation(db, EnterpriseNumber::parse(text));
}

// Narrows `query` to a chain; false when it is narrowed to another one already.
bool narrow_chain(audit::EntryQuery& query, std::int64_t chain) {
    if (query.chain && *query.chain != chain) return false;
    query.chain = chain;
    return true;
}

bool narrow_subject(audit::EntryQuery& query, const std::string& name) {
    if (!query.subject.empty() && query.subject != name) return false;
    query.subject = name;
    return true;
}

void take_page(audit::EntryQuery& query, const Page& page) {
    if (!page.sort.empty() && page.sort != "sequence" && page.sort != "at") {
        throw Error(Kind::usage, say("the log is not sorted by {}", text::quoted(page.sort)),
                    "it is sorted by sequence", "sort");
    }
    query.reverse = page.reverse;
    query.limit = page.limit;
    query.offset = page.offset;
}

// The filter in the store's own ids; none when nothing can match it.
std::optional<audit::EntryQuery> query_of(store::Db& db, const AuditFilter& filter) {
    audit::EntryQuery query;
    take_page(query, filter.page);
    const auto dot = filter.action.find('.');
    query.subject = filter.action.substr(0, dot);
    if (dot != std::string::npos) query.verb = filter.action.substr(dot + 1);
    if (filter.from) query.at_least = Timestamp::end_of(filter.from->plus_days(-1)).iso();
    if (filter.until) query.before = Timestamp::end_of(*filter.until).iso();
    if (filter.system) query.chain = audit::system_chain;
    if (filter.org) {
        const auto chain = audit::find_chain_of(db, *filter.org);
        if (!chain || !narrow_chain(query, *chain)) return std::nullopt;
    }
    if (!filter.subject.empty()) {
        audit::Subject subject = subject_named(db, filter.subject);
        if (subject.ids.empty() || !narrow_subject(query, subject.name)) return std::nullopt;
        if (subject.chain && !narrow_chain(query, *subject.chain)) return std::nullopt;
        query.subject_ids = std::move(subject.ids);
    }
    return query;
}

// Whose chain alone somebody reads; none: all of them.
std::optional<std::int64_t> own_organisation(const Env& env) {
    const auto sight = access::sight_of(env, access::Operation::read_audit);
    if (sight.all || sight.account != 0) return std::nullopt;
    if (sight.organisation == 0 || sight.person != 0) {
        access::require(env, access::Operation::read_audit);
    }
    return sight.organisation;
}

}  // namespace

std::uint64_t Audit::list(const AuditFilter& filter, const Each<AuditEntry>& each) {
    store::Db& db = env_.store.db();
    const auto own = own_organisation(env_);
    auto query = query_of(db, filter);
    if (own && query) {
        const auto chain = audit::find_chain_of_id(db, *own);
        if (!chain || !narrow_chain(*query, *chain)) query.reset();
    }
    if (!query) return 0;
    bool ended = false;
    const std::uint64_t given = audit::each_entry(db, *query, [&](const AuditEntry& entry) {
        ended = !each(entry);
        return !ended;
    });
    const bool whole = !ended && !query->limit && query->offset == 0;
    return whole ? given : audit::count_entries(db, *query);
}

AuditReport Audit::verify(const std::vector<ChainHead>& since) {
    access::require(env_, access::Operation::read_all_audit);
    return audit::verify(env_.store.db(), since);
}

std::vector<ChainHead> Audit::checkpoint() {
    access::require(env_, access::Operation::read_all_audit);
    return audit::read_heads(env_.store.db());
}

}  // namespace dcadmin
