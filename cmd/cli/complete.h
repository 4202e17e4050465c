// SPDX-License-Identifier: Apache-2.0
// What the shell offers next. The stubs for bash, zsh and fish only pass the words on; everything
// they know is here, read from the table of commands and, for values, from the store.
#pragma once

#include "cli/streams.h"
#include "output/writer.h"

#include <span>
#include <string>

namespace dcadmin::cli {

/// `args` are SHELL INDEX WORD…: the words of the line, the first the program's name, and the place
/// of the one to complete, counted from 0. Writes a candidate per line, for zsh and fish with a TAB
/// and a description; the line ":files" asks the shell for file names. Silent about any failure: a
/// shell that waits for words has no use for messages.
void complete(std::span<const std::string> args, output::Writer& out,
              const Environment& environment);

}  // namespace dcadmin::cli
