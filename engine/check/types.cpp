// Units, enumerations and conditions. An enumeration that the schema names too must list the same values; one that only the
// schema has is taken from there.
#include <algorithm>
#include <utility>

#include "engine/check/workbench.h"

namespace hjemmel::check {
namespace {

using syntax::NodeKind;

void add_label(ir::Label& label, syntax::TextLiteral nb, syntax::TextLiteral en) {
  if (nb) {
    label.nb = nb.value();
  }
  if (en) {
    label.en = en.value();
  }
}

void build_row(Workbench& bench, syntax::EnumRowView row, ir::Enum& enumeration) {
  refuse_repeats(bench, row,
                 {NodeKind::authorities, NodeKind::like, NodeKind::unranked, NodeKind::in_unit, NodeKind::in_any_unit,
                  NodeKind::parameters, NodeKind::label_nb, NodeKind::label_en});
  ir::EnumValue shared;
  add_label(shared.label, row.nb(), row.en());
  shared.unranked = row.unranked();
  shared.any_unit = row.any_unit();
  if (row.authorities()) {
    shared.authorities = read_names(row.authorities());
  }
  if (row.parameters()) {
    shared.parameters = read_parameters(bench, row.parameters());
  }
  if (row.unit()) {
    if (auto const unit = read_unit(bench, row.unit())) {
      shared.dimension = unit->dimension;
      shared.unit = std::string(row.unit().text());
    }
  }
  for (syntax::NodeRef const name : row.names()) {
    ir::EnumValue value = shared;
    value.name = std::string(row.tree->text(name));
    value.span = row.tree->span(name);
    value.rank = static_cast<std::uint32_t>(enumeration.values.size());
    auto const same = [&](ir::EnumValue const& other) { return other.name == value.name; };
    auto const first = std::find_if(enumeration.values.begin(), enumeration.values.end(), same);
    if (first != enumeration.values.end()) {
      bench.sink.add({diag::Kind::duplicate_name,
                      value.span,
                      "the value `" + value.name + "` is listed twice",
                      "take one of them away",
                      {{first->span, "the first one is here"}}});
      continue;
    }
    enumeration.values.push_back(std::move(value));
  }
}

bool has_rank_of_its_own(syntax::EnumView view, std::string const& value) {
  for (syntax::EnumRowView const row : view.rows()) {
    for (syntax::NodeRef const name : row.names()) {
      if (row.tree->text(name) == value) {
        return !row.like() && !row.unranked();
      }
    }
  }
  return false;
}

void refuse_rank_without_order(Workbench& bench, syntax::EnumView view) {
  for (syntax::EnumRowView const row : view.rows()) {
    if (!view.ordered_by() && (row.like() || row.unranked())) {
      bench.sink.add(diag::Kind::unclear_rank, row.span(),
                     "`" + std::string(view.name().text()) + "` has no order, so that none of its values has a rank",
                     "declare the order with `enum … by …`, or take `" +
                         std::string(row.unranked() ? "unranked" : "like …") + "` away");
    }
  }
}

// `like x`: the rank of x, wherever x is listed.
void rank_alike(Workbench& bench, syntax::EnumView view, ir::EnumId id) {
  refuse_rank_without_order(bench, view);
  for (syntax::EnumRowView const row : view.rows()) {
    if (!row.like()) {
      continue;
    }
    auto const other = read_ordinal(bench, id, row.like());
    ir::Enum& enumeration = bench.program.enums[id.index];
    if (other && !has_rank_of_its_own(view, enumeration.values[*other].name)) {
      bench.sink.add(diag::Kind::unclear_rank, row.like().span(),
                     "`" + enumeration.values[*other].name + "` has no rank of its own that another value could share",
                     "name a value behind which neither `like` nor `unranked` stands");
    }
    for (syntax::NodeRef const name : row.names()) {
      for (ir::EnumValue& value : enumeration.values) {
        if (other && value.name == row.tree->text(name)) {
          value.rank = enumeration.values[*other].rank;
        }
      }
    }
  }
}

void visit_schema_enums(schema::FactSchema const& schema, auto visit) {
  auto visit_all = [&](auto const& self, std::vector<schema::Property> const& properties) -> void {
    for (schema::Property const& property : properties) {
      if (property.type == schema::SchemaType::enumeration) {
        visit(property);
      }
      self(self, property.fields);
    }
  };
  visit_all(visit_all, schema.properties);
}

ir::Enum enum_of_schema(schema::Property const& property) {
  ir::Enum enumeration;
  enumeration.name = property.enumeration;
  enumeration.ordered_by = property.ordered ? "order" : "";
  for (std::size_t i = 0; i < property.values.size(); ++i) {
    ir::EnumValue value;
    value.name = property.values[i];
    value.rank = static_cast<std::uint32_t>(i);
    if (i < property.value_labels.size()) {
      value.label = property.value_labels[i];
    }
    enumeration.values.push_back(std::move(value));
  }
  return enumeration;
}

void join_with_schema(Workbench& bench, schema::Property const& property) {
  auto const at = std::find_if(bench.program.enums.begin(), bench.program.enums.end(),
                               [&](ir::Enum const& e) { return e.name == property.enumeration; });
  if (at == bench.program.enums.end()) {
    bench.program.enums.push_back(enum_of_schema(property));
    return;
  }
  for (ir::EnumValue& value : at->values) {
    auto const in_schema = std::find(property.values.begin(), property.values.end(), value.name);
    if (in_schema == property.values.end()) {
      bench.sink.add(diag::Kind::enum_differs_from_schema, value.span,
                     "the fact schema has no `" + value.name + "` among its values of `" + property.enumeration + "`",
                     did_you_mean(value.name, property.values));
      continue;
    }
    auto const place = static_cast<std::size_t>(in_schema - property.values.begin());
    if (value.label.nb.empty() && value.label.en.empty() && place < property.value_labels.size()) {
      value.label = property.value_labels[place];
    }
  }
  for (std::string const& name : property.values) {
    auto const has = std::any_of(at->values.begin(), at->values.end(), [&](auto const& v) { return v.name == name; });
    if (!has && at->span.file.has_value()) {
      bench.sink.add(
          diag::Kind::enum_differs_from_schema, at->span,
          "the fact schema has `" + name + "` among its values of `" + at->name + "`, and this enumeration does not",
          "add `" + name + "` here");
    }
  }
}

void refuse_built_in(Workbench& bench, syntax::NameView name) {
  if (base::find_unit(name.text())) {
    bench.sink.add(diag::Kind::duplicate_name, name.span(), "`" + std::string(name.text()) + "` is a built-in unit",
                   "use it without declaring it");
  }
}

// Money is a unit with a smaller one, a hundredth of it. In the order in which names.cpp counted them.
void build_units(Workbench& bench) {
  bench.each<syntax::UnitView>(NodeKind::unit_declaration, [&](syntax::UnitView unit) {
    bench.program.units.push_back({std::string(unit.name().text()), {}, false, {}});
    add_label(bench.program.units.back().label, unit.nb(), unit.en());
    refuse_built_in(bench, unit.name());
  });
  bench.each<syntax::MoneyView>(NodeKind::money_declaration, [&](syntax::MoneyView money) {
    refuse_repeats(bench, money, {NodeKind::minor_unit});
    bench.program.units.push_back({std::string(money.name().text()), {}, true, {}});
    ir::DeclaredUnit& unit = bench.program.units.back();
    add_label(unit.label, money.nb(), money.en());
    refuse_built_in(bench, money.name());
    if (money.minor()) {
      unit.minor = std::string(money.minor().text());
      refuse_built_in(bench, money.minor());
    }
  });
}

}  // namespace

void build_types(Workbench& bench) {
  build_units(bench);
  bench.each<syntax::EnumView>(NodeKind::enum_declaration, [&](syntax::EnumView view) {
    ir::Enum enumeration;
    enumeration.name = std::string(view.name().text());
    enumeration.ordered_by = view.ordered_by() ? std::string(view.ordered_by().text()) : "";
    enumeration.span = view.name().span();
    for (syntax::EnumRowView const row : view.rows()) {
      build_row(bench, row, enumeration);
    }
    if (enumeration.values.empty()) {
      bench.sink.add(diag::Kind::empty_enum, enumeration.span,
                     "the enumeration `" + enumeration.name + "` has no values", "list them below, one a line");
    }
    ir::EnumId const id(bench.program.enums.size());
    bench.program.enums.push_back(std::move(enumeration));
    rank_alike(bench, view, id);
  });
  visit_schema_enums(bench.schema, [&](schema::Property const& property) { join_with_schema(bench, property); });
  bench.each<syntax::ConditionView>(NodeKind::condition_declaration, [&](syntax::ConditionView view) {
    auto const parameters = view.parameters();
    bench.program.conditions.push_back({std::string(view.name().text()),
                                        parameters ? read_parameters(bench, parameters) : std::vector<ir::Parameter>{},
                                        view.name().span()});
  });
}

}  // namespace hjemmel::check
