// SPDX-License-Identifier: Apache-2.0
// Security codes by SMS: user name and password first, then a code of six digits that was sent to
// the person's telephone through a gateway over HTTPS. A code holds for five minutes and once; the
// store has it as a keyed hash and the telephone number sealed, so a copy of the store tells
// neither.
#pragma once

#include <dcadmin/base/contact.h>
#include <dcadmin/sign_in.h>

#include <functional>
#include <string>
#include <vector>

namespace dcadmin {

struct SmsGateway {
    std::string url;
    std::vector<std::string> headers = {};  // may hold secrets; their Content-Type decides the form
    std::string body;                       // with {to} and {text}
    std::string ca_file = {};
    int connect_ms = 5'000;
    int total_ms = 15'000;
};

class DCADMIN_API SmsKey {
   public:
    /// usage for an address that is neither https nor on this machine, and for a body without {to}
    /// and {text} or of another form than JSON and form.
    SmsKey(const Env& env, SmsGateway gateway, SealKey seal);

    /// Asks for the code that was sent.
    using AskCode = std::function<std::string()>;

    /// Sends a first code to the telephone, and keeps it as a key when that code comes back: not
    /// before the person has a password (rule). Refused as Keys says; usage for another code; busy
    /// or failed when the gateway does not take it. Recorded in the system chain, without the
    /// number.
    Written<Key> activate(const PersonRef& person, const PhoneNumber& phone, const AskCode& ask,
                          const std::string& reason);
    /// Refused as Keys::prove_app(); busy when five codes are on their way already, or the gateway
    /// does not take it.
    [[nodiscard]] Proof prove(const UserPassword& given, const AskCode& ask);

   private:
    const Env& env_;
    SmsGateway gateway_;
    SealKey seal_;
};

}  // namespace dcadmin
