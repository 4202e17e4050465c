// SPDX-License-Identifier: Apache-2.0
#include "audit/replay.h"

#include "audit/replay_sql.h"
#include "audit/service_records_sql.h"
#include "audit/subjects.h"

#include <dcadmin/base/say.h>

#include <fmt/format.h>

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace dcadmin::audit {

namespace {

// The next line of an image, which is shortened by it.
std::string_view take_line(std::string_view& image) {
    const auto end = image.find('\n');
    const std::string_view line = image.substr(0, end);
    image.remove_prefix(end == std::string_view::npos ? image.size() : end + 1);
    return line;
}

bool has_line(std::string_view image, std::string_view wanted) {
    while (!image.empty()) {
        if (take_line(image) == wanted) return true;
    }
    return false;
}

// The keys of those lines of `image` that `other` does not have: "email, phone".
std::string differing_keys(std::string_view image, std::string_view other) {
    std::string keys;
    while (!image.empty()) {
        const std::string_view line = take_line(image);
        if (has_line(other, line)) continue;
        if (!keys.empty()) keys += ", ";
        keys += line.substr(0, line.find('='));
    }
    return keys;
}

// The image without the values that only the person's key can vouch for.
std::string without_personal(std::string_view image) {
    static constexpr std::array personal{"number=", "name=",  "first_name=", "last_name=",
                                         "email=",  "phone=", "password=",   "language="};
    std::string kept;
    while (!image.empty()) {
        std::string_view line = take_line(image);
        for (const std::string_view key : personal) {
            if (line.starts_with(key)) line = key;
        }
        kept.append(line).push_back('\n');
    }
    return kept;
}

// One kind of record: its rows and the log's images of it, side by side.
class Replay {
   public:
    Replay(store::Db& db, const RecordKind& kind, const SeenIds* added, Problems& problems)
        : kind_(kind),
          added_(added),
          problems_(problems),
          records_(db, kind),
          images_(db, kind.subject) {}

    void run();

   private:
    void one_record(const Record& record);
    std::optional<LoggedImage> last_of(const Record& record);
    void without_row();
    void judge(const Record& record, const std::optional<LoggedImage>& last);
    void next_image() { more_ = images_.next(image_); }
    void problem(const Record& record, std::int64_t position, std::string_view what) {
        problems_.add(record.org, position, fmt::format("{} {}", record.name, translated(what)));
    }

    const RecordKind& kind_;
    const SeenIds* added_;
    Problems& problems_;
    Records records_;
    LoggedImages images_;
    LoggedImage image_;
    bool more_ = false;
};

void Replay::run() {
    next_image();
    Record record;
    while (records_.next(record)) {
        while (more_ && image_.id < record.id) without_row();
        one_record(record);
    }
    while (more_) without_row();
}

// All images of a subject that has no row make one problem.
void Replay::without_row() {
    const std::int64_t id = image_.id;
    problems_.add(image_.org, image_.position,
                  say("{} is in the log, but not in the store", public_name(kind_.subject, id)));
    while (more_ && image_.id == id) next_image();
}

void Replay::one_record(const Record& record) {
    if (!record.oddity.empty()) problem(record, 0, record.oddity);
    if (added_ != nullptr && !added_->contains(record.id)) {
        problem(record, 0, "is in the store, but not in the log");
    }
    judge(record, last_of(record));
}

// The last image in the log where the record belongs; images in another log are named.
std::optional<LoggedImage> Replay::last_of(const Record& record) {
    std::optional<LoggedImage> last;
    for (; more_ && image_.id == record.id; next_image()) {
        if (image_.organisation_id != record.organisation_id) {
            problems_.add(image_.org, image_.position,
                          say("{} belongs to another organisation than this log", record.name));
            continue;
        }
        if (!last && record.operation != 0 && image_.operation != record.operation) {
            problem(record, image_.position,
                    say("says that operation {} made it, the log says {}", record.operation,
                        image_.operation));
        }
        last = std::move(image_);
    }
    return last;
}

void Replay::judge(const Record& record, const std::optional<LoggedImage>& last) {
    if (!last) {
        if (!record.logged) return;
        problem(record, 0,
                added_ == nullptr ? "is in the store, but not in the log"
                                  : "was changed (its end or revocation), but not in the log");
        return;
    }
    if (!record.logged && added_ == nullptr) {
        problem(record, last->position, "is in the log, but says that it came with the program");
        return;
    }
    if (last->image == record.image) return;
    if (record.erased) {
        if (kind_.subject == "person" && last->verb != "erase") {
            problem(record, last->position, "has no data, but the log tells of no erasure");
            return;
        }
        const bool vouched = kind_.subject == "person";  // by the image of the erasure itself
        if (!vouched && without_personal(last->image) == without_personal(record.image)) return;
    }
    const std::string keys = differing_keys(record.image, last->image);
    problem(record, last->position,
            say("differs from what the log says of it{}{}", keys.empty() ? "" : ": ", keys));
}

}  // namespace

void replay_state(store::Db& db, const SeenIds& added, Problems& problems) {
    for (const RecordKind& kind : record_kinds()) {
        const bool grants = kind.subject == "grant";
        Replay(db, kind, grants ? &added : nullptr, problems).run();
    }
    replay_services(db, problems);
}

}  // namespace dcadmin::audit
