// SPDX-License-Identifier: Apache-2.0
#include "network/curl/curl_mail.h"

#include <dcadmin/base/say.h>
#include <dcadmin/error.h>

#include <curl/curl.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <new>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace dcadmin::network {

namespace {

struct FreeHandle {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
struct FreeMime {
    void operator()(curl_mime* mime) const { curl_mime_free(mime); }
};
using List = std::unique_ptr<curl_slist, FreeList>;
using Mime = std::unique_ptr<curl_mime, FreeMime>;

void must(CURLcode code) {
    if (code == CURLE_OUT_OF_MEMORY) throw std::bad_alloc();
    if (code != CURLE_OK) throw std::logic_error(curl_easy_strerror(code));
}

template <class Value>
void set(CURL* handle, CURLoption option, Value value) {
    must(curl_easy_setopt(handle, option, value));
}

void append(List& list, const std::string& line) {
    curl_slist* longer = curl_slist_append(list.get(), line.c_str());
    if (longer == nullptr) throw std::bad_alloc();
    static_cast<void>(list.release());
    list.reset(longer);
}

/// How far the talk with the relay came.
enum class Stage { opening, signing_in, sender, recipient, message };

/// What was said, as libcurl tells of it line by line.
struct Talk {
    Stage stage = Stage::opening;
    bool connected = false;
    int code = 0;      // of the last answer; 0 while there is none
    std::string said;  // all lines of it
    bool complete = true;
    bool over = false;  // what follows is the farewell

    void command(std::string_view line);
    void answer(std::string_view line);
};

void Talk::command(std::string_view line) {
    static constexpr std::array<std::pair<std::string_view, Stage>, 6> commands{{
        {"EHLO ", Stage::opening},
        {"STARTTLS", Stage::opening},
        {"AUTH ", Stage::signing_in},
        {"MAIL FROM:", Stage::sender},
        {"RCPT TO:", Stage::recipient},
        {"DATA\r\n", Stage::message},
    }};
    if (line.starts_with("QUIT")) over = true;
    if (over) return;
    for (const auto& [begins, next] : commands) {
        if (line.starts_with(begins)) stage = next;
    }
    code = 0;
    said.clear();
}

void Talk::answer(std::string_view line) {
    if (over) return;
    connected = true;
    constexpr std::size_t longest = 400;
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    if (line.size() < 3 || !std::all_of(line.begin(), line.begin() + 3, digit)) return;
    if (complete) said.clear();
    complete = line.size() < 4 || line[3] != '-';
    code = (line[0] - '0') * 100 + (line[1] - '0') * 10 + (line[2] - '0');
    const auto end = line.find_last_not_of("\r\n");
    const std::string_view text = line.substr(0, end == std::string_view::npos ? 0 : end + 1);
    if (said.size() + text.size() > longest) return;
    if (!said.empty()) said += ' ';
    said += text;
}

int listen(CURL*, curl_infotype type, char* bytes, std::size_t size, void* to) {
    Talk& talk = *static_cast<Talk*>(to);
    const std::string_view text(bytes, size);
    if (type == CURLINFO_HEADER_IN) talk.answer(text);
    if (type == CURLINFO_HEADER_OUT) talk.command(text);
    if (type == CURLINFO_DATA_OUT) talk.code = 0;
    return 0;
}

// The answer to a farewell is not waited for: a relay that stalls would hold up the next mail.
int go_on(void* talk, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    return static_cast<const Talk*>(talk)->over ? 1 : 0;
}

bool is_about_tls(CURLcode code) {
    switch (code) {
        case CURLE_USE_SSL_FAILED:
        case CURLE_PEER_FAILED_VERIFICATION:
        case CURLE_SSL_CONNECT_ERROR:
        case CURLE_SSL_CERTPROBLEM:
        case CURLE_SSL_CIPHER:
        case CURLE_SSL_CACERT_BADFILE:
        case CURLE_SSL_ISSUER_ERROR:
        case CURLE_SSL_INVALIDCERTSTATUS: return true;
        default: return false;
    }
}

// The answers of RFC 5321 and 4954 that are about who we are, whatever they answer.
bool asks_who_we_are(int code) {
    return code == 530 || code == 534 || code == 535 || code == 538;
}

MailEnd end_of(CURLcode result, const Talk& talk) {
    constexpr int closing = 421;
    constexpr int too_large = 552;
    if (result == CURLE_OK) return MailEnd::taken;
    if (is_about_tls(result) || asks_who_we_are(talk.code)) return MailEnd::turned_away;
    const bool for_now = talk.code >= 400 && talk.code < 500;
    if (result == CURLE_LOGIN_DENIED && !for_now) return MailEnd::turned_away;
    const bool answered = talk.complete && talk.code >= 400;
    if (!answered) return talk.connected ? MailEnd::lost : MailEnd::unreachable;
    if (talk.code == closing) return MailEnd::unreachable;
    if (talk.stage == Stage::recipient || talk.stage == Stage::message) {
        return for_now ? MailEnd::put_off : MailEnd::refused;
    }
    if (talk.stage == Stage::sender && talk.code == too_large) return MailEnd::refused;
    return for_now ? MailEnd::unreachable : MailEnd::turned_away;
}

class CurlMail final : public MailClient {
   public:
    explicit CurlMail(MailServer server) : server_(std::move(server)), handle_(curl_easy_init()) {
        if (!handle_) throw std::bad_alloc();
    }
    [[nodiscard]] MailAnswer send(const Mail& mail) override;
    [[nodiscard]] MailAnswer greet() override;

   private:
    [[nodiscard]] MailAnswer perform();
    MailAnswer attempt(const Mail& mail, bool fresh);
    void leave();
    void prepare(const Mail& mail, const curl_slist* recipients);
    void secure();
    [[nodiscard]] Mime parts_of(const Mail& mail) const;

    MailServer server_;
    std::unique_ptr<CURL, FreeHandle> handle_;
    std::array<char, CURL_ERROR_SIZE> said_{};
    Talk talk_;
    bool left_ = false;
};

void CurlMail::secure() {
    CURL* handle = handle_.get();
    set(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    set(handle, CURLOPT_USE_SSL,
        static_cast<long>(server_.plain ? CURLUSESSL_NONE : CURLUSESSL_ALL));
    set(handle, CURLOPT_SSL_VERIFYPEER, 1L);
    set(handle, CURLOPT_SSL_VERIFYHOST, 2L);
    set(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!server_.ca_file.empty()) set(handle, CURLOPT_CAINFO, server_.ca_file.c_str());
    if (server_.user.empty()) return;
    set(handle, CURLOPT_USERNAME, server_.user.c_str());
    set(handle, CURLOPT_PASSWORD, server_.password.c_str());
}

// The connection is kept for the next mail; everything else is said anew.
void CurlMail::prepare(const Mail& mail, const curl_slist* recipients) {
    CURL* handle = handle_.get();
    curl_easy_reset(handle);
    said_.fill('\0');
    talk_ = {};
    set(handle, CURLOPT_ERRORBUFFER, said_.data());
    set(handle, CURLOPT_NOSIGNAL, 1L);
    set(handle, CURLOPT_NOPROXY, "*");
    set(handle, CURLOPT_URL, server_.url.c_str());
    secure();
    set(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(server_.connect_ms));
    set(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(server_.total_ms));
    set(handle, CURLOPT_MAIL_FROM, mail.sender.c_str());
    set(handle, CURLOPT_MAIL_RCPT, recipients);
    set(handle, CURLOPT_NOPROGRESS, 0L);
    set(handle, CURLOPT_XFERINFOFUNCTION, &go_on);
    set(handle, CURLOPT_XFERINFODATA, static_cast<void*>(&talk_));
    set(handle, CURLOPT_VERBOSE, 1L);
    set(handle, CURLOPT_DEBUGFUNCTION, &listen);
    set(handle, CURLOPT_DEBUGDATA, static_cast<void*>(&talk_));
}

Mime CurlMail::parts_of(const Mail& mail) const {
    Mime mime(curl_mime_init(handle_.get()));
    if (!mime) throw std::bad_alloc();
    const auto add = [&mime](const std::string& body, const char* type) {
        curl_mimepart* part = curl_mime_addpart(mime.get());
        if (part == nullptr) throw std::bad_alloc();
        must(curl_mime_data(part, body.data(), body.size()));
        must(curl_mime_type(part, type));
        must(curl_mime_encoder(part, "quoted-printable"));
    };
    add(mail.text, "text/plain; charset=utf-8");
    add(mail.html, "text/html; charset=utf-8");
    return mime;
}

MailAnswer CurlMail::attempt(const Mail& mail, bool fresh) {
    List recipients;
    append(recipients, mail.recipient);
    List headers;
    for (const std::string& header : mail.headers) append(headers, header);
    append(headers, "Content-Type: multipart/alternative");
    prepare(mail, recipients.get());
    const Mime mime = parts_of(mail);
    set(handle_.get(), CURLOPT_HTTPHEADER, headers.get());
    set(handle_.get(), CURLOPT_MIMEPOST, mime.get());
    set(handle_.get(), CURLOPT_FRESH_CONNECT, fresh || left_ ? 1L : 0L);
    left_ = false;
    return perform();
}

MailAnswer CurlMail::perform() {
    const CURLcode result = curl_easy_perform(handle_.get());
    if (result == CURLE_OPERATION_TIMEDOUT) leave();
    MailAnswer answer{.end = end_of(result, talk_), .said = talk_.said};
    if (result != CURLE_OK && (talk_.code < 400 || answer.said.empty())) {
        answer.said = said_[0] != '\0' ? said_.data() : curl_easy_strerror(result);
    }
    // What a relay says to somebody who signs in may hold what he said.
    if (talk_.stage == Stage::signing_in && result != CURLE_OK) {
        answer.said = say("sign-in refused ({})", talk_.code);
    }
    return answer;
}

// libcurl keeps the connection of a relay that stalls, and would take its leave of it politely,
// with a wait of its own; nobody answers there.
void CurlMail::leave() {
    left_ = true;
    curl_socket_t socket = CURL_SOCKET_BAD;
    curl_easy_getinfo(handle_.get(), CURLINFO_ACTIVESOCKET, &socket);
    if (socket != CURL_SOCKET_BAD) ::shutdown(socket, SHUT_RDWR);
}

// A relay may have closed the connection that was kept, or close it after so many mails.
MailAnswer CurlMail::send(const Mail& mail) {
    MailAnswer answer = attempt(mail, false);
    const bool nothing_given = talk_.stage == Stage::opening || talk_.stage == Stage::sender;
    const bool gone = answer.end == MailEnd::lost || answer.end == MailEnd::unreachable;
    long connections = 0;
    curl_easy_getinfo(handle_.get(), CURLINFO_NUM_CONNECTS, &connections);
    if (gone && nothing_given && connections == 0) return attempt(mail, true);
    return answer;
}

MailAnswer CurlMail::greet() {
    prepare({}, nullptr);
    set(handle_.get(), CURLOPT_CONNECT_ONLY, 1L);
    return perform();
}

}  // namespace

std::unique_ptr<MailClient> open_curl_mail(const MailServer& server) {
    static const bool ready = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    if (!ready) throw Error(Kind::failed, "libcurl cannot be used");
    return std::make_unique<CurlMail>(server);
}

}  // namespace dcadmin::network
