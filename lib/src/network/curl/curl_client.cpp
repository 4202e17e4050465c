// SPDX-License-Identifier: Apache-2.0
#include "network/curl/curl_client.h"

#include "network/address.h"

#include <dcadmin/base/say.h>
#include <dcadmin/error.h>

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <new>
#include <stdexcept>
#include <string>
#include <utility>

namespace dcadmin::network {

namespace {

struct FreeHandle {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

struct Received {
    std::string body;
    std::size_t most = 0;
    bool too_long = false;
};

std::size_t receive(char* bytes, std::size_t, std::size_t size, void* to) {
    auto& received = *static_cast<Received*>(to);
    if (received.body.size() + size > received.most) {
        received.too_long = true;
        return 0;
    }
    received.body.append(bytes, size);
    return size;
}

template <class Value>
void set(CURL* handle, CURLoption option, Value value) {
    if (curl_easy_setopt(handle, option, value) != CURLE_OK) {
        throw std::logic_error(say("libcurl refuses option {}", static_cast<int>(option)));
    }
}

// Whether another attempt may go better.
bool is_passing(CURLcode code) {
    switch (code) {
        case CURLE_COULDNT_RESOLVE_PROXY:
        case CURLE_COULDNT_RESOLVE_HOST:
        case CURLE_COULDNT_CONNECT:
        case CURLE_OPERATION_TIMEDOUT:
        case CURLE_GOT_NOTHING:
        case CURLE_SEND_ERROR:
        case CURLE_RECV_ERROR:
        case CURLE_PARTIAL_FILE:
        case CURLE_HTTP2:
        case CURLE_HTTP2_STREAM: return true;
        default: return false;
    }
}

class CurlClient final : public HttpClient {
   public:
    CurlClient() : handle_(curl_easy_init()) {
        if (!handle_) throw std::bad_alloc();
    }
    [[nodiscard]] HttpAnswer post(const HttpRequest& request) override;

   private:
    void prepare(const HttpRequest& request, const curl_slist* headers);

    std::unique_ptr<CURL, FreeHandle> handle_;
    std::array<char, CURL_ERROR_SIZE> said_{};
    Received received_;
};

// The connection is kept for the next request; everything else is said anew.
void CurlClient::prepare(const HttpRequest& request, const curl_slist* headers) {
    CURL* handle = handle_.get();
    curl_easy_reset(handle);
    said_.fill('\0');
    received_ = {.body = {}, .most = request.longest_answer, .too_long = false};
    set(handle, CURLOPT_ERRORBUFFER, said_.data());
    set(handle, CURLOPT_NOSIGNAL, 1L);
    set(handle, CURLOPT_URL, request.url.c_str());
    set(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    // What has no TLS because it stays on this machine would leave it by a proxy. What a card's
    // certificate names may be asked without TLS elsewhere, perhaps by a proxy: it is signed.
    if (is_here(request.url)) set(handle, CURLOPT_NOPROXY, "*");
    set(handle, CURLOPT_FOLLOWLOCATION, 0L);
    set(handle, CURLOPT_SSL_VERIFYPEER, 1L);
    set(handle, CURLOPT_SSL_VERIFYHOST, 2L);
    set(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!request.ca_file.empty()) set(handle, CURLOPT_CAINFO, request.ca_file.c_str());
    set(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(request.connect_ms));
    set(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(request.total_ms));
    set(handle, CURLOPT_HTTPHEADER, headers);
    if (request.get) {
        set(handle, CURLOPT_HTTPGET, 1L);
    } else {
        set(handle, CURLOPT_POST, 1L);
        set(handle, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
        set(handle, CURLOPT_POSTFIELDS, request.body.c_str());
    }
    set(handle, CURLOPT_WRITEFUNCTION, &receive);
    set(handle, CURLOPT_WRITEDATA, static_cast<void*>(&received_));
}

HttpAnswer CurlClient::post(const HttpRequest& request) {
    std::unique_ptr<curl_slist, FreeList> headers;
    for (const std::string& header : request.headers) {
        curl_slist* longer = curl_slist_append(headers.get(), header.c_str());
        if (longer == nullptr) throw std::bad_alloc();
        static_cast<void>(headers.release());
        headers.reset(longer);
    }
    prepare(request, headers.get());
    const CURLcode code = curl_easy_perform(handle_.get());
    if (received_.too_long) {
        throw Error(Kind::failed,
                    say("{} answers with more than {} bytes", request.url, received_.most));
    }
    if (code != CURLE_OK) {
        const std::string why = said_[0] != '\0' ? said_.data() : curl_easy_strerror(code);
        throw Error(is_passing(code) ? Kind::busy : Kind::failed,
                    say("{} cannot be reached: {}", request.url, why));
    }
    long status = 0;
    curl_off_t wait = 0;
    curl_easy_getinfo(handle_.get(), CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(handle_.get(), CURLINFO_RETRY_AFTER, &wait);
    constexpr curl_off_t most_wait = 86'400;
    return {.status = static_cast<int>(status),
            .body = std::move(received_.body),
            .retry_after = static_cast<int>(std::min(wait, most_wait))};
}

}  // namespace

std::unique_ptr<HttpClient> open_curl() {
    static const bool ready = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    if (!ready) throw Error(Kind::failed, "libcurl cannot be used");
    return std::make_unique<CurlClient>();
}

}  // namespace dcadmin::network
