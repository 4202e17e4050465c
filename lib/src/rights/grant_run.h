// SPDX-License-Identifier: Apache-2.0
// Granting a whole file as one transaction, in three passes that each read and write in order:
//   read   every row is parsed (on a second thread), its right looked up, and sorted by person;
//   judge  person by person, what he has is read once and each row is judged by the rules of one
//          grant; earlier rows win; what is to be made is sorted by working relation;
//   write  grants, entries and results, the hashes computed on the second thread.
// Nothing is written before the whole file is judged; a dry run ends there. Both sorts use a
// bounded buffer and temporary files beside the store, so memory does not grow with the file.
#pragma once

#include <dcadmin/bulk.h>
#include <dcadmin/rights.h>

namespace dcadmin::rights {

bulk::Summary run_grants(const Env& env, const bulk::Source<NewGrant>& rows,
                         const bulk::Options& options, const bulk::Sink& sink);

}  // namespace dcadmin::rights
