// SPDX-License-Identifier: Apache-2.0
// The one entry of the module.
#include "card/p11/p11.h"

#include <dcadmin/error.h>
#include <dcadmin/export.h>

#include <openssl/rand.h>

#include <array>

extern "C" DCADMIN_API const dcadmin::card::CardModule* dcadmin_card_module();

namespace {

std::string new_challenge(std::string_view context) {
    std::array<unsigned char, 32> random{};
    if (RAND_bytes(random.data(), static_cast<int>(random.size())) != 1) {
        throw dcadmin::Error(dcadmin::Kind::failed, "OpenSSL gives no random numbers");
    }
    std::string challenge(random.begin(), random.end());
    challenge += context;
    return challenge;
}

}  // namespace

const dcadmin::card::CardModule* dcadmin_card_module() {
    static constexpr dcadmin::card::CardModule module{
        DCADMIN_VERSION, new_challenge, dcadmin::card::sign_by_card, dcadmin::card::judge_answer,
        dcadmin::card::certificates_of};
    return &module;
}
