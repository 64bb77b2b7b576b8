// Property: what a package promises of all its cases, as data.
//
// A property compares one or two cases. What speaks of one case only is an ordinary expression; nodes join these, so that no
// expression reads two cases. Built by engine/check/properties.cpp, tried out by engine/analysis.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/ir/expr.h"

namespace hjemmel::ir {

// `that differ only in case.area`, or `in the amount of one f in case.finds`.
struct Variation {
  FactId fact;                       // which may be a list
  std::uint32_t field = UINT32_MAX;  // of one element of the list; none: the whole fact
  std::string element;               // what that element is called, `f`
  std::uint32_t variable = 0;        // by which expressions read it

  [[nodiscard]] bool of_element() const { return field != UINT32_MAX; }
};

enum class PropertyOp : std::uint8_t {
  conjunction,  // n-ary
  disjunction,
  negation,
  comparison,  // of two terms or two answers
  term,        // an expression over the case `of_case`
  answer,      // `reaction(a)`: all that `decision` decides in the case
  mildest,     // `least reaction(a)`: its mildest option
};

struct PropertyNode {
  PropertyOp op = PropertyOp::term;
  std::vector<std::uint32_t> children = {};  // nodes, each before this one
  ExprOp comparison = ExprOp::equal;
  EnumId enumeration = {};  // comparison of enumeration values: in whose order
  std::uint32_t of_case = 0;
  ExprId expr = {};          // term
  DecisionId decision = {};  // answer, mildest
};

// A decision that the property names of a case: it counts only where that is decided.
struct NamedAnswer {
  DecisionId decision;
  std::uint32_t of_case = 0;

  friend bool operator==(NamedAnswer const&, NamedAnswer const&) = default;
};

struct Property {
  std::string name;
  std::vector<std::string> cases;  // their names: one or two
  std::optional<Variation> variation;
  std::vector<PropertyNode> nodes;  // children before parents
  std::optional<std::uint32_t> when;
  std::uint32_t then = 0;
  std::vector<NamedAnswer> answers;
  source::Span span;  // of the name
};

}  // namespace hjemmel::ir
