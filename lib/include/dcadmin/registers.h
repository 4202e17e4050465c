// SPDX-License-Identifier: Apache-2.0
// What registers outside say: enterprises and establishments as the KBO/BCE open data have them,
// persons as the National Register has them, and who represents which enterprise. They are imported
// from files that the caller opens, or asked over HTTPS; what they say is not this store's own
// record, so an import is one entry of the log with the hashes of its files. Looking at a person
// leaves a trace of its own, found or not: who looked, when and why.
#pragma once

#include <dcadmin/base/date.h>
#include <dcadmin/base/enterprise_number.h>
#include <dcadmin/base/ids.h>
#include <dcadmin/base/national_number.h>
#include <dcadmin/base/site_number.h>
#include <dcadmin/base/vocabulary.h>
#include <dcadmin/bulk.h>
#include <dcadmin/env.h>

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace dcadmin {

/// A row of a file as text; the texts hold until the next row.
struct TableRow {
    std::uint64_t line = 0;
    std::vector<std::string_view> cells;
    std::optional<Error> problem;  // why it cannot be read as a row
};

/// A file with a header, read once from its beginning to its end, perhaps by another thread than
/// the one that opened it, never by two at once.
class DCADMIN_API TableFile {
   public:
    virtual ~TableFile() = default;
    [[nodiscard]] virtual const std::vector<std::string>& columns() const = 0;
    /// False at the end. Throws usage where the structure of the file is broken.
    [[nodiscard]] virtual bool next(TableRow& row) = 0;
    /// Reads on to the end, if it must, and answers the SHA-256 of all bytes in hexadecimal.
    [[nodiscard]] virtual std::string digest() = 0;
};
/// Opens a file of that name from its beginning; none when there is none.
using OpenTable = std::function<std::unique_ptr<TableFile>(const std::string& name)>;

/// SHA-256 of what comes in pieces.
class DCADMIN_API FileDigest {
   public:
    FileDigest();
    ~FileDigest();
    FileDigest(const FileDigest&) = delete;
    FileDigest& operator=(const FileDigest&) = delete;
    void take(std::string_view bytes);
    /// In hexadecimal; to be asked once, after the last piece.
    [[nodiscard]] std::string text();

   private:
    struct State;
    std::unique_ptr<State> state_;
};

struct ImportOptions {
    std::function<void(const bulk::Progress&)> progress = {};
    const std::atomic<int>* stop = nullptr;  // set to a signal number to stop: nothing is changed
};

enum class RegisterKind { kbo, persons, functions };
/// "kbo", "persons", "functions".
[[nodiscard]] DCADMIN_API std::string_view name_of(RegisterKind kind);

struct ImportedFile {
    std::string name;
    std::string sha256;
    std::uint64_t rows = 0;
};
struct RegisterImport {
    RegisterKind kind = RegisterKind::kbo;
    std::string extract_type;         // "full", "update"
    std::int64_t extract_number = 0;  // 0 where there is none
    std::optional<Date> snapshot_date;
    Timestamp imported_at = Timestamp::from_seconds(0);
    std::vector<ImportedFile> files;
};

/// What is there of one register.
struct RegisterStatus {
    RegisterKind kind = RegisterKind::kbo;
    std::optional<RegisterImport> last;  // without its files
    std::vector<std::string> counts;     // "2000000 enterprises"
};

struct RegisterFilter {
    std::string text = {};  // the beginning of a name, in any case or accent
    bool anywhere = false;  // or words that stand anywhere in a name; reads all names
    Page page = {};         // sort: name
};
/// A name of an enterprise.
struct RegisterHit {
    EnterpriseNumber number;
    std::string name;
    std::string kind;      // what the name is: "maatschappelijke naam"
    std::string language;  // of the name; empty when unknown
    std::string status;    // "AC"
    std::string municipality;
};

/// All that the registers say of one number. What does not apply is empty.
struct RegisterEntry {
    std::variant<EnterpriseNumber, SiteNumber, NationalNumber> number;
    std::string name = {};
    std::vector<std::string> names = {};  // all, each with its language and kind
    std::string status = {};
    std::string situation = {};
    std::string type = {};
    std::string form = {};
    std::optional<Date> start_date = {};
    std::vector<std::string> addresses = {};
    std::vector<std::string> activities = {};
    std::vector<std::string> contacts = {};
    std::optional<EnterpriseNumber> enterprise = {};  // of an establishment
    std::vector<std::string> establishments = {};     // of an enterprise
    std::vector<std::string> branches = {};
    std::string first_name = {};  // of a person, as what follows
    std::string last_name = {};
    std::optional<Date> birth_date = {};
    std::string sex = {};
    std::string language = {};
    std::optional<Date> deceased_on = {};
};

/// One look at a person.
struct Consultation {
    Timestamp at = Timestamp::from_seconds(0);
    std::string user;
    std::optional<PersonId> claimed;  // whom the user said to act for
    std::string purpose;              // the command
    std::string source;               // "file", "cache", "https"
    std::string answer;               // "found", "unknown", "failed"
};
struct ConsultationFilter {
    PersonRef person;
    Page page = {};  // sort: at
};

/// What a register of persons knows of one.
struct RegisterPerson {
    NationalNumber number;
    std::string first_name = {};
    std::string last_name = {};
    std::optional<Date> birth_date = {};
    std::optional<Sex> sex = {};
    std::optional<Language> language = {};
    std::optional<Date> deceased_on = {};
};

/// A register of persons that is asked one by one.
class DCADMIN_API PersonRegister {
   public:
    virtual ~PersonRegister() = default;
    /// None when it does not know the person. Throws busy when it cannot be reached, failed when
    /// it answers something else.
    [[nodiscard]] virtual std::optional<RegisterPerson> find(NationalNumber number, Date today) = 0;
    /// For how many seconds an answer may be kept.
    [[nodiscard]] virtual std::int64_t keep_seconds() const = 0;
};

/// How the register behind an address is reached.
struct PersonRegisterAddress {
    std::string url;           // https://…; http:// only on this machine
    std::string token = {};    // sent as a bearer token
    std::string ca_file = {};  // of the authority that signed its certificate
    std::int64_t keep_seconds = 86'400;
    int connect_ms = 5'000;
    int total_ms = 15'000;
    int tries = 3;
    int first_wait_ms = 300;  // before the second try; longer before each other
};
/// A register that takes POST {"number": "…"} and answers JSON. Nothing is sent yet. Refused with
/// usage: an address that is neither https nor on this machine, or that holds a password or query.
[[nodiscard]] DCADMIN_API std::unique_ptr<PersonRegister> open_person_register(
    const PersonRegisterAddress& address);

class DCADMIN_API Registers {
   public:
    explicit Registers(const Env& env) : env_(env) {}

    /// A full extract replaces what was there, an update must follow it (conflict otherwise). All
    /// or nothing; usage names file, line and column of what is wrong. Unchanged for the very files
    /// that were imported last. Recorded in the system chain.
    Written<RegisterImport> import_kbo(const OpenTable& open, const ImportOptions& options = {});
    /// Replaces all persons, or all functions, by those of the file `name`; refused as above.
    Written<RegisterImport> import_persons(const std::string& name, const OpenTable& open,
                                           const ImportOptions& options = {});
    Written<RegisterImport> import_functions(const std::string& name, const OpenTable& open,
                                             const ImportOptions& options = {});
    [[nodiscard]] std::vector<RegisterStatus> status();
    /// usage for what is no number of an enterprise, an establishment or a person, not_found for
    /// one that no register knows. Looking at a person is logged, whatever comes of it.
    [[nodiscard]] RegisterEntry show(std::string_view number);
    std::uint64_t search(const RegisterFilter& filter, const Each<RegisterHit>& each);
    /// Who looked at this person.
    std::uint64_t consultations(const ConsultationFilter& filter, const Each<Consultation>& each);

   private:
    const Env& env_;
};

}  // namespace dcadmin
