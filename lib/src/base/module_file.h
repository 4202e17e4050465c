// SPDX-License-Identifier: Apache-2.0
// Parts of the library that are files of their own, loaded when something first asks for one:
// start-up is for everyone, libpq and libcurl for those who have a server or ask one.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace dcadmin::base {

/// The folder of the library that this code is in; of the program, where it was linked into one.
[[nodiscard]] std::filesystem::path own_folder();

/// The address of `entry` in <where this library lies>/dcadmin/dcadmin-NAME.so. Throws failed when
/// it is not installed or cannot be loaded, naming the package and `what` it is for.
[[nodiscard]] void* module_entry(const std::string& name, const char* entry, std::string_view what);
/// Throws failed unless that is the version of this library; null is none.
void require_module_version(const std::string& name, const char* version);

/// What the module of that name hands over: a struct that begins with its version. Loaded anew by
/// each call, for the caller keeps it. Throws failed as the two above.
template <class Module>
[[nodiscard]] const Module& load_module(const std::string& name, const char* entry,
                                        std::string_view what) {
    const auto open = reinterpret_cast<const Module* (*)()>(module_entry(name, entry, what));
    const Module* made = open != nullptr ? open() : nullptr;
    require_module_version(name, made != nullptr ? made->version : nullptr);
    return *made;
}

}  // namespace dcadmin::base
