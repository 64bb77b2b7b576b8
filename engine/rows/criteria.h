// Criteria: what many services ask, as tests that lie flat one behind the other, so that they can be kept in a file and run from there.
//
// In: a kernel and the services asked; then cases in a host's struct. Out: by service its failed criteria as bits, the first lowest, and
// which stand open. It hangs on no layout: a test names a fact, and how wide its number is and where it lies is told when it is run.
// row_services.h says the same faster, for a few services and one layout, from tables that take their time to be made. Tested in
// tests/unit/rows/criteria_test.cpp.
#pragma once

#include <span>
#include <vector>

#include "engine/rows/cell.h"

namespace hjemmel::rows {

// Where one number lies. No padding: it is kept as it lies in memory.
struct CriterionTest {
  enum class Kind : std::uint32_t { between, one_of };

  std::uint64_t low =
      0;  // between: low <= x <= low + span, counted round the end of 64 bits; one_of: bit x - low of `span`
  std::uint64_t span = 0;
  std::uint32_t place = 0;  // of the number: a fact; behind them all the roots of what is computed
  Kind kind = Kind::between;

  [[nodiscard]] bool holds(std::int64_t x) const {
    std::uint64_t const from = static_cast<std::uint64_t>(x) - low;
    return kind == Kind::between ? from <= span : from < 64 && (span >> from & 1U) != 0;
  }
};

// What tests say that hang on more than one fact's number.
struct ComputedTruths {
  Kernel kernel;                     // slots by fact, nodes and sets; nothing else
  std::vector<std::uint32_t> roots;  // nodes; truths
};

struct CriteriaTable {
  std::vector<CriterionTest> tests;     // by service, then by criterion: that it is met
  std::vector<std::uint32_t> ends;      // by service in it: where its tests end
  std::vector<std::uint32_t> services;  // in it, ascending: indexes into Kernel::services
  ComputedTruths computed;
};

// The same where somebody else keeps it.
struct CriteriaView {
  std::span<CriterionTest const> tests;
  std::span<std::uint32_t const> ends;
  ComputedTruths const* computed = nullptr;
};

// Services without code are left out, and such as ask what is counted over elements, looked up or reckoned with.
[[nodiscard]] CriteriaTable criteria_of(Kernel const& kernel, std::span<std::uint32_t const> services);
[[nodiscard]] CriteriaView view_of(CriteriaTable const& table);

// Whether a view that may come from anywhere points at nothing outside of itself, and asks only what criteria_of does.
[[nodiscard]] bool is_sound(CriteriaView const& view);

// By fact: where its number lies in the host's struct, and how wide it is there. A fact without a place is open.
struct HostField {
  FieldPlace place;
  Width width = Width::u8;
};

// One thread's.
class Criteria {
 public:
  // The view is sound, and outlives it. `fields`: by fact, all of them.
  Criteria(CriteriaView view, std::vector<HostField> fields);

  // A number that the slot of its fact does not hold is open.
  void check(void const* row);

  // After it, by service in the table.
  [[nodiscard]] std::uint64_t failed(std::size_t service) const { return failed_[service]; }
  [[nodiscard]] std::uint64_t open(std::size_t service) const { return open_[service]; }

 private:
  void gather(std::byte const* row);
  void compute();

  CriteriaView view_;
  std::vector<HostField> fields_;
  std::vector<Cell> cells_;           // by node of what is computed
  std::vector<std::int64_t> values_;  // by place
  std::vector<std::uint8_t> opens_;
  std::vector<std::uint64_t> failed_;
  std::vector<std::uint64_t> open_;
};

}  // namespace hjemmel::rows
