// Everything that is asked must have code: a row is written by columns as a whole.
#include "engine/api/column_question.h"

#include <numeric>

#include "engine/api/question.h"
#include "engine/columns/build.h"

namespace hjemmel::api {

std::optional<ColumnsOfQuestion> columns_of(Package const& package, BatchQuestion const& question) {
  eval::Plan const& plan = package.loaded().plan;
  bool const told = question.write == BatchWrite::table && question.decide.readings.empty() && plan.duties.empty();
  if (!told) {
    return std::nullopt;
  }
  ColumnsOfQuestion asked;
  asked.kernel = columns::build(plan);
  std::vector<std::uint32_t> decisions;
  std::vector<std::uint32_t> services;
  if (question.services) {
    services.resize(plan.services.size());
    std::iota(services.begin(), services.end(), 0U);
  } else {
    decisions = find_decisions(package.loaded().program, question.decide.decision, false);
  }
  asked.schedule = columns::schedule(asked.kernel, decisions, services);
  bool const all = question.services ? asked.schedule.services.size() == services.size() &&
                                           asked.schedule.decisions.size() == services.size()
                                     : asked.schedule.decisions.size() == decisions.size();
  return all && decisions.size() + services.size() > 0 ? std::optional(std::move(asked)) : std::nullopt;
}

}  // namespace hjemmel::api
