// SPDX-License-Identifier: Apache-2.0
// The headers of a mail (RFC 5322), in ASCII whatever stands in names and subjects (RFC 2047). No
// name can begin a header of its own: control characters never get through.
#pragma once

#include <dcadmin/base/clock.h>

#include "outbox/letter.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::outbox {

/// "Toegangsbeheer <toegang@example.be>".
struct Mailbox {
    std::string name;
    std::string address;
    [[nodiscard]] std::string domain() const;
};
/// None when there is no address in it that can stand in an envelope.
[[nodiscard]] std::optional<Mailbox> mailbox_of(std::string_view text);

/// Text of a header, as it is when it is short ASCII, otherwise in encoded words of at most 75
/// characters, folded.
[[nodiscard]] std::string encoded(std::string_view text);

/// Who writes to whom, when, under which id.
struct Envelope {
    Mailbox from;
    std::optional<Mailbox> reply_to;
    Mailbox to;
    Timestamp at = Timestamp::from_seconds(0);
    std::string message_id;  // "n-12.STORE@example.be"
};

[[nodiscard]] std::vector<std::string> headers_of(const Envelope& envelope, const Letter& letter);

}  // namespace dcadmin::outbox
