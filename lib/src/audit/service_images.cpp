// SPDX-License-Identifier: Apache-2.0
#include "audit/service_images.h"

#include "audit/chain.h"
#include "audit/image_text.h"

#include <fmt/format.h>

#include <initializer_list>
#include <iterator>

namespace dcadmin::audit {

namespace {

void add_number(std::string& out, std::int64_t value) {
    const fmt::format_int text(value);
    out.append(text.data(), text.size()).push_back(';');
}

// With its length before it, so that no two different lines are written alike.
void add_text(std::string& out, std::string_view text) {
    const fmt::format_int size(text.size());
    out.append(size.data(), size.size()).push_back(':');
    out.append(text);
}

}  // namespace

std::string image_of(const ServiceFields& service) {
    std::string out;
    add(out, "work_id", service.work_id);
    add(out, "worker", service.worker_id);
    add(out, "context", service.context_id);
    add(out, "customer", service.customer_id);
    add(out, "region", service.region);
    add(out, "day", service.day);
    add(out, "hours", service.hours);
    add(out, "activity", service.activity);
    add(out, "entered_by", service.entered_by);
    add(out, "channel", service.channel);
    return out;
}

void ChangeSetImage::add(const ServiceLineFields& line) {
    scratch_.clear();
    add_number(scratch_, line.service_id);
    for (const std::string_view text : {line.event, line.state_before, line.state_after, line.day,
                                        line.due_on, line.fields_before, line.fields_after}) {
        add_text(scratch_, text);
    }
    scratch_.push_back('\n');
    of_lines_.add(scratch_);
    ++lines_;
}

void ChangeSetImage::add(const AllocationFields& allocation) {
    scratch_.clear();
    for (const std::int64_t number : {allocation.service_id, allocation.order_id,
                                      allocation.first_number, allocation.vouchers}) {
        add_number(scratch_, number);
    }
    add_text(scratch_, allocation.allocated_on);
    add_text(scratch_, allocation.hand_in_until);
    scratch_.push_back('\n');
    of_allocations_.add(scratch_);
    ++allocations_;
}

std::string ChangeSetImage::text(std::int64_t organisation_id, std::string_view verb) {
    std::string out;
    audit::add(out, "organisation", organisation_id);
    audit::add(out, "verb", verb);
    audit::add(out, "changes", fmt::format("{}, digest {}", lines_, of_lines_.hex()));
    audit::add(out, "allocations",
               fmt::format("{}, digest {}", allocations_, of_allocations_.hex()));
    return out;
}

std::string image_of(const ServiceCommentFields& comment) {
    std::string out;
    add(out, "service", comment.service_id);
    add(out, "party", comment.party);
    add(out, "body", text_of(digest_of(comment.body)));
    add(out, "written_at", comment.written_at);
    return out;
}

}  // namespace dcadmin::audit
