// Nodes of the case in their order, each a line; what is taken over a list is a loop of its own over the elements.
#include "engine/native/row_source.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "engine/columns/schedule.h"
#include "engine/native/row_expression.h"
#include "engine/rows/figure_source.h"
#include "engine/rows/truths.h"
#include "engine/rows/within_limits.h"

namespace hjemmel::native {
namespace {

using columns::Kernel;
using columns::kNone;
using columns::Node;
using columns::Op;

constexpr std::size_t kOrdinalsOfByte = 256;

bool is_fold(Op op) { return op == Op::every || op == Op::total || op == Op::count; }

char const* type_named(columns::Width width) {
  constexpr char const* kNames[] = {"u8", "i16", "i32", "i64"};
  return kNames[static_cast<std::size_t>(width)];
}

// All that `roots` need, ascending.
std::vector<std::uint32_t> needed(Kernel const& kernel, std::vector<std::uint32_t> const& roots) {
  std::vector<bool> seen(kernel.nodes.size());
  std::vector<std::uint32_t> open = roots;
  std::vector<std::uint32_t> found;
  while (!open.empty()) {
    std::uint32_t const node = open.back();
    open.pop_back();
    if (!seen[node]) {
      seen[node] = true;
      found.push_back(node);
      columns::add_operands(kernel, kernel.nodes[node], open);
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

class RowWriter {
 public:
  RowWriter(Kernel const& kernel, std::uint32_t decision)
      : kernel_(kernel),
        code_(kernel.decisions[decision]),
        truths_(rows::truths_of(kernel, code_)),
        expressions_(kernel) {
    std::vector<std::uint32_t> roots = truths_.atoms;
    std::transform(code_.figures.begin(), code_.figures.end(), std::back_inserter(roots),
                   [](columns::ComputedFigure const& figure) { return figure.node; });
    nodes_ = needed(kernel, roots);
    unit_.reads = reads_of(kernel, nodes_);
  }

  [[nodiscard]] RowReads const& reads() const { return unit_.reads; }
  [[nodiscard]] std::string why_not() const {
    return truths_.atoms.size() > rows::kMostAtoms  ? "it hangs on too many truths"
           : code_.figures.size() > kMostRowFigures ? "it computes too many figures"
                                                    : "";
  }

  // `places`: null, or by RowReads.
  RowUnit write(std::vector<std::uint32_t> const* places) {
    places_ = places;
    write_tables();
    unit_.text += fmt::format("static hj_word {}(u8 const* row, u32 const* p, i64* figures) {{\n", kRowName);
    for (std::uint32_t const node : nodes_) {
      if (kernel_.nodes[node].list == kNone) {
        write_node(node);
      }
    }
    write_figures();
    write_word();
    unit_.text += "}\n";
    return std::move(unit_);
  }

 private:
  void write_tables() {
    for (std::uint32_t const node : nodes_) {
      auto const parts = rows::limit_parts(kernel_, kernel_.nodes[node]);
      if (!parts) {
        continue;
      }
      std::vector<std::int64_t> limits = rows::turned_limits(*parts);
      limits.resize(std::max(limits.size() + 1, kOrdinalsOfByte), rows::WithinLimits::kNoLimit);
      unit_.text += fmt::format("static i64 const L{}[] = {{{}}};\n", node, fmt::join(limits, "LL,"));
    }
    unit_.text += RowExpressions::tables(kernel_, nodes_);
  }

  void line(std::string const& text) {
    if (!text.empty()) {
      unit_.text += "  " + text + "\n";
    }
  }

  [[nodiscard]] std::string place(std::size_t at) const {
    return places_ == nullptr ? fmt::format("p[{}]", at) : fmt::format("{}u", (*places_)[at]);
  }

  void write_node(std::uint32_t index) {
    Node const& node = kernel_.nodes[index];
    if (is_fold(node.op)) {
      return write_fold(index);
    }
    if (node.op == Op::load) {
      return line(fmt::format("i64 const v{} = {};", index, loaded("row", unit_.reads.fact_at(node.a), node.width)));
    }
    line(expressions_.define(index, expressions_.of(index)));
  }

  // Elements past the number of them are worked out where the struct has room for them, and left out by a mask: no loop ends sooner or
  // later than the one before. The calendar takes too long for that.
  void write_fold(std::uint32_t index) {
    Node const& fold = kernel_.nodes[index];
    if (auto const parts = rows::limit_parts(kernel_, fold)) {
      return write_limits(index, *parts);
    }
    std::vector<std::uint32_t> inner = needed(kernel_, {fold.a});
    std::erase_if(inner, [this](std::uint32_t node) { return kernel_.nodes[node].list == kNone; });
    bool const counts_days = std::any_of(
        inner.begin(), inner.end(), [this](std::uint32_t node) { return kernel_.nodes[node].op == Op::months_from; });
    line(fmt::format("i64 s{0} = 0; u64 q{0} = 0;", index));
    line(fmt::format("hj_each<{}>(row, {}, [&](u8 const* e, u64 in) HJ_INLINE {{", counts_days ? "false" : "true",
                     list_place(static_cast<std::uint32_t>(fold.k))));
    for (std::uint32_t const node : inner) {
      write_inner(node);
    }
    std::string const value = expressions_.value(fold.a);
    std::string const open = expressions_.open(fold.a);
    if (fold.op == Op::every) {
      line(fmt::format("  s{} |= (i64)(in & {});", index, expressions_.denied(fold.a)));
    } else {
      line(fmt::format(
          "  s{} += {};", index,
          fold.op == Op::count ? fmt::format("(i64)(in & {})", value) : fmt::format("-(i64)in & {}", value)));
    }
    line(open.empty() ? "" : fmt::format("  q{} |= in & {};", index, open));
    line("});");
    line(expressions_.define(index, folded(index, fold.op == Op::every, !open.empty())));
  }

  // How far all elements lie within their limits: see rows::WithinLimits.
  void write_limits(std::uint32_t index, rows::LimitParts const& parts) {
    std::string const ordinal =
        loaded("e", unit_.reads.field_at({parts.ordinal->a, parts.ordinal->b}), parts.ordinal->width);
    std::string const number =
        loaded("e", unit_.reads.field_at({parts.number->a, parts.number->b}), parts.number->width);
    bool const is_byte = parts.ordinal->width == columns::Width::u8;
    std::string const at = is_byte ? ordinal : fmt::format("hj_within({}, {})", ordinal, parts.table->values.size());
    line(fmt::format("i64 s{} = 0;", index));
    line(fmt::format("hj_each<true>(row, {}, [&](u8 const* e, u64 in) HJ_INLINE {{",
                     list_place(static_cast<std::uint32_t>(kernel_.nodes[index].k))));
    line(fmt::format("  s{0} |= (L{0}[{1}] - {2}{3}) & -(i64)in;", index, at, parts.at_most ? "" : "~", number));
    line("});");
    line(expressions_.define(index, {fmt::format("(u64)((u64)s{} < {}ULL)", index, rows::WithinLimits::kUnknownGap),
                                     fmt::format("(u64)(s{} >= {}LL)", index, rows::WithinLimits::kUnknownGap)}));
  }

  [[nodiscard]] std::string loaded(char const* from, std::size_t at, columns::Width width) const {
    return fmt::format("hj_load<{}>({} + {})", type_named(width), from, place(at));
  }

  static RowExpression folded(std::uint32_t index, bool every, bool may_be_open) {
    if (!every) {
      return {fmt::format("s{}", index), may_be_open ? fmt::format("q{}", index) : ""};
    }
    return {may_be_open ? fmt::format("((u64)s{0} | q{0}) ^ 1", index) : fmt::format("(u64)s{} ^ 1", index),
            may_be_open ? fmt::format("(q{0} & ~(u64)s{0})", index) : ""};
  }

  [[nodiscard]] std::string list_place(std::uint32_t list) const {
    std::size_t const at = unit_.reads.list_at(list);
    std::string text = "hj_list{";
    for (std::size_t part = 0; part < kPlacesOfList; ++part) {
      text += (part == 0 ? "" : ", ") + place(at + part);
    }
    return text + "}";
  }

  void write_inner(std::uint32_t index) {
    Node const& node = kernel_.nodes[index];
    if (node.op == Op::load) {
      return line(
          fmt::format("  i64 const v{} = {};", index, loaded("e", unit_.reads.field_at({node.a, node.b}), node.width)));
    }
    std::string const text = expressions_.define(index, expressions_.of(index));
    line(text.empty() ? "" : "  " + text);
  }

  // Of a fact whose figures engine/rows has in a table, one that the table does not have is open.
  void write_figures() {
    std::string opens = "0";
    for (std::size_t at = 0; at < code_.figures.size(); ++at) {
      std::uint32_t const node = code_.figures[at].node;
      line(fmt::format("HJ_SCALAR; figures[{}] = {};", at, expressions_.value(node)));
      std::string open = expressions_.open(node);
      std::uint32_t const only = rows::tabled_load(kernel_, node);
      if (only != kNone) {
        Node const& load = kernel_.nodes[only];
        std::string const outside = fmt::format("(u64)((u64)v{} - (u64){}LL > {}ULL)", only, load.least,
                                                static_cast<std::uint64_t>(load.most - load.least));
        open = open.empty() ? outside : fmt::format("({} | {})", open, outside);
      }
      opens += open.empty() ? "" : fmt::format(" | ({}) << {}", open, at);
    }
    line(fmt::format("figures[{}] = (i64)({});", code_.figures.size(), opens));
  }

  void write_word() {
    std::string yes = "0";
    std::string open = "0";
    for (std::size_t bit = 0; bit < truths_.atoms.size(); ++bit) {
      std::uint32_t const atom = truths_.atoms[bit];
      std::string const where = expressions_.open(atom);
      yes += fmt::format(" | {} << {}", of_atom(atom), bit);
      open += where.empty() ? "" : fmt::format(" | {} << {}", where, bit);
    }
    line(fmt::format("return hj_word{{{}, {}}};", yes, open));
  }

  // A number below 0 sets nothing, where it is the case's own.
  [[nodiscard]] std::string of_atom(std::uint32_t atom) const {
    Node const& node = kernel_.nodes[atom];
    bool const is_flag = node.op == Op::is_set && kernel_.nodes[node.a].op == Op::load;
    return is_flag ? fmt::format("(u64)({} > 0)", expressions_.value(node.a)) : expressions_.value(atom);
  }

  Kernel const& kernel_;
  columns::DecisionCode const& code_;
  rows::Truths truths_;
  RowExpressions expressions_;
  std::vector<std::uint32_t> nodes_;
  std::vector<std::uint32_t> const* places_ = nullptr;
  RowUnit unit_;
};

}  // namespace

base::Result<RowUnit> write_row(Kernel const& kernel, std::uint32_t decision, rows::Layout const* layout) {
  if (std::string const& why = kernel.decisions[decision].refused; !why.empty()) {
    return base::Error{why};
  }
  RowWriter writer(kernel, decision);
  if (std::string why = writer.why_not(); !why.empty()) {
    return base::Error{std::move(why)};
  }
  if (layout == nullptr) {
    return writer.write(nullptr);
  }
  auto const places = places_of(writer.reads(), *layout);
  return places ? base::Result<RowUnit>(writer.write(&*places))
                : base::Error{"something that it reads is not in the struct, or a field of an element may be open"};
}

}  // namespace hjemmel::native
