// Every form of a place, and why others are none.
#include "engine/sources/read_reference.h"

#include <gtest/gtest.h>

namespace hjemmel::sources {
namespace {

// The parts as they are spelled, a part that cannot be read as `!` and the reason; parted by `; `.
std::string shown(std::string_view place) {
  std::string text;
  for (CitedPart const& part : read_references(place)) {
    text += (text.empty() ? "" : "; ") + (part.reference ? to_text(*part.reference) : "!" + part.reason);
  }
  return text;
}

TEST(ReadReference, english_and_norwegian_forms_of_one_place) {
  for (auto const& [written, spelled] : std::vector<std::pair<std::string_view, std::string_view>>{
           {"§ 20", "§ 20"},
           {"§20.", "§ 20"},
           {"§ 20 first paragraph", "§ 20 first paragraph"},
           {"§ 20 første ledd", "§ 20 first paragraph"},
           {"§ 20 annet ledd", "§ 20 second paragraph"},
           {"§ 20 andre ledd", "§ 20 second paragraph"},
           {"§ 20 2. ledd", "§ 20 second paragraph"},
           {"§ 20 paragraph 2", "§ 20 second paragraph"},
           {"§ 20 ledd 21", "§ 20 21. paragraph"},
           {"§ 37 first paragraph letter j", "§ 37 first paragraph letter j"},
           {"§ 37 første ledd bokstav J", "§ 37 first paragraph letter j"},
           {"§ 13 second paragraph second sentence", "§ 13 second paragraph second sentence"},
           {"§ 13 annet ledd tredje punktum", "§ 13 second paragraph third sentence"},
           {"§ 13 annet ledd bokstav å annet punktum", "§ 13 second paragraph letter å second sentence"},
           {"§ 4 nr. 3", "§ 4 number 3"},
           {"§ 4 første ledd nr 3", "§ 4 first paragraph number 3"},
           {"§ 4 first paragraph no. 3", "§ 4 first paragraph number 3"},
           {"§ 3-9 c", "§ 3-9 c"},
           {"§ 3-9c letter c", "§ 3-9 c letter c"},
           {"§ 9 a first paragraph", "§ 9 a first paragraph"},
           {"§ 7 A-1 tredje ledd", "§ 7A-1 third paragraph"},
           {"§\u00A020  first   paragraph", "§ 20 first paragraph"},
           {"§ 60 third paragraph, § 37 first paragraph letter j",
            "§ 60 third paragraph; § 37 first paragraph letter j"},
           {"§ 60 third paragraph,§ 37", "§ 60 third paragraph; § 37"},
           {"", ""}}) {
    EXPECT_EQ(shown(written), spelled) << written;
  }
}

TEST(ReadReference, what_is_no_place_says_why) {
  constexpr std::string_view kNoSign = "!does not begin with `§` and a number";
  constexpr std::string_view kSeveral = "!names several places in one; write each with its section, parted by commas";
  constexpr std::string_view kOrder =
      "!is not in order: the section first, then the paragraph, the letter or number, the sentence, each once";
  for (auto const& [written, reason] : std::vector<std::pair<std::string_view, std::string_view>>{
           {"chapter 2", kNoSign},
           {"section 4", kNoSign},
           {"first paragraph", kNoSign},
           {"§", kNoSign},
           {"§ N", kNoSign},
           {"§ 20b-", kNoSign},
           {" ", kNoSign},
           {"§§ 35 to 39", "!names several sections in one; write each with its own `§`, parted by commas"},
           {"§ 2 first and second paragraph", kSeveral},
           {"§ 2 first paragraph and second paragraph", kSeveral},
           {"§ 2 letter a to h", kSeveral},
           {"§ 2 bokstav a og b", kSeveral},
           {"§ 2 letter", "!has a word that is no part of a place, `letter`"},
           {"§ 2 letter ab", "!has a word that is no part of a place, `letter`"},
           {"§ 2 first", "!has a word that is no part of a place, `first`"},
           {"§ 2 first letter", "!has a word that is no part of a place, `first`"},
           {"§ 2 zeroth paragraph", "!has a word that is no part of a place, `zeroth`"},
           {"§ 2 paragraph 0", "!has a word that is no part of a place, `paragraph`"},
           {"§ 2 second sentence third paragraph", kOrder},
           {"§ 2 first paragraph second paragraph", kOrder},
           {"§ 2 letter a number 1", "!names an item within an item, and the texts of acts do not tell these apart"}}) {
    EXPECT_EQ(shown(written), reason) << written;
  }
}

TEST(ReadReference, a_part_knows_where_it_stands) {
  std::string_view const place = "§ 60 third paragraph,  § 37 ";
  auto const parts = read_references(place);
  ASSERT_EQ(parts.size(), 2U);
  EXPECT_EQ(place.substr(parts[0].begin, parts[0].end - parts[0].begin), "§ 60 third paragraph");
  EXPECT_EQ(place.substr(parts[1].begin, parts[1].end - parts[1].begin), "§ 37");
}

TEST(ReadReference, fifty_parts_are_read_and_what_follows_is_one_that_is_not) {
  std::string place = "§ 1";
  for (std::size_t at = 1; at < kMostReferences; ++at) {
    place += ", § 1";
  }
  EXPECT_EQ(read_references(place).size(), kMostReferences);
  EXPECT_TRUE(read_references(place).back().reference);
  auto const more = read_references(place + ", § 2, § 3");
  ASSERT_EQ(more.size(), kMostReferences + 1);
  EXPECT_EQ(more.back().reason, "stands behind 50 others in one citation");
}

TEST(ReadReference, what_is_spelled_is_read_as_the_same_place) {
  for (std::uint32_t number = 1; number < 35; ++number) {
    Reference place{"3-9 c", number, number, number > 29, number};
    auto const parts = read_references(to_text(place));
    ASSERT_EQ(parts.size(), 1U);
    EXPECT_EQ(parts.front().reference, place) << to_text(place);
  }
}

}  // namespace
}  // namespace hjemmel::sources
