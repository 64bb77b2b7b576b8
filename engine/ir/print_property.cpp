// Properties as text: a line a node, by its number, with the case that it speaks of.
#include "engine/ir/print.h"

namespace hjemmel::ir {
namespace {

std::string_view op_word(PropertyNode const& node) {
  switch (node.op) {
    case PropertyOp::conjunction:
      return "and";
    case PropertyOp::disjunction:
      return "or";
    case PropertyOp::negation:
      return "not";
    case PropertyOp::answer:
      return "answer";
    case PropertyOp::mildest:
      return "least";
    case PropertyOp::term:
      return "term";
    case PropertyOp::comparison:
      break;
  }
  switch (node.comparison) {
    case ExprOp::equal:
      return "=";
    case ExprOp::not_equal:
      return "!=";
    case ExprOp::less:
      return "<";
    case ExprOp::less_equal:
      return "<=";
    case ExprOp::greater:
      return ">";
    default:
      return ">=";
  }
}

std::string node_text(Program const& program, Property const& property, PropertyNode const& node) {
  std::string text(op_word(node));
  for (std::uint32_t const child : node.children) {
    text += " " + std::to_string(child);
  }
  std::string const of = node.of_case < property.cases.size() ? property.cases[node.of_case] : "?";
  if (node.op == PropertyOp::term) {
    return text + " " + of + ": " + print_expr(program, node.expr);
  }
  if (node.op != PropertyOp::answer && node.op != PropertyOp::mildest) {
    return text;
  }
  bool const known = node.decision.index < program.decisions.size();
  return text + " " + (known ? program.decisions[node.decision.index].name : "?") + "(" + of + ")";
}

std::string variation_text(Program const& program, Variation const& variation) {
  bool const known = variation.fact.index < program.facts.size();
  std::string const fact = known ? program.facts[variation.fact.index].info.name : "?";
  return " that differ in " + (variation.of_element()
                                   ? "field " + std::to_string(variation.field) + " of " + variation.element + " = v" +
                                         std::to_string(variation.variable) + " in " + fact
                                   : fact);
}

}  // namespace

std::string print_property(Program const& program, Property const& property) {
  std::string text = "property " + property.name + " for";
  for (std::string const& name : property.cases) {
    text += " " + name;
  }
  text += (property.variation ? variation_text(program, *property.variation) : "") + "\n";
  for (std::size_t i = 0; i < property.nodes.size(); ++i) {
    text += "  " + std::to_string(i) + " " + node_text(program, property, property.nodes[i]) + "\n";
  }
  text += property.when ? "  when " + std::to_string(*property.when) + "\n" : "";
  return text + "  then " + std::to_string(property.then) + "\n";
}

}  // namespace hjemmel::ir
