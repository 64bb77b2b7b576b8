// Properties: what a package promises of all its cases.
//
// In: `property` declarations. Out: Program::properties. The claim is checked as one expression, so that its types, units and
// names are those of any rule; it is then taken apart into what speaks of one case, and what joins two. Tested in
// tests/golden/property and tests/golden/check.
#include <algorithm>
#include <map>
#include <set>

#include "engine/check/expressions.h"

namespace hjemmel::check {
namespace {

using ir::ExprOp;
using ir::PropertyOp;
using syntax::NodeKind;

template <class V>
V child(syntax::View parent, NodeKind kind) {
  return syntax::view<V>(parent.tree, parent.tree->child(parent.node, kind));
}

// One claim, taken apart.
class Parts {
 public:
  Parts(Workbench& bench, CaseScope const& scope, ir::Property& property)
      : bench_(bench), property_(property), reads_(scope.reads) {
    for (CaseScope::Answer const& answer : scope.answers) {
      answers_.emplace(answer.expr.index, answer);
      reads_.push_back({bench.program.exprs[answer.expr.index].span, kAnswer});
    }
    std::sort(reads_.begin(), reads_.end(),
              [](CaseScope::Read const& a, CaseScope::Read const& b) { return a.span < b.span; });
  }

  std::optional<std::uint32_t> of(ir::ExprId id) {
    ir::Expr const& expr = bench_.program.exprs[id.index];
    if (answer_at(id) != nullptr) {
      bench_.sink.add(diag::Kind::property_answer, expr.span, "an answer is no condition by itself",
                      "compare it with the answer in the other case, or ask `is` or `may be`");
      return std::nullopt;
    }
    if (speaks_of_one(expr.span)) {
      return term(id);
    }
    if (ir::is_comparison(expr.op)) {
      return comparison(expr);
    }
    if (expr.op != ExprOp::conjunction && expr.op != ExprOp::disjunction && expr.op != ExprOp::negation) {
      return mixed(expr.span);
    }
    ir::PropertyNode node;
    node.op = expr.op == ExprOp::conjunction   ? PropertyOp::conjunction
              : expr.op == ExprOp::disjunction ? PropertyOp::disjunction
                                               : PropertyOp::negation;
    bool good = true;
    for (ir::ExprId const child : expr.children) {
      auto const part = of(child);
      good = good && part;
      node.children.push_back(part.value_or(0));
    }
    return good ? std::optional(add(std::move(node))) : std::nullopt;
  }

 private:
  // In place of a case: what stands there is an answer.
  static constexpr std::uint32_t kAnswer = 2;

  CaseScope::Answer const* answer_at(ir::ExprId id) const {
    auto const at = answers_.find(id.index);
    return at == answers_.end() ? nullptr : &at->second;
  }

  // The cases that are read within, and kAnswer.
  std::set<std::uint32_t> cases_in(source::Span span) const {
    std::set<std::uint32_t> cases;
    auto at = std::lower_bound(reads_.begin(), reads_.end(), source::Span{span.file, span.begin, 0},
                               [](CaseScope::Read const& read, source::Span where) { return read.span < where; });
    for (; at != reads_.end() && at->span.file == span.file && at->span.end <= span.end && cases.size() <= kAnswer;
         ++at) {
      cases.insert(at->of_case);
    }
    return cases;
  }

  bool speaks_of_one(source::Span span) const {
    auto const cases = cases_in(span);
    return cases.size() <= 1 && !cases.contains(kAnswer);
  }

  std::uint32_t add(ir::PropertyNode node) {
    property_.nodes.push_back(std::move(node));
    return static_cast<std::uint32_t>(property_.nodes.size() - 1);
  }

  std::uint32_t term(ir::ExprId id) {
    auto const cases = cases_in(bench_.program.exprs[id.index].span);
    ir::PropertyNode node;
    node.expr = id;
    node.of_case = cases.empty() ? 0 : *cases.begin();
    return add(std::move(node));
  }

  std::optional<std::uint32_t> mixed(source::Span span) {
    auto const cases = cases_in(span);
    bool const two = cases.contains(0) && cases.contains(1);
    bench_.sink.add(
        two ? diag::Kind::property_mixes_cases : diag::Kind::property_answer, span,
        two ? "this is computed from two cases" : "an answer can only be compared here",
        two ? "compare what is computed of the one with what is computed of the other, as in `a.x >= b.x + 5 kr`; "
              "comparisons may be joined by `and`, `or` and `not`"
            : "compare it with the answer in the other case, or ask `is` or `may be`");
    return std::nullopt;
  }

  std::optional<std::uint32_t> side(ir::ExprId id) {
    if (CaseScope::Answer const* const answer = answer_at(id)) {
      ir::PropertyNode node;
      node.op = answer->mildest ? PropertyOp::mildest : PropertyOp::answer;
      node.of_case = answer->of_case;
      node.decision = answer->decision;
      return add(std::move(node));
    }
    source::Span const span = bench_.program.exprs[id.index].span;
    return speaks_of_one(span) ? std::optional(term(id)) : mixed(span);
  }

  std::optional<std::uint32_t> comparison(ir::Expr const& expr) {
    CaseScope::Answer const* const left = answer_at(expr.children[0]);
    CaseScope::Answer const* const right = answer_at(expr.children[1]);
    ir::Type const type = bench_.program.exprs[expr.children[0].index].type;
    if (!answers_fit(expr, left, right)) {
      return std::nullopt;
    }
    ir::PropertyNode node;
    node.op = PropertyOp::comparison;
    node.comparison = expr.op;
    node.enumeration = type.kind == ir::TypeKind::enumeration ? type.enumeration : ir::EnumId();
    auto const first = side(expr.children[0]);
    auto const second = side(expr.children[1]);
    if (!first || !second) {
      return std::nullopt;
    }
    node.children = {*first, *second};
    return add(std::move(node));
  }

  // Answers are compared with answers; the mildest option also with an option that is written out.
  bool answers_fit(ir::Expr const& expr, CaseScope::Answer const* left, CaseScope::Answer const* right) {
    if (left == nullptr && right == nullptr) {
      return true;
    }
    bool const both = left != nullptr && right != nullptr;
    bool const mildest = (left != nullptr && left->mildest) || (right != nullptr && right->mildest);
    if (both ? left->mildest == right->mildest : mildest) {
      return true;
    }
    CaseScope::Answer const& whole = left != nullptr && !left->mildest ? *left : *right;
    std::string const text(bench_.sources.text(bench_.program.exprs[whole.expr.index].span));
    bench_.sink.add(diag::Kind::property_answer, expr.span,
                    both ? "all that is decided in the one case is compared with the mildest option of the other"
                         : "`" + text + "` is all that is decided in the case, not one option",
                    both ? "write `least` on both sides, or on none"
                         : "write `least " + text + "` for its mildest option, or ask `" + text + " is …` or `" + text +
                               " may be …`");
    return false;
  }

  Workbench& bench_;
  ir::Property& property_;
  std::vector<CaseScope::Read> reads_;                  // by place
  std::map<std::uint32_t, CaseScope::Answer> answers_;  // by expression
};

class Builder {
 public:
  explicit Builder(Workbench& bench) : bench_(bench) {}

  void build(syntax::PropertyView view) {
    ir::Property property;
    property.name = std::string(view.name().text());
    property.span = view.name().span();
    static_cast<void>(names_.declare(property.name, 0, property.span, bench_.sink));
    CaseScope scope;
    if (!read_cases(view.cases(), scope)) {
      return;
    }
    Expressions expressions(bench_);
    expressions.speak_of(scope);
    auto const when = view.guard() ? expressions.condition(view.guard()) : std::nullopt;
    auto const then = expressions.condition(view.claim());
    if (!then || (view.guard() && !when) || !speaks_of_all(view.cases(), scope)) {
      return;
    }
    property.cases = scope.names;
    property.variation = scope.variation;
    property.answers = scope.named;
    Parts parts(bench_, scope, property);
    property.when = when ? parts.of(*when) : std::nullopt;
    auto const claim = parts.of(*then);
    if (claim && (!when || property.when)) {
      property.then = *claim;
      bench_.program.properties.push_back(std::move(property));
    }
  }

 private:
  bool refuse(syntax::View at, std::string const& message, std::string const& help) {
    bench_.sink.add(diag::Kind::property_cases, at.span(), message, help);
    return false;
  }

  bool is_taken(std::string const& name) const {
    bool const of_facts = std::any_of(bench_.fact_paths.begin(), bench_.fact_paths.end(), [&](std::string const& path) {
      return path == name || path.starts_with(name + ".");
    });
    return of_facts || bench_.values.find(name).has_value();
  }

  bool read_cases(syntax::View cases, CaseScope& scope) {
    for (syntax::NodeRef const node : cases.children(NodeKind::name)) {
      syntax::NameView const name{cases.tree, node};
      std::string const text(name.text());
      if (is_taken(text) || std::find(scope.names.begin(), scope.names.end(), text) != scope.names.end()) {
        return refuse(name, "`" + text + "` already stands for something else", "choose another letter for the case");
      }
      scope.names.push_back(text);
    }
    if (scope.names.size() > 2) {
      return refuse(cases, "a property compares two cases at most",
                    "name one case or two, such as `for all cases a, b`");
    }
    auto const field = child<syntax::View>(cases, NodeKind::differ_in_field);
    auto const path = child<syntax::View>(cases, NodeKind::differ_in_path);
    if ((field || path) && scope.names.size() != 2) {
      return refuse(cases, "one case alone cannot differ",
                    "name two cases, such as `for all cases a, b that differ only in …`");
    }
    return field ? read_field(field, scope) : !path || read_fact(child<syntax::NameView>(path, NodeKind::path), scope);
  }

  bool read_fact(syntax::NameView path, CaseScope& scope) {
    auto const id = find_fact(bench_, path.text());
    if (!id) {
      bench_.sink.add(diag::Kind::unknown_name, path.span(), "the facts have no `" + std::string(path.text()) + "`",
                      did_you_mean(path.text(), bench_.fact_paths));
      return false;
    }
    scope.variation = ir::Variation{*id, UINT32_MAX, {}, 0};
    return true;
  }

  bool read_field(syntax::View differing, CaseScope& scope) {
    auto const children = differing.children(NodeKind::name);
    syntax::NameView const field{differing.tree, *children.begin()};
    syntax::NameView const element{differing.tree, *std::next(children.begin())};
    syntax::NameView const path = child<syntax::NameView>(differing, NodeKind::path);
    if (!read_fact(path, scope)) {
      return false;
    }
    ir::Type const& list = bench_.program.facts[scope.variation->fact.index].info.type;
    if (list.kind != ir::TypeKind::list) {
      bench_.sink.add(diag::Kind::not_a_list, path.span(),
                      "`" + std::string(path.text()) + "` is one value, not a list",
                      "write `that differ only in " + std::string(path.text()) + "`");
      return false;
    }
    std::string const name(element.text());
    if (is_taken(name) || std::find(scope.names.begin(), scope.names.end(), name) != scope.names.end()) {
      return refuse(element, "`" + name + "` already stands for something else",
                    "choose another letter for the element");
    }
    return find_field(field, list, scope) && name_element(name, scope);
  }

  bool name_element(std::string const& name, CaseScope& scope) {
    scope.variation->element = name;
    scope.variation->variable = bench_.program.variable_count++;
    return true;
  }

  bool find_field(syntax::NameView field, ir::Type const& list, CaseScope& scope) {
    ir::Record const& record = bench_.program.records[list.record.index];
    std::vector<std::string> names;
    for (std::uint32_t i = 0; i < record.fields.size(); ++i) {
      names.push_back(record.fields[i].info.name);
      if (names.back() == field.text()) {
        scope.variation->field = i;
        return true;
      }
    }
    bench_.sink.add(diag::Kind::unknown_name, field.span(),
                    "an element of `" + record.name + "` has no `" + std::string(field.text()) + "`",
                    did_you_mean(field.text(), names));
    return false;
  }

  bool speaks_of_all(syntax::View cases, CaseScope const& scope) {
    auto const names = cases.children(NodeKind::name);
    auto name = names.begin();
    for (std::uint32_t i = 0; i < scope.names.size(); ++i, ++name) {
      bool const read = std::any_of(scope.reads.begin(), scope.reads.end(),
                                    [&](CaseScope::Read const& one) { return one.of_case == i; });
      if (!read) {
        return refuse({cases.tree, *name}, "the property says nothing of `" + scope.names[i] + "`",
                      "say something of it, or take it out");
      }
    }
    return true;
  }

  Workbench& bench_;
  Names names_{"property"};
};

}  // namespace

void build_properties(Workbench& bench) {
  Builder builder(bench);
  bench.each<syntax::PropertyView>(NodeKind::property_declaration,
                                   [&](syntax::PropertyView view) { builder.build(view); });
}

}  // namespace hjemmel::check
