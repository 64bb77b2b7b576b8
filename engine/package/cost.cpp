// The dearest declaration, and the lists that make it dear, in words.
#include "engine/package/cost.h"

#include "engine/base/thousands.h"

namespace hjemmel::package {
namespace {

using lower::CostOf;
using lower::Steps;

struct Declared {
  std::string_view what;
  std::string name;
  source::Span span;
};

Declared declared(ir::Program const& program, lower::CostItem const& item) {
  switch (item.kind) {
    case CostOf::decision:
      return {"decision", program.decisions[item.index].name, program.decisions[item.index].span};
    case CostOf::rule:
      return {"rule", program.rules[item.index].name, program.rules[item.index].span};
    case CostOf::definition:
      return {"definition", program.definitions[item.index].name, program.definitions[item.index].span};
    case CostOf::service:
      return {"service", program.services[item.index].name, program.services[item.index].span};
    case CostOf::presumption:
      break;
  }
  ir::Presumption const& presumption = program.presumptions[item.index];
  return {"presumption of", program.facts[presumption.fact.index].info.name, presumption.span};
}

std::string in_words(Steps steps) {
  return steps == lower::kEndless ? "more steps than can be counted" : base::in_thousands(steps) + " steps";
}

std::string run_in_words(eval::Plan const& plan, lower::ListRun run) {
  eval::FactPlan const& list = plan.facts[run.fact];
  return "`" + list.name + "`" + (run.grouped ? " in groups" : "") + " (up to " + base::in_thousands(list.max_items) +
         " elements)";
}

std::string lists_in_words(eval::Plan const& plan, std::vector<lower::ListRun> const& lists) {
  std::string words;
  for (lower::ListRun const run : lists) {
    words += (words.empty() ? ": it runs over " : ", for each of them over ") + run_in_words(plan, run);
  }
  return words;
}

}  // namespace

bool check_cost(ir::Program const& program, eval::Plan const& plan, lower::Cost const& cost, Steps limit,
                diag::Sink& sink) {
  if (cost.in_all <= limit) {
    return true;
  }
  Declared const dearest = declared(program, cost.dearest);
  diag::Diagnostic fault;
  fault.kind = diag::Kind::too_costly;
  fault.span = dearest.span;
  fault.message = "deciding one case may take " + in_words(cost.in_all) + ", and " + base::in_thousands(limit) +
                  " are allowed; the " + std::string(dearest.what) + " `" + dearest.name + "` takes " +
                  in_words(cost.dearest.steps) + lists_in_words(plan, cost.dearest.lists);
  fault.help = cost.dearest.lists.empty()
                   ? "make two packages of it, and let one use the other"
                   : "lower `maxItems` of these lists in the fact schema, or take what is the same for each element "
                     "out into a definition, which is computed once";
  sink.add(std::move(fault));
  return false;
}

}  // namespace hjemmel::package
