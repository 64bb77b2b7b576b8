// The table of names is four times as long as they are many, so that most stand where they are looked for first.
#include "engine/records/bytes.h"

#include <bit>

#include "engine/base/utf8.h"

namespace hjemmel::records {
namespace {

bool is_refused(base::CodePoint point) {
  bool const control = point.value < 0x20 || (point.value >= 0x7F && point.value < 0xA0);
  bool const of_json = point.value == '"' || point.value == '\\';
  return control || of_json || base::is_combining_mark(point.value) || base::is_hidden_space(point.value);
}

}  // namespace

Names::Names(std::vector<std::string> names) : names_(std::move(names)) {
  places_.assign(std::bit_ceil(names_.size() * 4 + 1), kNone);
  mask_ = places_.size() - 1;
  for (std::uint32_t number = 0; number < names_.size(); ++number) {
    std::string const& name = names_[number];
    if (!is_plain_name(name) || find(name.data(), name.size()) != kNone) {
      continue;
    }
    std::size_t at = hash(name.data(), name.size()) & mask_;
    while (places_[at] != kNone) {
      at = (at + 1) & mask_;
    }
    places_[at] = number;
  }
}

bool is_plain_name(std::string_view name) {
  if (name.empty() || base::find_utf8_fault(name)) {
    return false;
  }
  for (std::size_t at = 0; at < name.size();) {
    base::CodePoint const point = base::code_point_at(name, at);
    if (is_refused(point)) {
      return false;
    }
    at += point.length;
  }
  return true;
}

}  // namespace hjemmel::records
