// Program: a checked package, typed and frozen. Data only; `check` builds it, `lower` turns it into bytecode.
//
// Every cross-reference is an Id into a vector here. `print.h` writes it as text, `verify.h` proves its invariants.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <boost/container/small_vector.hpp>

#include "engine/base/apart.h"
#include "engine/base/date.h"
#include "engine/base/foreign.h"
#include "engine/ir/expr.h"
#include "engine/ir/property.h"

namespace hjemmel::ir {

using RuleId = base::Id<struct RuleTag>;
// Most lists of rules are short: one or two lie in what lists them.
using RuleIds = base::Few<RuleId>;
using SourceId = base::Id<struct SourceTag>;
using ConditionId = base::Id<struct ConditionTag>;

// A work that rules cite: `source strl "straffeloven" id "lov/2005-05-20-28"`.
struct Source {
  std::string name;
  std::string title;
  std::string id;  // of an act, the refid under which its text is looked up; may be empty
};

struct Citation {
  SourceId source;                     // none: the catalogue entries alone
  std::string place;                   // `second paragraph`
  std::vector<std::string> catalogue;  // ids, ranges expanded
  source::Span span = {};              // as it is written
};

// Of one declaration, in written order. What is made of a declaration cites as it does.
using Citations = base::Apart<std::vector<Citation>>;

inline void append(Citations const& more, Citations& citations) {
  if (citations.empty()) {
    citations = more;
  } else if (!more.empty()) {
    citations.edit([&](std::vector<Citation>& all) { all.insert(all.end(), more.begin(), more.end()); });
  }
}

// A special condition that a reaction can carry.
struct Condition {
  std::string name;
  std::vector<Parameter> parameters;
  source::Span span;
};

struct TableRow {
  std::uint32_t key = 0;  // the enumeration value's ordinal
  ExprId value;
  Citations citations;
};

// With no row for a key: open law, with the reason the author gives. (A table without `otherwise` covers all its keys.)
struct OpenLaw {
  std::string reason;
  Citations citations;
};

// Between two classes of an input: what is less than `at` lies before it, and `at` itself where it is `included`.
struct TableCut {
  ExprId at;  // a constant of the input's type
  bool included = false;
};

// One of several keys, or one that is looked up by the range it lies in. Its values fall into classes: of an enumeration or a
// bool each value is one, of anything else what lies between two neighbouring cuts.
struct TableInput {
  std::string name;
  Type type;
  std::vector<TableCut> cuts;  // ascending; none for an enumeration and a bool
  std::uint32_t classes = 0;
};

// With `inputs`, `key` is an enumeration made for the table: one value for each combination of classes, the last input's
// running fastest. A row that fits several combinations stands once for each.
struct Table {
  std::string name;
  EnumId key;
  std::vector<TableInput> inputs;  // none: the one key is a value of `key`
  Type result;
  std::vector<TableRow> rows;  // one a key at most
  ExprId otherwise;            // a value for the other keys
  std::optional<OpenLaw> undetermined;
  Citations citations;
  source::Span span;
};

struct Definition {
  std::string name;
  Type type;
  ExprId body;
  Citations citations;
  source::Span span;
};

// `parameter f: decimal = 2 within 1 to 5`: a figure that the rules name. Without a value it is open law within its range.
struct LawParameter {
  std::string name;
  Type type;
  std::optional<base::Decimal> value;  // of a text: 0
  std::string text;                    // of a text
  std::optional<base::Decimal> low;    // what else it may be, ends included; both or none
  std::optional<base::Decimal> high;
  std::string reason;  // of open law: why there is no value; never empty then
  Citations citations;
  source::Span span;
};

struct ReadingChoice {
  std::string name;
  Citations citations;
};

// Ways in which a provision can be read. A definition of the same name holds the choices as an expression; the first is taken.
struct Reading {
  std::string name;
  std::vector<ReadingChoice> choices;
  source::Span span;
};

// What counts where a fact was asked for and is not known.
struct Presumption {
  FactId fact;
  base::Decimal value;  // of a text: 0
  std::string text;     // of a text
  ExprId when;          // none: always
  Citations citations;
  source::Span span;
};

// Who judges a fact that the schema marks as an assessment, and by which factors.
struct Assessment {
  FactId fact;
  std::vector<std::string> by;
  std::vector<std::string> factors;
  bool open_ended = false;  // `weighing among others`
  Citations citations;
  source::Span span;
  std::vector<std::string> not_by = {};       // who may not judge it
  std::vector<std::string> most_weight = {};  // `most weight on`: some of the factors
  std::uint32_t field = UINT32_MAX;           // of a list: the field that is judged, for each element

  [[nodiscard]] bool is_of(FactId of, std::uint32_t of_field) const { return fact == of && field == of_field; }
};

enum class Modality : std::uint8_t { is, normally_is, should_be, may_be };

enum class QualifierKind : std::uint8_t {
  may_also_be,
  may_not_be,
  must_carry,
  may_carry,
  may_not_carry,
  bound,
  decided_by
};

enum class BoundKind : std::uint8_t { exactly, at_least, at_most };

// On a parameter of an option or condition; `value` in the parameter type's base unit. at_least and at_most include the value.
struct Bound {
  std::uint32_t parameter = 0;
  BoundKind kind = BoundKind::exactly;
  base::Decimal value;
  ExprId computed = {};  // in place of `value`
};

// A condition as an effect speaks of it: its bounds, and what the decision must state.
struct ConditionUse {
  ConditionId condition;
  std::vector<Bound> bounds;
  std::vector<std::uint32_t> states;  // parameters that the decision must state
};

struct OptionUse {
  std::uint32_t value = 0;  // ordinal in the decision's enumeration
  std::vector<Bound> bounds;
};

// Most rules choose one, which lies in the rule itself.
using OptionUses = boost::container::small_vector<OptionUse, 1>;

// A choosing effect: the options, their modality, and the conditions that all of them must carry (`with`).
struct Choice {
  Modality modality = Modality::is;
  OptionUses options;
  std::vector<ConditionUse> with;

  [[nodiscard]] bool empty() const { return options.empty(); }
};

struct Qualifier {
  QualifierKind kind = QualifierKind::may_also_be;
  std::optional<std::uint32_t> option;    // the rule is `on` this option only; none: every option
  OptionUses options;                     // may_also_be, may_not_be, bound
  std::optional<ConditionUse> condition;  // must_carry, may_carry, may_not_carry
  std::vector<std::string> authorities;   // decided_by
};

// A line of `any of`: a named ground; `open` ones are asked only when no listed ground holds.
struct Ground {
  std::string name;
  ExprId condition;
  bool open = false;
  bool negated = false;  // it holds where the condition does not: what a service's criterion is to its refusal
};

struct Rule {
  std::string name;
  DecisionId decision;
  RuleIds overrides;            // groups expanded; direct, not transitive
  RuleIds disapplies;           // groups expanded
  ExprId when;                  // none: always
  ExprId period;                // its `in force`: the first conjunct of `when`, or all of it; none: always in force
  std::vector<Ground> grounds;  // none, or at least one must hold (besides `when`)
  ExprId unless;
  base::Apart<Choice> choice;  // none, or of one option at least
  std::vector<Qualifier> qualifiers;
  Citations citations;
  source::Span span;
};

struct Decision {
  std::string name;
  EnumId options;
  base::Apart<std::vector<std::string>> by;
  ExprId when;  // none: always arises
  // `otherwise "…"`: what the text output says where the question does not arise; may be empty
  base::Apart<std::string> otherwise_says;
  Citations citations;
  RuleIds rules;  // in written order
  source::Span span;
  bool of_service = false;  // whether a service is given: see Service
  bool of_duty = false;     // what has become of a duty: see Duty
  // It decides on a figure: its enumeration has one option with one parameter, which each choice bounds exactly, computed.
  bool of_figure = false;
};

// A line under `criteria` or `excludes`.
struct Criterion {
  std::string name;
  ExprId condition;  // a criterion must hold, an exclusion must not
  bool exclusion = false;
  Citations citations;  // its own
};

// What is said of what a service gives: `form one of {injectable, oral}`, or a figure such as `length at most 3 months`.
struct GivenFeature {
  std::string name;
  std::vector<std::string> one_of;  // two or more; empty: the figure
  BoundKind kind = BoundKind::exactly;
  base::Decimal value;
  Type type;
};

struct Given {
  std::string name;
  std::vector<GivenFeature> features;
};

// A service that a person may get. Whether it is given is a decision of its own among kServiceOptions, with a rule for each
// way in which it is not: so a service rests on the same precedence, completions and traces as any decision.
struct Service {
  std::string name;
  base::Apart<Label> label;
  std::string provider;
  bool as_of_right = false;  // otherwise it may be given
  DecisionId decision;
  ExprId offered;                                // where it is offered; none: everywhere
  base::Apart<std::vector<std::string>> places;  // of `offered in`
  FactId place;                                  // the fact that holds the place
  ExprId in_force;                               // when it is offered; none: always
  base::Apart<std::string> period;               // as written: `from 2024-01-01 until 2029-01-01`
  std::vector<Criterion> criteria;               // in written order, exclusions too
  base::Apart<std::vector<Given>> gives;
  Citations citations;
  source::Span span;
};

// The options of a service's decision.
enum class ServiceOption : std::uint8_t { entitled, may_be_given, not_offered, refused };

// What a body must have done by a day. What has become of it is a decision of its own among the options of DutyOption, so that
// rules read it and unknowns are completed as for any decision.
struct Duty {
  std::string name;
  std::string on;       // the body that is bound
  std::string owed_to;  // whose right it is; may be empty
  DecisionId decision;
  ExprId due;           // the last day; of `due before` the day that it must be done before
  bool before = false;  // `due before`
  Citations citations;
  source::Span span;
};

// The options of a duty's decision.
enum class DutyOption : std::uint8_t { not_owed, open, done, done_late, missed };

// A function that a jurisdiction's code answers.
struct Function {
  std::string name;  // `no.next_working_day`
  std::vector<Type> arguments;
  Type result;
  base::Foreign const* code = nullptr;  // lives longer than the program
  std::uint32_t place = 0;              // in its functions()
};

struct Program {
  std::string name;  // `no.penal.minor_narcotics`
  Label title;
  std::string jurisdiction;
  std::string status;  // `proposed`
  std::string status_by;
  std::string schema;  // `no/narcotics_case`
  FactId as_of;        // none: not stated
  FactId decided_on;
  std::optional<base::Date> law_known_on;
  ExprId in_force;                 // of the whole package; none: always
  DefinitionId selecting;          // the date that picks versions; none where nothing has any
  DefinitionId selecting_decided;  // the same with the date decided on as its base; `milder for` only
  DecisionId milder_for;           // `as of …, milder for reaction`; none: the law of the one date
  FactId milder_question;          // whether the law at the decision is the milder one, where they cannot be compared

  std::vector<NameLabel> labels;  // of names that are not labelled where they are declared; first hit counts
  std::vector<Source> sources;
  std::vector<Enum> enums;
  std::vector<DeclaredUnit> units;
  std::vector<Record> records;
  std::vector<Fact> facts;
  std::vector<Condition> conditions;
  std::vector<Table> tables;
  std::vector<Definition> definitions;  // each after all that it reads
  std::vector<LawParameter> parameters;
  std::vector<Reading> readings;
  std::vector<Presumption> presumptions;  // one a fact at most
  std::vector<Assessment> assessments;
  std::vector<Decision> decisions;  // each after all that it reads
  std::vector<Rule> rules;
  std::vector<Service> services;                    // in written order
  std::vector<Duty> duties;                         // in written order
  std::vector<Property> properties;                 // of this package alone, in written order
  std::vector<Term> terms;                          // of expressions
  std::vector<Function> functions;                  // that expressions call
  std::vector<base::Foreign const*> jurisdictions;  // whose code is used, in written order; each once
  std::vector<Expr> exprs;                          // children before parents
  std::uint32_t variable_count = 0;
};

}  // namespace hjemmel::ir
