// A case's numbers are gathered once; then each test reads one of them.
#include "engine/rows/criteria.h"

namespace hjemmel::rows {

CriteriaView view_of(CriteriaTable const& table) { return {table.tests, table.ends, &table.computed}; }

Criteria::Criteria(CriteriaView view, std::vector<HostField> fields)
    : view_(view),
      fields_(std::move(fields)),
      cells_(view.computed->kernel.nodes.size()),
      values_(fields_.size() + view.computed->roots.size()),
      opens_(values_.size()),
      failed_(view.ends.size()),
      open_(view.ends.size()) {}

void Criteria::gather(std::byte const* row) {
  for (std::size_t fact = 0; fact < fields_.size(); ++fact) {
    HostField const& field = fields_[fact];
    auto const& slot = view_.computed->kernel.slots.scalars[fact];
    bool open =
        !slot || field.place.offset == kNone || (field.place.open != kNone && row[field.place.open] != std::byte{0});
    values_[fact] = open ? 0 : load(field.width, row + field.place.offset);
    open = open || values_[fact] < slot->least || values_[fact] > slot->most;
    opens_[fact] = open ? 1 : 0;
  }
}

void Criteria::compute() {
  ComputedTruths const& computed = *view_.computed;
  for (std::size_t at = 0; at < cells_.size(); ++at) {
    Node const& node = computed.kernel.nodes[at];
    cells_[at] = node.op == Op::load ? Cell{values_[node.a], opens_[node.a] != 0}
                                     : rows::computed(computed.kernel, node, cells_);
  }
  for (std::size_t at = 0; at < computed.roots.size(); ++at) {
    Cell const& cell = cells_[computed.roots[at]];
    values_[fields_.size() + at] = cell.value;
    opens_[fields_.size() + at] = cell.open ? 1 : 0;
  }
}

void Criteria::check(void const* row) {
  gather(static_cast<std::byte const*>(row));
  compute();
  CriterionTest const* test = view_.tests.data();
  for (std::size_t service = 0; service < view_.ends.size(); ++service) {
    CriterionTest const* const end = view_.tests.data() + view_.ends[service];
    std::uint64_t failed = 0;
    std::uint64_t open = 0;
    for (std::uint64_t bit = 1; test != end; ++test, bit <<= 1U) {
      bool const is_open = opens_[test->place] != 0;
      bool const holds = test->holds(values_[test->place]);
      failed |= !is_open && !holds ? bit : 0;
      open |= is_open ? bit : 0;
    }
    failed_[service] = failed;
    open_[service] = open;
  }
}

}  // namespace hjemmel::rows
