// SPDX-License-Identifier: Apache-2.0
// The page of a report: what the lists about an organisation say, each asked for as the list is, so
// that nobody reads here what he may not read there. It is written while it is read; only what is
// one line per month or state is held.
#pragma once

#include "output/html.h"

#include <dcadmin/env.h>
#include <dcadmin/organisations.h>

namespace dcadmin::commands {

struct ReportAsked {
    Organisation organisation;
    Term within;  // what ends until then is told
};

void write_report(const Env& env, const ReportAsked& asked, output::Writer& out);

}  // namespace dcadmin::commands
