// A few rounds, each with other values for what is open; a row is done once all its decisions are shown.
#include "engine/columns/prober.h"

#include <algorithm>

namespace hjemmel::columns {
namespace {

constexpr std::uint32_t kMostRounds = 6;

std::uint32_t mixed(std::uint32_t round, std::uint32_t fact, std::uint32_t row) {
  std::uint32_t const word = (round * 0x9E3779B9U) ^ (fact * 0x85EBCA6BU) ^ (row * 0xC2B2AE35U);
  return (word ^ (word >> 15U)) * 0x2C1B3C6DU >> 8U;
}

// The first two rounds take the least and the greatest, the others what comes.
std::int64_t pick(std::vector<std::int64_t> const& values, std::uint32_t round, std::uint32_t fact, std::uint32_t row) {
  if (round < 2) {
    return round == 0 ? values.front() : values.back();
  }
  return values[mixed(round, fact, row) % values.size()];
}

// Numbers at which what a kernel says of this load may change.
void add_limits(Kernel const& kernel, std::uint32_t load, std::vector<std::int64_t>& values) {
  for (Node const& node : kernel.nodes) {
    bool const compares = node.op == Op::below || node.op == Op::above || node.op == Op::equals;
    if (compares && node.a == load && node.k < INT64_MAX && node.k > INT64_MIN) {
      values.insert(values.end(), {node.k - 1, node.k, node.k + 1});
    }
  }
}

}  // namespace

Prober::Prober(eval::Plan const& plan, Kernel const& kernel, Schedule const& schedule)
    : plan_(plan),
      kernel_(kernel),
      schedule_(schedule),
      runner_(kernel, schedule),
      filled_(empty_block(plan, kernel.slots)) {
  find_trials();
}

void Prober::find_trials() {
  constexpr std::int64_t kFewValues = 16;
  for (Step const& step : schedule_.steps) {
    bool const loads = step.kind == Step::Kind::node && kernel_.nodes[step.index].op == Op::load;
    if (!loads) {
      continue;
    }
    Node const& load = kernel_.nodes[step.index];
    std::vector<std::int64_t> values;
    if (load.most - load.least < kFewValues) {
      for (std::int64_t value = load.least; value <= load.most; ++value) {
        values.push_back(value);
      }
    } else {
      values = {std::clamp<std::int64_t>(-1, load.least, load.most),
                std::clamp<std::int64_t>(1, load.least, load.most)};
      add_limits(kernel_, step.index, values);
      std::erase_if(values, [&](std::int64_t value) { return value < load.least || value > load.most; });
    }
    add_trial(load, std::move(values));
  }
}

bool Prober::may_be_bound(Node const& load) const {
  if (load.b == kNone) {
    return plan_.facts[load.a].may_be_filled();
  }
  std::vector<eval::FactPlan> const& fields = plan_.facts[load.a].fields;
  bool const is_key =
      std::any_of(fields.begin(), fields.end(), [&](eval::FactPlan const& field) { return field.key_field == load.b; });
  return is_key || fields[load.b].may_be_filled();
}

void Prober::add_trial(Node const& load, std::vector<std::int64_t> values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  trials_.push_back({load.a, load.b, std::move(values), may_be_bound(load)});
}

// False where what is open is not free.
bool Prober::copy_cells(Trial const& trial, Block const& block, std::uint32_t row, std::uint32_t round) {
  ListColumn const& from = block.lists[trial.fact];
  ListColumn& to = filled_.lists[trial.fact];
  Column const& cells = from.fields[trial.field];
  std::uint32_t const begin = to.offsets[filled_.rows - 1];
  for (std::uint32_t at = 0; at < from.offsets[row + 1] - from.offsets[row]; ++at) {
    std::uint32_t const element = from.offsets[row] + at;
    bool const open = cells.any_open && cells.open[element] != 0;
    if (open && trial.may_be_bound) {
      return false;
    }
    to.fields[trial.field].set(
        begin + at, open ? pick(trial.values, round, trial.fact + trial.field, element) : cells.get(element));
  }
  return true;
}

// False where what is open is not free: something fills it, or there is no value to try.
bool Prober::fill_row(Block const& block, std::uint32_t row, std::uint32_t round) {
  add_row(filled_);
  std::uint32_t const to = filled_.rows - 1;
  for (std::uint32_t list = 0; list < block.lists.size(); ++list) {
    std::vector<std::uint32_t> const& offsets = block.lists[list].offsets;
    for (std::uint32_t at = 0; !offsets.empty() && at < offsets[row + 1] - offsets[row]; ++at) {
      add_element(filled_, list);
    }
  }
  for (Trial const& trial : trials_) {
    if (trial.values.empty()) {
      return false;
    }
    if (trial.field != kNone) {
      if (!copy_cells(trial, block, row, round)) {
        return false;
      }
      continue;
    }
    Column const& column = block.scalars[trial.fact];
    bool const open = column.any_open && column.open[row] != 0;
    if (open && trial.may_be_bound) {
      return false;
    }
    filled_.scalars[trial.fact].set(to, open ? pick(trial.values, round, trial.fact, row) : column.get(row));
  }
  return true;
}

std::vector<std::uint8_t> const& Prober::probe(Block const& block, std::span<std::uint32_t const> rows,
                                               std::vector<Codes>& codes) {
  std::size_t const decisions = schedule_.decisions.size();
  shown_.assign(rows.size() * decisions, 0);
  first_.assign(rows.size() * decisions, nullptr);
  std::vector<std::uint32_t> left(rows.size());
  for (std::uint32_t at = 0; at < rows.size(); ++at) {
    left[at] = at;
  }
  for (std::uint32_t round = 0; round < kMostRounds && !left.empty(); ++round) {
    clear(filled_);
    std::vector<std::uint32_t> tried;
    for (std::uint32_t const at : left) {
      if (fill_row(block, rows[at], round)) {
        tried.push_back(at);
      } else {
        take_back_row(filled_);
      }
    }
    Answers const& answers = runner_.run(inputs_of(filled_));
    for (std::uint32_t row = 0; row < tried.size(); ++row) {
      compare(answers, row, tried[row], codes);
    }
    std::erase_if(tried, [&](std::uint32_t at) {
      auto const begin = shown_.begin() + static_cast<std::ptrdiff_t>(at * decisions);
      return std::all_of(begin, begin + static_cast<std::ptrdiff_t>(decisions),
                         [](std::uint8_t one) { return one != 0; });
    });
    left = std::move(tried);
  }
  return shown_;
}

// What a completion comes to, beside what the first one came to.
void Prober::compare(Answers const& answers, std::uint32_t row, std::uint32_t given, std::vector<Codes>& codes) {
  std::size_t const decisions = schedule_.decisions.size();
  for (std::size_t asked = 0; asked < decisions; ++asked) {
    DecisionAnswers const& own = answers.decisions[asked];
    if (own.any_open && own.open[row] != 0) {
      continue;
    }
    Coded const& coded = codes[asked].of(own, row);
    Coded const*& first = first_[given * decisions + asked];
    if (!coded.kept || first == &coded) {
      continue;
    }
    if (first == nullptr) {
      first = &coded;
    } else if (!first->conclusion.is_like(coded.conclusion)) {
      shown_[given * decisions + asked] = 1;
    }
  }
}

}  // namespace hjemmel::columns
