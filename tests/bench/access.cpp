// SPDX-License-Identifier: Apache-2.0
// "For which organisations may this person act with this right today?", asked of the library and of
// a bare prepared select on the same store, turn by turn in one process. Both must give the same
// number of answers, or the comparison is void.
#include <dcadmin/error.h>
#include <dcadmin/rights.h>
#include <dcadmin/store.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using dcadmin::AccessQuestion;

std::vector<AccessQuestion> questions_from(const std::string& file, dcadmin::Date today) {
    std::ifstream in(file);
    std::string line;
    std::getline(in, line);
    std::vector<AccessQuestion> questions;
    while (std::getline(in, line)) {
        const std::size_t first = line.find(',');
        const std::size_t second = line.find(',', first + 1);
        questions.push_back(
            {.person = dcadmin::parse_person(line.substr(0, first), today),
             .right = dcadmin::RightCode::parse(line.substr(first + 1, second - first - 1)),
             .org = {},
             .context = {},
             .at = {}});
    }
    if (questions.empty()) throw std::runtime_error("no questions in " + file);
    return questions;
}

/// The statement an application would prepare by itself.
class BareSelect {
   public:
    BareSelect(const std::string& file, const std::string& now, const std::string& today) {
        sqlite3* db = nullptr;
        check(sqlite3_open_v2(file.c_str(), &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX,
                              nullptr));
        db_.reset(db);
        check(sqlite3_exec(db, "PRAGMA cache_size=-65536", nullptr, nullptr, nullptr));
        sqlite3_stmt* select = nullptr;
        check(sqlite3_prepare_v2(db, R"sql(
            SELECT o.number, o.name, c.code, c.name, MIN(g.valid_until, r.valid_until)
            FROM person p
            JOIN right_definition d ON d.code = ?2
            JOIN working_relation r ON r.person_id = p.id
            JOIN right_grant g ON g.relation_id = r.id AND g.right_id = d.id
            JOIN organisation o ON o.id = r.organisation_id
            JOIN context_value c ON c.id = g.context_id
            WHERE p.number = ?1
                AND r.valid_from <= ?4 AND r.valid_until >= ?4
                AND (r.ended_at = '' OR r.ended_at > ?3)
                AND g.valid_from <= ?4 AND g.valid_until >= ?4
                AND (g.revoked_at = '' OR g.revoked_at > ?3)
            ORDER BY o.name, o.number, c.code)sql",
                                 -1, &select, nullptr));
        select_.reset(select);
        check(sqlite3_bind_text(select, 3, now.c_str(), -1, SQLITE_TRANSIENT));
        check(sqlite3_bind_text(select, 4, today.c_str(), -1, SQLITE_TRANSIENT));
    }

    std::size_t ask(const AccessQuestion& question) {
        sqlite3_stmt* select = select_.get();
        const auto number = std::get<dcadmin::NationalNumber>(question.person).value();
        sqlite3_bind_int64(select, 1, static_cast<sqlite3_int64>(number));
        const std::string& code = question.right.text();
        sqlite3_bind_text(select, 2, code.data(), static_cast<int>(code.size()), SQLITE_STATIC);
        std::size_t answers = 0;
        while (sqlite3_step(select) == SQLITE_ROW) {
            // What an answer carries is read out, as the library does.
            for (int column = 0; column < 5; ++column)
                total_ += static_cast<std::size_t>(sqlite3_column_bytes(select, column));
            ++answers;
        }
        sqlite3_reset(select);
        return answers;
    }
    [[nodiscard]] std::size_t total() const { return total_; }

   private:
    void check(int code) const {
        if (code != SQLITE_OK) throw std::runtime_error(sqlite3_errstr(code));
    }
    struct Close {
        void operator()(sqlite3* db) const { sqlite3_close_v2(db); }
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    std::unique_ptr<sqlite3, Close> db_;
    std::unique_ptr<sqlite3_stmt, Close> select_;
    std::size_t total_ = 0;
};

struct Times {
    std::vector<double> micros;
    std::size_t answers = 0;

    template <class Ask>
    void take(Ask ask) {
        const auto start = std::chrono::steady_clock::now();
        answers += ask();
        const std::chrono::duration<double, std::micro> took =
            std::chrono::steady_clock::now() - start;
        micros.push_back(took.count());
    }
    double percentile(double part) {
        const auto at = static_cast<std::ptrdiff_t>(part * static_cast<double>(micros.size() - 1));
        std::nth_element(micros.begin(), micros.begin() + at, micros.end());
        return micros[static_cast<std::size_t>(at)];
    }
    void print(const char* name, double bare) {
        const double middle = percentile(0.5);
        fmt::print("{:<46} {:>6.2f} us {:>6.2f} us {:>9.2f}\n", name, middle, percentile(0.99),
                   middle / bare);
    }
};

}  // namespace

int main(int argc, char** argv) try {
    if (argc != 3) {
        fmt::print(stderr, "usage: access STORE-FILE CHECKS.csv\n");
        return 2;
    }
    const dcadmin::FixedClock clock(dcadmin::SystemClock().now());
    dcadmin::Store store =
        dcadmin::Store::open("sqlite:" + std::string(argv[1]), dcadmin::StoreAccess::read);
    const dcadmin::Env env{.store = store, .clock = clock, .actor = {"bench", {}}, .command = ""};
    const auto questions = questions_from(argv[2], clock.today());
    dcadmin::Rights rights(env);
    BareSelect bare(argv[1], clock.now().iso(), clock.today().iso());

    Times library;
    Times select;
    for (int round = 0; round < 4; ++round) {
        if (round == 1) library = select = {};  // the first round warms the caches
        for (const AccessQuestion& question : questions) {
            library.take([&] { return rights.access(question).size(); });
            select.take([&] { return bare.ask(question); });
        }
    }
    fmt::print("{:<46} {:>9} {:>9} {:>9}\n", "access check in one process", "median", "p99",
               "of bare");
    const double middle = select.percentile(0.5);
    select.print("bare prepared select", middle);
    library.print("libdcadmin, Rights::access", middle);
    if (library.answers != select.answers) {
        fmt::print(stderr, "access: the library found {} answers, the select {}\n", library.answers,
                   select.answers);
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
} catch (const dcadmin::Error& error) {
    fmt::print(stderr, "access: {}\n", error.message());
    return EXIT_FAILURE;
} catch (const std::exception& error) {
    fmt::print(stderr, "access: {}\n", error.what());
    return EXIT_FAILURE;
}
