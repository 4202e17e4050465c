// SPDX-License-Identifier: Apache-2.0
// A program beside a test, such as a server: it prints its port first, and ends with this object,
// because its standard input does.
#pragma once

#include <doctest/doctest.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include <string>
#include <utility>
#include <vector>

namespace dcadmin::test {

class Child {
   public:
    explicit Child(std::vector<std::string> words) {
        int question[2];
        int answer[2];
        REQUIRE(::pipe(question) == 0);
        REQUIRE(::pipe(answer) == 0);
        std::vector<char*> pointers;
        for (auto& word : words) pointers.push_back(word.data());
        pointers.push_back(nullptr);
        child_ = ::fork();
        REQUIRE(child_ >= 0);
        if (child_ == 0) {
            ::dup2(question[0], STDIN_FILENO);
            ::dup2(answer[1], STDOUT_FILENO);
            for (const int end : {question[0], question[1], answer[0], answer[1]}) ::close(end);
            ::execvp(pointers[0], pointers.data());
            ::_exit(127);
        }
        ::close(question[0]);
        ::close(answer[1]);
        input_ = question[1];
        for (char c = 0; ::read(answer[0], &c, 1) == 1 && c != '\n';) port_ += c;
        ::close(answer[0]);
        REQUIRE_FALSE(port_.empty());
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child() {
        ::close(input_);
        ::waitpid(child_, nullptr, 0);
    }
    [[nodiscard]] std::string url(const std::string& path = {}) const {
        return "http://127.0.0.1:" + port_ + path;
    }

   private:
    pid_t child_ = 0;
    int input_ = -1;
    std::string port_;
};

}  // namespace dcadmin::test
