// Run: a kernel over the rows of a block.
//
// In: columns. Out: answers, each as the machine would give it. A runner is one thread's; it keeps its buffers from block to block.
// Tested in tests/unit/columns/run_test.cpp and tests/differential/columns_vs_machine_test.cpp.
#pragma once

#include <vector>

#include "engine/columns/block_runner.h"
#include "engine/columns/fuse.h"
#include "engine/columns/loops/loops.h"

namespace hjemmel::columns {

class Runner final : public BlockRunner {
 public:
  // Kernel and schedule must outlive the runner. `rows`: of a block, at most; no more than kMostRows.
  Runner(Kernel const& kernel, Schedule const& schedule, Loops const& with = loops(), std::uint32_t rows = kBlockRows);

  Answers const& run(Inputs const& inputs) override;
  void leave_figures(std::size_t asked, std::int32_t* into) override;
  void leave_failed(std::size_t asked, std::size_t plane, std::uint8_t* into) override;

 private:
  struct Buffer {
    Bytes values;
    Bytes open;
    bool is_open = false;
  };
  struct View {
    void const* values = nullptr;
    std::uint8_t const* open = nullptr;  // null: none is
  };

  void run_node(std::uint32_t index, std::uint32_t buffer);
  void run_number(Node const& node);
  void run_pair(Node const& node);
  void run_truth(Node const& node);
  void run_compare(Node const& node);
  void settle_less(Node const& node);
  void run_loop(Node const& node);
  void open_loop(Node const& node, std::uint32_t const* rows, std::uint8_t const* element_open,
                 std::uint8_t const* list_open);
  void load();
  void connect(Node const& node);
  void count_of(Node const& node);
  void count_of_columns(std::vector<Bit> const& bits);
  void count_open(std::uint8_t const* open);
  void choose(Node const& node);
  void months(Node const& node);
  void spread(Node const& node);
  [[nodiscard]] std::uint8_t const* open_of(Bit const& bit) const;
  void add_bit(Bit const& bit, std::uint8_t place, std::uint8_t* bits);
  void gather(std::vector<Bit> const& atoms, std::uint8_t* bits);
  bool take_table(std::uint32_t asked);
  void take_marks(std::uint32_t asked);
  void take_figures(std::uint32_t asked);
  void take_figure(std::uint8_t const* plane, std::uint8_t bit, std::uint32_t node, FigureColumn& column);
  void add_figure(std::uint8_t const* plane, std::uint8_t bit, std::uint32_t node, bool first, std::int32_t* sum);
  void take_service(std::uint32_t asked);
  void take_open(std::uint8_t const* open, std::vector<std::uint8_t>& into, bool& any) const;

  [[nodiscard]] std::size_t length(Node const& node) const;
  [[nodiscard]] std::uint8_t const* truth(std::uint32_t node) const {
    return static_cast<std::uint8_t const*>(views_[node].values);
  }
  std::int64_t const* wide(std::uint32_t node, std::size_t which);
  std::int32_t const* near(std::uint32_t node, std::size_t which);
  [[nodiscard]] bool is_near(std::uint32_t node) const { return kernel_.nodes[node].width != Width::i64; }
  template <class T>
  T* out() {
    buffer_->values.reserve(n_ * sizeof(T));
    return reinterpret_cast<T*>(buffer_->values.data());
  }
  std::uint8_t* open_out();
  void open_as(std::uint32_t a, std::uint32_t b);
  std::uint8_t const* open_or_none(std::uint32_t node) const;

  Kernel const& kernel_;
  Schedule const& schedule_;
  Fused fused_;
  Loops const& loops_;
  std::uint32_t const most_rows_;
  Inputs const* inputs_ = nullptr;
  std::vector<View> views_;  // by node
  std::vector<Buffer> buffers_;
  Buffer* buffer_ = nullptr;        // of the node that runs
  std::size_t n_ = 0;               // how many values it has
  std::vector<Bytes> widened_;      // operands that are narrower than i64
  std::vector<std::uint8_t> none_;  // a mask that is nowhere set
  std::vector<std::uint8_t> scratch_;
  std::vector<std::uint8_t> settled_;
  std::vector<std::uint8_t> surely_;
  std::vector<std::uint32_t> sums_;
  std::vector<std::int64_t> totals_;
  Answers answers_;
};

}  // namespace hjemmel::columns
