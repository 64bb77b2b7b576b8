// Expressions: syntax to typed IR, names resolved, dimensions checked, one message for one mistake.
//
// In: an expression and the variables in scope. Out: nodes in Program::exprs and the type, or nothing when a message says
// why. A bare name takes its meaning from the other side's type: `offender.risk_shown >= reason_to_believe`.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

#include "engine/check/workbench.h"

namespace hjemmel::check {

// What an amount is an amount of, so that only amounts of the same thing meet: where the value stands that says so.
struct AmountKey {
  enum class Kind : std::uint8_t {
    none,
    fact,     // `first`: which
    field,    // of the element that variable `first` stands at, field `second`
    record,   // of Workbench::records the one at `first`, field `second`
    written,  // the value with the ordinal `first`
  };

  Kind kind = Kind::none;
  std::uint32_t first = 0;
  std::uint32_t second = 0;
  std::uint32_t of_case = UINT32_MAX;  // in a property: of which case

  friend bool operator==(AmountKey const&, AmountKey const&) = default;
};

struct Typed {
  ir::ExprId expr;
  ir::Type type;
  AmountKey key;  // of an amount, and of a value that may say what one is of
};

// The cases that a property names, while its expressions are checked, and where they speak of which.
struct CaseScope {
  struct Read {
    source::Span span;
    std::uint32_t of_case = 0;
  };
  // A constant that stands for what `decision` answers in a case.
  struct Answer {
    ir::ExprId expr;
    ir::DecisionId decision;
    std::uint32_t of_case = 0;
    bool mildest = false;
  };

  std::vector<std::string> names;
  std::optional<ir::Variation> variation;
  std::vector<Read> reads;
  std::vector<Answer> answers;
  std::vector<ir::NamedAnswer> named;  // each once
};

class Expressions {
 public:
  explicit Expressions(Workbench& bench) : bench_(bench) {}

  // `expected` lets a bare name be a value of an enumeration, and is not enforced here.
  std::optional<Typed> check(syntax::ExprView view, std::optional<ir::Type> const& expected = {});
  // A bool, or a message.
  std::optional<ir::ExprId> condition(syntax::ExprView view);
  // Of exactly this type (numbers: a whole number counts as a decimal), or a message.
  std::optional<Typed> of_type(syntax::ExprView view, ir::Type const& type);
  // A name that stands where an option might: what it is as a value, of this type, or a message.
  std::optional<Typed> named(syntax::NameView name, ir::Type const& type);

  // Every fact is from now on of one of these cases, `a.case.area`; they must outlive the expressions.
  void speak_of(CaseScope& cases) { cases_ = &cases; }

  // Terms in days that are read from now on leave out the days of the periods in this list; their length is not read.
  void suspend_during(ir::Term const& periods) { suspension_ = periods; }

  // Field `field` of the record that `the first` or `the last … by` field `order` stands for.
  std::optional<ir::ExprId> field_of_record(syntax::RecordView view, std::uint32_t order, std::uint32_t field);
  // The list and the field that orders it, or a message.
  struct Ordered {
    ir::FactId list;
    std::uint32_t order = 0;
  };
  std::optional<Ordered> ordered_list(syntax::RecordView view);

  // The list of `of c in return.children`, where the name of the elements is free; or a message.
  std::optional<ir::FactId> list_of_elements(syntax::NameView variable, syntax::NameView path);
  // Checks what is defined of each element, once; false: it has a fault, which is told.
  bool check_field(std::uint32_t index);

 private:
  struct Variable {
    std::string name;
    bool is_group = false;
    std::uint32_t id = 0;
    ir::FactId list;
    std::uint32_t key_field = UINT32_MAX;
    std::string stands_for;               // of `p of {taxpayer, spouse}`: the group of facts, or the record
    NamedRecord const* record = nullptr;  // in what is defined of each element: the record that is read
  };

  using MaybeTyped = std::optional<Typed>;

  MaybeTyped check_kind(syntax::ExprView view, std::optional<ir::Type> const& expected);
  MaybeTyped fitting(syntax::ExprView view, MaybeTyped typed, ir::Type const& type);
  MaybeTyped literal(syntax::ExprView view);
  MaybeTyped quantity(syntax::QuantityView view);
  MaybeTyped connective(syntax::ExprView view);
  MaybeTyped negation(syntax::ExprView view);
  MaybeTyped sum(syntax::ExprView view);
  MaybeTyped calendar_sum(syntax::ExprView view, Typed const& left, Typed const& right);
  MaybeTyped moment_sum(syntax::ExprView view, Typed const& left, Typed const& right);
  MaybeTyped product(syntax::ExprView view);
  MaybeTyped scaled(syntax::ExprView view, Typed const& factor, Typed const& measure);
  MaybeTyped quotient(syntax::ExprView view, Typed const& left, Typed const& right);
  Typed part_of_one(Typed const& percentage);
  bool are_measures(syntax::ExprView view, Typed const& left, Typed const& right);
  MaybeTyped rounding(syntax::ExprView view);
  MaybeTyped not_rounded(syntax::View at, ir::Type const& wanted);
  MaybeTyped lesser_or_greater(syntax::ExprView view);
  MaybeTyped calendar_part(syntax::ExprView view);
  MaybeTyped date_of(syntax::ExprView view);
  MaybeTyped minus(syntax::ExprView view);
  MaybeTyped term(syntax::TermView view);
  std::optional<base::Term> length_of_term(syntax::TermView view);
  MaybeTyped conditional(syntax::ExprView view, std::optional<ir::Type> const& expected);

  MaybeTyped path(syntax::ExprView view, std::optional<ir::Type> const& expected);
  MaybeTyped variable_path(syntax::ExprView view, Variable const& variable, std::string_view field);
  MaybeTyped path_in_group(syntax::ExprView view, Variable const& variable, std::string_view tail);
  [[nodiscard]] std::string meant(std::string_view path) const;
  MaybeTyped no_such_field(syntax::ExprView view, std::string const& of, std::string_view name, ir::FactId list);
  MaybeTyped named_value(syntax::ExprView view, std::uint32_t entry);
  MaybeTyped parameter(syntax::ExprView view, std::uint32_t index);
  MaybeTyped figure(syntax::ExprView view, ir::DecisionId decision);
  MaybeTyped fact(syntax::ExprView view, ir::FactId id);
  MaybeTyped enum_value(syntax::ExprView view, ir::Type const& type);
  MaybeTyped call(syntax::CallView view);
  MaybeTyped table_call(syntax::CallView view, std::uint32_t index, std::size_t arguments);
  MaybeTyped function_call(syntax::CallView view);
  MaybeTyped call_of(syntax::CallView view, base::Foreign const& code, std::size_t place);
  MaybeTyped no_jurisdiction(syntax::CallView view, std::string const& id);
  std::uint32_t function_of(base::Foreign const& code, std::size_t place);
  MaybeTyped unknown_name(syntax::ExprView view);

  [[nodiscard]] std::optional<std::uint32_t> case_named(std::string_view word) const;
  bool note_case(syntax::View at);
  MaybeTyped case_path(syntax::ExprView view, std::uint32_t of_case, std::string_view tail);
  MaybeTyped field_of_varied(syntax::ExprView view, std::uint32_t of_case, std::string_view name);
  MaybeTyped unknown_in_case(syntax::ExprView view, std::uint32_t of_case, std::string_view tail);
  [[nodiscard]] bool needs_case(std::string_view path) const;
  MaybeTyped without_case(syntax::View at);
  [[nodiscard]] std::optional<ir::NamedAnswer> answer_asked(syntax::ExprView view) const;
  MaybeTyped answer_call(syntax::CallView view);
  MaybeTyped answer(syntax::ExprView view, ir::NamedAnswer const& of, bool mildest);
  MaybeTyped mildest(syntax::ExprView view);

  MaybeTyped comparison(syntax::ExprView view);
  MaybeTyped decision_is(syntax::ExprView view, ir::DecisionId decision, syntax::NameView option, ir::ExprOp op);
  MaybeTyped membership(syntax::MembershipView view);
  MaybeTyped may_be(syntax::MembershipView view);
  MaybeTyped is_applicable(syntax::ExprView view);
  void read_as_year(Typed const& year, Typed& number);
  bool comparable(syntax::ExprView view, Typed const& left, Typed const& right);
  bool comparable_amounts(syntax::ExprView view, Typed const& left, Typed const& right);
  [[nodiscard]] bool is_bare_value(syntax::ExprView view) const;
  [[nodiscard]] std::optional<ir::FactId> plain_fact(syntax::ExprView view) const;
  [[nodiscard]] std::optional<ir::DecisionId> decision_named(syntax::ExprView view) const;

  MaybeTyped quantifier(syntax::QuantifierView view);
  MaybeTyped groups_quantifier(syntax::GroupsQuantifierView view);
  bool is_group_of_facts(syntax::NameView path);
  MaybeTyped counted_conditions(syntax::ExprView view);
  std::optional<ir::ExprId> sum_of(std::vector<ir::ExprId> terms, source::Span span);
  ir::ExprId whole_number(std::int64_t number, source::Span span);
  [[nodiscard]] std::optional<std::uint32_t> defined_field(ir::FactId list, std::string_view name) const;
  MaybeTyped body_of_field(DefinedField const& field, Variable variable);
  MaybeTyped read_field(syntax::ExprView view, Variable const& variable, std::uint32_t index);
  void report_circle_of_fields(std::uint32_t back_to);
  MaybeTyped copied(syntax::View at, std::function<MaybeTyped()> const& make);
  MaybeTyped counting_quantifier(syntax::QuantifierView view, ir::Expr counted, ir::ExprId body);
  MaybeTyped aggregate(syntax::TotalView view);
  MaybeTyped aggregate_of_group(syntax::TotalView view);
  bool suits(syntax::TotalView view, ir::Type const& type);
  MaybeTyped count(syntax::CountView view);
  MaybeTyped count_of_group(syntax::CountView view);
  [[nodiscard]] NamedRecord const* record_named(std::string_view name) const;
  [[nodiscard]] NamedRecord const* record_meant(std::string_view name) const;
  MaybeTyped record_path(syntax::ExprView view, NamedRecord const& record, std::string_view field);
  MaybeTyped record_as_value(syntax::View view);
  std::optional<ir::Expr> binder(syntax::View at, syntax::NameView variable, syntax::NameView list,
                                 syntax::NameView key, syntax::ExprView where);
  MaybeTyped age(syntax::ExprView view);
  MaybeTyped as_of_date(syntax::ExprView view);
  MaybeTyped birth_date(syntax::ExprView person);
  std::optional<ir::FactId> list_fact(syntax::NameView path);
  std::optional<std::uint32_t> key_field(ir::FactId list, syntax::NameView key);
  Variable const* find_variable(std::string_view name) const;
  Variable const* group_in(syntax::ExprView view) const;
  bool bind(syntax::NameView name, ir::FactId list, std::uint32_t key_field);
  [[nodiscard]] ir::Record const& record_of(ir::FactId list) const;

  // A new node in its place. The next one may move it.
  ir::Expr& append(ir::ExprOp op, ir::Type type, source::Span span);
  // The newest node.
  [[nodiscard]] Typed newest(AmountKey key = {}) const;
  Typed add(ir::Expr expr);
  // An operation on one or two operands, with its type.
  Typed operation(ir::ExprOp op, ir::Type const& type, source::Span span, std::initializer_list<ir::ExprId> children);
  Typed negated(Typed const& operand, source::Span span);
  MaybeTyped mismatch(syntax::View at, ir::Type const& found, std::string const& wanted, std::string const& help = {});

  Workbench& bench_;
  std::optional<ir::Term> suspension_;
  std::vector<Variable> scope_;
  CaseScope* cases_ = nullptr;  // in a property only
  std::uint32_t levels_ = 0;    // of the expression that is being checked
};

inline ir::Expr& Expressions::append(ir::ExprOp op, ir::Type type, source::Span span) {
  ir::Expr& expr = bench_.program.exprs.emplace_back();
  expr.op = op;
  expr.type = type;
  expr.span = span;
  return expr;
}

inline Typed Expressions::newest(AmountKey key) const {
  auto const& exprs = bench_.program.exprs;
  return {ir::ExprId(exprs.size() - 1), exprs.back().type, key};
}

}  // namespace hjemmel::check
