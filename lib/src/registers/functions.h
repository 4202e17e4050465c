// SPDX-License-Identifier: Apache-2.0
// Functions in enterprises as the register of enterprises has them (functiehouders): who represents
// which enterprise, from when until when. It answers the question that designations turn on: is
// this person a legal representative whose function is valid today?
#pragma once

#include <dcadmin/base/date.h>
#include <dcadmin/base/enterprise_number.h>
#include <dcadmin/base/national_number.h>
#include <dcadmin/store.h>

#include <string>
#include <vector>

namespace dcadmin::registers {

struct EnterpriseFunction {
    std::string function;     // "zaakvoerder"
    bool represents = false;  // whether it binds the enterprise
    DateRange period;
};

/// All functions of the person in the enterprise, the one that lasts longest first.
[[nodiscard]] std::vector<EnterpriseFunction> functions_of(store::Db& db, NationalNumber person,
                                                           EnterpriseNumber enterprise);
/// A function that represents the enterprise and is valid on that day, both ends included.
[[nodiscard]] bool represents(const std::vector<EnterpriseFunction>& functions, Date day);

}  // namespace dcadmin::registers
