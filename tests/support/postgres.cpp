// SPDX-License-Identifier: Apache-2.0
#include "support/postgres.h"

#include <fcntl.h>
#include <libpq-fe.h>
#include <pwd.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <thread>

namespace dcadmin::test {

namespace {

using namespace std::chrono_literals;

constexpr auto patience = 60s;

// Nothing that is here has to outlive the machine.
constexpr auto usual_settings = std::to_array<const char*>(
    {"listen_addresses=", "fsync=off", "full_page_writes=off", "checkpoint_timeout=1h",
     "autovacuum=off", "max_connections=100", "shared_buffers=64MB"});

// What a new store holds is put aside in the database itself, and is what emptying it puts back.
constexpr const char* keep_rows = R"(
    CREATE SCHEMA kept;
    DO $$ DECLARE name text; BEGIN
        FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
            EXECUTE format('CREATE TABLE kept.%1$I AS TABLE public.%1$I', name);
        END LOOP;
        CREATE TABLE kept.sequences AS
            SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public';
    END $$)";
constexpr const char* empty_rows = R"(
    SET session_replication_role = replica;
    DO $$ DECLARE name text; data text; BEGIN
        EXECUTE (SELECT 'TRUNCATE ' || string_agg(format('public.%I', tablename), ', ')
                 FROM pg_tables WHERE schemaname = 'public');
        FOR name, data IN
            SELECT t.relname, string_agg(quote_ident(c.attname), ', ')
            FROM pg_class t JOIN pg_attribute c ON c.attrelid = t.oid
            WHERE t.relnamespace = 'public'::regnamespace AND t.relkind = 'r' AND c.attnum > 0
                AND NOT c.attisdropped AND c.attgenerated = '' GROUP BY t.relname
        LOOP
            EXECUTE format('INSERT INTO public.%1$I (%2$s) SELECT %2$s FROM kept.%1$I', name, data);
        END LOOP;
        PERFORM setval(format('public.%I', sequencename)::regclass, coalesce(last_value, 1),
                       last_value IS NOT NULL) FROM kept.sequences;
    END $$)";

std::string program(std::string_view name) {
    const char* folder = std::getenv("DCADMIN_POSTGRES_BIN");
    return std::string(folder != nullptr ? folder : POSTGRES_BIN) + "/" + std::string(name);
}

// Not as root, which PostgreSQL refuses, and not longer than this program lives.
std::vector<std::string> as_server(std::vector<std::string> command) {
    std::vector<std::string> words{"setpriv", "--pdeathsig", "INT"};
    if (::geteuid() == 0) {
        words.insert(words.end(), {"--reuid=postgres", "--regid=postgres", "--clear-groups"});
    }
    words.insert(words.end(), command.begin(), command.end());
    return words;
}

pid_t start(std::vector<std::string> words, const std::filesystem::path& log) {
    std::vector<char*> pointers;
    pointers.reserve(words.size() + 1);
    for (std::string& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, log.c_str(), O_CREAT | O_WRONLY | O_APPEND, 0600);
    posix_spawn_file_actions_adddup2(&actions, 1, 2);
    pid_t child = 0;
    const int failed =
        ::posix_spawnp(&child, pointers[0], &actions, nullptr, pointers.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0) throw std::runtime_error("cannot start " + words[0]);
    return child;
}

// The exit status, or -1 when it is still running after so long.
int wait_for(pid_t child, std::chrono::milliseconds most) {
    const auto end = std::chrono::steady_clock::now() + most;
    int status = 0;
    while (::waitpid(child, &status, WNOHANG) == 0) {
        if (std::chrono::steady_clock::now() > end) return -1;
        std::this_thread::sleep_for(5ms);
    }
    return status;
}

struct Finish {
    void operator()(PGconn* connection) const { PQfinish(connection); }
};
using Connected = std::unique_ptr<PGconn, Finish>;

}  // namespace

bool on_postgres() {
    const char* wanted = std::getenv("DCADMIN_TEST_STORE");
    return wanted != nullptr && std::string_view(wanted) == "postgres";
}

Cluster& Cluster::get() {
    static Cluster cluster;
    return cluster;
}

Cluster::Cluster(int port, const std::vector<std::string>& settings) : port_(port) {
    std::string pattern = (std::filesystem::temp_directory_path() / "dcadmin-pg-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
    folder_ = pattern;
    make();
    start(settings);
    await();
}

void Cluster::make() {
    if (::geteuid() == 0) {
        const passwd* user = ::getpwnam("postgres");
        if (user == nullptr) throw std::runtime_error("PostgreSQL is not installed: no such user");
        if (::chown(folder_.c_str(), user->pw_uid, user->pw_gid) != 0) {
            throw std::runtime_error("the folder of the cluster cannot be given away");
        }
    }
    run_program({program("initdb"), "--pgdata=" + (folder_ / "data").string(), "--encoding=UTF8",
                 "--locale=C.UTF-8", "--username=postgres", "--auth=trust", "--no-sync"});
}

void Cluster::run_program(std::vector<std::string> words) const {
    const std::string name = words.at(0);
    const auto log = folder_ / "programs.log";
    if (wait_for(test::start(as_server(std::move(words)), log), patience) != 0) {
        throw std::runtime_error(name + " failed, see " + log.string());
    }
}

void Cluster::start(const std::vector<std::string>& settings) {
    std::vector<std::string> words{program("postgres"), "-D", (folder_ / "data").string(), "-k",
                                   folder_.string()};
    for (const char* setting : usual_settings) words.insert(words.end(), {"-c", setting});
    words.insert(words.end(), {"-c", "port=" + std::to_string(port_)});
    for (const std::string& setting : settings) words.insert(words.end(), {"-c", setting});
    server_ = test::start(as_server(std::move(words)), folder_ / "server.log");
}

void Cluster::await() {
    const auto end = std::chrono::steady_clock::now() + patience;
    while (PQping(url("postgres").c_str()) != PQPING_OK) {
        if (std::chrono::steady_clock::now() > end || wait_for(server_, 0ms) >= 0) {
            throw std::runtime_error("the server does not start; see " + folder_.string());
        }
        std::this_thread::sleep_for(20ms);
    }
}

Cluster::~Cluster() {
    ::kill(server_, SIGQUIT);
    if (wait_for(server_, 10s) < 0) {
        ::kill(server_, SIGKILL);
        wait_for(server_, 10s);
    }
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

std::string Cluster::url(const std::string& database, std::string_view role) const {
    return "postgresql://" + std::string(role) + "@/" + database + "?host=" + folder_.string() +
           (port_ == usual_port ? "" : "&port=" + std::to_string(port_));
}

std::vector<std::string> Cluster::run(const std::string& database, const std::string& sql) {
    const Connected connection(PQconnectdb(url(database).c_str()));
    const std::unique_ptr<PGresult, void (*)(PGresult*)> result(
        PQexec(connection.get(), sql.c_str()), PQclear);
    const auto status = PQresultStatus(result.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) {
        throw std::runtime_error(sql + ": " + PQerrorMessage(connection.get()));
    }
    const int rows = PQntuples(result.get());
    std::vector<std::string> column;
    column.reserve(static_cast<std::size_t>(rows));
    for (int row = 0; row < rows; ++row) {
        column.emplace_back(PQgetvalue(result.get(), row, 0));
    }
    return column;
}

std::string Cluster::new_database(std::string_view options) {
    const std::string name = "test" + std::to_string(++databases_);
    run("postgres", "CREATE DATABASE " + name + " " + std::string(options));
    return name;
}

std::string Cluster::new_store(const Clock& clock) {
    if (template_.empty()) {
        const std::string made = new_database();
        { const Store store = Store::init(url(made), clock); }
        template_ = made;
    }
    return new_database("TEMPLATE " + template_);
}

std::string Cluster::lend_store(const Clock& clock) {
    if (spare_.empty()) {
        std::string made = new_store(clock);
        run(made, keep_rows);
        return made;
    }
    std::string database = std::move(spare_.back());
    spare_.pop_back();
    run(database, empty_rows);
    return database;
}

StorePlace::~StorePlace() {
    if (!database_.empty()) Cluster::get().give_back(database_);
}

Store StorePlace::new_store(const Clock& clock) {
    if (!on_postgres()) return Store::in_memory(clock);
    Cluster& cluster = Cluster::get();
    database_ = cluster.lend_store(clock);
    return Store::open(cluster.url(database_), StoreAccess::write);
}

}  // namespace dcadmin::test
