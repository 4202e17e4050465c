// SPDX-License-Identifier: Apache-2.0
// The one exception of the library. It says what is wrong and why (message) and what to do
// next (hint); its kind is what a program can act on: the command line turns it into an exit
// code, a service into an HTTP status, each in one switch. There is no tree of exception types,
// because nobody would catch them apart.
#pragma once

#include <dcadmin/export.h>

#include <exception>
#include <string>
#include <string_view>

namespace dcadmin {

enum class Kind {
    failed,       // no better kind
    usage,        // invalid input: nothing was changed
    sign_in,      // sign-in needed or expired
    not_allowed,  // known, but may not
    not_found,    // names something that is not there
    conflict,     // is there already in another form, or changed meanwhile
    rule,         // refused by a rule of the domain
    integrity,    // a chain, a schema or a signature does not verify
    busy,         // try again later: locked, unreachable
    unknown,      // nobody answered whether the change was made; the same request again is safe
    stopped       // stopped by a signal
};

/// The word for a kind in machine output: "not_found", "rule", …
[[nodiscard]] DCADMIN_API std::string_view name_of(Kind kind);

class DCADMIN_API Error final : public std::exception {
   public:
    /// Message and hint are given in English, or put together by say(), and kept in the language
    /// that is spoken. `field` names the option or column at fault, when there is one ("until").
    Error(Kind kind, std::string message, std::string hint = {}, std::string field = {});

    [[nodiscard]] Kind kind() const noexcept { return kind_; }
    [[nodiscard]] const std::string& message() const noexcept { return message_; }
    /// What to do next; empty when there is nothing to advise.
    [[nodiscard]] const std::string& hint() const noexcept { return hint_; }
    [[nodiscard]] const std::string& field() const noexcept { return field_; }
    /// The same error, said to be about `field` unless it names one already.
    [[nodiscard]] Error about(std::string_view field) const;
    [[nodiscard]] const char* what() const noexcept override { return message_.c_str(); }

   private:
    Kind kind_;
    std::string message_;
    std::string hint_;
    std::string field_;
};

}  // namespace dcadmin
