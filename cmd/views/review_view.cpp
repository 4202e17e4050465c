// SPDX-License-Identifier: Apache-2.0
#include "views/review_view.h"

#include "views/cells.h"

namespace dcadmin::views {

using output::Shown;
using output::Value;

namespace {

Value number(std::uint64_t value) {
    return static_cast<std::int64_t>(value);
}

Value decision(const std::optional<Decision>& value) {
    if (!value) return std::monostate{};
    return name_of(*value);
}

Value right_of(const Review& review) {
    if (!review.right) return std::monostate{};
    return std::string_view(review.right->text());
}

Value sites_of(const Review& review) {
    std::vector<std::string> sites;
    for (const auto& site : review.sites) sites.push_back(site.digits());
    return sites;
}

}  // namespace

output::View<Review> review_view() {
    return {.names = {"review", "reviews"},
            .fields = {
                {{"id", "public id"}, [](const Review& x) -> Value { return x.id.text(); }},
                {{"org", "enterprise number"}, [](const Review& x) -> Value { return x.org; }},
                {{"state", "open or closed"},
                 [](const Review& x) -> Value { return name_of(x.state); }},
                {{"due", "until when answers are awaited"},
                 [](const Review& x) -> Value { return x.due; }},
                {{"right", "the only right it asks about"}, right_of},
                {{"site", "the only sites it asks about"}, sites_of},
                {{"grants", "how many it asks about"},
                 [](const Review& x) -> Value { return number(x.grants); }},
                {{"open", "live grants that nobody answered for"},
                 [](const Review& x) -> Value { return number(x.left); }},
                {{"reason", "why it was started", Shown::detail},
                 [](const Review& x) -> Value { return cell(x.reason); }},
                {{"started_at", "when it was started", Shown::detail},
                 [](const Review& x) -> Value { return x.started_at; }},
                {{"closed_at", "when it was closed", Shown::detail},
                 [](const Review& x) -> Value { return output::maybe(x.closed_at); }},
                {{"closed_reason", "why it was closed", Shown::detail},
                 [](const Review& x) -> Value { return cell(x.answer); }},
                {{"unanswered", "what becomes of those: keep or revoke", Shown::detail},
                 [](const Review& x) -> Value { return decision(x.unanswered); }},
            }};
}

output::View<ReviewerStatus> reviewer_view() {
    using S = ReviewerStatus;
    return {.names = {"reviewer", "reviewers"},
            .fields = {
                {{"reviewer", "public id of who answers"},
                 [](const S& x) -> Value { return x.reviewer.text(); }},
                {{"name", "of the reviewer"}, [](const S& x) -> Value { return cell(x.name); }},
                {{"grants", "how many he is asked about"},
                 [](const S& x) -> Value { return number(x.grants); }},
                {{"keep", "that stay"}, [](const S& x) -> Value { return number(x.keep); }},
                {{"revoke", "that go"}, [](const S& x) -> Value { return number(x.revoke); }},
                {{"shorten", "that end earlier"},
                 [](const S& x) -> Value { return number(x.shorten); }},
                {{"open", "without an answer"}, [](const S& x) -> Value { return number(x.open); }},
                {{"gone", "that ended meanwhile, and need no answer"},
                 [](const S& x) -> Value { return number(x.gone); }},
                {{"due", "until when answers are awaited", Shown::detail},
                 [](const S& x) -> Value { return x.due; }},
                {{"days_left", "until then; below 0 it is late", Shown::detail},
                 [](const S& x) -> Value { return x.days_left; }},
            }};
}

output::View<ReviewItem> review_item_view() {
    using I = ReviewItem;
    return {.names = {"item", "items"},
            .fields = {
                {{"grant", "public id of the grant"},
                 [](const I& x) -> Value { return x.grant.text(); }},
                {{"person", "public id of who has it"},
                 [](const I& x) -> Value { return x.person.text(); }},
                {{"name", "of that person"}, [](const I& x) -> Value { return cell(x.name); }},
                {{"org", "enterprise number"}, [](const I& x) -> Value { return x.org; }},
                {{"right", "code of the right"},
                 [](const I& x) -> Value { return std::string_view(x.right.text()); }},
                {{"title", "title of the right in Dutch", Shown::detail},
                 [](const I& x) -> Value { return cell(x.title); }},
                {{"site", "the context it is limited to: a site or a role"},
                 [](const I& x) -> Value { return cell(x.context); }},
                {{"site_name", "name of the site", Shown::detail},
                 [](const I& x) -> Value { return cell(x.context_name); }},
                {{"from", "first day", Shown::detail},
                 [](const I& x) -> Value { return x.period.first(); }},
                {{"until", "last day"}, [](const I& x) -> Value { return x.period.last(); }},
                {{"decision", "keep, revoke or shorten"},
                 [](const I& x) -> Value { return decision(x.decision); }},
                {{"new_until", "the earlier last day, for shorten"},
                 [](const I& x) -> Value { return output::maybe(x.until); }},
                {{"reason", "why, for revoke and shorten"},
                 [](const I& x) -> Value { return cell(x.reason); }},
            }};
}

output::View<Revocation> revocation_view() {
    using R = Revocation;
    return {.names = {"revocation", "revocations"},
            .fields = {
                {{"person", "public id of the person"},
                 [](const R& x) -> Value { return x.person.text(); }},
                {{"org", "enterprise number"}, [](const R& x) -> Value { return x.org; }},
                {{"right", "code of the right"},
                 [](const R& x) -> Value { return std::string_view(x.right.text()); }},
                {{"site", "the context it is limited to"},
                 [](const R& x) -> Value { return cell(x.context); }},
                {{"grant", "public id of the grant"},
                 [](const R& x) -> Value { return x.grant.text(); }},
                {{"on", "the last day; at once without one"},
                 [](const R& x) -> Value { return output::maybe(x.on); }},
                {{"reason", "why"}, [](const R& x) -> Value { return cell(x.reason); }},
            }};
}

output::View<ReviewFile> review_file_view() {
    using F = ReviewFile;
    return {.names = {"file", "files"},
            .fields = {
                {{"file", "what was made"}, [](const F& x) -> Value { return cell(x.file); }},
                {{"reviewer", "public id of who answers in it"},
                 [](const F& x) -> Value { return x.reviewer.text(); }},
                {{"name", "of the reviewer"}, [](const F& x) -> Value { return cell(x.name); }},
                {{"grants", "how many stand in it"},
                 [](const F& x) -> Value { return number(x.grants); }},
            }};
}

}  // namespace dcadmin::views
