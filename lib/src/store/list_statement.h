// SPDX-License-Identifier: Apache-2.0
// A statement that asks for many keys at once: what it costs to run one hardly grows with a hundred
// keys, on a server least of all. It has two lengths, one key and many, so that each is prepared
// once.
#pragma once

#include "store/db.h"

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
            Statement& rows = bind_next(db, before, keys);
            while (rows.step()) each(rows);
            rows.reset();
        }
    }
    /// The same for a statement that answers no rows: how many were changed.
    std::int64_t change(Db& db, std::initializer_list<Value> before,
                        std::span<const std::int64_t> keys) const;

   private:
    /// Takes the keys it binds off the front.
    Statement& bind_next(Db& db, std::initializer_list<Value> before,
                         std::span<const std::int64_t>& keys) const;

    static constexpr std::size_t at_once = 256;
    std::string one_;
    std::string many_;
};

}  // namespace dcadmin::store
