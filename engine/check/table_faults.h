// What is wrong with the rows of a table as a whole: keys without a row, keys with two, rows that no key reads. Each message shows
// a call of the table that falls there, such as `fee(reserve, 4)`.
#pragma once

#include "engine/check/table_keys.h"

namespace hjemmel::check {

class TableFaults {
 public:
  // All three must outlive it.
  TableFaults(Workbench& bench, ir::Table const& table, TableKeys const& keys)
      : bench_(bench), table_(table), keys_(keys) {}

  // `classes`: of each key, in one combination.
  void overlap(std::vector<std::uint32_t> const& classes, source::Span first, source::Span second) const;
  void gap(std::vector<std::vector<std::uint32_t>> const& lacking) const;
  void unread(source::Span row) const;

 private:
  [[nodiscard]] std::string example(std::vector<std::uint32_t> const& classes) const;

  Workbench& bench_;
  ir::Table const& table_;
  TableKeys const& keys_;
};

}  // namespace hjemmel::check
