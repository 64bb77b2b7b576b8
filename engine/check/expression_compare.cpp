// Comparisons, membership, and what other decisions answered.
#include <algorithm>

#include "engine/check/expressions.h"
#include "engine/ir/measure.h"

namespace hjemmel::check {

using ir::ExprOp;
using ir::TypeKind;
using syntax::NodeKind;

namespace {

ExprOp op_of(NodeKind kind) {
  switch (kind) {
    case NodeKind::less:
      return ExprOp::less;
    case NodeKind::less_equal:
    case NodeKind::at_most:
      return ExprOp::less_equal;
    case NodeKind::greater:
      return ExprOp::greater;
    case NodeKind::greater_equal:
    case NodeKind::at_least:
      return ExprOp::greater_equal;
    case NodeKind::not_equal:
    case NodeKind::is_not:
      return ExprOp::not_equal;
    default:
      return ExprOp::equal;
  }
}

}  // namespace

// A single word that nothing is called: a value of the other side's enumeration, if anything.
bool Expressions::is_bare_value(syntax::ExprView view) const {
  std::string_view const text = view.text();
  return view.kind() == NodeKind::path && text.find('.') == std::string_view::npos && find_variable(text) == nullptr &&
         !find_fact(bench_, text) && !bench_.values.find(text);
}

// As `path` finds it, where nothing else can be meant by the name of a fact.
std::optional<ir::FactId> Expressions::plain_fact(syntax::ExprView view) const {
  bool const plain = view.kind() == NodeKind::path && scope_.empty() && cases_ == nullptr && bench_.records.empty();
  return plain ? find_fact(bench_, view.text()) : std::nullopt;
}

std::optional<ir::DecisionId> Expressions::decision_named(syntax::ExprView view) const {
  if (cases_ != nullptr) {
    auto const asked = answer_asked(view);
    return asked ? std::optional(asked->decision) : std::nullopt;
  }
  if (view.kind() != NodeKind::path) {
    return std::nullopt;
  }
  auto const entry = bench_.values.find(view.text());
  if (!entry || value_kind(*entry) != ValueKind::decision) {
    return std::nullopt;
  }
  return ir::DecisionId(value_index(*entry));
}

std::optional<Typed> Expressions::comparison(syntax::ExprView view) {
  syntax::ExprView const first = syntax::operand(view, 0);
  syntax::ExprView const second = syntax::operand(view, 1);
  bool const says_is = view.kind() == NodeKind::is || view.kind() == NodeKind::is_not;
  bool const may_ask = says_is || cases_ != nullptr;  // in a property any comparison may speak of an answer
  auto const decision = may_ask ? decision_named(first) : std::nullopt;
  if (decision && says_is && !bench_.program.decisions[decision->index].of_figure) {
    auto const answer = decision_is(view, *decision, second, ExprOp::is_only);
    return answer && view.kind() == NodeKind::is_not ? std::optional(negated(*answer, view.span())) : answer;
  }
  std::optional<Typed> left;
  std::optional<Typed> right;
  auto const asked_of = plain_fact(first);
  if (!asked_of && is_bare_value(first) && !is_bare_value(second)) {
    right = check(second);
    left = right ? check(first, right->type) : std::nullopt;
  } else {
    left = asked_of ? fact(first, *asked_of) : check(first);
    right = left ? check(second, left->type) : std::nullopt;
    if (!left && !is_bare_value(second)) {
      static_cast<void>(check(second));  // for its messages
    }
  }
  ExprOp const op = op_of(view.kind());
  if (left && right) {
    read_as_year(*left, *right);
    read_as_year(*right, *left);
  }
  if (!left || !right || !comparable(view, *left, *right)) {
    return std::nullopt;
  }
  return operation(op, {}, view.span(), {left->expr, right->expr});
}

// `year of d >= 2024`: a whole number written beside a year is a year.
void Expressions::read_as_year(Typed const& year, Typed& number) {
  ir::Expr& expr = bench_.program.exprs[number.expr.index];
  bool const written = year.type.kind == TypeKind::year && expr.op == ExprOp::constant &&
                       expr.type.kind == TypeKind::integer && expr.number.coefficient() >= 1 &&
                       expr.number.coefficient() <= 9999;
  if (written) {
    expr.type = year.type;
    number.type = year.type;
  }
}

bool Expressions::comparable(syntax::ExprView view, Typed const& left, Typed const& right) {
  ExprOp const op = op_of(view.kind());
  bool const orders = op != ExprOp::equal && op != ExprOp::not_equal;
  if (!ir::common_type(left.type, right.type)) {
    bool const unit_missing = ir::is_quantity(left.type, base::kPeriod) && ir::is_number(right.type);
    bool const month_as_number = left.type.kind == TypeKind::month && ir::is_number(right.type);
    std::string const units =
        figure_help(bench_, syntax::operand(view, 1), left.type,
                    figure_help(bench_, syntax::operand(view, 0), right.type, "compare only what is alike"));
    std::string const help =
        unit_missing ? "write the unit: `18 years`, `6 months`"
        : month_as_number
            ? "a month is one of the calendar, such as March 2026, and there is no March of any year: compare it with "
              "the `month of` another date"
            : unlike_help(left.type, right.type, units);
    bench_.sink.add(diag::Kind::not_comparable, view.span(),
                    type_name(bench_, left.type) + " cannot be compared with " + type_name(bench_, right.type), help);
    return false;
  }
  bool const unordered =
      left.type.kind == TypeKind::boolean || left.type.kind == TypeKind::text ||
      (left.type.kind == TypeKind::enumeration && bench_.program.enums[left.type.enumeration.index].ordered_by.empty());
  if (orders && unordered) {
    bench_.sink.add(diag::Kind::unordered_enum, view.span(), type_name(bench_, left.type) + " has no order",
                    left.type.kind == TypeKind::boolean ? "use the condition itself, or `not` before it"
                    : left.type.kind == TypeKind::text
                        ? "compare texts with `=` or `!=`"
                        : "use `is` or `in { … }`, or declare the order with `enum … by …`");
    return false;
  }
  return comparable_amounts(view, left, right);
}

bool Expressions::comparable_amounts(syntax::ExprView view, Typed const& left, Typed const& right) {
  bool const amounts = left.type.kind == TypeKind::amount && right.type.kind == TypeKind::amount;
  if (!amounts || left.key == right.key) {
    return true;
  }
  bench_.sink.add(
      diag::Kind::different_substances, view.span(),
      "the two amounts need not be of the same `" + bench_.program.enums[left.type.enumeration.index].name + "`",
      "compare and add amounts only where both are of the same path, such as in a group `by` it");
  return false;
}

std::optional<Typed> Expressions::decision_is(syntax::ExprView view, ir::DecisionId decision, syntax::NameView option,
                                              ExprOp op) {
  if (!bench_.program.decisions[decision.index].options.has_value()) {
    return std::nullopt;  // its declaration has a fault of its own
  }
  if (bench_.program.decisions[decision.index].of_figure) {
    bench_.sink.add(diag::Kind::figure_without_options, view.span(),
                    "`" + bench_.program.decisions[decision.index].name + "` is a figure, and has no options",
                    "compare it: `=`, `<`, `at most`");
    return std::nullopt;
  }
  auto const ordinal = read_ordinal(bench_, bench_.program.decisions[decision.index].options, option);
  if (!ordinal) {
    return std::nullopt;
  }
  ir::Expr& expr = append(op, {}, view.span());
  expr.decision = decision;
  expr.index = *ordinal;
  return newest();
}

std::optional<Typed> Expressions::may_be(syntax::MembershipView view) {
  auto const decision = decision_named(view.subject());
  if (!decision && needs_case(view.subject().text())) {
    return without_case(view.subject());
  }
  if (!decision) {
    bench_.sink.add(diag::Kind::type_mismatch, view.subject().span(),
                    "`" + std::string(view.subject().text()) + "` is not a decision",
                    "`may be` asks for the options of a decision");
    return std::nullopt;
  }
  return decision_is(view, *decision, {view.tree, *view.names().begin()}, ExprOp::may_be);
}

std::optional<Typed> Expressions::membership(syntax::MembershipView view) {
  auto const subject = check(view.subject());
  if (!subject) {
    return std::nullopt;
  }
  if (subject->type.kind != TypeKind::enumeration) {
    return mismatch(view.subject(), subject->type, "a value of an enumeration",
                    "`in { … }` lists values of an enumeration");
  }
  std::vector<std::uint32_t> members;
  members.reserve(view.names().size());
  bool good = true;
  syntax::Tree const& tree = *view.tree;
  for (syntax::NodeRef at = tree.first_child(view.node); at.has_value(); at = tree.next_sibling(at)) {
    if (tree.kind(at) != NodeKind::name) {
      continue;
    }
    auto const ordinal = read_ordinal(bench_, subject->type.enumeration, {&tree, at});
    good = good && ordinal;
    if (ordinal) {
      members.push_back(*ordinal);
    }
  }
  if (!good) {
    return std::nullopt;
  }
  std::sort(members.begin(), members.end());
  members.erase(std::unique(members.begin(), members.end()), members.end());
  Typed const member = operation(ExprOp::member, {}, view.span(), {subject->expr});
  bench_.program.exprs.back().more = ir::ExprMore{.set = {members.begin(), members.end()}};
  return view.kind() == NodeKind::not_in_set ? negated(member, view.span()) : member;
}

std::optional<Typed> Expressions::is_applicable(syntax::ExprView view) {
  syntax::ExprView const subject = syntax::operand(view, 0);
  std::string_view const text = subject.kind() == NodeKind::path ? subject.text() : std::string_view{};
  NamedRecord const* const record = record_meant(text.substr(0, text.find('.')));
  bool const whole = record != nullptr && text.find('.') == std::string_view::npos;
  // A record is there where the date applies that it was chosen by.
  auto const typed =
      whole ? record_path(subject, *record, record_of(record->list).fields[record->order].info.name) : check(subject);
  if (!typed) {
    return std::nullopt;
  }
  ir::Expr const& asked_of = bench_.program.exprs[typed->expr.index];
  bool const of_record =
      record != nullptr && asked_of.op == ExprOp::definition &&
      std::find(record->fields.begin(), record->fields.end(), asked_of.definition) != record->fields.end();
  if (asked_of.op != ExprOp::fact && asked_of.op != ExprOp::field && asked_of.op != ExprOp::figure && !of_record) {
    return mismatch(subject, typed->type, "a fact", "`is applicable` asks of a fact whether it applies");
  }
  Typed const asked = operation(ExprOp::is_applicable, {}, view.span(), {typed->expr});
  return view.kind() == NodeKind::is_not_applicable ? negated(asked, view.span()) : asked;
}

}  // namespace hjemmel::check
