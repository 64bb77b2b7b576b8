// Choosing by the first byte: what each kind of parser may begin with, and that a choice leaves out nothing that could match.
#include "engine/syntax/grammar/branches.h"

#include <string>

#include <gtest/gtest.h>

#include "engine/syntax/grammar/clause.h"
#include "tests/unit/syntax/parsing.h"

namespace hjemmel::syntax::grammar {
namespace {

// The printable bytes of the set.
template <class Parser>
std::string beginnings(Parser const& parser, Language language = Language::en) {
  ByteSet const set = first_bytes(parser, language);
  std::string bytes;
  for (unsigned char byte = ' '; byte < 0x7F; ++byte) {
    if (set.holds(byte)) {
      bytes += static_cast<char>(byte);
    }
  }
  return bytes;
}

constexpr std::size_t kPrintable = 0x7F - ' ';

TEST(FirstBytes, of_tokens) {
  EXPECT_EQ(beginnings(word("when")), "w");
  EXPECT_EQ(beginnings(word("when"), Language::nb), "n");
  EXPECT_EQ(beginnings(sign("..")), ".");
  EXPECT_EQ(beginnings(numeric), "0123456789");
  EXPECT_EQ(beginnings(text), "\"");
  EXPECT_EQ(beginnings(truth, Language::nb), "su");
  EXPECT_EQ(beginnings(name).size(), 53U);
  EXPECT_TRUE(first_bytes(name, Language::en).holds(0xC3));
  EXPECT_FALSE(first_bytes(name, Language::en).holds('1'));
}

TEST(FirstBytes, of_what_begins_with_another_parser) {
  EXPECT_EQ(beginnings(word("when") > name), "w");
  EXPECT_EQ(beginnings(word("when") >> name), "w");
  EXPECT_EQ(beginnings(word("when") | word("then") | sign("[")), "[tw");
  EXPECT_EQ(beginnings(branches[word("when") | word("then")], Language::nb), "ns");
  EXPECT_EQ(beginnings(left[node(NodeKind::when)[label("a word")[nested[word("when")]]]]), "w");
  EXPECT_EQ(beginnings(numeric % sign(",")), "0123456789");
  EXPECT_EQ(beginnings(citation), "[c");
}

TEST(FirstBytes, of_what_may_match_nothing_are_all) {
  EXPECT_EQ(beginnings(-word("when")).size(), kPrintable);
  EXPECT_EQ(beginnings(*word("when")).size(), kPrintable);
  EXPECT_EQ(beginnings(!at_line_start >> word("when")).size(), kPrintable);
  EXPECT_EQ(beginnings(type).size(), kPrintable);  // a rule
}

TEST(Branches, are_those_that_may_begin_with_the_byte) {
  BranchTable const table(word("when") | word("with") | -sign("[") | name);
  EXPECT_EQ(table.at(Language::en, 'w'), 0b1111U);
  EXPECT_EQ(table.at(Language::nb, 'w'), 0b1100U);
  EXPECT_EQ(table.at(Language::nb, 'm'), 0b1110U);  // `med vilkår`
  EXPECT_EQ(table.at(Language::en, '1'), 0b0100U);
}

// What a message lists is found by trying all of them.
TEST(Branches, leave_out_nothing_of_a_message) {
  EXPECT_EQ(test::first_message("service s\n  nothing\n"),
            "[unexpected]\nnothing\nexpected another clause of the service, found `nothing`\nthese are `offered in`, "
            "`in force`, `criteria`, `excludes`, `gives`, `may be given`, `as of right`, `provider`, `cites`");
}

// A fault in one declaration is read twice, the declarations around it once: all of them stay.
TEST(Branches, leave_the_neighbours_of_a_fault) {
  test::Parsed const parsed("group a = x\ngroup b = (\ngroup c = y\n");
  EXPECT_EQ(parsed.messages(), "2:11 [unexpected]\n");
  EXPECT_EQ(parsed.tree->declarations().size(), 2U);
  EXPECT_EQ(parsed.tree->broken().size(), 1U);
}

}  // namespace
}  // namespace hjemmel::syntax::grammar
