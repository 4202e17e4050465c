// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "register/commands.h"
#include "views/register_view.h"

#include <dcadmin/error.h>
#include <dcadmin/registers.h>

#include <filesystem>

namespace dcadmin::commands {
namespace {

struct Options {
    std::optional<cli::FilePath> kbo;
    std::optional<cli::FilePath> persons;
};

cli::Exit run(cli::Context& context, const Options& options) {
    if (options.kbo.has_value() == options.persons.has_value()) {
        throw Error(Kind::usage, "one of --kbo and --persons is needed",
                    "see: dcadmin register import --help");
    }
    Registers registers(context.env());
    const auto open =
        options.kbo ? context.tables_in(*options.kbo) : context.table(*options.persons);
    const auto written = context.long_import([&](const ImportOptions& how) {
        if (options.kbo) return registers.import_kbo(open, how);
        return registers.import_persons(
            std::filesystem::path(options.persons->text).filename().string(), open, how);
    });
    context.written(views::import_view(), written);
    return cli::Exit::ok;
}

}  // namespace

cli::Command register_import() {
    return cli::command<Options>({
        .summary = "import a register from files (register inladen)",
        .details =
            "All of it or, when anything is wrong, nothing; what is wrong is named with its file, "
            "line and column. The very files that were imported last change nothing. The import is "
            "one entry of the log, with the SHA-256 of each file.\n\n"
            "--kbo reads the files of the KBO/BCE open data. A full extract (meta, code, "
            "enterprise, establishment, branch, denomination, address, activity and contact, each "
            ".csv) replaces what was there. An update (each but meta and code in two files, "
            "_delete.csv and _insert.csv) must follow the extract that is there.\n\n"
            "--persons reads a file that stands in for the National Register, and replaces the one "
            "before. Its columns are number (rijksregisternummer, insz), last_name (naam), "
            "first_name (voornaam), and where known birth_date (geboortedatum), sex (geslacht: M, "
            "F or V), language (taal) and deceased_on (overleden_op).",
        .needs = cli::Needs::write,
        .runs = cli::Runs::here,
        .options = {cli::option("kbo", &Options::kbo, "the folder with the files of an extract")
                        .value("FOLDER")
                        .completes(cli::Complete::folder),
                    cli::option("persons", &Options::persons, "a CSV file of persons")},
        .examples = {{"dcadmin register import --kbo KboOpenData_0140_2026_11_Full",
                      "enterprises and establishments"},
                     {"dcadmin register import --persons persons.csv", "persons"}},
        .fields = views::import_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
