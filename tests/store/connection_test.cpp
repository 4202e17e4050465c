// SPDX-License-Identifier: Apache-2.0
// The ways to a server: TLS that proves who it is, a service file, and several hosts of which one
// takes writes.
#include "scratch.h"
#include "store/db.h"
#include "support/cutter.h"
#include "support/postgres.h"

#include <dcadmin/store.h>

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <stdexcept>
#include <thread>

using namespace dcadmin;
using dcadmin::test::Cluster;
using dcadmin::test::Cutter;
using dcadmin::testing::Folder;

namespace {

const FixedClock clock_at{dcadmin::testing::test_moment()};

bool has(const std::string& text, std::string_view part) {
    INFO(text);
    return text.find(part) != std::string::npos;
}

/// What one value of the session is, or "kind: message" when the store cannot be opened.
std::string asked(const std::string& url, const std::string& sql,
                  StoreAccess access = StoreAccess::write) {
    try {
        const Store store = Store::open(url, access);
        const auto found = store.db().prepare(sql);
        return found->first({}) ? found->string(0) : "";
    } catch (const Error& error) {
        return std::string(name_of(error.kind())) + ": " + error.message();
    }
}

std::string port_of(const std::string& url, StoreAccess access = StoreAccess::write) {
    return asked(url, "SELECT current_setting('port')", access);
}

int free_port() {
    const int made = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = ::htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    const bool bound = ::bind(made, reinterpret_cast<const sockaddr*>(&address), size) == 0 &&
                       ::getsockname(made, reinterpret_cast<sockaddr*>(&address), &size) == 0;
    ::close(made);
    if (!bound) throw std::runtime_error("no free port");
    return ::ntohs(address.sin_port);
}

/// One more server, at a port of this machine, with a certificate for "localhost" that is signed by
/// an authority of its own, and with a store in it. Made once.
struct Certified {
    Cluster cluster{free_port(), {"listen_addresses=127.0.0.1"}};
    std::string database = cluster.new_store(clock_at);

    static Certified& get() {
        static Certified server;
        return server;
    }
    Certified() {
        make_authority("authority");
        make_authority("other");
        openssl({"-CA", file("authority.crt"), "-CAkey", file("authority.key"), "-addext",
                 "subjectAltName=DNS:localhost"},
                "server");
        cluster.run("postgres", "ALTER SYSTEM SET ssl_cert_file = '" + file("server.crt") + "'");
        cluster.run("postgres", "ALTER SYSTEM SET ssl_key_file = '" + file("server.key") + "'");
        cluster.run("postgres", "ALTER SYSTEM SET ssl = on");
        cluster.run("postgres", "SELECT pg_reload_conf()");
        for (int i = 0; i < 100 && cluster.run("postgres", "SHOW ssl").front() != "on"; ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
    }
    /// The address over the network, whatever the host is called.
    [[nodiscard]] std::string url(const std::string& host, const std::string& more) const {
        return "postgresql://postgres@" + host + ":" + std::to_string(cluster.port()) + "/" +
               database + "?hostaddr=127.0.0.1&" + more;
    }
    [[nodiscard]] std::string file(const std::string& name) const {
        return (cluster.folder() / name).string();
    }
    [[nodiscard]] std::string verified(const std::string& host,
                                       const std::string& authority) const {
        return url(host, "sslmode=verify-full&sslrootcert=" + file(authority + ".crt"));
    }

   private:
    void make_authority(const std::string& name) { openssl({}, name); }
    void openssl(const std::vector<std::string>& more, const std::string& name) {
        std::vector<std::string> words{"openssl",
                                       "req",
                                       "-x509",
                                       "-newkey",
                                       "ec",
                                       "-pkeyopt",
                                       "ec_paramgen_curve:P-256",
                                       "-nodes",
                                       "-days",
                                       "2",
                                       "-subj",
                                       "/CN=" + name,
                                       "-keyout",
                                       file(name + ".key"),
                                       "-out",
                                       file(name + ".crt")};
        words.insert(words.end(), more.begin(), more.end());
        cluster.run_program(std::move(words));
    }
};

/// A variable of the environment, as it was when this ends.
class Variable {
   public:
    Variable(const char* name, const std::string& value) : name_(name) {
        if (const char* before = std::getenv(name)) before_ = before;
        ::setenv(name, value.c_str(), 1);
    }
    ~Variable() {
        if (before_) {
            ::setenv(name_, before_->c_str(), 1);
        } else {
            ::unsetenv(name_);
        }
    }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;

   private:
    const char* name_;
    std::optional<std::string> before_;
};

}  // namespace

TEST_CASE("a server that shows the right certificate is spoken to in secret") {
    const Certified& server = Certified::get();
    const std::string encrypted =
        "SELECT CASE WHEN ssl THEN version ELSE 'plain' END FROM pg_stat_ssl "
        "WHERE pid = pg_backend_pid()";
    CHECK(asked(server.verified("localhost", "authority"), encrypted).starts_with("TLSv1."));
    CHECK(asked(server.url("localhost", "sslmode=disable"), encrypted) == "plain");
    const Store store = Store::open(server.verified("localhost", "authority"), StoreAccess::write);
    const auto reader = store.db().reader();
    const auto found = reader->prepare(encrypted);
    REQUIRE(found->first({}));
    CHECK(found->string(0) != "plain");
}

TEST_CASE(
    "a server that does not prove to be the one that was named is refused, once and for all") {
    const Certified& server = Certified::get();
    const auto other_name = port_of(server.verified("db.example.be", "authority"));
    CHECK(has(other_name, "not_allowed: there is no trusted connection"));
    CHECK(has(other_name, "db.example.be"));
    const auto other_authority = port_of(server.verified("localhost", "other"));
    CHECK(has(other_authority, "not_allowed: there is no trusted connection"));
    CHECK(has(other_authority, "certificate verify failed"));
    const auto no_authority = port_of(server.verified("localhost", "absent"));
    CHECK(has(no_authority, "not_allowed: there is no trusted connection"));
}

TEST_CASE("a server without TLS is refused where TLS is asked for") {
    const Cutter wire(Cluster::get().socket(), Cutter::Cut::never);
    auto url = wire.url(Cluster::get().new_store(clock_at));
    CHECK(port_of(url) == "5432");
    url.replace(url.find("sslmode=disable"), 15, "sslmode=require");
    CHECK(has(port_of(url), "not_allowed: there is no trusted connection"));
}

TEST_CASE("a service file says where the store is") {
    const Folder folder;
    Cluster& cluster = Cluster::get();
    const auto database = cluster.new_store(clock_at);
    std::ofstream(folder.path("services"))
        << "[desk]\nhost=" << cluster.folder().string() << "\ndbname=" << database
        << "\nuser=postgres\nconnect_timeout=7\n";
    const Variable file("PGSERVICEFILE", folder.path("services").string());
    CHECK(asked("postgresql:///?service=desk", "SELECT current_database()") == database);
    CHECK(has(port_of("postgresql:///?service=nobody"),
              "usage: the service in the address is not known"));
    {
        const Variable service("PGSERVICE", "desk");
        CHECK(asked("postgresql://", "SELECT current_database()") == database);
    }
}

TEST_CASE("of several hosts the first that can be reached serves") {
    Cluster& cluster = Cluster::get();
    const auto database = cluster.new_store(clock_at);
    for (const std::string attributes : {"", "&target_session_attrs=read-write"}) {
        CAPTURE(attributes);
        CHECK(port_of("postgresql://postgres@/" + database + "?host=/nowhere," +
                      cluster.folder().string() + attributes) == "5432");
    }
    CHECK(has(port_of("postgresql://postgres@/" + database + "?host=/nowhere,/nothing"),
              "busy: the database cannot be reached"));
}

TEST_CASE("of several hosts a writer gets the one that takes writes, a reader any") {
    Cluster& other = Certified::get().cluster;
    Cluster& primary = Cluster::get();
    const auto database = primary.new_store(clock_at);
    other.run("postgres",
              "ALTER DATABASE " + other.new_store(clock_at) + " RENAME TO " + database + "_");
    other.run("postgres",
              "ALTER DATABASE " + database + "_ SET default_transaction_read_only = on");
    primary.run("postgres", "ALTER DATABASE " + database + " RENAME TO " + database + "_");
    const std::string own_port = std::to_string(other.port());
    const std::string url = "postgresql://postgres@/" + database + "_?host=/nowhere," +
                            other.folder().string() + "," + primary.folder().string() +
                            "&port=5432," + own_port + ",5432";
    CHECK(port_of(url) == "5432");
    CHECK(port_of(url + "&target_session_attrs=read-write") == "5432");
    CHECK(port_of(url + "&target_session_attrs=read-write", StoreAccess::read) == "5432");
    CHECK(port_of(url, StoreAccess::read) == own_port);
}
