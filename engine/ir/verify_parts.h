// What the parts of verification share: the list of faults, and the entry of each part. Included by verify*.cpp only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/ir/measure.h"
#include "engine/ir/program.h"

namespace hjemmel::ir {

class Faults {
 public:
  // Adds `where: what` when `holds` is false.
  void require(bool holds, std::string_view where, std::string_view what) {
    if (!holds) {
      texts_.push_back(std::string(where).append(": ").append(what));
    }
  }
  [[nodiscard]] bool none() const { return texts_.empty(); }
  [[nodiscard]] std::vector<std::string> take() { return std::move(texts_); }

 private:
  std::vector<std::string> texts_;
};

template <class T, class Tag>
bool in_range(base::Id<Tag> id, std::vector<T> const& table) {
  return id.index < table.size();
}

template <class T, class Tag>
bool none_or_in_range(base::Id<Tag> id, std::vector<T> const& table) {
  return !id.has_value() || in_range(id, table);
}

// `expr 12`
std::string expr_place(ExprId id);

void verify_ids(Program const& program, Faults& faults);
void verify_basis(Program const& program, Faults& faults);
void verify_expressions(Program const& program, Faults& faults);

}  // namespace hjemmel::ir
