// What is taken over the elements of each row, eight at a time or by running sums: the rows' lengths make hardly a branch.
#include <algorithm>
#include <cstring>

#include "engine/columns/run.h"

namespace hjemmel::columns {

// Open where an element is and no other settles it, and where there may be more elements.
void Runner::run_loop(Node const& node) {
  auto const list = static_cast<std::uint32_t>(node.k);
  std::uint32_t const* const rows = inputs_->lists[list].offsets;
  std::size_t const elements = rows[n_] - rows[0];
  std::uint8_t const* const element_open = views_[node.a].open;
  std::uint8_t const* const list_open = inputs_->lists[list].open;
  sums_.resize(std::max(sums_.size(), elements + 1));
  scratch_.resize(std::max(scratch_.size(), std::max(elements, n_) + sizeof(std::uint64_t)));
  if (node.op == Op::total) {
    totals_.resize(std::max(totals_.size(), elements + 1));
    loops_.running_total(wide(node.a, 0), totals_.data(), elements);
    loops_.total_between(totals_.data(), rows, out<std::int64_t>(), n_);
  } else if (node.op == Op::count) {
    loops_.running_count(truth(node.a), sums_.data(), elements);
    loops_.count_between(sums_.data(), rows, out<std::int64_t>(), n_);
  } else if (element_open == nullptr) {
    loops_.all_between(truth(node.a), rows, out<std::uint8_t>(), n_);
  } else {
    loops_.disjunction(truth(node.a), element_open, scratch_.data(), elements);
    loops_.all_between(scratch_.data(), rows, out<std::uint8_t>(), n_);
  }
  if (element_open == nullptr && list_open == nullptr) {
    return;
  }
  open_loop(node, rows, element_open, list_open);
}

void Runner::open_loop(Node const& node, std::uint32_t const* rows, std::uint8_t const* element_open,
                       std::uint8_t const* list_open) {
  std::uint8_t* const open = open_out();
  if (element_open != nullptr) {
    loops_.any_between(element_open, rows, open, n_);
  } else {
    std::fill_n(open, n_, std::uint8_t{0});
  }
  if (list_open != nullptr) {
    loops_.add_to(list_open, open, n_);
  }
  if (node.op == Op::every) {  // one element of which it surely does not hold settles it
    std::uint8_t* const truths = out<std::uint8_t>();
    std::memcpy(scratch_.data(), open, n_);
    loops_.conjunction(scratch_.data(), truths, open, n_);
    loops_.take_out(open, truths, n_);
  }
}

void Runner::spread(Node const& node) {
  std::uint32_t const* const rows = inputs_->lists[node.list].offsets;
  std::uint8_t const* const from_open = views_[node.a].open;
  std::uint8_t* const open = from_open == nullptr ? nullptr : open_out();
  bool const number = is_number(kernel_.nodes[node.a].op);
  std::size_t const size = number ? bytes_of(kernel_.nodes[node.a].width) : 1;
  buffer_->values.reserve(n_ * size);
  auto const* const from = static_cast<std::byte const*>(views_[node.a].values);
  for (std::size_t row = 0; row < inputs_->rows; ++row) {
    for (std::size_t at = rows[row] - rows[0]; at < rows[row + 1] - rows[0]; ++at) {
      std::memcpy(buffer_->values.data() + at * size, from + row * size, size);
      if (open != nullptr) {
        open[at] = from_open[row];
      }
    }
  }
}

}  // namespace hjemmel::columns
