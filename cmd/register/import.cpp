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
    std::optional<cli::FilePath> functions;
};

std::string name_in_folder(const cli::FilePath& file) {
    return std::filesystem::path(file.text).filename().string();
}

Written<RegisterImport> import(cli::Context& context, const Options& options,
                               const ImportOptions& how) {
    Registers registers(context.env());
    if (options.kbo) return registers.import_kbo(context.tables_in(*options.kbo), how);
    if (options.persons) {
        return registers.import_persons(name_in_folder(*options.persons),
                                        context.table(*options.persons), how);
    }
    return registers.import_functions(name_in_folder(*options.functions),
                                      context.table(*options.functions), how);
}

cli::Exit run(cli::Context& context, const Options& options) {
    const int given =
        (options.kbo ? 1 : 0) + (options.persons ? 1 : 0) + (options.functions ? 1 : 0);
    if (given != 1) {
        throw Error(Kind::usage, "one of --kbo, --persons and --functions is needed",
                    "see: dcadmin register import --help");
    }
    const auto written = context.long_import(
        [&](const ImportOptions& how) { return import(context, options, how); });
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
            "F or V), language (taal) and deceased_on (overleden_op).\n\n"
            "--functions reads who has which function in which enterprise, and replaces the file "
            "before. Its columns are enterprise (ondernemingsnummer), person (rijksregisternummer, "
            "insz), function (functie), from (begindatum), and where known until (einddatum) and "
            "represents (vertegenwoordigt: yes or no; unless said, yes for zaakvoerder, "
            "bestuurder, gedelegeerd bestuurder and the like).",
        .needs = cli::Needs::write,
        .runs = cli::Runs::here,
        .options = {cli::option("kbo", &Options::kbo, "the folder with the files of an extract")
                        .value("FOLDER")
                        .completes(cli::Complete::folder),
                    cli::option("persons", &Options::persons, "a CSV file of persons"),
                    cli::option("functions", &Options::functions,
                                "a CSV file of functions in enterprises")},
        .examples = {{"dcadmin register import --kbo KboOpenData_0140_2026_11_Full",
                      "enterprises and establishments"},
                     {"dcadmin register import --persons persons.csv", "persons"}},
        .fields = views::import_view().texts(),
        .run = run,
    });
}

}  // namespace dcadmin::commands
