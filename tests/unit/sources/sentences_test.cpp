// Where sentences end, and where they do not.
#include "engine/sources/sentences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hjemmel::sources {
namespace {

using testing::ElementsAre;

TEST(Sentences, end_where_a_new_one_begins) {
  EXPECT_THAT(sentences("En gjelder. To gjelder ikke! Gjelder tre? Ja."),
              ElementsAre("En gjelder.", "To gjelder ikke!", "Gjelder tre?", "Ja."));
  EXPECT_THAT(sentences("Dette passer. § 39 gjelder. «Dag» er døgn. Året er år."),
              ElementsAre("Dette passer.", "§ 39 gjelder.", "«Dag» er døgn.", "Året er år."));
  EXPECT_THAT(sentences("Leier skal"), ElementsAre("Leier skal"));
  EXPECT_THAT(sentences(""), ElementsAre());
}

TEST(Sentences, an_abbreviation_that_something_follows_ends_none) {
  for (std::string_view const text :
       {"Det gjelder, jf. § 3 første ledd.", "Etter lov 3 mai 2030 nr. 4 gjelder det.", "F.eks. Kongen kan gi det.",
        "Dette (f.eks. Oslo) er unntatt.", "Fra kap. V følger det.", "Det er bl.a. Stortinget som kan.",
        "Beløpet er kr. 500 og pr. 1. januar 2030 høyere.", "Etter 17. mai gjelder loven.",
        "Se Innst. O. nr. 4 om dette."}) {
    EXPECT_EQ(sentences(text).size(), 1U) << text;
  }
}

TEST(Sentences, an_abbreviation_that_may_be_last_ends_one_where_a_sentence_begins) {
  EXPECT_THAT(sentences("Det gjelder båter mv. Kongen kan gi forskrift."),
              ElementsAre("Det gjelder båter mv.", "Kongen kan gi forskrift."));
  EXPECT_THAT(sentences("Båter mv. som leies ut, osv. gjelder."), ElementsAre("Båter mv. som leies ut, osv. gjelder."));
  EXPECT_THAT(sentences("Det var i 2010. Departementet kan (se § 3.) Så gjelder det nr. 3 . Og mer."),
              ElementsAre("Det var i 2010.", "Departementet kan (se § 3.)", "Så gjelder det nr. 3 .", "Og mer."));
}

}  // namespace
}  // namespace hjemmel::sources
