// SPDX-License-Identifier: Apache-2.0
// "For which organisations may this person act with this right today?", asked of the library and of
// a bare prepared select on the same store, turn by turn in one process. Both must give the same
// number of answers, or the comparison is void.
#include "bare_select.h"

#include <dcadmin/error.h>
#include <dcadmin/rights.h>
#include <dcadmin/store.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
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
        fmt::print(stderr, "usage: access STORE-URL CHECKS.csv\n");
        return 2;
    }
    const dcadmin::FixedClock clock(dcadmin::SystemClock().now());
    dcadmin::Store store = dcadmin::Store::open(std::string(argv[1]), dcadmin::StoreAccess::read);
    const dcadmin::Env env{.store = store, .clock = clock, .actor = {"bench", {}}, .command = ""};
    const auto questions = questions_from(argv[2], clock.today());
    dcadmin::Rights rights(env);
    const auto bare = bare_select(argv[1], clock.now().iso(), clock.today().iso());

    Times library;
    Times select;
    for (int round = 0; round < 4; ++round) {
        if (round == 1) library = select = {};  // the first round warms the caches
        for (const AccessQuestion& question : questions) {
            library.take([&] { return rights.access(question).size(); });
            select.take([&] {
                return bare->ask(std::get<dcadmin::NationalNumber>(question.person).value(),
                                 question.right.text());
            });
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
