// SPDX-License-Identifier: Apache-2.0
#include "sign_in/sms_gateway.h"

#include "network/address.h"
#include "network/http.h"
#include "sign_in/openid_text.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>
#include <dcadmin/error.h>

#include <nlohmann/json.hpp>

#include <optional>

namespace dcadmin::sign_in {

namespace {

enum class Encoding { json, form };

constexpr std::string_view to_mark = "{to}";
constexpr std::string_view text_mark = "{text}";

std::string content_type(const SmsGateway& gateway) {
    constexpr std::string_view name = "content-type:";
    for (const std::string& header : gateway.headers) {
        const std::string small = text::ascii_lower(header);
        if (small.starts_with(name)) return std::string(text::trimmed(small.substr(name.size())));
    }
    return {};
}

Encoding encoding_of(const SmsGateway& gateway) {
    const std::string type = content_type(gateway);
    if (type.empty()) {
        return text::trimmed(gateway.body).starts_with('{') ? Encoding::json : Encoding::form;
    }
    if (type.starts_with("application/json")) return Encoding::json;
    if (type.starts_with("application/x-www-form-urlencoded")) return Encoding::form;
    throw Error(Kind::usage, say("a body of type {} is not known", text::quoted(type)),
                "use application/json or application/x-www-form-urlencoded", "sms.headers_file");
}

std::string encoded(Encoding encoding, const std::string& value) {
    if (encoding == Encoding::form) return form_encoded(value);
    const std::string written = nlohmann::json(value).dump();
    return written.substr(1, written.size() - 2);  // without its quotation marks
}

}  // namespace

void require_gateway(const SmsGateway& gateway) {
    if (!network::is_safe_url(gateway.url)) {
        throw Error(Kind::usage,
                    gateway.url.empty() ? std::string("no gateway for messages is named")
                                        : say("{} cannot be a gateway", text::quoted(gateway.url)),
                    "name it: dcadmin config set sms.url https://HOST/PATH", "sms.url");
    }
    for (const std::string& header : gateway.headers) {
        if (header.find(':') != std::string::npos &&
            header.find_first_of("\r\n") == std::string::npos) {
            continue;
        }
        throw Error(Kind::usage, "a header is one line with a name, ':' and a value", {},
                    "sms.headers_file");
    }
    static_cast<void>(encoding_of(gateway));
    for (const std::string_view mark : {to_mark, text_mark}) {
        if (gateway.body.find(mark) != std::string::npos) continue;
        throw Error(Kind::usage, say("the body of a message has no {} in it", mark),
                    R"(for instance {"to":"{to}","text":"{text}"})", "sms.body_file");
    }
}

// In one pass, so that nothing that was put in is looked at again.
std::string message_body(const SmsGateway& gateway, const std::string& to,
                         const std::string& text) {
    const Encoding encoding = encoding_of(gateway);
    std::string body;
    std::string_view rest = gateway.body;
    while (!rest.empty()) {
        if (rest.starts_with(to_mark)) {
            body += encoded(encoding, to);
            rest.remove_prefix(to_mark.size());
        } else if (rest.starts_with(text_mark)) {
            body += encoded(encoding, text);
            rest.remove_prefix(text_mark.size());
        } else {
            body.push_back(rest.front());
            rest.remove_prefix(1);
        }
    }
    return body;
}

void send_message(const SmsGateway& gateway, const std::string& to, const std::string& text) {
    network::HttpRequest request{.url = gateway.url,
                                 .body = message_body(gateway, to, text),
                                 .headers = gateway.headers,
                                 .ca_file = gateway.ca_file,
                                 .connect_ms = gateway.connect_ms,
                                 .total_ms = gateway.total_ms};
    if (content_type(gateway).empty()) {
        request.headers.emplace_back(encoding_of(gateway) == Encoding::json
                                         ? "Content-Type: application/json"
                                         : "Content-Type: application/x-www-form-urlencoded");
    }
    const network::HttpAnswer answer = network::open_http()->post(request);
    if (answer.status >= 200 && answer.status < 300) return;
    const bool passing = network::is_passing(answer.status);
    throw Error(passing ? Kind::busy : Kind::failed,
                say("the message cannot be sent: the gateway answers {}", answer.status),
                passing ? say("try again later, or use another key")
                        : say("see whether its settings are right: dcadmin config list"));
}

}  // namespace dcadmin::sign_in
