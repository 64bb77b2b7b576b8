// The sort of a value in a plan's code: what it may be used as. Private to this folder; check_code.cpp tells how it is used.
//
// An ordinal lies below a limit, and may look up a row, a rank or a member of a set; a number may not; a ratio may be a fraction,
// which only the instructions of ratios read; a text is a place among the texts. A constant is a sort of its own until it is used:
// it says itself whether it lies below a limit or is a place of a text.
#pragma once

#include <algorithm>
#include <optional>

#include "engine/eval/plan.h"

namespace hjemmel::saved {

// fault: an error, which may stand for any.
enum class Sort : std::uint8_t { number, ordinal, ratio, text, moment, constant, fault };

struct Kind {
  Sort sort = Sort::number;
  std::uint32_t limit = 0;  // of an ordinal
  base::Decimal value;      // of a constant
};

inline constexpr Kind kTruth{Sort::ordinal, 2, {}};

class Sorts {
 public:
  // The plan outlives it.
  explicit Sorts(eval::Plan const& plan) : plan_(plan) {}

  [[nodiscard]] static bool is_below(Kind const& kind, std::size_t limit) {
    bool const constant = kind.sort == Sort::constant && kind.value.is_integer() && kind.value.coefficient() >= 0 &&
                          static_cast<std::uint64_t>(kind.value.coefficient()) < limit;
    return constant || kind.sort == Sort::fault || (kind.sort == Sort::ordinal && kind.limit <= limit);
  }
  [[nodiscard]] bool is_text(Kind const& kind) const {
    bool const constant = kind.sort == Sort::constant && kind.value.is_integer() && kind.value.coefficient() < 0 &&
                          -1 - kind.value.coefficient() < static_cast<std::int64_t>(plan_.texts.size());
    return constant || kind.sort == Sort::fault || kind.sort == Sort::text;
  }
  [[nodiscard]] static bool is_number(Kind const& kind) {
    return kind.sort == Sort::number || kind.sort == Sort::ordinal || kind.sort == Sort::constant ||
           kind.sort == Sort::fault;
  }
  [[nodiscard]] static bool is_moment(Kind const& kind) {
    return kind.sort == Sort::moment || kind.sort == Sort::fault;
  }
  [[nodiscard]] static bool is_number_or_moment(Kind const& kind) { return is_number(kind) || is_moment(kind); }

  [[nodiscard]] static bool is_measure(Kind const& kind) { return is_number(kind) || kind.sort == Sort::ratio; }

  // What is one or the other; nothing where that may be used as neither.
  [[nodiscard]] std::optional<Kind> either(Kind const& left, Kind const& right) const {
    if (left.sort == Sort::fault || right.sort == Sort::fault) {
      return left.sort == Sort::fault ? right : left;
    }
    bool const texts = is_text(left) && is_text(right);
    if (left.sort == Sort::text || right.sort == Sort::text || texts) {
      if (!texts) {
        return std::nullopt;
      }
      return Kind{Sort::text, 0, {}};
    }
    if (left.sort == Sort::moment || right.sort == Sort::moment) {
      if (left.sort != right.sort) {
        return std::nullopt;
      }
      return left;
    }
    if (left.sort == Sort::ratio || right.sort == Sort::ratio) {
      if (!is_measure(left) || !is_measure(right)) {
        return std::nullopt;
      }
      return Kind{Sort::ratio, 0, {}};
    }
    std::uint32_t const limit = std::max(limit_of(left), limit_of(right));
    return limit == eval::kNoIndex ? Kind{} : Kind{Sort::ordinal, limit, {}};
  }
  [[nodiscard]] Kind declared(eval::Domain domain, std::uint32_t enumeration, eval::Calendar calendar) const {
    switch (domain) {
      case eval::Domain::boolean:
        return kTruth;
      case eval::Domain::enumeration:
        return {Sort::ordinal, static_cast<std::uint32_t>(plan_.enums[enumeration].values.size()), {}};
      case eval::Domain::text:
        return {Sort::text, 0, {}};
      default:
        return {calendar == eval::Calendar::moment ? Sort::moment : Sort::number, 0, {}};
    }
  }
  [[nodiscard]] bool fits(Kind const& kind, Kind const& wanted) const {
    switch (wanted.sort) {
      case Sort::ordinal:
        return is_below(kind, wanted.limit);
      case Sort::text:
        return is_text(kind);
      case Sort::moment:
        return is_moment(kind);
      default:
        return is_number(kind);
    }
  }

 private:
  // Below which it lies; none of a number.
  [[nodiscard]] static std::uint32_t limit_of(Kind const& kind) {
    if (kind.sort == Sort::ordinal) {
      return kind.limit;
    }
    bool const small = is_below(kind, eval::kNoIndex - 1);
    return small ? static_cast<std::uint32_t>(kind.value.coefficient()) + 1 : eval::kNoIndex;
  }

  eval::Plan const& plan_;
};

}  // namespace hjemmel::saved
