// SPDX-License-Identifier: Apache-2.0
// Verifying finds every change by hand, and nothing where there is none.
#include <dcadmin/audit.h>

#include "audit/chain.h"
#include "audit/images.h"
#include "audit/recorder_sql.h"
#include "audit/verify_sql.h"
#include "sample.h"
#include "scratch.h"
#include "store/sqlite_db.h"
#include "tamper.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <set>
#include <utility>

using namespace dcadmin;
using dcadmin::testing::Folder;
using dcadmin::testing::Raw;
using dcadmin::testing::Tamperer;

namespace {

const FixedClock clock_at{dcadmin::testing::test_moment()};

// A sample store on disk, and copies of it to spoil.
class Sample {
   public:
    Sample() {
        Store store = Store::init(folder_.url("sample.db"), clock_at);
        dcadmin::testing::fill_sample(store);
    }
    [[nodiscard]] std::filesystem::path copy() {
        for (const char* tail : {"", "-wal", "-shm"}) {
            std::filesystem::remove(folder_.path(std::string("copy.db") + tail));
        }
        std::filesystem::copy_file(folder_.path("sample.db"), folder_.path("copy.db"));
        return folder_.path("copy.db");
    }
    [[nodiscard]] AuditReport verify(const std::string& name,
                                     const std::vector<ChainHead>& since = {}) {
        Store store = Store::open(folder_.url(name), StoreAccess::read);
        return Audit({store, clock_at, {"tester", {}}, "audit verify"}).verify(since);
    }
    [[nodiscard]] std::vector<ChainHead> checkpoint() {
        Store store = Store::open(folder_.url("sample.db"), StoreAccess::read);
        return Audit({store, clock_at, {"tester", {}}, "audit checkpoint"}).checkpoint();
    }

   private:
    Folder folder_;
};

// Gives a chain that was changed the hashes and the head that fit it now.
void hash_again(const std::filesystem::path& file, std::int64_t chain) {
    std::vector<std::pair<std::int64_t, std::string>> hashes;
    {
        const auto db = store::open_sqlite(file.string(), store::Opening::write);
        audit::Entries entries(*db);
        audit::StoredEntry entry;
        audit::Digest previous{};
        std::string scratch;
        std::string rebuilt;
        while (entries.next(entry)) {
            if (entry.chain_id != chain) continue;
            audit::EntryImage image = entry.image;
            if (entry.adds_grant()) {
                audit::write_image(entry.grant.value().fields, rebuilt);
                image.after = rebuilt;
            }
            const auto operation = audit::read_operation(*db, entry.operation_id);
            previous = audit::digest_of(previous, operation.value(), image, scratch);
            hashes.emplace_back(entry.sequence, audit::text_of(previous));
        }
    }
    Raw raw(file);
    for (const auto& [id, hash] : hashes) {
        raw.must(fmt::format("UPDATE audit_entry SET hash = '{}' WHERE id = {}", hash, id));
    }
    raw.must(fmt::format("UPDATE audit_chain SET length = {}, head = '{}' WHERE id = {}",
                         hashes.size(), hashes.empty() ? "" : hashes.back().second, chain));
}

}  // namespace

TEST_CASE("an untouched store verifies clean, also against its own checkpoint") {
    Sample sample;
    const AuditReport report = sample.verify("sample.db", sample.checkpoint());
    for (const AuditProblem& problem : report.problems) MESSAGE(problem.what);
    CHECK(report.problem_count == 0);
    CHECK(report.problems.empty());
    CHECK(report.chains == 4);
    CHECK(report.entries > 60);
    static_cast<void>(sample.copy());
    CHECK(sample.verify("copy.db").problem_count == 0);
}

TEST_CASE("of six hundred random changes by hand every one is found") {
    Sample sample;
    constexpr unsigned draws = 600;
    std::set<std::string> different;
    for (unsigned seed = 1; seed <= draws; ++seed) {
        const auto file = sample.copy();
        std::string what;
        {
            Raw raw(file);
            what = Tamperer(raw, seed).once();
        }
        different.insert(what);
        const AuditReport report = sample.verify("copy.db");
        INFO("seed " << seed << ": " << what);
        CHECK(report.problem_count > 0);
        CHECK(report.problems.size() == report.problem_count);
    }
    CHECK(different.size() > 300);
}

TEST_CASE("a rule that came with the program is found when it was changed by hand") {
    Sample sample;
    for (
        const std::string sql :
        {"UPDATE audience SET name_nl = 'x' WHERE code = 'EA'",
         "UPDATE category_rule SET max_term = '90y' WHERE audience = 'EA'",
         "DELETE FROM category_rule WHERE audience = 'EA'",
         "UPDATE key_kind SET level = 500 WHERE code = 'password'",
         "UPDATE holiday SET rule = '01-02' WHERE code = (SELECT min(code) FROM holiday)",
         "UPDATE zone_rule SET valid_from = '2030-01-01'",
         "UPDATE domain SET name_nl = 'x' WHERE id = 1",
         "UPDATE zone_term SET length = length + 1 WHERE id = 1",
         "UPDATE tariff SET amount = amount + 1 WHERE id = 1",
         "INSERT INTO tariff (kind, region, basis, amount, valid_from, valid_until, hand_in_until, "
         "source) VALUES ('exchange', 'flanders', 'service', 9999, '2027-01-01', '2027-12-31', '', "
         "'x')"}) {
        CAPTURE(sql);
        Raw(sample.copy()).must(sql);
        const AuditReport report = sample.verify("copy.db");
        REQUIRE_FALSE(report.problems.empty());
        CHECK(report.problems[0].what.find("with the program") != std::string::npos);
    }
}

TEST_CASE("a history that was hashed again is found against a checkpoint") {
    Sample sample;
    const auto kept = sample.checkpoint();
    unsigned forged = 0;
    for (std::int64_t id = 1; id <= 70; id += 3) {
        const auto file = sample.copy();
        std::int64_t chain = 0;
        {
            Raw raw(file);
            const std::string found =
                raw.value(fmt::format("SELECT chain_id FROM audit_entry WHERE id = {}", id));
            if (found.empty()) break;
            chain = std::stoll(found);
            raw.must(fmt::format("UPDATE audit_entry SET reason = 'another' WHERE id = {}", id));
        }
        hash_again(file, chain);
        CAPTURE(id);
        // Alone it looks whole: that is what checkpoints are for.
        CHECK(sample.verify("copy.db").problem_count == 0);
        const AuditReport report = sample.verify("copy.db", kept);
        REQUIRE(report.problem_count == 1);
        CHECK(report.problems[0].what.find("differs from the checkpoint") != std::string::npos);
        ++forged;
    }
    CHECK(forged > 20);
}

TEST_CASE("a tail that was cut with all that it told of is found against a checkpoint") {
    Sample sample;
    const auto kept = sample.checkpoint();
    const auto file = sample.copy();
    {
        Raw raw(file);
        // The showing of numbers is told of by nothing but its entry; it is made the last one.
        raw.must("DELETE FROM audit_entry WHERE chain_id = 1 AND verb = 'reveal'");
        raw.must("UPDATE audit_chain SET length = length - 1 WHERE id = 1");
    }
    const AuditReport alone = sample.verify("copy.db");
    const AuditReport report = sample.verify("copy.db", kept);
    CHECK(report.problem_count > alone.problem_count);
    CHECK(report.problems.back().what.find("tail after position") != std::string::npos);
}

TEST_CASE("a checkpoint of an earlier day still holds, one of another store does not") {
    Sample sample;
    auto kept = sample.checkpoint();
    kept[0].length = 5;
    {
        Raw raw(sample.copy());
        kept[0].head =
            raw.value("SELECT hash FROM audit_entry WHERE chain_id = 1 AND position = 5");
    }
    kept[1].length = 0;
    kept[1].head = "";
    CHECK(sample.verify("sample.db", kept).problem_count == 0);
    kept.push_back({EnterpriseNumber::from_stored(403'019'261), 3, "x"});
    const AuditReport report = sample.verify("sample.db", kept);
    REQUIRE(report.problem_count == 1);
    CHECK(report.problems[0].org == EnterpriseNumber::from_stored(403'019'261));
    CHECK(report.problems[0].what == "the chain of the checkpoint is missing");
}
