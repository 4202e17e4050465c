// SPDX-License-Identifier: Apache-2.0
// Takes the rows of a file some hundreds at a time, so that the services they name can be read
// together.
#pragma once

#include <dcadmin/bulk.h>

#include <cstddef>
#include <cstdint>
#include <utility>
#include <variant>
#include <vector>

namespace dcadmin::secure_zone {

template <class Request>
class ReadAhead {
   public:
    explicit ReadAhead(const bulk::Source<Request>& rows) : rows_(rows) {}

    bool next(bulk::Row<Request>& row) {
        if (at_ == taken_.size() && !take()) return false;
        row = std::move(taken_[at_++]);
        return true;
    }
    void rewind() {
        rows_.rewind();
        taken_.clear();
        at_ = 0;
    }
    /// The services that the rows taken last name by id; told once.
    [[nodiscard]] std::vector<std::int64_t> new_ids() { return std::exchange(ids_, {}); }

   private:
    static constexpr std::size_t at_once = 256;

    bool take() {
        taken_.clear();
        ids_.clear();
        at_ = 0;
        bulk::Row<Request> row{0, Error(Kind::failed, "not read yet")};
        while (taken_.size() < at_once && rows_.next(row)) {
            const auto* request = std::get_if<Request>(&row.content);
            if (request != nullptr && request->service.id) {
                ids_.push_back(request->service.id->value());
            }
            taken_.push_back(std::move(row));
        }
        return !taken_.empty();
    }

    const bulk::Source<Request>& rows_;
    std::vector<bulk::Row<Request>> taken_;
    std::vector<std::int64_t> ids_;
    std::size_t at_ = 0;
};

}  // namespace dcadmin::secure_zone
