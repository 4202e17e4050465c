// SPDX-License-Identifier: Apache-2.0
// Who is it? (Toegangsbeheer, ACM). A person proves with a digital key who he is, chooses the
// organisation that he acts for among those where he holds rights or mandates, and gets a session:
// an opaque token of 256 bits that stands in the store as a hash alone. Which kinds of keys may be
// used when, and at which level, is dated data (domain sheet access.md, sections 1 and 8, U1-U3).
// Guessing is bounded in the store: five misses close a key for a quarter of an hour, ten for that
// day, and a key that is unknown, closed or wrong is answered alike.
#pragma once

#include <dcadmin/base/date.h>
#include <dcadmin/base/enterprise_number.h>
#include <dcadmin/base/ids.h>
#include <dcadmin/env.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace dcadmin {

namespace sign_in {
struct Proofs;
}

/// A kind of digital key as it holds on one day.
struct KeyKind {
    std::string code;  // "eid", "itsme", "app", "sms", "token", "password"
    std::string name;
    int level = 0;           // 100 … 500
    std::string assurance;   // "low", "substantial", "high"
    std::string activation;  // "none", "identity": after an identity check; "import"
    DateRange usable;
    Date new_until = Date::from_days(0);  // the last day on which a new one is activated
    std::optional<Term> unused_term;      // after so long without use it ends
    std::string source;
    std::string state;  // "usable", "no new ones", "ended", "future"
};

/// One key of one person.
struct Key {
    KeyId id;
    PersonId person;
    std::string name;  // of the person
    std::string kind;
    int level = 0;
    std::string assurance;
    std::string handle;  // user name, or a token's serial number; empty for others
    Timestamp activated_at = Timestamp::from_seconds(0);
    std::string identified_by;  // "eid", "operator", "itself"
    std::optional<Timestamp> used_at;
    std::string state;                      // "active", "closed" after misses, "ended", "retired"
    std::optional<Date> last_day;           // of a key that ends
    std::optional<std::int64_t> days_left;  // until then
};

struct KeyFilter {
    std::optional<PersonRef> person;
    std::string kind;
    std::string state;
    Page page;
};

/// Secrets that must be read again, such as the seed of one-time codes, are sealed with a key that
/// is kept outside the store: 32 bytes of a file of mode 0600.
class DCADMIN_API SealKey {
   public:
    /// usage unless there are 64 hexadecimal digits.
    static SealKey parse(std::string_view hex);
    /// A new one, from the system's randomness; text() is what parse() reads.
    static SealKey random();
    [[nodiscard]] std::string text() const;
    [[nodiscard]] const std::string& bytes() const { return bytes_; }

   private:
    explicit SealKey(std::string bytes) : bytes_(std::move(bytes)) {}
    std::string bytes_;
};

/// Who somebody proved to be, with which key. Only the functions that verify a key make one.
class DCADMIN_API Proof {
   public:
    [[nodiscard]] PersonId person() const { return person_; }
    [[nodiscard]] KeyId key() const { return key_; }
    [[nodiscard]] const std::string& kind() const { return kind_; }
    [[nodiscard]] int level() const { return level_; }
    [[nodiscard]] Timestamp at() const { return at_; }
    /// When this key ends, if that is soon: to be told to the person.
    [[nodiscard]] std::optional<std::int64_t> days_left() const { return days_left_; }

   private:
    friend struct sign_in::Proofs;
    Proof() = default;
    PersonId person_ = PersonId::from_stored(0);
    KeyId key_ = KeyId::from_stored(0);
    std::string kind_;
    int level_ = 0;
    Timestamp at_ = Timestamp::from_seconds(0);
    std::optional<std::int64_t> days_left_;
};

struct NewPassword {
    PersonRef person;
    std::string user;      // 3 to 64 letters, digits, '.', '_', '-' or '@'; any case
    std::string password;  // 12 to 128 characters
    std::string reason;    // how the identity was checked
};

/// A code generator in the making: what the person's application is shown, until the first code
/// from it has come.
struct Enrolment {
    PersonId person;
    std::string uri;  // otpauth://…: a secret
    std::string seed;
};

struct UserPassword {
    std::string user;
    std::string password;
};

/// A federal token as the list of its maker has it.
struct TokenImport {
    std::uint64_t line = 0;
    PersonRef person;
    std::string serial;
    Date issued;
    std::vector<std::string> codes;  // 24
};

/// Digital keys. What activates a key refuses with not_allowed unless the acting person signed in
/// by eID and does it for himself, or an operator checked his identity (the local operator
/// counts as one); with rule when no such key may be activated today;
/// with conflict when the person has one that works. Activating, closing and retiring are recorded
/// in the system chain, never with a secret or a user name in it.
class DCADMIN_API Keys {
   public:
    explicit Keys(const Env& env) : env_(env) {}

    [[nodiscard]] std::vector<KeyKind> kinds(std::optional<Date> day = {});
    std::uint64_t list(const KeyFilter& filter, const Each<Key>& each);
    [[nodiscard]] Key get(KeyId id);
    /// That was used just now, to show it to who used it.
    [[nodiscard]] Key get(const Proof& proof);

    Written<Key> activate_password(const NewPassword& request);
    /// Throws as activation does, or rule when the person has no password yet. Writes nothing.
    [[nodiscard]] Enrolment enrol_app(const PersonRef& person);
    /// Keeps the generator once `code` shows that it works; usage when it does not.
    Written<Key> activate_app(const Enrolment& enrolment, const SealKey& seal,
                              const std::string& code, const std::string& reason);
    /// All of them or none; rule for one that was issued after the last day for new ones.
    std::vector<Key> import_tokens(const std::vector<TokenImport>& tokens, const SealKey& seal);
    /// Ends the key and every session that it opened. unchanged when it is retired.
    Written<Key> retire(KeyId id, const std::string& reason);

    /// User name and password alone. Wrong, unknown and closed: not_allowed in the same words,
    /// after the same work. rule when such keys may not be used today.
    [[nodiscard]] Proof prove_password(const UserPassword& given);
    /// The same, then a code of the application: ±1 step of 30 seconds, each code once.
    [[nodiscard]] Proof prove_app(const UserPassword& given, const SealKey& seal,
                                  const std::function<std::string()>& code);
    /// The same, then the code that stands at the asked position of the token.
    [[nodiscard]] Proof prove_token(const UserPassword& given, const SealKey& seal,
                                    const std::function<std::string(std::int64_t)>& code);

   private:
    const Env& env_;
};

/// The QR code of a text, drawn with half blocks for a terminal, dark on light.
[[nodiscard]] DCADMIN_API std::string qr_code(const std::string& text);

/// For whom somebody may act.
struct Choice {
    EnterpriseNumber org;
    std::string org_name;
    std::string holds;  // "chief, dienstencheques-erkende-onderneming"
};

struct Session {
    SessionId id;
    PersonId person;
    std::string name;
    std::string key;
    int level = 0;
    std::optional<EnterpriseNumber> org;  // none: for himself
    std::string org_name;
    Timestamp started_at = Timestamp::from_seconds(0);
    Timestamp proved_at = Timestamp::from_seconds(0);   // when a key was last used
    Timestamp open_until = Timestamp::from_seconds(0);  // unless it is used before
    Timestamp expires_at = Timestamp::from_seconds(0);  // whatever happens
    std::string state;                                  // "open", "expired", "ended"
};

struct StartedSession {
    std::string token;  // a secret, here and nowhere else
    Session session;
};

/// Sessions. How long one stays open without use, and at most, are the policies session_idle and
/// session_absolute. Beginning, switching and ending are recorded; using is not.
class DCADMIN_API Sessions {
   public:
    explicit Sessions(const Env& env) : env_(env) {}

    /// The organisations where the person holds a live grant, an office or a mandate today.
    [[nodiscard]] std::vector<Choice> choices(PersonId person);
    /// not_allowed for an organisation that is none of these (as for one that does not exist).
    [[nodiscard]] StartedSession start(const Proof& proof, std::optional<EnterpriseNumber> org);
    /// The session of Env's token; sign_in when there is none.
    [[nodiscard]] Session current();
    /// A new session for another organisation, proved when this one was; this one ends.
    [[nodiscard]] StartedSession switch_to(std::optional<EnterpriseNumber> org);
    /// A key was used anew, by the same person: step-up. The session takes over the key's level.
    Session confirm(const Proof& proof);
    /// Keeps the session open for another while; refused as current().
    void use();
    /// Ends it, or all of the person's; how many.
    std::uint64_t end(bool all);
    /// The open sessions of a person.
    [[nodiscard]] std::vector<Session> list(const PersonRef& person);

   private:
    const Env& env_;
};

}  // namespace dcadmin
