// Defined fields: `define of_age of c in return.children: bool = …`, read as `c.of_age` wherever `c` stands at an element.
//
// A reading is the definition's expression in its place, with its one variable at the reader's element: what follows sees nothing
// new. Each definition is checked once by itself, so that its faults are told once and at home; then every reading is checked
// again for its own place. The citations of a definition join those of whoever reads it. Circles are found on the way; two caps
// bound what the readings together may grow to. Tested in tests/golden/check, topic element_fields, and tests/golden/decide.
#include <algorithm>
#include <set>
#include <utility>

#include "engine/check/expressions.h"

namespace hjemmel::check {

using syntax::NodeKind;

namespace {

constexpr std::uint32_t kLevelsOfReading = 9;  // a reading goes as deep as so many levels of an expression

std::string element_path(DefinedField const& field) {
  return std::string(field.view.variable().text()) + "." + field.name;
}

bool declare_list(Workbench& bench, DefinedField& field) {
  syntax::DefineView const view = field.view;
  auto const list = Expressions(bench).list_of_elements(view.variable(), view.list());
  if (!list) {
    return false;
  }
  field.list = *list;
  ir::Record const& record = bench.program.records[bench.program.facts[list->index].info.type.record.index];
  bool const taken = std::any_of(record.fields.begin(), record.fields.end(),
                                 [&](ir::Field const& other) { return other.info.name == field.name; });
  if (taken) {
    bench.sink.add(diag::Kind::duplicate_name, view.name().span(),
                   "the elements of `" + record.name + "` already have a fact `" + field.name + "`",
                   "give what is defined another name");
  }
  return !taken;
}

bool declare_type(Workbench& bench, DefinedField& field) {
  if (!field.view.type()) {
    bench.sink.add(diag::Kind::missing_clause, field.view.name().span(),
                   "it is not said what kind of value `" + field.name + "` is",
                   "write the type behind the list, such as `in " + std::string(field.view.list().text()) + ": bool`");
    return false;
  }
  auto const type = read_type(bench, field.view.type());
  field.type = type.value_or(ir::Type{});
  return type.has_value();
}

void refuse_period(Workbench& bench, syntax::DefineView view) {
  if (syntax::in_force_of(view)) {
    bench.sink.add(diag::Kind::not_supported_yet, syntax::in_force_of(view).span(),
                   "what is defined of each element has no period",
                   "let it read a definition, a table or a parameter that has one");
  }
}

// Who may read a defined field, with the citations that its readings add to.
struct Reader {
  std::vector<ir::ExprId> roots;
  ir::Citations* citations;
};

std::vector<Reader> readers_in(ir::Program& program) {
  std::vector<Reader> readers;
  for (ir::Table& table : program.tables) {
    for (ir::TableRow& row : table.rows) {
      readers.push_back({{row.value}, &row.citations});
    }
    readers.push_back({{table.otherwise}, &table.citations});
  }
  for (ir::Definition& definition : program.definitions) {
    readers.push_back({{definition.body}, &definition.citations});
  }
  for (ir::Presumption& presumption : program.presumptions) {
    readers.push_back({{presumption.when}, &presumption.citations});
  }
  for (ir::Decision& decision : program.decisions) {
    readers.push_back({{decision.when}, &decision.citations});
  }
  for (ir::Rule& rule : program.rules) {
    std::vector<ir::ExprId> roots{rule.when, rule.unless};
    std::transform(rule.grounds.begin(), rule.grounds.end(), std::back_inserter(roots),
                   [](ir::Ground const& ground) { return ground.condition; });
    readers.push_back({std::move(roots), &rule.citations});
  }
  for (ir::Service& service : program.services) {
    for (ir::Criterion& criterion : service.criteria) {
      readers.push_back({{criterion.condition}, &criterion.citations});
    }
  }
  return readers;
}

bool same(ir::Citation const& left, ir::Citation const& right) {
  return left.source == right.source && left.place == right.place && left.catalogue == right.catalogue;
}

void add_citations(ir::Citations const& more, ir::Citations& citations) {
  for (ir::Citation const& one : more) {
    bool const there =
        std::any_of(citations.begin(), citations.end(), [&](ir::Citation const& other) { return same(one, other); });
    if (!there) {
      citations.edit([&](std::vector<ir::Citation>& all) { all.push_back(one); });
    }
  }
}

}  // namespace

std::optional<ir::FactId> Expressions::list_of_elements(syntax::NameView variable, syntax::NameView path) {
  auto const list = list_fact(path);
  if (!list || !bind(variable, *list, UINT32_MAX)) {
    return std::nullopt;
  }
  scope_.pop_back();
  return list;
}

std::optional<std::uint32_t> Expressions::defined_field(ir::FactId list, std::string_view name) const {
  auto const at = std::find_if(bench_.defined_fields.begin(), bench_.defined_fields.end(),
                               [&](DefinedField const& f) { return f.list == list && f.name == name; });
  return at == bench_.defined_fields.end()
             ? std::nullopt
             : std::optional(static_cast<std::uint32_t>(std::distance(bench_.defined_fields.begin(), at)));
}

// The definition's expression with its variable at the element of `variable`.
std::optional<Typed> Expressions::body_of_field(DefinedField const& field, Variable variable) {
  variable.name = std::string(field.view.variable().text());
  std::vector<Variable> outer = std::exchange(scope_, {std::move(variable)});
  auto const outer_suspension = std::exchange(suspension_, std::nullopt);
  CaseScope* const outer_cases = std::exchange(cases_, nullptr);
  levels_ += kLevelsOfReading;
  auto typed = of_type(field.view.body(), field.type);
  levels_ -= kLevelsOfReading;
  scope_ = std::move(outer);
  suspension_ = outer_suspension;
  cases_ = outer_cases;
  return typed;
}

// Checked by itself, once. False: it has a fault, which is told.
bool Expressions::check_field(std::uint32_t index) {
  DefinedField& field = bench_.defined_fields[index];
  if (field.state == FieldState::untouched) {
    field.state = FieldState::open;
    bench_.open_fields.push_back(index);
    bool const good =
        body_of_field(field, {field.name, false, bench_.program.variable_count++, field.list, UINT32_MAX, {}, {}})
            .has_value();
    bench_.open_fields.pop_back();
    field.state = good && field.state == FieldState::open ? FieldState::good : FieldState::faulty;
  } else if (field.state == FieldState::open) {
    report_circle_of_fields(index);
  }
  return field.state == FieldState::good;
}

void Expressions::report_circle_of_fields(std::uint32_t back_to) {
  std::string circle;
  bool inside = false;
  for (std::uint32_t const open : bench_.open_fields) {
    inside = inside || open == back_to;
    circle += inside ? "`" + element_path(bench_.defined_fields[open]) + "` reads " : "";
  }
  std::string const name = element_path(bench_.defined_fields[back_to]);
  bench_.sink.add(diag::Kind::cyclic_definition, bench_.defined_fields[back_to].view.name().span(),
                  "`" + name + "` rests on itself: " + circle + "`" + name + "`",
                  "nothing may be defined by itself: take one of these readings away");
}

std::optional<Typed> Expressions::read_field(syntax::ExprView view, Variable const& variable, std::uint32_t index) {
  Variable const element = variable;  // the scope that holds it is another inside
  if (element.is_group) {
    bench_.sink.add(diag::Kind::amount_in_group, view.span(),
                    "`" + element.name + "` is a group here, and its members may differ in `" +
                        bench_.defined_fields[index].name + "`",
                    "choose the members with `where`, or say what of the group is meant, such as `total " +
                        std::string(view.text()) + "`");
    return std::nullopt;
  }
  if (!check_field(index)) {
    return std::nullopt;
  }
  auto typed = copied(view, [&] { return body_of_field(bench_.defined_fields[index], element); });
  if (typed) {
    bench_.program.exprs[typed->expr.index].span = view.span();  // a trace tells it by its name
    bench_.field_readings.emplace(typed->expr.index, index);
  }
  return typed;
}

// An expression that stands in the rules once and is checked for each of its places; refused where copies of copies grow
// past all bounds.
std::optional<Typed> Expressions::copied(syntax::View at, std::function<std::optional<Typed>()> const& make) {
  std::size_t const before = bench_.program.exprs.size();
  bool const outermost = bench_.copies_begin == SIZE_MAX;
  if (outermost) {
    bench_.copies_begin = before;
  }
  std::optional<Typed> made;
  if (bench_.copied + (before - bench_.copies_begin) <= kMostCopied) {
    made = make();
  } else if (!bench_.copies_refused) {
    bench_.copies_refused = true;
    bench_.sink.add(diag::Kind::nested_too_deeply, at.span(),
                    "what is defined once and read in many places grows past " + std::to_string(kMostCopied) +
                        " steps when it is written out",
                    "let fewer of these definitions read each other several times");
  }
  if (outermost) {
    bench_.copied += bench_.program.exprs.size() - before;
    bench_.copies_begin = SIZE_MAX;
  }
  return made;
}

void declare_fields(Workbench& bench) {
  bench.each<syntax::DefineView>(NodeKind::define_declaration, [&](syntax::DefineView view) {
    if (!view.field_of()) {
      return;
    }
    DefinedField field{std::string(view.name().text()), {}, {}, view, read_citations(bench, view), {}};
    refuse_period(bench, view);
    bool const has_list = declare_list(bench, field);
    bool const has_type = declare_type(bench, field);
    field.state = has_list && has_type ? FieldState::untouched : FieldState::faulty;
    if (field.state == FieldState::faulty) {
      bench.values.declare_broken(field.name);
    }
    bench.defined_fields.push_back(std::move(field));
  });
}

void fill_fields(Workbench& bench) {
  for (std::uint32_t index = 0; index < bench.defined_fields.size(); ++index) {
    static_cast<void>(Expressions(bench).check_field(index));
  }
}

void cite_fields(Workbench& bench) {
  if (bench.field_readings.empty()) {
    return;
  }
  for (Reader& reader : readers_in(bench.program)) {
    std::vector<ir::ExprId> open = std::move(reader.roots);
    std::set<std::uint32_t> met;
    while (!open.empty()) {
      ir::ExprId const id = open.back();
      open.pop_back();
      if (!id.has_value() || !met.insert(id.index).second) {
        continue;
      }
      auto const [begin, end] = bench.field_readings.equal_range(id.index);
      for (auto at = begin; at != end; ++at) {
        add_citations(bench.defined_fields[at->second].citations, *reader.citations);
      }
      auto const& children = bench.program.exprs[id.index].children;
      open.insert(open.end(), std::make_reverse_iterator(children.end()), std::make_reverse_iterator(children.begin()));
    }
  }
}

}  // namespace hjemmel::check
