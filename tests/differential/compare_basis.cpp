// One thing after another is left open, and the oracle says whether two completions that differ in it alone differ in outcome.
#include "tests/differential/compare_basis.h"

#include <algorithm>

namespace hjemmel::differential {
namespace {

using eval::BasisKind;

constexpr std::uint32_t kFewBoxes = 256;  // as in engine/eval/rests_on.cpp

class Bases {
 public:
  Bases(Question const& question, eval::Outcome const& machine, std::vector<std::string>& found)
      : question_(question), machine_(machine), found_(found) {}

  void run() {
    ir::Program const& program = question_.program;
    for (std::uint32_t i = 0; i < program.parameters.size(); ++i) {
      if (program.parameters[i].value && program.parameters[i].low) {
        compare(BasisKind::parameter, program.parameters[i].name, {eval::UnknownKind::parameter, i, 0, 0});
      }
    }
    for (std::uint32_t i = 0; i < program.facts.size(); ++i) {
      scalar(i);
      cells(i);
    }
    for (std::uint32_t i = 0; i < program.readings.size(); ++i) {
      reading(i);
    }
  }

 private:
  void scalar(std::uint32_t fact) {
    eval::Value const stored = question_.facts.scalars[fact];
    ir::FactInfo const& info = question_.program.facts[fact].info;
    eval::Unknown const unknown{eval::UnknownKind::fact, fact, 0, 0};
    if (stored.state == eval::State::not_asked && info.default_value) {
      compare(BasisKind::default_value, info.name, unknown);
    }
    auto const& all = question_.program.presumptions;
    bool const presumed = std::any_of(all.begin(), all.end(), [&](ir::Presumption const& presumption) {
      return presumption.fact.index == fact && !presumption.when.has_value();
    });
    if (presumed && stored.state == eval::State::unknown && stored.detail == eval::kNoDetail) {
      compare(BasisKind::presumption, info.name, unknown);
    }
  }

  void cells(std::uint32_t list) {
    eval::ListFact const& rows = question_.facts.lists[list];
    for (std::uint32_t row = 0; row < rows.rows; ++row) {
      for (std::uint32_t field = 0; field < rows.fields; ++field) {
        ir::FactInfo const& whole = question_.program.facts[list].info;
        ir::FactInfo const& info = question_.program.records[whole.type.record.index].fields[field].info;
        if (rows.cell(row, field).state == eval::State::not_asked && info.default_value) {
          std::string const name = whole.name + "[" + std::to_string(row + 1) + "]." + info.name;
          compare(BasisKind::default_value, name, {eval::UnknownKind::cell, list, row, field});
        }
      }
    }
  }

  void compare(BasisKind kind, std::string const& name, eval::Unknown const& unknown) {
    eval::Case open = question_.facts;
    open.basis.freed.push_back(unknown);
    bool const exact = eval::decide(question_.plan, open, question_.decision, nullptr, {kFewBoxes}).exact;
    judge(kind, name, oracle::decide(question_.program, open, question_.grid, question_.decision).answer,
          exact && kind != BasisKind::presumption);
  }

  void reading(std::uint32_t index) {
    oracle::Grid grid = question_.grid;
    grid.freed_reading = index;
    bool exact = true;
    for (std::uint32_t choice = 0; choice < question_.program.readings[index].choices.size(); ++choice) {
      eval::Case other = question_.facts;
      other.basis.readings.resize(question_.program.readings.size());
      other.basis.readings[index] = choice;
      exact = exact && eval::decide(question_.plan, other, question_.decision, nullptr, {kFewBoxes}).exact;
    }
    judge(BasisKind::reading, question_.program.readings[index].name,
          oracle::decide(question_.program, question_.facts, grid, question_.decision).answer, exact);
  }

  void judge(BasisKind kind, std::string const& name, oracle::Answer const& answer, bool both_ways) {
    if (!answer.complete) {
      return;
    }
    auto const is_it = [&](auto const& other) { return other.name == name; };
    bool const matters = std::any_of(answer.missing.begin(), answer.missing.end(), is_it);
    bool const named = std::any_of(machine_.rests_on.begin(), machine_.rests_on.end(), [&](eval::RestsOn const& basis) {
      return basis.kind == kind && basis.name == name;
    });
    std::string const what = std::string(eval::basis_name(kind)) + " " + name;
    if (matters && !named) {
      found_.push_back("the machine does not say that it rests on the " + what);
    }
    if (named && !matters && both_ways) {
      found_.push_back("the machine says in vain that it rests on the " + what);
    }
  }

  Question const& question_;
  eval::Outcome const& machine_;
  std::vector<std::string>& found_;
};

}  // namespace

void compare_basis(Question const& question, eval::Outcome const& machine, std::vector<std::string>& found) {
  Bases(question, machine, found).run();
}

}  // namespace hjemmel::differential
