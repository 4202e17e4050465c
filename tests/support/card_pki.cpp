// SPDX-License-Identifier: Apache-2.0
#include "support/card_pki.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <stdexcept>
#include <system_error>
#include <vector>

namespace dcadmin::test {

namespace {

namespace fs = std::filesystem;

pid_t start(std::vector<std::string> words, int input, int output) {
    std::vector<char*> pointers;
    pointers.reserve(words.size() + 1);
    for (auto& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    const pid_t child = ::fork();
    if (child < 0) throw std::runtime_error("fork");
    if (child > 0) return child;
    if (input >= 0) ::dup2(input, STDIN_FILENO);
    if (output >= 0) ::dup2(output, STDOUT_FILENO);
    ::execvp(pointers[0], pointers.data());
    ::_exit(127);
}

}  // namespace

CardPki::CardPki() {
    std::string place = fs::temp_directory_path() / "dcadmin-cards-XXXXXX";
    if (::mkdtemp(place.data()) == nullptr) throw std::runtime_error("mkdtemp");
    folder_ = place;
    std::array<int, 2> question{};
    std::array<int, 2> answer{};
    if (::pipe2(question.data(), O_CLOEXEC) != 0 || ::pipe2(answer.data(), O_CLOEXEC) != 0) {
        throw std::runtime_error("pipe");
    }
    server_ = start({"python3", CARD_AUTHORITY, place}, question[0], answer[1]);
    ::close(question[0]);
    ::close(answer[1]);
    input_ = question[1];
    for (char c = 0; ::read(answer[0], &c, 1) == 1 && c != '\n';) port_ += c;
    ::close(answer[0]);
    const pid_t maker = start({"bash", CARD_PKI, place, port_, module()}, -1, -1);
    int status = 0;
    ::waitpid(maker, &status, 0);
    if (status != 0) throw std::runtime_error("card_pki.sh failed");
    ::setenv("SOFTHSM2_CONF", file("softhsm2.conf").c_str(), 1);
}

CardPki::~CardPki() {
    ::close(input_);
    ::waitpid(server_, nullptr, 0);
    std::error_code failed;
    fs::remove_all(folder_, failed);
}

const CardPki& CardPki::made() {
    static const CardPki pki;
    return pki;
}

std::string CardPki::module() {
    return SOFTHSM_MODULE;
}

}  // namespace dcadmin::test
