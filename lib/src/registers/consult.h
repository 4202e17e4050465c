// SPDX-License-Identifier: Apache-2.0
// Asking the registers about persons. It happens before an operation takes hold of the store, so
// that nobody waits for a network while others wait for him: what a register outside answers is
// kept in the store, and the operation finds it there. Every look leaves its trace at once, also
// when nothing is found and when the operation is refused afterwards.
#pragma once

#include <dcadmin/registers.h>

#include <optional>
#include <vector>

namespace dcadmin::registers {

class Questions {
   public:
    /// Finds out whether there is any register to ask.
    explicit Questions(const Env& env);

    [[nodiscard]] bool in_use() const { return filled_ || env_.person_register != nullptr; }
    /// Asks, sooner or later, about a person who is to be added. One who is in the store already is
    /// not asked about. Throws as PersonRegister::find() does.
    void add(NationalNumber number);
    void finish();
    /// Asks at once, also about one who is in the store.
    std::optional<RegisterPerson> ask(NationalNumber number);

   private:
    struct Answer {
        NationalNumber number;
        std::string_view source;
        std::string_view answer;
        std::optional<RegisterPerson> fetched;
    };
    void answer_one(NationalNumber number);
    void answer_all(std::vector<NationalNumber> numbers);
    void keep();

    const Env& env_;
    bool filled_;
    std::vector<NationalNumber> numbers_;
    std::vector<Answer> answers_;
};

/// Asks about all persons whom the rows want to add; leaves the rows at their beginning. False when
/// there is no register to ask.
template <class Request>
bool ask_all(const Env& env, const bulk::Source<Request>& rows, const bulk::Options& options) {
    Questions questions(env);
    if (!questions.in_use()) return false;
    bulk::Row<Request> row{0, Error(Kind::failed, "not read yet")};
    while (rows.next(row)) {
        if (options.stop != nullptr && options.stop->load() != 0) break;
        if (const auto* request = std::get_if<Request>(&row.content)) {
            questions.add(request->number);
        }
    }
    questions.finish();
    rows.rewind();
    return true;
}

}  // namespace dcadmin::registers
