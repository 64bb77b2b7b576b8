// One case: facts text to outcomes, as data, as JSON and as text.
#include "engine/eval/decide.h"

#include <algorithm>

#include "engine/api/package_data.h"
#include "engine/api/question.h"
#include "engine/base/nearest_name.h"
#include "engine/document/read.h"
#include "engine/explain/json.h"
#include "engine/explain/text.h"
#include "engine/facts/read_case.h"
#include "engine/package/reading.h"

namespace hjemmel::api {
namespace {

// The decisions that were asked for; empty when there is none of that name.
// Those of used packages (`lar.decision`) stand beside the package's own where a trace is asked for.
std::vector<std::uint32_t> find_decisions(ir::Program const& program, std::optional<std::string> const& name,
                                          bool with_used) {
  std::vector<std::uint32_t> found;
  for (std::uint32_t at = 0; at < program.decisions.size(); ++at) {
    ir::Decision const& decision = program.decisions[at];
    bool const own = with_used || decision.name.find('.') == std::string::npos;
    if (!decision.of_service && !decision.of_duty && (name ? decision.name == *name : own)) {
      found.push_back(at);
    }
  }
  return found;
}

std::string no_such_decision(PackageInfo const& about, std::string const& name) {
  auto const has = [&](std::vector<std::string> const& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  if (has(about.services)) {
    return "`" + name + "` is a service, not a decision; `hjemmel entitlements` tells whether it is given";
  }
  if (has(about.duties)) {
    return "`" + name + "` is a duty, not a decision; leave `--decision` out, and duties are told behind the decisions";
  }
  std::string const nearest = base::nearest_name(name, about.decisions);
  return "`" + about.name + "` has no decision `" + name + "`" +
         (nearest.empty() ? "" : "; did you mean `" + nearest + "`?");
}

// Why `--at` or `--as-known-on` cannot be used; empty when they can.
std::string refuse_dates(ir::Program const& program, DecideOptions const& options) {
  std::string why = refuse_date(options.at);
  why = why.empty() ? refuse_date(options.as_known_on) : why;
  bool const has_no_place = options.at && why.empty() && !program.decided_on.has_value();
  return has_no_place ? "`" + program.name + "` does not name the fact that holds the date decided on" : why;
}

// `NAME=CHOICE`; why it cannot be taken, or empty.
std::string take_reading(ir::Program const& program, std::string const& written, eval::Case& facts) {
  std::size_t const sign = written.find('=');
  if (sign == std::string::npos) {
    return "`" + written + "` does not say which choice; write the reading, `=` and the choice";
  }
  package::ReadingFault const fault =
      package::take_reading(program, written.substr(0, sign), written.substr(sign + 1), facts);
  return fault.help.empty() ? fault.message : fault.message + "; " + fault.help;
}

void write_documents(Package const& package, eval::Case const& facts, Answer& answer) {
  ir::Program const& program = package.loaded().program;
  explain::DecisionDocument document{package.about().name,
                                     package.about().version,
                                     package.about().digest,
                                     {},
                                     date_of(program.as_of, facts),
                                     date_of(program.decided_on, facts),
                                     {}};
  for (UsedInfo const& one : package.about().used) {
    document.used.push_back({one.alias, one.package, one.version, one.digest});
  }
  for (AmendmentInfo const& one : package.about().amendments) {
    document.amendments.push_back({one.name, one.digest});
  }
  for (std::size_t at = 0; at < answer.outcomes.size(); ++at) {
    document.decisions.push_back({&answer.outcomes[at], answer.traces.empty() ? nullptr : &answer.traces[at]});
  }
  document.duties = answer.duties;
  answer.json = explain::outcome_json(document);
  answer.text = explain::outcome_text(document, &program);
}

bool is_fault(eval::Status status) {
  return status == eval::Status::conflict || status == eval::Status::no_rule || status == eval::Status::error;
}

Answer answer_for(Package const& package, eval::Case const& facts, std::vector<std::uint32_t> const& decisions,
                  DecideOptions const& options) {
  bool const trace = options.trace;
  Answer answer;
  for (std::uint32_t const decision : decisions) {
    eval::DecisionTrace* const into = trace ? &answer.traces.emplace_back() : nullptr;
    answer.outcomes.push_back(eval::decide(package.loaded().plan, facts, decision, into));
    answer.rules_at_fault = answer.rules_at_fault || is_fault(answer.outcomes.back().status);
  }
  std::size_t const duties = options.decision ? 0 : package.loaded().plan.duties.size();
  for (std::uint32_t duty = 0; duty < duties; ++duty) {
    answer.duties.push_back(eval::duty_outcome(package.loaded().plan, facts, duty));
    answer.rules_at_fault = answer.rules_at_fault || answer.duties.back().state == eval::DutyState::error;
  }
  write_documents(package, facts, answer);
  return answer;
}

DecideResult decide_case(Package const& package, FactsText const& text, DecideOptions const& options) {
  ir::Program const& program = package.loaded().program;
  auto const decisions = find_decisions(program, options.decision, options.trace);
  if (decisions.empty() && options.decision) {
    return failed<DecideResult>(Failure::use, no_such_decision(package.about(), *options.decision));
  }
  if (std::string why = refuse_dates(program, options); !why.empty()) {
    return failed<DecideResult>(Failure::use, why);
  }
  source::Sources sources;
  diag::Sink sink;
  source::FileId const file = sources.add(text.name == "-" ? "standard input" : text.name, text.text);
  auto const root = document::read(file, format_of(text), sources, sink);
  auto const known_on = options.as_known_on ? base::parse_date(*options.as_known_on) : std::nullopt;
  auto facts = root ? facts::read_case(*root, program, sink, known_on) : std::nullopt;
  DecideResult result;
  result.findings = to_findings(sink, sources);
  if (!facts) {
    result.failure = Failure::input;
    return result;
  }
  fill_date(program, options.at, *facts);
  for (std::string const& written : options.readings) {
    if (std::string why = take_reading(program, written, *facts); !why.empty()) {
      return failed<DecideResult>(Failure::use, why);
    }
  }
  result.answer = answer_for(package, *facts, decisions, options);
  return result;
}

}  // namespace

DecideResult decide(Package const& package, FactsText const& facts, DecideOptions const& options) {
  return guarded<DecideResult>([&] { return decide_case(package, facts, options); });
}

}  // namespace hjemmel::api
