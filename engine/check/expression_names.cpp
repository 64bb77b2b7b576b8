// What a name or a path in an expression stands for: a variable's field, a fact, a definition, a table, a value.
#include <algorithm>

#include "engine/check/expressions.h"
#include "engine/ir/bounds.h"

namespace hjemmel::check {

using ir::ExprOp;
using ir::TypeKind;

namespace {

std::string_view head_of(std::string_view path) { return path.substr(0, path.find('.')); }

std::string_view tail_of(std::string_view path) {
  auto const dot = path.find('.');
  return dot == std::string_view::npos ? std::string_view{} : path.substr(dot + 1);
}

}  // namespace

Expressions::Variable const* Expressions::find_variable(std::string_view name) const {
  auto const at = std::find_if(scope_.rbegin(), scope_.rend(), [&](Variable const& v) { return v.name == name; });
  return at == scope_.rend() ? nullptr : &*at;
}

ir::Record const& Expressions::record_of(ir::FactId list) const {
  return bench_.program.records[bench_.program.facts[list.index].info.type.record.index];
}

std::optional<Typed> Expressions::path(syntax::ExprView view, std::optional<ir::Type> const& expected) {
  if (auto const id = plain_fact(view)) {
    return fact(view, *id);
  }
  std::string_view const text = view.text();
  if (auto const of_case = case_named(head_of(text))) {
    return case_path(view, *of_case, tail_of(text));
  }
  if (Variable const* variable = find_variable(head_of(text))) {
    return variable->stands_for.empty() ? variable_path(view, *variable, tail_of(text))
                                        : path_in_group(view, *variable, tail_of(text));
  }
  if (needs_case(text)) {
    return without_case(view);
  }
  if (NamedRecord const* record = record_named(head_of(text))) {
    return record_path(view, *record, tail_of(text));
  }
  if (auto const id = find_fact(bench_, text)) {
    return fact(view, *id);
  }
  auto const entry = bench_.values.find(text);  // with a point: of a used package
  if (expected && expected->kind == TypeKind::enumeration && text.find('.') == std::string_view::npos) {
    auto const& values = bench_.program.enums[expected->enumeration.index].values;
    bool const is_value =
        std::any_of(values.begin(), values.end(), [&](auto const& value) { return value.name == text; });
    if (is_value && entry) {
      bench_.sink.add(diag::Kind::ambiguous_value, view.span(),
                      "`" + std::string(text) + "` is both a value of `" +
                          bench_.program.enums[expected->enumeration.index].name +
                          "` and a name that the package declares",
                      "give the declared one another name");
      return std::nullopt;
    }
    if (!entry) {
      return enum_value(view, *expected);
    }
  }
  return entry ? named_value(view, *entry) : unknown_name(view);
}

std::optional<Typed> Expressions::unknown_name(syntax::ExprView view) {
  std::string const text(view.text());
  if (bench_.values.is_broken(text) || bench_.values.is_broken(head_of(text))) {
    return std::nullopt;
  }
  bool const is_path = text.find('.') != std::string::npos;
  std::vector<std::string> candidates = bench_.fact_paths;
  auto const names = bench_.values.all();
  candidates.insert(candidates.end(), names.begin(), names.end());
  std::erase(candidates, "");
  if (!is_path) {
    for (Variable const& variable : scope_) {
      candidates.push_back(variable.name);
    }
  }
  std::string const meant = is_path ? "" : meant_by_bare_name(bench_, text);
  bench_.sink.add(diag::Kind::unknown_name, view.span(),
                  is_path ? "the facts have no `" + text + "`" : "nothing is called `" + text + "`",
                  meant.empty() ? did_you_mean(text, candidates)
                                : meant + (meant.starts_with("`") ? ", and none is looked for here" : ""));
  return std::nullopt;
}

std::optional<Typed> Expressions::variable_path(syntax::ExprView view, Variable const& variable,
                                                std::string_view name) {
  if (variable.record != nullptr) {
    return record_path(view, *variable.record, name);
  }
  ir::Record const& record = record_of(variable.list);
  for (std::uint32_t i = 0; i < record.fields.size(); ++i) {
    ir::Field const& field = record.fields[i];
    if (field.info.name != name) {
      continue;
    }
    bool const is_key = variable.is_group && i == variable.key_field;
    if (variable.is_group && !is_key) {
      bench_.sink.add(
          diag::Kind::amount_in_group, view.span(),
          "`" + variable.name + "` is a group here, and its members may differ in `" + std::string(name) + "`",
          "say what of the group is meant, such as `total " + std::string(view.text()) + "`");
      return std::nullopt;
    }
    ir::Expr& expr = append(is_key ? ExprOp::group_key : ExprOp::field, field.info.type, view.span());
    expr.fact = variable.list;
    expr.variable = variable.id;
    expr.index = i;
    std::uint32_t const keyed_by = field.info.type.kind == TypeKind::amount ? field.key_field : i;
    return newest({AmountKey::Kind::field, variable.id, keyed_by});
  }
  if (auto const field = defined_field(variable.list, name)) {
    return read_field(view, variable, *field);
  }
  if (name.empty()) {
    bench_.sink.add(diag::Kind::unknown_name, view.span(), "`" + variable.name + "` is an element, not a value",
                    "name one of its fields, such as `" + variable.name + "." + record.fields.front().info.name + "`");
    return std::nullopt;
  }
  return no_such_field(view, "an element of `" + record.name + "`", name, variable.list);
}

// Neither a fact of the list's elements nor defined of them.
std::optional<Typed> Expressions::no_such_field(syntax::ExprView view, std::string const& of, std::string_view name,
                                                ir::FactId list) {
  std::vector<std::string> names;
  for (ir::Field const& field : record_of(list).fields) {
    names.push_back(field.info.name);
  }
  for (DefinedField const& field : bench_.defined_fields) {
    if (field.list == list) {
      names.push_back(field.name);
    }
  }
  if (!bench_.values.is_broken(name)) {
    bench_.sink.add(diag::Kind::unknown_name, view.span(), of + " has no `" + std::string(name) + "`",
                    did_you_mean(name, names));
  }
  return std::nullopt;
}

std::optional<Typed> Expressions::fact(syntax::ExprView view, ir::FactId id) {
  ir::Fact const& fact = bench_.program.facts[id.index];
  if (fact.info.type.kind == TypeKind::list) {
    bench_.sink.add(diag::Kind::list_as_value, view.span(),
                    "`" + std::string(view.text()) + "` is a list, not one value",
                    "ask about its elements, such as `some x in " + std::string(view.text()) + " has …`");
    return std::nullopt;
  }
  append(ExprOp::fact, fact.info.type, view.span()).fact = id;
  return newest({AmountKey::Kind::fact, id.index});
}

std::optional<Typed> Expressions::enum_value(syntax::ExprView view, ir::Type const& type) {
  auto const ordinal = read_ordinal(bench_, type.enumeration, view);
  if (!ordinal) {
    return std::nullopt;
  }
  append(ExprOp::constant, type, view.span()).number = base::Decimal::of(*ordinal);
  return newest({AmountKey::Kind::written, *ordinal});
}

std::optional<Typed> Expressions::named_value(syntax::ExprView view, std::uint32_t entry) {
  std::uint32_t const index = value_index(entry);
  if (value_kind(entry) == ValueKind::definition) {
    if (bench_.values.is_broken(view.text())) {
      return std::nullopt;
    }
    append(ExprOp::definition, bench_.program.definitions[index].type, view.span()).definition =
        ir::DefinitionId(index);
    return newest();
  }
  if (value_kind(entry) == ValueKind::parameter) {
    return parameter(view, index);
  }
  if (value_kind(entry) == ValueKind::decision && bench_.program.decisions[index].of_figure) {
    return figure(view, ir::DecisionId(index));
  }
  std::string const name(view.text());
  if (value_kind(entry) == ValueKind::element_field) {
    DefinedField const& field = bench_.defined_fields[index];
    bench_.sink.add(diag::Kind::type_mismatch, view.span(),
                    "`" + name + "` is defined of each element of a list, not one value",
                    "read it where a variable stands at an element: `some " +
                        std::string(field.view.variable().text()) + " in " + std::string(field.view.list().text()) +
                        " has " + std::string(field.view.variable().text()) + "." + name + "`");
    return std::nullopt;
  }
  bool const table = value_kind(entry) == ValueKind::table;
  bench_.sink.add(diag::Kind::type_mismatch, view.span(),
                  "`" + name + (table ? "` is a table" : "` is a decision") + ", not one value",
                  table ? "look a key up in it: `" + name + "(…)`"
                        : "ask what it may be: `" + name + " may be …` or `" + name + " is …`");
  return std::nullopt;
}

std::optional<Typed> Expressions::parameter(syntax::ExprView view, std::uint32_t index) {
  if (bench_.values.is_broken(view.text())) {
    return std::nullopt;
  }
  append(ExprOp::parameter, bench_.program.parameters[index].type, view.span()).index = index;
  return newest();
}

std::optional<Typed> Expressions::figure(syntax::ExprView view, ir::DecisionId decision) {
  ir::Type const type = ir::figure_type(bench_.program, bench_.program.decisions[decision.index]);
  append(ExprOp::figure, type, view.span()).decision = decision;
  return newest();
}

namespace {

// Functions that people know from elsewhere, as the language says them.
std::string_view said_otherwise(std::string_view function) {
  if (function == "min" || function == "max") {
    return function == "min" ? "write `the lesser of a and b`; of a list's elements, `the least x.… for x in …`"
                             : "write `the greater of a and b`; of a list's elements, `the greatest x.… for x in …`";
  }
  if (function == "count") {
    return "count conditions with `count of (a, b)`, and elements of a list with `count x in …`";
  }
  return function == "sum" ? "write `a + b`; of a list's elements, `total x.… for x in …`" : std::string_view{};
}

}  // namespace

std::optional<Typed> Expressions::call(syntax::CallView view) {
  if (view.callee().text().find('.') != std::string_view::npos) {
    return function_call(view);
  }
  std::string_view const known_as = said_otherwise(view.callee().text());
  if (!known_as.empty() && !bench_.values.find(view.callee().text())) {
    bench_.sink.add(diag::Kind::unknown_name, view.callee().span(),
                    "nothing is called `" + std::string(view.callee().text()) + "`", std::string(known_as));
    return std::nullopt;
  }
  auto const entry = bench_.values.resolve(view.callee().text(), view.callee().span(), bench_.sink);
  if (!entry) {
    return std::nullopt;
  }
  std::string const name(view.callee().text());
  if (cases_ != nullptr && value_kind(*entry) == ValueKind::decision) {
    return answer_call(view);
  }
  if (value_kind(*entry) != ValueKind::table) {
    bench_.sink.add(diag::Kind::type_mismatch, view.callee().span(), "`" + name + "` is not a table",
                    "write it without `( )`");
    return std::nullopt;
  }
  std::size_t const arguments = view.children().size() - 1;
  if (bench_.values.is_broken(name)) {
    return std::nullopt;
  }
  return table_call(view, value_index(*entry), arguments);
}

// An argument for each key. What an amount is an amount of, its key of that enumeration says.
std::optional<Typed> Expressions::table_call(syntax::CallView view, std::uint32_t index, std::size_t arguments) {
  ir::Table const& table = bench_.program.tables[index];
  std::size_t const wanted = std::max<std::size_t>(1, table.inputs.size());
  if (arguments != wanted) {
    bench_.sink.add(diag::Kind::type_mismatch, view.span(),
                    "the table `" + table.name + "` has " +
                        (wanted == 1 ? "one key" : std::to_string(wanted) + " keys") + ", and here stand " +
                        std::to_string(arguments),
                    wanted == 1 ? "give it one" : "give it one value for each");
    return std::nullopt;
  }
  ir::Type const lone{TypeKind::enumeration, {}, table.key, {}};
  std::vector<ir::Type> types{lone};
  if (!table.inputs.empty()) {
    types.clear();
    for (ir::TableInput const& input : table.inputs) {
      types.push_back(input.type);
    }
  }
  ir::Type const result = table.result;
  ir::Expr expr;
  AmountKey key_of_amount;
  for (std::size_t i = 0; i < wanted; ++i) {
    auto const key = of_type(syntax::operand(view, static_cast<std::uint32_t>(i + 1)), types[i]);
    if (!key) {
      return std::nullopt;
    }
    bool const is_lone = wanted == 1;
    bool const says_of_what = key_of_amount == AmountKey{} && types[i].kind == TypeKind::enumeration &&
                              (is_lone || types[i].enumeration == result.enumeration);
    key_of_amount = says_of_what ? key->key : key_of_amount;
    expr.children.push_back(key->expr);
  }
  expr.op = ExprOp::table;
  expr.type = result;
  expr.span = view.span();
  expr.more = ir::ExprMore{.table = ir::TableId(index)};
  Typed typed = add(std::move(expr));
  typed.key = key_of_amount;
  return typed;
}

}  // namespace hjemmel::check
