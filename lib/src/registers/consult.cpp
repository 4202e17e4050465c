// SPDX-License-Identifier: Apache-2.0
#include "registers/consult.h"

#include "registers/consult_sql.h"
#include "registers/find.h"
#include "store/tx.h"

#include <utility>

namespace dcadmin::registers {

namespace {

constexpr std::size_t at_once = 5000;        // of a file
constexpr std::size_t at_once_outside = 20;  // so that little is asked twice after an interruption

}  // namespace

Questions::Questions(const Env& env) : env_(env), filled_(has_persons(env.store.db())) {}

void Questions::add(NationalNumber number) {
    if (!in_use() || is_in_store(env_.store.db(), number)) return;
    numbers_.push_back(number);
    if (numbers_.size() >= (env_.person_register != nullptr ? at_once_outside : at_once)) finish();
}

void Questions::finish() {
    answer_all(std::exchange(numbers_, {}));
}

std::optional<RegisterPerson> Questions::ask(NationalNumber number) {
    if (!in_use()) return std::nullopt;
    answer_all({number});
    const auto known = find_person(env_.store.db(), number, env_.clock.now());
    return known ? std::optional(known->person) : std::nullopt;
}

void Questions::answer_all(std::vector<NationalNumber> numbers) {
    try {
        for (const NationalNumber number : numbers) answer_one(number);
    } catch (const Error&) {
        keep();
        throw;
    }
    keep();
}

void Questions::answer_one(NationalNumber number) {
    const auto known = find_person(env_.store.db(), number, env_.clock.now());
    if (known) {
        answers_.push_back({number, known->imported ? "file" : "cache", "found", {}});
        return;
    }
    if (env_.person_register == nullptr) {
        answers_.push_back({number, "file", "unknown", {}});
        return;
    }
    answers_.push_back({number, "https", "failed", {}});
    auto fetched = env_.person_register->find(number, env_.clock.today());
    answers_.back().answer = fetched ? "found" : "unknown";
    answers_.back().fetched = std::move(fetched);
}

// In a transaction of its own: what was looked at was looked at.
void Questions::keep() {
    if (answers_.empty()) return;
    const Timestamp now = env_.clock.now();
    store::keep_work(env_, [&](store::Db& db) {
        const std::string at = now.iso();
        drop_expired(db, at);
        const std::string key = get_key(db);
        const auto claimed = env_.actor.token.empty() ? acting(db, env_.actor)
                                                      : store::who_acts(db, env_.actor, now).person;
        for (const Answer& answer : answers_) {
            if (answer.fetched) {
                const auto until =
                    Timestamp::from_seconds(now.seconds() + env_.person_register->keep_seconds());
                const std::string expires = until.iso();
                keep_person(db, *answer.fetched, expires);
            }
            const std::string subject = subject_of(key, answer.number);
            insert_consultation(db, {.at = at,
                                     .user = env_.actor.user,
                                     .claimed = claimed,
                                     .subject = subject,
                                     .purpose = env_.command,
                                     .source = answer.source,
                                     .answer = answer.answer});
        }
    });
    answers_.clear();
}

}  // namespace dcadmin::registers
