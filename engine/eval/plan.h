// Plan: a package lowered for the machine: code, constants and the static data that outcomes name. Immutable; shared by threads.
//
// `lower` builds it from the IR; the machine runs it over a Case. It knows nothing of syntax or IR, and all cross-references
// are indexes into its own vectors.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/apart.h"
#include "engine/base/decimal.h"
#include "engine/base/term.h"
#include "engine/base/unit.h"
#include "engine/eval/outcome.h"
#include "engine/eval/value.h"

namespace hjemmel::eval {

inline constexpr std::uint32_t kNoIndex = UINT32_MAX;

// What ten thousand rules and services hold lies in few long lists of the plan, and not in ten thousand short ones; `Plan::of` gives
// what these three stand for.

// A stretch of Plan::words.
struct Words {
  std::uint32_t begin = 0;
  std::uint32_t size = 0;
};

// [begin, end) of the plan's list of T.
template <class T>
struct Part {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] std::uint32_t size() const { return end - begin; }
  [[nodiscard]] bool empty() const { return begin == end; }
};

// One of the plan's list of T, which many have alike; or none.
template <class T>
struct Shared {
  std::uint32_t at = kNoIndex;

  [[nodiscard]] bool has_value() const { return at != kNoIndex; }
  friend bool operator==(Shared, Shared) = default;
};

using Numbers = Part<std::uint32_t>;
using Citations = std::vector<OutcomeCitation>;

enum class Opcode : std::uint8_t {
#define OPCODE(name) name,
#include "engine/eval/opcode.def"
#undef OPCODE
};

struct Instruction {
  Opcode opcode;
  std::uint16_t b = 0;
  std::uint32_t c = 0;
};

// How a comparison is made, and which comparison it is: `a < b` and `a >= b` are the same one, read the other way round, so
// that a completion that assumes the one has assumed the other.
struct Comparison {
  std::uint32_t enumeration = kNoIndex;  // < <= > >= of its values: by rank
  std::uint32_t atom = 0;
  bool negated = false;
  enum class Kind : std::uint8_t { numbers, texts, ratios } kind = Kind::numbers;  // texts: by their letters
};

// Instructions [begin, end) that leave one value.
struct Block {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

enum class LoopKind : std::uint8_t {
  every,
  some,
  no,
  total,
  count,
  count_distinct,
  least,
  greatest,
  first,
  last,
  only
};

struct Loop {
  LoopKind kind = LoopKind::every;
  std::uint32_t fact = 0;                // the list; unused when `group` is set
  std::uint32_t key_field = kNoIndex;    // grouped by this field
  std::uint32_t group = kNoIndex;        // over the members of the group that this variable stands at
  std::uint32_t variable = 0;            // bound here
  std::uint32_t atom = 0;                // of what it says of elements that nobody has told of
  std::uint32_t where = kNoIndex;        // block
  std::uint32_t body = kNoIndex;         // block; none for a count of elements and where a record is picked
  bool body_is_never_negative = false;   // of a field whose schema sets a minimum of 0 or more
  bool texts = false;                    // count_distinct: of texts
  std::uint32_t most_values = kNoIndex;  // count_distinct: as many as there are
  std::uint32_t order = 0;               // first, last: the field that orders the records
  std::uint32_t field = 0;               // first, last, only: the field that is read
};

struct Conditional {
  std::uint32_t then_block = 0;
  std::uint32_t else_block = 0;
};

enum class Domain : std::uint8_t { boolean, enumeration, whole, dense, text, list };  // whole: int, date, period

struct FactPlan {
  std::string name;
  Domain domain = Domain::boolean;
  std::uint32_t enumeration = kNoIndex;  // of an enumeration; of an amount, what it is an amount of
  base::Dimension dimension;             // of a quantity
  std::uint32_t key_field = kNoIndex;    // amounts in a record: the field that says of what
  Calendar calendar = Calendar::none;
  bool may_be_not_applicable = false;
  bool assessment = false;
  bool fixed = false;  // cannot be otherwise: never asked to differ
  std::optional<base::Decimal> minimum;
  std::optional<base::Decimal> maximum;
  std::vector<std::string> by;  // who judges, or who can supply it
  std::vector<std::string> not_by;
  std::vector<std::string> factors;
  bool factors_open_ended = false;
  std::vector<std::string> most_weight;
  std::vector<OutcomeCitation> citations;  // of the assessment
  std::string open_law;                    // no fact of a case: a date that the law leaves open, and why
  std::uint32_t max_items = 0;             // a list
  std::vector<FactPlan> fields;            // a list
  Value default_value;                     // known where the schema has one: fills not asked
  std::uint32_t presumption = kNoIndex;    // fills asked, but not known
  std::uint8_t cost = 1;                   // what finding it out takes, 1 to 9

  // Also where the instant is known, the offset of an open one is not: it stays a range of one number.
  [[nodiscard]] bool is_moment() const { return calendar == Calendar::moment; }
  [[nodiscard]] bool may_be_filled() const { return default_value.is_known() || presumption != kNoIndex; }
};

// An open fact may turn out not to apply, unless it has a range or is known to apply.
[[nodiscard]] inline bool may_not_apply_to(FactPlan const& fact, Value open) {
  return fact.may_be_not_applicable && open.scale != kApplicable && open.detail == kNoDetail;
}

struct EnumPlan {
  std::string name;
  std::vector<std::string> values;
  std::vector<std::uint32_t> ranks;
  std::vector<bool> unranked;
  std::vector<bool> any_unit;
  std::vector<base::Dimension> dimensions;  // of its amounts; kNoDimension where none or any
  bool has_any_unit = false;
};

// What is less than `at` lies before it, and `at` itself where it is `included`.
struct CutPlan {
  base::Decimal at;
  bool included = false;
  Comparison comparison;  // of the key with `at`, at this place of the rules
};

// A key of a table: its class is how many cuts it lies behind, or its number.
struct KeyPlan {
  std::uint32_t classes = 0;
  bool by_value = false;      // of an enumeration or a bool
  std::vector<CutPlan> cuts;  // ascending
};

struct Classifier {
  std::vector<KeyPlan> keys;
};

struct TableEntry {
  bool open_law = false;           // no row: undetermined
  std::uint32_t block = kNoIndex;  // the value
  std::vector<OutcomeCitation> citations;
};

struct TablePlan {
  std::string name;
  std::uint32_t enumeration = 0;    // of its keys; of a table with classified keys one made for it
  std::vector<TableEntry> entries;  // by the key's ordinal
  std::string reason;               // of the open law
  Domain domain = Domain::dense;    // of the result
  std::uint32_t result_enumeration = kNoIndex;
  Calendar calendar = Calendar::none;
  base::Dimension dimension;  // of the result; kNoDimension for `amount of` the key
  bool is_amount = false;
};

// A declared parameter. Without a value it is open law within its range.
struct LawParameterPlan {
  std::string name;
  Domain domain = Domain::dense;
  std::uint32_t enumeration = kNoIndex;
  base::Dimension dimension;
  Calendar calendar = Calendar::none;
  Value value;  // not asked: open law
  std::optional<Interval> range;
  std::string reason;  // of the open law
  std::vector<OutcomeCitation> citations;
};

struct ReadingChoicePlan {
  std::string name;
  std::uint32_t block = 0;
  std::vector<OutcomeCitation> citations;
};

struct ReadingPlan {
  std::string name;
  std::vector<ReadingChoicePlan> choices;  // the first is taken where the case says nothing
  std::vector<OutcomeCitation> citations;
};

struct PresumptionPlan {
  std::uint32_t fact = 0;
  Value value;
  std::uint32_t when = kNoIndex;  // block; none: always
  std::vector<OutcomeCitation> citations;
};

// A conjunct, with its words for the trace.
struct Condition {
  std::uint32_t block = 0;
  Words text = {};
};

struct DefinitionPlan {
  std::string name;
  std::uint32_t block = 0;
  bool boolean = true;
  bool text = false;
  Calendar calendar = Calendar::none;
  base::Dimension dimension;
  std::uint32_t enumeration = kNoIndex;
  std::vector<Condition> conjuncts;  // of a bool definition whose body is an `and`; else empty
  std::uint32_t reading = kNoIndex;  // it is that reading
  std::vector<OutcomeCitation> citations;
};

struct ParameterPlan {
  std::string name;
  base::Dimension dimension;
  std::string unit;  // of a declared dimension
  Calendar calendar = Calendar::none;
};

struct ConditionPlan {
  std::string name;
  std::vector<ParameterPlan> parameters;
};

// Written out, or computed by a block.
struct BoundPlan {
  std::uint32_t parameter = 0;
  BoundSide side = BoundSide::exactly;
  base::Decimal value;
  std::uint32_t block = kNoIndex;  // computed: then there is no `value`
};

struct OptionUse {
  std::uint32_t value = 0;
  std::vector<BoundPlan> bounds;
};

struct ConditionUse {
  std::uint32_t condition = 0;
  std::vector<BoundPlan> bounds;
  std::vector<std::uint32_t> states;
};

struct ChoicePlan {
  Modality modality = Modality::is;
  std::vector<OptionUse> options;
  std::vector<ConditionUse> with;
};

enum class QualifierKind : std::uint8_t {
  may_also_be,
  may_not_be,
  must_carry,
  may_carry,
  may_not_carry,
  bound,
  decided_by
};

struct QualifierPlan {
  QualifierKind kind = QualifierKind::may_also_be;
  std::uint32_t option = kNoIndex;  // on this option only
  std::vector<OptionUse> options;
  std::optional<ConditionUse> condition;
  std::vector<std::string> authorities;
};

struct GroundPlan {
  Words name;
  std::uint32_t block = 0;
  Words text = {};  // of its condition
  bool open = false;
  bool negated = false;  // it holds where the block's value does not
};

struct RulePlan {
  Words name;
  std::uint32_t place = 0;   // among the rules of its decision, as written
  Part<Condition> when;      // conjuncts
  Part<GroundPlan> grounds;  // at least one must hold, where there are any
  std::optional<Condition> unless;
  Shared<ChoicePlan> choice;
  bool has_period = false;  // the first of `when` is its `in force`
  base::Apart<std::vector<QualifierPlan>> qualifiers;
  Part<Condition> figures;  // its computed bounds, each block with its words
  Numbers above;            // rules that override it, transitively
  Numbers overriders;       // of those, the ones that put it out; the others strip what clashes
  Numbers disappliers;
  Shared<Citations> citations;
};

struct OptionPlan {
  std::string name;
  std::vector<std::string> by;
  std::vector<ParameterPlan> parameters;
};

using Options = std::vector<OptionPlan>;

struct DecisionPlan {
  std::string name;
  std::uint32_t enumeration = 0;
  Shared<Options> options;  // by ordinal
  bool of_figure = false;   // its one option is a figure: the one parameter of it
  Part<Condition> when;     // conjuncts
  base::Apart<std::string> otherwise_says;
  Shared<Citations> citations;
  Numbers rules;  // in written order
  Numbers order;  // the same, each after all that can override or disapply it
  Numbers reads;  // decisions that it reads, transitively, ascending; each before this one
};

struct CriterionPlan {
  Words name;
  std::uint32_t block = 0;
  Shared<Citations> citations;
  bool exclusion = false;
};

// A service: `decision` says whether it is given, the rest is what is told of it.
struct ServicePlan {
  Words name;
  Words provider;
  std::uint32_t decision = 0;
  std::optional<Condition> offered;   // where it is offered
  std::optional<Condition> in_force;  // when it is offered
  Part<CriterionPlan> criteria;
  Shared<Citations> citations;
};

// The options of a service's decision, by ordinal.
enum class ServiceOption : std::uint8_t { entitled, may_be_given, not_offered, refused };

// A length of time from a day; days of the list `suspended` are not counted.
struct TermPlan {
  base::Term length;
  std::uint32_t suspended = kNoIndex;  // list
  std::uint32_t first_day = 0;         // its fields
  std::uint32_t last_day = 0;
};

// A function that a jurisdiction's code answers. `takes_texts`: by argument, whether it is a text.
struct FunctionPlan {
  std::string name;  // `no.next_working_day`
  base::Foreign const* code = nullptr;
  std::uint32_t place = 0;
  std::vector<bool> takes_texts;
  bool gives_text = false;
};

// A call of one; `atom`: of a function that gives a truth, what a completion assumes of it.
struct CallPlan {
  std::uint32_t function = 0;
  std::uint32_t atom = kNoIndex;
};

// A duty: `decision` says what has become of it, the rest is what is told of it.
struct DutyPlan {
  std::string name;
  std::string on;
  std::string owed_to;
  std::uint32_t decision = 0;
  std::uint32_t due = 0;  // block: the last day; where `before` the day after it
  bool before = false;
  std::vector<OutcomeCitation> citations;
};

// The options of a duty's decision, by ordinal.
enum class DutyOption : std::uint8_t { not_owed, open, done, done_late, missed };

// The expressions of a property: by its nodes, the block of a term; none of the others.
struct PropertyPlan {
  std::vector<std::uint32_t> blocks;
  std::vector<std::uint32_t> reads;  // decisions that these read, ascending
};

// Where an instruction that can fail stands: `a + b at rules.rules:12`.
struct Place {
  std::uint32_t instruction = 0;
  std::string text;
};

// Two laws, each picked by its own date, of which the milder for one decision is taken (`milder for`).
struct MilderLaw {
  std::uint32_t decision = 0;
  std::uint32_t question = 0;  // the fact that says which is milder where they cannot be compared
};

struct Plan {
  std::vector<Instruction> code;
  std::vector<Block> blocks;
  std::vector<base::Decimal> constants;
  std::vector<base::Dimension> constant_dimensions;  // of quantities, by constant
  std::vector<std::string> texts;                    // constants of type text: their number is -1 - the place here
  std::vector<std::vector<bool>> sets;               // by ordinal
  std::vector<Comparison> comparisons;
  std::vector<bool> dated_atoms;  // by atom: it may turn out otherwise where another date picks the law
  std::vector<Loop> loops;
  std::vector<Conditional> conditionals;
  std::vector<Classifier> classifiers;
  std::vector<FactPlan> facts;
  std::vector<EnumPlan> enums;
  std::vector<std::string> units;  // declared ones, by dimension - kFirstDeclaredDimension
  std::vector<TablePlan> tables;
  std::vector<LawParameterPlan> parameters;
  std::vector<ReadingPlan> readings;
  std::vector<PresumptionPlan> presumptions;
  bool has_basis = false;  // parameters, readings, presumptions or defaults: outcomes may rest on them
  std::vector<DefinitionPlan> definitions;
  std::vector<ConditionPlan> conditions;
  std::vector<DecisionPlan> decisions;
  std::vector<RulePlan> rules;
  std::vector<GroundPlan> grounds;      // of all rules
  std::vector<Condition> clauses;       // conjuncts of rules and decisions, figures of rules
  std::vector<ChoicePlan> choices;      // of rules
  std::vector<Options> options;         // of decisions; each list belongs to one enumeration
  std::vector<CriterionPlan> criteria;  // of all services
  std::vector<Citations> citations;     // of rules, decisions, services and criteria
  std::vector<std::uint32_t> numbers;   // of rules and decisions
  std::string words;                    // names, and the words of conditions
  std::vector<ServicePlan> services;
  std::vector<DutyPlan> duties;
  std::vector<TermPlan> terms;
  std::vector<FunctionPlan> functions;
  std::vector<CallPlan> calls;
  std::vector<PropertyPlan> properties;
  std::vector<Place> places;             // by instruction
  std::optional<Condition> in_force;     // of the whole package
  std::vector<std::uint32_t> selecting;  // definitions of the date that picks, by Law; may be empty
  std::optional<MilderLaw> milder;
  std::uint32_t variables = 0;
  std::uint32_t stack_depth = 0;  // the deepest the value stack gets in one block

  [[nodiscard]] std::string_view of(Words stretch) const { return {words.data() + stretch.begin, stretch.size}; }
  [[nodiscard]] std::span<Condition const> of(Part<Condition> part) const { return cut(clauses, part); }
  [[nodiscard]] std::span<GroundPlan const> of(Part<GroundPlan> part) const { return cut(grounds, part); }
  [[nodiscard]] std::span<CriterionPlan const> of(Part<CriterionPlan> part) const { return cut(criteria, part); }
  [[nodiscard]] std::span<std::uint32_t const> of(Numbers part) const { return cut(numbers, part); }
  // Null where there is none.
  [[nodiscard]] ChoicePlan const* of(Shared<ChoicePlan> choice) const {
    return choice.has_value() ? &choices[choice.at] : nullptr;
  }
  // Empty where there is none.
  [[nodiscard]] Options const& of(Shared<Options> shared) const { return one_of(options, shared); }
  [[nodiscard]] Citations const& of(Shared<Citations> shared) const { return one_of(citations, shared); }

 private:
  template <class T>
  static std::span<T const> cut(std::vector<T> const& list, Part<T> part) {
    return {list.data() + part.begin, part.size()};
  }
  template <class T>
  static T const& one_of(std::vector<T> const& list, Shared<T> shared) {
    static T const kNone;
    return shared.has_value() ? list[shared.at] : kNone;
  }
};

}  // namespace hjemmel::eval
