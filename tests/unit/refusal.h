// SPDX-License-Identifier: Apache-2.0
// What an action was refused with, so that a test can name it on one line.
#pragma once

#include <dcadmin/error.h>

#include <string>

namespace dcadmin {

/// The message of the usage error that `action` throws; "accepted" when it throws none, and the
/// word for its kind when that is another one.
template <class Action>
std::string refusal(Action action) {
    try {
        action();
    } catch (const Error& error) {
        return error.kind() == Kind::usage ? error.message() : std::string(name_of(error.kind()));
    }
    return "accepted";
}

}  // namespace dcadmin
