// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/say.h>
#include <dcadmin/secure_zone/terms.h>

#include "access/require.h"
#include "audit/recorder.h"
#include "audit/zone_images.h"
#include "bulk/run.h"
#include "policies/values.h"
#include "secure_zone/stored_word.h"
#include "secure_zone/terms/holding.h"
#include "secure_zone/terms/terms_sql.h"

#include <dcadmin/base/text.h>

namespace dcadmin {

namespace secure_zone {

namespace {

const Date no_end = Date::of(9999, 12, 31);
const Date zone_of_2020 = Date::of(2020, 10, 29);
constexpr int longest = 999;

bool counts_months(TermKind kind) {
    return kind == TermKind::voucher || kind == TermKind::hand_in || kind == TermKind::service_age;
}

LegalTerm cleaned(const NewLegalTerm& request) {
    if (request.length.count < 1 || request.length.count > longest) {
        throw Error(Kind::usage, say("a term cannot last {}", request.length.count),
                    say("it takes a number from 1 to {}", longest), "length");
    }
    if ((request.length.unit == TermUnit::months) != counts_months(request.kind)) {
        throw Error(Kind::usage,
                    say("the term {} is not counted in {}", name_of(request.kind),
                        name_of(request.length.unit)),
                    counts_months(request.kind) ? say("give months")
                                                : say("give working-days or calendar-days"),
                    "unit");
    }
    std::string source = text::clean(request.source, "source");
    if (source.empty()) {
        throw Error(Kind::usage, "the term has no source",
                    "say which law or page says so: --source", "source");
    }
    return {.kind = request.kind,
            .region = request.region,
            .entered_by = request.entered_by,
            .channel = request.channel,
            .length = request.length,
            .valid = DateRange::of(request.from, request.until.value_or(no_end)),
            .source = std::move(source)};
}

Written<LegalTerm> apply_add(bulk::Work& work, const NewLegalTerm& request) {
    store::Tx& tx = work.tx;
    access::require(tx, access::Operation::catalogue);
    const LegalTerm term = cleaned(request);
    if (has_term(tx.db(), term)) return {.changed = false, .item = term, .remark = {}};
    const std::int64_t id = insert_term(tx.db(), term, tx.operation());
    const std::string from = term.valid.first().iso();
    const std::string until = term.valid.last().iso();
    const std::string after =
        audit::image_of(audit::ZoneTermFields{.kind = name_of(term.kind),
                                              .region = name_of(term.region),
                                              .entered_by = stored_word(term.entered_by),
                                              .channel = stored_word(term.channel),
                                              .length = term.length.count,
                                              .unit = name_of(term.length.unit),
                                              .valid_from = from,
                                              .valid_until = until,
                                              .source = term.source});
    audit::record(tx, {.chain = audit::system_chain,
                       .subject = "zone_term",
                       .verb = "add",
                       .subject_id = id,
                       .before = {},
                       .after = after,
                       .reason = {}});
    return {.changed = true, .item = term, .remark = {}};
}

// The policy zone.profile may stand for the day.
Date deciding_day(store::Db& db, Date day) {
    return policies::value_of(db, "zone.profile") == "2020" ? zone_of_2020 : day;
}

std::string name(const TermQuestion& question) {
    std::string text = say("the term {} in {}", name_of(question.kind), name_of(question.region));
    if (question.entered_by) text += say(", entered by the {}", name_of(*question.entered_by));
    if (question.channel) text += say(", channel {}", name_of(*question.channel));
    return text;
}

}  // namespace

std::optional<LegalTerm> find_term_holding(store::Db& db, const TermQuestion& question, Date day) {
    return term_on(db, question, deciding_day(db, day));
}

bool zone_rule_holds(store::Db& db, std::string_view code, Region region, Date day) {
    return has_zone_rule(db, code, region, deciding_day(db, day));
}

LegalTerm term_holding(store::Db& db, const TermQuestion& question, Date day) {
    const Date on = deciding_day(db, day);
    if (auto found = term_on(db, question, on)) return std::move(*found);
    throw Error(Kind::rule,
                say("no source says how long {} was on {}", name(question), on.formatted()),
                say("see what there is: dcadmin term list --kind {} --region {}; add a row "
                    "with its source: dcadmin term import",
                    name_of(question.kind), name_of(question.region)),
                "term");
}

Date last_day_of(TermLength length, Date from, WorkingDays& days) {
    switch (length.unit) {
        case TermUnit::working_days: return days.after(from, length.count);
        case TermUnit::calendar_days: return from.plus_days(length.count);
        case TermUnit::months: break;
    }
    return from.plus(Term::of(length.count, Term::Unit::month));
}

Date last_day_of(const LegalTerm& term, Date from, WorkingDays& days) {
    const Date day = last_day_of(term.length, from, days);
    const bool to_the_end_of_a_month =
        term.kind == TermKind::voucher || term.kind == TermKind::hand_in;
    return to_the_end_of_a_month ? last_of_month(day) : day;
}

}  // namespace secure_zone

std::string words_of(TermLength length) {
    const bool one = length.count == 1;
    switch (length.unit) {
        case TermUnit::working_days:
            return one ? say("{} working day", length.count) : say("{} working days", length.count);
        case TermUnit::calendar_days:
            return one ? say("{} calendar day", length.count)
                       : say("{} calendar days", length.count);
        case TermUnit::months: break;
    }
    return one ? say("{} month", length.count) : say("{} months", length.count);
}

std::uint64_t Terms::list(const TermFilter& filter, const Each<LegalTerm>& each) {
    access::enter(env_);
    return secure_zone::list_terms(env_.store.db(), filter, each);
}

Written<LegalTerm> Terms::add(const NewLegalTerm& request) {
    return bulk::run_one(env_, "term.import",
                         [&](bulk::Work& work) { return secure_zone::apply_add(work, request); });
}

bulk::Summary Terms::add_rows(const bulk::Source<NewLegalTerm>& rows, const bulk::Options& options,
                              const bulk::Sink& sink) {
    return bulk::run_rows(env_, "term.import", rows, options, sink,
                          [](bulk::Work& work, const NewLegalTerm& request) {
                              return bulk::result_of(secure_zone::apply_add(work, request), "");
                          });
}

}  // namespace dcadmin
