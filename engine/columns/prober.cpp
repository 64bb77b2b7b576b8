// A few rounds, each with other values for what is open; a row is done once all its decisions are shown.
#include "engine/columns/prober.h"

#include <algorithm>

namespace hjemmel::columns {
namespace {

constexpr std::uint32_t kMostRounds = 6;
constexpr std::uint32_t kSameForAll = 2;  // rounds: the first values of all, the last values of all

std::uint32_t mixed(std::uint32_t round, std::uint32_t fact, std::uint32_t row) {
  std::uint32_t const word = (round * 0x9E3779B9U) ^ (fact * 0x85EBCA6BU) ^ (row * 0xC2B2AE35U);
  return (word ^ (word >> 15U)) * 0x2C1B3C6DU >> 8U;
}

std::int64_t pick(std::vector<std::int64_t> const& values, std::uint32_t round, std::uint32_t fact,
                  std::uint32_t cell) {
  return values[mixed(round, fact, cell) % values.size()];
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

// What the kernel makes of a load first: a number of a table, whether it is in a set, or nothing but itself.
struct FirstUse {
  Node const* node = nullptr;
  std::uint32_t number = 0;  // node: the load, or what is looked up by it
};

FirstUse first_use(Kernel const& kernel, std::uint32_t load) {
  FirstUse use{nullptr, load};
  for (std::uint32_t at = 0; at < kernel.nodes.size() && use.node == nullptr; ++at) {
    Node const& node = kernel.nodes[at];
    if (node.a == load && (node.op == Op::lookup || node.op == Op::among)) {
      use = {&node, node.op == Op::lookup ? at : load};
    }
  }
  return use;
}

// So that the first values of all make `less` true, and the last ones false: what is held against others does not cancel out.
void put_in_order(Kernel const& kernel, std::uint32_t load, std::vector<std::int64_t>& values) {
  FirstUse const use = first_use(kernel, load);
  auto const made_of = [&](std::int64_t value) -> std::int64_t {
    if (use.node == nullptr) {
      return value;
    }
    auto const ordinal = static_cast<std::size_t>(value);
    return use.node->op == Op::lookup ? kernel.lookups[use.node->b].values[ordinal] : kernel.sets[use.node->b][ordinal];
  };
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  std::stable_sort(values.begin(), values.end(),
                   [&](std::int64_t left, std::int64_t right) { return made_of(left) < made_of(right); });
  bool const is_greater_side = std::any_of(kernel.nodes.begin(), kernel.nodes.end(), [&](Node const& node) {
    return node.op == Op::less && node.b == use.number;
  });
  if (is_greater_side) {
    std::reverse(values.begin(), values.end());
  }
}

}  // namespace

Prober::Prober(eval::Plan const& plan, Kernel const& kernel, Schedule const& schedule, Loops const& with)
    : plan_(plan), kernel_(kernel), schedule_(schedule), loops_(with), runner_(kernel, schedule, with) {
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
      values = {load.least, std::clamp<std::int64_t>(-1, load.least, load.most),
                std::clamp<std::int64_t>(1, load.least, load.most), load.most};
      add_limits(kernel_, step.index, values);
      std::erase_if(values, [&](std::int64_t value) { return value < load.least || value > load.most; });
    }
    add_trial(step.index, std::move(values));
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

void Prober::add_trial(std::uint32_t index, std::vector<std::int64_t> values) {
  Node const& load = kernel_.nodes[index];
  put_in_order(kernel_, index, values);
  Column column;
  column.width = load.width;
  trials_.push_back({load.a, load.b, std::move(values), may_be_bound(load), std::move(column)});
}

// The columns in which something is open that may not be free.
std::vector<Prober::Bound> Prober::bound_columns(Block const& block) const {
  std::vector<Bound> bound;
  for (Trial const& trial : trials_) {
    if (!trial.may_be_bound && !trial.values.empty()) {
      continue;
    }
    bool const of_list = trial.field != kNone;
    Column const& column = of_list ? block.lists[trial.fact].fields[trial.field] : block.scalars[trial.fact];
    if (column.any_open) {
      bound.push_back({&column, of_list ? &block.lists[trial.fact].offsets : nullptr});
    }
  }
  return bound;
}

// Whether every open cell of the row may be given a value of its own.
bool Prober::is_free(std::vector<Bound> const& bound, std::uint32_t row) {
  return std::none_of(bound.begin(), bound.end(), [row](Bound const& one) {
    std::uint32_t const begin = one.offsets == nullptr ? row : (*one.offsets)[row];
    std::uint32_t const end = one.offsets == nullptr ? row + 1 : (*one.offsets)[row + 1];
    return std::any_of(one.column->open.begin() + begin, one.column->open.begin() + end,
                       [](std::uint8_t open) { return open != 0; });
  });
}

// The columns as they are, but for those in which something is open.
void Prober::complete(Block const& block, std::span<std::uint32_t const> rows, std::uint32_t round) {
  inputs_ = inputs_of(block);
  for (ListInput& list : inputs_.lists) {
    list.open = nullptr;
  }
  for (Trial& trial : trials_) {
    complete(trial, block, rows, round);
  }
}

// The first two rounds take the same value for all rows, the others what comes.
void Prober::complete(Trial& trial, Block const& block, std::span<std::uint32_t const> rows, std::uint32_t round) {
  bool const of_list = trial.field != kNone;
  Column const& column = of_list ? block.lists[trial.fact].fields[trial.field] : block.scalars[trial.fact];
  ColumnInput& input = of_list ? inputs_.lists[trial.fact].fields[trial.field] : inputs_.scalars[trial.fact];
  if (!column.any_open || trial.values.empty()) {
    input.open = nullptr;
    return;
  }
  std::vector<std::uint32_t> const* const offsets = of_list ? &block.lists[trial.fact].offsets : nullptr;
  std::uint32_t const cells = of_list ? (*offsets)[block.rows] : block.rows;
  trial.completed.values.reserve(cells * bytes_of(trial.completed.width));
  std::int64_t const value = round == 0 ? trial.values.front() : trial.values.back();
  auto const width = static_cast<std::size_t>(trial.completed.width);
  loops_.fill_in[width](column.values.data(), column.open.data(), value, trial.completed.values.data(), cells);
  input = {trial.completed.values.data(), nullptr};
  for (std::size_t at = 0; round >= kSameForAll && at < rows.size(); ++at) {
    std::uint32_t const row = rows[at];
    for (std::uint32_t cell = of_list ? (*offsets)[row] : row; cell < (of_list ? (*offsets)[row + 1] : row + 1);
         ++cell) {
      if (column.open[cell] != 0) {
        trial.completed.set(cell, pick(trial.values, round, trial.fact + trial.field, cell));
      }
    }
  }
}

std::vector<std::uint8_t> const& Prober::probe(Block const& block, std::span<std::uint32_t const> rows,
                                               std::vector<Codes>& codes) {
  std::size_t const decisions = schedule_.decisions.size();
  shown_.assign(rows.size() * decisions, 0);
  first_.assign(rows.size() * decisions, nullptr);
  std::vector<Bound> const bound = bound_columns(block);
  std::vector<std::uint32_t> left;  // indexes into `rows`
  for (std::uint32_t at = 0; at < rows.size(); ++at) {
    if (is_free(bound, rows[at])) {
      left.push_back(at);
    }
  }
  std::vector<std::uint32_t> tried;
  for (std::uint32_t round = 0; round < kMostRounds && !left.empty(); ++round) {
    tried.clear();
    std::transform(left.begin(), left.end(), std::back_inserter(tried), [&](std::uint32_t at) { return rows[at]; });
    complete(block, tried, round);
    Answers const& answers = runner_.run(inputs_);
    for (std::uint32_t const at : left) {
      compare(answers, rows[at], at, codes);
    }
    std::erase_if(left, [&](std::uint32_t at) {
      auto const begin = shown_.begin() + static_cast<std::ptrdiff_t>(at * decisions);
      return std::all_of(begin, begin + static_cast<std::ptrdiff_t>(decisions),
                         [](std::uint8_t one) { return one != 0; });
    });
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
