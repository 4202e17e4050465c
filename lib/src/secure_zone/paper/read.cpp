// SPDX-License-Identifier: Apache-2.0
#include "persons/find.h"
#include "secure_zone/calendar/working_days.h"
#include "secure_zone/paper/find.h"
#include "secure_zone/paper/rules.h"
#include "secure_zone/paper/touched.h"
#include "secure_zone/terms/holding.h"
#include "secure_zone/workers/workers_sql.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace dcadmin::secure_zone {

namespace {

void require_words(const PaperReading& reading) {
    constexpr std::array<std::string_view, 4> results{"ok", "unreadable", "accepted", "rejected"};
    if (std::ranges::find(results, reading.result) == results.end()) {
        throw Error(Kind::usage, say("{} is no result of a reading", text::quoted(reading.result)),
                    "one of: ok, unreadable, accepted, rejected", "result");
    }
    if (reading.result != "rejected") return;
    if (std::ranges::find(paper_causes, reading.cause) != paper_causes.end()) return;
    std::string all;
    for (const auto cause : paper_causes)
        all += fmt::format("{}{}", all.empty() ? "" : ", ", cause);
    throw Error(Kind::usage,
                reading.cause.empty()
                    ? std::string("a voucher that is rejected has a cause")
                    : say("{} is no cause to reject a voucher", text::quoted(reading.cause)),
                say("one of: {}", all), "cause");
}

// The company's worker whom the text names; 0 when it names none, for it was read by a machine.
std::int64_t read_worker(store::Tx& tx, const PaperRow& row, const std::string& text) {
    std::optional<WorkerRow> worker;
    try {
        constexpr std::size_t login_digits = 12;
        const std::string_view given = text::trimmed(text);
        if (given.size() == login_digits && given.starts_with("980")) {
            worker = find_worker(tx.db(), AffiliationNumber::parse(given));
        } else if (const auto person =
                       persons::find_id(tx.db(), NationalNumber::parse(given, tx.today()))) {
            worker = find_worker(tx.db(), row.organisation_id, *person);
        }
    } catch (const Error& error) {
        if (error.kind() != Kind::usage) throw;
    }
    return worker && worker->organisation_id == row.organisation_id ? worker->id : 0;
}

// Takes over what was read, and says which fields could not be: what was announced stands for them.
std::vector<std::string> take_over(store::Tx& tx, PaperRow& row, const PaperReading& reading) {
    const bool announced = !row.announced_on.empty();
    std::vector<std::string> lacks;
    if (reading.day && reading.day->iso() <= row.read_on) {
        row.day = reading.day->iso();
    } else if (!announced) {
        lacks.emplace_back("date");
    }
    const std::int64_t worker = reading.worker.empty() ? 0 : read_worker(tx, row, reading.worker);
    if (worker != 0) {
        row.worker_id = worker;
    } else if (!announced) {
        lacks.emplace_back("worker");
    }
    if (reading.activity) {
        row.activity = name_of(*reading.activity);
    } else if (!announced) {
        lacks.emplace_back("activity");
    }
    return lacks;
}

// As it is after the reading.
PaperRow after_reading(store::Tx& tx, PaperRow row, const PaperReading& reading, Date read_on) {
    row.read_on = read_on.iso();
    const auto lacks = take_over(tx, row, reading);
    const bool blocked = std::ranges::any_of(
        lacks, [&](const std::string& field) { return blocks_payment(row.region, field); });
    step(row, blocked ? PaperEvent::lack : PaperEvent::read);
    if (!blocked) return row;
    const LegalTerm term =
        term_holding(tx.db(), {.kind = TermKind::correct, .region = row.region}, read_on);
    WorkingDays days = working_days(tx.db());
    row.due_on = last_day_of(term, read_on, days).iso();
    row.lacks = fields_text(lacks);
    return row;
}

Date day_of_reading(store::Tx& tx, const PaperReading& reading, const PaperRow& row) {
    const Date day = reading.read_on.value_or(tx.today());
    if (day > tx.today()) {
        throw Error(Kind::rule, say("{} has not come yet", day.formatted()),
                    "give the day on which it was read", "read_on");
    }
    if (day.iso() < row.received_on) {
        throw Error(Kind::rule,
                    say("the company received voucher {} on {}, after that day", row.number,
                        Date::parse(row.received_on).formatted()),
                    "give the day on which it was read", "read_on");
    }
    return day;
}

// Whether it was read so already. What the company did since is its own.
bool is_known(store::Tx& tx, const PaperRow& row, const PaperReading& reading) {
    if (row.read_on.empty()) return false;
    const Date read_on = reading.read_on.value_or(Date::parse(row.read_on));
    bool same = row.read_on == read_on.iso();
    if (same && (row.state == PaperState::read_ok || row.state == PaperState::to_correct)) {
        PaperRow sent = row;
        sent.state = PaperState::sent;
        sent.lacks.clear();
        sent.due_on.clear();
        same = image_of(after_reading(tx, sent, reading, read_on)) == image_of(row);
    }
    if (same) return true;
    throw Error(Kind::conflict,
                say("voucher {} was read on {}, otherwise", row.number,
                    Date::parse(row.read_on).formatted()),
                "a voucher is read once; what was corrected is accepted or rejected", "number");
}

void accept(store::Tx& tx, PaperRow& row, const PaperReading& reading) {
    if (row.state == PaperState::sent) {
        row.read_on = day_of_reading(tx, reading, row).iso();
        static_cast<void>(take_over(tx, row, reading));
        step(row, PaperEvent::read);
    }
    step(row, PaperEvent::accept);
}

void reject(PaperRow& row, const PaperReading& reading) {
    step(row, PaperEvent::reject);
    row.cause = reading.cause;
}

// False when it is so already.
bool take_result(store::Tx& tx, PaperRow& row, const PaperReading& reading) {
    if (reading.result == "accepted") {
        const bool so = row.state == PaperState::accepted || row.state == PaperState::refunded;
        if (!so) accept(tx, row, reading);
        return !so;
    }
    if (reading.result == "rejected") {
        const bool so = row.state == PaperState::rejected && row.cause == reading.cause;
        if (!so) reject(row, reading);
        return !so;
    }
    if (is_known(tx, row, reading)) return false;
    row = after_reading(tx, row, reading, day_of_reading(tx, reading, row));
    return true;
}

std::string remark_on(const PaperRow& row) {
    if (row.state != PaperState::to_correct) return {};
    return say("to be corrected until {}: {}", Date::parse(row.due_on).formatted(), row.lacks);
}

}  // namespace

Written<PaperVoucher> apply_read(bulk::Work& work, const PaperReading& reading) {
    store::Tx& tx = work.tx;
    access::require(tx, access::Operation::paper_results);
    require_words(reading);
    auto row = find_paper(tx.db(), reading.region, reading.number, false);
    if (!row) {
        throw Error(Kind::not_found,
                    say("no company received voucher {} of {}", reading.number.text(),
                        name_of(reading.region)),
                    "the company enters it first: dcadmin paper receive", "number");
    }
    const std::string before = image_of(*row);
    Written<PaperVoucher> written{.changed = take_result(tx, *row, reading),
                                  .item = shown_paper(tx.db(), row->id),
                                  .remark = {}};
    if (written.changed) {
        settle_paper(tx, "read", *row, before, reading.reason);
        touch_issuance(work, row->issuance_id);
        written.item = shown_paper(tx.db(), row->id);
        written.remark = remark_on(*row);
    }
    return written;
}

}  // namespace dcadmin::secure_zone
