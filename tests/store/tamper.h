// SPDX-License-Identifier: Apache-2.0
// A hand in the file, many times over: each draw changes one thing of a store that the log tells
// of, by plain SQL, in a way that changes what the store means. What merely looks different (a
// search text, an empty chain) is not drawn.
#pragma once

#include "scratch.h"

#include <random>
#include <string>

namespace dcadmin::testing {

class Tamperer {
   public:
    Tamperer(Raw& raw, unsigned seed) : raw_(raw), random_(seed) {}

    /// Changes something, and says what.
    std::string once();

   private:
    bool edit_cell();
    bool delete_row();
    bool insert_row();
    bool swap_rows();
    bool change_chain();
    bool done(const std::string& sql);
    std::string pick(const std::string& sql);
    std::size_t below(std::size_t count) {
        return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_);
    }

    Raw& raw_;
    std::mt19937 random_;
    std::string said_;
};

}  // namespace dcadmin::testing
