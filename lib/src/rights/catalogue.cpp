// SPDX-License-Identifier: Apache-2.0
#include "access/require.h"
#include "audit/images.h"
#include "audit/recorder.h"
#include "bulk/run.h"
#include "bulk/undo.h"
#include "rights/catalogue_sql.h"
#include "rights/rules.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/rights.h>

#include <fmt/format.h>

#include <algorithm>

namespace dcadmin {

namespace {

using rights::StoredRight;

void sort_lists(Right& right) {
    const auto by_name = [](Audience a, Audience b) { return name_of(a) < name_of(b); };
    std::sort(right.audiences.begin(), right.audiences.end(), by_name);
    right.audiences.erase(std::unique(right.audiences.begin(), right.audiences.end()),
                          right.audiences.end());
    std::sort(right.roles.begin(), right.roles.end());
    right.roles.erase(std::unique(right.roles.begin(), right.roles.end()), right.roles.end());
}

Right right_of(const NewRight& request) {
    const Term longest = request.max_term.value_or(Term::of(4, Term::Unit::year));
    Right right{.code = request.code,
                .title_nl = request.title_nl,
                .title_fr = request.title_fr,
                .title_en = request.title_en,
                .audiences = request.audiences,
                .context = request.context.value_or(ContextKind::none),
                .roles = request.roles,
                .max_term = longest,
                .default_term = request.default_term.value_or(longest),
                .min_level = request.min_level.value_or(300)};
    if (request.domain) right.domain = *request.domain;
    sort_lists(right);
    return right;
}

Right changed(const Right& old, const RightChange& request) {
    Right right = old;
    right.title_nl = request.title_nl.value_or(old.title_nl);
    right.title_fr = request.title_fr.value_or(old.title_fr);
    right.title_en = request.title_en.value_or(old.title_en);
    right.audiences = request.audiences.value_or(old.audiences);
    right.roles.insert(right.roles.end(), request.add_roles.begin(), request.add_roles.end());
    right.max_term = request.max_term.value_or(old.max_term);
    right.default_term = request.default_term.value_or(old.default_term);
    right.min_level = request.min_level.value_or(old.min_level);
    right.domain = request.domain.value_or(old.domain);
    sort_lists(right);
    return right;
}

StoredRight require_right(store::Db& db, const RightCode& code) {
    if (auto found = rights::find_right(db, code)) return std::move(*found);
    const auto near = text::nearest(code.text(), rights::all_codes(db));
    throw Error(Kind::not_found,
                say("no right '{}'{}", code.text(), near ? say("; did you mean '{}'?", *near) : ""),
                "look for it: dcadmin right search WORD", "right");
}

void require_domain(store::Db& db, const Right& right) {
    if (rights::has_domain(db, right.domain)) return;
    throw Error(Kind::not_found, say("no domain '{}'", right.domain.text()),
                "see which there are: dcadmin domain list", "domain");
}

// Grants refer to a role by its id, so the log tells of each by itself.
void add_role(store::Tx& tx, std::int64_t right_id, const RoleCode& role) {
    const std::int64_t id = rights::insert_role(tx.db(), right_id, role);
    const std::string after =
        audit::image_of(audit::RoleFields{.right_id = right_id, .code = role.text()});
    audit::record(tx, {.subject = "role",
                       .verb = "add",
                       .subject_id = id,
                       .before = {},
                       .after = after,
                       .reason = {}});
}

Written<Right> apply_add(bulk::Work& work, const NewRight& request) {
    access::require(work.tx, access::Operation::catalogue);
    const Right right = right_of(request);
    if (const auto problem = rights::problem_of(right)) throw *problem;
    store::Db& db = work.tx.db();
    if (const auto found = rights::find_right(db, right.code)) {
        if (rights::image_of(found->right) == rights::image_of(right)) {
            return {false, found->right, {}};
        }
        throw Error(Kind::conflict,
                    say("right '{}' is there already with other values", right.code.text()),
                    say("to change it: dcadmin right update {}", right.code.text()), "code");
    }
    require_domain(db, right);
    const std::int64_t id = rights::insert_right(db, right);
    for (const Audience audience : right.audiences) rights::insert_audience(db, id, audience);
    for (const RoleCode& role : right.roles) add_role(work.tx, id, role);
    audit::record(work.tx, {.subject = "right",
                            .verb = "add",
                            .subject_id = id,
                            .before = {},
                            .after = rights::image_of(right),
                            .reason = {}});
    return {true, right, {}};
}

std::string joined(const std::vector<Audience>& audiences) {
    std::string names;
    for (const Audience audience : audiences) {
        if (!names.empty()) names.push_back('|');
        names += name_of(audience);
    }
    return names;
}

// Back to the old values; an empty title cannot be asked for, and roles stay.
void undo_update(bulk::Trace& trace, const Right& old, const Right& right) {
    bulk::FileRow row{"right update", {{"code", old.code.text()}}};
    const auto back = [&](const char* column, std::string was, const std::string& is) {
        if (was == is) return;
        if (was.empty()) {
            bulk::say_lasting(trace, say("{} was empty", column));
        } else {
            row.columns.emplace_back(column, std::move(was));
        }
    };
    back("title_nl", old.title_nl, right.title_nl);
    back("title_fr", old.title_fr, right.title_fr);
    back("title_en", old.title_en, right.title_en);
    back("audience", joined(old.audiences), joined(right.audiences));
    back("max_term", old.max_term.text(), right.max_term.text());
    back("default_term", old.default_term.text(), right.default_term.text());
    back("min_level", std::to_string(old.min_level), std::to_string(right.min_level));
    back("domain", old.domain.text(), right.domain.text());
    if (right.roles != old.roles) bulk::say_lasting(trace, "a role that was added stays");
    if (row.columns.size() > 1) trace.undo.push_back(std::move(row));
}

Written<Right> apply_update(bulk::Work& work, const RightChange& request) {
    access::require(work.tx, access::Operation::catalogue);
    store::Db& db = work.tx.db();
    const StoredRight old = require_right(db, request.code);
    const Right right = changed(old.right, request);
    const std::string before = rights::image_of(old.right);
    const std::string after = rights::image_of(right);
    if (before == after) return {false, right, {}};
    if (const auto problem = rights::problem_of(right)) throw *problem;
    require_domain(db, right);
    rights::update_right(db, old.id, right);
    if (right.audiences != old.right.audiences) {
        rights::delete_audiences(db, old.id);
        for (const Audience audience : right.audiences) {
            rights::insert_audience(db, old.id, audience);
        }
    }
    for (const RoleCode& role : right.roles) {
        const auto& had = old.right.roles;
        if (std::find(had.begin(), had.end(), role) == had.end()) {
            add_role(work.tx, old.id, role);
        }
    }
    audit::record(work.tx, {.subject = "right",
                            .verb = "update",
                            .subject_id = old.id,
                            .before = before,
                            .after = after,
                            .reason = {}});
    if (work.trace != nullptr) undo_update(*work.trace, old.right, right);
    return {true, right, {}};
}

}  // namespace

Written<Right> Rights::add(const NewRight& request) {
    return bulk::run_one(env_, "right.add",
                         [&](bulk::Work& work) { return apply_add(work, request); });
}

bulk::Summary Rights::add_rows(const bulk::Source<NewRight>& rows, const bulk::Options& options,
                               const bulk::Sink& sink) {
    return bulk::run_rows(env_, "right.add", rows, options, sink,
                          [](bulk::Work& work, const NewRight& request) {
                              const auto written = apply_add(work, request);
                              return bulk::result_of(written, written.item.code.text());
                          });
}

Written<Right> Rights::update(const RightChange& request) {
    return bulk::run_one(env_, "right.update",
                         [&](bulk::Work& work) { return apply_update(work, request); });
}

bulk::Summary Rights::update_rows(const bulk::Source<RightChange>& rows,
                                  const bulk::Options& options, const bulk::Sink& sink) {
    return bulk::run_rows(env_, "right.update", rows, options, sink,
                          [](bulk::Work& work, const RightChange& request) {
                              const auto written = apply_update(work, request);
                              return bulk::result_of(written, written.item.code.text());
                          });
}

std::uint64_t Rights::list(const RightFilter& filter, const Each<Right>& each) {
    access::require(env_, access::Operation::read_catalogue);
    return rights::list_rights(env_.store.db(), filter, each);
}

Right Rights::get(const RightCode& code) {
    access::require(env_, access::Operation::read_catalogue);
    return require_right(env_.store.db(), code).right;
}

}  // namespace dcadmin
