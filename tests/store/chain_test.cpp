// SPDX-License-Identifier: Apache-2.0
// The canonical form of the log, against values computed by another implementation (hashlib). They
// never change: every store's hashes were made with this form.
#include "audit/chain.h"
#include "audit/images.h"

#include <doctest/doctest.h>

using namespace dcadmin::audit;

namespace {

const OperationImage grant_add{
    .id = 1, .at = "2026-11-23T12:31:39Z", .user = "root", .claimed = {}, .command = "grant add"};
const OperationImage grant_revoke{.id = 2,
                                  .at = "2026-11-23T12:31:40Z",
                                  .user = "käthe",
                                  .claimed = 12,
                                  .command = "grant revoke"};
const EntryImage added{.position = 1,
                       .subject = "grant",
                       .verb = "add",
                       .subject_id = 12,
                       .before = {},
                       .after =
                           "relation=3\nright=4\ncontext=0\nfrom=2020-10-02\n"
                           "until=2024-10-02\nreason=Beheerder dienstencheques\n",
                       .reason = "Beheerder dienstencheques"};
const EntryImage revoked{.position = 2,
                         .subject = "grant",
                         .verb = "revoke",
                         .subject_id = 12,
                         .before = "until=2024-10-02\nrevoked_at=\n",
                         .after = "until=2024-10-02\nrevoked_at=2026-11-23T12:31:40Z\n",
                         .reason = {}};

std::string hash_of(const Digest& previous, const OperationImage& operation,
                    const EntryImage& entry) {
    std::string scratch;
    return text_of(digest_of(previous, digest_of(operation), entry, scratch));
}

constexpr std::string_view key = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

}  // namespace

TEST_CASE("a digest is SHA-256, stored as base64 without padding") {
    CHECK(text_of(digest_of("abc")) == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0");
    CHECK(digest_from("ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0") == digest_of("abc"));
    CHECK(digest_from("") == Digest{});
    CHECK(digest_from("nonsense") == Digest{});
    CHECK(digest_from("ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=") == Digest{});
    char text[44];
    write_text(digest_of("abc"), text);
    CHECK(std::string(text).size() == 43);
}

TEST_CASE("the hash of an operation never changes") {
    CHECK(text_of(digest_of(grant_add)) == "Uc9szFjzxsbq/6IStq6Iu3P9Qtx7GlLkuRsqO2eGeGg");
    CHECK(text_of(digest_of(grant_revoke)) == "YTahPdlYdxQjOAm6DN8+uabWjoY7UI5yazMnv79c/C8");
}

TEST_CASE("the hash of an entry never changes") {
    const std::string first = hash_of(Digest{}, grant_add, added);
    CHECK(first == "AKnkaYetG3/Qp66EhCz+xkihhGZydUqwcfwOVzrpLTI");
    const std::string second = hash_of(digest_from(first), grant_revoke, revoked);
    CHECK(second == "A7Io5u4tVQKMKdc6tNFnO6mYcPFmbb3AnTJ7RPPITWc");
    const EntryImage revealed{.position = 3,
                              .subject = "person",
                              .verb = "reveal",
                              .subject_id = 0,
                              .before = {},
                              .after = {},
                              .reason = ""};
    CHECK(hash_of(digest_from(second), grant_revoke, revealed) ==
          "ZLACIXGpMqpLaFAVUTjzJ9s47OxOg3/rkcfKN7R3xx0");
}

TEST_CASE("every part of an entry is part of its hash") {
    const std::string whole = hash_of(Digest{}, grant_add, revoked);
    EntryImage other = revoked;
    other.position = 3;
    CHECK(hash_of(Digest{}, grant_add, other) != whole);
    other = revoked;
    other.subject = "person";
    CHECK(hash_of(Digest{}, grant_add, other) != whole);
    other = revoked;
    other.subject_id = 13;
    CHECK(hash_of(Digest{}, grant_add, other) != whole);
    other = revoked;
    other.before = std::nullopt;
    CHECK(hash_of(Digest{}, grant_add, other) != whole);
    other = revoked;
    other.reason = "";
    CHECK(hash_of(Digest{}, grant_add, other) != whole);
    CHECK(hash_of(Digest{}, grant_revoke, revoked) != whole);
    CHECK(hash_of(digest_of("x"), grant_add, revoked) != whole);
}

TEST_CASE("texts that run into each other have different forms") {
    EntryImage left = revoked;
    left.subject = "ab";
    left.verb = "c";
    EntryImage right = revoked;
    right.subject = "a";
    right.verb = "bc";
    CHECK(hash_of(Digest{}, grant_add, left) != hash_of(Digest{}, grant_add, right));
}

TEST_CASE("a person's fields enter an image only under that person's key") {
    const PersonFields lucas{.key = key,
                             .number = 93051822361,
                             .first_name = "Lucas",
                             .last_name = "Maes",
                             .email = "lucas.maes@example.be",
                             .phone = "",
                             .language = "nl",
                             .source = "typed"};
    CHECK(image_of(lucas) ==
          "number=YhiFdAnlbOhg7Z0JlYd/4rVFcFMj5+nCfy6R+rNi3hU\n"
          "first_name=UI3Wv+dzxpXUHzRlpBdBcbMI6aQaIoz4hK3btZmenfs\n"
          "last_name=jDFr865PmPvgAE5ur8ZWZrvWtydW8zfm+AKAMF5ShSE\n"
          "email=GH73QNutohVExMdwYtWYXJtxmaXX7eeCa2oINuYCdS0\n"
          "phone=\n"
          "language=nl\n"
          "source=typed\n");
    PersonFields other = lucas;
    const std::string fresh = new_key();
    CHECK(fresh.size() == 43);
    other.key = fresh;
    CHECK(image_of(other) != image_of(lucas));
}

TEST_CASE("the images of the other records never change") {
    CHECK(image_of(OrganisationFields{
              .number = 777999980, .name = "Mijn Bedrijf", .parent_id = 0, .language = "nl"}) ==
          "number=777999980\nname=Mijn Bedrijf\nparent=0\nlanguage=nl\n");
    CHECK(image_of(SiteFields{.organisation_id = 1, .number = 980000611888, .name = "Aalst"}) ==
          "organisation=1\nnumber=980000611888\nname=Aalst\n");
    CHECK(image_of(RightFields{.code = "dov",
                               .title_nl = "Databank",
                               .title_fr = "",
                               .title_en = "Database",
                               .context = "role",
                               .max_term = "4y",
                               .default_term = "6m",
                               .min_level = 300,
                               .audiences = {"EA", "LB"},
                               .roles = {"invoerder", "lezer"}}) ==
          "code=dov\ntitle_nl=Databank\ntitle_fr=\ntitle_en=Database\ncontext=role\n"
          "max_term=4y\ndefault_term=6m\nmin_level=300\naudiences=EA|LB\n"
          "roles=invoerder|lezer\n");
    CHECK(image_of(RoleFields{.right_id = 15, .code = "lezer"}) == "right=15\ncode=lezer\n");
    CHECK(image_of(RelationFields{.key = key,
                                  .person_id = 4,
                                  .organisation_id = 1,
                                  .audience = "EA",
                                  .category = "vaste medewerker",
                                  .email = "",
                                  .phone = "+3212345678",
                                  .valid_from = "2020-10-02",
                                  .valid_until = "2030-10-02",
                                  .ended_at = "",
                                  .reason = "Nieuwe medewerker"}) ==
          "person=4\norganisation=1\naudience=EA\ncategory=vaste medewerker\nemail=\n"
          "phone=zqucmtba0CAB8Z1DQJ2jFq0UW6HBdeIGCNXBHlQkfCE\nfrom=2020-10-02\n"
          "until=2030-10-02\nended_at=\nreason=Nieuwe medewerker\n");
    std::string image = "what stood here before";
    write_image(GrantFields{.relation_id = 3,
                            .right_id = 4,
                            .context_id = 0,
                            .valid_from = "2020-10-02",
                            .first_until = "2024-10-02",
                            .reason = "Beheerder dienstencheques"},
                image);
    CHECK(image == *added.after);
    CHECK(grant_state_image("2024-10-02", "") == *revoked.before);
}
