// The table of names is four times as long as they are many, so that most stand where they are looked for first.
#include "engine/records/bytes.h"

#include "engine/base/utf8.h"

namespace hjemmel::records {
namespace {

bool is_refused(base::CodePoint point) {
  bool const control = point.value < 0x20 || (point.value >= 0x7F && point.value < 0xA0);
  bool const of_json = point.value == '"' || point.value == '\\';
  return control || of_json || base::is_combining_mark(point.value) || base::is_hidden_space(point.value);
}

}  // namespace

Names::Names(std::vector<std::string> const& names) {
  names_.resize(std::bit_ceil(names.size() * 4 + 1));
  mask_ = names_.size() - 1;
  for (std::uint32_t number = 0; number < names.size(); ++number) {
    std::string const& name = names[number];
    char const* const end = name.data() + name.size();
    if (!is_plain_name(name) || find(name.data(), end, end) != kNone) {
      continue;
    }
    Key const key = beginning(name.data(), name.size(), end);
    std::size_t at = hash(key) & mask_;
    while (names_[at].number != kNone) {
      at = (at + 1) & mask_;
    }
    names_[at] = {key, number, name.size() > 16 ? name.substr(16) : std::string()};
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
