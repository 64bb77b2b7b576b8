// The flat tree: parents around their children, spans without trailing blanks, and the cursor over it.
#include "engine/syntax/tree.h"

#include <gtest/gtest.h>

#include "tests/unit/syntax/parsing.h"
#include "tests/unit/syntax/sample.h"

namespace hjemmel::syntax::test {
namespace {

TEST(Tree, children_lie_inside_their_parent_in_order) {
  Parsed const parsed(kSample);
  ASSERT_EQ(parsed.messages(), "");
  Tree const& tree = *parsed.tree;
  std::size_t seen = tree.declarations().size();
  for (std::size_t i = 0; i < tree.nodes().size(); ++i) {
    source::Span const parent = tree.span(NodeRef(i));
    EXPECT_LT(parent.begin, parent.end);
    std::uint32_t from = parent.begin;
    for (NodeRef const child : tree.children(NodeRef(i))) {
      EXPECT_GE(tree.span(child).begin, from);
      from = tree.span(child).end;
      ++seen;
    }
    EXPECT_LE(from, parent.end);
  }
  EXPECT_EQ(seen, tree.nodes().size());  // each node has one parent or is a declaration
}

TEST(Tree, span_ends_with_the_last_token) {
  Parsed const parsed("rule a   # remark\n  when b and c   # remark\n\n\ngroup g = a\n");
  Tree const& tree = *parsed.tree;
  NodeRef const rule = tree.declarations()[0];
  EXPECT_EQ(tree.text(rule), "rule a   # remark\n  when b and c");
  EXPECT_EQ(tree.text(tree.child(rule, NodeKind::when)), "when b and c");
  EXPECT_EQ(tree.text(tree.declarations()[1]), "group g = a");
}

TEST(Tree, span_of_a_node_holds_the_parentheses_of_its_parts) {
  Parsed const parsed("define x: bool = (a or b) and (c)\n");
  NodeRef const value = parsed.tree->child(parsed.tree->declarations()[0], NodeKind::value);
  EXPECT_EQ(parsed.tree->text(parsed.tree->first_expression(value)), "(a or b) and (c)");
}

TEST(Tree, child_of_a_kind_that_is_not_there_is_none) {
  Parsed const parsed("group g = a, b\n");
  Tree const& tree = *parsed.tree;
  NodeRef const group = tree.declarations()[0];
  EXPECT_FALSE(tree.child(group, NodeKind::when).has_value());
  EXPECT_FALSE(tree.child_at(group, 2).has_value());
  EXPECT_TRUE(tree.children(group, NodeKind::rule_on).empty());
  NodeRef const members = tree.child(group, NodeKind::members);
  EXPECT_EQ(tree.children(members).size(), 2U);
  EXPECT_EQ(tree.text(tree.child_at(members, 1)), "b");
}

TEST(Tree, every_kind_has_a_name_and_a_group) {
  EXPECT_EQ(kind_name(NodeKind::package_declaration), "package_declaration");
  EXPECT_EQ(kind_name(NodeKind::broken), "broken");
  EXPECT_EQ(group_of(NodeKind::then_may_be), NodeGroup::clause);
  EXPECT_TRUE(is_expression(NodeKind::path));
  EXPECT_TRUE(is_expression(NodeKind::least));
  EXPECT_FALSE(is_expression(NodeKind::unit));
}

}  // namespace
}  // namespace hjemmel::syntax::test
