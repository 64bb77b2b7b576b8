// Loops over rows and elements in which each value hangs on its own place alone.
#include "engine/native/loop_writer.h"

#include <algorithm>

#include <fmt/format.h>

namespace hjemmel::native {
namespace {

constexpr std::size_t kResultsOfLoop = 8;  // more would not fit in a processor's registers

}  // namespace

std::size_t LoopWriter::list_at(std::uint32_t fact) const {
  return static_cast<std::size_t>(std::find(unit_.lists.begin(), unit_.lists.end(), fact) - unit_.lists.begin());
}

Place LoopWriter::place_among(std::set<std::uint32_t> near) const {
  return [this, near = std::move(near)](std::uint32_t node) -> Expression {
    bool const open = shape(node).may_be_open;
    if (shape(node).home != Home::free) {
      bool const local = near.contains(node);
      return {fmt::format("{}{}{}", local ? "v" : "A", node, local ? "" : "[i]"),
              open ? fmt::format("{}{}{}", local ? "o" : "O", node, local ? "" : "[i]") : ""};
    }
    if (auto const column = column_of_.find(node); column != column_of_.end()) {
      return {fmt::format("C{}[i]", column->second), ""};
    }
    return constant(kernel_, shape_, node);
  };
}

void LoopWriter::write_group(Group const& group) {
  switch (group.home) {
    case Home::months:
      std::for_each(group.nodes.begin(), group.nodes.end(), [&](std::uint32_t node) { write_months(node); });
      return;
    case Home::spread:
      return write_spreads(group);
    case Home::loop:
      return write_over(group);
    case Home::gather:
      return write_gathers(group);
    default:
      break;
  }
  write_loops(group, stored_of(group));
}

std::vector<Result> LoopWriter::stored_of(Group const& group) const {
  std::vector<Result> results;
  for (std::uint32_t const node : group.nodes) {
    if (shape(node).stored) {
      results.push_back({fmt::format("A{}", node), fmt::format("v{}", node), {node}});
    }
    if (shape(node).stored && shape(node).may_be_open) {
      results.push_back({fmt::format("O{}", node), fmt::format("o{}", node), {node}});
    }
  }
  return results;
}

void LoopWriter::write_loops(Group const& group, std::vector<Result> const& results) {
  for (std::size_t first = 0; first < results.size(); first += kResultsOfLoop) {
    std::size_t const last = std::min(results.size(), first + kResultsOfLoop);
    write_loop(group, {results.begin() + static_cast<std::ptrdiff_t>(first),
                       results.begin() + static_cast<std::ptrdiff_t>(last)});
  }
}

void LoopWriter::write_gathers(Group const& group) {
  Place const place = place_among({});
  Group others = group;
  others.nodes.clear();
  for (std::uint32_t const node : group.nodes) {
    if (!fits_register(kernel_, shape_, node)) {
      others.nodes.push_back(node);
      continue;
    }
    Expression const ordinal = place(shape_.resolved[kernel_.nodes[node].a]);
    std::string const array = ordinal.value.substr(0, ordinal.value.find('['));
    line(fmt::format("hj_look(T{0}, {1}, A{0}, {2});", node, array, length(group.list)));
    if (!ordinal.open.empty()) {
      line(fmt::format("for (u64 i = 0; i < {}; ++i) {{ O{}[i] = {}; }}", length(group.list), node, ordinal.open));
    }
  }
  write_loops(others, stored_of(others));
}

// The nodes of the group that the results hang on, each before what reads it.
std::set<std::uint32_t> LoopWriter::near_nodes(Group const& group, std::vector<Result> const& results) const {
  std::vector<std::uint32_t> open;
  for (Result const& result : results) {
    open.insert(open.end(), result.reads.begin(), result.reads.end());
  }
  std::set<std::uint32_t> near;
  while (!open.empty()) {
    std::uint32_t const node = open.back();
    open.pop_back();
    bool const here = shape(node).home == Home::within || group.holds(shape(node));
    if (shape(node).home != Home::free && here && near.insert(node).second) {
      std::vector<std::uint32_t> const operands = operands_of(kernel_, shape_, node);
      open.insert(open.end(), operands.begin(), operands.end());
    }
  }
  return near;
}

std::string LoopWriter::length(std::uint32_t list) const {
  return list == columns::kNone ? "n" : fmt::format("e{}", list_at(list));
}

void LoopWriter::write_loop(Group const& group, std::vector<Result> const& results) {
  bool const scalar = group.home == Home::gather;
  begin_loop(length(group.list), scalar);
  write_near(near_nodes(group, results));
  for (Result const& result : results) {
    line(fmt::format("  {}[i] = {};", result.into, result.value));
  }
  line("}");
}

void LoopWriter::begin_loop(std::string const& length, bool scalar) {
  line(fmt::format("{}for (u64 i = 0; i < {}; ++i) {{{}", scalar ? "" : "HJ_LOOP ", length,
                   scalar ? " HJ_SCALAR;" : ""));
}

// Each as a value of its own, in the loop that is being written.
void LoopWriter::write_near(std::set<std::uint32_t> const& near) {
  Place const place = place_among(near);
  for (std::uint32_t const node : near) {
    Expression const written = expression(kernel_, shape_, node, place);
    if (!written.open.empty()) {
      line(fmt::format("  u8 const o{} = {};", node, written.open));
    }
    line(fmt::format("  {0} const v{1} = ({0})({2});", type_of(kernel_, shape_, node), node, written.value));
  }
}

void LoopWriter::write_months(std::uint32_t node) {
  Place const place = place_among({});
  Expression const from = place(shape_.resolved[kernel_.nodes[node].a]);
  Expression const to = place(shape_.resolved[kernel_.nodes[node].b]);
  std::string const open =
      fmt::format("({} | {})", from.open.empty() ? "0" : from.open, to.open.empty() ? "0" : to.open);
  line(fmt::format("for (u64 i = 0; i < {}; ++i) {{", length(shape(node).list)));
  line(fmt::format("  i32 const m = {} != 0 ? -1 : hj_months((i32){}, (i32){});", open, from.value, to.value));
  line(fmt::format("  A{0}[i] = m < 0 ? 0 : m;", node));
  line(fmt::format("  O{0}[i] = (u8)-(u8)(m < 0);", node));
  line("}");
}

}  // namespace hjemmel::native
