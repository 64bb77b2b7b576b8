// Which shape a node has, numbers of seldom widths, and a trace.
#include "engine/rows/within_limits.h"

#include <algorithm>

namespace hjemmel::rows {
namespace {

constexpr std::size_t kOrdinalsOfByte = 256;

bool is_loaded(Node const& node) { return node.op == Op::load && node.list != kNone; }

}  // namespace

// not (limit < number), limit < number, and both the other way round.
std::optional<LimitParts> limit_parts(Kernel const& kernel, Node const& every) {
  if (every.op != Op::every) {
    return std::nullopt;
  }
  bool const denied = kernel.nodes[every.a].op == Op::negation;
  Node const& body = kernel.nodes[denied ? kernel.nodes[every.a].a : every.a];
  if (body.op != Op::less) {
    return std::nullopt;
  }
  bool const limit_first = kernel.nodes[body.a].op == Op::lookup;
  Node const& limit = kernel.nodes[limit_first ? body.a : body.b];
  Node const& number = kernel.nodes[limit_first ? body.b : body.a];
  if (limit.op != Op::lookup || !is_loaded(number) || !is_loaded(kernel.nodes[limit.a])) {
    return std::nullopt;
  }
  return LimitParts{&kernel.nodes[limit.a], &number, &kernel.lookups[limit.b], limit_first == denied, !denied};
}

std::vector<std::int64_t> turned_limits(LimitParts const& parts) {
  std::int64_t const closer = !parts.closer ? 0 : parts.at_most ? -1 : 1;
  std::vector<std::int64_t> limits;
  for (std::size_t at = 0; at < parts.table->values.size(); ++at) {
    std::int64_t const limit = parts.table->values[at] + closer;
    limits.push_back(parts.table->open[at] != 0 ? WithinLimits::kNoLimit : parts.at_most ? limit : ~limit);
  }
  return limits;
}

std::optional<WithinLimits> WithinLimits::make(Kernel const& kernel, Layout const& layout, std::uint32_t node) {
  auto const parts = limit_parts(kernel, kernel.nodes[node]);
  if (!parts) {
    return std::nullopt;
  }
  ListPlace const& list = layout.lists[parts->number->a];
  if (list.count == kNone) {
    return std::nullopt;
  }
  FieldPlace const& ordinal = list.fields[parts->ordinal->b];
  FieldPlace const& number = list.fields[parts->number->b];
  if (ordinal.offset == kNone || number.offset == kNone || ordinal.open != kNone || number.open != kNone) {
    return std::nullopt;
  }
  WithinLimits within;
  within.ordinal_width_ = parts->ordinal->width;
  within.number_width_ = parts->number->width;
  bool const is_byte = within.ordinal_width_ == Width::u8;
  within.shape_ = is_byte && within.number_width_ == Width::i32   ? Shape::near
                  : is_byte && within.number_width_ == Width::i64 ? Shape::far
                                                                  : Shape::other;
  within.count_ = list.count;
  within.count_width_ = list.count_width;
  within.elements_ = list.elements;
  within.by_pointer_ = list.by_pointer;
  within.stride_ = list.stride;
  within.open_ = list.open;
  within.ordinal_ = ordinal.offset;
  within.number_ = number.offset;
  within.readable_ = list.readable;
  within.turn_ = parts->at_most ? 0 : UINT64_MAX;
  within.limits_ = turned_limits(*parts);
  within.limits_.resize(is_byte ? std::max(kOrdinalsOfByte, within.limits_.size()) : within.limits_.size(), kNoLimit);
  return within;
}

std::int64_t WithinLimits::slow_gaps(std::byte const* row) const {
  std::int64_t const count = count_of(row);
  std::byte const* element = first_of(row);
  std::uint64_t gaps = 0;
  for (std::int64_t at = 0; at < count; ++at, element += stride_) {
    auto const ordinal = static_cast<std::uint64_t>(load(ordinal_width_, element + ordinal_));
    std::int64_t const number = load(number_width_, element + number_);
    std::int64_t const limit = ordinal < limits_.size() ? limits_[ordinal] : kNoLimit;
    gaps |= static_cast<std::uint64_t>(limit) - (static_cast<std::uint64_t>(number) ^ turn_);
  }
  return static_cast<std::int64_t>(gaps);
}

// What stands behind the end is of no element, and is written over.
template <class Limit, class Load>
inline WithinLimits::Told WithinLimits::tell_each(std::uint32_t node, std::byte const* row, TraceStep* into,
                                                  Limit limit_of, Load number_of) const {
  std::int64_t const count = count_of(row);
  std::int64_t const last = std::max(count, readable_);
  std::byte const* element = first_of(row);
  std::uint64_t gaps = 0;
  for (std::int64_t at = 0; at < last; ++at, element += stride_) {
    std::int64_t const turned = limit_of(element + ordinal_);
    std::int64_t const number = number_of(element + number_);
    std::uint64_t const gap = static_cast<std::uint64_t>(turned) - (static_cast<std::uint64_t>(number) ^ turn_);
    gaps |= gap & static_cast<std::uint64_t>((at - count) >> 63);
    TraceStep& step = into[at];
    step.node = node;
    step.element = static_cast<std::uint32_t>(at);
    step.truth = static_cast<Truth3>(~gap >> 63);
    step.value = number;
    step.limit = static_cast<std::int64_t>(static_cast<std::uint64_t>(turned) ^ turn_);
    if (turned == kNoLimit) [[unlikely]] {
      step.truth = Truth3::open;
      step.limit = 0;
    }
  }
  return {into + count, with_open(static_cast<std::int64_t>(gaps), row)};
}

WithinLimits::Told WithinLimits::tell(std::uint32_t node, std::byte const* row, TraceStep* into) const {
  auto const of_byte = [this](std::byte const* at) { return limits_[static_cast<std::size_t>(*at)]; };
  if (shape_ == Shape::near) {
    return tell_each(node, row, into, of_byte, [](std::byte const* at) { return load(Width::i32, at); });
  }
  if (shape_ == Shape::far) {
    return tell_each(node, row, into, of_byte, [](std::byte const* at) { return load(Width::i64, at); });
  }
  auto const of_any = [this](std::byte const* at) {
    auto const ordinal = static_cast<std::uint64_t>(load(ordinal_width_, at));
    return ordinal < limits_.size() ? limits_[ordinal] : kNoLimit;
  };
  return tell_each(node, row, into, of_any, [this](std::byte const* at) { return load(number_width_, at); });
}

}  // namespace hjemmel::rows
