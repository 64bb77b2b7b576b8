// Loops over rows and elements in which each value hangs on its own place alone.
#include "engine/native/loop_writer.h"

#include <algorithm>

#include <fmt/format.h>

namespace hjemmel::native {
namespace {

constexpr std::size_t kResultsOfLoop = 8;  // more would not fit in a processor's registers
constexpr std::size_t kNodesOfLoop = 12;   // of results that have little in common

std::size_t common(std::set<std::uint32_t> const& a, std::set<std::uint32_t> const& b) {
  return static_cast<std::size_t>(
      std::count_if(a.begin(), a.end(), [&](std::uint32_t node) { return b.contains(node); }));
}

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
  std::vector<Result> of_loop;
  std::set<std::uint32_t> near;
  for (Result const& result : results) {
    std::set<std::uint32_t> const own = near_nodes(group, {result});
    std::size_t const shared = common(own, near);
    bool const foreign =
        near.size() + own.size() - shared > kNodesOfLoop && 2 * shared < std::min(own.size(), near.size());
    if (!of_loop.empty() && (of_loop.size() == kResultsOfLoop || foreign)) {
      write_loop(group, of_loop);
      of_loop.clear();
      near.clear();
    }
    of_loop.push_back(result);
    near.insert(own.begin(), own.end());
  }
  if (!of_loop.empty()) {
    write_loop(group, of_loop);
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
    write_look(node, fmt::format("A{}", node), "0", length(group.list));
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
  std::set<std::uint32_t> const near = near_nodes(group, results);
  begin_loop_of(group.list, near, group.home == Home::gather);
  write_near(near);
  for (Result const& result : results) {
    line(fmt::format("  {}[i] = {};", result.into, result.value));
  }
  end_loop_of(near);
}

void LoopWriter::begin_loop(std::string const& length, bool scalar) {
  line(fmt::format("{}for (u64 i = 0; i < {}; ++i) {{{}", scalar ? "" : "HJ_LOOP ", length,
                   scalar ? " HJ_SCALAR;" : ""));
}

// What is looked up in registers is so a stretch at a time, which stays in the nearest cache until the loop over it has read it.
void LoopWriter::begin_loop_of(std::uint32_t list, std::set<std::uint32_t> const& near, bool scalar) {
  bool const tables =
      std::any_of(near.begin(), near.end(), [this](std::uint32_t node) { return reads_table(kernel_, shape_, node); });
  bool looks = false;
  for (std::uint32_t const node : near) {
    if (is_looked_up(node)) {
      if (!looks) {
        line(fmt::format("for (u64 f = 0, m; f < {0}; f += m) {{ m = {0} - f < HJ_STRETCH ? {0} - f : HJ_STRETCH;",
                         length(list)));
      }
      looks = true;
      line(fmt::format("alignas(64) i32 K{}[HJ_STRETCH];", node));
      write_look(node, fmt::format("K{}", node), "f", "m");
    }
  }
  if (!looks) {
    return begin_loop(length(list), scalar || tables);
  }
  line(fmt::format("{}for (u64 i = f; i < f + m; ++i) {{{}", scalar || tables ? "" : "HJ_LOOP ",
                   scalar || tables ? " HJ_SCALAR;" : ""));
}

void LoopWriter::end_loop_of(std::set<std::uint32_t> const& near) {
  bool const looks = std::any_of(near.begin(), near.end(), [this](std::uint32_t node) { return is_looked_up(node); });
  line(looks ? "}}" : "}");
}

bool LoopWriter::is_looked_up(std::uint32_t node) const {
  return shape(node).home == Home::within && fits_register(kernel_, shape_, node);
}

// Of `length` ordinals from `from` on.
void LoopWriter::write_look(std::uint32_t node, std::string const& into, std::string const& from,
                            std::string const& length) {
  std::string const ordinal = place_among({})(shape_.resolved[kernel_.nodes[node].a]).value;
  line(fmt::format("hj_look(T{}, {} + {}, {}, {});", node, ordinal.substr(0, ordinal.find('[')), from, into, length));
}

// Each as a value of its own, in the loop that is being written.
void LoopWriter::write_near(std::set<std::uint32_t> const& near) {
  Place const place = place_among(near);
  for (std::uint32_t const node : near) {
    Expression written = expression(kernel_, shape_, node, place);
    if (is_looked_up(node)) {
      written.value = fmt::format("K{}[i - f]", node);
    }
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
