// SPDX-License-Identifier: Apache-2.0
// Prints the SQL that fills a store with one company's services of a year: workers at sites,
// customers in three regions, and services in the states that their age brings, as one transaction
// for sqlite3 or psql. The same numbers give the same store. It goes behind the library's back, so
// the log knows nothing of it: what is measured on such a store is reading.
#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <stdexcept>
#include <string>
#include <string_view>

namespace {

struct Settings {
    std::int64_t services = 4'000'000;
    std::int64_t workers = 15'000;
    std::int64_t customers = 100'000;
    std::int64_t sites = 200;
    std::string_view today = "2026-11-23";
};

std::string replaced(std::string_view sql, const Settings& settings) {
    std::string text(sql);
    const auto put = [&](std::string_view name, const std::string& value) {
        for (auto at = text.find(name); at != std::string::npos; at = text.find(name)) {
            text.replace(at, name.size(), value);
        }
    };
    put("@services", std::to_string(settings.services));
    put("@workers", std::to_string(settings.workers));
    put("@customers", std::to_string(settings.customers));
    put("@sites", std::to_string(settings.sites));
    put("@today", std::string(settings.today));
    return text;
}

constexpr std::string_view parties = R"(
BEGIN;
INSERT INTO operation (id, at, user_name, command) VALUES (1, '@todayT08:00:00Z', 'bench', 'bench');
INSERT INTO organisation (id, number, name, folded, language)
    VALUES (1, 777999980, 'Poetshulp', 'poetshulp', 'nl');
INSERT INTO accreditation (organisation_id, region, number, activities, valid_from, valid_until, operation_id)
    VALUES (1, 'flanders', 'V10001', 'household', '2020-01-01', '9999-12-31', 1),
           (1, 'wallonia', 'W10001', 'household', '2020-01-01', '9999-12-31', 1),
           (1, 'brussels', 'B10001', 'household', '2020-01-01', '9999-12-31', 1);
INSERT INTO context_value (id, kind, organisation_id, number, name, folded, code)
    WITH RECURSIVE n (i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < @sites)
    SELECT 1000 + i, 'site', 1, 980000000000 + i, 'Site ' || i, 'site ' || i, '' FROM n;
INSERT INTO person (id, number, first_name, last_name, folded, email, phone, language, source, audit_key)
    WITH RECURSIVE n (i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < @workers)
    SELECT i, 10000000000 + i, 'An', 'Worker ' || i, 'an worker ' || i, '', '', 'nl', 'typed', '' FROM n;
INSERT INTO worker (id, login, organisation_id, person_id, context_id, region, email, phone,
                    password_hash, inactive_since, operation_id)
    WITH RECURSIVE n (i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < @workers)
    SELECT i, 980100000000 + i, 1, i, 1001 + i % @sites, 'flanders', '', '', '', '', 1 FROM n;
INSERT INTO customer (id, organisation_id, number, name, folded, region, language, channel, email,
                      phone, inactive_since, audit_key, operation_id)
    WITH RECURSIVE n (i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < @customers)
    SELECT i, 1, 100000000000 + i, 'Customer ' || i, 'customer ' || i,
           CASE WHEN i % 10 < 7 THEN 'flanders' WHEN i % 10 < 9 THEN 'wallonia' ELSE 'brussels' END,
           'nl', 'online', '', '', '', '', 1 FROM n;
)";

// Services in the order of their days; how old one is, and chance, tell how far it is.
constexpr std::string_view services = R"(
INSERT INTO service (id, organisation_id, work_id, worker_id, context_id, customer_id, region, day,
                     hours, activity, entered_by, channel, state, registered_on, validated_on,
                     confirmed_on, due_on, allocated, issued, paid, hand_in_until, operation_id)
    WITH RECURSIVE n (i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < @services),
    d (i, age, chance, worker, customer, hours) AS (
        SELECT i, 364 - (i - 1) * 365 / @services, (i * 7919) % 1000,
               1 + (i * 104729) % @workers, 1 + (i * 1299709) % @customers, 2 + i % 3
        FROM n),
    s (i, age, worker, customer, hours, state) AS (
        SELECT i, age, worker, customer, hours,
               CASE WHEN chance < 15 THEN 'cancelled'
                    WHEN age < 5 THEN CASE WHEN chance < 900 THEN 'registered' ELSE 'validated' END
                    WHEN age < 10 THEN CASE WHEN chance < 40 THEN 'disputed' ELSE 'validated' END
                    WHEN chance < 25 THEN 'partially-allocated'
                    WHEN age < 30 THEN 'allocated'
                    WHEN age < 45 THEN 'issued'
                    WHEN chance < 30 THEN 'outside'
                    ELSE 'refunded' END
        FROM d),
    t (i, day, hand_in, worker, customer, hours, state, allocated) AS (
        SELECT i, @day, @hand_in, worker, customer, hours, state,
               CASE state WHEN 'partially-allocated' THEN 1 WHEN 'allocated' THEN hours
                          WHEN 'issued' THEN hours WHEN 'refunded' THEN hours ELSE 0 END
        FROM s)
    SELECT i, 1, 'D' || i, worker, 1001 + worker % @sites, customer,
           CASE WHEN customer % 10 < 7 THEN 'flanders' WHEN customer % 10 < 9 THEN 'wallonia'
                ELSE 'brussels' END,
           day, hours, 'household', 'worker', 'online', state, day, '', '', '', allocated,
           CASE WHEN state IN ('issued', 'refunded') THEN hours ELSE 0 END,
           CASE WHEN state = 'refunded' THEN hours ELSE 0 END,
           CASE WHEN state IN ('allocated', 'partially-allocated') THEN hand_in ELSE '' END, 1
    FROM t ORDER BY i;
INSERT INTO change_set (id, organisation_id, verb, operation_id) VALUES (1, 1, 'update', 1);
INSERT INTO service_change (change_set_id, service_id, event, state_before, state_after, day,
                            due_on, fields_before, fields_after)
    SELECT 1, id, CASE WHEN id % 100 = 7 THEN 'modify' ELSE 'register' END, '', 'registered', day,
           '', '', '' FROM service WHERE id % 10 = 7 ORDER BY id;
COMMIT;
)";

std::int64_t number(const char* text) {
    std::int64_t value = 0;
    const char* const end = text + std::strlen(text);
    const auto read = std::from_chars(text, end, value);
    if (read.ec != std::errc() || read.ptr != end || value <= 0) {
        throw std::runtime_error(std::string("no number: ") + text);
    }
    return value;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        Settings settings;
        bool postgres = false;
        for (int i = 1; i < argc; ++i) {
            const std::string_view word = argv[i];
            if (word == "--postgres") {
                postgres = true;
            } else if (word == "--services" && i + 1 < argc) {
                settings.services = number(argv[++i]);
            } else {
                throw std::runtime_error("bench_services [--services N] [--postgres]");
            }
        }
        // The one thing that the two databases spell differently.
        const std::string day = postgres ? "CAST(DATE '@today' - CAST(age AS INTEGER) AS TEXT)"
                                         : "date('@today', '-' || age || ' days')";
        const std::string hand_in = postgres
                                        ? "CAST(DATE '@today' + CAST(i % 300 AS INTEGER) AS TEXT)"
                                        : "date('@today', '+' || (i % 300) || ' days')";
        std::string sql(services);
        sql.replace(sql.find("@day"), 4, day);
        sql.replace(sql.find("@hand_in"), 8, hand_in);
        std::cout << replaced(parties, settings) << replaced(sql, settings);
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
