// Group by group: arrays for what other groups read, then loops of a few results each; last the outcomes.
#include "engine/native/source.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "engine/columns/block.h"
#include "engine/native/arrays.h"
#include "engine/native/expression.h"

namespace hjemmel::native {
namespace {

using columns::Kernel;
using columns::Node;
using columns::Op;
using columns::Schedule;

constexpr std::size_t kBits = 8;
constexpr std::size_t kResultsOfLoop = 8;  // more would not fit in a processor's registers

// What a loop writes: `into` is an array's name.
struct Result {
  std::string into;
  std::string value;
  std::vector<std::uint32_t> reads;
};

class FunctionWriter {
 public:
  FunctionWriter(Kernel const& kernel, Schedule const& schedule, Shape const& shape)
      : kernel_(kernel), schedule_(schedule), shape_(shape) {}

  Unit write() {
    find_reads();
    write_tables();
    unit_.text += fmt::format("static void {}(hj_call const* call) {{\n  u32 const n = call->rows;\n", kUnitName);
    write_places();
    Arrays const arrays = arrays_of(kernel_, shape_, unit_.lists);
    unit_.row_bytes = arrays.row_bytes;
    unit_.element_arrays = arrays.element_arrays;
    unit_.element_bytes = arrays.element_bytes;
    unit_.text += arrays.text;
    Group const last = last_group();
    for (Group const& group : shape_.groups) {
      if (group.level != last.level) {
        write_group(group);
      }
    }
    write_outcomes(last);
    unit_.text += "}\n";
    return std::move(unit_);
  }

 private:
  void line(std::string const& text) { unit_.text += "  " + text + "\n"; }

  [[nodiscard]] NodeShape const& shape(std::uint32_t node) const { return shape_.nodes[node]; }
  [[nodiscard]] std::uint32_t list_at(std::uint32_t fact) const {
    return static_cast<std::uint32_t>(std::find(unit_.lists.begin(), unit_.lists.end(), fact) - unit_.lists.begin());
  }

  void find_reads() {
    std::set<Read> columns;
    std::set<std::uint32_t> lists;
    for (std::uint32_t node = 0; node < kernel_.nodes.size(); ++node) {
      if (!shape(node).used) {
        continue;
      }
      Node const& given = kernel_.nodes[node];
      if (given.op == Op::load) {
        columns.insert({given.a, given.b});
      }
      if (shape(node).list != columns::kNone) {
        lists.insert(shape(node).list);
      }
    }
    unit_.columns.assign(columns.begin(), columns.end());
    unit_.lists.assign(lists.begin(), lists.end());
    for (std::uint32_t node = 0; node < kernel_.nodes.size(); ++node) {
      Node const& given = kernel_.nodes[node];
      if (shape(node).used && given.op == Op::load) {
        auto const at = std::lower_bound(unit_.columns.begin(), unit_.columns.end(), Read{given.a, given.b});
        column_of_[node] = static_cast<std::size_t>(at - unit_.columns.begin());
      }
    }
  }

  void write_tables() {
    for (std::uint32_t node = 0; node < kernel_.nodes.size(); ++node) {
      Node const& given = kernel_.nodes[node];
      if (!shape(node).used) {
        continue;
      }
      if (given.op == Op::lookup && kernel_.lookups[given.b].values.size() > kFewEntries) {
        columns::Lookup const& table = kernel_.lookups[given.b];
        std::vector<std::int64_t> values = table.values;
        values.resize(std::max(values.size(), kEntriesOfRegister));
        write_table("T", node, shape(node).width, values);
        if (table.any_open) {
          write_table("U", node, Width::u8, table.open);
        }
      }
      if (given.op == Op::among && !runs_of(kernel_.sets[given.b]).few) {
        write_table("S", node, Width::u8, kernel_.sets[given.b]);
      }
    }
  }

  template <class T>
  void write_table(char const* name, std::uint32_t node, Width width, std::vector<T> const& values) {
    unit_.text += fmt::format("static {} const {}{}[] = {{", type_of(width), name, node);
    for (T const value : values) {
      unit_.text += literal(width, static_cast<std::int64_t>(value)) + ", ";
    }
    unit_.text += "};\n";
  }

  void write_places() {
    for (auto const& [node, column] : column_of_) {
      std::string const type = type_of(kernel_.nodes[node].width);
      line(fmt::format("{0} const* const __restrict C{1} = ({0} const*)call->columns[{1}];", type, column));
    }
    for (std::size_t list = 0; list < unit_.lists.size(); ++list) {
      line(fmt::format("u32 const* const __restrict F{0} = call->offsets[{0}];", list));
      line(fmt::format("u32 const b{0} = F{0}[0];", list));
      line(fmt::format("u64 const e{0} = F{0}[n] - b{0};", list));
    }
  }

  [[nodiscard]] Place place_among(std::set<std::uint32_t> near) const {
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

  void write_group(Group const& group) {
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

  [[nodiscard]] std::vector<Result> stored_of(Group const& group) const {
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

  void write_loops(Group const& group, std::vector<Result> const& results) {
    for (std::size_t first = 0; first < results.size(); first += kResultsOfLoop) {
      std::size_t const last = std::min(results.size(), first + kResultsOfLoop);
      write_loop(group, {results.begin() + static_cast<std::ptrdiff_t>(first),
                         results.begin() + static_cast<std::ptrdiff_t>(last)});
    }
  }

  void write_gathers(Group const& group) {
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
  [[nodiscard]] std::set<std::uint32_t> near_nodes(Group const& group, std::vector<Result> const& results) const {
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

  [[nodiscard]] std::string length(std::uint32_t list) const {
    return list == columns::kNone ? "n" : fmt::format("e{}", list_at(list));
  }

  void write_loop(Group const& group, std::vector<Result> const& results) {
    bool const scalar = group.home == Home::gather;
    begin_loop(length(group.list), scalar);
    write_near(near_nodes(group, results));
    for (Result const& result : results) {
      line(fmt::format("  {}[i] = {};", result.into, result.value));
    }
    line("}");
  }

  void begin_loop(std::string const& length, bool scalar) {
    line(fmt::format("{}for (u64 i = 0; i < {}; ++i) {{{}", scalar ? "" : "HJ_LOOP ", length,
                     scalar ? " HJ_SCALAR;" : ""));
  }

  // Each as a value of its own, in the loop that is being written.
  void write_near(std::set<std::uint32_t> const& near) {
    Place const place = place_among(near);
    for (std::uint32_t const node : near) {
      Expression const written = expression(kernel_, shape_, node, place);
      if (!written.open.empty()) {
        line(fmt::format("  u8 const o{} = {};", node, written.open));
      }
      line(fmt::format("  {0} const v{1} = ({0})({2});", type_of(kernel_, shape_, node), node, written.value));
    }
  }

  void write_months(std::uint32_t node) {
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

  // A row's values, for each of its elements.
  void write_spreads(Group const& group) {
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
  void write_over(Group const& group) {
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

  void write_elements(Group const& group, std::set<std::uint32_t> const& near) {
    Place const place = place_among(near);
    bool const sums = std::any_of(group.nodes.begin(), group.nodes.end(),
                                  [&](std::uint32_t node) { return kernel_.nodes[node].op != Op::every; });
    bool const tables = std::any_of(near.begin(), near.end(), [&](std::uint32_t node) {
      return kernel_.nodes[node].op == Op::lookup || kernel_.nodes[node].op == Op::among;
    });
    begin_loop(length(group.list), sums || tables);
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
    line("}");
  }

  void write_between(std::uint32_t node, std::uint32_t list) {
    bool const open = shape(node).may_be_open;
    if (open) {
      line(fmt::format("hj_any(Q{0}, F{1}, O{0}, n);", node, list));
    }
    if (kernel_.nodes[node].op == Op::every) {
      line(fmt::format("hj_any(B{0}, F{1}, A{0}, n);", node, list));
      begin_loop("n", false);
      line(fmt::format(
          fmt::runtime(
              open ? "  u8 const v{0} = (u8)~A{0}[i], o{0} = O{0}[i]; A{0}[i] = v{0} & ~o{0}; O{0}[i] = v{0} & o{0};"
                   : "  A{0}[i] = (u8)~A{0}[i];"),
          node));
      line("}");
      return;
    }
    begin_loop("n", true);
    line(fmt::format("  A{0}[i] = ({1})(B{0}[F{2}[i + 1] - b{2}] - B{0}[F{2}[i] - b{2}]);", node,
                     type_of(shape(node).width), list));
    line("}");
  }

  // One byte of truths, or of those that do not hold.
  [[nodiscard]] Result plane(std::vector<std::uint32_t> const& nodes, std::size_t first, bool failed,
                             std::set<std::uint32_t> const& near) const {
    Place const place = place_among(near);
    Result result{"", "(u8)(0", {}};
    for (std::size_t bit = 0; bit < kBits && first + bit < nodes.size(); ++bit) {
      std::uint32_t const node = shape_.resolved[nodes[first + bit]];
      result.value += fmt::format(" | ({}{} & {})", failed ? "~" : "", place(node).value, 1U << bit);
      result.reads.push_back(node);
    }
    result.value += ")";
    return result;
  }

  // The group of the truths that only outcomes read, at a level behind all others; it may have no node.
  [[nodiscard]] Group last_group() const {
    Group last{Home::bytes, columns::kNone, shape_.last_level, {}};
    if (!shape_.groups.empty() && shape_.groups.back().level == shape_.last_level) {
      last = shape_.groups.back();
    }
    return last;
  }

  void write_outcomes(Group const& last) {
    std::set<std::uint32_t> const near(last.nodes.begin(), last.nodes.end());
    std::vector<Result> results = stored_of(last);
    std::size_t const stored = results.size();
    std::vector<std::string> figures;
    for (std::uint32_t const decision : schedule_.decisions) {
      columns::DecisionCode const& code = kernel_.decisions[decision];
      std::vector<std::uint32_t> nodes;
      std::transform(code.marks.begin(), code.marks.end(), std::back_inserter(nodes),
                     [](columns::Mark const& mark) { return mark.node; });
      unit_.decisions_open.push_back(add_planes(nodes, code.figures, false, near, results));
      write_figures(code.figures, figures);
    }
    for (std::uint32_t const service : schedule_.services) {
      unit_.services_open.push_back(add_planes(kernel_.services[service].criteria, {}, true, near, results));
    }
    for (std::size_t at = stored; at < results.size(); ++at) {
      line(fmt::format("u8* const __restrict {} = call->planes[{}];", results[at].into, results[at].into.substr(1)));
    }
    write_loops(last, results);
    std::for_each(figures.begin(), figures.end(), [this](std::string const& text) { line(text); });
  }

  bool add_planes(std::vector<std::uint32_t> const& nodes, std::vector<columns::ComputedFigure> const& figures,
                  bool failed, std::set<std::uint32_t> const& near, std::vector<Result>& results) {
    for (std::size_t first = 0; first < nodes.size(); first += kBits) {
      results.push_back(plane(nodes, first, failed, near));
      results.back().into = fmt::format("P{}", plane_++);
    }
    Place const place = place_among(near);
    Result open{fmt::format("P{}", plane_++), "(u8)(0", {}};
    for (std::uint32_t const given : nodes) {
      std::uint32_t const node = shape_.resolved[given];
      if (std::string const where = place(node).open; !where.empty()) {
        open.value += " | " + where;
        open.reads.push_back(node);
      }
    }
    for (columns::ComputedFigure const& figure : figures) {
      std::uint32_t const node = shape_.resolved[figure.node];
      std::uint32_t const applies = shape_.resolved[figure.applies];
      if (std::string const where = place(node).open; !where.empty()) {
        open.value += fmt::format(" | ({} & {})", where, place(applies).value);
        open.reads.insert(open.reads.end(), {node, applies});
      }
    }
    if (open.reads.empty()) {
      return false;
    }
    open.value += ")";
    results.push_back(std::move(open));
    return true;
  }

  void write_figures(std::vector<columns::ComputedFigure> const& figures, std::vector<std::string>& lines) {
    Place const place = place_among({});
    for (columns::ComputedFigure const& figure : figures) {
      std::string const value = place(shape_.resolved[figure.node]).value;
      std::string const applies = place(shape_.resolved[figure.applies]).value;
      lines.push_back(fmt::format("i64* const __restrict G{0} = call->figures[{0}];", figure_));
      lines.emplace_back("HJ_LOOP");
      lines.push_back(
          fmt::format("for (u64 i = 0; i < n; ++i) {{ G{}[i] = (i64)(i8){} & (i64){}; }}", figure_++, applies, value));
    }
  }

  Kernel const& kernel_;
  Schedule const& schedule_;
  Shape const& shape_;
  Unit unit_;
  std::map<std::uint32_t, std::size_t> column_of_;  // of a load
  std::size_t plane_ = 0;
  std::size_t figure_ = 0;
};

}  // namespace

std::size_t Unit::scratch_bytes(std::vector<std::size_t> const& elements) const {
  std::size_t bytes = row_bytes;
  for (std::size_t list = 0; list < lists.size(); ++list) {
    bytes += element_bytes[list] * (elements[list] + kPastEnd) + element_arrays[list] * kArrayAlignment;
  }
  return bytes;
}

base::Result<Unit> write_unit(Kernel const& kernel, Schedule const& schedule) {
  auto const shape = shape_of(kernel, schedule);
  return shape ? base::Result<Unit>(FunctionWriter(kernel, schedule, *shape).write()) : shape.error();
}

}  // namespace hjemmel::native
