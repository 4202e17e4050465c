// SPDX-License-Identifier: Apache-2.0
// A statement that asks for many keys at once: what it costs to run one hardly grows with a hundred
// keys, on a server least of all. It has two lengths, one key and many, so that each is prepared
// once.
#pragma once

#include "store/db.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace dcadmin::store {

class ListStatement {
   public:
    /// `sql` has {} where the list goes; its values are numbered from `first` on.
    ListStatement(std::string_view sql, int first);

    /// Tells each row that the keys find. `before` is bound to the values before the list. No row
    /// may have the key 0: it fills the list up.
    template <class Each>
    void run(Db& db, std::initializer_list<Value> before, std::span<const std::int64_t> keys,
             Each each) const {
        while (!keys.empty()) {
            const std::size_t size = keys.size() == 1 ? 1 : at_once;
            Statement& rows = db.statement(size == 1 ? one_ : many_);
            int place = 1;
            for (const Value& value : before) rows.bind_one(place++, value);
            for (std::size_t i = 0; i < size; ++i) {
                rows.bind_one(place++, i < keys.size() ? keys[i] : 0);
            }
            while (rows.step()) each(rows);
            rows.reset();
            keys = keys.subspan(std::min(size, keys.size()));
        }
    }

   private:
    static constexpr std::size_t at_once = 256;
    std::string one_;
    std::string many_;
};

}  // namespace dcadmin::store
