// SPDX-License-Identifier: Apache-2.0
#include "store/modules.h"

#include "base/module_file.h"

#include <dcadmin/error.h>

#include <map>
#include <mutex>

namespace dcadmin::store {

namespace {

const Driver* load(const std::string& name) {
    try {
        return &base::load_module<Driver>(name, driver_entry, "the driver for this store address");
    } catch (const Error& error) {
        throw error.about("store");
    }
}

}  // namespace

const Driver& load_driver(const std::string& name) {
    static std::mutex lock;
    static std::map<std::string, const Driver*> loaded;
    const std::lock_guard guard(lock);
    const Driver*& driver = loaded[name];
    if (driver == nullptr) driver = load(name);
    return *driver;
}

}  // namespace dcadmin::store
