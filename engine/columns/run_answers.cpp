// What decisions and services take: bits of their truths, and figures where their rules apply.
#include <algorithm>
#include <array>

#include "engine/columns/run.h"

namespace hjemmel::columns {
namespace {

constexpr std::size_t kBits = 8;  // of a plane

std::uint8_t bit_at(std::size_t place) { return static_cast<std::uint8_t>(1U << (place % kBits)); }

// Which mark says that the figure's rule applies.
std::size_t mark_of(DecisionCode const& code, ComputedFigure const& figure) {
  auto const found = std::find_if(code.marks.begin(), code.marks.end(), [&](Mark const& mark) {
    return mark.kind == MarkKind::applies && mark.rule == figure.rule;
  });
  return static_cast<std::size_t>(found - code.marks.begin());
}

}  // namespace

// Null: it is nowhere open.
std::uint8_t const* Runner::open_of(Bit const& bit) const {
  return views_[bit.direct ? bit.direct->load : bit.node].open;
}

void Runner::add_bit(Bit const& bit, std::uint8_t place, std::uint8_t* bits) {
  std::size_t const rows = inputs_->rows;
  if (!bit.direct) {
    return (bit.holds ? loops_.bit_set : loops_.bit_clear)(truth(bit.node), place, bits, rows);
  }
  Direct const& direct = *bit.direct;
  void const* const values = views_[direct.load].values;
  auto const width = static_cast<std::size_t>(kernel_.nodes[direct.load].width);
  switch (direct.relation) {
    case Direct::Relation::below:
      return loops_.bit_below[width](values, direct.bound, place, bits, rows);
    case Direct::Relation::above:
      return loops_.bit_above[width](values, direct.bound, place, bits, rows);
    case Direct::Relation::equals:
      return loops_.bit_equals[width](values, direct.bound, place, bits, rows);
    case Direct::Relation::differs:
      return loops_.bit_differs[width](values, direct.bound, place, bits, rows);
    case Direct::Relation::among:
    case Direct::Relation::not_among: {
      std::vector<std::uint8_t> const& set = kernel_.sets[direct.set];
      bool const in = direct.relation == Direct::Relation::among;
      return loops_.bit_among[width](values, set.data(), set.size(), in, place, bits, rows);
    }
  }
}

// False where a truth is open somewhere.
bool Runner::take_table(std::uint32_t asked) {
  Tabulated const& table = *fused_.tables[asked];
  bool const by_service = table.service != kNone;
  bool const open = by_service ? answers_.services[table.service].any_open
                               : std::any_of(table.atoms.begin(), table.atoms.end(),
                                             [this](Bit const& atom) { return open_of(atom) != nullptr; });
  if (open) {
    return false;
  }
  DecisionAnswers& answers = answers_.decisions[asked];
  answers.any_open = false;
  if (table.atoms.empty()) {
    return true;
  }
  std::array<std::uint8_t, kMostRows> own;
  std::uint8_t const* const bits = by_service ? answers_.services[table.service].failed.front() : own.data();
  if (!by_service) {
    gather(table.atoms, own.data());
  }
  for (std::size_t plane = 0; plane < table.planes.size(); ++plane) {
    loops_.translate(bits, table.planes[plane].data(), answers.planes[plane].data(), inputs_->rows);
  }
  return true;
}

// A byte of each row.
void Runner::gather(std::vector<Bit> const& atoms, std::uint8_t* bits) {
  std::fill_n(bits, inputs_->rows, std::uint8_t{0});
  for (std::size_t at = 0; at < atoms.size(); ++at) {
    add_bit(atoms[at], bit_at(at), bits);
  }
}

void Runner::take_open(std::uint8_t const* open, std::vector<std::uint8_t>& into, bool& any) const {
  if (open == nullptr) {
    return;
  }
  if (!any) {
    std::fill_n(into.begin(), inputs_->rows, std::uint8_t{0});
    any = true;
  }
  loops_.add_to(open, into.data(), inputs_->rows);
}

void Runner::take_marks(std::uint32_t asked) {
  DecisionCode const& code = kernel_.decisions[schedule_.decisions[asked]];
  DecisionAnswers& answers = answers_.decisions[asked];
  answers.any_open = false;
  for (std::size_t mark = 0; mark < code.marks.size(); ++mark) {
    Plane& plane = answers.planes[mark / kBits];
    if (mark % kBits == 0) {
      std::fill_n(plane.begin(), inputs_->rows, std::uint8_t{0});
    }
    loops_.bit_set(truth(code.marks[mark].node), bit_at(mark), plane.data(), inputs_->rows);
    take_open(views_[code.marks[mark].node].open, answers.open, answers.any_open);
  }
}

void Runner::take_figure(std::uint8_t const* plane, std::uint8_t bit, std::uint32_t node, FigureColumn& column) {
  if (column.near.empty()) {
    loops_.keep(plane, bit, wide(node, 0), column.wide.data(), inputs_->rows);
  } else {
    loops_.keep_near(plane, bit, near(node, 0), column.near.data(), inputs_->rows);
  }
}

void Runner::add_figure(std::uint8_t const* plane, std::uint8_t bit, std::uint32_t node, bool first,
                        std::int32_t* sum) {
  (first ? loops_.keep_near : loops_.add_kept)(plane, bit, near(node, 0), sum, inputs_->rows);
}

void Runner::take_figures(std::uint32_t asked) {
  DecisionCode const& code = kernel_.decisions[schedule_.decisions[asked]];
  DecisionAnswers& answers = answers_.decisions[asked];
  if (answers.sum != nullptr && code.figures.empty()) {
    std::fill_n(answers.sum, inputs_->rows, 0);
  }
  for (std::size_t at = 0; at < code.figures.size(); ++at) {
    ComputedFigure const& figure = code.figures[at];
    std::size_t const mark = mark_of(code, figure);
    std::uint8_t const* const plane = answers.planes[mark / kBits].data();
    if (answers.sum != nullptr) {
      add_figure(plane, bit_at(mark), figure.node, at == 0, answers.sum);
    } else {
      take_figure(plane, bit_at(mark), figure.node, answers.figures[at]);
    }
    if (std::uint8_t const* const open = views_[figure.node].open; open != nullptr) {
      std::array<std::uint8_t, kMostRows> applies;
      std::array<std::uint8_t, kMostRows> open_there;
      loops_.has_bit(plane, bit_at(mark), applies.data(), inputs_->rows);
      loops_.conjunction(open, applies.data(), open_there.data(), inputs_->rows);
      take_open(open_there.data(), answers.open, answers.any_open);
    }
  }
}

void Runner::take_service(std::uint32_t asked) {
  std::vector<Bit> const& failed = fused_.failed[asked];
  ServiceAnswers& answers = answers_.services[asked];
  answers.any_open = false;
  for (std::size_t at = 0; at < failed.size(); ++at) {
    std::uint8_t* const plane = answers.failed[at / kBits];
    if (at % kBits == 0) {
      std::fill_n(plane, inputs_->rows, std::uint8_t{0});
    }
    add_bit(failed[at], bit_at(at), plane);
    take_open(open_of(failed[at]), answers.open, answers.any_open);
  }
}

}  // namespace hjemmel::columns
