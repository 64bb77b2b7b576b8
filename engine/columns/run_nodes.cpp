// One node: its operands as views, its result into the buffer that the schedule gives it.
#include <algorithm>
#include <bit>
#include <cstring>

#include "engine/base/date.h"
#include "engine/columns/run.h"

namespace hjemmel::columns {

std::uint8_t* Runner::open_out() {
  buffer_->open.reserve(n_);
  buffer_->is_open = true;
  return reinterpret_cast<std::uint8_t*>(buffer_->open.data());
}

// An operand as i64; `which`: 0 to 2, so that operands of one node do not get in each other's way.
std::int64_t const* Runner::wide(std::uint32_t index, std::size_t which) {
  Node const& node = kernel_.nodes[index];
  if (node.width == Width::i64) {
    return static_cast<std::int64_t const*>(views_[index].values);
  }
  std::size_t const n = length(node);
  widened_[which].reserve(n * sizeof(std::int64_t));
  auto* const values = reinterpret_cast<std::int64_t*>(widened_[which].data());
  loops_.widen[static_cast<std::size_t>(node.width)](views_[index].values, values, n);
  return values;
}

// The same as i32; the node is near.
std::int32_t const* Runner::near(std::uint32_t index, std::size_t which) {
  Node const& node = kernel_.nodes[index];
  if (node.width == Width::i32) {
    return static_cast<std::int32_t const*>(views_[index].values);
  }
  std::size_t const n = length(node);
  widened_[which].reserve(n * sizeof(std::int32_t));
  auto* const values = reinterpret_cast<std::int32_t*>(widened_[which].data());
  loops_.widen_near[static_cast<std::size_t>(node.width)](views_[index].values, values, n);
  return values;
}

std::uint8_t const* Runner::open_or_none(std::uint32_t node) const {
  return views_[node].open != nullptr ? views_[node].open : none_.data();
}

// Open where either operand is; b may be kNone.
void Runner::open_as(std::uint32_t a, std::uint32_t b) {
  std::uint8_t const* const first = views_[a].open;
  std::uint8_t const* const second = b == kNone ? nullptr : views_[b].open;
  if (first == nullptr && second == nullptr) {
    return;
  }
  if (first != nullptr && second != nullptr) {
    loops_.disjunction(first, second, open_out(), n_);
  } else {
    std::memcpy(open_out(), first != nullptr ? first : second, n_);
  }
}

// All columns that any step reads.
void Runner::load() {
  for (std::uint32_t const index : fused_.loads) {
    Node const& node = kernel_.nodes[index];
    ColumnInput const& column = node.list == kNone ? inputs_->scalars[node.a] : inputs_->lists[node.a].fields[node.b];
    views_[index] = {column.values, column.open};
  }
}

void Runner::run_node(std::uint32_t index, std::uint32_t buffer) {
  Node const& node = kernel_.nodes[index];
  n_ = length(node);
  buffer_ = &buffers_[buffer];
  buffer_->is_open = false;
  none_.resize(std::max<std::size_t>(none_.size(), n_));
  if (!fused_.counted[index].empty()) {
    count_of_columns(fused_.counted[index]);
  } else if (is_number(node.op)) {
    run_number(node);
  } else {
    run_truth(node);
  }
  views_[index] = {buffer_->values.data(),
                   buffer_->is_open ? reinterpret_cast<std::uint8_t const*>(buffer_->open.data()) : nullptr};
}

void Runner::run_number(Node const& node) {
  switch (node.op) {
    case Op::number:
      std::fill_n(out<std::int64_t>(), n_, node.k);
      return;
    case Op::lookup: {
      Lookup const& table = kernel_.lookups[node.b];
      auto const width = static_cast<std::size_t>(kernel_.nodes[node.a].width);
      if (node.width == Width::i32) {
        loops_.lookup_near[width](views_[node.a].values, table.values.data(), table.values.size(), out<std::int32_t>(),
                                  n_);
      } else {
        loops_.lookup[width](views_[node.a].values, table.values.data(), table.values.size(), out<std::int64_t>(), n_);
      }
      open_as(node.a, kNone);
      if (table.any_open) {
        scratch_.resize(std::max(scratch_.size(), n_));
        loops_.among[width](views_[node.a].values, table.open.data(), table.open.size(), scratch_.data(), n_);
        loops_.disjunction(scratch_.data(), open_or_none(node.a), open_out(), n_);
      }
      return;
    }
    case Op::count_of:
      return count_of(node);
    case Op::scaled:
      loops_.scale(wide(node.a, 0), node.k, out<std::int64_t>(), n_);
      return open_as(node.a, kNone);
    case Op::choose:
      return choose(node);
    case Op::months_from:
      return months(node);
    case Op::open_where:
      std::memcpy(out<std::int64_t>(), wide(node.a, 0), n_ * sizeof(std::int64_t));
      scratch_.resize(std::max(scratch_.size(), n_));
      loops_.disjunction(truth(node.b), open_or_none(node.b), scratch_.data(), n_);
      loops_.disjunction(scratch_.data(), open_or_none(node.a), open_out(), n_);
      return;
    case Op::total:
    case Op::count:
      return run_loop(node);
    case Op::spread:
      return spread(node);
    default:
      return run_pair(node);
  }
}

void Runner::run_pair(Node const& node) {
  std::int64_t const* const a = wide(node.a, 0);
  std::int64_t const* const b = wide(node.b, 1);
  switch (node.op) {
    case Op::add:
      loops_.add(a, b, out<std::int64_t>(), n_);
      break;
    case Op::multiply:
      loops_.multiply(a, b, out<std::int64_t>(), n_);
      break;
    case Op::lesser:
      loops_.lesser(a, b, out<std::int64_t>(), n_);
      break;
    default:
      loops_.greater(a, b, out<std::int64_t>(), n_);
      break;
  }
  open_as(node.a, node.b);
}

void Runner::count_of(Node const& node) {
  std::uint8_t* const sums = out<std::uint8_t>();
  std::fill_n(sums, n_, std::uint8_t{0});
  for (std::uint32_t const operand : kernel_.lists[node.b]) {
    loops_.count(truth(operand), sums, n_);
    count_open(views_[operand].open);
  }
}

// Open where one of them is.
void Runner::count_open(std::uint8_t const* open) {
  if (open == nullptr) {
    return;
  }
  bool const first = !buffer_->is_open;
  std::uint8_t* const all = open_out();
  if (first) {
    std::memcpy(all, open, n_);
  } else {
    loops_.add_to(open, all, n_);
  }
}

// Each a bit; then how many are set.
void Runner::count_of_columns(std::vector<Bit> const& bits) {
  static CodeTable const kSetBits = [] {
    CodeTable table{};
    for (std::size_t byte = 0; byte < table.size(); ++byte) {
      table[byte] = static_cast<std::uint8_t>(std::popcount(byte));
    }
    return table;
  }();
  std::uint8_t* const sums = out<std::uint8_t>();
  gather(bits, sums);
  std::for_each(bits.begin(), bits.end(), [this](Bit const& bit) { count_open(open_of(bit)); });
  if (bits.size() > 1) {
    loops_.translate(sums, kSetBits.data(), sums, n_);
  }
}

// Open where the condition is, and where the side that is taken is.
void Runner::choose(Node const& node) {
  bool const truths = node.op == Op::choose_truth;
  if (truths) {
    std::uint8_t* const result = out<std::uint8_t>();
    std::memcpy(result, truth(node.c), n_);
    loops_.take_out(truth(node.a), result, n_);
    scratch_.resize(std::max(scratch_.size(), n_));
    loops_.conjunction(truth(node.a), truth(node.b), scratch_.data(), n_);
    loops_.add_to(scratch_.data(), result, n_);
  } else {
    loops_.choose(truth(node.a), wide(node.b, 0), wide(node.c, 1), out<std::int64_t>(), n_);
  }
  if (views_[node.a].open == nullptr && views_[node.b].open == nullptr && views_[node.c].open == nullptr) {
    return;
  }
  std::uint8_t* const open = open_out();
  std::memcpy(open, open_or_none(node.a), n_);
  loops_.open_choose(truth(node.a), open_or_none(node.b), open_or_none(node.c), open, n_);
  if (truths) {
    loops_.take_out(open, out<std::uint8_t>(), n_);
  }
}

void Runner::months(Node const& node) {
  std::int64_t const* const from = wide(node.a, 0);
  std::int64_t const* const to = wide(node.b, 1);
  std::int64_t* const months = out<std::int64_t>();
  std::uint8_t* const open = open_out();
  for (std::size_t i = 0; i < n_; ++i) {
    bool const known = (open_or_none(node.a)[i] | open_or_none(node.b)[i]) == 0;
    auto const completed = known ? base::completed_months(base::Date{static_cast<std::int32_t>(from[i])},
                                                          base::Date{static_cast<std::int32_t>(to[i])})
                                 : std::nullopt;
    months[i] = completed.value_or(0);
    open[i] = completed ? 0 : 255;
  }
}

void Runner::run_truth(Node const& node) {
  switch (node.op) {
    case Op::truth:
      std::fill_n(out<std::uint8_t>(), n_, static_cast<std::uint8_t>(node.k == 1 ? 255 : 0));
      if (node.k == 2) {
        std::fill_n(open_out(), n_, std::uint8_t{255});
      }
      return;
    case Op::conjunction:
    case Op::disjunction:
      return connect(node);
    case Op::negation:
      if (views_[node.a].open == nullptr) {
        loops_.negation(truth(node.a), out<std::uint8_t>(), n_);
      } else {
        loops_.open_negation(truth(node.a), views_[node.a].open, out<std::uint8_t>(), n_);
        open_as(node.a, kNone);
      }
      return;
    case Op::choose_truth:
      return choose(node);
    case Op::every:
      return run_loop(node);
    case Op::spread:
      return spread(node);
    default:
      return run_compare(node);
  }
}

void Runner::connect(Node const& node) {
  bool const both = node.op == Op::conjunction;
  (both ? loops_.conjunction : loops_.disjunction)(truth(node.a), truth(node.b), out<std::uint8_t>(), n_);
  if (views_[node.a].open != nullptr || views_[node.b].open != nullptr) {
    (both ? loops_.open_conjunction : loops_.open_disjunction)(truth(node.a), open_or_none(node.a), truth(node.b),
                                                               open_or_none(node.b), open_out(), n_);
  }
}

// Where an operand is open the truth is too, whatever stands in its place.
void Runner::run_compare(Node const& node) {
  std::uint8_t* const truths = out<std::uint8_t>();
  View const& a = views_[node.a];
  auto const width = static_cast<std::size_t>(kernel_.nodes[node.a].width);
  switch (node.op) {
    case Op::is_set:
      loops_.is_set(static_cast<std::uint8_t const*>(a.values), truths, n_);
      break;
    case Op::below:
      loops_.below[width](a.values, node.k, truths, n_);
      break;
    case Op::above:
      loops_.above[width](a.values, node.k, truths, n_);
      break;
    case Op::equals:
      loops_.equals[width](a.values, node.k, truths, n_);
      break;
    case Op::among:
      loops_.among[width](a.values, kernel_.sets[node.b].data(), kernel_.sets[node.b].size(), truths, n_);
      break;
    case Op::less:
      if (is_near(node.a) && is_near(node.b)) {
        loops_.less_near(near(node.a, 0), near(node.b, 1), truths, n_);
      } else {
        loops_.less(wide(node.a, 0), wide(node.b, 1), truths, n_);
      }
      break;
    default:
      loops_.same(wide(node.a, 0), wide(node.b, 1), truths, n_);
      break;
  }
  bool const pair = node.op == Op::less || node.op == Op::same;
  open_as(node.a, pair ? node.b : kNone);
  if (buffer_->is_open) {
    loops_.take_out(reinterpret_cast<std::uint8_t const*>(buffer_->open.data()), truths, n_);
    if (node.op == Op::less) {
      settle_less(node);
    }
  }
}

// Of an open look-up the value is one of the table's: what is below or above all of them is settled.
void Runner::settle_less(Node const& node) {
  for (bool const left : {true, false}) {
    std::uint32_t const table = left ? node.a : node.b;
    std::uint32_t const other = left ? node.b : node.a;
    bool const one_of_table = kernel_.nodes[table].op == Op::lookup && kernel_.nodes[table].k == 1;
    if (!one_of_table || views_[table].open == nullptr) {
      continue;
    }
    std::int64_t const least = kernel_.nodes[table].least;
    std::int64_t const most = kernel_.nodes[table].most;
    auto const width = static_cast<std::size_t>(kernel_.nodes[other].width);
    void const* const values = views_[other].values;
    settled_.resize(std::max(settled_.size(), n_));
    surely_.resize(std::max(surely_.size(), n_));
    // left: the table's value < other; else: other < the table's value
    (left ? loops_.above : loops_.below)[width](values, left ? most : least, surely_.data(), n_);
    (left ? loops_.below : loops_.above)[width](values, left ? least + 1 : most - 1, settled_.data(), n_);
    loops_.add_to(surely_.data(), settled_.data(), n_);
    if (views_[other].open != nullptr) {
      loops_.take_out(views_[other].open, surely_.data(), n_);
      loops_.take_out(views_[other].open, settled_.data(), n_);
    }
    loops_.take_out(settled_.data(), open_out(), n_);
    loops_.add_to(surely_.data(), out<std::uint8_t>(), n_);
  }
}

}  // namespace hjemmel::columns
