// SPDX-License-Identifier: Apache-2.0
#include "audit/service_records_sql.h"

#include "audit/service_images.h"
#include "audit/subjects.h"

#include <dcadmin/base/say.h>

#include <fmt/format.h>

#include <array>
#include <string>
#include <string_view>

namespace dcadmin::audit {

namespace {

void add_lines(store::Db& db, std::int64_t set, ChangeSetImage& image) {
    auto& rows = db.statement(R"(
        SELECT service_id, event, state_before, state_after, day, due_on, fields_before,
               fields_after
        FROM service_change WHERE change_set_id = $1 ORDER BY id)");
    rows.bind({set});
    while (rows.step()) {
        image.add(ServiceLineFields{.service_id = rows.integer(0),
                                    .event = rows.text(1),
                                    .state_before = rows.text(2),
                                    .state_after = rows.text(3),
                                    .day = rows.text(4),
                                    .due_on = rows.text(5),
                                    .fields_before = rows.text(6),
                                    .fields_after = rows.text(7)});
    }
    rows.reset();
}

void add_allocations(store::Db& db, std::int64_t set, ChangeSetImage& image) {
    auto& rows = db.statement(R"(
        SELECT service_id, voucher_order_id, first_number, vouchers, allocated_on, hand_in_until
        FROM allocation WHERE change_set_id = $1 ORDER BY id)");
    rows.bind({set});
    while (rows.step()) {
        image.add(AllocationFields{.service_id = rows.integer(0),
                                   .order_id = rows.integer(1),
                                   .first_number = rows.integer(2),
                                   .vouchers = rows.integer(3),
                                   .allocated_on = rows.text(4),
                                   .hand_in_until = rows.text(5)});
    }
    rows.reset();
}

void read_change_set(store::Db& db, const store::Statement& row, Record& record) {
    record.name = fmt::format("change set {}", record.id);
    record.organisation_id = row.integer(1);
    record.org = maybe_org(row, 3);
    record.operation = row.integer(4);
    ChangeSetImage image;
    add_lines(db, record.id, image);
    add_allocations(db, record.id, image);
    record.image = image.text(row.integer(1), row.text(2));
}

void read_comment(store::Db&, const store::Statement& row, Record& record) {
    record.name = fmt::format("a comment on {}", public_name("service", row.integer(1)));
    record.organisation_id = row.maybe_integer(5);
    record.org = maybe_org(row, 6);
    record.operation = row.integer(7);
    record.image = image_of(ServiceCommentFields{.service_id = row.integer(1),
                                                 .party = row.text(2),
                                                 .body = row.text(3),
                                                 .written_at = row.text(4)});
}

constexpr auto kinds = std::to_array<RecordKind>({
    {"change_set", R"(
        SELECT c.id, c.organisation_id, c.verb, o.number, c.operation_id
        FROM change_set c LEFT JOIN organisation o ON o.id = c.organisation_id
        ORDER BY c.id)",
     read_change_set},
    {"service_comment", R"(
        SELECT m.id, m.service_id, m.party, m.body, m.written_at, s.organisation_id, o.number,
               m.operation_id
        FROM service_comment m
        LEFT JOIN service s ON s.id = m.service_id
        LEFT JOIN organisation o ON o.id = s.organisation_id
        ORDER BY m.id)",
     read_comment},
});

// A service as its history has it so far.
struct Told {
    std::int64_t service_id = 0;
    std::int64_t organisation_id = 0;
    std::int64_t operation_id = 0;  // of its first line
    std::string state, fields, registered_on, validated_on, confirmed_on, due_on;
};

// Columns: service, event, before, after, day, due, fields before and after, organisation,
// operation.
void take_line(const store::Statement& line, Told& told, bool& fits) {
    const std::string_view event = line.text(1);
    const bool first = told.operation_id == 0;
    if (first) {
        told.organisation_id = line.integer(8);
        told.operation_id = line.integer(9);
        told.registered_on = line.string(4);
    }
    fits = fits && line.text(2) == told.state && line.integer(8) == told.organisation_id &&
           (event == "register") == first;
    if (!line.text(7).empty()) {
        fits = fits && line.text(6) == told.fields;
        told.fields = line.string(7);
    }
    told.state = line.string(3);
    told.due_on = line.string(5);
    if (event == "validate" || event == "validation-ran-out" || event == "modify") {
        told.validated_on = line.string(4);
    }
    if (event == "confirm" || event == "confirmation-ran-out") told.confirmed_on = line.string(4);
}

// Handing in and paying are told by the allocations, and not by lines.
std::string_view state_of(const store::Statement& row, std::string_view told) {
    const std::int64_t hours = row.integer(7);
    if (told != "allocated") return told;
    if (row.integer(17) == hours) return "refunded";
    return row.integer(16) == hours ? "issued" : told;
}

bool fits_row(const store::Statement& row, const Told& told) {
    const std::string fields = image_of(ServiceFields{.work_id = row.text(1),
                                                      .worker_id = row.integer(2),
                                                      .context_id = row.integer(3),
                                                      .customer_id = row.integer(4),
                                                      .region = row.text(5),
                                                      .day = row.text(6),
                                                      .hours = row.integer(7),
                                                      .activity = row.text(8),
                                                      .entered_by = row.text(9),
                                                      .channel = row.text(10)});
    return fields == told.fields && row.text(11) == state_of(row, told.state) &&
           row.text(12) == told.registered_on && row.text(13) == told.validated_on &&
           row.text(14) == told.confirmed_on && row.text(15) == told.due_on &&
           row.integer(18) == told.organisation_id && row.integer(19) == told.operation_id;
}

}  // namespace

std::span<const RecordKind> service_record_kinds() {
    return kinds;
}

void replay_services(store::Db& db, Problems& problems) {
    const auto rows = db.prepare(R"(
        SELECT s.id, s.work_id, s.worker_id, s.context_id, s.customer_id, s.region, s.day, s.hours,
               s.activity, s.entered_by, s.channel, s.state, s.registered_on, s.validated_on,
               s.confirmed_on, s.due_on, s.issued, s.paid, s.organisation_id, s.operation_id,
               o.number
        FROM service s LEFT JOIN organisation o ON o.id = s.organisation_id
        ORDER BY s.id)");
    const auto lines = db.prepare(R"(
        SELECT c.service_id, c.event, c.state_before, c.state_after, c.day, c.due_on,
               c.fields_before, c.fields_after, coalesce(x.organisation_id, 0),
               coalesce(x.operation_id, 0)
        FROM service_change c LEFT JOIN change_set x ON x.id = c.change_set_id
        ORDER BY c.service_id, c.id)");
    rows->bind({});
    lines->bind({});
    bool more = lines->step();
    const auto stray = [&] {
        const std::int64_t id = lines->integer(0);
        problems.add(std::nullopt, 0,
                     say("{} has a history, but is not in the store", public_name("service", id)));
        while (more && lines->integer(0) == id) more = lines->step();
    };
    while (rows->step()) {
        const std::int64_t id = rows->integer(0);
        while (more && lines->integer(0) < id) stray();
        Told told;
        bool fits = true;
        for (; more && lines->integer(0) == id; more = lines->step()) {
            take_line(*lines, told, fits);
        }
        if (fits && fits_row(*rows, told)) continue;
        problems.add(maybe_org(*rows, 20), 0,
                     say("{} differs from what its history says", public_name("service", id)));
    }
    while (more) stray();
}

}  // namespace dcadmin::audit
