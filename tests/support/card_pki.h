// SPDX-License-Identifier: Apache-2.0
// Cards to sign in with, made once per run of a program: SoftHSM tokens with certificates of a
// public-key infrastructure of the test's own, and a server on this machine that answers for its
// authorities. See card_pki.sh for what each card is, and card_authority.py for the addresses.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>

namespace dcadmin::test {

class CardPki {
   public:
    CardPki();
    CardPki(const CardPki&) = delete;
    CardPki& operator=(const CardPki&) = delete;
    ~CardPki();

    static const CardPki& made();

    [[nodiscard]] static std::string module();
    [[nodiscard]] std::string file(const std::string& name) const { return folder_ / name; }
    /// "http://127.0.0.1:PORT/ocsp/citizen" for "/ocsp/citizen".
    [[nodiscard]] std::string url(const std::string& path) const {
        return "http://127.0.0.1:" + port_ + path;
    }
    /// An address where nobody listens.
    [[nodiscard]] static std::string nowhere() { return "http://127.0.0.1:1/"; }

   private:
    std::filesystem::path folder_;
    std::string port_;
    pid_t server_ = 0;
    int input_ = -1;
};

}  // namespace dcadmin::test
