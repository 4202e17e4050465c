// SPDX-License-Identifier: Apache-2.0
#include "support/cutter.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace dcadmin::test {

namespace {

constexpr int moment_ms = 50;

int connected_to(const std::filesystem::path& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, path.c_str(), sizeof address.sun_path - 1);
    const int made = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (::connect(made, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        throw std::runtime_error("the server does not listen at " + path.string());
    }
    return made;
}

bool send_all(int to, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto sent = ::send(to, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

bool readable(int from) {
    pollfd wanted{from, POLLIN, 0};
    return ::poll(&wanted, 1, moment_ms) > 0;
}

}  // namespace

Cutter::Cutter(std::filesystem::path socket, Cut cut) : socket_(std::move(socket)), cut_(cut) {
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = ::htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(listener_, reinterpret_cast<const sockaddr*>(&address), size) != 0 ||
        ::listen(listener_, 8) != 0 ||
        ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
        throw std::runtime_error("no port to listen at");
    }
    port_ = ::ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
}

Cutter::~Cutter() {
    ended_ = true;
    thread_.join();
    ::close(listener_);
}

std::string Cutter::url(const std::string& database) const {
    return "postgresql://postgres@127.0.0.1:" + std::to_string(port_) + "/" + database +
           "?sslmode=disable&gssencmode=disable";
}

// One connection after the other is enough: the program has one.
void Cutter::serve() {
    while (!ended_) {
        if (!readable(listener_)) continue;
        const int client = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        if (client >= 0) carry(client);
    }
}

void Cutter::carry(int client) const {
    const int server = connected_to(socket_);
    std::array<char, 65536> block{};
    bool committing = false;
    for (bool open = true; open && !ended_;) {
        std::array<pollfd, 2> both{{{client, POLLIN, 0}, {server, POLLIN, 0}}};
        if (::poll(both.data(), both.size(), moment_ms) <= 0) continue;
        if (both[0].revents != 0) {
            const auto count = ::recv(client, block.data(), block.size(), 0);
            const std::string_view bytes(block.data(), count > 0 ? static_cast<size_t>(count) : 0);
            committing = bytes.find("COMMIT") != std::string_view::npos;
            if (committing && cut_ == Cut::before_commit) break;
            open = !bytes.empty() && send_all(server, bytes);
        }
        if (both[1].revents != 0) {
            const auto count = ::recv(server, block.data(), block.size(), 0);
            // The server has answered, so it is done; the client never hears of it.
            if (committing && cut_ == Cut::after_commit) break;
            open = count > 0 && send_all(client, {block.data(), static_cast<std::size_t>(count)});
        }
    }
    ::close(client);
    ::close(server);
}

}  // namespace dcadmin::test
