// SPDX-License-Identifier: Apache-2.0
// Which catalogue is in use. The library has one; a module, which shares no symbol with it, is
// given the library's when it is loaded, and so says its own texts in the same language.
#pragma once

#include "base/catalogue.h"

#include <atomic>

namespace dcadmin::base {

/// None: English.
using Speech = std::atomic<const Catalogue*>;

/// What this library or module speaks with.
[[nodiscard]] Speech& speech();

/// The name under which a module is given it.
constexpr auto share_speech_entry = "dcadmin_share_speech";
using ShareSpeech = void (*)(Speech*);

}  // namespace dcadmin::base
