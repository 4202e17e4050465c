// SPDX-License-Identifier: Apache-2.0
// The readers of files: the text as a CSV file and as JSON lines, each read twice. Every row has a
// problem or as many cells as there are columns, valid UTF-8 throughout, and the second reading
// gives what the first gave.
#include "cli/csv_reader.h"
#include "cli/json_reader.h"

#include <dcadmin/base/text.h>

#include "expect.h"

#include <unistd.h>

#include <array>
#include <string>

using dcadmin::cli::InputFile;
using dcadmin::cli::RawRow;
using dcadmin::fuzz::expect;
using dcadmin::fuzz::refused_or;

namespace {

/// The text in a file without a name, reached as the program reaches a file.
class Unnamed {
   public:
    explicit Unnamed(std::string_view text) : descriptor_(dcadmin::cli::private_file("/tmp")) {
        expect(::write(descriptor_, text.data(), text.size()) == static_cast<ssize_t>(text.size()));
    }
    ~Unnamed() { ::close(descriptor_); }
    Unnamed(const Unnamed&) = delete;
    Unnamed& operator=(const Unnamed&) = delete;
    [[nodiscard]] std::string path() const {
        return "/proc/self/fd/" + std::to_string(descriptor_);
    }

   private:
    int descriptor_;
};

template <class Reader>
std::string read_all(Reader& reader) {
    std::string seen;
    RawRow row;
    std::uint64_t line = 0;
    while (reader.next(row)) {
        expect(row.line > line);
        line = row.line;
        if (row.problem) {
            expect(!row.problem->message().empty());
            continue;
        }
        expect(row.cells.size() <= reader.columns().size());
        for (const std::string_view cell : row.cells) {
            expect(!dcadmin::text::first_invalid(cell));
            seen.append(cell).push_back('\n');
        }
    }
    return seen;
}

template <class Reader>
void read_twice(const std::string& path) {
    InputFile file(path, 0, "/tmp");
    Reader reader(file);
    const std::string first = read_all(reader);
    reader.rewind();
    expect(read_all(reader) == first);
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const Unnamed text(dcadmin::fuzz::as_text(bytes, size));
    refused_or([&] { read_twice<dcadmin::cli::CsvReader>(text.path()); });
    refused_or([&] { read_twice<dcadmin::cli::JsonReader>(text.path()); });
    return 0;
}
