// SPDX-License-Identifier: Apache-2.0
// What a check of an installation asks of the library: whether its modules can be loaded, whether a
// store looks whole at a glance, whether the mail relay answers, until when authorities of cards
// are valid. Nothing here changes anything, and nothing takes long.
#pragma once

#include <dcadmin/base/clock.h>
#include <dcadmin/export.h>
#include <dcadmin/outbox.h>
#include <dcadmin/store.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dcadmin::health {

/// A part of the library that is a file of its own; `problem` is empty when it can be loaded.
struct Module {
    std::string name;
    std::string what_for;
    std::string problem = {};
    std::string remedy = {};
};

/// Tries to load each.
[[nodiscard]] DCADMIN_API std::vector<Module> modules();

struct StoreState {
    std::optional<Timestamp> newest_change;  // by the log
    bool looked_through = false;             // whether the pages were read
    std::vector<std::string> damage;
};

/// Reads the pages of a file of at most so many bytes; indexes and rules are Store::check's to see.
/// A server looks after its own.
[[nodiscard]] DCADMIN_API StoreState look_at(const Store& store, std::uint64_t most_bytes);

/// Goes as far as signing in to the relay, and sends nothing. Empty when all went well.
[[nodiscard]] DCADMIN_API std::string relay_problem(const MailRelay& relay);

struct Authority {
    std::string name;
    Timestamp until;
};

/// The certificates of a PEM file. Throws failed when it has none, or cannot be read.
[[nodiscard]] DCADMIN_API std::vector<Authority> authorities_in(const std::string& file);

}  // namespace dcadmin::health
