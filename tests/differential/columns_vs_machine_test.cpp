// Columns and rows against the machine: random programs with random cases; whatever a kernel settles must be what the machine decides.
//
// As many comparisons as HJEMMEL_COMPARISONS says (200,000 without it), from seed HJEMMEL_SEED on, each with the loops for every
// processor and with those for this one. Rows that a kernel leaves open or that no column holds are the machine's, and are counted only.
#include <iostream>

#include <gtest/gtest.h>

#include "engine/columns/build.h"
#include "engine/columns/codes.h"
#include "engine/columns/fill.h"
#include "engine/columns/prober.h"
#include "engine/columns/row.h"
#include "engine/columns/run.h"
#include "engine/eval/decide.h"
#include "engine/ir/print.h"
#include "engine/lower/lower.h"
#include "tests/differential/from_environment.h"
#include "tests/differential/generate.h"
#include "tests/differential/packed_case.h"

namespace hjemmel::differential {
namespace {

constexpr std::uint32_t kCasesOfAProgram = 60;
constexpr std::size_t kFailuresShown = 3;

struct ColumnTally {
  std::uint64_t comparisons = 0;  // of settled rows
  std::uint64_t rows = 0;         // one by one
  std::uint64_t open = 0;
  std::uint64_t irregular = 0;
  std::uint64_t shown = 0;  // to be undetermined
  std::uint64_t decisions = 0;
  std::uint64_t refused = 0;
  std::map<std::string, std::uint64_t> reasons;
};

std::vector<std::string> names_of(eval::Plan const& plan, eval::Conclusion const& conclusion) {
  std::vector<std::string> names;
  for (std::uint32_t const rule : conclusion.rules) {
    if (std::find(names.begin(), names.end(), plan.rules[rule].name) == names.end()) {
      names.push_back(plan.rules[rule].name);
    }
  }
  return names;
}

// Empty where they say the same.
std::string difference(eval::Plan const& plan, eval::Conclusion const& conclusion, eval::Outcome const& outcome) {
  if (conclusion.status != outcome.status) {
    return "status " + std::string(eval::status_name(conclusion.status)) + " for " +
           std::string(eval::status_name(outcome.status));
  }
  std::vector<eval::OutcomeOption> options;
  for (eval::ChosenOption const& option : conclusion.options) {
    options.push_back(option.option);
  }
  if (options != outcome.options || conclusion.modality != outcome.modality) {
    return "other options";
  }
  return names_of(plan, conclusion) == outcome.rules ? "" : "other rules";
}

bool is_plain(eval::Value value) { return value.is_known() || (value.is_open() && value.detail == eval::kNoDetail); }

// Whatever is open in it is unknown or not asked.
bool is_plain(eval::Case const& facts) {
  auto const all = [](std::vector<eval::Value> const& values) {
    return std::all_of(values.begin(), values.end(), [](eval::Value value) { return is_plain(value); });
  };
  return all(facts.scalars) && std::all_of(facts.lists.begin(), facts.lists.end(), [&](eval::ListFact const& list) {
           return list.state != eval::ListState::not_applicable && list.state != eval::ListState::more &&
                  all(list.cells);
         });
}

class Comparison {
 public:
  Comparison(eval::Plan const& plan, std::vector<eval::Case> const& cases, ColumnTally& tally)
      : plan_(plan), cases_(cases), tally_(tally), kernel_(columns::build(plan)) {}

  // The first difference; empty where there is none.
  std::string run() {
    columns::Block block = columns::empty_block(plan_, kernel_.slots);
    for (eval::Case const& facts : cases_) {
      columns::fill(facts, plan_, kernel_.slots, block);
    }
    std::vector<std::uint32_t> all;
    for (std::uint32_t decision = 0; decision < plan_.decisions.size(); ++decision) {
      all.push_back(decision);
      ++tally_.decisions;
      if (!kernel_.decisions[decision].refused.empty()) {
        ++tally_.refused;
        ++tally_.reasons[kernel_.decisions[decision].refused];
      }
    }
    columns::Schedule const schedule = columns::schedule(kernel_, all, {});
    std::string found;
    for (columns::Loops const* loops : columns::all_loops()) {
      columns::Runner runner(kernel_, schedule, *loops);
      columns::Answers const& answers = runner.run(columns::inputs_of(block));
      for (std::size_t asked = 0; asked < schedule.decisions.size() && found.empty(); ++asked) {
        found = compare(schedule.decisions[asked], answers.decisions[asked], block);
      }
    }
    found = found.empty() ? compare_probes(schedule, block) : found;
    columns::Layout const layout = packed_layout(plan_, kernel_.slots);
    for (std::size_t asked = 0; asked < schedule.decisions.size() && found.empty(); ++asked) {
      found = compare_rows(schedule.decisions[asked], layout);
    }
    return found;
  }

 private:
  std::string compare(std::uint32_t decision, columns::DecisionAnswers const& answers, columns::Block const& block) {
    columns::Codes codes(plan_, kernel_, decision);
    for (std::uint32_t row = 0; row < block.rows; ++row) {
      bool const irregular = block.irregular[row] != 0;
      if (irregular || (answers.any_open && answers.open[row] != 0)) {
        ++(irregular ? tally_.irregular : tally_.open);
        continue;
      }
      ++tally_.comparisons;
      eval::Outcome const outcome = eval::decide(plan_, cases_[row], decision);
      std::string const found = difference(plan_, codes.of(answers, row).conclusion, outcome);
      if (!found.empty()) {
        return "case " + std::to_string(row) + ", decision " + plan_.decisions[decision].name + ": " + found;
      }
    }
    return "";
  }

  // What a prober shows of open rows the machine must call undetermined too.
  std::string compare_probes(columns::Schedule const& schedule, columns::Block const& block) {
    std::vector<columns::Codes> codes;
    for (std::uint32_t const decision : schedule.decisions) {
      codes.emplace_back(plan_, kernel_, decision);
    }
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < block.rows; ++row) {
      if (block.irregular[row] == 0 && is_plain(cases_[row])) {
        rows.push_back(row);
      }
    }
    columns::Prober prober(plan_, kernel_, schedule);
    std::vector<std::uint8_t> const& shown = prober.probe(block, rows, codes);
    for (std::size_t at = 0; at < shown.size(); ++at) {
      std::uint32_t const row = rows[at / codes.size()];
      std::uint32_t const decision = schedule.decisions[at % codes.size()];
      tally_.shown += shown[at];
      if (shown[at] != 0 && eval::decide(plan_, cases_[row], decision).status != eval::Status::undetermined) {
        return "case " + std::to_string(row) + ", decision " + plan_.decisions[decision].name +
               ": shown to be undetermined, but it is " +
               std::string(eval::status_name(eval::decide(plan_, cases_[row], decision).status));
      }
    }
    return "";
  }

  // The states of rules too, as the machine's trace has them.
  std::string compare_rows(std::uint32_t decision, columns::Layout const& layout) {
    columns::Row row(plan_, kernel_, layout, decision);
    columns::RowTrace steps;
    for (std::size_t at = 0; row.refused().empty() && at < cases_.size(); ++at) {
      eval::Case const& facts = cases_[at];
      PackedCase const packed(plan_, kernel_.slots, layout, facts);
      columns::RowAnswer const answer = at % 2 == 0 ? row.decide(packed.data()) : row.decide(packed.data(), steps);
      if (answer.outcome == nullptr || !facts.basis.readings.empty() || !facts.basis.freed.empty()) {
        continue;
      }
      ++tally_.rows;
      eval::DecisionTrace trace;
      eval::Outcome const outcome = eval::decide(plan_, facts, decision, &trace);
      std::string found = difference(plan_, row.conclusion(answer), outcome);
      for (std::size_t rule = 0; rule < trace.rules.size() && found.empty(); ++rule) {
        bool const arises = outcome.status != eval::Status::not_applicable && !trace.rules.empty();
        eval::RuleState const state = answer.outcome->rules[rule];
        bool const told = arises && state != eval::RuleState::open;
        found = told && trace.rules[rule].state != state ? "another state of a rule" : "";
      }
      if (!found.empty()) {
        return "row " + std::to_string(at) + ", decision " + plan_.decisions[decision].name + ": " + found;
      }
    }
    return "";
  }

  eval::Plan const& plan_;
  std::vector<eval::Case> const& cases_;
  ColumnTally& tally_;
  columns::Kernel kernel_;
};

// Half of the cases are fully known; in the others more and more is not.
std::uint32_t unknown_share(std::uint32_t number) { return number % 2 == 0 ? 0 : 5 * (number / 2 % 8); }

std::string compare_columns(std::uint64_t seed, ColumnTally& tally) {
  auto const [program, values] = generate_program(seed);
  eval::Plan const plan = lower::lower(program, {});
  Random random(seed * 811 + 3);
  std::vector<eval::Case> cases;
  for (std::uint32_t i = 0; i < kCasesOfAProgram; ++i) {
    cases.push_back(generate_case(program, values, random, unknown_share(i)));
  }
  std::string const found = Comparison(plan, cases, tally).run();
  return found.empty() ? "" : "seed " + std::to_string(seed) + ", " + found + "\n" + ir::print(program);
}

TEST(ColumnsVsMachine, settled_rows_are_what_the_machine_decides) {
  std::uint64_t const wanted = from_environment("HJEMMEL_COMPARISONS", 200'000);
  ColumnTally tally;
  std::size_t failures = 0;
  for (std::uint64_t seed = from_environment("HJEMMEL_SEED", 1);
       tally.comparisons < wanted && failures < kFailuresShown; ++seed) {
    std::string const found = compare_columns(seed, tally);
    EXPECT_EQ(found, "");
    failures += found.empty() ? 0 : 1;
  }
  std::cout << tally.comparisons << " settled rows of columns and " << tally.rows << " single ones compared, "
            << tally.open << " open (" << tally.shown << " shown undetermined), " << tally.irregular << " irregular; "
            << tally.refused << " of " << tally.decisions << " decisions without code\n";
  for (auto const& [reason, count] : tally.reasons) {
    std::cout << "  " << count << " " << reason << "\n";
  }
  EXPECT_GT(tally.shown * 100, tally.open) << "hardly any row is shown to be undetermined";
  EXPECT_GT(tally.open * 50, tally.comparisons) << "hardly any row is open";
  EXPECT_GT((tally.decisions - tally.refused) * 10, tally.decisions) << "hardly any decision has code";
}

}  // namespace
}  // namespace hjemmel::differential
