// SPDX-License-Identifier: Apache-2.0
#include "applications/rules.h"

#include "network/address.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace dcadmin::applications {

namespace {

constexpr std::string_view usual_claim = "dwse_dienstencheques_rol_3d";
constexpr std::size_t longest_code = 80;
constexpr std::size_t longest_client = 200;
constexpr std::size_t longest_name = 150;

// Names that an assertion has already, with another meaning.
constexpr std::array<std::string_view, 19> taken{"iss",
                                                 "sub",
                                                 "aud",
                                                 "azp",
                                                 "iat",
                                                 "exp",
                                                 "nbf",
                                                 "jti",
                                                 "nonce",
                                                 "acr",
                                                 "auth_time",
                                                 "given_name",
                                                 "rrn",
                                                 "vo_id",
                                                 "vo_email",
                                                 "vo_orgcode",
                                                 "vo_orgnaam",
                                                 "vo_doelgroepcode",
                                                 "vo_doelgroepnaam"};

bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool is_printable(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c > ' ' && c < 127; });
}

std::string claim_of(const NewApplication& request) {
    std::string claim = request.claim.empty() ? std::string(usual_claim) : request.claim;
    const bool plain = std::ranges::all_of(claim, is_word) && claim.size() <= longest_code;
    if (!plain || claim == "family_name" || std::ranges::find(taken, claim) != taken.end()) {
        throw Error(Kind::usage, say("{} cannot be the claim", text::quoted(claim)),
                    "it is letters, digits and '_', and no name that assertions have already",
                    "claim");
    }
    return claim;
}

}  // namespace

std::string application_code(std::string_view text) {
    std::string code = text::ascii_lower(text::trimmed(text));
    const bool plain =
        std::ranges::all_of(code, [](char c) { return is_word(c) || c == '-' || c == '.'; });
    if (code.empty() || code.size() > longest_code || !plain) {
        throw Error(Kind::usage, say("{} is not a code of an application", text::quoted(text)),
                    "write letters, digits, '-', '_' and '.'", "code");
    }
    return code;
}

Application application_of(const NewApplication& request) {
    Application made{.code = application_code(request.code),
                     .name = text::clean(request.name, "name", longest_name),
                     .right = request.right,
                     .min_level = request.min_level.value_or(0),
                     .client_id = request.client_id,
                     .claim = claim_of(request),
                     .national_number = request.national_number};
    if (made.name.empty()) throw Error(Kind::usage, "an application has a name", {}, "name");
    if (made.min_level != 0 && (made.min_level < 100 || made.min_level > 500)) {
        throw Error(Kind::usage, say("{} is not a level of a digital key", made.min_level),
                    "write 100 to 500, or 0 for the level of the right", "min-level");
    }
    if (made.client_id.empty()) made.client_id = made.code;
    if (!is_printable(made.client_id) || made.client_id.size() > longest_client) {
        throw Error(Kind::usage, say("{} cannot be a client", text::quoted(made.client_id)),
                    "it is printable characters without blanks", "client-id");
    }
    return made;
}

std::optional<Error> difference(const Application& there, const Application& asked) {
    std::string_view differs;
    if (there.name != asked.name) differs = "name";
    if (there.right != asked.right) differs = "right";
    if (there.min_level != asked.min_level) differs = "min-level";
    if (there.client_id != asked.client_id) differs = "client-id";
    if (there.claim != asked.claim) differs = "claim";
    if (there.national_number != asked.national_number) differs = "national-number";
    if (differs.empty()) return std::nullopt;
    return Error(Kind::conflict,
                 say("application '{}' is there already with another {}", there.code, differs),
                 say("see: dcadmin app show {}", there.code), std::string(differs));
}

Error unknown_application(const std::string& code) {
    return {Kind::not_found, say("no application {}", text::quoted(code)), "see: dcadmin app list",
            "app"};
}

Error too_low(const Application& application, int asked, const std::string& key, std::int64_t level,
              const std::vector<std::string>& better) {
    return {Kind::not_allowed,
            say("application '{}' asks for a digital key of level {}, and '{}' has {}",
                application.code, asked, key, level),
            better.empty() ? "no key of that level can be used today"
                           : say("sign in with one of: {} (dcadmin auth login --key {})",
                                 fmt::join(better, ", "), better.front())};
}

void require_issuer(const std::string& issuer) {
    if (network::is_safe_url(issuer)) return;
    throw Error(Kind::usage,
                issuer.empty() ? std::string("there is no issuer of assertions")
                               : say("{} cannot be an issuer", text::quoted(issuer)),
                "name the address that applications know: dcadmin config set assert.issuer "
                "https://HOST/PATH",
                "assert.issuer");
}

void require_nonce(const std::string& nonce) {
    if (nonce.size() <= longest_client && is_printable(nonce)) return;
    throw Error(Kind::usage, "a nonce is at most 200 printable characters without blanks", {},
                "nonce");
}

}  // namespace dcadmin::applications
