// SPDX-License-Identifier: Apache-2.0
// The one entry of the module.
#include "store/postgres/postgres_db.h"

#include <dcadmin/export.h>

extern "C" DCADMIN_API const dcadmin::store::Driver* dcadmin_store_driver();

const dcadmin::store::Driver* dcadmin_store_driver() {
    static constexpr dcadmin::store::Driver driver{DCADMIN_VERSION, dcadmin::store::postgres::open};
    return &driver;
}
