// SPDX-License-Identifier: Apache-2.0
#include "health/health_sql.h"

namespace dcadmin::health {

std::optional<Timestamp> newest_change(store::Db& db) {
    auto newest = db.prepare("SELECT at FROM operation ORDER BY id DESC LIMIT 1");
    if (!newest->first({})) return std::nullopt;
    return Timestamp::parse(newest->text(0));
}

std::vector<std::string> damaged_pages(store::Db& db) {
    std::vector<std::string> found;
    auto pages = db.prepare("PRAGMA quick_check(10)");
    while (pages->step()) {
        if (pages->text(0) != "ok") found.push_back(pages->string(0));
    }
    return found;
}

}  // namespace dcadmin::health
