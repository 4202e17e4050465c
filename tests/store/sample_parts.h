// SPDX-License-Identifier: Apache-2.0
// Who is in the sample store, and its parts that stand in files of their own.
#pragma once

#include <dcadmin/base/enterprise_number.h>
#include <dcadmin/base/ids.h>
#include <dcadmin/env.h>

namespace dcadmin::testing {

inline const auto company = EnterpriseNumber::from_stored(777'999'980);
inline const auto daughter = EnterpriseNumber::from_stored(566'988'259);
inline const PersonRef anna = NationalNumber::from_stored(90'073'100'237);
inline const PersonRef arthur = NationalNumber::from_stored(92'110'400'145);
inline const PersonRef frank = NationalNumber::from_stored(82'010'800'331);
inline const PersonRef lucas = NationalNumber::from_stored(93'051'822'361);

/// Who signed in with which key, after a wrong guess; a token of old; an auditor of the issuer; and a
/// program's account.
void add_keys(const Env& env);
/// Two applications, and a key that signs for them after another did.
void add_applications(const Env& env);
/// Accreditations; closing days, one of them taken back; a term and a tariff.
void add_zone(const Env& env);
/// Services and what was decided about them; after the workers and customers of the zone.
void add_services(const Env& env);
/// What was handed in of them, and what came of it.
void add_issuances(const Env& env);

}  // namespace dcadmin::testing
