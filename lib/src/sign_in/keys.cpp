// SPDX-License-Identifier: Apache-2.0
#include "access/require.h"
#include "audit/images.h"
#include "audit/recorder.h"
#include "codes/codes.h"
#include "persons/find.h"
#include "sign_in/credentials.h"
#include "sign_in/credentials_sql.h"
#include "sign_in/kinds.h"
#include "sign_in/rules.h"
#include "sign_in/secrets.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/sign_in.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace dcadmin {

namespace {

using namespace sign_in;  // the rest of this context

constexpr std::size_t seed_bytes = 20;  // as long as a SHA-1, RFC 4226 section 4
constexpr std::size_t token_codes = 24;

void require_state(std::string_view state) {
    constexpr std::array<std::string_view, 4> states{"active", "closed", "ended", "retired"};
    if (state.empty() || std::ranges::find(states, state) != states.end()) return;
    throw Error(Kind::usage, say("{} is not a state of a key", text::quoted(state)),
                "it is active, closed, ended or retired", "state");
}

// "otpauth://totp/dcadmin:p-12?secret=…": the label names no person, for it ends up on a telephone.
std::string otpauth_uri(PersonId person, const std::string& seed) {
    return fmt::format("otpauth://totp/dcadmin:{}?secret={}&issuer=dcadmin&digits=6&period=30",
                       person.text(), codes::module().base32(seed));
}

std::int64_t import_one(store::Tx& tx, const TokenImport& token, const SealKey& seal) {
    const std::int64_t person = persons::get_id(tx.db(), token.person);
    static_cast<void>(new_kind(tx.db(), "token", token.issued));
    require_none(tx, "token", person);
    if (token.codes.size() != token_codes) {
        throw Error(Kind::usage,
                    say("a token has {} codes, this one {}", token_codes, token.codes.size()),
                    "separate them by |", "codes");
    }
    const std::string serial = user_name(token.serial);
    const std::string issued = Timestamp::end_of(token.issued.plus_days(-1)).iso();
    const std::int64_t id = add_credential(tx, {.person = person,
                                                .kind = "token",
                                                .handle = serial,
                                                .identified_by = "operator",
                                                .activated_at = issued,
                                                .reason = "imported"});
    for (std::size_t i = 0; i < token.codes.size(); ++i) {
        const auto position = static_cast<std::int64_t>(i + 1);
        insert_printed_code(tx.db(), id, position,
                            code_hash(seal, id, position, typed_code(token.codes[i])));
    }
    return id;
}

}  // namespace

std::uint64_t Keys::list(const KeyFilter& filter, const Each<Key>& each) {
    require_state(filter.state);
    store::Db& db = env_.store.db();
    std::optional<std::int64_t> person;
    if (filter.person) person = persons::get_id(env_, *filter.person);
    const auto sight = access::sight_of(env_, access::Operation::read_keys);
    return list_keys(db, filter, person, sight, env_.clock.now(), each);
}

Key Keys::get(KeyId id) {
    access::enter(env_);
    const auto row = find_key_row(env_.store.db(), id.value());
    if (!row || !access::sees_person(env_, row->person)) throw unknown_key(id);
    access::require(env_, access::Operation::read_keys, {.person = row->person});
    return get_key(env_.store.db(), id, env_.clock.now());
}

Key Keys::get(const Proof& proof) {
    return get_key(env_.store.db(), proof.key(), env_.clock.now());
}

Written<Key> Keys::activate_password(const NewPassword& request) {
    const std::string user = user_name(request.user);
    require_good_password(request.password, user);
    const std::string hash = password_hash(request.password);  // slow, so before the transaction
    return store::write_result(env_, [&](store::Tx& tx) {
        const std::int64_t person = persons::get_id(tx, request.person);
        const std::string identified = identified_by(tx, person);
        const std::string reason = text::clean(request.reason, "reason");
        static_cast<void>(new_kind(tx.db(), "password", tx.today()));
        require_none(tx, "password", person);
        const std::int64_t id = add_credential(tx, {.person = person,
                                                    .kind = "password",
                                                    .handle = user,
                                                    .secret = hash,
                                                    .identified_by = identified,
                                                    .reason = reason});
        return Written<Key>{.changed = true,
                            .item = get_key(tx.db(), KeyId::from_stored(id), tx.now()),
                            .remark = {}};
    });
}

Enrolment Keys::enrol_app(const PersonRef& person) {
    store::Db& db = env_.store.db();
    access::enter(env_);
    const std::int64_t id = persons::get_id(env_, person);
    static_cast<void>(new_kind(db, "app", env_.clock.today()));
    if (!credential_of(db, "password", id)) {
        throw Error(Kind::rule, "a code by application comes after a user name and a password",
                    "activate these first: dcadmin key activate password", "person");
    }
    Enrolment made{
        .person = PersonId::from_stored(id), .uri = {}, .seed = random_bytes(seed_bytes)};
    made.uri = otpauth_uri(made.person, made.seed);
    return made;
}

Written<Key> Keys::activate_app(const Enrolment& enrolment, const SealKey& seal,
                                const std::string& code, const std::string& reason) {
    const auto step =
        codes::module().step_of(enrolment.seed, typed_code(code), env_.clock.now().seconds());
    if (!step) {
        throw Error(Kind::usage, "the application does not give this code now",
                    "see whether its clock is right, and begin again", "code");
    }
    return store::write_result(env_, [&](store::Tx& tx) {
        const std::int64_t person = enrolment.person.value();
        const std::string identified = identified_by(tx, person);
        const std::string why = text::clean(reason, "reason");
        static_cast<void>(new_kind(tx.db(), "app", tx.today()));
        require_none(tx, "app", person);
        const std::int64_t id = add_credential(tx, {.person = person,
                                                    .kind = "app",
                                                    .secret = sealed(seal, enrolment.seed),
                                                    .counter = *step,
                                                    .identified_by = identified,
                                                    .reason = why});
        return Written<Key>{.changed = true,
                            .item = get_key(tx.db(), KeyId::from_stored(id), tx.now()),
                            .remark = {}};
    });
}

std::vector<Key> Keys::import_tokens(const std::vector<TokenImport>& tokens, const SealKey& seal) {
    return store::write_result(env_, [&](store::Tx& tx) {
        access::require(tx, access::Operation::activate_key);
        std::vector<Key> made;
        for (const TokenImport& token : tokens) {
            try {
                const std::int64_t id = import_one(tx, token, seal);
                made.push_back(get_key(tx.db(), KeyId::from_stored(id), tx.now()));
            } catch (const Error& error) {
                throw Error(error.kind(), say("line {}: {}", token.line, error.message()),
                            error.hint(), error.field());
            }
        }
        return made;
    });
}

Written<Key> Keys::retire(KeyId id, const std::string& reason) {
    return store::write_result(env_, [&](store::Tx& tx) {
        store::Db& db = tx.db();
        const auto before = find_key_row(db, id.value());
        if (!before || !access::sees_person(tx, before->person)) throw unknown_key(id);
        access::require(tx, access::Operation::retire_key, {.person = before->person});
        const std::string why = text::clean(reason, "reason");
        const std::string now = tx.now().iso();
        if (!retire_credential(db, id.value(), now)) {
            return Written<Key>{.changed = false, .item = get_key(db, id, tx.now()), .remark = {}};
        }
        const std::uint64_t sessions = end_sessions_of(db, id.value(), now);
        audit::CredentialFields fields{.person_id = before->person,
                                       .kind = before->kind,
                                       .activated_at = before->activated_at,
                                       .identified_by = before->identified_by,
                                       .retired_at = {}};
        const std::string was = audit::image_of(fields);
        fields.retired_at = now;
        const std::string is = audit::image_of(fields);
        std::optional<std::string_view> said;
        if (!why.empty()) said = why;
        audit::record(tx, {.chain = audit::system_chain,
                           .subject = "credential",
                           .verb = "retire",
                           .subject_id = id.value(),
                           .before = was,
                           .after = is,
                           .reason = said});
        return Written<Key>{
            .changed = true,
            .item = get_key(db, id, tx.now()),
            .remark = sessions == 0 ? "" : say("{} open sessions were ended", sessions)};
    });
}

std::string qr_code(const std::string& text) {
    const codes::Squares squares = codes::module().draw(text);
    constexpr std::size_t quiet = 2;  // light squares around, so that a camera finds the corners
    const auto dark = [&](std::size_t row, std::size_t column) {
        const bool inside = row >= quiet && column >= quiet && row < squares.width + quiet &&
                            column < squares.width + quiet;
        return inside && squares.dark[(row - quiet) * squares.width + (column - quiet)];
    };
    std::string drawn;
    const std::size_t size = squares.width + 2 * quiet;
    for (std::size_t row = 0; row < size; row += 2) {
        for (std::size_t column = 0; column < size; ++column) {
            const bool above = dark(row, column);
            const bool below = row + 1 < size && dark(row + 1, column);
            // On a dark terminal what is drawn is light: so light squares are drawn.
            drawn += above ? (below ? " " : "▄") : (below ? "▀" : "█");
        }
        drawn += '\n';
    }
    return drawn;
}

}  // namespace dcadmin
