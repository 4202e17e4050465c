// SPDX-License-Identifier: Apache-2.0
// Makes a plan of a run: the same rows through the same operation, watched, and rolled back at its
// end. What each row did goes into the plan as it comes, so that memory does not grow with the
// file.
#pragma once

#include "cli/bulk_line.h"
#include "cli/context.h"
#include "cli/plan_file.h"

#include <functional>
#include <string>

namespace dcadmin::cli {

class PlanMaker {
   public:
    /// `cells` gives the row that was read last as it came. Throws when the place of the plan
    /// cannot be written.
    PlanMaker(Context& context, const BulkLine& line, std::function<NamedTexts()> cells);

    /// As Command::rows of the context's command.
    [[nodiscard]] bulk::Summary run(const Env& env, RowFeed& feed, const bulk::Options& options,
                                    const bulk::Sink& sink);

   private:
    Context& context_;
    const BulkLine& line_;
    std::function<NamedTexts()> cells_;
    PlanWriter writer_;
};

/// The header of a plan that is made now.
[[nodiscard]] PlanHeader header_of(Context& context, const bulk::Options& options,
                                   const bulk::Summary& summary);
/// The last lines: the mails, where the plan stands, and how it is applied.
void tell_plan(Context& context, const std::string& path, const bulk::Summary& summary);
/// "3 mails to 2 persons, 1 without an address"
[[nodiscard]] std::string mails_line(std::uint64_t notices, std::uint64_t persons,
                                     std::uint64_t without_address);
/// The command line for the same store: "dcadmin apply FILE --store …".
[[nodiscard]] std::string line_for(Context& context, std::string_view words,
                                   const std::string& path);

}  // namespace dcadmin::cli
