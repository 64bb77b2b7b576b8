// Digits from the right, a no-break space before each third one of the whole part.
#include "plugins/norway/format.h"

#include "plugins/abi/calendar.h"

namespace norway {
namespace {

constexpr std::array<std::string_view, 12> kMonths{"januar", "februar", "mars",      "april",   "mai",      "juni",
                                                   "juli",   "august",  "september", "oktober", "november", "desember"};
constexpr std::string_view kNoBreakSpace = "\u00a0";
constexpr std::string_view kMinus = "\u2212";
constexpr std::size_t kUndivided = 4;
constexpr std::int32_t kMaxScale = 9;

// Of the least int64 too, which has no positive counterpart of its own type.
std::string magnitude(std::int64_t number) {
  auto const bits = static_cast<std::uint64_t>(number);
  return std::to_string(number < 0 ? std::uint64_t{0} - bits : bits);
}

std::string in_thousands(std::string_view digits) {
  if (digits.size() <= kUndivided) {
    return std::string(digits);
  }
  std::string text;
  for (std::size_t at = 0; at < digits.size(); ++at) {
    if (at > 0 && (digits.size() - at) % 3 == 0) {
      text += kNoBreakSpace;
    }
    text += digits[at];
  }
  return text;
}

}  // namespace

std::string format_date(jur::Date date) {
  jur::Day const parts = jur::parts_of(date);
  return std::to_string(parts.day) + ". " + std::string(kMonths[static_cast<std::size_t>(parts.month - 1)]) + " " +
         std::to_string(parts.year);
}

std::string format_decimal(jur::Decimal number) {
  if (number.scale < 0 || number.scale > kMaxScale) {
    throw jur::BadArgument{};
  }
  auto const scale = static_cast<std::size_t>(number.scale);
  std::string digits = magnitude(number.coefficient);
  if (digits.size() <= scale) {
    digits.insert(0, scale + 1 - digits.size(), '0');
  }
  std::string_view const all = digits;
  std::string text = number.coefficient < 0 ? std::string(kMinus) : std::string();
  text += in_thousands(all.substr(0, all.size() - scale));
  if (scale > 0) {
    text += ',';
    text += all.substr(all.size() - scale);
  }
  return text;
}

}  // namespace norway
