// SPDX-License-Identifier: Apache-2.0
#include "card/p11/p11.h"

#include <dcadmin/base/say.h>
#include <dcadmin/error.h>

#include <libp11.h>
#include <openssl/crypto.h>
#include <openssl/err.h>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace dcadmin::card {

namespace {

constexpr const char* see_module =
    "is the reader connected, and its service (pcscd) running? see: dcadmin config get "
    "key.eid.module";

// PKCS#11 loaded from a file, with the readers that it sees.
class Readers {
   public:
    explicit Readers(const std::string& file) : context_(PKCS11_CTX_new()) {
        if (context_ == nullptr) throw Error(Kind::failed, "libp11 cannot be used");
        if (PKCS11_CTX_load(context_, file.c_str()) != 0) {
            const std::string why = last_reason();
            PKCS11_CTX_free(context_);
            throw Error(Kind::failed, say("'{}' cannot be used to read cards: {}", file, why),
                        "install the middleware of the card, and name its file: dcadmin config "
                        "set key.eid.module /usr/lib/x86_64-linux-gnu/libbeidpkcs11.so.0");
        }
    }
    Readers(const Readers&) = delete;
    Readers& operator=(const Readers&) = delete;
    ~Readers() {
        release();
        PKCS11_CTX_unload(context_);
        PKCS11_CTX_free(context_);
    }

    /// The cards with that label, as they are now; what was found before is gone.
    std::vector<PKCS11_SLOT*> cards(const std::string& label) {
        release();
        if (PKCS11_enumerate_slots(context_, &slots_, &count_) != 0) {
            throw Error(Kind::failed, say("the card readers cannot be listed: {}", last_reason()),
                        see_module);
        }
        std::vector<PKCS11_SLOT*> found;
        for (unsigned i = 0; i < count_; ++i) {
            const PKCS11_TOKEN* token = slots_[i].token;
            if (token == nullptr || token->initialized == 0 || token->label == nullptr) continue;
            if (label.empty() || label == token->label) found.push_back(&slots_[i]);
        }
        return found;
    }
    [[nodiscard]] bool any_reader() const { return count_ > 0; }

   private:
    void release() {
        if (slots_ != nullptr) PKCS11_release_all_slots(context_, slots_, count_);
        slots_ = nullptr;
        count_ = 0;
    }

    PKCS11_CTX* context_;
    PKCS11_SLOT* slots_ = nullptr;
    unsigned count_ = 0;
};

// A text that is overwritten when it goes. What is written into it never moves.
class Pin {
   public:
    static constexpr std::size_t longest = 64;
    Pin() { text.reserve(longest * 4); }
    Pin(const Pin&) = delete;
    Pin& operator=(const Pin&) = delete;
    ~Pin() {
        text.resize(text.capacity());
        OPENSSL_cleanse(text.data(), text.size());
    }
    std::string text;
};

PKCS11_SLOT* only_card(Readers& readers, const std::string& label) {
    const auto cards = readers.cards(label);
    if (cards.empty()) {
        throw Error(
            Kind::failed,
            label.empty() ? say("no card in the reader") : say("no card '{}' in a reader", label),
            readers.any_reader() ? say("put the card in the reader, chip first, and try again")
                                 : see_module);
    }
    if (cards.size() > 1) {
        throw Error(Kind::failed, say("there are {} cards in the readers", cards.size()),
                    "leave one, or name it: dcadmin config set key.eid.token LABEL");
    }
    return cards.front();
}

std::string der(X509* certificate) {
    unsigned char* bytes = nullptr;
    const int size = i2d_X509(certificate, &bytes);
    const Owned<unsigned char> owner(bytes);
    if (size < 0) throw Error(Kind::failed, "a certificate on the card cannot be read");
    return {bytes, bytes + size};
}

// How well a certificate serves to prove who one is; 0 not at all.
int fitness(const PKCS11_CERT& certificate) {
    if (certificate.x509 == nullptr || !is_for_authentication(certificate.x509)) return 0;
    int points = 1;
    if (is_for_client_auth(certificate.x509)) points += 2;
    if (certificate.label != nullptr && std::string_view(certificate.label) == "Authentication") {
        points += 1;
    }
    return points;
}

struct OnCard {
    PKCS11_CERT* own = nullptr;
    Answer answer = {};
};

OnCard read_certificates(PKCS11_SLOT* slot) {
    PKCS11_CERT* first = nullptr;
    unsigned count = 0;
    if (PKCS11_enumerate_certs(slot->token, &first, &count) != 0) {
        throw Error(Kind::failed,
                    say("the certificates on the card cannot be read: {}", last_reason()),
                    "take the card out, put it in again and try again");
    }
    OnCard found;
    for (unsigned i = 0; i < count; ++i) {
        const int points = fitness(first[i]);
        if (points > 0 && (found.own == nullptr || points > fitness(*found.own))) {
            found.own = &first[i];
        }
    }
    if (found.own == nullptr) {
        throw Error(Kind::not_allowed,
                    count == 0
                        ? say("the card has no certificates")
                        : say("the card has no authentication certificate: those on it are for "
                              "signatures or for other purposes"),
                    "use the card of a person for whom authentication is activated");
    }
    found.answer.certificates.push_back(der(found.own->x509));
    for (unsigned i = 0; i < count; ++i) {
        if (&first[i] != found.own && first[i].x509 != nullptr) {
            found.answer.certificates.push_back(der(first[i].x509));
        }
    }
    return found;
}

Error blocked() {
    return {Kind::not_allowed, "the PIN of the card is blocked",
            "it is unblocked with the PUK code, at the municipality"};
}

// What is left after a wrong one, as far as the card tells.
Error wrong_pin(Readers& readers, const std::string& label) {
    std::string left;
    const auto cards = readers.cards(label);
    if (cards.size() == 1) {
        const PKCS11_TOKEN& token = *cards.front()->token;
        if (token.userPinLocked != 0) return blocked();
        if (token.userPinFinalTry != 0) {
            left = ": one try is left";
        } else if (token.userPinCountLow != 0) {
            left = ": fewer tries are left now";
        }
    }
    return {Kind::sign_in, say("the PIN is not the card's{}", left),
            "a card is blocked after three wrong PINs in a row: be sure before trying again"};
}

bool is_usable(const std::string& pin) {
    return !pin.empty() && pin.size() <= Pin::longest &&
           std::ranges::all_of(pin, [](char c) { return c > ' ' && c < 0x7f; });
}

// Once: whatever goes wrong, nothing is tried again with the same PIN.
void log_in(Readers& readers, PKCS11_SLOT* slot, const Reader& reader) {
    constexpr int pin_incorrect = 0xa0;
    constexpr int pin_len_range = 0xa2;
    constexpr int pin_locked = 0xa4;
    const PKCS11_TOKEN& token = *slot->token;
    if (token.loginRequired == 0) return;
    if (token.userPinLocked != 0) throw blocked();
    Pin pin;
    const bool pad = token.secureLogin != 0;
    if (!pad) {
        if (!reader.ask_pin) throw Error(Kind::sign_in, "the card asks for its PIN");
        reader.ask_pin(say("PIN of the card '{}'{}", token.label,
                           token.userPinFinalTry != 0 ? say(" (last try)") : ""),
                       pin.text);
        if (!is_usable(pin.text)) {
            throw Error(Kind::sign_in, "that cannot be a PIN; the card was not asked",
                        "give the digits of the PIN");
        }
    }
    ERR_clear_error();
    if (PKCS11_login(slot, 0, pad ? nullptr : pin.text.c_str()) == 0) return;
    const int reason = ERR_GET_REASON(ERR_peek_last_error());
    const std::string why = last_reason();
    if (reason == pin_locked) throw blocked();
    if (reason == pin_incorrect || reason == pin_len_range) throw wrong_pin(readers, reader.token);
    throw Error(Kind::failed, say("the card does not let in: {}", why),
                "take the card out, put it in again and try again");
}

std::string signature_of(PKCS11_KEY* key, const std::string& challenge) {
    const Owned<EVP_PKEY> own(PKCS11_get_private_key(key));
    const EVP_MD* digest = own ? digest_for(own.get()) : nullptr;
    if (digest == nullptr) {
        throw Error(Kind::not_allowed,
                    "the authentication key of the card is of a kind that is not accepted",
                    "accepted are RSA from 2048 bits, P-256, P-384 and P-521");
    }
    const auto* bytes = reinterpret_cast<const unsigned char*>(challenge.data());
    const Owned<EVP_MD_CTX> context(EVP_MD_CTX_new());
    std::size_t size = 0;
    std::vector<unsigned char> signature;
    bool done = context &&
                EVP_DigestSignInit(context.get(), nullptr, digest, nullptr, own.get()) == 1 &&
                EVP_DigestSign(context.get(), nullptr, &size, bytes, challenge.size()) == 1;
    if (done) {
        signature.resize(size);
        done = EVP_DigestSign(context.get(), signature.data(), &size, bytes, challenge.size()) == 1;
    }
    if (!done) {
        throw Error(Kind::failed, say("the card does not sign: {}", last_reason()),
                    "leave the card in the reader, and try again");
    }
    return {signature.begin(), signature.begin() + static_cast<std::ptrdiff_t>(size)};
}

}  // namespace

Answer sign_by_card(const Reader& reader, const std::string& challenge) {
    ERR_clear_error();
    Readers readers(reader.module);
    PKCS11_SLOT* slot = only_card(readers, reader.token);
    OnCard found = read_certificates(slot);
    log_in(readers, slot, reader);
    PKCS11_KEY* key = PKCS11_find_key(found.own);
    if (key == nullptr) {
        throw Error(Kind::failed, "the card has no key for its authentication certificate",
                    "use another card");
    }
    found.answer.signature = signature_of(key, challenge);
    PKCS11_logout(slot);
    return std::move(found.answer);
}

}  // namespace dcadmin::card
