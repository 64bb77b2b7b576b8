// Between the rows and the elements of their lists.
#include <algorithm>

#include <fmt/format.h>

#include "engine/native/loop_writer.h"

namespace hjemmel::native {

using columns::Op;

// A row's values, for each of its elements.
void LoopWriter::write_spreads(Group const& group) {
  Place const place = place_among({});
  line("for (u64 i = 0; i < n; ++i) {");
  line(fmt::format("  for (u64 e = F{0}[i] - b{0}; e < F{0}[i + 1] - b{0}; ++e) {{", list_at(group.list)));
  for (std::uint32_t const node : group.nodes) {
    Expression const from = place(shape_.resolved[kernel_.nodes[node].a]);
    line(fmt::format("    A{}[e] = {};", node, from.value));
    if (!from.open.empty()) {
      line(fmt::format("    O{}[e] = {};", node, from.open));
    }
  }
  line("  }");
  line("}");
}

// Counts and totals by running sums, `every` and what is open by eight bytes at once: the lengths of rows make hardly a branch.
void LoopWriter::write_over(Group const& group) {
  Result all;
  for (std::uint32_t const node : group.nodes) {
    if (kernel_.nodes[node].op != Op::every) {
      line(fmt::format("{0} s{1} = 0; B{1}[0] = 0;", kernel_.nodes[node].op == Op::total ? "u64" : "u32", node));
    }
    all.reads.push_back(shape_.resolved[kernel_.nodes[node].a]);
  }
  write_elements(group, near_nodes({Home::within, group.list, 0, {}}, {all}));
  for (std::uint32_t const node : group.nodes) {
    write_between(node, list_at(group.list));
  }
}

void LoopWriter::write_elements(Group const& group, std::set<std::uint32_t> const& near) {
  Place const place = place_among(near);
  bool const sums = std::any_of(group.nodes.begin(), group.nodes.end(),
                                [&](std::uint32_t node) { return kernel_.nodes[node].op != Op::every; });
  begin_loop_of(group.list, near, sums);
  write_near(near);
  for (std::uint32_t const node : group.nodes) {
    Expression const each = place(shape_.resolved[kernel_.nodes[node].a]);
    if (!each.open.empty()) {
      line(fmt::format("  Q{}[i] = {};", node, each.open));
    }
    if (kernel_.nodes[node].op == Op::every) {
      std::string const open = each.open.empty() ? "" : " | " + each.open;
      line(fmt::format("  B{}[i] = (u8)~({}{});", node, each.value, open));
    } else {
      bool const total = kernel_.nodes[node].op == Op::total;
      line(fmt::format("  s{0} += {1}; B{0}[i + 1] = s{0};", node,
                       total ? "(u64)(i64)" + each.value : each.value + " & 1"));
    }
  }
  end_loop_of(near);
}

void LoopWriter::write_between(std::uint32_t node, std::size_t list) {
  bool const open = shape(node).may_be_open;
  if (open) {
    line(fmt::format("hj_any(Q{0}, F{1}, O{0}, n, 0);", node, list));
  }
  if (kernel_.nodes[node].op == Op::every) {
    line(fmt::format("hj_any(B{0}, F{1}, A{0}, n, 255);", node, list));
    if (open) {
      begin_loop("n", false);
      line(fmt::format("  u8 const v{0} = A{0}[i], o{0} = O{0}[i]; A{0}[i] = v{0} & ~o{0}; O{0}[i] = v{0} & o{0};",
                       node));
      line("}");
    }
    return;
  }
  begin_loop("n", true);
  line(fmt::format("  A{0}[i] = ({1})(B{0}[F{2}[i + 1] - b{2}] - B{0}[F{2}[i] - b{2}]);", node,
                   type_of(shape(node).width), list));
  line("}");
}

}  // namespace hjemmel::native
