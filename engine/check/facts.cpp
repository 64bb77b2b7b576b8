// Facts and records of the program, from the schema: each type joined with the package's enumerations and units.
#include "engine/base/check.h"
#include "engine/check/workbench.h"

namespace hjemmel::check {
namespace {

using schema::SchemaType;

ir::EnumId enum_named(Workbench const& bench, std::string const& name) {
  for (std::size_t i = 0; i < bench.program.enums.size(); ++i) {
    if (bench.program.enums[i].name == name) {
      return ir::EnumId(i);
    }
  }
  return {};
}

// The schema's bounds are in the unit that it names.
void refuse_minor_unit(Workbench& bench, schema::Property const& property, ir::DeclaredUnit const& unit) {
  if (unit.minor == property.unit && unit.money) {
    bench.sink.add(diag::Kind::unknown_unit, property.span, "`" + property.unit + "` is a part of `" + unit.name + "`",
                   "write `x-unit: " + unit.name + "`; facts may be given in both");
  }
}

ir::Type scalar_type(Workbench& bench, schema::Property const& property,
                     std::vector<schema::Property> const& siblings) {
  ir::Type type;
  switch (property.type) {
    case SchemaType::boolean:
      break;
    case SchemaType::integer:
      type.kind = ir::TypeKind::integer;
      break;
    case SchemaType::decimal:
      type.kind = ir::TypeKind::decimal;
      break;
    case SchemaType::text:
      type.kind = ir::TypeKind::text;
      break;
    case SchemaType::date:
      type.kind = ir::TypeKind::date;
      break;
    case SchemaType::moment:
      type.kind = ir::TypeKind::moment;
      break;
    case SchemaType::enumeration:
      type.kind = ir::TypeKind::enumeration;
      type.enumeration = enum_named(bench, property.enumeration);
      break;
    case SchemaType::quantity: {
      type.kind = ir::TypeKind::quantity;
      auto const unit = base::find_unit(property.unit);
      auto const declared = bench.types.find(property.unit);
      if (unit) {
        type.dimension = unit->dimension;
      } else if (declared && (*declared & kUnitBit) != 0) {
        type.dimension.code = static_cast<std::uint16_t>(base::kFirstDeclaredDimension + (*declared & ~kUnitBit));
        refuse_minor_unit(bench, property, bench.program.units[*declared & ~kUnitBit]);
      } else {
        bench.sink.add(
            diag::Kind::unknown_unit, property.unit_span, "there is no unit called `" + property.unit + "`",
            "declare it in the package with `unit " + property.unit + "`, or use a built-in one such as `g`");
      }
      break;
    }
    case SchemaType::amount:
      type.kind = ir::TypeKind::amount;
      for (schema::Property const& sibling : siblings) {
        if (sibling.info.name == property.amount_of) {
          type.enumeration = enum_named(bench, sibling.enumeration);
        }
      }
      break;
    case SchemaType::list:
      type.kind = ir::TypeKind::list;
      break;
  }
  return type;
}

// The package may list the values of an enumeration in another order than the schema.
void settle_default(Workbench const& bench, ir::FactInfo& info) {
  if (!info.default_value || info.type.kind != ir::TypeKind::enumeration || !info.type.enumeration.has_value()) {
    return;
  }
  auto const& values = bench.program.enums[info.type.enumeration.index].values;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i].name == info.default_text) {
      info.default_value = base::Decimal::of(static_cast<std::int64_t>(i));
    }
  }
}

ir::Record record_of(Workbench& bench, schema::Property const& list) {
  ir::Record record;
  record.name = list.info.name;
  for (schema::Property const& property : list.fields) {
    ir::Field field;
    field.info = property.info;
    field.info.type = scalar_type(bench, property, list.fields);
    field.info.unit = property.unit;
    settle_default(bench, field.info);
    field.assessment = property.assessment;
    field.judged_by = property.judged_by;
    field.factors = property.factors;
    for (std::size_t i = 0; i < list.fields.size(); ++i) {
      if (property.type == SchemaType::amount && list.fields[i].info.name == property.amount_of) {
        field.key_field = static_cast<std::uint32_t>(i);
      }
    }
    record.fields.push_back(std::move(field));
  }
  return record;
}

// An amount of something that has no unit cannot be read; `in g` or `in any unit` says how.
void require_units(Workbench& bench, ir::Type const& type) {
  if (type.kind != ir::TypeKind::amount || !type.enumeration.has_value()) {
    return;
  }
  ir::Enum const& enumeration = bench.program.enums[type.enumeration.index];
  for (ir::EnumValue const& value : enumeration.values) {
    if (!value.dimension && !value.any_unit && value.span.file.has_value()) {
      bench.sink.add(diag::Kind::unit_missing, value.span,
                     "`" + value.name + "` does not say what its amounts are measured in",
                     "add `in g`, `in dl`, a declared unit, or `in any unit`");
    }
  }
  if (!enumeration.span.file.has_value()) {
    auto const at = bench.files.empty() ? source::Span{} : source::Span{bench.files.front().file(), 0, 0};
    bench.sink.add(diag::Kind::unit_missing, at,
                   "the facts hold amounts of `" + enumeration.name + "`, and the package does not say their units",
                   "declare `enum " + enumeration.name + "` with a unit for each value, such as `cannabis in g`");
  }
}

}  // namespace

void add_schema_facts(Workbench& bench) {
  bench.program.labels = bench.schema.groups;
  for (schema::Property const& property : bench.schema.properties) {
    ir::Fact fact;
    fact.info = property.info;
    fact.info.type = scalar_type(bench, property, bench.schema.properties);
    fact.info.unit = property.unit;
    settle_default(bench, fact.info);
    fact.assessment = property.assessment;
    fact.judged_by = property.judged_by;
    fact.factors = property.factors;
    fact.max_items = property.max_items;
    if (property.type == SchemaType::list) {
      fact.info.type.record = ir::RecordId(bench.program.records.size());
      bench.program.records.push_back(record_of(bench, property));
      for (ir::Field const& field : bench.program.records.back().fields) {
        require_units(bench, field.info.type);
      }
    }
    bench.fact_of_path.try_emplace(fact.info.name, bench.program.facts.size());
    bench.fact_paths.push_back(fact.info.name);
    bench.program.facts.push_back(std::move(fact));
  }
}

std::optional<ir::FactId> find_fact(Workbench const& bench, std::string_view path) {
  auto const at = bench.fact_of_path.find(path);
  return at == bench.fact_of_path.end() ? std::nullopt : std::optional(at->second);
}

}  // namespace hjemmel::check
