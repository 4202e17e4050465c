// SPDX-License-Identifier: Apache-2.0
// The one macro of the library: what carries it can be called from outside libdcadmin.so;
// everything else is hidden, so that the private side may change freely.
#pragma once

#define DCADMIN_API __attribute__((visibility("default")))
