// Texts of every depth, and why there is none.
#include "engine/sources/resolve.h"

#include <gtest/gtest.h>

#include "engine/sources/digest.h"
#include "engine/sources/read_reference.h"
#include "tests/unit/sources/act_text.h"

namespace hjemmel::sources {
namespace {

constexpr std::string_view kBody =
    "### § 1. Tittel\n\nEn. To.\n\nLeier skal\n\n- komme. Og gå.\n- bli\n\nTre. Kapitlet gjelder:\n\n- alt\n"
    "### § 2\n\nEn. To.\n### § 3. (Opphevet)\n### § 4\n### § 5\n\n(Opphevet)\n\n- (Opphevet)\n- ja\n"
    "### § 6\nen\n### § 6\nto\n### § 7. (Opphevet)\n### § 7. Ny\nny\n### § 8\nLedd\n\n- a\n- b\n"
    "## Kapittel 9. (Opphevet)\n";

Reference place(std::string_view text) { return *read_references(text).front().reference; }

// What is found: a digest, or the reason why there is none.
std::string found(std::string_view text) {
  Resolved const resolved = resolve(act_of(kBody), place(text));
  return resolved.found == Found::text ? resolved.digest : resolved.reason;
}

TEST(Resolve, texts_of_every_depth) {
  EXPECT_EQ(found("§ 1 first paragraph"), digest_of("En. To."));
  EXPECT_EQ(found("§ 1 first paragraph second sentence"), digest_of("To."));
  EXPECT_EQ(found("§ 2"), digest_of("En. To.") == found("§ 2 first paragraph") ? found("§ 2") : "");
  EXPECT_EQ(found("§ 2 second sentence"), digest_of("To."));
  EXPECT_EQ(found("§ 1 second paragraph letter b"), digest_of("bli"));
  EXPECT_EQ(found("§ 1 second paragraph number 2"), digest_of("bli"));
  EXPECT_EQ(found("§ 1 second paragraph letter a second sentence"), digest_of("Og gå."));
  EXPECT_EQ(found("§ 8 letter b"), digest_of("b"));
  EXPECT_EQ(found("§ 7"), digest_of("ny") == found("§ 7 first paragraph") ? found("§ 7") : "");
}

TEST(Resolve, a_list_belongs_to_the_paragraph_and_to_its_last_sentence) {
  EXPECT_EQ(found("§ 1 second paragraph"),
            digest_of(Paragraph{"Leier skal", {{"komme. Og gå.", {}}, {"bli", {}}}, {}}));
  EXPECT_EQ(found("§ 1 third paragraph second sentence"), digest_of(Paragraph{"Kapitlet gjelder:", {{"alt", {}}}, {}}));
  EXPECT_EQ(found("§ 1 third paragraph first sentence"), digest_of("Tre."));
}

TEST(Resolve, what_is_not_there_says_what_is) {
  EXPECT_EQ(found("§ 99"), "it has no § 99");
  EXPECT_EQ(found("§ 1 c"), "it has no § 1 c; a letter of its list is written `§ 1 letter c`");
  EXPECT_EQ(found("§ 1 fourth paragraph"), "§ 1 has 3 paragraphs");
  EXPECT_EQ(found("§ 2 second paragraph"), "§ 2 has 1 paragraph");
  EXPECT_EQ(found("§ 1 second paragraph letter c"), "§ 1 second paragraph has a list of 2 items");
  EXPECT_EQ(found("§ 2 letter a"), "§ 2 has 1 paragraph, and it is not said which one is meant");
  EXPECT_EQ(found("§ 1 letter a"), "§ 1 has 3 paragraphs, and it is not said which one is meant");
  EXPECT_EQ(found("§ 1 second sentence"), "§ 1 has 3 paragraphs, and it is not said which one is meant");
  EXPECT_EQ(found("§ 2 third sentence"), "§ 2 first paragraph has 2 sentences");
  EXPECT_EQ(found("§ 1 second paragraph letter b second sentence"), "§ 1 second paragraph letter b has 1 sentence");
  EXPECT_EQ(found("§ 4"), "§ 4 has a heading and no text");
  EXPECT_EQ(found("§ 6"), "the act has § 6 more than once");
}

TEST(Resolve, what_was_repealed_says_so) {
  Act const act = act_of(kBody);
  for (std::string_view const text : {"§ 3", "§ 3 first paragraph", "§ 5 first paragraph", "§ 9-1", "§ 9-1 a"}) {
    EXPECT_EQ(resolve(act, place(text)).found, Found::repealed) << text;
  }
  EXPECT_EQ(found("§ 9-1"), "chapter 9 of the act was");
  EXPECT_EQ(found("§ 3"), "the heading of § 3 says so");
}

TEST(Resolve, a_digest_takes_no_notice_of_blanks_and_of_everything_else) {
  EXPECT_EQ(digest_of("jf. § 3 , og"), digest_of("jf.§ 3, og"));
  EXPECT_NE(digest_of("jf. § 3"), digest_of("jf. § 4"));
  EXPECT_NE(digest_of("Det"), digest_of("det"));
  EXPECT_NE(digest_of(Paragraph{"a", {{"b", {}}}, {}}), digest_of(Paragraph{"a-b", {}, {}}));
  EXPECT_NE(digest_of(Paragraph{"a", {{"b", {}}, {"c", {}}}, {}}), digest_of(Paragraph{"a", {{"b-c", {}}}, {}}));
  EXPECT_TRUE(is_digest(digest_of("")));
  EXPECT_FALSE(is_digest("sha256:12"));
  EXPECT_FALSE(is_digest("md5:" + std::string(67, '0')));
}

std::string places(std::string_view like, std::string const& digest) {
  std::string text;
  for (PlacedDigest const& one : digests_like(act_of(kBody), place(like))) {
    text += one.digest != digest ? "" : (text.empty() ? "" : "; ") + to_text(one.place);
  }
  return text;
}

TEST(Resolve, a_text_is_found_again_at_its_own_depth) {
  EXPECT_EQ(places("§ 50 first paragraph", digest_of("En. To.")), "§ 1 first paragraph; § 2 first paragraph");
  EXPECT_EQ(places("§ 50 letter c", digest_of("bli")), "§ 1 second paragraph letter b");
  EXPECT_EQ(places("§ 50 number 3", digest_of("bli")), "§ 1 second paragraph number 2");
  EXPECT_EQ(places("§ 50 first sentence", digest_of("To.")),
            "§ 1 first paragraph second sentence; § 2 first paragraph second sentence");
  EXPECT_EQ(places("§ 50 letter a first sentence", digest_of("Og gå.")),
            "§ 1 second paragraph letter a second sentence");
  EXPECT_EQ(places("§ 50", found("§ 2")), "§ 2");
  EXPECT_EQ(places("§ 50", digest_of("nothing")), "");
}

}  // namespace
}  // namespace hjemmel::sources
