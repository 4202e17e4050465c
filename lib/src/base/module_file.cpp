// SPDX-License-Identifier: Apache-2.0
#include "base/module_file.h"

#include "base/speech.h"

#include <dcadmin/base/say.h>
#include <dcadmin/error.h>

#include <dlfcn.h>

#include <filesystem>
#include <system_error>

namespace dcadmin::base {

namespace {

// Only the driver for a server is a package of its own.
std::string package_of(const std::string& name) {
    return name == "postgres" ? "dcadmin-postgres" : "libdcadmin0";
}

std::filesystem::path file_of(const std::string& name, std::string_view what) {
    const std::string file = "dcadmin-" + name + ".so";
    const auto folder = own_folder();
    std::error_code failed;
    for (const auto& path : {folder / "dcadmin" / file, folder / "../lib/dcadmin" / file}) {
        if (std::filesystem::is_regular_file(path, failed)) return path;
    }
    throw Error(Kind::failed,
                say("{} is not installed: {}", what, (folder / "dcadmin" / file).string()),
                say("install the package {}", package_of(name)));
}

}  // namespace

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

void* module_entry(const std::string& name, const char* entry, std::string_view what) {
    const auto path = file_of(name, what);
    // Never closed: what it made may live as long as the program.
    void* module = ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (module == nullptr) {
        throw Error(Kind::failed, say("{} cannot be loaded: {}", what, ::dlerror()),
                    say("install the package {} again", package_of(name)));
    }
    if (auto* share = reinterpret_cast<ShareSpeech>(::dlsym(module, share_speech_entry))) {
        share(&speech());
    }
    return ::dlsym(module, entry);
}

void require_module_version(const std::string& name, const char* version) {
    if (version != nullptr && std::string_view(version) == DCADMIN_VERSION) return;
    throw Error(Kind::failed,
                say("'dcadmin-{}.so' is not of this version ({})", name, DCADMIN_VERSION),
                "install dcadmin and its modules in one version");
}

}  // namespace dcadmin::base
