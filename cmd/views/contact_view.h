// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "output/view.h"

#include <dcadmin/secure_zone/contacts.h>

namespace dcadmin::views {

[[nodiscard]] output::View<Contact> contact_view();

}  // namespace dcadmin::views
