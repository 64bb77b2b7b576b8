// Keys by group as engine/facts/read_case.cpp finds them; forms by type as engine/facts/known_value.cpp reads them.
#include "engine/records/layout.h"

#include <algorithm>
#include <map>
#include <optional>

namespace hjemmel::records {
namespace {

using base::Decimal;
using ir::TypeKind;

Form form_of(ir::Type const& type) {
  switch (type.kind) {
    case TypeKind::boolean:
      return Form::boolean;
    case TypeKind::integer:
      return Form::whole;
    case TypeKind::decimal:
      return Form::decimal;
    case TypeKind::date:
      return Form::date;
    case TypeKind::enumeration:
      return Form::enumeration;
    case TypeKind::quantity:
      return Form::quantity;
    case TypeKind::amount:
      return Form::amount;
    case TypeKind::list:
      return Form::list;
    case TypeKind::text:
    case TypeKind::moment:
    case TypeKind::month:
    case TypeKind::year:
    case TypeKind::ratio:
      break;
  }
  return Form::refused;
}

// The ends that the slot and the schema both allow; false where the ends of the slot lie outside of the schema's range, but for
// dates, whose slot knows no range.
bool narrow(ir::FactInfo const& info, Place& place) {
  bool const is_date = place.form == Form::date;
  if (is_date && info.minimum) {
    place.least = std::max(place.least, info.minimum->coefficient());
  }
  if (is_date && info.maximum) {
    place.most = std::min(place.most, info.maximum->coefficient());
  }
  auto const least = Decimal::make(place.least, place.scale);
  auto const most = Decimal::make(place.most, place.scale);
  return least && most && !(info.minimum && *least < *info.minimum) && !(info.maximum && *most > *info.maximum);
}

Place place_of(ir::FactInfo const& info, std::optional<columns::Slot> const& slot, std::uint32_t index) {
  Place place;
  place.index = index;
  place.form = form_of(info.type);
  place.dimension = info.type.dimension;
  if (place.form == Form::list) {
    return place;
  }
  place.has_column = slot.has_value();
  if (slot) {
    place.width = slot->width;
    place.scale = slot->scale;
    place.least = slot->least;
    place.most = slot->most;
  }
  if (info.type.kind == TypeKind::enumeration || info.type.kind == TypeKind::amount) {
    place.names = info.type.enumeration.index;
  }
  if (!slot || !narrow(info, place)) {
    place.form = Form::refused;
  }
  return place;
}

Key key_of(std::string const& name, Place const& place, std::uint32_t bit) {
  return {name, name + "\":", place, bit, 0};
}

Row row_of(ir::Program const& program, ir::Fact const& fact, std::vector<std::optional<columns::Slot>> const& slots) {
  std::vector<Key> keys;
  std::vector<Amount> amounts;
  std::vector<ir::Field> const& fields = program.records[fact.info.type.record.index].fields;
  for (std::uint32_t at = 0; at < fields.size(); ++at) {
    Place place = place_of(fields[at].info, slots[at], at);
    place.key_field = fields[at].key_field;
    bool const has_key = place.key_field < fields.size() && slots[place.key_field] &&
                         fields[place.key_field].info.type.kind == TypeKind::enumeration &&
                         fields[place.key_field].info.type.enumeration == fields[at].info.type.enumeration;
    if (place.form == Form::amount && has_key) {
      amounts.push_back({at, place.key_field, place.names});
    } else if (place.form == Form::amount || place.form == Form::list) {
      place.form = Form::refused;  // nothing says what it is an amount of
    }
    keys.push_back(key_of(fields[at].info.name, place, at));
  }
  return {Object(std::move(keys)), std::move(amounts), fact.max_items};
}

std::vector<base::Dimension> measured_in(ir::Enum const& enumeration) {
  std::vector<base::Dimension> dimensions;
  for (ir::EnumValue const& value : enumeration.values) {
    dimensions.push_back(value.any_unit ? base::kNoDimension : value.dimension.value_or(base::kNoDimension));
  }
  return dimensions;
}

Names names_of(ir::Enum const& enumeration) {
  std::vector<std::string> names;
  for (ir::EnumValue const& value : enumeration.values) {
    bool const is_state = value.name == "unknown" || value.name == "not_applicable";
    names.push_back(is_state ? std::string() : value.name);
  }
  return Names(names);
}

std::vector<std::string> texts_of(std::vector<Key> const& keys) {
  std::vector<std::string> texts;
  for (Key const& key : keys) {
    texts.push_back(key.name);
  }
  return texts;
}

// Those that stand in JSON as they are; the others are no keys of a plain record.
std::vector<Key> plain(std::vector<Key> keys) {
  std::erase_if(keys, [](Key const& key) { return !is_plain_name(key.name); });
  return keys;
}

}  // namespace

Object::Object(std::vector<Key> of) : keys(plain(std::move(of))), names(texts_of(keys)) {
  for (std::uint32_t at = 0; at < keys.size(); ++at) {
    keys[at].next = at + 1 < keys.size() ? at + 1 : 0;
  }
}

Layout::Layout(ir::Program const& program, eval::Plan const& plan, columns::Slots const& slots) : root({}) {
  std::map<std::string, std::vector<Key>> by_group;
  for (std::uint32_t at = 0; at < program.facts.size(); ++at) {
    ir::Fact const& fact = program.facts[at];
    Place place = place_of(fact.info, slots.scalars[at], at);
    if (place.form == Form::amount) {
      place.form = Form::refused;
    }
    facts.push_back(place);
    bool const is_list = place.form == Form::list && plan.facts[at].domain == eval::Domain::list;
    rows.push_back(is_list ? row_of(program, fact, slots.fields[at]) : Row{Object({}), {}, 0});
    if (fact.open_law.empty()) {
      std::string const& path = fact.info.name;
      std::size_t const point = path.find('.');
      bool const grouped = point != std::string::npos;
      std::string const name = grouped ? path.substr(point + 1) : path;
      by_group[grouped ? path.substr(0, point) : ""].push_back(key_of(name, place, at));
    }
  }
  std::vector<Key> top = by_group.contains("") ? std::move(by_group.at("")) : std::vector<Key>();
  by_group.erase("");
  std::erase_if(top, [&](Key const& key) { return by_group.contains(key.name); });
  for (auto& [name, keys] : by_group) {
    Place place;
    place.form = Form::group;
    place.index = static_cast<std::uint32_t>(groups.size());
    top.push_back(key_of(name, place, static_cast<std::uint32_t>(facts.size() + groups.size())));
    groups.emplace_back(std::move(keys));
  }
  root = Object(std::move(top));
  for (ir::Enum const& enumeration : program.enums) {
    enumerations.push_back(names_of(enumeration));
    measured.push_back(measured_in(enumeration));
  }
}

}  // namespace hjemmel::records
