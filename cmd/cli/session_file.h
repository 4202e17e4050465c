// SPDX-License-Identifier: Apache-2.0
// The session of this user on one store: its token in a file of mode 0600 under
// $XDG_STATE_HOME/dcadmin, one file for each store. Whoever writes it locks it, and whoever reads
// it waits for that, so that commands at the same time see a whole one. A file that others may
// read, or own, is refused.
#pragma once

#include "cli/settings.h"
#include "cli/streams.h"

#include <string>
#include <string_view>

namespace dcadmin::cli {

class SessionFile {
   public:
    SessionFile(const Environment& environment, std::string_view store_url);

    /// Empty when there is none.
    [[nodiscard]] std::string token() const;
    void keep(std::string_view token) const;
    void forget() const;
    [[nodiscard]] const std::string& path() const { return path_; }

   private:
    std::string folder_;
    std::string path_;
};

/// What this user acts with: the token of the file that a setting or systemd names, else of his
/// session on the store in use; empty when there is none.
[[nodiscard]] std::string token_of(const Settings& settings, const Environment& environment);

}  // namespace dcadmin::cli
