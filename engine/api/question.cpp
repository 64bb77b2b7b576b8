// Formats are guessed by name; a date that the facts state is never changed.
#include "engine/api/question.h"

#include <algorithm>

#include "engine/base/date.h"
#include "engine/base/nearest_name.h"
#include "engine/facts/read_case.h"
#include "engine/package/reading.h"

namespace hjemmel::api {
namespace {}  // namespace

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

namespace {

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

Question refused(Failure failure, std::string why) {
  Question question;
  question.failure = failure;
  question.error = std::move(why);
  return question;
}

}  // namespace

document::Format format_of(FactsText const& facts) {
  if (facts.format == FactsFormat::guess) {
    return document::guess_format(facts.name, facts.text);
  }
  return facts.format == FactsFormat::json ? document::Format::json : document::Format::yaml;
}

std::string refuse_date(std::optional<std::string> const& at) {
  return !at || base::parse_date(*at)
             ? ""
             : "`" + *at + "` is not a date; write year, month and day with all zeros, as in `2026-05-04`";
}

void fill_date(ir::Program const& program, std::optional<std::string> const& at, eval::Case& facts) {
  if (at && program.decided_on.has_value()) {
    facts::fill_decision_date(facts, program, *base::parse_date(*at));
  }
}

std::optional<std::string> date_of(ir::FactId fact, eval::Case const& facts) {
  if (!fact.has_value() || !facts.scalars[fact.index].is_known()) {
    return std::nullopt;
  }
  return base::to_string(base::Date{static_cast<std::int32_t>(facts.scalars[fact.index].coefficient)});
}

Question ask_about(Package const& package, FactsText const& text, DecideOptions const& options) {
  ir::Program const& program = package.loaded().program;
  Question question;
  question.decisions = find_decisions(program, options.decision, options.trace);
  if (question.decisions.empty() && options.decision) {
    return refused(Failure::use, no_such_decision(package.about(), *options.decision));
  }
  if (std::string why = refuse_dates(program, options); !why.empty()) {
    return refused(Failure::use, std::move(why));
  }
  source::Sources sources;
  diag::Sink sink;
  source::FileId const file = sources.add(text.name == "-" ? "standard input" : text.name, text.text);
  auto const root = document::read(file, format_of(text), sources, sink);
  auto const known_on = options.as_known_on ? base::parse_date(*options.as_known_on) : std::nullopt;
  auto facts = root ? facts::read_case(*root, program, sink, known_on) : std::nullopt;
  question.findings = to_findings(sink, sources);
  if (!facts) {
    question.failure = Failure::input;
    return question;
  }
  fill_date(program, options.at, *facts);
  for (std::string const& written : options.readings) {
    if (std::string why = take_reading(program, written, *facts); !why.empty()) {
      return refused(Failure::use, std::move(why));
    }
  }
  question.facts = std::move(facts);
  return question;
}

bool is_fault(eval::Status status) {
  return status == eval::Status::conflict || status == eval::Status::no_rule || status == eval::Status::error;
}

explain::Language language_of(Language language) {
  return language == Language::english ? explain::Language::english : explain::Language::bokmaal;
}

std::vector<explain::UsedJurisdiction> jurisdictions_of(Package const& package) {
  std::vector<explain::UsedJurisdiction> all;
  for (UsedJurisdiction const& one : package.about().jurisdictions) {
    all.push_back({one.id, one.version, one.digest, one.unlisted});
  }
  return all;
}

explain::DecisionDocument head_of(Package const& package, eval::Case const& facts) {
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
  document.jurisdictions = jurisdictions_of(package);
  for (AmendmentInfo const& one : package.about().amendments) {
    document.amendments.push_back({one.name, one.digest});
  }
  return document;
}

}  // namespace hjemmel::api
