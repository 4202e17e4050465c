// SPDX-License-Identifier: Apache-2.0
// The file of a private key: whole or not there, mode 0600, its owner's alone. One that others may
// read, or that belongs to another account, is not used.
#pragma once

#include <string>

namespace dcadmin::applications {

/// Throws usage for a path that is not from the root, failed when it cannot be read, not_allowed
/// for one that is not its owner's alone or not this account's.
[[nodiscard]] std::string read_key_file(const std::string& path);

/// A new key beside its place, removed again unless it is put there.
class NewKeyFile {
   public:
    /// Writes it under another name and flushes it to the disk.
    NewKeyFile(std::string path, const std::string& pem);
    NewKeyFile(const NewKeyFile&) = delete;
    NewKeyFile& operator=(const NewKeyFile&) = delete;
    ~NewKeyFile();
    /// Moves it to its place; without `replace` conflict when something is there.
    void put(bool replace);

   private:
    std::string path_;
    std::string beside_;
};

/// Throws conflict when there is something.
void require_no_file(const std::string& path);

}  // namespace dcadmin::applications
