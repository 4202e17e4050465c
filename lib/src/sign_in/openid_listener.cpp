// SPDX-License-Identifier: Apache-2.0
#include "sign_in/openid_listener.h"

#include "sign_in/openid_text.h"
#include "sign_in/secrets.h"

#include <dcadmin/base/say.h>
#include <dcadmin/error.h>

#include <arpa/inet.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <string_view>
#include <system_error>

namespace dcadmin::sign_in {

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr std::string_view path = "/callback";
constexpr std::size_t longest_request = std::size_t{16} * 1024;
constexpr int most_connections = 200;
constexpr milliseconds patience{2'000};  // with one connection

Error no_port(int port) {
    return {Kind::failed, say("port {} of 127.0.0.1 cannot be used: {}", port,
                              std::generic_category().message(errno))};
}

int left(Clock::time_point end) {
    const auto rest = std::chrono::duration_cast<milliseconds>(end - Clock::now()).count();
    return rest > 0 ? static_cast<int>(rest) : 0;
}

bool is_ready(int socket, short what, Clock::time_point end) {
    pollfd waited{socket, what, 0};
    int ready = 0;
    do {
        ready = ::poll(&waited, 1, left(end));
    } while (ready < 0 && errno == EINTR);
    return ready > 0;
}

// Up to the end of the head; what a browser sends is far shorter than the bound.
std::string read_head(int from) {
    const auto end = Clock::now() + patience;
    std::string request;
    std::array<char, 2048> block{};
    while (request.size() < longest_request && request.find("\r\n\r\n") == std::string::npos) {
        if (!is_ready(from, POLLIN, end)) return {};
        const auto count = ::recv(from, block.data(), block.size(), 0);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return {};
        request.append(block.data(), static_cast<std::size_t>(count));
    }
    return request;
}

void answer(int to, std::string_view status, std::string_view said) {
    const std::string page = fmt::format(
        "<!doctype html><meta charset=\"utf-8\"><title>dcadmin</title><p>{}</p>\n", said);
    const std::string whole = fmt::format(
        "HTTP/1.1 {}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\n"
        "Cache-Control: no-store\r\nReferrer-Policy: no-referrer\r\nConnection: close\r\n\r\n{}",
        status, page.size(), page);
    const auto end = Clock::now() + patience;
    std::string_view rest = whole;
    while (!rest.empty() && is_ready(to, POLLOUT, end)) {
        const auto count = ::send(to, rest.data(), rest.size(), MSG_NOSIGNAL);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) break;
        rest.remove_prefix(static_cast<std::size_t>(count));
    }
    ::shutdown(to, SHUT_WR);
}

}  // namespace

std::string callback_query(const std::string& request) {
    const std::string_view line = std::string_view(request).substr(0, request.find("\r\n"));
    constexpr std::string_view method = "GET ";
    const auto version = line.rfind(" HTTP/1.");
    if (!line.starts_with(method) || version == std::string_view::npos || version < method.size()) {
        return {};
    }
    const std::string_view target = line.substr(method.size(), version - method.size());
    const auto mark = target.find('?');
    if (mark == std::string_view::npos || target.substr(0, mark) != path) return {};
    return std::string(target.substr(mark + 1));
}

OpenidListener::OpenidListener(int port)
    : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    if (socket_ < 0) throw no_port(port);
    const int again = 1;
    ::setsockopt(socket_, SOL_SOCKET, SO_REUSEADDR, &again, sizeof again);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    socklen_t size = sizeof address;
    auto* general = reinterpret_cast<sockaddr*>(&address);
    if (::bind(socket_, general, size) != 0 || ::listen(socket_, 8) != 0 ||
        ::getsockname(socket_, general, &size) != 0) {
        const Error error = no_port(port);
        ::close(socket_);
        throw error;
    }
    redirect_ = fmt::format("http://127.0.0.1:{}{}", ntohs(address.sin_port), path);
}

OpenidListener::~OpenidListener() {
    ::close(socket_);
}

std::string OpenidListener::hear(const std::string& state) const {
    const int connection = ::accept4(socket_, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
    if (connection < 0) return {};
    std::string query = callback_query(read_head(connection));
    if (query.empty()) {
        answer(connection, "404 Not Found", say("There is nothing here."));
    } else if (!same_secret(query_value(query, "state"), state)) {
        answer(connection, "400 Bad Request", say("This answers another question."));
        query.clear();
    } else {
        answer(connection, "200 OK", say("This window can be closed: go back to the terminal."));
    }
    ::close(connection);
    return query;
}

std::string OpenidListener::wait(const std::string& state, int wait_ms) {
    const auto end = Clock::now() + milliseconds(wait_ms);
    for (int heard = 0; heard < most_connections; ++heard) {
        if (!is_ready(socket_, POLLIN, end)) break;
        std::string query = hear(state);
        if (!query.empty()) return query;
    }
    throw Error(Kind::sign_in, "nobody signed in at the provider in time",
                "begin again, and open the address in a browser of this machine");
}

}  // namespace dcadmin::sign_in
