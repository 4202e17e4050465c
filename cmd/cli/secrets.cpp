// SPDX-License-Identifier: Apache-2.0
// Secrets that a command takes or makes: asked on the terminal without being shown, read from a
// file or from standard input, written to a file of mode 0600. None is ever an option's value.
#include "cli/context.h"
#include "cli/file_state.h"
#include "cli/new_file.h"
#include "cli/session_file.h"
#include "cli/store_password.h"
#include "cli/typed_line.h"

#include <dcadmin/base/say.h>
#include <dcadmin/error.h>
#include <dcadmin/sign_in.h>

#include <fmt/format.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

namespace dcadmin::cli {
namespace {

// What is typed is not shown while this lives.
class NoEcho {
   public:
    explicit NoEcho(int terminal) : terminal_(terminal) {
        if (tcgetattr(terminal_, &before_) != 0) return;
        known_ = true;
        termios silent = before_;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(terminal_, TCSAFLUSH, &silent);
    }
    ~NoEcho() {
        if (known_) tcsetattr(terminal_, TCSAFLUSH, &before_);
    }
    NoEcho(const NoEcho&) = delete;
    NoEcho& operator=(const NoEcho&) = delete;

   private:
    int terminal_;
    bool known_ = false;
    termios before_{};
};

}  // namespace

std::string Context::secret(std::string_view what, std::string_view option,
                            const std::optional<FilePath>& file) {
    if (file && file->text == "-") return read_typed_line(streams_.in);
    if (file) return secret_from_file(whole_name(file->text), what);
    if (globals_.no_input || !streams_.in_terminal || !streams_.err_terminal) {
        throw Error(Kind::usage, say("the {} is asked on a terminal, and there is none", what),
                    say("name a file that holds it: --{} FILE (or - for standard input)", option),
                    std::string(option));
    }
    streams_.settle();
    streams_.err.write(fmt::format("{}: ", what));
    streams_.err.flush();
    std::string typed;
    {
        const NoEcho quiet(streams_.in);
        typed = read_typed_line(streams_.in);
    }
    streams_.err.write("\n");
    streams_.err.flush();
    return typed;
}

void Context::write_secret(const FilePath& file, std::string_view secret) {
    NewFile made(file.text, NewFile::Replace::no);
    made.write(fmt::format("{}\n", secret));
    made.finish();
}

void Context::write_secret_of(const FilePath& file, const std::function<std::string()>& make) {
    NewFile made(file.text, NewFile::Replace::no);
    made.write(fmt::format("{}\n", make()));
    made.finish();
}

void Context::write_secret_while(const FilePath& file, std::string_view secret,
                                 const std::function<void()>& use) {
    write_secret(file, secret);
    try {
        use();
    } catch (...) {
        unlink(file.text.c_str());
        throw;
    }
}

void Context::write_document(const FilePath& file, std::string_view text) {
    if (file.text == "-") return streams_.out.write(text);
    NewFile made(file.text, NewFile::Replace::yes);
    made.write(text);
    made.finish();
}

void Context::write_page(const FilePath& file, bool replace,
                         const std::function<void(output::Writer&)>& fill) {
    if (file.text == "-") return fill(streams_.out);
    NewFile made(file.text, replace ? NewFile::Replace::yes : NewFile::Replace::no);
    fill(made.writer());
    made.finish();
}

void Context::show(std::string_view text) {
    streams_.out.flush();
    streams_.err.write(text);
    streams_.err.flush();
}

SealKey Context::seal_key(bool make) {
    const std::string path = settings().seal_file();
    struct stat there {};
    if (stat(path.c_str(), &there) == 0)
        return SealKey::parse(secret_from_file(path, say("seal key")));
    if (!make) {
        throw Error(Kind::failed, say("the seal key '{}' is not there", path),
                    "put it there again from where it was made: seeds of codes cannot be read "
                    "without it");
    }
    make_own_folder(std::filesystem::path(path).parent_path().string());
    const SealKey made = SealKey::random();
    write_secret({path}, made.text());
    note(
        say("the key that secrets of the store are sealed with was made: {}; keep a copy "
            "where the store is not",
            path));
    return made;
}

std::string Context::token() {
    return token_of(settings(), environment_);
}

void Context::keep_session(std::string_view token) {
    SessionFile(environment_, settings().store()).keep(token);
}

void Context::forget_session() {
    SessionFile(environment_, settings().store()).forget();
}

}  // namespace dcadmin::cli
