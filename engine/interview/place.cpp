// Paths are written by unknown_name (engine/eval/missing.h); that of a further element is the list's with a number.
#include "engine/interview/place.h"

#include <charconv>

namespace hjemmel::interview {
namespace {

std::uint32_t find_fact(ir::Program const& program, std::string_view name) {
  for (std::uint32_t at = 0; at < program.facts.size(); ++at) {
    if (program.facts[at].info.name == name && program.facts[at].open_law.empty()) {
      return at;
    }
  }
  return kNone;
}

std::uint32_t find_field(ir::Record const& record, std::string_view name) {
  for (std::uint32_t at = 0; at < record.fields.size(); ++at) {
    if (record.fields[at].info.name == name) {
      return at;
    }
  }
  return kNone;
}

ir::Record const& record_of(ir::Program const& program, ir::Fact const& list) {
  return program.records[list.info.type.record.index];
}

}  // namespace

std::optional<Place> find_place(ir::Program const& program, std::string_view path) {
  std::size_t const open = path.find('[');
  Place place{find_fact(program, path.substr(0, open))};
  if (place.fact == kNone || open == std::string_view::npos) {
    return place.fact == kNone ? std::nullopt : std::optional(place);
  }
  ir::Fact const& list = program.facts[place.fact];
  std::string_view const rest = path.substr(open + 1);
  std::size_t const close = rest.find(']');
  std::uint32_t number = 0;
  auto const [end, fault] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
  bool const is_number = fault == std::errc() && close != std::string_view::npos && end == rest.data() + close;
  if (list.info.type.kind != ir::TypeKind::list || !is_number || number == 0 || number > list.max_items) {
    return std::nullopt;
  }
  place.row = number - 1;
  std::string_view const tail = rest.substr(close + 1);
  if (tail.empty()) {
    return place;
  }
  place.field = tail.starts_with('.') ? find_field(record_of(program, list), tail.substr(1)) : kNone;
  return place.field == kNone ? std::nullopt : std::optional(place);
}

ir::FactInfo const& info_of(ir::Program const& program, Place const& place) {
  ir::Fact const& fact = program.facts[place.fact];
  return place.is_cell() ? record_of(program, fact).fields[place.field].info : fact.info;
}

}  // namespace hjemmel::interview
