// Reads the parts from left to right, and says of the first that is wrong what to write.
#include "engine/base/moment.h"

#include <array>
#include <cstdio>

namespace hjemmel::base {
namespace {

constexpr std::string_view kForm =
    "write date, `T`, hours and minutes, and the offset from UTC: `2026-03-01T14:30+01:00`";
constexpr std::string_view kOffset = "end with the offset from UTC, `+01:00` or `-05:00`, or with `Z` for UTC itself";
constexpr std::string_view kNoOffset =
    "the offset lies between `-12:00` and `+14:00`, and UTC itself is `Z` or `+00:00`";
constexpr std::string_view kTime = "hours go to 23, minutes and seconds to 59";
constexpr std::string_view kFraction = "write whole seconds, without a part of one";
constexpr std::string_view kDay = "the day does not exist; the order is year, month, day";
constexpr std::string_view kYears = "the years are 1 to 9999";

// What is left to read of the text.
class Reader {
 public:
  explicit Reader(std::string_view text) : left_(text) {}

  bool take(char wanted) {
    bool const stands = !left_.empty() && left_.front() == wanted;
    left_.remove_prefix(stands ? 1 : 0);
    return stands;
  }
  // Two digits.
  std::optional<int> pair() {
    auto const digit = [](char c) { return c >= '0' && c <= '9'; };
    if (left_.size() < 2 || !digit(left_[0]) || !digit(left_[1])) {
      return std::nullopt;
    }
    int const value = (left_[0] - '0') * 10 + (left_[1] - '0');
    left_.remove_prefix(2);
    return value;
  }
  [[nodiscard]] bool at_end() const { return left_.empty(); }
  [[nodiscard]] bool stands(char wanted) const { return !left_.empty() && left_.front() == wanted; }

 private:
  std::string_view left_;
};

struct Offset {
  std::optional<std::int32_t> minutes;
  std::string_view help;
};

Offset read_offset(Reader& reader) {
  if (reader.take('Z')) {
    return {reader.at_end() ? std::optional(0) : std::nullopt, kOffset};
  }
  bool const behind = reader.take('-');
  if (!behind && !reader.take('+')) {
    return {std::nullopt, kOffset};
  }
  auto const hours = reader.pair();
  auto const minutes = hours && reader.take(':') ? reader.pair() : std::nullopt;
  if (!minutes || !reader.at_end()) {
    return {std::nullopt, kOffset};
  }
  std::int32_t const offset = (*hours * 60 + *minutes) * (behind ? -1 : 1);
  bool const exists = *minutes < 60 && offset >= kLeastOffset && offset <= kGreatestOffset && !(behind && offset == 0);
  return {exists ? std::optional(offset) : std::nullopt, kNoOffset};
}

std::int64_t floor_divide(std::int64_t number, std::int64_t by) {
  return number >= 0 ? number / by : (number - by + 1) / by;
}

}  // namespace

ParsedMoment parse_moment(std::string_view text) {
  bool const form = text.size() > 11 && text[4] == '-' && text[7] == '-' && text[10] == 'T';
  if (!form) {
    return {std::nullopt, kForm};
  }
  auto const date = parse_date(text.substr(0, 10));
  if (!date) {
    return {std::nullopt, kDay};
  }
  Reader reader(text.substr(11));
  auto const hours = reader.pair();
  auto const minutes = hours && reader.take(':') ? reader.pair() : std::nullopt;
  auto const seconds = minutes && reader.take(':') ? reader.pair() : std::optional(0);
  if (!minutes || !seconds) {
    return {std::nullopt, kForm};
  }
  if (*hours > 23 || *minutes > 59 || *seconds > 59) {
    return {std::nullopt, kTime};
  }
  if (reader.stands('.') || reader.stands(',')) {
    return {std::nullopt, kFraction};
  }
  Offset const offset = read_offset(reader);
  if (!offset.minutes) {
    return {std::nullopt, offset.help};
  }
  std::int64_t const local =
      std::int64_t{date->days} * kSecondsOfDay + *hours * kSecondsOfHour + *minutes * 60 + *seconds;
  Moment const moment{local - std::int64_t{*offset.minutes} * 60, *offset.minutes};
  bool const in_range = moment.seconds >= kFirstMoment && moment.seconds <= kLastMoment;
  return {in_range ? std::optional(moment) : std::nullopt, kYears};
}

std::string to_string(Moment moment) {
  std::int64_t const local = moment.seconds + std::int64_t{moment.offset} * 60;
  std::int64_t const of_day = local - floor_divide(local, kSecondsOfDay) * kSecondsOfDay;
  std::array<char, 48> text{};
  auto const part = [](std::int64_t number) { return static_cast<int>(number); };
  int length = std::snprintf(text.data(), text.size(), "T%02d:%02d", part(of_day / 3600), part(of_day / 60 % 60));
  std::string written = to_string(date_of(moment)) + std::string(text.data(), static_cast<std::size_t>(length));
  if (of_day % 60 != 0) {
    length = std::snprintf(text.data(), text.size(), ":%02d", part(of_day % 60));
    written.append(text.data(), static_cast<std::size_t>(length));
  }
  if (moment.offset == 0) {
    return written + "Z";
  }
  int const away = moment.offset < 0 ? -moment.offset : moment.offset;
  length = std::snprintf(text.data(), text.size(), "%c%02d:%02d", moment.offset < 0 ? '-' : '+', away / 60, away % 60);
  return written.append(text.data(), static_cast<std::size_t>(length));
}

Date date_of(Moment moment) {
  std::int64_t const local = moment.seconds + std::int64_t{moment.offset} * 60;
  return Date{static_cast<std::int32_t>(floor_divide(local, kSecondsOfDay))};
}

}  // namespace hjemmel::base
