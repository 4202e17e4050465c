// SPDX-License-Identifier: Apache-2.0
// Where the browser brings the provider's answer: a port of 127.0.0.1 that hears one answer with
// the right state, and then closes. What else comes there gets a short refusal; size, time and
// number of connections are bounded.
#pragma once

#include <string>

namespace dcadmin::sign_in {

class OpenidListener {
   public:
    /// On that port, or any when it is 0. Throws failed when it cannot be had.
    explicit OpenidListener(int port);
    OpenidListener(const OpenidListener&) = delete;
    OpenidListener& operator=(const OpenidListener&) = delete;
    ~OpenidListener();

    /// "http://127.0.0.1:PORT/callback".
    [[nodiscard]] const std::string& redirect() const { return redirect_; }
    /// The query of the request whose state is this one. Throws sign_in when none comes in time.
    [[nodiscard]] std::string wait(const std::string& state, int milliseconds);

   private:
    /// The query of one connection, when it is the one waited for; empty otherwise.
    [[nodiscard]] std::string hear(const std::string& state) const;

    int socket_ = -1;
    std::string redirect_;
};

/// What a first line of a request asks for: the query of the callback; empty for everything else.
[[nodiscard]] std::string callback_query(const std::string& request);

}  // namespace dcadmin::sign_in
