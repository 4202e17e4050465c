// SPDX-License-Identifier: Apache-2.0
#include "rights/judge.h"

#include <dcadmin/base/say.h>

#include <algorithm>

namespace dcadmin::rights {

namespace {

constexpr std::int64_t no_context = 0;  // the row of context_value that means "none"

Error context_missing(const RightFacts& right) {
    return {Kind::rule,
            say("right '{}' needs a {} (context): without one it gives no access", right.code,
                name_of(right.context)),
            right.context == ContextKind::site
                ? "name one or more: --site NUMBER (dcadmin site list)"
                : "name one or more roles with --site",
            "site"};
}

Error context_unwanted(const RightFacts& right) {
    return {Kind::rule, say("right '{}' has no contexts", right.code), "leave the site out",
            "site"};
}

}  // namespace

const PersonFacts* Judge::look_at(NationalNumber person, Facts& facts) {
    if (number_ == person.value()) return this->person();
    number_ = person.value();
    person_.reset();
    if (PersonFacts* found = facts.person(person)) person_ = std::move(*found);
    if (person_) shown_ = PersonId::from_stored(person_->id).text();
    return this->person();
}

const RelationFacts& Judge::relation_for(const Asked& asked) {
    if (!person_) throw unknown_person(asked.person);
    candidates_.clear();
    for (const RelationFacts& relation : person_->relations) {
        if (relation.org == asked.org) candidates_.push_back(&relation);
    }
    if (candidates_.empty()) require_organisation(db_, asked.org);
    auto chosen =
        choose_relation(candidates_, *asked.right, asked.period, today_, shown_, asked.org);
    if (auto* error = std::get_if<Error>(&chosen)) throw std::move(*error);
    return *std::get<const RelationFacts*>(chosen);
}

std::int64_t Judge::context_for(const Asked& asked, const RelationFacts& relation,
                                const ContextValue& context, const Facts& facts) {
    std::optional<std::int64_t> found;
    if (const auto* role = std::get_if<RoleCode>(&context)) {
        found = find_role(*asked.right, *role);
    } else if (asked.right->context == ContextKind::site) {
        found = facts.site(relation.organisation_id, std::get<SiteNumber>(context));
    }
    if (found) return *found;
    throw unknown_context(db_, *asked.right, relation.organisation_id, asked.org, context);
}

void Judge::contexts_for(const Asked& asked, const RelationFacts& relation, const Facts& facts) {
    contexts_.clear();
    if (asked.right->context == ContextKind::none) {
        if (!asked.contexts.empty()) throw context_unwanted(*asked.right);
        contexts_.push_back(no_context);
        return;
    }
    if (asked.contexts.empty()) throw context_missing(*asked.right);
    for (const ContextValue& context : asked.contexts) {
        contexts_.push_back(context_for(asked, relation, context, facts));
    }
}

void Judge::judge_context(const Asked& asked, std::size_t index, Decision& decision) {
    const std::int64_t context = contexts_[index];
    same_.clear();
    for (const HeldGrant& held : person_->held) {
        if (held.relation_id == decision.relation->id && held.right_id == asked.right->id &&
            held.context_id == context) {
            same_.push_back(held);
        }
    }
    const Judgement judgement = against_held(asked.period, *decision.period, same_, today_);
    switch (judgement.verdict) {
        case Verdict::make: decision.make.push_back(context); break;
        case Verdict::there: decision.there.push_back(*judgement.other); break;
        case Verdict::conflict:
            throw conflict_with(
                *judgement.other, shown_, asked.org, asked.right->code,
                index < asked.contexts.size() ? text_of(asked.contexts[index]) : std::string());
    }
}

void Judge::judge(const Asked& asked, Facts& facts, Decision& decision) {
    decision.make.clear();
    decision.there.clear();
    look_at(asked.person, facts);
    decision.relation = &relation_for(asked);
    auto period = period_for(asked.period, *decision.relation, *asked.right, today_);
    if (auto* error = std::get_if<Error>(&period)) throw std::move(*error);
    decision.period = std::move(std::get<GrantPeriod>(period));
    contexts_for(asked, *decision.relation, facts);
    for (std::size_t index = 0; index < contexts_.size(); ++index) {
        const auto here = contexts_.begin() + static_cast<std::ptrdiff_t>(index);
        const bool named_before = std::find(contexts_.begin(), here, *here) != here;
        if (!named_before) judge_context(asked, index, decision);
    }
}

void Judge::keep(const Asked& asked, const Decision& decision) {
    for (const std::int64_t context : decision.make) {
        person_->held.push_back({.id = 0,
                                 .relation_id = decision.relation->id,
                                 .right_id = asked.right->id,
                                 .context_id = context,
                                 .from = decision.period->from,
                                 .until = decision.period->until,
                                 .row = asked.row});
    }
}

}  // namespace dcadmin::rights
