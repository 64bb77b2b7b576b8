// Each column has a pool of values: ends of its slot, bounds of comparisons with their neighbours, and some days of the calendar.
#include "tests/differential/drawn_block.h"

#include <algorithm>
#include <cstring>
#include <map>

#include "engine/base/date.h"

namespace hjemmel::differential {
namespace {

using columns::Kernel;
using columns::Node;
using columns::Op;
using columns::Slot;

constexpr std::uint32_t kMostElements = 5;
constexpr std::int64_t kSomeDay = 20'000;  // in 2024
constexpr std::int64_t kFar = 1'000'000'000;

class Drawer {
 public:
  Drawer(Kernel const& kernel, Random& random) : random_(random) {
    for (Node const& node : kernel.nodes) {
      bool const bounded = node.op == Op::below || node.op == Op::above || node.op == Op::equals;
      if (bounded && kernel.nodes[node.a].op == Op::load) {
        Node const& load = kernel.nodes[node.a];
        pools_[{load.a, load.b}].push_back(node.k);
      }
    }
  }

  std::int64_t draw(std::uint32_t fact, std::uint32_t field, Slot const& slot) {
    std::int64_t value = random_.below(40);
    auto const pool = pools_.find({fact, field});
    std::uint32_t const way = random_.below(10);
    if (pool != pools_.end() && way < 6) {
      value = random_.pick(pool->second) + static_cast<std::int64_t>(random_.below(3)) - 1;
    } else if (way == 6) {
      value = random_.chance(50) ? slot.least : slot.most;
    } else if (slot.most > 1000 && way < 9) {
      value = kSomeDay + static_cast<std::int64_t>(random_.below(800)) - 400;
    }
    bool const date = slot.least == INT32_MIN && slot.most == INT32_MAX;  // no other slot is as wide as its width
    std::int64_t const least = date ? base::kFirstDate.days : std::max(slot.least, -kFar);
    return std::clamp(value, least, date ? base::kLastDate.days : std::min(slot.most, kFar));
  }

  [[nodiscard]] std::uint32_t elements() { return random_.below(kMostElements); }

 private:
  Random& random_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::int64_t>> pools_;
};

void append(columns::Column const& from, std::uint32_t count, std::uint32_t at, columns::Column& to) {
  if (from.values.size() > 0) {
    to.make_room(at + count);
    std::size_t const width = columns::bytes_of(to.width);
    std::memcpy(to.values.data() + at * width, from.values.data(), count * width);
  }
}

void append(columns::ListColumn const& from, std::uint32_t rows, std::uint32_t at, columns::ListColumn& to) {
  if (from.offsets.empty()) {
    return;
  }
  std::uint32_t const before = to.offsets[at];
  to.offsets.resize(at + rows + 1);
  to.open.resize(at + rows);
  for (std::uint32_t row = 1; row <= rows; ++row) {
    to.offsets[at + row] = before + from.offsets[row];
  }
  for (std::size_t field = 0; field < to.fields.size(); ++field) {
    append(from.fields[field], from.offsets[rows], before, to.fields[field]);
  }
}

}  // namespace

columns::Block drawn_block(eval::Plan const& plan, Kernel const& kernel, std::uint32_t rows, Random& random) {
  Drawer drawer(kernel, random);
  columns::Block block = columns::empty_block(plan, kernel.slots);
  for (std::uint32_t row = 0; row < rows; ++row) {
    columns::add_row(block);
    for (std::uint32_t fact = 0; fact < kernel.slots.scalars.size(); ++fact) {
      if (auto const& slot = kernel.slots.scalars[fact]) {
        block.scalars[fact].set(row, drawer.draw(fact, columns::kNone, *slot));
      }
      auto const& fields = kernel.slots.fields[fact];
      for (std::uint32_t left = fields.empty() ? 0 : drawer.elements(); left > 0; --left) {
        std::uint32_t const element = columns::add_element(block, fact);
        for (std::uint32_t field = 0; field < fields.size(); ++field) {
          if (fields[field]) {
            block.lists[fact].fields[field].set(element, drawer.draw(fact, field, *fields[field]));
          }
        }
      }
    }
  }
  return block;
}

columns::Block joined(std::vector<columns::Block> blocks) {
  columns::Block all = std::move(blocks.front());
  for (std::size_t next = 1; next < blocks.size(); ++next) {
    columns::Block const& block = blocks[next];
    for (std::size_t fact = 0; fact < all.scalars.size(); ++fact) {
      append(block.scalars[fact], block.rows, all.rows, all.scalars[fact]);
      append(block.lists[fact], block.rows, all.rows, all.lists[fact]);
    }
    all.rows += block.rows;
  }
  return all;
}

}  // namespace hjemmel::differential
