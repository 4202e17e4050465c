// SPDX-License-Identifier: Apache-2.0
#include "registers/kbo_import.h"

#include "bulk/spill_sort.h"
#include "registers/imports.h"
#include "registers/kbo_tables.h"

#include <dcadmin/base/say.h>
#include <dcadmin/base/text.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace dcadmin::registers {

namespace {

constexpr std::size_t sort_memory = std::size_t{24} * 1024 * 1024;
constexpr std::size_t folded_in_key = 24;  // and eight for the row: SpillSort::key_size

struct Meta {
    bool update = false;
    std::int64_t number = 0;
    Date snapshot = Date::from_days(0);
};

// The names of enterprises on their way into the order of the alphabet: a table that grows at its
// end alone is filled several times as fast as one that grows everywhere.
class FoldedNames {
   public:
    FoldedNames(store::Db& db, bool empty) : sort_(db.folder(), sort_memory) {
        if (!empty) straight_.emplace(db, folded_table(), false);
    }

    void add(std::int64_t row, std::string_view name) {
        const std::string folded = text::folded(name);
        if (straight_) {
            put(*straight_, folded, row);
            return;
        }
        key_.assign(folded, 0, folded_in_key);
        key_.resize(folded_in_key, '\0');
        bulk::put_key(key_, static_cast<std::uint64_t>(row));
        sort_.add(key_, folded);
    }
    void finish(store::Db& db, const ImportOptions& options) {
        if (straight_) {
            straight_->flush();
            return;
        }
        Filling filling(db, folded_table(), true);
        Pace pace(options, "sorting names");
        std::string_view key;
        std::string_view folded;
        sort_.finish();
        while (sort_.next(key, folded)) {
            pace.row();
            put(filling, folded, static_cast<std::int64_t>(bulk::take_key(key, folded_in_key)));
        }
        filling.flush();
    }

   private:
    static void put(Filling& filling, std::string_view folded, std::int64_t row) {
        const std::array<store::Value, 2> values{folded, row};
        filling.add(values);
    }

    bulk::SpillSort sort_;
    std::optional<Filling> straight_;
    std::string key_;
};

class KboImport {
   public:
    KboImport(store::Tx& tx, const OpenTable& open, const ImportOptions& options)
        : tx_(tx), db_(tx.db()), open_(open), options_(options) {}

    Written<RegisterImport> run();

   private:
    void read_meta();
    void list_files();
    bool is_last();
    void require_fit() const;
    void empty_all();
    void load_codes();
    void load(const KboTable& table);
    void remove(const KboTable& table);
    void insert(const KboTable& table, FoldedNames* folded);
    Reading reading(const std::string& name, std::span<const std::string_view> columns);
    void read(Reading& reading, const std::function<void()>& row);

    store::Tx& tx_;
    store::Db& db_;
    const OpenTable& open_;
    const ImportOptions& options_;
    Meta meta_;
    std::vector<std::string> names_;  // of all files
    std::optional<LastImport> last_;
    RegisterImport import_;
};

Written<RegisterImport> KboImport::run() {
    read_meta();
    list_files();
    last_ = last_import(db_, RegisterKind::kbo);
    if (is_last()) {
        last_->import.files = import_.files;
        return {.changed = false, .item = last_->import, .remark = {}};
    }
    require_fit();
    import_ = {.kind = RegisterKind::kbo,
               .extract_type = meta_.update ? "update" : "full",
               .extract_number = meta_.number,
               .snapshot_date = meta_.snapshot,
               .imported_at = tx_.now(),
               .files = {}};
    if (!meta_.update) empty_all();
    Reading meta = reading("meta.csv", meta_columns());
    read(meta, [] {});
    load_codes();
    for (const KboTable& table : kbo_tables()) load(table);
    finish_import(tx_, import_);
    return {.changed = true, .item = import_, .remark = {}};
}

// A file on the second thread; its columns are exactly these.
Reading KboImport::reading(const std::string& name, std::span<const std::string_view> columns) {
    auto file = open_needed(open_, name);
    require_columns(name, file->columns(), columns);
    return Reading(name, std::move(file));
}

void KboImport::read(Reading& reading, const std::function<void()>& row) {
    Pace pace(options_, reading.name());
    while (reading.next()) {
        pace.row();
        row();
    }
    import_.files.push_back(reading.imported());
}

void KboImport::read_meta() {
    Reading file = reading("meta.csv", meta_columns());
    bool typed = false;
    bool numbered = false;
    bool dated = false;
    while (file.next()) {
        const std::string_view variable = file.cells()[0];
        const std::string_view value = file.cells()[1];
        if (variable == "ExtractType") {
            const auto type = text::ascii_lower(value);
            if (type != "full" && type != "update") file.refuse(1, "neither full nor update");
            meta_.update = type == "update";
            typed = true;
        } else if (variable == "ExtractNumber") {
            const char* end = value.data() + value.size();
            const auto read = std::from_chars(value.data(), end, meta_.number);
            if (read.ptr != end || value.empty() || meta_.number < 1) file.refuse(1, "no number");
            numbered = true;
        } else if (variable == "SnapshotDate") {
            std::array<char, 10> day{};
            if (!write_iso_day(value, day.data())) file.refuse(1, "not a day (DD-MM-YYYY)");
            meta_.snapshot = Date::parse({day.data(), day.size()});
            dated = true;
        }
    }
    if (typed && numbered && dated) return;
    throw Error(Kind::usage, "meta.csv does not say which extract this is",
                "it has the variables SnapshotDate, ExtractType and ExtractNumber", "file");
}

void KboImport::list_files() {
    names_ = {"meta.csv", "code.csv"};
    for (const KboTable& table : kbo_tables()) {
        if (!meta_.update) {
            names_.push_back(fmt::format("{}.csv", table.file));
            continue;
        }
        names_.push_back(fmt::format("{}_delete.csv", table.file));
        names_.push_back(fmt::format("{}_insert.csv", table.file));
    }
    for (const std::string& name : names_) static_cast<void>(open_needed(open_, name));
}

// Whether these very files were imported last. They are read for that alone when they may be.
bool KboImport::is_last() {
    if (!last_ || last_->import.extract_number != meta_.number) return false;
    if ((last_->import.extract_type == "update") != meta_.update) return false;
    std::vector<ImportedFile> files;
    for (const std::string& name : names_) {
        files.push_back({name, open_needed(open_, name)->digest(), 0});
    }
    if (digest_of(files) != last_->digest) return false;
    import_.files = std::move(files);
    return true;
}

void KboImport::require_fit() const {
    if (!meta_.update) return;
    if (!last_) {
        throw Error(Kind::conflict,
                    say("extract {} is an update, and no full extract is here", meta_.number),
                    "import a full extract first", "kbo");
    }
    const std::int64_t there = last_->import.extract_number;
    if (meta_.number == there + 1) return;
    throw Error(Kind::conflict,
                say("extract {} does not follow extract {}, which is here", meta_.number, there),
                meta_.number > there
                    ? say("import the update {} first, or a full extract", there + 1)
                    : say("it is older; import an update that follows, or a full extract"),
                "kbo");
}

void KboImport::empty_all() {
    for (const KboTable& table : kbo_tables()) {
        clear(db_, table.table.name);
        set_count(db_, table.counted, 0);
    }
    clear(db_, folded_table().name);
}

// There are few, and an update brings all of them.
void KboImport::load_codes() {
    Reading file = reading("code.csv", code_columns());
    clear(db_, code_table().name);
    Filling filling(db_, code_table(), true);
    read(file, [&] {
        const auto cells = file.cells();
        const std::string language = text::ascii_lower(cells[2]);
        const std::array<store::Value, 4> values{cells[0], cells[1], std::string_view(language),
                                                 cells[3]};
        filling.add(values);
    });
    filling.flush();
    set_count(db_, "codes", static_cast<std::int64_t>(file.rows()));
}

void KboImport::load(const KboTable& table) {
    if (meta_.update) remove(table);
    if (!has_names(table)) {
        insert(table, nullptr);
        return;
    }
    FoldedNames folded(db_, !meta_.update);
    insert(table, &folded);
    folded.finish(db_, options_);
}

void KboImport::remove(const KboTable& table) {
    Reading file = reading(fmt::format("{}_delete.csv", table.file), table.columns.first(1));
    RowMaker row(file);
    std::int64_t gone = 0;
    read(file, [&] {
        const std::int64_t entity = row.number(0);
        if (has_names(table) && entity_of(entity) == Entity::enterprise) {
            delete_folded_names(db_, entity);
        }
        gone += delete_entity(db_, table.table, table.several, entity);
    });
    change_count(db_, table.counted, -gone);
}

void KboImport::insert(const KboTable& table, FoldedNames* folded) {
    Reading file =
        reading(fmt::format("{}{}.csv", table.file, meta_.update ? "_insert" : ""), table.columns);
    Filling filling(db_, table.table, !meta_.update);
    RowMaker row(file);
    const auto key_of = [&](std::int64_t entity) {
        if (!table.several) return entity;
        const auto key = filling.next_key(entity);
        if (!key) file.refuse(0, "more rows of one entity than can be kept");
        return *key;
    };
    try {
        read(file, [&] {
            row.begin();
            const std::int64_t entity = table.several ? row.number(0) : row.number(0, table.entity);
            const std::int64_t key = key_of(entity);
            table.fill(row, key);
            filling.add(row.values());
            if (folded != nullptr && entity_of(entity) == Entity::enterprise) {
                folded->add(key, row.text(3));
            }
        });
        filling.flush();
    } catch (const Error& error) {
        if (error.kind() != Kind::conflict) throw;
        throw Error(Kind::usage,
                    fmt::format("{}, line {} or before: a number that is there already",
                                file.name(), file.line()),
                    "each entity stands once in such a file", "file");
    }
    change_count(db_, table.counted, static_cast<std::int64_t>(file.rows()));
}

}  // namespace

Written<RegisterImport> import_kbo(store::Tx& tx, const OpenTable& open,
                                   const ImportOptions& options) {
    return KboImport(tx, open, options).run();
}

}  // namespace dcadmin::registers
