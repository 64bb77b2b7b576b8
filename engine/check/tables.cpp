// Tables, definitions and assessments.
#include <algorithm>

#include "engine/check/expressions.h"

namespace hjemmel::check {
namespace {

using ir::TypeKind;
using syntax::NodeKind;

class TableBuilder {
 public:
  explicit TableBuilder(Workbench& bench) : bench_(bench) {}

  // Name, key and result; a table with a faulty head keeps its place, without a key.
  void declare(syntax::TableView view) {
    table_.name = std::string(view.name().text());
    table_.span = view.name().span();
    auto const key = read_type(bench_, view.parameter().type());
    auto const result = result_type(view, key);
    if (key && result && is_good_key(view, *key)) {
      table_.key = key->enumeration;
      table_.result = *result;
    } else {
      bench_.values.declare_broken(table_.name);
    }
    bench_.program.tables.push_back(std::move(table_));
  }

  void fill(syntax::TableView view, std::size_t index) {
    refuse_repeats(bench_, view, {NodeKind::table_otherwise, NodeKind::table_undetermined});
    table_ = bench_.program.tables[index];
    if (!table_.key.has_value()) {
      return;
    }
    table_.citations = read_citations(bench_, view);
    for (syntax::TableRowView const row : view.rows()) {
      add_row(row);
    }
    add_otherwise(view);
    require_cover(view);
    bench_.program.tables[index] = std::move(table_);
  }

 private:
  // `amount of substance` names the key's parameter; `amount of Substance` its type: both mean the key.
  std::optional<ir::Type> result_type(syntax::TableView view, std::optional<ir::Type> const& key) {
    syntax::TypeView const type = view.result();
    bool const names_key =
        type.kind() == NodeKind::type_amount_of && type.argument().text() == view.parameter().name().text();
    if (names_key) {
      return key ? std::optional(ir::Type{TypeKind::amount, {}, key->enumeration, {}}) : std::nullopt;
    }
    return read_type(bench_, type);
  }

  bool is_good_key(syntax::TableView view, ir::Type const& key) {
    if (key.kind != TypeKind::enumeration) {
      bench_.sink.add(diag::Kind::bad_table_row, view.parameter().type().span(),
                      "the key of a table is a value of an enumeration, and this is " + type_name(bench_, key),
                      "declare the possible keys with `enum`");
    }
    return key.kind == TypeKind::enumeration;
  }

  void add_row(syntax::TableRowView row) {
    auto const ordinal = read_ordinal(bench_, table_.key, row.key());
    auto const value = row_value(row, ordinal);
    if (!ordinal || !value) {
      table_has_fault_ = true;
      return;
    }
    auto const first =
        std::find_if(table_.rows.begin(), table_.rows.end(), [&](auto const& r) { return r.key == *ordinal; });
    if (first != table_.rows.end()) {
      bench_.sink.add(diag::Kind::bad_table_row, row.key().span(),
                      "the table has a second row for `" + std::string(row.key().text()) + "`", "keep one of the two");
      return;
    }
    table_.rows.push_back({*ordinal, *value, read_citations(bench_, row)});
  }

  std::optional<ir::ExprId> row_value(syntax::TableRowView row, std::optional<std::uint32_t> ordinal) {
    if (table_.result.kind != TypeKind::amount) {
      auto const typed = Expressions(bench_).of_type(row.value(), table_.result);
      return typed ? std::optional(typed->expr) : std::nullopt;
    }
    auto const typed = Expressions(bench_).check(row.value());
    if (!typed || !ordinal) {
      return std::nullopt;
    }
    ir::EnumValue const& key = bench_.program.enums[table_.key.index].values[*ordinal];
    if (!key.dimension) {
      bench_.sink.add(diag::Kind::unit_missing, row.key().span(),
                      "`" + key.name + "` is not measured in one unit, so it cannot have an amount here",
                      "leave it to `otherwise undetermined`, or declare its unit: `" + key.name + " in g`");
      return std::nullopt;
    }
    if (typed->type != ir::Type{TypeKind::quantity, *key.dimension, {}, {}}) {
      bench_.sink.add(diag::Kind::unit_of_another_dimension, row.value().span(),
                      "this is " + type_name(bench_, typed->type) + ", and `" + key.name + "` is measured as " +
                          type_name(bench_, {TypeKind::quantity, *key.dimension, {}, {}}),
                      "write the amount with a unit of that kind");
      return std::nullopt;
    }
    return typed->expr;
  }

  void add_otherwise(syntax::TableView view) {
    if (view.undetermined()) {
      table_.undetermined =
          ir::OpenLaw{view.undetermined().reason().value(), read_citations(bench_, view.undetermined())};
    }
    if (!view.otherwise()) {
      return;
    }
    if (table_.result.kind == TypeKind::amount) {
      bench_.sink.add(diag::Kind::bad_table_row, view.otherwise().span(),
                      "one amount cannot stand for keys that are measured in different units",
                      "give each key its row, or write `otherwise undetermined \"…\"`");
      return;
    }
    if (auto const value = Expressions(bench_).of_type(view.otherwise().value(), table_.result)) {
      table_.otherwise = value->expr;
    }
  }

  void require_cover(syntax::TableView view) {
    if (table_has_fault_ || view.undetermined() || view.otherwise()) {
      return;
    }
    std::string lacking;
    auto const& values = bench_.program.enums[table_.key.index].values;
    for (std::uint32_t i = 0; i < values.size(); ++i) {
      bool const has =
          std::any_of(table_.rows.begin(), table_.rows.end(), [&](ir::TableRow const& row) { return row.key == i; });
      lacking += has ? "" : (lacking.empty() ? "`" : ", `") + values[i].name + "`";
    }
    if (!lacking.empty()) {
      bench_.sink.add(diag::Kind::table_gap, view.name().span(), "the table has no row for " + lacking,
                      "add the rows, or `otherwise undetermined \"why\"` where the law is silent");
    }
  }

  Workbench& bench_;
  ir::Table table_;
  bool table_has_fault_ = false;
};

}  // namespace

void declare_tables(Workbench& bench) {
  bench.each<syntax::TableView>(NodeKind::table_declaration,
                                [&](syntax::TableView view) { TableBuilder(bench).declare(view); });
}

void fill_tables(Workbench& bench) {
  std::size_t index = 0;
  bench.each<syntax::TableView>(NodeKind::table_declaration,
                                [&](syntax::TableView view) { TableBuilder(bench).fill(view, index++); });
}

void declare_definitions(Workbench& bench) {
  bench.each<syntax::DefineView>(NodeKind::define_declaration, [&](syntax::DefineView view) {
    ir::Definition definition;
    definition.name = std::string(view.name().text());
    definition.span = view.name().span();
    definition.citations = read_citations(bench, view);
    if (auto const type = read_type(bench, view.type())) {
      definition.type = *type;
    } else {
      bench.values.declare_broken(definition.name);
    }
    bench.program.definitions.push_back(std::move(definition));
  });
}

void fill_definitions(Workbench& bench) {
  std::size_t index = 0;
  bench.each<syntax::DefineView>(NodeKind::define_declaration, [&](syntax::DefineView view) {
    ir::Definition& definition = bench.program.definitions[index++];
    ir::Type const type = definition.type;
    bool const has_type = !bench.values.is_broken(definition.name);
    auto const body = has_type ? Expressions(bench).of_type(view.body(), type) : std::nullopt;
    if (body) {
      definition.body = body->expr;
    }
  });
}

void build_assessments(Workbench& bench) {
  std::vector<std::pair<ir::FactId, source::Span>> seen;
  bench.each<syntax::AssessmentView>(NodeKind::assessment_declaration, [&](syntax::AssessmentView view) {
    refuse_repeats(bench, view, {NodeKind::authorities, NodeKind::weighing, NodeKind::weighing_among_others});
    auto const fact = find_fact(bench, view.path().text());
    if (!fact) {
      bench.sink.add(diag::Kind::unknown_name, view.path().span(),
                     "the facts have no `" + std::string(view.path().text()) + "`",
                     did_you_mean(view.path().text(), bench.fact_paths));
      return;
    }
    if (!bench.program.facts[fact->index].assessment) {
      bench.sink.add(
          diag::Kind::not_an_assessment, view.path().span(),
          "the fact schema does not say that `" + std::string(view.path().text()) + "` is judged by somebody",
          "mark it with `x-assessment` in the schema, or take this declaration away");
      return;
    }
    for (auto const& [other, span] : seen) {
      if (other == *fact) {
        bench.sink.add({diag::Kind::duplicate_name,
                        view.path().span(),
                        "the assessment `" + std::string(view.path().text()) + "` is declared twice",
                        "keep one of them",
                        {{span, "the first one is here"}}});
        return;
      }
    }
    seen.emplace_back(*fact, view.path().span());
    ir::Assessment assessment;
    assessment.fact = *fact;
    assessment.span = view.path().span();
    if (view.authorities()) {
      assessment.by = read_names(view.authorities());
    } else {
      bench.sink.add(diag::Kind::missing_clause, view.path().span(), "it is not said who makes this assessment",
                     "add `by` and who judges, such as `by prosecutor, court`");
    }
    if (view.weighing()) {
      assessment.factors = read_names(view.weighing());
      assessment.open_ended = view.weighing().kind() == NodeKind::weighing_among_others;
    }
    assessment.citations = read_citations(bench, view);
    bench.program.assessments.push_back(std::move(assessment));
  });
}

}  // namespace hjemmel::check
