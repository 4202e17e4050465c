// SPDX-License-Identifier: Apache-2.0
#include "views/register_view.h"

#include "views/cells.h"

#include <fmt/format.h>

namespace dcadmin::views {

using output::Shown;
using output::Value;

namespace {

Value extract_of(const RegisterImport& import) {
    if (import.extract_number == 0) return std::monostate{};
    return import.extract_number;
}

Value files_of(const RegisterImport& import) {
    std::vector<std::string> lines;
    for (const ImportedFile& file : import.files) {
        lines.push_back(file.rows == 0 ? file.name : fmt::format("{} {}", file.name, file.rows));
    }
    return lines;
}

Value number_of(const RegisterEntry& entry) {
    if (const auto* person = std::get_if<NationalNumber>(&entry.number)) return *person;
    if (const auto* site = std::get_if<SiteNumber>(&entry.number)) return *site;
    return std::get<EnterpriseNumber>(entry.number);
}

Value list(const std::vector<std::string>& texts) {
    if (texts.empty()) return std::monostate{};
    return texts;
}

template <class Read>
Value of_last(const RegisterStatus& status, Read read) {
    if (!status.last) return std::monostate{};
    return read(*status.last);
}

}  // namespace

output::View<RegisterImport> import_view() {
    return {.names = {"import", "imports"},
            .fields = {
                {{"register", "which register: kbo, persons or functions"},
                 [](const RegisterImport& x) -> Value { return name_of(x.kind); }},
                {{"type", "full, or an update of what was there"},
                 [](const RegisterImport& x) -> Value { return cell(x.extract_type); }},
                {{"extract", "number of the extract"},
                 [](const RegisterImport& x) -> Value { return extract_of(x); }},
                {{"snapshot", "the day it tells of"},
                 [](const RegisterImport& x) -> Value { return output::maybe(x.snapshot_date); }},
                {{"imported_at", "when it was imported"},
                 [](const RegisterImport& x) -> Value { return x.imported_at; }},
                {{"files", "its files, with how many rows each has"},
                 [](const RegisterImport& x) -> Value { return files_of(x); }},
            }};
}

output::View<RegisterStatus> register_status_view() {
    return {.names = {"register", "registers"},
            .fields = {
                {{"register", "kbo, persons or functions"},
                 [](const RegisterStatus& x) -> Value { return name_of(x.kind); }},
                {{"imported_at", "when it was imported last; absent: never"},
                 [](const RegisterStatus& x) -> Value {
                     return of_last(x,
                                    [](const RegisterImport& i) -> Value { return i.imported_at; });
                 }},
                {{"type", "full or update"},
                 [](const RegisterStatus& x) -> Value {
                     return of_last(
                         x, [](const RegisterImport& i) -> Value { return cell(i.extract_type); });
                 }},
                {{"extract", "number of the extract"},
                 [](const RegisterStatus& x) -> Value { return of_last(x, extract_of); }},
                {{"snapshot", "the day it tells of"},
                 [](const RegisterStatus& x) -> Value {
                     return of_last(
                         x, [](const RegisterImport& i) { return output::maybe(i.snapshot_date); });
                 }},
                {{"entries", "what it holds"},
                 [](const RegisterStatus& x) -> Value { return list(x.counts); }},
            }};
}

output::View<RegisterEntry> register_entry_view() {
    return {.names = {"entry", "entries"},
            .fields = {
                {{"number",
                  "of the enterprise, the establishment or the person (masked without --reveal)"},
                 [](const RegisterEntry& x) -> Value { return number_of(x); }},
                {{"name", "its name, in the language that is set or the next best"},
                 [](const RegisterEntry& x) -> Value { return cell(x.name); }},
                {{"names", "all names, each with its kind and language"},
                 [](const RegisterEntry& x) -> Value { return list(x.names); }},
                {{"enterprise", "whose establishment it is"},
                 [](const RegisterEntry& x) -> Value { return output::maybe(x.enterprise); }},
                {{"status", "active or stopped"},
                 [](const RegisterEntry& x) -> Value { return cell(x.status); }},
                {{"situation", "juridical situation (rechtstoestand)"},
                 [](const RegisterEntry& x) -> Value { return cell(x.situation); }},
                {{"type", "natural or legal person"},
                 [](const RegisterEntry& x) -> Value { return cell(x.type); }},
                {{"form", "juridical form (rechtsvorm)"},
                 [](const RegisterEntry& x) -> Value { return cell(x.form); }},
                {{"start_date", "when it began"},
                 [](const RegisterEntry& x) -> Value { return output::maybe(x.start_date); }},
                {{"addresses", "addresses"},
                 [](const RegisterEntry& x) -> Value { return list(x.addresses); }},
                {{"activities", "activities (NACE)"},
                 [](const RegisterEntry& x) -> Value { return list(x.activities); }},
                {{"contacts", "telephone, e-mail and web addresses"},
                 [](const RegisterEntry& x) -> Value { return list(x.contacts); }},
                {{"establishments", "establishment numbers"},
                 [](const RegisterEntry& x) -> Value { return list(x.establishments); }},
                {{"branches", "numbers of branches"},
                 [](const RegisterEntry& x) -> Value { return list(x.branches); }},
                {{"first_name", "of a person, as what follows"},
                 [](const RegisterEntry& x) -> Value { return cell(x.first_name); }},
                {{"last_name", "last name"},
                 [](const RegisterEntry& x) -> Value { return cell(x.last_name); }},
                {{"birth_date", "day of birth"},
                 [](const RegisterEntry& x) -> Value { return output::maybe(x.birth_date); }},
                {{"sex", "M or F"}, [](const RegisterEntry& x) -> Value { return cell(x.sex); }},
                {{"language", "language"},
                 [](const RegisterEntry& x) -> Value { return cell(x.language); }},
                {{"deceased_on", "day of death"},
                 [](const RegisterEntry& x) -> Value { return output::maybe(x.deceased_on); }},
            }};
}

output::View<RegisterHit> register_hit_view() {
    return {.names = {"hit", "hits"},
            .fields = {
                {{"number", "enterprise number"},
                 [](const RegisterHit& x) -> Value { return x.number; }},
                {{"name", "the name that was found"},
                 [](const RegisterHit& x) -> Value { return cell(x.name); }},
                {{"kind", "what that name is"},
                 [](const RegisterHit& x) -> Value { return cell(x.kind); }},
                {{"language", "of the name, where it is known", Shown::detail},
                 [](const RegisterHit& x) -> Value { return cell(x.language); }},
                {{"status", "AC: active"},
                 [](const RegisterHit& x) -> Value { return cell(x.status); }},
                {{"municipality", "where its seat is"},
                 [](const RegisterHit& x) -> Value { return cell(x.municipality); }},
            }};
}

output::View<Consultation> consultation_view() {
    return {
        .names = {"consultation", "consultations"},
        .fields = {
            {{"at", "when"}, [](const Consultation& x) -> Value { return x.at; }},
            {{"user", "who looked"}, [](const Consultation& x) -> Value { return cell(x.user); }},
            {{"claimed", "for whom he said to act"},
             [](const Consultation& x) -> Value {
                 return x.claimed ? Value(x.claimed->text()) : Value();
             }},
            {{"purpose", "by which command"},
             [](const Consultation& x) -> Value { return cell(x.purpose); }},
            {{"source", "where the answer came from: file, cache or https"},
             [](const Consultation& x) -> Value { return cell(x.source); }},
            {{"answer", "found, unknown or failed"},
             [](const Consultation& x) -> Value { return cell(x.answer); }},
        }};
}

}  // namespace dcadmin::views
