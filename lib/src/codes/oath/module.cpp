// SPDX-License-Identifier: Apache-2.0
// The one entry of the module, and all that it does.
#include "codes/codes.h"

#include <dcadmin/export.h>

#include <liboath/oath.h>
#include <qrencode.h>

#include <cstdlib>
#include <ctime>
#include <memory>

extern "C" DCADMIN_API const dcadmin::codes::CodesModule* dcadmin_codes_module();

namespace dcadmin::codes {

namespace {

constexpr unsigned step_seconds = 30;
constexpr std::size_t window = 1;  // the step before and the step after

std::optional<std::int64_t> step_of(const std::string& seed, const std::string& code,
                                    std::int64_t unix_seconds) {
    int position = 0;
    std::uint64_t counter = 0;
    const int found = oath_totp_validate4(
        seed.data(), seed.size(), static_cast<std::time_t>(unix_seconds), step_seconds,
        OATH_TOTP_DEFAULT_START_TIME, window, &position, &counter, 0, code.c_str());
    if (found < 0) return std::nullopt;
    return static_cast<std::int64_t>(counter);
}

std::string base32(const std::string& bytes) {
    char* text = nullptr;
    std::size_t length = 0;
    if (oath_base32_encode(bytes.data(), bytes.size(), &text, &length) != OATH_OK) return {};
    const std::unique_ptr<char, void (*)(void*)> owned(text, std::free);
    std::string made(text, length);
    made.resize(made.find_last_not_of('=') + 1);
    return made;
}

Squares draw(const std::string& text) {
    const std::unique_ptr<QRcode, void (*)(QRcode*)> code(
        QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M), QRcode_free);
    Squares squares;
    if (!code) return squares;
    squares.width = static_cast<std::size_t>(code->width);
    const std::size_t count = squares.width * squares.width;
    for (std::size_t i = 0; i < count; ++i) squares.dark.push_back((code->data[i] & 1U) != 0);
    return squares;
}

}  // namespace

}  // namespace dcadmin::codes

const dcadmin::codes::CodesModule* dcadmin_codes_module() {
    static const bool ready = oath_init() == OATH_OK;
    static constexpr dcadmin::codes::CodesModule module{
        DCADMIN_VERSION, dcadmin::codes::step_of, dcadmin::codes::base32, dcadmin::codes::draw};
    return ready ? &module : nullptr;
}
