// SPDX-License-Identifier: Apache-2.0
#include "network/http.h"

#include "base/module_file.h"
#include "network/address.h"

namespace dcadmin::network {

namespace {

const NetworkModule& module() {
    static const auto& loaded =
        base::load_module<NetworkModule>("network", network_entry, "the module for the network");
    return loaded;
}

}  // namespace

std::unique_ptr<HttpClient> open_http() {
    return module().open_http();
}

std::unique_ptr<MailClient> open_mail(const MailServer& server) {
    MailServer checked = server;
    checked.plain = is_plain_mail_url(server.url) && server.ca_file.empty();
    return module().open_mail(checked);
}

}  // namespace dcadmin::network
