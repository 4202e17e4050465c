// SPDX-License-Identifier: Apache-2.0
// Everything an operation may use: the store, the clock, who acts, and under which command. It is
// handed in, so that a test can hand in others, and so that nothing of the library reaches for the
// environment by itself.
#pragma once

#include <dcadmin/base/clock.h>
#include <dcadmin/base/ids.h>
#include <dcadmin/base/vocabulary.h>
#include <dcadmin/export.h>
#include <dcadmin/store.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace dcadmin {

/// Who acts. The token of a session or of a service account proves it; without one that is the
/// operating-system user, as local operator, and a person named with --as is recorded as claimed.
/// A store that wants sign-in (policy sign_in) refuses who has no token.
struct Actor {
    std::string user;
    std::optional<PersonRef> claimed;
    std::string token = {};  // a secret: never in a message, an argument or a log
};

class PersonRegister;  // <dcadmin/registers.h>

struct Env {
    Store& store;
    const Clock& clock;
    Actor actor;
    std::string command;                        // "grant add": recorded with every change
    Language language = Language::nl;           // in which names are read from registers
    PersonRegister* person_register = nullptr;  // outside; asked before the store is held
};

/// Which part of a list is wanted. `sort` is a column of the list; empty means its natural order.
struct Page {
    std::string sort;
    bool reverse = false;
    std::optional<std::uint64_t> limit;
    std::uint64_t offset = 0;
    bool counted = true;  // whether anybody wants to know how many there are in all
};

/// Takes the items of a list one by one; false ends the listing.
template <class T>
using Each = std::function<bool(const T&)>;

/// What a write came to. `changed` is false when it was so already; `remark` says what was done
/// differently from the request ("until cut to 02/10/2030, …").
template <class T>
struct Written {
    bool changed = false;
    T item;
    std::string remark;
};

}  // namespace dcadmin
