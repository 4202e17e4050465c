// SPDX-License-Identifier: Apache-2.0
#include "secure_zone/paper/touched.h"

#include "secure_zone/paper/slips.h"

#include <memory>
#include <set>

namespace dcadmin::secure_zone {

namespace {

class Touched : public bulk::Gathering {
   public:
    explicit Touched(store::Tx& tx) : tx_(tx) {}

    void add(std::int64_t issuance_id) { of_row_.insert(issuance_id); }
    void end_row() override {
        all_.merge(of_row_);
        of_row_.clear();
    }
    void drop_row() override { of_row_.clear(); }
    void finish() override {
        settle_slips(tx_, all_);
        all_.clear();
    }

   private:
    store::Tx& tx_;
    std::set<std::int64_t> of_row_;
    std::set<std::int64_t> all_;
};

}  // namespace

void touch_issuance(bulk::Work& work, std::int64_t issuance_id) {
    if (issuance_id == 0) return;
    if (!work.gathered) work.gathered = std::make_unique<Touched>(work.tx);
    static_cast<Touched&>(*work.gathered).add(issuance_id);
}

}  // namespace dcadmin::secure_zone
