// Expressions by the definition: values of facts, comparison, arithmetic, four-valued connectives, quantifiers and groups.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "tests/differential/oracle.h"
#include "tests/differential/oracle_completion.h"

namespace hjemmel::oracle {

enum class Truth : std::uint8_t { no, yes, unknown, error };

Truth truth_of(Result const& result);  // not applicable counts as false
Truth both(Truth left, Truth right);
Truth either(Truth left, Truth right);
Truth opposite(Truth truth);
Result of_truth(Truth truth);
// The kind that two operands give when they are not both known.
std::optional<Kind> not_both_known(Result const& left, Result const& right);

// What `reaction may be fine` needs to know of another decision.
struct DecisionRead {
  Kind kind = Kind::unknown;  // known: `options` holds; not_applicable: does not arise; error: any fault
  std::vector<std::uint32_t> options;
  Result figure = {};  // of a decision on a figure
};

class Evaluator {
 public:
  using ReadDecision = std::function<DecisionRead(std::uint32_t)>;

  // `completions` null: three-valued, unknown stays unknown. All references outlive the evaluator.
  Evaluator(ir::Program const& program, eval::Case const& facts, Grid const& grid, Completions* completions,
            ReadDecision read, bool at_decision)
      : program_(program),
        facts_(facts),
        grid_(grid),
        completions_(completions),
        read_(std::move(read)),
        at_decision_(at_decision),
        places_(program.variable_count) {}

  // Of an expression that stands in no quantifier.
  Result evaluate(ir::ExprId id);
  // Whether the ground holds.
  Result evaluate(ir::Ground const& ground);
  Result read_fact(std::uint32_t id);
  // What a fact may be, one after another; known: what it is.
  std::vector<Result> values_of_fact(std::uint32_t id) const;

 private:
  struct Place {
    bool bound = false;
    std::uint32_t list = 0;
    std::uint32_t row = 0;               // of a record; of a group: its key
    std::vector<std::uint32_t> members;  // of a group
  };
  // The rows of a list in this completion; `open` when there may be more (three-valued only).
  struct Rows {
    std::uint32_t count = 0;
    bool open = false;
  };

  Result value(ir::ExprId id);
  Result constant(ir::Expr const& expr) const;
  Result fact(ir::Expr const& expr);
  std::optional<Result> filled(std::uint32_t id);
  [[nodiscard]] bool is_freed(eval::Unknown const& unknown) const;
  [[nodiscard]] Result default_of(ir::FactInfo const& info) const;
  Result parameter(std::uint32_t index);
  Result reading(ir::Expr const& expr);
  Result read(eval::Value const& cell, ir::FactInfo const& info, std::vector<base::Decimal> const& grid,
              UnknownId const& id);
  std::vector<Result> candidates(eval::Value const& cell, ir::FactInfo const& info,
                                 std::vector<base::Decimal> const& grid) const;
  std::vector<Result> candidate_numbers(ir::Type const& type, std::vector<base::Decimal> const& grid) const;
  bool within_range(eval::Value const& cell, Result const& candidate) const;
  Result text_of(eval::Value const& cell) const;

  Rows rows(std::uint32_t list);
  Result list_is_applicable(std::uint32_t list) const;
  Result cell(std::uint32_t list, std::uint32_t row, std::uint32_t field);
  Result key_cell(std::uint32_t list, std::uint32_t row, std::uint32_t field);
  Result amount_cell(std::uint32_t list, std::uint32_t row, std::uint32_t field);
  eval::Value raw_cell(std::uint32_t list, std::uint32_t row, std::uint32_t field) const;
  bool key_fits_amounts(std::uint32_t list, std::uint32_t row, std::uint32_t field, std::uint32_t key) const;

  Result compare(ir::ExprId id, ir::Expr const& expr);
  Result unknown_bool(ir::ExprId id);
  Result is_applicable(ir::Expr const& expr);
  Result member(ir::Expr const& expr);
  Result arithmetic(ir::Expr const& expr);
  Result derived(ir::Expr const& expr);
  static Result moment_at(base::Decimal instant, std::int32_t offset);
  Result of_moments(ir::Expr const& expr, Result const& left, Result const& right) const;
  static Result date_of(Result const& moment);
  Result lesser_or_greater(ir::Expr const& expr);
  Result term(ir::Expr const& expr);
  Result call(ir::Expr const& expr);
  Result table(ir::Expr const& expr);
  Result key_of(ir::Expr const& expr, ir::Table const& table);
  Result conditional(ir::Expr const& expr);
  Result selecting_date();
  Result as_of_date(ir::Expr const& expr);
  Result about_decision(ir::Expr const& expr);

  struct Groups {
    std::vector<Place> all;
    bool unknown = false;  // three-valued: not all groups and their members are known
    bool error = false;    // whether an element belongs to its group has no answer
  };
  std::vector<Place> places_of(ir::Expr const& expr);
  Groups groups_of(ir::Expr const& expr);
  Result quantifier(ir::Expr const& expr);
  Result aggregate(ir::Expr const& expr);
  Result count_groups(ir::Expr const& expr);
  // The values of the elements that are counted, without what does not apply; nothing where that is not known.
  struct Values {
    std::vector<Result> all;
    std::vector<Place> places;
    std::optional<Kind> fault;  // unknown or error
  };
  Values values_of(ir::Expr const& expr);
  Result of_values(ir::Expr const& expr);

  ir::Program const& program_;
  eval::Case const& facts_;
  Grid const& grid_;
  Completions* completions_;
  ReadDecision read_;
  bool at_decision_;
  std::optional<Result> put_;  // the date that `… at d` puts in the place of the selecting one
  std::vector<Place> places_;  // by variable
};

}  // namespace hjemmel::oracle
