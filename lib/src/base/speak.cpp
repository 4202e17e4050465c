// SPDX-License-Identifier: Apache-2.0
#include "base/module_file.h"
#include "base/speech.h"

#include <dcadmin/base/say.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <mutex>
#include <optional>
#include <sstream>
#include <string>
#include <utility>

namespace dcadmin {
namespace {

std::optional<base::Catalogue> read_catalogue(const std::string& language) {
    const auto folder = base::own_folder();
    const auto file = std::filesystem::path(language) / "LC_MESSAGES/dcadmin.mo";
    // Where it is installed, and where it is built.
    for (const auto* locale : {DCADMIN_LOCALE, "../share/locale"}) {
        std::ifstream stream(folder / locale / file, std::ios::binary);
        if (!stream) continue;
        std::ostringstream bytes;
        bytes << stream.rdbuf();
        return base::Catalogue::of(std::move(bytes).str());
    }
    return std::nullopt;
}

}  // namespace

void speak(std::string_view language) {
    if (language == "en") {
        base::speech().store(nullptr, std::memory_order_release);
        return;
    }
    // Kept: what was translated from it is pointed at.
    static std::mutex lock;
    static std::map<std::string, std::optional<base::Catalogue>, std::less<>> read;
    const std::lock_guard guard(lock);
    auto at = read.find(language);
    if (at == read.end()) {
        const std::string name(language);
        at = read.emplace(name, read_catalogue(name)).first;
    }
    base::speech().store(at->second ? &*at->second : nullptr, std::memory_order_release);
}

}  // namespace dcadmin
