// The readers of facts read figures: the same spellings, the same messages.
#include "engine/package/expectation_figure.h"

#include <algorithm>
#include <array>

#include "engine/base/date.h"
#include "engine/facts/read_value.h"
#include "engine/package/mapping.h"

namespace hjemmel::package {
namespace {

using document::Node;
using eval::BoundSide;

struct Side {
  std::string_view name;
  BoundSide side;
};

constexpr std::array kSides{Side{"exactly", BoundSide::exactly}, Side{"at_least", BoundSide::at_least},
                            Side{"at_most", BoundSide::at_most}};
constexpr std::array<std::string_view, 3> kSideNames{"exactly", "at_least", "at_most"};

template <class List>
auto const* find_named(List const& things, std::string_view name) {
  auto const at = std::find_if(things.begin(), things.end(), [&](auto const& thing) { return thing.name == name; });
  return at == things.end() ? nullptr : &*at;
}

template <class List>
std::vector<std::string_view> names_of(List const& things) {
  std::vector<std::string_view> names;
  for (auto const& thing : things) {
    names.push_back(thing.name);
  }
  return names;
}

std::string figure_text(base::Decimal number, eval::ParameterBound const& bound) {
  if (bound.calendar == eval::Calendar::date) {
    return base::to_string(base::Date{static_cast<std::int32_t>(number.coefficient())});
  }
  std::string_view const unit = bound.unit.empty() ? base::base_unit(bound.dimension) : std::string_view(bound.unit);
  return base::to_string(number) + (unit.empty() ? "" : " " + std::string(unit));
}

std::string end_text(eval::End const& end, std::string_view words, eval::ParameterBound const& bound) {
  return end.value ? std::string(words) + " " + figure_text(*end.value, bound) : "";
}

std::string range_text(eval::Interval const& range, eval::ParameterBound const& bound) {
  std::string const low = end_text(range.low, range.low.included ? "at least" : "above", bound);
  std::string const high = end_text(range.high, range.high.included ? "at most" : "below", bound);
  std::string const text = low + (low.empty() || high.empty() ? "" : " and ") + high;
  return text.empty() ? "any figure" : text;
}

}  // namespace

std::optional<ExpectedFigure> read_figure(Node const& node, ir::Parameter const& parameter, ir::Program const& program,
                                          diag::Sink& sink) {
  eval::Case scratch;
  facts::Reading reading{program, sink, scratch};
  ir::FactInfo info;
  info.name = parameter.name;
  info.type = parameter.type;
  auto const value = facts::read_value(node, {info, parameter.name}, reading);
  if (!value) {
    return std::nullopt;
  }
  if (value->is_known()) {
    return ExpectedFigure{node.text, value->number(), {}};
  }
  bool const has_range = value->is_open() && value->detail != eval::kNoDetail;
  return ExpectedFigure{node.text, {}, has_range ? scratch.ranges[value->detail] : eval::Interval{}};
}

namespace {

class BoundsReader {
 public:
  BoundsReader(ir::Program const& program, diag::Sink& sink) : program_(program), sink_(sink) {}

  // Of one option: `{amount: {at_most: 500 NOK}}`, or `{amount: 500 NOK}` for exactly that.
  bool option(document::Entry const& written, ir::EnumValue const& value) {
    if (value.parameters.empty()) {
      sink_.add(diag::Kind::case_unknown_name, written.key_span,
                "`" + value.name + "` has no figure that could be bounded", "take it away");
      return false;
    }
    if (!has_only_keys(written.value, names_of(value.parameters), "what bounds an option", sink_)) {
      return false;
    }
    bool good = true;
    for (document::Entry const& bound : written.value.entries) {
      good = sides(bound, value) && good;
    }
    return good;
  }

  std::vector<ExpectedBound> take() { return std::move(all_); }

 private:
  bool sides(document::Entry const& bound, ir::EnumValue const& value) {
    ir::Parameter const& parameter = *find_named(value.parameters, bound.key);
    if (bound.value.kind == document::NodeKind::scalar) {
      return side(bound.value, BoundSide::exactly, parameter, value);
    }
    if (!has_only_keys(bound.value, kSideNames, "a bound", sink_)) {
      return false;
    }
    bool good = true;
    for (Side const& one : kSides) {
      Node const* const written = bound.value.find(one.name);
      good = (written == nullptr || side(*written, one.side, parameter, value)) && good;
    }
    return good;
  }

  bool side(Node const& written, BoundSide side, ir::Parameter const& parameter, ir::EnumValue const& value) {
    auto figure = read_figure(written, parameter, program_, sink_);
    if (figure) {
      all_.push_back({value.name, parameter.name, side, std::move(*figure)});
    }
    return figure.has_value();
  }

  ir::Program const& program_;
  diag::Sink& sink_;
  std::vector<ExpectedBound> all_;
};

}  // namespace

std::optional<std::vector<ExpectedBound>> read_bounds(Node const& node, ir::Enum const& options,
                                                      ir::Program const& program, diag::Sink& sink) {
  bool good = has_only_keys(node, names_of(options.values), "what bounds the options", sink);
  BoundsReader reader(program, sink);
  for (document::Entry const& option : good ? node.entries : std::vector<document::Entry>{}) {
    good = reader.option(option, *find_named(options.values, option.key)) && good;
  }
  return good ? std::optional(reader.take()) : std::nullopt;
}

std::string other_figure(ExpectedFigure const& expected, eval::ParameterBound const* bound, BoundSide side) {
  if (bound == nullptr) {
    return "none";
  }
  auto const& number = side == BoundSide::exactly    ? bound->exactly
                       : side == BoundSide::at_least ? bound->at_least
                                                     : bound->at_most;
  if (number) {
    return expected.number == number ? "" : figure_text(*number, *bound);
  }
  for (eval::FigureRange const& range : bound->ranges) {
    if (range.side == side) {
      return expected.range == range.values ? "" : range_text(range.values, *bound);
    }
  }
  return "none";
}

}  // namespace hjemmel::package
