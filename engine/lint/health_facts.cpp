// Facts about health that the rules of a penal package read: package.yaml says on what ground, fact by fact.
//
// A package is penal where a part of its name is `penal`.
#include <algorithm>
#include <map>

#include "engine/base/nearest_name.h"
#include "engine/lint/workbench.h"

namespace hjemmel::lint {
namespace {

using diag::Kind;

bool is_penal(std::string const& name) { return ("." + name + ".").find(".penal.") != std::string::npos; }

// Health facts and where they are read first; a field of a list by `list.field`.
std::map<std::string, source::Span> health_facts(Workbench const& bench) {
  ir::Program const& program = bench.program();
  std::map<std::string, source::Span> read;
  for (ir::Expr const& expr : program.exprs) {
    if (!expr.fact.has_value()) {
      continue;
    }
    ir::Fact const& fact = program.facts[expr.fact.index];
    bool const of_list = fact.info.type.kind == ir::TypeKind::list && expr.op == ir::ExprOp::field;
    std::string name = fact.info.name;
    bool about_health = fact.info.sensitivity == ir::Sensitivity::health;
    if (of_list && !about_health) {
      ir::FactInfo const& field = program.records[fact.info.type.record.index].fields[expr.index].info;
      about_health = field.sensitivity == ir::Sensitivity::health;
      name += "." + field.name;
    }
    if (about_health) {
      source::Span const span = bench.is_own(expr.span) ? expr.span : bench.subject.package_name;
      auto const [at, is_new] = read.try_emplace(name, span);
      at->second = std::min(at->second, span);
    }
  }
  return read;
}

void refuse_unknown(Workbench& bench) {
  std::vector<std::string> names;
  for (ir::Fact const& fact : bench.program().facts) {
    names.push_back(fact.info.name);
    if (fact.info.type.kind == ir::TypeKind::list) {
      for (ir::Field const& field : bench.program().records[fact.info.type.record.index].fields) {
        names.push_back(fact.info.name + "." + field.info.name);
      }
    }
  }
  for (Named const& one : bench.subject.health_grounds) {
    if (std::find(names.begin(), names.end(), one.name) == names.end()) {
      std::string const nearest = base::nearest_name(one.name, names);
      bench.sink.add(Kind::unknown_name, one.span, "there is no fact called `" + one.name + "`",
                     nearest.empty() ? "name it as the fact schema does" : "did you mean `" + nearest + "`?");
    }
  }
}

}  // namespace

void find_health_facts(Workbench& bench) {
  refuse_unknown(bench);
  if (!is_penal(bench.program().name)) {
    return;
  }
  std::vector<std::pair<source::Span, std::string>> bare;
  auto const& grounds = bench.subject.health_grounds;
  for (auto const& fact : health_facts(bench)) {
    if (std::none_of(grounds.begin(), grounds.end(), [&](Named const& one) { return one.name == fact.first; })) {
      bare.emplace_back(fact.second, fact.first);
    }
  }
  if (bare.empty()) {
    return;
  }
  std::sort(bare.begin(), bare.end());
  diag::Diagnostic finding{
      Kind::health_without_ground,
      bare.front().first,
      "penal rules read `" + bare.front().second +
          "`, which is about health, and the package does not say on what ground",
      "add to `package.yaml`, under `reads:` and `health:`, a line `" + bare.front().second +
          ": {ground: …, cites: […]}` that says why the rules need it and which entries of the law "
          "catalogue ask for it",
      {}};
  for (std::size_t at = 1; at < bare.size(); ++at) {
    finding.notes.push_back({bare[at].first, "`" + bare[at].second + "` is about health too, and has no ground"});
  }
  bench.sink.add(std::move(finding));
}

}  // namespace hjemmel::lint
