// SPDX-License-Identifier: Apache-2.0
// A register behind HTTPS, against a real server on this machine.
#include "network/address.h"
#include "network/http.h"
#include "support/child.h"
#include "support/fixture.h"

#include <dcadmin/registers.h>

#include <doctest/doctest.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

namespace dcadmin::test {

namespace {

namespace fs = std::filesystem;

Child server_with(const std::vector<std::string>& certificate = {}) {
    std::vector<std::string> words{"python3", PERSON_REGISTER};
    words.insert(words.end(), certificate.begin(), certificate.end());
    return Child(words);
}

PersonRegisterAddress address_of(const std::string& url) {
    return {.url = url, .token = "geheim-123", .total_ms = 10'000, .first_wait_ms = 10};
}

std::optional<RegisterPerson> find(const PersonRegisterAddress& address) {
    return open_person_register(address)->find(person_number(1), day("2026-11-23"));
}

std::string failure(const PersonRegisterAddress& address) {
    try {
        static_cast<void>(find(address));
    } catch (const Error& error) {
        const std::string text = error.message() + "; " + error.hint();
        CHECK(text.find("geheim") == std::string::npos);
        CHECK(text.find(person_number(1).revealed_digits()) == std::string::npos);
        return std::string(name_of(error.kind())) + ": " + text;
    }
    return "found or unknown";
}

bool has(const std::string& text, std::string_view part) {
    INFO(text);
    return text.find(part) != std::string::npos;
}

/// A variable of the environment, as long as this lives.
class Variable {
   public:
    Variable(const char* name, const char* value) : name_(name) { ::setenv(name, value, 1); }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;
    ~Variable() { ::unsetenv(name_); }

   private:
    const char* name_;
};

/// A folder with an authority's certificate for 127.0.0.1, and another authority's.
class Certificates {
   public:
    Certificates() {
        std::string name = (fs::temp_directory_path() / "dcadmin-tls.XXXXXX").string();
        folder_ = ::mkdtemp(name.data());
        for (const char* one : {"own", "other"}) {
            const std::string command =
                "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost "
                "-addext subjectAltName=IP:127.0.0.1 -keyout " +
                path(std::string(one) + ".key") + " -out " + path(std::string(one) + ".pem") +
                " 2>/dev/null";
            REQUIRE(std::system(command.c_str()) == 0);
        }
    }
    Certificates(const Certificates&) = delete;
    Certificates& operator=(const Certificates&) = delete;
    ~Certificates() { fs::remove_all(folder_); }
    [[nodiscard]] std::string path(const std::string& name) const {
        return (folder_ / name).string();
    }

   private:
    fs::path folder_;
};

}  // namespace

TEST_CASE("a register is asked by POST with its token, and its answer read") {
    const Child server = server_with();
    const auto person = find(address_of(server.url("/ok")));
    REQUIRE(person);
    CHECK(person->first_name == "Lucas");
    CHECK(person->last_name == "Maes");
    CHECK(person->birth_date == day("1980-01-01"));
    CHECK(person->sex == Sex::male);
    CHECK(person->language == Language::fr);
    CHECK_FALSE(find(address_of(server.url("/unknown"))));
    const std::string seen =
        "python3 -c \"import urllib.request as u;"
        "print(u.urlopen('" +
        server.url("/seen") + "').read().decode())\"";
    const std::unique_ptr<FILE, int (*)(FILE*)> said(::popen(seen.c_str(), "r"), ::pclose);
    std::string text(4096, '\0');
    text.resize(std::fread(text.data(), 1, text.size(), said.get()));
    CHECK(has(text,
              "/ok Bearer geheim-123 {\"number\":\"" + person_number(1).revealed_digits() + "\"}"));
}

TEST_CASE("what goes without TLS stays on this machine, whatever proxy the environment names") {
    const Child server = server_with();
    for (const char* name : {"http_proxy", "all_proxy", "ALL_PROXY"}) {
        CAPTURE(name);
        const Variable proxy(name, "http://127.0.0.1:1");
        CHECK(find(address_of(server.url("/ok"))));
    }
}

TEST_CASE("what may go better is tried again, a bounded number of times") {
    const Child server = server_with();
    CHECK(find(address_of(server.url("/second"))));
    const auto begun = std::chrono::steady_clock::now();
    CHECK(find(address_of(server.url("/busy"))));
    CHECK(std::chrono::steady_clock::now() - begun >= std::chrono::milliseconds(900));
    CHECK(failure(address_of(server.url("/broken"))) == "busy: the register of persons at " +
                                                            server.url("/broken") +
                                                            " answers 500; try again later");
    auto slow = address_of(server.url("/slow"));
    slow.total_ms = 200;
    slow.tries = 2;
    CHECK(failure(slow).starts_with("busy: the register of persons: "));
    auto nobody = address_of("http://127.0.0.1:1/ok");
    CHECK(failure(nobody).starts_with("busy: the register of persons: "));
}

TEST_CASE("what cannot go better fails at once, with the reason") {
    const Child server = server_with();
    CHECK(has(failure(address_of(server.url("/forbidden"))), "answers 403; see whether its token"));
    CHECK(has(failure(address_of(server.url("/elsewhere"))), "answers 400; see whether its addre"));
    CHECK(has(failure(address_of(server.url("/moved"))), "failed: the register of persons at"));
    CHECK(has(failure(address_of(server.url("/long"))), "answers with more than 65536 bytes"));
    CHECK(has(failure(address_of(server.url("/garbage"))), "answers something that is not JSON"));
    CHECK(has(failure(address_of(server.url("/nested"))), "holds an object within the object"));
    CHECK(has(failure(address_of(server.url("/twice"))), "has a member twice"));
    CHECK(has(failure(address_of(server.url("/other"))), "is about somebody else"));
    CHECK(has(failure(address_of(server.url("/nameless"))), "has no last_name"));
}

TEST_CASE("the certificate is verified against the authority that is named") {
    const Certificates certificates;
    const Child server = server_with({certificates.path("own.pem"), certificates.path("own.key")});
    auto address = address_of("https://127.0.0.1:" + server.port() + "/ok");
    CHECK(failure(address).starts_with("failed: the register of persons: "));
    address.ca_file = certificates.path("other.pem");
    CHECK(failure(address).starts_with("failed: the register of persons: "));
    address.ca_file = certificates.path("own.pem");
    CHECK(find(address));
    address.url = "https://localhost:" + server.port() + "/ok";  // not what it was made for
    CHECK(failure(address).starts_with("failed: the register of persons: "));
}

TEST_CASE("an address that is not safe is refused before anything is sent") {
    for (const char* url :
         {"http://register.example.be/", "ftp://127.0.0.1/", "https://", "https:///x",
          "https://user:secret@host/", "https://host/?number=1", "http://127.0.0.1.example.be/",
          "http://localhost.example.be/", "https://host/#x", "https://ho st/"}) {
        CAPTURE(url);
        CHECK_FALSE(network::is_safe_url(url));
        CHECK(refused([&] { static_cast<void>(open_person_register({.url = url})); }) ==
              "usage register.person.url");
    }
    for (const char* url : {"https://register.example.be/persons", "http://localhost:8080/x",
                            "http://127.0.0.1/x", "http://[::1]:80/"}) {
        CAPTURE(url);
        CHECK(network::is_safe_url(url));
    }
    CHECK(refused([] {
              static_cast<void>(open_person_register({.url = "https://h/", .token = "a\nb"}));
          }) == "usage register.person.token_file");
}

TEST_CASE("a person is added by number alone from a register behind HTTPS") {
    Fixture f;
    const Child server = server_with();
    const auto outside = open_person_register(address_of(server.url("/ok")));
    f.env.person_register = outside.get();
    const auto written = f.persons.add(new_person(1, "", ""));
    CHECK(written.item.last_name == "Maes");
    CHECK(written.item.verified);
    CHECK(f.column("SELECT source || answer FROM register_consultation") ==
          std::vector<std::string>{"httpsfound"});
}

}  // namespace dcadmin::test
