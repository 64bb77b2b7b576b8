// What is declared and never read: definitions, tables, parameters, readings, assessments, presumptions, conditions.
//
// A fact of the schema that nothing reads is no finding: a schema serves several packages, and amendments. An assessment or a
// presumption of a fact is the package's own, and speaks of nothing where no rule reads the fact.
#include <algorithm>

#include "engine/base/nearest_name.h"
#include "engine/lint/workbench.h"

namespace hjemmel::lint {
namespace {

using diag::Kind;
using ir::ExprOp;

// By index: what some expression reads.
struct Reads {
  std::set<std::uint32_t> definitions;
  std::set<std::uint32_t> tables;
  std::set<std::uint32_t> parameters;
  std::set<std::uint32_t> facts;
  std::set<std::pair<std::uint32_t, std::uint32_t>> fields;  // of a list
};

Reads reads_of(ir::Program const& program) {
  Reads reads;
  for (ir::Expr const& expr : program.exprs) {
    if (expr.op == ExprOp::definition) {
      reads.definitions.insert(expr.definition.index);
    } else if (expr.op == ExprOp::table) {
      reads.tables.insert(expr.more->table.index);
    } else if (expr.op == ExprOp::parameter) {
      reads.parameters.insert(expr.index);
    } else if (expr.op == ExprOp::fact) {
      reads.facts.insert(expr.fact.index);
    }
    if (expr.fact.has_value()) {
      reads.fields.emplace(expr.fact.index, expr.index);
      reads.fields.emplace(expr.fact.index, expr.more->order);
    }
  }
  for (ir::DefinitionId const id : {program.selecting, program.selecting_decided}) {
    if (id.has_value()) {
      reads.definitions.insert(id.index);
    }
  }
  for (ir::FactId const id : {program.as_of, program.decided_on}) {
    if (id.has_value()) {
      reads.facts.insert(id.index);
    }
  }
  return reads;
}

void report(Workbench& bench, source::Span span, std::string const& what, std::string const& help) {
  bench.sink.add(Kind::never_read, span, what, help);
}

bool is_offered(Workbench const& bench, std::string const& name) {
  auto const& offers = bench.subject.offers;
  return std::any_of(offers.begin(), offers.end(), [&](Named const& one) { return one.name == name; });
}

void judge_definitions(Workbench& bench, Reads const& reads) {
  ir::Program const& program = bench.program();
  bool const only_for_others = program.rules.empty() && program.services.empty() && program.duties.empty();
  for (std::uint32_t at = 0; at < program.definitions.size(); ++at) {
    ir::Definition const& one = program.definitions[at];
    bool const own = is_written(one.name) && bench.is_own(one.span) && !only_for_others;
    bool const parameter = std::any_of(program.parameters.begin(), program.parameters.end(),
                                       [&](auto const& other) { return other.name == one.name; });
    bool const reading = std::any_of(program.readings.begin(), program.readings.end(),
                                     [&](auto const& other) { return other.name == one.name; });
    if (own && !reads.definitions.contains(at) && !is_offered(bench, one.name)) {
      std::string const kind = parameter ? "the parameter" : reading ? "the reading" : "the definition";
      report(bench, one.span, "nothing in the package reads " + kind + " `" + one.name + "`",
             parameter || reading ? "read it where it is meant to count, or take it away"
                                  : "read it where it is meant to count, or take it away; where other packages are to "
                                    "read it, write `offers: [" +
                                        one.name + "]` in `package.yaml`");
    }
  }
}

void judge_tables_and_parameters(Workbench& bench, Reads const& reads) {
  ir::Program const& program = bench.program();
  std::string const help = "read it where it is meant to count, or take it away";
  for (std::uint32_t at = 0; at < program.tables.size(); ++at) {
    ir::Table const& one = program.tables[at];
    if (is_written(one.name) && bench.is_own(one.span) && !reads.tables.contains(at)) {
      report(bench, one.span, "nothing in the package reads the table `" + one.name + "`", help);
    }
  }
  for (std::uint32_t at = 0; at < program.parameters.size(); ++at) {
    ir::LawParameter const& one = program.parameters[at];
    if (is_written(one.name) && bench.is_own(one.span) && !reads.parameters.contains(at)) {
      report(bench, one.span, "nothing in the package reads the parameter `" + one.name + "`", help);
    }
  }
}

void judge_facts(Workbench& bench, Reads const& reads) {
  ir::Program const& program = bench.program();
  for (ir::Assessment const& one : program.assessments) {
    bool const of_field = one.field != UINT32_MAX;
    bool const read =
        of_field ? reads.fields.contains({one.fact.index, one.field}) : reads.facts.contains(one.fact.index);
    if (bench.is_own(one.span) && !read) {
      report(bench, one.span, "no rule reads what is judged here: " + bench.text(one.span),
             "read it where it is meant to count; what people are to judge is not replaced by a figure. Or take the "
             "assessment away");
    }
  }
  for (ir::Presumption const& one : program.presumptions) {
    if (bench.is_own(one.span) && !reads.facts.contains(one.fact.index)) {
      report(bench, one.span,
             "no rule reads `" + program.facts[one.fact.index].info.name + "`, of which this is presumed",
             "read it where it is meant to count, or take the presumption away");
    }
  }
}

void judge_conditions(Workbench& bench) {
  ir::Program const& program = bench.program();
  std::set<std::uint32_t> used;
  for (ir::Rule const& rule : program.rules) {
    for (ir::Qualifier const& one : rule.qualifiers) {
      if (one.condition) {
        used.insert(one.condition->condition.index);
      }
    }
    for (std::size_t at = 0; rule.choice && at < rule.choice->with.size(); ++at) {
      used.insert(rule.choice->with[at].condition.index);
    }
  }
  for (std::uint32_t at = 0; at < program.conditions.size(); ++at) {
    ir::Condition const& one = program.conditions[at];
    if (is_written(one.name) && bench.is_own(one.span) && !used.contains(at)) {
      report(bench, one.span, "no rule says that anything carries the condition `" + one.name + "`",
             "write `with " + one.name + "` behind the options that carry it, or take it away");
    }
  }
}

}  // namespace

void find_never_read(Workbench& bench) {
  Reads const reads = reads_of(bench.program());
  std::vector<std::string> names;
  for (ir::Definition const& one : bench.program().definitions) {
    if (is_written(one.name)) {
      names.push_back(one.name);
    }
  }
  for (Named const& offer : bench.subject.offers) {
    if (std::find(names.begin(), names.end(), offer.name) == names.end()) {
      std::string const nearest = base::nearest_name(offer.name, names);
      bench.sink.add(
          Kind::unknown_name, offer.span, "the package defines nothing called `" + offer.name + "`",
          nearest.empty() ? "`offers` lists definitions of this package" : "did you mean `" + nearest + "`?");
    }
  }
  judge_definitions(bench, reads);
  judge_tables_and_parameters(bench, reads);
  judge_facts(bench, reads);
  judge_conditions(bench);
}

}  // namespace hjemmel::lint
