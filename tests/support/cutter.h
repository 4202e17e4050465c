// SPDX-License-Identifier: Apache-2.0
// A stretch of wire to a server that can be cut at the worst moment: while a commit is under way,
// before the server heard of it or after it was done.
#pragma once

#include <atomic>
#include <filesystem>
#include <string>
#include <thread>

namespace dcadmin::test {

class Cutter {
   public:
    enum class Cut { never, before_commit, after_commit };

    /// Leads from a port of this machine alone to the socket.
    Cutter(std::filesystem::path socket, Cut cut);
    ~Cutter();
    Cutter(const Cutter&) = delete;
    Cutter& operator=(const Cutter&) = delete;
    /// A store address that goes through it.
    [[nodiscard]] std::string url(const std::string& database) const;

   private:
    void serve();
    void carry(int client) const;

    std::filesystem::path socket_;
    Cut cut_;
    int listener_ = -1;
    int port_ = 0;
    std::atomic<bool> ended_ = false;
    std::thread thread_;
};

}  // namespace dcadmin::test
