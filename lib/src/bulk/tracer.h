// SPDX-License-Identifier: Apache-2.0
// What the rows of a watched run do, read from the entries that they write to the log. Ids of
// records that the run makes are not known before it is kept, so these are named by their row;
// moments of the run read "now"; and a new person's hidden fields, whose key is as new, are left
// out. What is left of a row is the same in every run of it over the same store.
#pragma once

#include "audit/recorder.h"
#include "store/tx.h"

#include <dcadmin/bulk.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace dcadmin::bulk {

class Tracer {
   public:
    explicit Tracer(store::Tx& tx) : tx_(tx) {}

    void begin_row(std::uint64_t row);
    /// An entry of the log that the row wrote.
    void entry(const audit::NewEntry& entry);
    [[nodiscard]] Trace& trace() { return trace_; }
    /// Forgets what the row did that was undone.
    void drop_row();
    /// Leaves out the ids of records that this run made: "g-7|g-8".
    [[nodiscard]] std::string known_ids(const std::string& ids) const;
    /// The image that a record has in the store now; none when it is not there or has no image.
    [[nodiscard]] std::optional<Image> current(std::string_view subject, const std::string& name);

   private:
    struct Made {
        std::uint64_t row;
        std::uint32_t place;  // among those of that kind that the row makes
    };
    [[nodiscard]] std::string name_of(const std::string& subject, std::int64_t id);
    [[nodiscard]] std::string plain_name(const std::string& subject, std::int64_t id);
    [[nodiscard]] Image image_of(std::string_view subject, std::string_view lines);
    [[nodiscard]] std::string value_of(std::string_view key, std::string_view value);
    void settle_moments(Image& image, const Image* before) const;
    [[nodiscard]] const Made* made(const std::string& subject, std::int64_t id) const;

    store::Tx& tx_;
    std::uint64_t row_ = 0;
    Trace trace_;
    std::map<std::string, std::unordered_map<std::int64_t, Made>> made_;
    std::vector<std::pair<std::string, std::int64_t>> of_row_;  // made by the row under way
    std::map<std::pair<std::string, std::int64_t>, std::string> names_;
};

}  // namespace dcadmin::bulk
