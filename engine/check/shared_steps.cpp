// Steps that several passes take: types, units, numbers, names, clauses that may stand once.
#include <algorithm>
#include <array>
#include <bitset>
#include <iterator>
#include <utility>

#include "engine/check/workbench.h"

namespace hjemmel::check {
namespace {

using syntax::NodeKind;

ir::Type quantity(base::Dimension dimension) { return {ir::TypeKind::quantity, dimension, {}, {}}; }

std::optional<ir::Type> named_type(Workbench& bench, syntax::NameView name) {
  for (std::size_t i = 0; i < bench.program.enums.size(); ++i) {
    if (bench.program.enums[i].name == name.text()) {
      return ir::Type{ir::TypeKind::enumeration, {}, ir::EnumId(i), {}};
    }
  }
  auto const found = bench.types.resolve(name.text(), name.span(), bench.sink);
  if (!found) {
    return std::nullopt;
  }
  if ((*found & kUnitBit) != 0) {
    ir::DeclaredUnit const& unit = bench.program.units[*found & ~kUnitBit];
    if (unit.money) {
      bench.sink.add(diag::Kind::unknown_type, name.span(), "`" + std::string(name.text()) + "` is money, not a type",
                     "write `money(" + unit.name + ")`");
      return std::nullopt;
    }
    return quantity({static_cast<std::uint16_t>(base::kFirstDeclaredDimension + (*found & ~kUnitBit))});
  }
  return ir::Type{ir::TypeKind::enumeration, {}, ir::EnumId(*found), {}};
}

// `money(NOK)` is built in, `money(USD)` declared.
std::optional<ir::Type> money_type(Workbench& bench, syntax::NameView currency) {
  if (currency.text() == "NOK") {
    return quantity(base::kMoneyNok);
  }
  auto const found = bench.types.find(currency.text());
  bool const is_unit = found && (*found & kUnitBit) != 0;
  ir::DeclaredUnit const* const unit = is_unit ? &bench.program.units[*found & ~kUnitBit] : nullptr;
  if (unit != nullptr && unit->money && unit->name == currency.text()) {
    return quantity({static_cast<std::uint16_t>(base::kFirstDeclaredDimension + (*found & ~kUnitBit))});
  }
  std::string const name(currency.text());
  bool const minor = unit != nullptr && unit->money;
  bench.sink.add(diag::Kind::unknown_type, currency.span(), "there is no money called `" + name + "`",
                 minor ? "write `money(" + unit->name + ")`, of which `" + name + "` is a part"
                       : "declare it with `money " + name + "`, or write `money(NOK)`");
  return std::nullopt;
}

// The first few, in back-ticks.
std::string listed(std::vector<std::string> const& names) {
  constexpr std::size_t kMost = 8;
  std::string list;
  for (std::size_t i = 0; i < names.size() && i < kMost; ++i) {
    list += (i == 0 ? "`" : ", `") + names[i] + "`";
  }
  return names.size() > kMost ? list + " and more" : list;
}

// The outcome document says `name`, `force` and `states` of each condition, beside its parameters.
void refuse_outcome_key(Workbench& bench, syntax::NameView name) {
  constexpr std::string_view kKeys[] = {"name", "force", "states"};
  if (std::find(std::begin(kKeys), std::end(kKeys), name.text()) != std::end(kKeys)) {
    bench.sink.add(diag::Kind::unsuitable_parameter, name.span(),
                   "no parameter can be called `" + std::string(name.text()) +
                       "`, as the outcome says something else by that word",
                   "give it another name");
  }
}

// Bounds are numbers: what a parameter cannot be bounded by, the outcome could not tell.
void refuse_parameter_type(Workbench& bench, syntax::TypeView view, ir::Type const& type) {
  bool const day =
      type.kind == ir::TypeKind::month || type.kind == ir::TypeKind::year || type.kind == ir::TypeKind::moment;
  if (day || type.kind == ir::TypeKind::ratio) {
    bench.sink.add(diag::Kind::unsuitable_parameter, view.span(), "a parameter cannot be " + type_name(bench, type),
                   day ? "write `date`, and bound it by the first or the last day" : "write `decimal`");
  }
}

}  // namespace

std::optional<ir::Type> read_type(Workbench& bench, syntax::TypeView type) {
  switch (type.kind()) {
    case NodeKind::type_bool:
      return ir::Type{};
    case NodeKind::type_int:
      return ir::Type{ir::TypeKind::integer, {}, {}, {}};
    case NodeKind::type_decimal:
      return ir::Type{ir::TypeKind::decimal, {}, {}, {}};
    case NodeKind::type_text:
      return ir::Type{ir::TypeKind::text, {}, {}, {}};
    case NodeKind::type_date:
      return ir::Type{ir::TypeKind::date, {}, {}, {}};
    case NodeKind::type_moment:
      return ir::Type{ir::TypeKind::moment, {}, {}, {}};
    case NodeKind::type_month:
      return ir::Type{ir::TypeKind::month, {}, {}, {}};
    case NodeKind::type_year:
      return ir::Type{ir::TypeKind::year, {}, {}, {}};
    case NodeKind::type_ratio:
      return ir::Type{ir::TypeKind::ratio, {}, {}, {}};
    case NodeKind::type_period:
      return quantity(base::kPeriod);
    case NodeKind::type_duration:
      return quantity(base::kDuration);
    case NodeKind::type_mass:
      return quantity(base::kMass);
    case NodeKind::type_volume:
      return quantity(base::kVolume);
    case NodeKind::type_percent:
      return quantity(base::kPercent);
    case NodeKind::type_money:
      return money_type(bench, type.argument());
    case NodeKind::type_amount_of: {
      auto key = named_type(bench, type.argument());
      if (key && key->kind != ir::TypeKind::enumeration) {
        bench.sink.add(diag::Kind::unknown_type, type.argument().span(),
                       "`" + std::string(type.argument().text()) + "` is not an enumeration",
                       "name what it is an amount of");
        return std::nullopt;
      }
      return key ? std::optional(ir::Type{ir::TypeKind::amount, {}, key->enumeration, {}}) : std::nullopt;
    }
    default:
      return named_type(bench, type);
  }
}

std::vector<ir::Parameter> read_parameters(Workbench& bench, syntax::View parameters) {
  std::vector<ir::Parameter> list;
  for (syntax::ParameterView const view : syntax::all_of<syntax::ParameterView>(parameters, NodeKind::parameter)) {
    std::string name(view.name().text());
    auto const twice = std::any_of(list.begin(), list.end(), [&](ir::Parameter const& p) { return p.name == name; });
    if (twice) {
      bench.sink.add(diag::Kind::duplicate_name, view.name().span(), "the parameter `" + name + "` is declared twice",
                     "give one of them another name");
    }
    refuse_outcome_key(bench, view.name());
    if (auto const type = read_type(bench, view.type())) {
      refuse_parameter_type(bench, view.type(), *type);
      list.push_back({std::move(name), *type});
    }
  }
  return list;
}

std::vector<std::string> read_names(syntax::View parent) {
  std::vector<std::string> names;
  for (syntax::NodeRef const name : parent.children(NodeKind::name)) {
    names.emplace_back(parent.tree->text(name));
  }
  return names;
}

std::optional<std::uint32_t> read_ordinal(Workbench& bench, ir::EnumId id, syntax::NameView name) {
  ir::Enum const& enumeration = bench.program.enums[id.index];
  std::string_view const written = name.text();
  for (std::uint32_t i = 0; i < enumeration.values.size(); ++i) {
    std::string_view const value = enumeration.values[i].name;
    bool const alike = value.size() == written.size() && value.back() == written.back();  // most differ at their end
    if (alike && value == written) {
      return i;
    }
  }
  std::vector<std::string> names;
  std::transform(enumeration.values.begin(), enumeration.values.end(), std::back_inserter(names),
                 [](ir::EnumValue const& value) { return value.name; });
  if (!bench.types.is_broken(enumeration.name)) {
    std::string const elsewhere = meant_by_bare_name(bench, name.text());
    std::string const help = elsewhere.empty() ? did_you_mean(name.text(), names) : elsewhere;
    bench.sink.add(diag::Kind::unknown_value, name.span(),
                   "`" + enumeration.name + "` has no value `" + std::string(name.text()) + "`",
                   help.empty() ? "its values are " + listed(names) : help);
  }
  return std::nullopt;
}

// NOLINTNEXTLINE(misc-no-recursion): once, for the type that a ratio is rounded to
std::string type_name(Workbench const& bench, ir::Type const& type) {
  switch (type.kind) {
    case ir::TypeKind::boolean:
      return "true or false";
    case ir::TypeKind::integer:
      return "a whole number";
    case ir::TypeKind::decimal:
      return "a number";
    case ir::TypeKind::text:
      return "a text";
    case ir::TypeKind::date:
      return "a date";
    case ir::TypeKind::moment:
      return "a moment";
    case ir::TypeKind::month:
      return "a month of a year";
    case ir::TypeKind::year:
      return "a year";
    case ir::TypeKind::ratio: {
      std::string const rounded = type_name(bench, ir::rounded(type));
      return ir::is_number(type) ? "a ratio" : rounded + " that is not rounded yet";
    }
    case ir::TypeKind::list:
      return "a list";
    case ir::TypeKind::enumeration:
      return "a value of `" + bench.program.enums[type.enumeration.index].name + "`";
    case ir::TypeKind::amount:
      return "an amount of `" + bench.program.enums[type.enumeration.index].name + "`";
    case ir::TypeKind::quantity:
      break;
  }
  if (type.dimension.code >= base::kFirstDeclaredDimension) {
    ir::DeclaredUnit const& unit = bench.program.units[type.dimension.code - base::kFirstDeclaredDimension];
    return (unit.money ? "an amount of money in `" : "a number of `") + unit.name + "`";
  }
  return std::string(base::dimension_name(type.dimension));
}

std::string unlike_help(ir::Type const& left, ir::Type const& right, std::string const& otherwise) {
  auto const meet = [&](auto const& one, auto const& other) {
    return (one(left) && other(right)) || (one(right) && other(left));
  };
  auto const is_period = [](ir::Type const& type) { return ir::is_quantity(type, base::kPeriod); };
  auto const is_duration = [](ir::Type const& type) { return ir::is_quantity(type, base::kDuration); };
  auto const is_date = [](ir::Type const& type) { return type.kind == ir::TypeKind::date; };
  auto const is_month = [](ir::Type const& type) {
    return type.kind == ir::TypeKind::month || type.kind == ir::TypeKind::year;
  };
  auto const is_moment = [](ir::Type const& type) { return type.kind == ir::TypeKind::moment; };
  if (meet(is_moment, is_date) || meet(is_moment, is_month)) {
    return "write `date of`, `month of` or `year of` before the moment: the date is that of its own place";
  }
  if (meet(is_period, is_duration)) {
    return "months and years are not all of one length, so they never meet days and hours; say both in the same way, "
           "or "
           "move a date by each";
  }
  return meet(is_date, is_month) ? "write `month of` or `year of` before the date" : otherwise;
}

std::string units_help(Workbench const& bench, ir::Type const& type) {
  if (type.kind != ir::TypeKind::quantity || type.dimension == base::kNoDimension) {
    return "";
  }
  std::size_t const code = type.dimension.code;
  if (code >= base::kFirstDeclaredDimension && code - base::kFirstDeclaredDimension < bench.program.units.size()) {
    std::string const& unit = bench.program.units[code - base::kFirstDeclaredDimension].name;
    return "write it in `" + unit + "`, as in `3 " + unit + "`";
  }
  constexpr std::array<std::pair<base::Dimension, std::string_view>, 6> kUnits{
      {{base::kPeriod, "write months or years, as in `3 months`"},
       {base::kDuration, "write hours or days, as in `3 days`"},
       {base::kMass, "write µg, mg, g or kg, as in `3 g`"},
       {base::kVolume, "write ml, dl or l, as in `3 dl`"},
       {base::kMoneyNok, "write kr or øre, as in `500 kr`"},
       {base::kPercent, "write `%`, as in `3 %`"}}};
  for (auto const& [dimension, help] : kUnits) {
    if (dimension == type.dimension) {
      return std::string(help);
    }
  }
  std::string const unit(base::base_unit(type.dimension));
  return unit.empty() ? "" : "write it in `" + unit + "`, as in `3 " + unit + "`";
}

std::string figure_help(Workbench const& bench, syntax::View value, ir::Type const& wanted,
                        std::string const& otherwise) {
  bool const figure = value.kind() == NodeKind::number || value.kind() == NodeKind::quantity;
  std::string const units = figure ? units_help(bench, wanted) : "";
  return units.empty() ? otherwise : units;
}

std::string meant_by_bare_name(Workbench const& bench, std::string_view name) {
  std::vector<std::string> paths;
  for (std::string const& path : bench.fact_paths) {
    if (path.size() > name.size() && path.ends_with(name) && path[path.size() - name.size() - 1] == '.') {
      paths.push_back(path);
    }
  }
  if (!paths.empty()) {
    std::string text;
    for (std::string const& path : paths) {
      text += (text.empty() ? "`" : " or `") + path + "`";
    }
    return "a fact is named by its whole path: write " + text;
  }
  for (ir::Enum const& enumeration : bench.program.enums) {
    auto const has = [&](ir::EnumValue const& value) { return value.name == name; };
    if (std::any_of(enumeration.values.begin(), enumeration.values.end(), has)) {
      return "`" + std::string(name) + "` is a value of `" + enumeration.name + "`";
    }
  }
  return "";
}

std::optional<UnitFactor> read_unit(Workbench& bench, syntax::View unit) {
  if (auto const built_in = base::find_unit(unit.text())) {
    return UnitFactor{built_in->dimension, *built_in};
  }
  auto const declared = bench.types.find(unit.text());
  if (declared && (*declared & kUnitBit) != 0) {
    base::Dimension const dimension{
        static_cast<std::uint16_t>(base::kFirstDeclaredDimension + (*declared & ~kUnitBit))};
    bool const minor = bench.program.units[*declared & ~kUnitBit].minor == unit.text();
    return UnitFactor{dimension, {unit.text(), dimension, 1, static_cast<std::int8_t>(minor ? -2 : 0)}};
  }
  if (!bench.types.is_broken(unit.text())) {
    std::vector<std::string> names;
    std::transform(bench.program.units.begin(), bench.program.units.end(), std::back_inserter(names),
                   [](ir::DeclaredUnit const& one) { return one.name; });
    std::string const near = did_you_mean(unit.text(), names);
    bench.sink.add(diag::Kind::unknown_unit, unit.span(), "there is no unit called `" + std::string(unit.text()) + "`",
                   !near.empty() ? near
                                 : "declare it with `unit " + std::string(unit.text()) +
                                       "`, or use a built-in one: µg, mg, g, kg, ml, dl, l, "
                                       "kr, øre, %, hours, days, weeks, months, years");
  }
  return std::nullopt;
}

std::optional<base::Decimal> read_number(Workbench& bench, syntax::View number) {
  auto const parsed = base::parse_decimal(number.text());
  if (parsed.fault != base::NumberFault::none) {
    bench.sink.add(diag::Kind::number_too_long, number.span(), "the number has more than 18 digits",
                   "write it with at most 18 digits");
    return std::nullopt;
  }
  return parsed.value;
}

void refuse_repeats(Workbench& bench, syntax::View declaration, std::initializer_list<NodeKind> once) {
  constexpr std::size_t kKinds = static_cast<std::size_t>(NodeKind::broken) + 1;  // it is the last
  std::bitset<kKinds> seen;
  std::bitset<kKinds> again;
  syntax::Tree const& tree = *declaration.tree;
  for (syntax::NodeRef at = tree.first_child(declaration.node); at.has_value(); at = tree.next_sibling(at)) {
    auto const kind = static_cast<std::size_t>(tree.kind(at));
    again[kind] = again[kind] || seen[kind];
    seen.set(kind);
  }
  for (NodeKind const kind : once) {
    if (!again[static_cast<std::size_t>(kind)]) {
      continue;
    }
    auto at = declaration.children(kind).begin();
    syntax::NodeRef const first = *at++;
    bench.sink.add({diag::Kind::repeated_clause,
                    tree.span(*at),
                    "this clause stands here a second time",
                    "keep one of the two",
                    {{tree.span(first), "the first one is here"}}});
  }
}

}  // namespace hjemmel::check
