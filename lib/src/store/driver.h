// SPDX-License-Identifier: Apache-2.0
// What the library and a driver that is a module of its own say to each other: how a store is to be
// opened, and the one entry of the module. Both sides are built from the same sources; the version
// tells when they are not.
#pragma once

#include "store/db.h"

#include <memory>
#include <string>

namespace dcadmin::store {

enum class Opening {
    create,
    write,
    read,
    check  // may write and does not: SQLite skips CHECK constraints where it only reads
};

struct OpenRequest {
    std::string url;
    std::string password;  // empty: none, or the driver's own ways of finding one
    Opening how = Opening::read;
};

struct Driver {
    const char* version;
    std::unique_ptr<Db> (*open)(const OpenRequest& request);
};

/// The name of the entry, and what it is.
constexpr const char* driver_entry = "dcadmin_store_driver";

}  // namespace dcadmin::store
