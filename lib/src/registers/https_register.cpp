// SPDX-License-Identifier: Apache-2.0
// A register of persons behind an address. The number travels in the body of a POST, never in an
// address: addresses end up in logs.
#include "network/address.h"
#include "network/http.h"
#include "registers/person_answer.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/registers.h>

#include <algorithm>
#include <chrono>
#include <random>
#include <thread>
#include <utility>

namespace dcadmin {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds longest_wait{10'000};

class HttpsRegister final : public PersonRegister {
   public:
    explicit HttpsRegister(PersonRegisterAddress address) : address_(std::move(address)) {}

    [[nodiscard]] std::optional<RegisterPerson> find(NationalNumber number, Date today) override;
    [[nodiscard]] std::int64_t keep_seconds() const override { return address_.keep_seconds; }

   private:
    [[nodiscard]] network::HttpAnswer answer(const network::HttpRequest& request);
    void wait(int attempt, int asked_seconds);

    PersonRegisterAddress address_;
    std::unique_ptr<network::HttpClient> client_;
    std::minstd_rand chance_{std::random_device{}()};
};

std::optional<RegisterPerson> HttpsRegister::find(NationalNumber number, Date today) {
    network::HttpRequest request{
        .url = address_.url,
        .body = registers::question_of(number),
        .headers = {"Content-Type: application/json", "Accept: application/json"},
        .ca_file = address_.ca_file,
        .connect_ms = address_.connect_ms,
        .total_ms = address_.total_ms};
    if (!address_.token.empty()) {
        request.headers.push_back("Authorization: Bearer " + address_.token);
    }
    const network::HttpAnswer got = answer(request);
    if (got.status == 404) return std::nullopt;
    if (got.status == 200) return registers::person_from_answer(got.body, number, today);
    const bool refused = got.status == 401 || got.status == 403;
    throw Error(network::is_passing(got.status) ? Kind::busy : Kind::failed,
                say("the register of persons at {} answers {}", address_.url, got.status),
                network::is_passing(got.status) ? say("try again later")
                : refused ? say("see whether its token is right: dcadmin config get "
                                "register.person.token_file")
                          : say("see whether its address is right: dcadmin config get "
                                "register.person.url"));
}

// Tries again, a bounded number of times, what may go better the next time.
network::HttpAnswer HttpsRegister::answer(const network::HttpRequest& request) {
    if (!client_) client_ = network::open_http();
    for (int attempt = 1;; ++attempt) {
        const bool last = attempt >= address_.tries;
        int asked_seconds = 0;
        try {
            auto got = client_->post(request);
            if (last || !network::is_passing(got.status)) return got;
            asked_seconds = got.retry_after;
        } catch (const Error& error) {
            if (error.kind() == Kind::busy && !last) {
                asked_seconds = 0;
            } else {
                throw Error(error.kind(), say("the register of persons: {}", error.message()),
                            error.kind() == Kind::busy ? say("try again later") : error.hint());
            }
        }
        wait(attempt, asked_seconds);
    }
}

// Longer each time, and never as long as somebody else's.
void HttpsRegister::wait(int attempt, int asked_seconds) {
    const auto usual = milliseconds(address_.first_wait_ms) * (1 << std::min(attempt - 1, 6));
    std::uniform_int_distribution<std::int64_t> around(usual.count() / 2, usual.count() * 3 / 2);
    const auto chosen =
        std::max(milliseconds(around(chance_)), milliseconds(std::int64_t{asked_seconds} * 1000));
    std::this_thread::sleep_for(std::min(chosen, longest_wait));
}

}  // namespace

std::unique_ptr<PersonRegister> open_person_register(const PersonRegisterAddress& address) {
    if (!network::is_safe_url(address.url)) {
        throw Error(Kind::usage,
                    say("{} cannot be the address of a register", text::quoted(address.url)),
                    "write https://HOST/PATH, without user, password or query; http:// on this "
                    "machine alone",
                    "register.person.url");
    }
    if (address.token.find_first_of("\r\n") != std::string::npos) {
        throw Error(Kind::usage, "a token is one line", "", "register.person.token_file");
    }
    return std::make_unique<HttpsRegister>(address);
}

}  // namespace dcadmin
