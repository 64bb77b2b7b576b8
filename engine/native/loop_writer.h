// LoopWriter: the loops of a unit as text, group by group.
//
// In: a kernel's shape, and which column each load reads. Out: lines of C++ behind those of the unit. What a group computes is the meaning
// that engine/columns/run_nodes.cpp and engine/columns/run_loops.cpp give its nodes. Private to engine/native; tested with source.h.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/native/expression.h"
#include "engine/native/source.h"

namespace hjemmel::native {

// What a loop writes: `into` is an array's name, `reads` the nodes that stand in `value`.
struct Result {
  std::string into;
  std::string value;
  std::vector<std::uint32_t> reads;
};

class LoopWriter {
 public:
  // All must outlive it. `column_of`: by load, index into Unit::columns.
  LoopWriter(columns::Kernel const& kernel, Shape const& shape, std::map<std::uint32_t, std::size_t> const& column_of,
             Unit& unit)
      : kernel_(kernel), shape_(shape), column_of_(column_of), unit_(unit) {}

  void line(std::string const& text) { unit_.text += "  " + text + "\n"; }

  void write_group(Group const& group);
  // A few results a loop.
  void write_loops(Group const& group, std::vector<Result> const& results);
  // What of the group is read by others.
  [[nodiscard]] std::vector<Result> stored_of(Group const& group) const;
  // Where operands stand in a loop that computes the nodes of `near`.
  [[nodiscard]] Place place_among(std::set<std::uint32_t> near) const;

 private:
  [[nodiscard]] NodeShape const& shape(std::uint32_t node) const { return shape_.nodes[node]; }
  [[nodiscard]] std::size_t list_at(std::uint32_t fact) const;
  [[nodiscard]] std::string length(std::uint32_t list) const;
  [[nodiscard]] std::set<std::uint32_t> near_nodes(Group const& group, std::vector<Result> const& results) const;

  void write_loop(Group const& group, std::vector<Result> const& results);
  void begin_loop(std::string const& length, bool scalar);
  void begin_loop_of(std::uint32_t list, std::set<std::uint32_t> const& near, bool scalar);
  void end_loop_of(std::set<std::uint32_t> const& near);
  void write_near(std::set<std::uint32_t> const& near);
  void write_look(std::uint32_t node, std::string const& into, std::string const& from, std::string const& length);
  [[nodiscard]] bool is_looked_up(std::uint32_t node) const;
  void write_gathers(Group const& group);
  void write_months(std::uint32_t node);
  void write_spreads(Group const& group);
  void write_over(Group const& group);
  void write_elements(Group const& group, std::set<std::uint32_t> const& near);
  void write_between(std::uint32_t node, std::size_t list);

  columns::Kernel const& kernel_;
  Shape const& shape_;
  std::map<std::uint32_t, std::size_t> const& column_of_;
  Unit& unit_;
};

}  // namespace hjemmel::native
