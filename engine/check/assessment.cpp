// Assessments: who judges a fact and who may not, and what is weighed.
#include <algorithm>

#include "engine/check/workbench.h"

namespace hjemmel::check {

using syntax::NodeKind;

namespace {

// `not by` and `most weight on`: the one takes nobody away who judges, the other names factors that are weighed.
void read_limits(Workbench& bench, syntax::AssessmentView view, ir::Assessment& assessment) {
  auto const has = [](std::vector<std::string> const& names, std::string const& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  if (view.not_by()) {
    assessment.not_by = read_names(view.not_by());
  }
  for (std::string const& name : assessment.not_by) {
    if (has(assessment.by, name)) {
      bench.sink.add(diag::Kind::bad_assessment, view.not_by().span(), "`" + name + "` both judges this and does not",
                     "take the name out of `by` or out of `not by`");
    }
  }
  if (view.most_weight()) {
    assessment.most_weight = read_names(view.most_weight());
  }
  for (std::string const& name : assessment.most_weight) {
    if (!has(assessment.factors, name) && !assessment.open_ended) {
      bench.sink.add(diag::Kind::bad_assessment, view.most_weight().span(),
                     "`" + name + "` is given most weight and is not weighed", "name it after `weighing` too");
    }
  }
}

// What the declaration names and the schema, which names some, does not: a slip of the pen, or a schema that lags behind.
void compare_names(Workbench& bench, syntax::View written, std::vector<std::string> const& of_schema,
                   std::string_view what, std::string const& fact) {
  if (!written || of_schema.empty()) {
    return;
  }
  for (syntax::NodeRef const node : written.children(NodeKind::name)) {
    syntax::NameView const name{written.tree, node};
    if (std::find(of_schema.begin(), of_schema.end(), name.text()) != of_schema.end()) {
      continue;
    }
    std::string const near = did_you_mean(name.text(), of_schema);
    bench.sink.add(diag::Kind::assessment_differs_from_schema, name.span(),
                   "the fact schema does not have `" + std::string(name.text()) + "` among " + std::string(what) +
                       " `" + fact + "`",
                   near.empty() ? "add it to `x-assessment` there, or take it away here" : near);
  }
}

// A fact, or a field of a list, of which each element is judged.
using Judged = std::pair<ir::FactId, std::uint32_t>;

std::optional<Judged> find_judged(Workbench const& bench, std::string_view path) {
  if (auto const fact = find_fact(bench, path)) {
    return Judged{*fact, UINT32_MAX};
  }
  std::size_t const point = path.rfind('.');
  auto const list = point == std::string_view::npos ? std::nullopt : find_fact(bench, path.substr(0, point));
  if (!list || bench.program.facts[list->index].info.type.kind != ir::TypeKind::list) {
    return std::nullopt;
  }
  auto const& fields = bench.program.records[bench.program.facts[list->index].info.type.record.index].fields;
  auto const at = std::find_if(fields.begin(), fields.end(),
                               [&](ir::Field const& field) { return field.info.name == path.substr(point + 1); });
  return at == fields.end() ? std::nullopt
                            : std::optional(Judged{*list, static_cast<std::uint32_t>(at - fields.begin())});
}

bool is_marked(Workbench const& bench, Judged const& judged) {
  ir::Fact const& fact = bench.program.facts[judged.first.index];
  return judged.second == UINT32_MAX
             ? fact.assessment
             : bench.program.records[fact.info.type.record.index].fields[judged.second].assessment;
}

void compare_with_schema(Workbench& bench, syntax::AssessmentView view, Judged const& judged) {
  ir::Fact const& fact = bench.program.facts[judged.first.index];
  std::string const path(view.path().text());
  if (judged.second == UINT32_MAX) {
    compare_names(bench, view.authorities(), fact.judged_by, "those who judge", path);
    compare_names(bench, view.weighing(), fact.factors, "what is weighed for", path);
    return;
  }
  ir::Field const& field = bench.program.records[fact.info.type.record.index].fields[judged.second];
  compare_names(bench, view.authorities(), field.judged_by, "those who judge", path);
  compare_names(bench, view.weighing(), field.factors, "what is weighed for", path);
}

}  // namespace

void build_assessments(Workbench& bench) {
  std::vector<std::pair<Judged, source::Span>> seen;
  bench.each<syntax::AssessmentView>(NodeKind::assessment_declaration, [&](syntax::AssessmentView view) {
    refuse_repeats(bench, view,
                   {NodeKind::authorities, NodeKind::not_by, NodeKind::weighing, NodeKind::weighing_among_others,
                    NodeKind::most_weight});
    auto const judged = find_judged(bench, view.path().text());
    if (!judged) {
      bench.sink.add(diag::Kind::unknown_name, view.path().span(),
                     "the facts have no `" + std::string(view.path().text()) + "`",
                     did_you_mean(view.path().text(), bench.fact_paths));
      return;
    }
    if (!is_marked(bench, *judged)) {
      bench.sink.add(
          diag::Kind::not_an_assessment, view.path().span(),
          "the fact schema does not say that `" + std::string(view.path().text()) + "` is judged by somebody",
          "mark it with `x-assessment` in the schema, or take this declaration away");
      return;
    }
    for (auto const& [other, span] : seen) {
      if (other == *judged) {
        bench.sink.add({diag::Kind::duplicate_name,
                        view.path().span(),
                        "the assessment `" + std::string(view.path().text()) + "` is declared twice",
                        "keep one of them",
                        {{span, "the first one is here"}}});
        return;
      }
    }
    seen.emplace_back(*judged, view.path().span());
    ir::Assessment assessment;
    assessment.fact = judged->first;
    assessment.field = judged->second;
    assessment.span = view.path().span();
    if (view.authorities()) {
      assessment.by = read_names(view.authorities());
    } else if (!view.not_by()) {
      bench.sink.add(diag::Kind::missing_clause, view.path().span(), "it is not said who makes this assessment",
                     "add `by` and who judges, such as `by prosecutor, court`");
    }
    if (view.weighing()) {
      assessment.factors = read_names(view.weighing());
      assessment.open_ended = view.weighing().kind() == NodeKind::weighing_among_others;
    }
    read_limits(bench, view, assessment);
    compare_with_schema(bench, view, *judged);
    assessment.citations = read_citations(bench, view);
    bench.program.assessments.push_back(std::move(assessment));
  });
}

}  // namespace hjemmel::check
