// Names in a property: every fact, definition and answer is of one of the cases that it speaks of, `a.case.area`.
//
// In: paths and calls. Out: the expressions that they would be in a rule, and in the scope where which case is read. Tested in
// tests/golden/property.
#include <algorithm>

#include "engine/check/expressions.h"

namespace hjemmel::check {

using ir::TypeKind;
using syntax::NodeKind;

namespace {

std::string_view head_of(std::string_view path) { return path.substr(0, path.find('.')); }

std::string_view tail_of(std::string_view path) {
  auto const dot = path.find('.');
  return dot == std::string_view::npos ? std::string_view{} : path.substr(dot + 1);
}

}  // namespace

std::optional<std::uint32_t> Expressions::case_named(std::string_view word) const {
  if (cases_ == nullptr) {
    return std::nullopt;
  }
  auto const at = std::find(cases_->names.begin(), cases_->names.end(), word);
  return at == cases_->names.end() ? std::nullopt
                                   : std::optional(static_cast<std::uint32_t>(at - cases_->names.begin()));
}

// Something that differs from case to case, of which it is not said in which.
bool Expressions::needs_case(std::string_view path) const {
  if (cases_ == nullptr || find_variable(head_of(path)) != nullptr) {
    return false;
  }
  auto const entry = bench_.values.find(path);
  bool const same_everywhere =
      entry && (value_kind(*entry) == ValueKind::table || value_kind(*entry) == ValueKind::parameter);
  return find_fact(bench_, path) || record_named(head_of(path)) != nullptr || (entry && !same_everywhere);
}

std::optional<Typed> Expressions::without_case(syntax::View at) {
  std::string const text(at.text());
  auto const entry = bench_.values.find(text);
  bool const decision = entry && value_kind(*entry) == ValueKind::decision;
  std::string const& of = cases_->names.front();
  bench_.sink.add(diag::Kind::property_without_case, at.span(), "it is not said in which case `" + text + "` is meant",
                  decision ? "name the case behind it: `" + text + "(" + of + ")`"
                           : "name the case before it: `" + of + "." + text + "`");
  return std::nullopt;
}

// In a property the path must begin with a case, or with a variable; false, with a message, where it does not.
bool Expressions::note_case(syntax::View at) {
  if (auto const of_case = case_named(head_of(at.text()))) {
    cases_->reads.push_back({at.span(), *of_case});
    return true;
  }
  bool const group = std::any_of(bench_.fact_paths.begin(), bench_.fact_paths.end(), [&](std::string const& fact) {
    return fact.starts_with(std::string(at.text()) + ".");
  });
  bool const unclear = cases_ != nullptr && (group || needs_case(at.text()));
  return !unclear || without_case(at).has_value();
}

std::optional<Typed> Expressions::case_path(syntax::ExprView view, std::uint32_t of_case, std::string_view tail) {
  cases_->reads.push_back({view.span(), of_case});
  std::string const name = cases_->names[of_case];
  if (tail.empty()) {
    std::string const fact = bench_.fact_paths.empty() ? "…" : bench_.fact_paths.front();
    bench_.sink.add(diag::Kind::type_mismatch, view.span(), "`" + name + "` is a case, not a value",
                    "name a fact or a definition of it, such as `" + name + "." + fact + "`");
    return std::nullopt;
  }
  bool const of_element = cases_->variation && cases_->variation->of_element();
  if (of_element && head_of(tail) == cases_->variation->element) {
    return field_of_varied(view, of_case, tail_of(tail));
  }
  if (NamedRecord const* const record = record_named(head_of(tail))) {
    return record_path(view, *record, tail_of(tail));
  }
  if (auto const id = find_fact(bench_, tail)) {
    auto typed = fact(view, *id);
    if (typed) {
      typed->key.of_case = of_case;
    }
    return typed;
  }
  auto const entry = bench_.values.find(tail);
  if (entry && value_kind(*entry) == ValueKind::definition && !bench_.values.is_broken(tail)) {
    return named_value(view, *entry);
  }
  return unknown_in_case(view, of_case, tail);
}

// The element that the two cases differ in. Amounts of the field that differs are of the same thing in both.
std::optional<Typed> Expressions::field_of_varied(syntax::ExprView view, std::uint32_t of_case, std::string_view name) {
  ir::Variation const& varied = *cases_->variation;
  Variable const element{varied.element, false, varied.variable, varied.fact, UINT32_MAX, {}, nullptr};
  auto typed = variable_path(view, element, name);
  bool const key_differs = typed && typed->key == AmountKey{AmountKey::Kind::field, varied.variable, varied.field};
  if (typed && key_differs) {
    typed->key.of_case = of_case;
  }
  return typed;
}

std::optional<Typed> Expressions::unknown_in_case(syntax::ExprView view, std::uint32_t of_case, std::string_view tail) {
  std::string const name = cases_->names[of_case];
  std::string const text(tail);
  if (bench_.values.is_broken(tail) || bench_.values.is_broken(head_of(tail))) {
    return std::nullopt;
  }
  auto const entry = bench_.values.find(tail);
  if (entry && value_kind(*entry) == ValueKind::decision) {
    bench_.sink.add(diag::Kind::property_answer, view.span(), "`" + text + "` is a decision, not a fact of the case",
                    "ask what is decided in the case: `" + text + "(" + name + ")`");
    return std::nullopt;
  }
  if (entry) {
    bool const field = value_kind(*entry) == ValueKind::element_field;
    bench_.sink.add(
        diag::Kind::type_mismatch, view.span(),
        "`" + text +
            (field ? "` is defined of each element of a list, not of a case" : "` is not of one case or another"),
        field ? "read it where a variable stands at an element" : "write it without `" + name + ".`");
    return std::nullopt;
  }
  std::vector<std::string> candidates = bench_.fact_paths;
  auto const names = bench_.values.all();
  candidates.insert(candidates.end(), names.begin(), names.end());
  std::erase(candidates, "");
  for (std::string& candidate : candidates) {
    candidate.insert(0, name + ".");
  }
  bench_.sink.add(diag::Kind::unknown_name, view.span(), "the facts of a case have no `" + text + "`",
                  did_you_mean(view.text(), candidates));
  return std::nullopt;
}

// `reaction(a)`: nothing where it is anything else.
std::optional<ir::NamedAnswer> Expressions::answer_asked(syntax::ExprView view) const {
  if (cases_ == nullptr || view.kind() != NodeKind::call || view.children().size() != 2) {
    return std::nullopt;
  }
  auto const entry = bench_.values.find(syntax::view<syntax::CallView>(view.tree, view.node).callee().text());
  syntax::ExprView const argument = syntax::operand(view, 1);
  auto const of_case = argument.kind() == NodeKind::path ? case_named(argument.text()) : std::nullopt;
  if (!entry || value_kind(*entry) != ValueKind::decision || !of_case) {
    return std::nullopt;
  }
  ir::NamedAnswer const asked{ir::DecisionId(value_index(*entry)), *of_case};
  cases_->reads.push_back({view.span(), *of_case});
  if (std::find(cases_->named.begin(), cases_->named.end(), asked) == cases_->named.end()) {
    cases_->named.push_back(asked);
  }
  return asked;
}

std::optional<Typed> Expressions::answer_call(syntax::CallView view) {
  syntax::ExprView const whole{view.tree, view.node};
  auto const asked = answer_asked(whole);
  if (!asked) {
    std::string const name(view.callee().text());
    bench_.sink.add(diag::Kind::property_answer, view.span(),
                    "`" + name + "` is decided in a case, and none is named here",
                    "write one of the property's cases: `" + name + "(" + cases_->names.front() + ")`");
    return std::nullopt;
  }
  return answer(whole, *asked, false);
}

std::optional<Typed> Expressions::answer(syntax::ExprView view, ir::NamedAnswer const& of, bool mildest) {
  ir::Decision const& decision = bench_.program.decisions[of.decision.index];
  if (!decision.options.has_value()) {
    return std::nullopt;  // its declaration has a fault of its own
  }
  if (decision.of_figure && mildest) {
    bench_.sink.add(diag::Kind::figure_without_options, view.span(),
                    "`" + decision.name + "` is a figure, and has no options", "compare it without `least`");
    return std::nullopt;
  }
  if (decision.of_figure) {
    return figure(view, of.decision);
  }
  ir::Expr expr;
  expr.type = {TypeKind::enumeration, {}, decision.options, {}};
  expr.span = view.span();
  Typed const typed = add(std::move(expr));
  cases_->answers.push_back({typed.expr, of.decision, of.of_case, mildest});
  return typed;
}

std::optional<Typed> Expressions::mildest(syntax::ExprView view) {
  auto const asked = answer_asked(syntax::operand(view, 0));
  if (!asked) {
    std::string const example = cases_ == nullptr ? "" : ", as in `least reaction(" + cases_->names.front() + ")`";
    bench_.sink.add(
        diag::Kind::property_answer, view.span(),
        cases_ == nullptr ? "`least` asks for the mildest option of a case, and rules speak of one case only"
                          : "`least` asks for the mildest option of a decision in a case",
        cases_ == nullptr ? "write it in a `property`; of a list's elements, write `the least x.… for x in …`"
                          : "write the decision and its case behind it" + example);
    return std::nullopt;
  }
  auto typed = answer(view, *asked, true);
  if (typed && bench_.program.enums[typed->type.enumeration.index].ordered_by.empty()) {
    bench_.sink.add(diag::Kind::unordered_enum, view.span(), type_name(bench_, typed->type) + " has no order",
                    "declare the order with `enum … by …`, or compare the answers with `=`");
    return std::nullopt;
  }
  return typed;
}

}  // namespace hjemmel::check
