// SPDX-License-Identifier: Apache-2.0
#include "store/modules.h"

#include <dcadmin/error.h>

#include <dlfcn.h>
#include <fmt/format.h>

#include <filesystem>
#include <map>
#include <mutex>
#include <system_error>

namespace dcadmin::store {

namespace {

// The folder of the library that this code is in; of the program, where it was linked into one.
std::filesystem::path own_folder() {
    Dl_info found{};
    static const char anchor = 0;
    const bool known = ::dladdr(&anchor, &found) != 0 && found.dli_fname != nullptr;
    std::filesystem::path file = known ? found.dli_fname : "";
    std::error_code failed;
    // A program's own name may be whatever it was called by.
    if (!file.is_absolute()) file = std::filesystem::read_symlink("/proc/self/exe", failed);
    return file.parent_path();
}

std::filesystem::path file_of(const std::string& name) {
    const std::string file = "dcadmin-" + name + ".so";
    const auto folder = own_folder();
    std::error_code failed;
    for (const auto& path : {folder / "dcadmin" / file, folder / "../lib/dcadmin" / file}) {
        if (std::filesystem::is_regular_file(path, failed)) return path;
    }
    throw Error(Kind::failed,
                fmt::format("the driver for this store address is not installed: {}",
                            (folder / "dcadmin" / file).string()),
                fmt::format("install the package dcadmin-{}", name), "store");
}

const Driver& load(const std::string& name) {
    const auto path = file_of(name);
    // Never closed: what it made may live as long as the program.
    void* module = ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (module == nullptr) {
        throw Error(Kind::failed, fmt::format("the driver cannot be loaded: {}", ::dlerror()),
                    fmt::format("install the package dcadmin-{} again", name), "store");
    }
    const auto entry = reinterpret_cast<DriverEntry>(::dlsym(module, driver_entry));
    const Driver* driver = entry != nullptr ? entry() : nullptr;
    if (driver == nullptr || std::string_view(driver->version) != DCADMIN_VERSION) {
        throw Error(Kind::failed,
                    fmt::format("'{}' is not the driver of this version ({})", path.string(),
                                DCADMIN_VERSION),
                    "install dcadmin and its drivers in one version", "store");
    }
    return *driver;
}

}  // namespace

const Driver& load_driver(const std::string& name) {
    static std::mutex lock;
    static std::map<std::string, const Driver*> loaded;
    const std::lock_guard guard(lock);
    const Driver*& driver = loaded[name];
    if (driver == nullptr) driver = &load(name);
    return *driver;
}

}  // namespace dcadmin::store
