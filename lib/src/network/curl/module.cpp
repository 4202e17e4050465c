// SPDX-License-Identifier: Apache-2.0
// The one entry of the module.
#include "network/curl/curl_client.h"
#include "network/curl/curl_mail.h"

#include <dcadmin/export.h>

extern "C" DCADMIN_API const dcadmin::network::NetworkModule* dcadmin_network_module();

const dcadmin::network::NetworkModule* dcadmin_network_module() {
    static constexpr dcadmin::network::NetworkModule module{
        DCADMIN_VERSION, dcadmin::network::open_curl, dcadmin::network::open_curl_mail};
    return &module;
}
