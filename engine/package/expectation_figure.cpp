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

std::optional<std::vector<ExpectedBound>> read_bounds(Node const& node, ir::Enum const& options,
                                                      ir::Program const& program, diag::Sink& sink) {
  std::vector<ExpectedBound> all;
  bool good = has_only_keys(node, names_of(options.values), "the bounds of a decision", sink);
  for (document::Entry const& option : good ? node.entries : std::vector<document::Entry>{}) {
    auto const& parameters = find_named(options.values, option.key)->parameters;
    bool const known = has_only_keys(option.value, names_of(parameters), "the bounds of an option", sink);
    good = good && known;
    for (document::Entry const& bound : known ? option.value.entries : std::vector<document::Entry>{}) {
      good = has_only_keys(bound.value, kSideNames, "a bound", sink) && good;
      for (Side const& side : kSides) {
        Node const* const written = bound.value.find(side.name);
        auto const figure = written == nullptr
                                ? std::nullopt
                                : read_figure(*written, *find_named(parameters, bound.key), program, sink);
        good = good && (written == nullptr || figure);
        if (figure) {
          all.push_back({option.key, bound.key, side.side, *figure});
        }
      }
    }
  }
  return good ? std::optional(std::move(all)) : std::nullopt;
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
