// A block of the cases, and each of them in a struct.
#include "tests/differential/compare_columns.h"

#include <algorithm>

#include "engine/columns/build.h"
#include "engine/columns/codes.h"
#include "engine/columns/fill.h"
#include "engine/columns/prober.h"
#include "engine/columns/run.h"
#include "engine/eval/decide.h"
#include "engine/eval/entitle.h"
#include "engine/rows/row.h"
#include "engine/rows/row_services.h"
#include "tests/differential/compare_criteria.h"
#include "tests/differential/packed_case.h"

namespace hjemmel::differential {
namespace {

std::vector<std::string> names_of(eval::Plan const& plan, eval::Conclusion const& conclusion) {
  std::vector<std::string> names;
  for (std::uint32_t const rule : conclusion.rules) {
    if (std::find(names.begin(), names.end(), plan.of(plan.rules[rule].name)) == names.end()) {
      names.emplace_back(plan.of(plan.rules[rule].name));
    }
  }
  return names;
}

bool is_plain(eval::Value value, std::optional<columns::Slot> const& slot) {
  if (!value.is_known()) {
    return value.is_open() && value.detail == eval::kNoDetail;
  }
  return !slot || columns::stored(*slot, value.coefficient, value.scale);
}

// Whatever is open in its columns is unknown or not asked.
bool is_plain(eval::Case const& facts, columns::Slots const& slots) {
  for (std::size_t fact = 0; fact < facts.scalars.size(); ++fact) {
    if (!is_plain(facts.scalars[fact], slots.scalars[fact])) {
      return false;
    }
    eval::ListFact const& list = facts.lists[fact];
    bool plain = list.state != eval::ListState::not_applicable && list.state != eval::ListState::more;
    for (std::uint32_t row = 0; row < list.rows; ++row) {
      for (std::uint32_t field = 0; field < slots.fields[fact].size(); ++field) {
        plain = plain && is_plain(list.cell(row, field), slots.fields[fact][field]);
      }
    }
    if (!plain) {
      return false;
    }
  }
  return true;
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
    for (bool const is_known : {false, true}) {
      rows::Layout const layout = is_known ? known_layout(plan_, kernel_.slots) : packed_layout(plan_, kernel_.slots);
      for (std::size_t asked = 0; asked < schedule.decisions.size() && found.empty(); ++asked) {
        found = compare_rows(schedule.decisions[asked], layout, is_known);
      }
      found = found.empty() ? compare_services(block, layout) : found;
      found = found.empty() ? compare_criteria(plan_, kernel_, cases_, block, layout, tally_) : found;
    }
    return found;
  }

 private:
  // Each criterion that is closed in the kernel: it fails where the machine finds that it does.
  std::string compare_services(columns::Block const& block, rows::Layout const& layout) {
    std::vector<std::uint32_t> all;
    for (std::uint32_t service = 0; service < plan_.services.size(); ++service) {
      all.push_back(service);
    }
    rows::RowServices rows(kernel_, layout, all);
    columns::Schedule const schedule = columns::schedule(kernel_, {}, all);
    columns::Runner runner(kernel_, schedule);
    columns::Answers const& answers = runner.run(columns::inputs_of(block));
    for (std::uint32_t row = 0; row < block.rows; ++row) {
      PackedCase const packed(plan_, kernel_.slots, layout, cases_[row]);
      if (!packed.is_whole()) {
        continue;
      }
      rows::RowCriteria const criteria = rows.check(packed.data());
      for (std::size_t at = 0; at < rows.asked().size() && block.irregular[row] == 0; ++at) {
        std::uint32_t const service = rows.asked()[at];
        eval::Entitlement const found = eval::entitle(plan_, cases_[row], service);
        std::uint64_t const open = criteria.open(at);
        std::string const difference = compare_bits(found, criteria.failed(at), open);
        auto const column = std::find(schedule.services.begin(), schedule.services.end(), service);
        if (!difference.empty() ||
            (column != schedule.services.end() &&
             !is_same(answers.services[static_cast<std::size_t>(column - schedule.services.begin())], row,
                      criteria.failed(at), open))) {
          return "case " + std::to_string(row) + ", service " + found.service + ": " +
                 (difference.empty() ? "columns differ from rows" : difference);
        }
      }
    }
    return "";
  }

  std::string compare_bits(eval::Entitlement const& found, std::uint64_t failed, std::uint64_t open) {
    for (std::size_t at = 0; at < found.criteria.size(); ++at) {
      if ((open >> at & 1U) == 0) {
        ++tally_.criteria;
        if (((failed >> at & 1U) != 0) != found.criteria[at].fails()) {
          return "criterion " + found.criteria[at].name;
        }
      }
    }
    return "";
  }

  static bool is_same(columns::ServiceAnswers const& column, std::uint32_t row, std::uint64_t failed,
                      std::uint64_t open) {
    bool const is_open = column.any_open && column.open[row] != 0;
    if (is_open || open != 0) {
      return is_open == (open != 0);
    }
    std::uint64_t bits = 0;
    for (std::size_t plane = 0; plane < column.failed.size(); ++plane) {
      bits |= std::uint64_t{column.failed[plane][row]} << (8 * plane);
    }
    return bits == failed;
  }

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
      if (block.irregular[row] == 0 && is_plain(cases_[row], kernel_.slots)) {
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
  std::string compare_rows(std::uint32_t decision, rows::Layout const& layout, bool is_known) {
    rows::Row row(plan_, kernel_, layout, decision);
    rows::RowTrace steps;
    for (std::size_t at = 0; row.refused().empty() && at < cases_.size(); ++at) {
      eval::Case const& facts = cases_[at];
      PackedCase const packed(plan_, kernel_.slots, layout, facts);
      if (!packed.is_whole()) {
        continue;
      }
      rows::RowAnswer const answer = at % 2 == 0 ? row.decide(packed.data()) : row.decide(packed.data(), steps);
      if (answer.outcome == nullptr || !facts.basis.readings.empty() || !facts.basis.freed.empty()) {
        continue;
      }
      ++tally_.rows;
      tally_.known_rows += is_known ? 1 : 0;
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

}  // namespace

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

std::string compare_columns(eval::Plan const& plan, std::vector<eval::Case> const& cases, ColumnTally& tally) {
  return Comparison(plan, cases, tally).run();
}

}  // namespace hjemmel::differential
