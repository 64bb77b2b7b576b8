// Every form of heading, paragraph, list and note; texts that are no act; caps.
#include "engine/sources/read_act.h"

#include <gtest/gtest.h>

#include "tests/unit/sources/act_text.h"

namespace hjemmel::sources {
namespace {

// `20 Lavalder: en | to - a - b; 21 (repealed)`
std::string shown(Act const& act) {
  std::string text;
  for (Section const& section : act.sections) {
    text += (text.empty() ? "" : "; ") + section.number + (section.title.empty() ? "" : " " + section.title);
    text += section.repealed ? " (repealed)" : "";
    for (Paragraph const& paragraph : section.paragraphs) {
      text += (&paragraph == section.paragraphs.data() ? ": " : " | ") + paragraph.text;
      for (Item const& item : paragraph.items) {
        text += " - " + item.text;
      }
    }
  }
  return text;
}

TEST(ReadAct, headings_of_every_level_and_form) {
  EXPECT_EQ(shown(act_of("# Lov\n## Kapittel 1\n### § 1. Formål\n\nen\n\n#### § 2 Tittel\n\nto\n##### § 3\ntre\n"
                         "###### § 4 a.\nfire\n### § 5b. Tittel\n### §6\n### § 7 A-1. Tittel her.\n")),
            "1 Formål: en; 2 Tittel: to; 3: tre; 4 a: fire; 5 b Tittel; 6; 7A-1 Tittel her.");
}

TEST(ReadAct, commentary_and_what_stands_before_the_first_section_is_not_read) {
  EXPECT_EQ(shown(act_of("Innledning\n\n### § 1\n\nen\n\n### Merknader til § 1\n\nikke en\n\n### Til § 1\n\nikke to\n\n"
                         "#### Til § 2-1 tredje ledd\nikke\n### §§ 3 og 4\nikke\n### § 2\n\nto\n## Vedlegg\n\nikke\n")),
            "1: en; 2: to");
}

TEST(ReadAct, notes_on_amendments_are_no_paragraphs) {
  EXPECT_EQ(
      shown(act_of("### § 1\n\nen\n\n*Endret ved lov 1 mai 2030 nr. 1 .*\n\nto\n\n*Tilføyd ved lov 2 mai 2030 nr. 2\n"
                   "1 Fra 1 juli 2030.*\n\n*1 Fra 1 juli 2030.*\n*Ikr. 1 juli 2030.*\n\n*Denne teksten er skrå.*\n")),
      "1: en | to | *Denne teksten er skrå.*");
  for (std::string_view const word : {"Endret", "Endra", "Endres", "Tilføyd", "Tilføyes", "Opphevet", "Oppheva",
                                      "Oppheves", "Ikr.", "Føyd til", "1 Jf."}) {
    EXPECT_EQ(shown(act_of("### § 1\n\nen\n\n*" + std::string(word) + " ved lov.*\n")), "1: en") << word;
  }
  EXPECT_EQ(shown(act_of("### § 1\n\nen\n\n*Endret ved lov\n\nto\n")),
            "1: en | to");  // no note runs over an empty line
}

TEST(ReadAct, items_belong_to_the_paragraph_before_them) {
  EXPECT_EQ(
      shown(act_of("### § 1\n\nLeier skal\n\n- en,\n- to\n  som går videre\n\n- tre.\n\nnytt ledd\nsom går videre\n"
                   "### § 2\n\n- bare liste\n")),
      "1: Leier skal - en, - to som går videre - tre. | nytt ledd som går videre; 2:  - bare liste");
}

TEST(ReadAct, what_is_repealed) {
  EXPECT_EQ(shown(act_of("### § 1. (Opphevet)\n### § 2. (Oppheva)\n### § 3. Opphevet\n### § 4. Opphevelse av lover\n"
                         "## Kapittel 2. (Opphevet)\n### § 5. Tittel\n### § 6\n## Kapittel 3. Mer\n### § 7\n")),
            "1 (Opphevet) (repealed); 2 (Oppheva) (repealed); 3 Opphevet (repealed); 4 Opphevelse av lover; "
            "5 Tittel (repealed); 6 (repealed); 7");
  Act const act = act_of("### Kap 10. (Opphevet)\n### Kapittel 7 A. (Opphevet)\n#### V. (Opphevet)\n### § 1\n");
  ASSERT_EQ(act.repealed_chapters.size(), 2U);
  EXPECT_EQ(act.repealed_chapters[0].number, "10");
  EXPECT_EQ(act.repealed_chapters[1].number, "7A");
}

TEST(ReadAct, windows_line_ends_change_nothing) {
  EXPECT_EQ(shown(*read_whole("---\r\nrefid: \"lov/1\"\r\n---\r\n\r\n### § 1. Tittel\r\n\r\nen\r\n\r\n- a\r\n").act),
            "1 Tittel: en - a");
}

TEST(ReadAct, texts_that_are_no_act) {
  EXPECT_EQ(read_body("# Lov\n").messages,
            std::vector<std::string>{"2: the act has no section: no heading begins with `§` "
                                     "and a number [act_malformed]"});
  EXPECT_EQ(read_body("### § 1\n\nb\xE5t\n").messages,
            std::vector<std::string>{"7: the text of the act is not UTF-8 here [invalid_utf8]"});
  EXPECT_EQ(read_whole("# A page\n").messages,
            std::vector<std::string>{"1: the file has no front matter [act_malformed]"});
  EXPECT_EQ(read_whole("").messages, std::vector<std::string>{"1: the file has no front matter [act_malformed]"});
}

std::string repeated(std::string_view text, std::size_t count) {
  std::string all;
  for (std::size_t at = 0; at < count; ++at) {
    all += text;
  }
  return all;
}

TEST(ReadAct, the_longest_line_is_read_and_a_longer_one_is_not) {
  EXPECT_TRUE(read_body("### § 1\n\n" + std::string(kMaxLineBytes, 'a') + "\n").act);
  EXPECT_EQ(read_body("### § 1\n\n" + std::string(kMaxLineBytes + 1, 'a') + "\n").messages,
            std::vector<std::string>{"7: this line is longer than 262144 bytes [act_malformed]"});
}

TEST(ReadAct, as_many_sections_are_read_as_fit_and_not_one_more) {
  EXPECT_TRUE(read_body(repeated("### § 1\n", kMaxSections)).act);
  EXPECT_EQ(read_body(repeated("### § 1\n", kMaxSections + 1)).messages,
            std::vector<std::string>{"20005: the act has more than 20000 sections [act_malformed]"});
}

TEST(ReadAct, as_many_paragraphs_and_items_are_read_as_fit_and_not_one_more) {
  EXPECT_TRUE(read_body("### § 1\na\n" + repeated("- b\n", kMaxTexts - 1)).act);
  EXPECT_EQ(read_body("### § 1\na\n" + repeated("- b\n", kMaxTexts)).messages,
            std::vector<std::string>{"200006: the act has more than 200000 paragraphs and items [act_malformed]"});
}

}  // namespace
}  // namespace hjemmel::sources
