// SPDX-License-Identifier: Apache-2.0
#include "views/region_words.h"

#include <dcadmin/base/say.h>

namespace dcadmin::views {

std::string region_words(Region region) {
    switch (region) {
        case Region::flanders: return say("Flanders");
        case Region::wallonia: return say("Wallonia");
        case Region::brussels: return say("Brussels");
    }
    return {};
}

}  // namespace dcadmin::views
