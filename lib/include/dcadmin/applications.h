// SPDX-License-Identifier: Apache-2.0
// Applications (toepassingen) and what tells them who comes: a signed assertion that names the
// person, the organisation he acts for and his rights there, as the identity token of the Flemish
// access management does (domain sheet access.md, sections 4.3 and 4.4), so that any library for
// signed tokens can verify it. The store has the public halves of the keys that sign; the private
// one is a file that belongs to a system account of its own.
#pragma once

#include <dcadmin/base/clock.h>
#include <dcadmin/base/enterprise_number.h>
#include <dcadmin/base/right_code.h>
#include <dcadmin/bulk.h>
#include <dcadmin/env.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dcadmin {

struct Application {
    std::string code;
    std::string name;
    RightCode right;               // that opens it
    int min_level = 0;             // of the digital key; 0: as the right asks
    std::string client_id;         // to whom its assertions are addressed
    std::string claim;             // that carries the rights
    bool national_number = false;  // whether its assertions hold the person's number
};

struct NewApplication {
    std::string code;
    std::string name;
    RightCode right;
    std::optional<int> min_level = {};
    std::string client_id = {};  // its code unless said
    std::string claim = {};      // dwse_dienstencheques_rol_3d unless said
    bool national_number = false;
};

struct ApplicationFilter {
    std::string text;  // part of the name or the code
    Page page;
};

class DCADMIN_API Applications {
   public:
    explicit Applications(const Env& env) : env_(env) {}

    /// Unchanged when it is there with the same values, conflict with others or when the client is
    /// another's; not_found for an unknown right; usage for a level, client or claim that cannot
    /// be. Recorded in the system chain.
    Written<Application> add(const NewApplication& request);
    bulk::Summary add_rows(const bulk::Source<NewApplication>& rows, const bulk::Options& options,
                           const bulk::Sink& sink);
    std::uint64_t list(const ApplicationFilter& filter, const Each<Application>& each);
    [[nodiscard]] Application get(const std::string& code);

   private:
    const Env& env_;
};

/// A key that signs assertions: its public half.
struct SigningKey {
    std::string kid;        // RFC 7638 thumbprint
    std::string algorithm;  // "ES256", "RS256"
    std::string state;      // "active", "retired", "published": retired, but still to be known
    std::optional<Timestamp> retired_at;
};

/// Keys for assertions. Each change is recorded in the system chain. The private half never leaves
/// its file.
class DCADMIN_API SigningKeys {
   public:
    explicit SigningKeys(const Env& env) : env_(env) {}

    /// A new pair: the private half to `file` (mode 0600), the public half to the store. usage for
    /// another algorithm than ES256 and RS256; conflict when the file is there, or a key of that
    /// algorithm is active.
    Written<SigningKey> create(const std::string& file, const std::string& algorithm);
    /// A new pair of the same algorithm in place of the file's, which retires: it signs nothing any
    /// more, and stays known as long as what it signed may be met. Refused as Assertions::make()
    /// for the file.
    Written<SigningKey> rotate(const std::string& file, const std::string& reason);
    /// The newest first.
    [[nodiscard]] std::vector<SigningKey> list();
    /// The set of public keys (RFC 7517) that verify what is valid now.
    [[nodiscard]] std::string key_set();

   private:
    const Env& env_;
};

struct AssertionRequest {
    std::string application;
    std::string nonce = {};  // of whom it is for, to be given back
    std::string issuer;      // the address that it is known under
    std::string key_file;
};

struct Assertion {
    std::string token;  // signed: whoever has it can show it
    std::string id;     // its jti, which the log has too
    Timestamp expires_at = Timestamp::from_seconds(0);
};

/// How long an assertion holds. Its receiver opens a session of its own, so it need not be long.
inline constexpr std::int64_t assertion_seconds = 300;

class DCADMIN_API Assertions {
   public:
    explicit Assertions(const Env& env) : env_(env) {}

    /// For the person of this session and the organisation that he chose. sign_in without a
    /// session; not_allowed when its key is of a lower level than the application asks (naming the
    /// keys that would do), for a service account, and when the person does not hold the right
    /// there now; rule when no organisation was chosen; not_found for an unknown application;
    /// failed for a key file that others may read, that is another's, or whose key is not active.
    /// Recorded in the organisation's chain, by its id.
    [[nodiscard]] Assertion make(const AssertionRequest& request);

   private:
    const Env& env_;
};

}  // namespace dcadmin
