// SPDX-License-Identifier: Apache-2.0
#include <dcadmin/bulk.h>

namespace dcadmin::bulk {

std::string_view name_of(State state) {
    switch (state) {
        case State::applied: return "applied";
        case State::unchanged: return "unchanged";
        case State::rejected: return "rejected";
        case State::failed: return "failed";
        case State::unknown: return "unknown";
        case State::not_attempted: return "not_attempted";
    }
    return "unknown";
}

}  // namespace dcadmin::bulk
