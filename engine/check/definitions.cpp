// Definitions and assessments: their names and types first, what they say once everything has a name.
#include "engine/check/expressions.h"

namespace hjemmel::check {

using syntax::NodeKind;

void declare_definitions(Workbench& bench) {
  bench.each<syntax::DefineView>(NodeKind::define_declaration, [&](syntax::DefineView view) {
    ir::Definition definition;
    definition.name = std::string(view.name().text());
    definition.span = view.name().span();
    definition.citations = read_citations(bench, view);
    if (!view.type()) {
      // filled below: a record
    } else if (auto const type = read_type(bench, view.type())) {
      definition.type = *type;
    } else {
      bench.values.declare_broken(definition.name);
    }
    bench.program.definitions.push_back(std::move(definition));
  });
  declare_readings(bench);
  std::size_t index = 0;
  bench.each<syntax::DefineView>(NodeKind::define_declaration, [&](syntax::DefineView view) {
    if (!view.type()) {
      declare_record(bench, view, index);
    }
    ++index;
  });
}

void fill_definitions(Workbench& bench) {
  std::size_t index = 0;
  bench.each<syntax::DefineView>(NodeKind::define_declaration, [&](syntax::DefineView view) {
    ir::Definition& definition = bench.program.definitions[index++];
    if (!view.type()) {
      fill_record(bench, view);
      return;
    }
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
