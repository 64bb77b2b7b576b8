// Definitions that stand for one record: `define stay = the last s in person.stays by admitted_on where …`.
//
// Such a definition becomes one of each field of the list's records, `stay.admitted_on`, so that each is worked out once a
// case and told in the trace like any other. The field that the records are ordered by takes the declaration's own place.
#include <algorithm>

#include "engine/check/expressions.h"

namespace hjemmel::check {

using ir::ExprOp;
using ir::TypeKind;
using syntax::NodeKind;

namespace {

bool is_record(syntax::ExprView view) {
  return view.kind() == NodeKind::first_record || view.kind() == NodeKind::last_record ||
         view.kind() == NodeKind::only_record;
}

}  // namespace

std::optional<Expressions::Ordered> Expressions::ordered_list(syntax::RecordView view) {
  auto const list = list_fact(view.list());
  if (!list) {
    return std::nullopt;
  }
  if (view.kind() == NodeKind::only_record) {
    return Ordered{*list, 0};  // by nothing: its first field stands for it
  }
  std::vector<std::string> names;
  ir::Record const& record = record_of(*list);
  for (std::uint32_t i = 0; i < record.fields.size(); ++i) {
    ir::FactInfo const& field = record.fields[i].info;
    names.push_back(field.name);
    if (field.name != view.order().text()) {
      continue;
    }
    if (field.type.kind == TypeKind::date || field.type.kind == TypeKind::integer ||
        field.type.kind == TypeKind::decimal) {
      return Ordered{*list, i};
    }
    static_cast<void>(mismatch(view.order(), field.type, "a date or a number", "order the records by a date"));
    return std::nullopt;
  }
  bench_.sink.add(diag::Kind::unknown_name, view.order().span(),
                  "an element of `" + record.name + "` has no `" + std::string(view.order().text()) + "`",
                  did_you_mean(view.order().text(), names));
  return std::nullopt;
}

std::optional<ir::ExprId> Expressions::field_of_record(syntax::RecordView view, std::uint32_t order,
                                                       std::uint32_t field) {
  auto expr = binder(view, view.variable(), view.list(), {}, view.where());
  if (!expr) {
    return std::nullopt;
  }
  scope_.pop_back();
  expr->op = view.kind() == NodeKind::first_record  ? ExprOp::first
             : view.kind() == NodeKind::last_record ? ExprOp::last
                                                    : ExprOp::only;
  expr->type = record_of(expr->fact).fields[field].info.type;
  expr->more.edit([&](ir::ExprMore& more) { more.order = order; });
  expr->index = field;
  return add(*std::move(expr)).expr;
}

NamedRecord const* Expressions::record_named(std::string_view name) const {
  auto const at = std::find_if(bench_.records.begin(), bench_.records.end(),
                               [&](NamedRecord const& record) { return record.name == name; });
  return at == bench_.records.end() ? nullptr : &*at;
}

// The record that a name stands for: declared, or what a variable stands at.
NamedRecord const* Expressions::record_meant(std::string_view name) const {
  Variable const* const variable = find_variable(name);
  if (variable == nullptr) {
    return record_named(name);
  }
  return variable->record != nullptr ? variable->record : record_named(variable->stands_for);
}

std::optional<Typed> Expressions::record_path(syntax::ExprView view, NamedRecord const& record, std::string_view name) {
  auto const& fields = record_of(record.list).fields;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].info.name != name) {
      continue;
    }
    ir::Type const type = fields[i].info.type;
    append(ExprOp::definition, type, view.span()).definition = record.fields[i];
    auto const keyed_by = type.kind == TypeKind::amount ? fields[i].key_field : static_cast<std::uint32_t>(i);
    auto const which = static_cast<std::uint32_t>(&record - bench_.records.data());
    return newest({AmountKey::Kind::record, which, keyed_by});
  }
  if (auto const field = defined_field(record.list, name)) {
    return read_field(view, {record.name, false, 0, record.list, UINT32_MAX, {}, &record}, *field);
  }
  if (name.empty()) {
    bench_.sink.add(diag::Kind::unknown_name, view.span(), "`" + record.name + "` is a record, not a value",
                    "name one of its fields, such as `" + record.name + "." + fields.front().info.name + "`");
    return std::nullopt;
  }
  return no_such_field(view, "`" + record.name + "`", name, record.list);
}

std::optional<Typed> Expressions::record_as_value(syntax::View view) {
  bench_.sink.add(diag::Kind::type_mismatch, view.span(), "this is a record, not a value",
                  "give it a name without a type, `define latest = the last …`, and read its fields: `latest.…`");
  return std::nullopt;
}

void declare_record(Workbench& bench, syntax::DefineView view, std::size_t definition) {
  std::string const name(view.name().text());
  if (syntax::in_force_of(view)) {
    bench.sink.add(diag::Kind::not_supported_yet, syntax::in_force_of(view).span(),
                   "a definition that stands for a record has no period",
                   "define two records of different names, and let a definition with a type read the one in force");
    bench.values.declare_broken(name);
    return;
  }
  if (!is_record(view.body())) {
    bench.sink.add(diag::Kind::missing_clause, view.name().span(),
                   "it is not said what kind of value `" + name + "` is",
                   "write the type behind the name, such as `define " + name + ": bool`");
    bench.values.declare_broken(name);
    return;
  }
  auto const taken = std::find_if(bench.fact_paths.begin(), bench.fact_paths.end(),
                                  [&](std::string const& path) { return path.starts_with(name + "."); });
  if (taken != bench.fact_paths.end()) {
    bench.sink.add(diag::Kind::duplicate_name, view.name().span(),
                   "`" + name + "` already stands for facts, such as `" + *taken + "`", "give the record another name");
    bench.values.declare_broken(name);
    return;
  }
  auto const record = syntax::view<syntax::RecordView>(view.body().tree, view.body().node);
  auto const ordered = Expressions(bench).ordered_list(record);
  if (!ordered) {
    bench.values.declare_broken(name);
    return;
  }
  NamedRecord named{name, ordered->list, ordered->order, {}};
  ir::RecordId const type = bench.program.facts[ordered->list.index].info.type.record;
  std::vector<ir::Field> const& fields = bench.program.records[type.index].fields;
  ir::Definition const own = bench.program.definitions[definition];
  for (std::uint32_t i = 0; i < fields.size(); ++i) {
    ir::Definition field = own;
    field.name = name + "." + fields[i].info.name;
    field.type = fields[i].info.type;
    if (i == ordered->order) {
      named.fields.emplace_back(definition);
      bench.program.definitions[definition] = std::move(field);
    } else {
      named.fields.emplace_back(bench.program.definitions.size());
      bench.program.definitions.push_back(std::move(field));
    }
  }
  bench.records.push_back(std::move(named));
}

// The first field says what is wrong; the others would say it again.
void fill_record(Workbench& bench, syntax::DefineView view) {
  auto const named = std::find_if(bench.records.begin(), bench.records.end(),
                                  [&](NamedRecord const& record) { return record.name == view.name().text(); });
  if (named == bench.records.end()) {
    return;
  }
  auto const record = syntax::view<syntax::RecordView>(view.body().tree, view.body().node);
  for (std::uint32_t field = 0; field < named->fields.size(); ++field) {
    auto const body = Expressions(bench).field_of_record(record, named->order, field);
    if (!body) {
      return;
    }
    bench.program.definitions[named->fields[field].index].body = *body;
  }
}

}  // namespace hjemmel::check
