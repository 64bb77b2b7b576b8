// Machine: runs a plan's code over one case, in strong Kleene logic, with a cause for everything it cannot know.
//
// In: a plan, a case, and what a completion assumes. Out: the value of any block. One machine serves one case (or one
// completion of it); definitions are computed once. Tested in tests/unit/eval/machine_test.cpp and tests/differential.
#pragma once

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/ratio.h"
#include "engine/eval/facts.h"
#include "engine/eval/figures.h"
#include "engine/eval/plan.h"
#include "engine/eval/trace.h"
#include "engine/eval/unknown.h"

namespace hjemmel::eval {

// Rows of a table that are read for a key that is not known; past that its value has no bounds.
inline constexpr std::uint32_t kMostRowsTried = 64;

// What a completion has settled besides facts.
struct Assumptions {
  std::map<Unknown, Interval> open_law;
  std::map<AtomKey, State> atoms;  // known: true, not_applicable: false, error: it has no value
};

// In place of an instruction: something failed in this run, and `error_place` already tells where.
inline constexpr std::uint32_t kFailedBefore = kNoIndex - 1;

// What another decision answered, for code that reads it.
struct Answer {
  State state = State::unknown;    // known, unknown, not_applicable or error
  std::vector<bool> options;       // known: which options it has
  std::uint32_t cause = kNoIndex;  // unknown
  Value figure = {};               // known, of a decision on a figure: may itself be open
};

// What a traced run has read.
struct Reads {
  std::vector<Unknown> facts;                                    // facts and cells, first read first
  std::vector<std::pair<std::uint32_t, std::uint32_t>> entries;  // table and key
  std::vector<std::uint32_t> definitions;
  std::vector<std::uint32_t> parameters;
};

// One thing besides facts and rules that a run has taken something from.
struct BasisRead {
  BasisKind kind = BasisKind::reading;
  Unknown of;  // default: the fact or cell; presumption: the fact; reading, parameter: `index` alone

  friend auto operator<=>(BasisRead const&, BasisRead const&) = default;
};

// Which date picks the rules: the head's, or under `milder for` the date decided on.
enum class Law : std::uint8_t { at_act, at_decision };

class Machine {
 public:
  // All three must outlive the machine.
  Machine(Plan const& plan, Case const& facts, Assumptions const& assumptions, bool tracing, Law law = Law::at_act);

  [[nodiscard]] Value run(std::uint32_t block);
  // The block's value as a condition: not applicable counts as false.
  [[nodiscard]] Value truth(std::uint32_t block);
  [[nodiscard]] Value definition(std::uint32_t index);
  [[nodiscard]] Value fact(std::uint32_t index);
  // The date that picks the rules; a package without versions has none.
  [[nodiscard]] Value selecting_date();
  // From here on `reads` holds the facts read, also where nothing is traced.
  void note_reads() { noting_ = true; }
  // From here on it holds none, also where something is traced.
  void pass_over_reads() { noting_ = false; }
  void answer(std::uint32_t decision, Answer answer) { answers_.insert_or_assign(decision, std::move(answer)); }
  // Lets a variable that no loop binds stand at an element.
  void stand_at(std::uint32_t variable, std::uint32_t list, std::uint32_t row) {
    frames_[variable].fact = list;
    frames_[variable].row = row;
  }
  // A computed bound of a rule that applies: known, open or in error.
  [[nodiscard]] Figure figure(Condition const& computed);
  [[nodiscard]] std::string fault_of(Figure const& figure, std::string const& words) const;
  // A cause that splits one unknown where the open figure is this number; none where nothing does.
  [[nodiscard]] std::uint32_t cut_figure(Figure const& open, base::Decimal known);

  [[nodiscard]] Value conjunction(Value left, Value right);
  [[nodiscard]] Value disjunction(Value left, Value right);
  [[nodiscard]] Value negation(Value value);

  [[nodiscard]] std::uint32_t cause_of(Value value) const;
  [[nodiscard]] std::uint32_t join(std::uint32_t left, std::uint32_t right);
  [[nodiscard]] std::vector<Cause> const& causes() const { return causes_; }
  [[nodiscard]] std::vector<AtomKey> const& atoms() const { return atoms_; }
  [[nodiscard]] Interval bounds(Value value) const;
  // Of a known number.
  [[nodiscard]] base::Ratio ratio_of(Value value) const;
  // `a + b at rules.rules:12`, of the first value in state error; empty when there was none.
  [[nodiscard]] std::string const& error_place() const { return error_place_; }
  // The place of a fault that what is open there may turn out to be; empty where none can.
  [[nodiscard]] std::string fault_below(std::uint32_t cause) const;
  [[nodiscard]] Reads const& reads() const { return reads_; }
  // First read first, each once; of parameters those that have a value here.
  [[nodiscard]] std::vector<BasisRead> const& basis_reads() const { return basis_reads_; }

 private:
  // Where a variable of a quantifier or an aggregate stands.
  struct Frame {
    std::uint32_t fact = 0;
    std::uint32_t row = 0;                                          // an element
    Value key;                                                      // a group
    std::vector<std::uint32_t> members;                             // rows that belong to the group
    std::vector<std::pair<std::uint32_t, std::uint32_t>> floating;  // rows that may belong to it, each with its cause
    std::uint32_t open_cause = kNoIndex;                            // the list may hold more
    std::uint32_t fails_at = kNoIndex;                              // where it may fail to say which rows float
  };

  struct Range {  // of one run of a loop's rows
    std::vector<std::uint32_t> rows;
    std::uint32_t open_cause = kNoIndex;
  };

  Value run_on_stack(Block range);
  void execute(Instruction const& instruction, std::uint32_t at);
  void execute_operator(Instruction const& instruction, std::uint32_t at);
  Value pop();
  void push(Value value) { stack_.push_back(value); }
  [[nodiscard]] Value constant(Instruction const& instruction) const {
    return Value::known(plan_.constants[instruction.c], plan_.constant_dimensions[instruction.c]);
  }
  [[nodiscard]] bool jumps(Instruction const& instruction) const;

  Value as_of_date(std::uint32_t block, std::uint32_t at);
  Value run_as_of(std::uint32_t block, std::optional<Value> date);
  Value cell(std::uint32_t fact, std::uint32_t row, std::uint32_t field);
  Value amount_cell(std::uint32_t list, std::uint32_t row, FactPlan const& field, Unknown unknown, Value stored);
  Value open_fact(FactPlan const& plan, Value stored, Unknown unknown);
  std::optional<Value> filled(FactPlan const& plan, Value stored, Unknown unknown);
  std::optional<Value> presumed(FactPlan const& plan, Value stored, Unknown unknown);
  Value presumption_holds(std::uint32_t index);
  Value parameter(std::uint32_t index);
  Value reading(std::uint32_t index);
  [[nodiscard]] bool is_freed(Unknown const& unknown) const;
  void note_basis(BasisKind kind, Unknown of);
  Value table(std::uint32_t index);
  [[nodiscard]] std::uint32_t rows_fail_at(std::uint32_t index, std::size_t first, std::size_t last) const;
  Value table_of_open_key(std::uint32_t index, Value key);
  Value entry_value(std::uint32_t index, std::uint32_t key);
  Value classify(Classifier const& classifier);
  Value class_of(KeyPlan const& plan, Value key);
  Value class_of_open(KeyPlan const& plan, Value key);
  Value open_entry(std::uint32_t index, std::uint32_t key);
  Value conditional(Conditional const& blocks);
  Value is_applicable(Value value);
  [[nodiscard]] Answer const& answer_of(std::uint32_t decision) const;
  Value read_decision(Instruction const& instruction, std::uint32_t at);
  Value read_figure(std::uint32_t decision, std::uint32_t at);
  [[nodiscard]] static std::string no_figure(std::string_view words);
  [[nodiscard]] std::uint32_t branch_fails_at(Conditional const& blocks, Value condition) const;
  [[nodiscard]] std::uint32_t fails_within(std::vector<std::uint32_t> blocks) const;
  void add_blocks_read_by(Instruction const& instruction, std::vector<std::uint32_t>& blocks) const;

  Value compare(Instruction const& instruction, Value left, Value right);
  Value compare_known(Opcode opcode, Value left, Value right, std::uint32_t enumeration);
  // Where the unknown that `open` hangs on must be cut.
  [[nodiscard]] std::optional<Cut> cut_of(Value open, base::Decimal bound, CutSide side) const;
  Value compare_open(Opcode opcode, Comparison const& comparison, Value left, Value right);
  Value error_beside(Value error, Value open);
  [[nodiscard]] AtomKey atom_key(std::uint32_t number) const;
  Value settle_or_doubt(std::uint32_t number, bool negated, std::uint32_t cause, std::uint32_t fails_at = kNoIndex);
  [[nodiscard]] bool is_unranked(Value value, std::uint32_t enumeration) const;
  Value compare_texts(Opcode opcode, Value left, Value right);
  [[nodiscard]] std::string const& text(Value value) const;
  [[nodiscard]] Value member(std::uint32_t set, Value value) const;

  Value add(Value left, Value right, std::uint32_t at);
  Value add_open(Value left, Value right, std::uint32_t at);
  Value negate(Value value);
  Value multiply(Value left, Value right, std::uint32_t at);
  Value add_months(Value date, Value months, std::uint32_t at);
  // The days that are not counted for certain, and what else may not be.
  struct Suspensions {
    std::vector<base::DayRange> days;
    std::uint32_t cause = kNoIndex;
  };
  Suspensions suspensions(TermPlan const& plan);
  Value term(TermPlan const& plan, std::uint32_t at);
  Value term_open(base::Term const& length, Value start, Suspensions const& suspended, std::uint32_t at);
  Value age(Value birth, Value date, std::uint32_t at);
  Value age_open(Value birth, Value date);
  Value add_days(Value date, Value hours, std::uint32_t at);
  Value calendar_part(Value value, Opcode opcode, bool of_month);
  Value add_hours(Value moment, Value hours, std::uint32_t at);
  Value date_of(Value moment);
  Value add_ratio(Value left, Value right, std::uint32_t at);
  Value multiply_ratio(Value left, Value right, std::uint32_t at);
  Value negate_ratio(Value value);
  Value divide(Value left, Value right, std::uint32_t at);
  Value divide_open(Value left, Value right, std::uint32_t at);
  Value round(Value value, Instruction const& instruction, std::uint32_t at);
  Value lesser_or_greater(Value left, Value right, Instruction const& instruction);
  Value lesser_or_greater_open(Value left, Value right, bool least, bool moments);
  Value known_ratio(base::Ratio ratio);
  Value point_or_doubt(Interval bounds, std::uint32_t cause, Form form, std::uint32_t fails_at);
  std::optional<Value> passed_on(Value left, Value right);
  Value fault(std::uint32_t at);
  [[nodiscard]] std::string place_text(std::uint32_t at) const;

  Value call(CallPlan const& call, std::uint32_t at);
  Value open_call(CallPlan const& call, std::uint32_t cause, std::uint32_t fails_at);
  Value answer_of(CallPlan const& call, std::span<base::ForeignValue const> arguments, std::uint32_t at);
  Value given_text(std::string_view text);

  Value loop(std::uint32_t index, std::uint32_t at);
  Value quantify(Loop const& loop);
  Value quantify_rows(Loop const& loop);
  Value quantify_groups(Loop const& loop);
  Value group_verdict(Loop const& loop, Frame frame, std::uint32_t context);
  Value fold(LoopKind kind, Value so_far, Value gate, Value body);
  Value finish(Loop const& loop, Value verdict, std::uint32_t open);
  Value aggregate(Loop const& loop, std::uint32_t at);
  Value total_rows(Loop const& loop, std::uint32_t at);
  Value count_rows(Loop const& loop);
  Value count_groups(Loop const& loop);
  Value count_distinct(Loop const& loop, std::uint32_t at);
  // An element that may be the one that is looked for: the greatest of its bounds wins (turned round for `least`, `first`).
  struct Contender {
    std::uint32_t row = 0;
    Value counted;  // true or open
    Value value;    // known or open
    Interval bounds;
    bool sure = false;  // it is there, and its value applies
  };
  struct Contest {
    std::vector<Contender> all;
    std::uint32_t open_cause = kNoIndex;  // the list may hold more
    std::uint32_t fails_at = kNoIndex;
    std::optional<Value> fault;
  };
  Contest contest(Loop const& loop, std::uint32_t at);
  void enter(Loop const& loop, std::uint32_t row, Value counted, std::uint32_t at, Contest& contest);
  static Interval keep_best(Contest& contest);
  [[nodiscard]] bool may_tie(Contest const& contest) const;
  [[nodiscard]] bool surely_applies(Value value) const;
  std::uint32_t cause_of_contest(Contest const& contest);
  Value extreme(Loop const& loop, std::uint32_t at);
  Value pick(Loop const& loop, std::uint32_t at);
  Value open_pick(Loop const& loop, Contest const& contest, Interval const& best, std::uint32_t fails_at);
  struct Picked {
    Interval reach;
    std::uint32_t cause = kNoIndex;
    bool may_be_absent = false;
    std::uint32_t fails_at = kNoIndex;
  };
  Value picked_value(Loop const& loop, Picked picked);
  Value pick_only(Loop const& loop, std::uint32_t at);
  Interval picked_bounds(Loop const& loop, Contest const& contest, std::uint32_t& cause, bool& may_be_absent);
  Value widen(Loop const& loop, Value sum, std::uint32_t cause);
  Range range_of(Loop const& loop);
  Value gate(Loop const& loop, std::uint32_t row);
  // A row of a list that is grouped.
  struct Keyed {
    std::uint32_t row = 0;
    Value key;
    Value counted;  // whether the filter lets it through
  };
  std::vector<Keyed> keyed_rows(Loop const& loop);
  std::vector<Frame> groups(Loop const& loop);
  static std::uint32_t context_of(Frame const& frame);
  Value group_exists(Loop const& loop, Frame const& frame);
  std::uint32_t open_cause(std::uint32_t fact);

  std::uint32_t leaf(Unknown unknown, std::optional<Cut> cut = {});
  std::uint32_t atom(std::uint32_t number, std::uint32_t cause, std::uint32_t fails_at);
  Value doubt(Interval bounds, std::uint32_t cause, Form form = {}, std::uint32_t fails_at = kNoIndex);
  [[nodiscard]] std::uint32_t fails_at(Value left, Value right) const;
  Form const& form_of(Value value) const;
  void note_read(Unknown unknown);

  Plan const& plan_;
  Case const& facts_;
  Assumptions const& assumptions_;
  bool tracing_;
  bool noting_ = tracing_;  // which facts are read
  Law law_;
  std::optional<Value> put_as_of_;  // `… at d`: picks instead of the package's date
  std::vector<Value> stack_;
  std::vector<Frame> frames_;           // by variable
  std::vector<std::uint32_t> context_;  // rows of the loops that are running, outermost first
  std::vector<std::uint32_t> put_at_;   // the instructions `… at d` that are running, outermost first
  std::vector<Value> definitions_;
  std::vector<bool> definition_known_;
  std::map<std::uint32_t, Answer> answers_;  // by decision: those that were given
  std::vector<base::Ratio> fractions_;       // known values that no decimal holds
  std::vector<Doubt> doubts_;
  std::vector<Cause> causes_;
  std::vector<AtomKey> atoms_;
  std::string error_place_;
  Reads reads_;
  std::vector<std::optional<Value>> presumption_holds_;  // by presumption; empty until one is asked
  std::vector<BasisRead> basis_reads_;
  std::vector<std::unique_ptr<std::string>> given_texts_;  // by functions of jurisdictions; a text stays where it is
  base::ForeignScratch foreign_scratch_;
};

}  // namespace hjemmel::eval
