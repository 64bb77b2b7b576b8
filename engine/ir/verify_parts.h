// What the parts of verification share: the list of faults, and the entry of each part. Included by verify*.cpp only.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "engine/ir/measure.h"
#include "engine/ir/program.h"

namespace hjemmel::ir {

// Where a fault would be: `table f`, `expr 12`. Put together only where there is one, as a large program is asked a million times
// and has none; so it names what outlives it.
class Where {
 public:
  // NOLINTNEXTLINE(google-explicit-constructor): a place is written as its words
  Where(char const* what) : parts_{what, {}, {}, {}} {}
  Where(std::string_view kind, std::string_view name, std::string_view part_kind = {}, std::string_view part = {})
      : parts_{kind, name, part_kind, part} {}
  explicit Where(ExprId expr) : expr_(expr) {}

  // A part of it.
  [[nodiscard]] Where with(std::string_view kind, std::string_view name) const {
    Where inner(kind, name);
    inner.outer_ = this;
    return inner;
  }
  [[nodiscard]] std::string text() const;

 private:
  std::array<std::string_view, 4> parts_{};
  ExprId expr_;
  Where const* outer_ = nullptr;  // of which it is a part; none of a whole
};

class Faults {
 public:
  // Adds `where: what` when `holds` is false.
  void require(bool holds, Where const& where, std::string_view what) {
    if (!holds) {
      texts_.push_back(where.text().append(": ").append(what));
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

void verify_ids(Program const& program, Faults& faults);
void verify_basis(Program const& program, Faults& faults);
// Gives the kind of each expression's type: what the next parts ask of, close together as the expressions are not.
[[nodiscard]] std::vector<TypeKind> verify_expressions(Program const& program, Faults& faults);
void verify_order(Program const& program, Faults& faults);

}  // namespace hjemmel::ir
