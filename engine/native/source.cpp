// Group by group: arrays for what other groups read, then loops of a few results each; last the outcomes.
#include "engine/native/source.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "engine/native/arrays.h"
#include "engine/native/loop_writer.h"

namespace hjemmel::native {
namespace {

using columns::Kernel;
using columns::Node;
using columns::Op;
using columns::Schedule;

constexpr std::size_t kBits = 8;

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
        loops_.write_group(group);
      }
    }
    write_outcomes(last);
    unit_.text += "}\n";
    return std::move(unit_);
  }

 private:
  [[nodiscard]] NodeShape const& shape(std::uint32_t node) const { return shape_.nodes[node]; }

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
      loops_.line(fmt::format("{0} const* const __restrict C{1} = ({0} const*)call->columns[{1}];", type, column));
    }
    for (std::size_t list = 0; list < unit_.lists.size(); ++list) {
      loops_.line(fmt::format("u32 const* const __restrict F{0} = call->offsets[{0}];", list));
      loops_.line(fmt::format("u32 const b{0} = F{0}[0];", list));
      loops_.line(fmt::format("u64 const e{0} = F{0}[n] - b{0};", list));
    }
  }

  // One byte of truths, or of those that do not hold.
  [[nodiscard]] Result plane(std::vector<std::uint32_t> const& nodes, std::size_t first, bool failed,
                             std::set<std::uint32_t> const& near) const {
    Place const place = loops_.place_among(near);
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
    std::vector<Result> results = loops_.stored_of(last);
    std::size_t const stored = results.size();
    std::vector<std::string> figures;
    add_outcomes(near_outcomes(last), results, figures);
    for (std::size_t at = stored; at < results.size(); ++at) {
      loops_.line(
          fmt::format("u8* const __restrict {} = call->planes[{}];", results[at].into, results[at].into.substr(1)));
    }
    loops_.write_loops(last, results);
    std::for_each(figures.begin(), figures.end(), [this](std::string const& text) { loops_.line(text); });
  }

  // What the loops of the outcomes work out themselves.
  [[nodiscard]] std::set<std::uint32_t> near_outcomes(Group const& last) const {
    std::set<std::uint32_t> near(last.nodes.begin(), last.nodes.end());
    for (std::uint32_t node = 0; node < kernel_.nodes.size(); ++node) {
      if (shape(node).home == Home::within) {
        near.insert(node);
      }
    }
    return near;
  }

  // Those of a service stand behind those of its decision, which hang on the same truths: then one loop does both.
  void add_outcomes(std::set<std::uint32_t> const& near, std::vector<Result>& results,
                    std::vector<std::string>& figures) {
    std::vector<std::vector<Result>> of_decisions(schedule_.decisions.size());
    for (std::size_t at = 0; at < of_decisions.size(); ++at) {
      columns::DecisionCode const& code = kernel_.decisions[schedule_.decisions[at]];
      std::vector<std::uint32_t> nodes;
      std::transform(code.marks.begin(), code.marks.end(), std::back_inserter(nodes),
                     [](columns::Mark const& mark) { return mark.node; });
      unit_.decisions_open.push_back(add_planes(nodes, code.figures, false, near, of_decisions[at]));
      write_figures(at, code.figures, figures);
    }
    for (std::uint32_t const service : schedule_.services) {
      columns::ServiceCode const& code = kernel_.services[service];
      auto const decision = std::find(schedule_.decisions.begin(), schedule_.decisions.end(), code.decision);
      auto const at = static_cast<std::size_t>(decision - schedule_.decisions.begin());
      unit_.services_open.push_back(add_planes(code.criteria, {}, true, near, of_decisions[at]));
    }
    for (std::vector<Result> const& one : of_decisions) {
      results.insert(results.end(), one.begin(), one.end());
    }
  }

  bool add_planes(std::vector<std::uint32_t> const& nodes, std::vector<columns::ComputedFigure> const& figures,
                  bool failed, std::set<std::uint32_t> const& near, std::vector<Result>& results) {
    for (std::size_t first = 0; first < nodes.size(); first += kBits) {
      results.push_back(plane(nodes, first, failed, near));
      results.back().into = fmt::format("P{}", plane_++);
    }
    Place const place = loops_.place_among(near);
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

  // By decision: each figure in a column of its own, or the sum of all of them in one.
  void write_figures(std::size_t decision, std::vector<columns::ComputedFigure> const& figures,
                     std::vector<std::string>& lines) {
    Place const place = loops_.place_among({});
    std::vector<std::string> apart;
    std::string sum = "0";
    bool is_near = true;
    for (columns::ComputedFigure const& figure : figures) {
      std::string const value = place(shape_.resolved[figure.node]).value;
      std::string const applies = place(shape_.resolved[figure.applies]).value;
      bool const near = kernel_.nodes[figure.node].width != Width::i64;
      std::string const type = near ? "i32" : "i64";
      std::string const kept = fmt::format("(({0})(i8){1} & ({0}){2})", type, applies, value);
      apart.push_back(fmt::format("{0}* const __restrict G{1} = ({0}*)call->figures[{1}];", type, figure_));
      apart.emplace_back("HJ_LOOP");
      apart.push_back(fmt::format("for (u64 i = 0; i < n; ++i) {{ G{}[i] = {}; }}", figure_++, kept));
      sum += " + " + kept;
      is_near = is_near && near;
    }
    if (is_near) {
      lines.push_back(fmt::format("if (i32* const __restrict Z = call->sums[{}]; Z != 0) {{", decision));
      lines.emplace_back("HJ_LOOP");
      lines.push_back(fmt::format("for (u64 i = 0; i < n; ++i) {{ Z[i] = {}; }}", sum));
      lines.emplace_back("} else {");
    }
    lines.insert(lines.end(), apart.begin(), apart.end());
    if (is_near) {
      lines.emplace_back("}");
    }
  }

  Kernel const& kernel_;
  Schedule const& schedule_;
  Shape const& shape_;
  Unit unit_;
  std::map<std::uint32_t, std::size_t> column_of_;  // of a load
  LoopWriter loops_{kernel_, shape_, column_of_, unit_};
  std::size_t plane_ = 0;
  std::size_t figure_ = 0;
};

}  // namespace

std::size_t Unit::scratch_bytes(std::size_t rows, std::vector<std::size_t> const& elements) const {
  std::size_t bytes = row_bytes * row_stride(rows);
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
