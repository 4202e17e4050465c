// SPDX-License-Identifier: Apache-2.0
// All that a running command may touch: its output, its talk, the settings, and the store that its
// row says it needs, opened when it is first asked for. A command reaches nothing around it.
#pragma once

#include "cli/command.h"
#include "cli/settings.h"
#include "cli/streams.h"
#include "output/out.h"

#include <dcadmin/env.h>
#include <dcadmin/registers.h>
#include <dcadmin/sign_in.h>

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dcadmin::cli {

/// The clock of this run: the real one, or in builds for testing what DCADMIN_NOW says.
[[nodiscard]] std::unique_ptr<Clock> clock_of(const Environment& environment);

/// What `dcadmin help` says about these words: a topic, a noun, a noun and a verb, or all of it.
[[nodiscard]] std::string explanation(std::span<const std::string> words);
[[nodiscard]] Words topic_names();

class Context {
   public:
    /// `words` is the whole line, to be told again when there is something left to do.
    Context(const Command& command, const Globals& globals, const Clock& clock, Streams& streams,
            const Environment& environment, std::span<const std::string> words);

    [[nodiscard]] output::Out& out();
    /// The store, the clock and who acts: the session of this user, if there is one. Throws when
    /// the store cannot be opened, sign_in when the session has ended.
    [[nodiscard]] const Env& env();
    /// The same for whoever is only about to sign in.
    [[nodiscard]] const Env& env_of_nobody();
    /// This run repeats an earlier one by itself: that does not keep a session going.
    void look_again() { looks_again_ = true; }
    [[nodiscard]] const Settings& settings();
    [[nodiscard]] const Clock& clock() const { return clock_; }
    [[nodiscard]] ParseContext parse_context(std::string_view what) const {
        return {clock_.today(), what};
    }
    /// The day that --at names, when it is given.
    [[nodiscard]] std::optional<Date> at() const { return globals_.at; }
    [[nodiscard]] const Command& command() const { return command_; }
    [[nodiscard]] const Globals& globals() const { return globals_; }
    [[nodiscard]] std::span<const std::string> words() const { return words_; }
    [[nodiscard]] Streams& streams() const { return streams_; }
    [[nodiscard]] const Environment& environment() const { return environment_; }

    /// Talk for people, on stderr; nothing with --quiet.
    void note(std::string_view text);
    /// As note, but also with --quiet: something that is wrong.
    void warn(std::string_view text);
    /// As note, but only with --verbose.
    void detail(std::string_view text);
    /// Asks on the terminal; true without asking where --yes, --no-input or no terminal say so.
    [[nodiscard]] bool confirmed(std::string_view question);
    [[nodiscard]] bool may_ask() const;
    /// Shows the text and reads one line from the terminal, for what must be typed out; nothing
    /// where nobody may be asked.
    [[nodiscard]] std::optional<std::string> typed(std::string_view question);

    /// Shows what a write made, or what was there already, with its remark.
    template <class T>
    void written(const output::View<T>& view, const Written<T>& result) {
        out().item(view, result.item);
        remark(result.changed, result.remark);
    }
    template <class T>
    void written(const output::View<T>& view, const Written<std::vector<T>>& result) {
        auto list = out().list(view);
        for (const auto& item : result.item) list(item);
        list.end();
        remark(result.changed, result.remark);
    }
    void remark(bool changed, std::string_view remark);

    /// A secret: from the file ('-' is standard input), else asked on the terminal unseen. Throws
    /// usage, naming the option for the file, where nobody can be asked.
    [[nodiscard]] std::string secret(std::string_view what, std::string_view option,
                                     const std::optional<FilePath>& file);
    /// Writes it to a new file of mode 0600. Refused with conflict when there is one.
    void write_secret(const FilePath& file, std::string_view secret);
    /// The same for a secret that comes of a change: the file is begun before `make` is called, so
    /// that a place that cannot be written loses nothing.
    void write_secret_of(const FilePath& file, const std::function<std::string()>& make);
    /// The same for a secret that somebody takes from the file while `use` runs: when that fails,
    /// the secret is good for nothing, and the file goes.
    void write_secret_while(const FilePath& file, std::string_view secret,
                            const std::function<void()>& use);
    /// Writes a page or other document that appears when it is whole, mode 0600; one that is there
    /// is replaced. "-" is standard output.
    void write_document(const FilePath& file, std::string_view text);
    /// The same for one that is written bit by bit; '-' is the result's own place. conflict where
    /// a file is there and is not to be replaced.
    void write_page(const FilePath& file, bool replace,
                    const std::function<void(output::Writer&)>& fill);
    /// Shows a text of several lines to the person at the terminal, on stderr.
    void show(std::string_view text);
    /// What secrets of the store are sealed with; made when it is not there and may be.
    [[nodiscard]] SealKey seal_key(bool make);
    /// The token that this user acts with: of the file that a setting or systemd names, else of his
    /// session on this store; empty when there is none.
    [[nodiscard]] std::string token();
    void keep_session(std::string_view token);
    void forget_session();

    /// Keeps a setting in the profile in use, else in the configuration.
    void keep_setting(std::string_view key, std::string_view value);
    /// Makes the folder of the usual database, mode 0700; other folders are the user's own affair.
    void make_store_folder();
    /// Gives each line of a file, without its end.
    void each_line(const FilePath& file, const std::function<void(std::string_view)>& take);
    /// The cells of these columns of a small CSV file, row by row.
    [[nodiscard]] std::vector<std::vector<std::string>> table_of(const FilePath& file,
                                                                 const Words& columns);
    /// What a file that a command writes is for: the next command, or somebody's spreadsheet.
    enum class ReadBy { command, spreadsheet };
    /// Writes a CSV file, mode 0600, that appears when it is whole. A file of that name is refused
    /// with conflict; unless it is for a command and has the same columns: an earlier one of these.
    template <class T>
    void write_table(const FilePath& file, ReadBy reader, const output::View<T>& view,
                     const std::function<void(output::Out::List<T>&)>& fill) {
        write_file(file, reader, [&](output::Out& out, bool rows) {
            auto list = out.list(view);
            if (rows) fill(list);
            list.end();
        });
    }
    /// Says which command to run next, on the same store: "dcadmin grant add --file …".
    void suggest(std::string_view why, const std::vector<std::string>& words);

    /// A CSV file as the library reads registers; the files of a folder by their names.
    [[nodiscard]] OpenTable table(const FilePath& file);
    [[nodiscard]] OpenTable tables_in(const FilePath& folder);
    /// Runs an import that may last: it tells how far it is, and a signal stops it.
    [[nodiscard]] Written<RegisterImport> long_import(
        const std::function<Written<RegisterImport>(const ImportOptions&)>& import);

   private:
    void open_env(std::string token);
    void write_file(const FilePath& file, ReadBy reader,
                    const std::function<void(output::Out&, bool rows)>& fill);

    const Command& command_;
    const Globals& globals_;
    const Clock& clock_;
    Streams& streams_;
    const Environment& environment_;
    std::span<const std::string> words_;
    std::optional<Settings> settings_;
    std::optional<output::Out> out_;
    std::optional<Store> store_;
    std::unique_ptr<PersonRegister> person_register_;
    std::optional<Env> env_;
    bool looks_again_ = false;
};

}  // namespace dcadmin::cli
