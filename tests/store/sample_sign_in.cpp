// SPDX-License-Identifier: Apache-2.0
#include "sample_parts.h"

#include <dcadmin/accounts.h>
#include <dcadmin/applications.h>
#include <dcadmin/error.h>
#include <dcadmin/sign_in.h>
#include <dcadmin/staff.h>

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>

namespace dcadmin::testing {

void add_keys(const Env& env) {
    Keys keys(env);
    keys.activate_password({lucas, "lucas", "vier woorden naast elkaar", "identity card seen"});
    try {
        static_cast<void>(keys.prove_password({"lucas", "een geraden woord"}));
    } catch (const Error&) {  // as it should be: a miss is counted
    }
    TokenImport token{
        .line = 2, .person = arthur, .serial = "tk-1", .issued = Date::parse("2020-06-01"), .codes = {}};
    for (int i = 1; i <= 24; ++i) token.codes.push_back("code" + std::to_string(i));
    static_cast<void>(keys.import_tokens({token}, SealKey::random()));
    const Proof proof = keys.prove_password({"lucas", "vier woorden naast elkaar"});
    static_cast<void>(keys.retire(KeyId::from_stored(2), "not used any more"));
    static_cast<void>(Sessions(env).start(proof, std::nullopt));
    Staff(env).add({.person = PersonId::from_stored(1),
                    .role = StaffRole::auditor,
                    .from = {},
                    .until = {},
                    .reason = "opdracht"});
    static_cast<void>(Accounts(env).add({.name = "leavers",
                                         .operations = {"end_relation"},
                                         .orgs = {company},
                                         .until = Date::parse("2027-06-30"),
                                         .reason = "nightly"}));
}

void add_applications(const Env& env) {
    for (const char* code : {"zone", "loket"}) {
        Applications(env).add({.code = code,
                               .name = std::string("Toepassing ") + code,
                               .right = RightCode::parse("dah-gebruiker"),
                               .min_level = 400,
                               .client_id = std::string("client-") + code,
                               .claim = "rol_3d",
                               .national_number = true});
    }
    std::string folder = (std::filesystem::temp_directory_path() / "dcadmin-key.XXXXXX").string();
    if (::mkdtemp(folder.data()) == nullptr) throw std::runtime_error("no folder for a key");
    SigningKeys(env).create(folder + "/key.pem", "ES256");
    SigningKeys(env).rotate(folder + "/key.pem", "jaarlijks");
    std::filesystem::remove_all(folder);
}

}  // namespace dcadmin::testing
