// SPDX-License-Identifier: Apache-2.0
// The settings of parties outside that digital keys need: the provider of OpenID, and the gateway
// for short messages. What is secret stands in files that are the user's own alone.
#include "cli/settings.h"
#include "cli/store_password.h"

#include <dcadmin/base/say.h>
#include <dcadmin/error.h>

#include <sys/stat.h>
#include <unistd.h>

#include <charconv>
#include <fstream>
#include <iterator>

namespace dcadmin::cli {
namespace {

constexpr std::size_t longest = std::size_t{64} * 1024;

enum class Reader { anybody, owner };

std::string whole_file(const std::string& path, std::string_view key, Reader reader) {
    struct stat found {};
    const bool there = path.starts_with('/') && ::stat(path.c_str(), &found) == 0;
    if (!there || !S_ISREG(found.st_mode)) {
        throw Error(Kind::failed, say("the file '{}' of {} cannot be read", path, key),
                    "name a file from the root", std::string(key));
    }
    if (reader == Reader::owner && (found.st_uid != ::geteuid() || (found.st_mode & 077U) != 0)) {
        throw Error(
            Kind::not_allowed, say("the file '{}' of {} is not the user's own alone", path, key),
            say("make it so: chown $USER '{0}' && chmod 600 '{0}'", path), std::string(key));
    }
    std::ifstream file(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(file), {}};
    if (file.bad() || text.size() > longest) {
        throw Error(Kind::failed, say("the file '{}' of {} cannot be read", path, key));
    }
    return text;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (const auto line : text::split(text, '\n')) {
        if (const auto kept = text::trimmed(line); !kept.empty()) lines.emplace_back(kept);
    }
    return lines;
}

int port_of(const std::string& digits) {
    int port = 0;
    const auto* end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, port);
    if (read.ptr == end && read.ec == std::errc() && port >= 0 && port <= 65'535) return port;
    throw Error(Kind::usage, say("{} is no port", text::quoted(digits)), {},
                "key.itsme.redirect_port");
}

}  // namespace

std::string Settings::text(std::string_view key) const {
    const auto setting = found(key);
    return setting ? setting->value : std::string();
}

OpenidProvider Settings::openid_provider() const {
    OpenidProvider provider{.issuer = text("key.itsme.issuer"),
                            .client_id = text("key.itsme.client_id"),
                            .client_key_id = text("key.itsme.client_key_id"),
                            .acr_values = text("key.itsme.acr_values"),
                            .ca_file = text("key.itsme.ca_file")};
    if (const auto file = text("key.itsme.client_secret_file"); !file.empty()) {
        provider.client_secret = secret_from_file(file, say("client secret"));
    }
    if (const auto file = text("key.itsme.client_key_file"); !file.empty()) {
        provider.client_key = whole_file(file, "key.itsme.client_key_file", Reader::owner);
    }
    if (const auto scope = text("key.itsme.scope"); !scope.empty()) provider.scope = scope;
    if (const auto port = text("key.itsme.redirect_port"); !port.empty()) {
        provider.redirect_port = port_of(port);
    }
    const auto flow = text("key.itsme.flow");
    if (!flow.empty() && flow != "code" && flow != "device") {
        throw Error(Kind::usage, say("{} is no flow", text::quoted(flow)), "it is code or device",
                    "key.itsme.flow");
    }
    provider.device = flow == "device";
    return provider;
}

SmsGateway Settings::sms_gateway() const {
    SmsGateway gateway{.url = text("sms.url"),
                       .body = R"({"to":"{to}","text":"{text}"})",
                       .ca_file = text("sms.ca_file")};
    if (const auto file = text("sms.headers_file"); !file.empty()) {
        gateway.headers = lines_of(whole_file(file, "sms.headers_file", Reader::owner));
    }
    if (const auto file = text("sms.body_file"); !file.empty()) {
        gateway.body = whole_file(file, "sms.body_file", Reader::anybody);
    }
    return gateway;
}

CardReader Settings::card_reader() const {
    CardReader reader{.module = text("key.eid.module"),
                      .token = text("key.eid.token"),
                      .roots_file = text("key.eid.roots_file"),
                      .intermediates_file = text("key.eid.intermediates_file"),
                      .ocsp_url = text("key.eid.ocsp_url"),
                      .crl_url = text("key.eid.crl_url")};
    if (reader.module.empty()) {
        throw Error(
            Kind::usage, "it is not said how the card reader is spoken to",
            "dcadmin config set key.eid.module /usr/lib/x86_64-linux-gnu/libbeidpkcs11.so.0; "
            "or sign in with another key: --key app",
            "key.eid.module");
    }
    if (reader.roots_file.empty()) {
        throw Error(Kind::usage, "it is not said which authorities of cards are believed",
                    "name a PEM file: dcadmin config set key.eid.roots_file FILE",
                    "key.eid.roots_file");
    }
    return reader;
}

}  // namespace dcadmin::cli
