// Messages: each fault that people make has its own kind, marks the narrowest part, and says what to write instead.
#include "engine/syntax/describe_failure.h"

#include <gtest/gtest.h>

#include "tests/unit/syntax/parsing.h"

namespace hjemmel::syntax::test {
namespace {

struct Case {
  char const* text;
  char const* message;  // kind, marked part, message, help
};

void expect_all(std::span<Case const> cases) {
  for (Case const& one : cases) {
    EXPECT_EQ(first_message(one.text), one.message) << one.text;
  }
}

TEST(DescribeFailure, numbers_as_people_write_them) {
  Case const cases[] = {
      {"define x: int = 10 000\n",
       "[digit_groups]\n10 000\na number is written without blanks between its digits\nwrite `10000`"},
      {"define x: int = 1 000 000 kr\n",
       "[digit_groups]\n1 000 000\na number is written without blanks between its digits\nwrite `1000000`"},
      {"define x: mass = 1,5 g\n",
       "[decimal_comma]\n1,5\n`1,5` could be one number or two\nwrite `1.5` for a decimal number; between two values "
       "put "
       "a "
       "blank after the comma"},
      {"define x: bool = a in {1,5}\n", "[unexpected]\n1\nexpected a name, found `1`\n"},
      {"define x: int = f(1,5)\n",
       "[decimal_comma]\n1,5\n`1,5` could be one number or two\nwrite `1.5` for a decimal number; between two values "
       "put "
       "a "
       "blank after the comma"},
      {"define x: int = 010\n", "[number_form]\n010\na number is written without a zero in front: `010`\nwrite `10`"},
      {"define x: int = 00.5\n",
       "[number_form]\n00.5\na number is written without a zero in front: `00.5`\nwrite `0.5`"},
      {"define x: int = 1e400\n",
       "[number_form]\n1e400\na number is written without an exponent\nwrite out its digits"},
      {"define x: int = 1_000\n", "[number_form]\n1_\na number is written without `_`\nwrite its digits together"},
      {"define x: int = 5.\n", "[number_form]\n5.\ndigits must follow the point of `5.`\nwrite `5` for a whole number"},
      {"define x: int = .5\n",
       "[unexpected]\n.\nexpected a value, found `.`\na number begins with a digit: write `0.5`"},
      {"define x: int = 123456789012345678901234567890\n",
       "[number_too_long]\n123456789012345678901234567890\nthe number has more than 18 digits\nnumbers are exact and "
       "hold at "
       "most that many"},
      {"define x: mass = 15 gram\n", "[unit_written_out]\ngram\n`gram` is not a unit\nwrite `g`"},
      {"enum E\n  a in desiliter\n", "[unit_written_out]\ndesiliter\n`desiliter` is not a unit\nwrite `dl`"},
  };
  expect_all(cases);
}

TEST(DescribeFailure, dates_as_people_write_them) {
  Case const cases[] = {
      {"define x: date = 2022-1-5\n",
       "[date_form]\n2022-1-5\n`2022-1-5` is not written as a date\na date is written `2022-01-05`; a subtraction "
       "needs "
       "blanks "
       "around `-`"},
      {"define x: date = 5.1.2022\n",
       "[date_form]\n5.1.2022\n`5.1.2022` is not written as a date\na date is written `2022-01-05`"},
      {"define x: int = 10-5\n",
       "[date_form]\n10-5\n`10-5` could be a date, a range or a subtraction\na subtraction needs blanks around `-`; a "
       "date is "
       "written `2026-03-01`"},
      {"package p\n  law known on 2026-02-30\n",
       "[no_such_day]\n2026-02-30\nthere is no day `2026-02-30`\nthe order is year, month, day; check the month and "
       "how many days it has"},
      {"package p\n  law known on 2026\n", "[unexpected]\n2026\nexpected a date such as `2026-03-01`, found `2026`\n"},
  };
  expect_all(cases);
}

TEST(DescribeFailure, characters_from_other_programs) {
  Case const cases[] = {
      {"define x: bool = a\xC2\xA0"
       "and b\n",
       "[hidden_character]\n\xC2\xA0\na character that cannot be seen stands here: a no-break space (U+00A0)\nwrite an "
       "ordinary blank in its place; it often comes with text copied from a web page"},
      {"define x: int = 10\xC2\xA0"
       "000\n",
       "[hidden_character]\n\xC2\xA0\na character that cannot be seen stands here: a no-break space (U+00A0)\ntake it "
       "away: "
       "a number is written without anything between its digits; it often comes with text copied from a web page"},
      {"define x: int = 10\xE2\x80\xAF"
       "000\n",
       "[hidden_character]\n\xE2\x80\xAF\na character that cannot be seen stands here: a narrow no-break space "
       "(U+202F)\ntake it away: a number is written without anything between its digits; it often comes with text "
       "copied "
       "from a web page"},
      {"define over\xC2\xADsikt: bool = a\n",
       "[hidden_character]\n\xC2\xAD\na character that cannot be seen stands here: a soft hyphen (U+00AD)\ntake it "
       "away; it "
       "often comes with text copied from a web page"},
      {"define x: bool = a \xE2\x80\x8B"
       "and b\n",
       "[hidden_character]\n\xE2\x80\x8B\na character that cannot be seen stands here: a zero-width space "
       "(U+200B)\ntake it "
       "away; it often comes with text copied from a web page"},
      {"source § 20  \"straffeloven\"\n",
       "[unlisted_character]\n§\n`§` (U+00A7) is not part of the language\na name is written with letters, digits and "
       "`_`, "
       "such as `s20`; the section itself stands in a text"},
      {"define pa\xCC\x8Atale: bool = a\n",
       "[decomposed_letter]\na\xCC\x8A\nthe letter is written as two characters, the second of them U+030A\ntype it "
       "anew "
       "as one "
       "character, for example `å`"},
      {"define x: text = «hei»\n",
       "[typographic_quote]\n«\n`«` (U+00AB) is not part of the language\nwrite texts in straight quotes: `\"…\"`"},
      {"source s 'x'\n",
       "[unexpected]\n'\nexpected a text in quotes, found `'`\nwrite texts in straight double quotes"},
      {"rule r [A-1 – A-2]\n",
       "[typographic_dash]\n–\n`–` (U+2013) is not part of the language\nwrite `-` for minus, `..` between the first "
       "and the "
       "last of several catalogue ids, and a range in words: `from 12 g to 14 g`"},
      {"define x: bool = a ≤ b\n",
       "[unlisted_character]\n≤\n`≤` (U+2264) is not part of the language\nwrite `<=` or `at most`"},
      {"define xж: bool = a\n",
       "[unlisted_character]\nж\n`ж` (U+0436) cannot stand outside texts and comments\nnames hold the letters a to z, "
       "æøå and "
       "other listed ones, digits and `_`"},
      {"rule r\n  when § 232\n",
       "[unlisted_character]\n§\n`§` (U+00A7) is not part of the language\na section's number stands in a text: `\"§ "
       "232 "
       "a\"`"},
      {"rule\fr\n", "[control_character]\n\f\na control character stands here: U+000C\ntake it away"},
      {"source s \"a\x01z\"\n", "[control_character]\n\x01\na text cannot hold a control character\ntake it away"},
      {"source s \"a\\n\"\n",
       "[invalid_escape]\n\\\n`\\` in a text stands only before `\"` or another `\\`\nwrite `\\\\` for a backslash"},
      {"source s \"abc\n",
       "[unclosed]\n\"abc\nthe text is not closed on its line\nput `\"` where it ends; a text does not go on in the "
       "next "
       "line"},
  };
  expect_all(cases);
}

TEST(DescribeFailure, texts_and_comments_hold_any_character) {
  EXPECT_EQ(Parsed("# § – « \xC2\xA0\nsource s \"§ 232 a «ж» \xC2\xA0–\"\n").messages(), "");
}

TEST(DescribeFailure, operators_that_can_be_read_in_two_ways) {
  Case const cases[] = {
      {"define x: bool = a and b or c\n",
       "[mixed_connectives]\nor\n`or` after `and` can be read in two ways\nput parentheses around what belongs "
       "together: "
       "`(a and "
       "b) or c`, or `a and (b or c)`"},
      {"define x: bool = a < b < c\n",
       "[chained_comparison]\n<\none comparison follows another\nwrite each by itself, joined by `and`: `a < b and b < "
       "c`"},
      {"define x: bool = a == b\n", "[double_equals]\n==\n`==` is no comparison here\nwrite `=`"},
      {"define x: bool = age of p >= 18 years\n",
       "[age_without_day]\np\nan age is counted on a day, and none is named here\nwrite the day behind the person: "
       "`age "
       "of "
       "offender at case.act_date`"},
  };
  // the marked part of the last is the person or what stands where the day should
  EXPECT_EQ(first_message(cases[3].text).substr(0, 18), "[age_without_day]\n");
  expect_all(std::span(cases).first(3));
}

TEST(DescribeFailure, what_was_expected_is_named_for_people) {
  Case const cases[] = {
      {"package p\n  title\n", "[unexpected]\n\nexpected a text in quotes at the end of this line\n"},
      {"rule r\n  wen a\n",
       "[unexpected]\nwen\nexpected another clause of the rule, found `wen`\ndid you mean `when`?"},
      {"rule r\n  because a\n",
       "[unexpected]\nbecause\nexpected another clause of the rule, found `because`\nthese are `overrides`, "
       "`disapplies`, "
       "`cites`, `when`, `unless`, `then`, `in force`"},
      {"define x: bool = every s in xs s.a\n", "[unexpected]\ns.a\nexpected `by`, `where` or `has`, found `s.a`\n"},
      {"define x: bool = (a\n", "[unexpected]\n\nexpected an operator or `)` at the end of this line\n"},
      {"define x: bool = a +\n", "[unexpected]\n\nexpected a value at the end of this line\n"},
      {"define x: bool = and b\n", "[unexpected]\nand\nexpected a value, found `and`\n"},
      {"define x: bool = a.\n", "[unexpected]\n\nexpected a name after the point at the end of this line\n"},
      {"define and: bool = b\n", "[reserved_word]\nand\n`and` is a word of the language, not a name\nuse another name"},
      {"define x bool = a\n",
       "[unexpected]\nbool\nexpected `of`, `:`, `in force`, `cites`, `[` or `=`, found `bool`\n"},
      {"tabel t\n", "[unknown_declaration]\ntabel\n`tabel` begins no declaration\ndid you mean `table`?"},
      {"rule r\n  then d may bee a\n",
       "[unexpected]\nbee\nexpected `also be decided by`, `also be`, `not be`, `not carry`, `carry` or `be`, found "
       "`bee`\ndid you "
       "mean `be`?"},
  };
  expect_all(cases);
}

TEST(DescribeFailure, endless_digits_give_a_short_message) {
  std::string const digits(100000, '7');
  for (std::string const& number : {digits + ",5", digits + " 000", digits + "-1-1", "0" + digits, digits + "."}) {
    Parsed const parsed("define x: int = " + number + "\n");
    ASSERT_EQ(parsed.sink.all().size(), 1U);
    EXPECT_LT(parsed.sink.all()[0].message.size() + parsed.sink.all()[0].help.size(), 400U);
  }
}

TEST(DescribeFailure, long_words_are_cut_between_letters) {
  std::string const word = std::string(39, 'a') + "øøøø";
  EXPECT_EQ(first_message("source s " + word + "\n"),
            "[unexpected]\n" + word + "\nexpected a text in quotes, found `" + std::string(39, 'a') + "…`\n");
}

}  // namespace
}  // namespace hjemmel::syntax::test
