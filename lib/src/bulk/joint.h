// SPDX-License-Identifier: Apache-2.0
// The one transaction of a watched run. Each row is within a savepoint, since a row may do all that
// it was asked and yet be undone: when that is not what its plan expects.
#pragma once

#include "bulk/run.h"
#include "bulk/tracer.h"

#include <cstdint>
#include <functional>

namespace dcadmin::bulk {

// Thrown to leave a transaction without an error of its own.
struct RollBack {};

class Joint {
   public:
    Joint(store::Tx& tx, const Watch& watch);
    ~Joint();
    Joint(const Joint&) = delete;
    Joint& operator=(const Joint&) = delete;

    [[nodiscard]] store::Tx& tx() { return tx_; }
    /// Applies one row and looks at what it did.
    [[nodiscard]] Result row(Work& work, std::uint64_t number, const ApplyRow& apply);
    /// Takes what one of its runs came to.
    void add(const Summary& part, const Work& work);
    void stop() { summary_.stopped_by_signal = true; }
    /// What all came to; counts the notices. To be called at the end.
    [[nodiscard]] Summary finish(const RevokeLimit& limit);
    [[nodiscard]] const Summary& summary() const { return summary_; }

   private:
    store::Tx& tx_;
    const Watch& watch_;
    Tracer tracer_;
    Summary summary_;
    outbox::Collector nothing_told_;
    Work ended_;  // what the runs have ended together
};

}  // namespace dcadmin::bulk
