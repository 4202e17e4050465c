// SPDX-License-Identifier: Apache-2.0
// A real PostgreSQL for tests: a cluster of this program's own in a temporary folder, made when it
// is first asked for, reached by a socket in that folder alone, and stopped when the program ends,
// however it ends. Throws where PostgreSQL is not installed, so that a test fails and is not
// skipped.
#pragma once

#include <dcadmin/store.h>

#include <sys/types.h>

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::test {

class Cluster {
   public:
    static constexpr int usual_port = 5432;
    /// The one that tests share.
    [[nodiscard]] static Cluster& get();
    /// One more, with settings of its own: "listen_addresses=127.0.0.1".
    explicit Cluster(int port = usual_port, const std::vector<std::string>& settings = {});
    ~Cluster();
    Cluster(const Cluster&) = delete;
    Cluster& operator=(const Cluster&) = delete;

    /// A new empty database that fits a store, or made as `options` say.
    std::string new_database(std::string_view options = {});
    /// A new database that holds an empty store, as one made at the moment of the clock.
    std::string new_store(const Clock& clock);
    /// The same, lent: it is emptied and lent again after give_back(), for to make a database and
    /// to drop it takes longer than most tests do.
    std::string lend_store(const Clock& clock);
    void give_back(const std::string& database) { spare_.push_back(database); }
    /// "postgresql://postgres@/database?host=…", or for another role.
    [[nodiscard]] std::string url(const std::string& database,
                                  std::string_view role = "postgres") const;
    /// Runs statements as the superuser, past the program; the first column of what they answer.
    std::vector<std::string> run(const std::string& database, const std::string& sql);
    /// Runs a program as the user that the server runs as; throws when it fails.
    void run_program(std::vector<std::string> words) const;
    /// Where the server listens.
    [[nodiscard]] std::filesystem::path socket() const {
        return folder_ / (".s.PGSQL." + std::to_string(port_));
    }
    [[nodiscard]] int port() const { return port_; }
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

   private:
    void make();
    void start(const std::vector<std::string>& settings);
    void await();

    std::filesystem::path folder_;
    int port_;
    pid_t server_ = 0;
    int databases_ = 0;
    std::string template_;            // the database that new stores are copied from
    std::vector<std::string> spare_;  // lent and given back
};

/// Whether this run of the tests is about PostgreSQL: DCADMIN_TEST_STORE=postgres.
[[nodiscard]] bool on_postgres();

/// A place for one store, gone with it: memory, or a database that the cluster lends.
class StorePlace {
   public:
    StorePlace() = default;
    ~StorePlace();
    StorePlace(const StorePlace&) = delete;
    StorePlace& operator=(const StorePlace&) = delete;
    [[nodiscard]] Store new_store(const Clock& clock);

   private:
    std::string database_;
};

}  // namespace dcadmin::test
