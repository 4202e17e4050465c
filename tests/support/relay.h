// SPDX-License-Identifier: Apache-2.0
// A real SMTP server on this machine that mails are given to, and what another maker's reader of
// mails reads of them.
#pragma once

#include "support/child.h"

#include <dcadmin/outbox.h>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::test {

namespace fs = std::filesystem;

class TempFolder {
   public:
    TempFolder() {
        std::string name = (fs::temp_directory_path() / "dcadmin-mail.XXXXXX").string();
        path_ = ::mkdtemp(name.data());
    }
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;
    ~TempFolder() { fs::remove_all(path_); }
    [[nodiscard]] std::string of(const std::string& name) const { return (path_ / name).string(); }
    [[nodiscard]] std::string path() const { return path_.string(); }

   private:
    fs::path path_;
};

inline std::string printed(const std::string& command) {
    const std::unique_ptr<FILE, int (*)(FILE*)> out(::popen(command.c_str(), "r"), ::pclose);
    std::string text;
    char part[4096];
    for (std::size_t n = 0; (n = std::fread(part, 1, sizeof part, out.get())) > 0;) {
        text.append(part, n);
    }
    return text;
}

/// Certificates for 127.0.0.1, made once.
inline const TempFolder& certificates() {
    static const TempFolder folder;
    static const bool made = [] {
        for (const char* one : {"own", "other"}) {
            const std::string base = folder.of(one);
            const std::string command =
                "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext "
                "subjectAltName=IP:127.0.0.1 -keyout " +
                base + ".key -out " + base + ".pem 2>/dev/null";
            if (std::system(command.c_str()) != 0) return false;
        }
        return true;
    }();
    REQUIRE(made);
    return folder;
}

class Relay {
   public:
    explicit Relay(const std::string& mode = "plain")
        : server_({"node", SMTP_SERVER, mails_.path(), mode, certificates().of("own.key"),
                   certificates().of("own.pem")}) {}

    /// Changes what it does from the next mail on.
    void behave(const std::string& mode) const { std::ofstream(mails_.of("mode")) << mode; }
    [[nodiscard]] MailRelay address(const std::string& scheme = "smtp") const {
        return {.url = scheme + server_.url().substr(4),
                .from = "Toegang é <toegang@example.be>",
                .connect_ms = 2'000,
                .total_ms = 2'000};
    }
    [[nodiscard]] std::size_t taken() const {
        const auto all = fs::directory_iterator(mails_.path());
        return static_cast<std::size_t>(std::count_if(begin(all), end(all), [](const auto& file) {
            return file.path().extension() == ".eml";
        }));
    }
    [[nodiscard]] std::string mails() const {
        return printed("python3 " READ_MAILS " " + mails_.path() + " 2>&1");
    }
    [[nodiscard]] std::string log() const {
        return printed("cat " + mails_.of("log") + " 2>/dev/null");
    }
    [[nodiscard]] std::vector<std::string> ids() const {
        std::vector<std::string> ids;
        const std::string text = mails();
        constexpr std::string_view key = "\nMessage-ID: ";
        for (auto at = text.find(key); at != std::string::npos; at = text.find(key, at + 1)) {
            const auto begin = at + key.size();
            ids.push_back(text.substr(begin, text.find('\n', begin) - begin));
        }
        return ids;
    }

   private:
    TempFolder mails_;
    Child server_;
};

inline bool has(const std::string& text, std::string_view part) {
    INFO(text);
    INFO(part);
    return text.find(part) != std::string::npos;
}

inline std::string in_short(const SendSummary& sent) {
    return std::to_string(sent.mails) + " mails " + std::to_string(sent.sent) + " sent " +
           std::to_string(sent.failed) + " failed " + std::to_string(sent.put_off) + " put off" +
           (sent.unreachable.empty() ? "" : " unreachable");
}

}  // namespace dcadmin::test
