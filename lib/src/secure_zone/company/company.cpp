// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/base/say.h>
#include <dcadmin/secure_zone/company.h>

#include "access/require.h"
#include "audit/zone_images.h"
#include "bulk/run.h"
#include "organisations/find.h"
#include "secure_zone/company/company_sql.h"
#include "secure_zone/record_change.h"

#include <dcadmin/base/text.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace dcadmin {

namespace secure_zone {

namespace {

const Date no_end = Date::of(9999, 12, 31);

std::string image(const AccreditationRow& row) {
    const std::string from = row.valid.first().iso();
    const std::string until = row.valid.last().iso();
    return audit::image_of(audit::AccreditationFields{.organisation_id = row.organisation_id,
                                                      .region = name_of(row.number.region()),
                                                      .number = row.number.text(),
                                                      .activities = row.activities,
                                                      .valid_from = from,
                                                      .valid_until = until});
}

// In their own order, each once.
std::string stored(const std::vector<Activity>& activities) {
    std::string text;
    for (const Activity one : all_activities) {
        if (std::ranges::find(activities, one) == activities.end()) continue;
        text += fmt::format("{}{}", text.empty() ? "" : "|", name_of(one));
    }
    if (!text.empty()) return text;
    throw Error(Kind::usage, "a company is accredited for one activity at least",
                "one or more of: household, shopping, ironing, transport", "activities");
}

DateRange period(Date from, Date until) {
    if (until >= from) return DateRange::of(from, until);
    throw Error(
        Kind::usage,
        say("it would end on {}, before it begins on {}", until.formatted(), from.formatted()),
        "give a later --until", "until");
}

// What it is to be; of a new one, or of the one that is there.
AccreditationRow asked(const CompanyUpdate& request, const std::optional<AccreditationRow>& there,
                       std::int64_t organisation_id, Date today) {
    const Date from = request.from.value_or(there ? there->valid.first() : today);
    const Date until = request.until.value_or(there ? there->valid.last() : no_end);
    std::string activities = there ? there->activities : stored({Activity::household});
    if (request.activities) activities = stored(*request.activities);
    return {.id = there ? there->id : 0,
            .organisation_id = organisation_id,
            .number = request.number,
            .activities = std::move(activities),
            .valid = period(from, until)};
}

void require_free(store::Db& db, const CompanyUpdate& request) {
    const auto company = company_of(db, request.number);
    if (!company || *company == request.org) return;
    throw Error(Kind::conflict,
                say("{} is the accreditation of {}", request.number.text(), company->formatted()),
                say("look at it: dcadmin company show --org {}", company->digits()),
                "accreditation");
}

Written<Accreditation> apply_update(bulk::Work& work, const CompanyUpdate& request) {
    store::Tx& tx = work.tx;
    access::require(tx, access::Operation::accredit);
    const std::int64_t organisation = organisations::get_id(tx, request.org);
    require_free(tx.db(), request);
    const auto there = find_accreditation(tx.db(), organisation, request.number.region());
    AccreditationRow row = asked(request, there, organisation, tx.today());
    const std::string before = there ? image(*there) : std::string();
    const std::string after = image(row);
    const bool changed = before != after;
    if (changed) {
        if (there) {
            change_accreditation(tx.db(), row);
        } else {
            row.id = insert_accreditation(tx.db(), row, tx.operation());
        }
        record_change(tx, {.organisation_id = organisation,
                           .subject = "accreditation",
                           .verb = there ? "update" : "add",
                           .subject_id = row.id,
                           .before = before,
                           .after = after,
                           .reason = request.reason});
    }
    return {
        .changed = changed, .item = shown_accreditation(tx.db(), row.id, tx.today()), .remark = {}};
}

}  // namespace

}  // namespace secure_zone

std::uint64_t Companies::list(const CompanyFilter& filter, const Each<Accreditation>& each) {
    constexpr std::array<std::string_view, 4> states{"", "active", "future", "ended"};
    if (std::ranges::find(states, filter.state) == states.end()) {
        throw Error(Kind::usage,
                    say("{} is not a state of accreditations", text::quoted(filter.state)),
                    "one of: active, future, ended", "state");
    }
    const auto sight = access::sight_of(env_, access::Operation::read_company);
    std::optional<std::int64_t> organisation;
    if (filter.org) organisation = organisations::get_id(env_, *filter.org);
    return secure_zone::list_accreditations(env_.store.db(), filter, organisation, sight,
                                            filter.at.value_or(env_.clock.today()), each);
}

Written<Accreditation> Companies::update(const CompanyUpdate& request) {
    return bulk::run_one(env_, "company.update", [&](bulk::Work& work) {
        return secure_zone::apply_update(work, request);
    });
}

bulk::Summary Companies::update_rows(const bulk::Source<CompanyUpdate>& rows,
                                     const bulk::Options& options, const bulk::Sink& sink) {
    return bulk::run_rows(env_, "company.update", rows, options, sink,
                          [](bulk::Work& work, const CompanyUpdate& request) {
                              const auto written = secure_zone::apply_update(work, request);
                              return bulk::result_of(written, written.item.number.text());
                          });
}

}  // namespace dcadmin
