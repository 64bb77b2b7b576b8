// The case is decided as `decide` does it; only where that leaves something open is it looked into for a question.
#include "engine/api/ask.h"

#include <algorithm>

#include "engine/api/package_data.h"
#include "engine/api/question.h"
#include "engine/base/utf8.h"
#include "engine/document/write_yaml.h"
#include "engine/eval/decide.h"
#include "engine/explain/names.h"
#include "engine/facts/read_case.h"
#include "engine/interview/enter.h"
#include "engine/interview/question_json.h"
#include "engine/package/reading.h"

namespace hjemmel::api {
namespace {

struct ReadFacts {
  std::optional<document::Node> root;
  std::optional<eval::Case> facts;  // none: see findings
  Findings findings;
};

ReadFacts read_facts(ir::Program const& program, FactsText const& text) {
  source::Sources sources;
  diag::Sink sink;
  source::FileId const file = sources.add(text.name == "-" ? "standard input" : text.name, text.text);
  ReadFacts read;
  read.root = document::read(file, format_of(text), sources, sink);
  read.facts = read.root ? facts::read_case(*read.root, program, sink) : std::nullopt;
  read.findings = to_findings(sink, sources);
  return read;
}

InterviewFacts refused(Findings findings) {
  InterviewFacts result;
  result.findings = std::move(findings);
  result.failure = Failure::input;
  return result;
}

InterviewFacts written(document::Node const& root) {
  InterviewFacts result;
  result.text = document::write_yaml(root);
  return result;
}

document::Node empty_facts() {
  document::Node root;
  root.kind = document::NodeKind::mapping;
  return root;
}

void enter_date(document::Node& root, ir::Program const& program, std::optional<std::string> const& at) {
  if (!at || !program.decided_on.has_value()) {
    return;
  }
  interview::Place const place{program.decided_on.index};
  if (!interview::has_entry(root, program, place)) {
    document::Node date;
    date.text = *at;
    interview::enter_value(root, program, place, std::move(date));
  }
}

InterviewFacts start(Package const& package, std::optional<FactsText> const& text, AskOptions const& options) {
  ir::Program const& program = package.loaded().program;
  if (std::string why = refuse_date(options.at); !why.empty()) {
    return failed<InterviewFacts>(Failure::use, why);
  }
  if (!text) {
    document::Node root = empty_facts();
    enter_date(root, program, options.at);
    return written(root);
  }
  ReadFacts read = read_facts(program, *text);
  if (!read.facts) {
    return refused(std::move(read.findings));
  }
  enter_date(*read.root, program, options.at);
  InterviewFacts result = written(*read.root);
  result.findings = std::move(read.findings);  // warnings
  return result;
}

// The one finding of an answer that is none of the words that say whether there is an element.
Findings not_an_element(std::string_view answer) {
  source::Sources sources;
  diag::Sink sink;
  source::FileId const file = sources.add("answer", std::string(answer));
  sink.add(diag::Kind::fact_not_a_bool, {file, 0, static_cast<std::uint32_t>(answer.size())},
           "this is neither yes nor no", "write `yes`, `no` or `unknown`: whether there is one more");
  return to_findings(sink, sources);
}

Findings not_utf8() {
  source::Sources sources;
  diag::Sink sink;
  source::FileId const file = sources.add("answer", "");
  sink.add(diag::Kind::invalid_utf8, {file, 0, 0}, "the answer is not valid UTF-8",
           "write it with this terminal's letters");
  return to_findings(sink, sources);
}

// The facts with the entered answer, where the reader of facts takes them.
InterviewFacts checked(document::Node const& root, Package const& package) {
  InterviewFacts result = written(root);
  ReadFacts read = read_facts(package.loaded().program, {*result.text, "facts", FactsFormat::yaml});
  return read.facts ? std::move(result) : refused(std::move(read.findings));
}

// What is asked of a list is its next element, while it may have more, or a field of an element that is there.
bool is_open(ir::Program const& program, eval::Case const& facts, interview::Place const& place) {
  if (program.facts[place.fact].info.type.kind != ir::TypeKind::list) {
    return true;
  }
  eval::ListFact const& list = facts.lists[place.fact];
  if (place.is_cell()) {
    return place.row < list.rows;
  }
  bool const may_have_more = list.state == eval::ListState::not_asked || list.state == eval::ListState::at_least;
  return place.is_element() && may_have_more && place.row == list.rows;
}

InterviewFacts enter(Package const& package, FactsText const& text, std::string const& path, std::string_view answer) {
  ir::Program const& program = package.loaded().program;
  auto const place = interview::find_place(program, path);
  if (!place) {
    return failed<InterviewFacts>(Failure::use, "`" + path + "` is no fact that can be asked for");
  }
  ReadFacts read = read_facts(program, text);
  if (!read.facts) {
    return refused(std::move(read.findings));
  }
  if (base::find_utf8_fault(answer)) {
    return refused(not_utf8());
  }
  if (!is_open(program, *read.facts, *place)) {
    return failed<InterviewFacts>(Failure::use, "`" + path + "` is no question about these facts");
  }
  document::Node root = *std::move(read.root);
  if (!place->is_element()) {
    interview::enter_value(root, program, *place, interview::value_node(answer, *place, program));
    return checked(root, package);
  }
  auto const told = interview::element_answer(answer);
  if (!told) {
    return refused(not_an_element(answer));
  }
  bool const unchanged =
      place->row > 0 && *told != interview::ElementAnswer::yes && *told != interview::ElementAnswer::no;
  interview::enter_element(root, program, *place, *told);
  InterviewFacts result = checked(root, package);
  result.skip = unchanged;
  return result;
}

// Decisions in the package's order, then duties: what is open of each, with the number that the plan has for the decision.
struct OpenQuestion {
  std::string name;
  std::vector<eval::Missing> const* missing = nullptr;
  std::size_t possible = 0;
  std::uint32_t decision = 0;
};

std::vector<OpenQuestion> open_questions(eval::Plan const& plan, Answer const& answer) {
  std::vector<OpenQuestion> open;
  for (eval::Outcome const& outcome : answer.outcomes) {
    if (outcome.status == eval::Status::undetermined) {
      auto const at = std::find_if(plan.decisions.begin(), plan.decisions.end(),
                                   [&](eval::DecisionPlan const& one) { return one.name == outcome.decision; });
      open.push_back({outcome.decision, &outcome.missing, outcome.possible.size(),
                      static_cast<std::uint32_t>(at - plan.decisions.begin())});
    }
  }
  for (std::size_t at = 0; at < answer.duties.size(); ++at) {
    eval::DutyOutcome const& duty = answer.duties[at];
    if (duty.state == eval::DutyState::unknown) {
      open.push_back({duty.duty, &duty.missing, duty.possible.size(), plan.duties[at].decision});
    }
  }
  return open;
}

void take_readings(ir::Program const& program, std::vector<std::string> const& readings, eval::Case& facts) {
  for (std::string const& written : readings) {
    std::size_t const sign = written.find('=');
    static_cast<void>(package::take_reading(program, written.substr(0, sign), written.substr(sign + 1), facts));
  }
}

void find_question(Package const& package, FactsText const& text, AskOptions const& options, QuestionResult& result) {
  ir::Program const& program = package.loaded().program;
  eval::Plan const& plan = package.loaded().plan;
  ReadFacts read = read_facts(program, text);
  if (!read.facts) {
    return;  // decided all the same, so there is nothing that it could not read
  }
  fill_date(program, options.at, *read.facts);
  take_readings(program, options.readings, *read.facts);
  for (OpenQuestion const& open : open_questions(plan, *result.answer)) {
    eval::DecisionTrace trace;
    static_cast<void>(eval::decide(plan, *read.facts, open.decision, &trace));
    result.question =
        interview::best_question(program, *read.facts, {open.name, *open.missing, open.possible, trace}, options.skip);
    if (result.question) {
      return;
    }
  }
}

std::string citations_text(explain::Names const& names, interview::Reason const& reason) {
  std::string text;
  for (eval::OutcomeCitation citation : reason.citations) {
    citation.catalogue.clear();
    std::string const one = names.citation(citation);
    bool const is_new = !one.empty() && text.find(one) == std::string::npos;
    text += is_new ? (text.empty() ? "" : "; ") + one : "";
  }
  return text;
}

// The label, or else the name as the rules write it.
std::string name_of(explain::Names const& names, std::string const& name) {
  std::string word = names.word(name);
  return word == explain::Names::plain(name) ? name : word;
}

QuestionWords words_of(explain::Names const& names, interview::Question const& question) {
  QuestionWords words;
  for (interview::Reason const& reason : question.reasons) {
    words.cited.push_back(citations_text(names, reason));
    words.rules.push_back(reason.rule.empty() ? "" : name_of(names, reason.rule));
    std::vector<std::string>& grounds = words.grounds.emplace_back();
    for (std::string const& ground : reason.grounds) {
      grounds.push_back(name_of(names, ground));
    }
  }
  words.by = names.words(question.missing.by);
  words.not_by = names.words(question.missing.not_by);
  words.factors = names.words(question.missing.factors);
  words.most_weight = names.words(question.missing.most_weight);
  return words;
}

QuestionResult ask(Package const& package, FactsText const& text, AskOptions const& options) {
  PackageInfo const& about = package.about();
  if (!options.decision && about.decisions.empty() && about.duties.empty()) {
    return failed<QuestionResult>(Failure::use,
                                  "`" + about.name +
                                      "` has no decision and no duty to ask about; `hjemmel entitlements` "
                                      "tells what to ask about services");
  }
  DecideOptions about_it{options.at, options.decision, false, options.readings};
  about_it.language = options.language;
  DecideResult decided = decide(package, text, about_it);
  QuestionResult result;
  result.answer = std::move(decided.answer);
  result.findings = std::move(decided.findings);
  result.failure = decided.failure;
  result.error = std::move(decided.error);
  if (!result.answer) {
    return result;
  }
  result.settled = open_questions(package.loaded().plan, *result.answer).empty();
  if (!result.settled) {
    find_question(package, text, options, result);
  }
  explain::Names const names(&package.loaded().program, language_of(options.language));
  result.package_title = names.title();
  if (result.question) {
    result.words = words_of(names, *result.question);
  }
  result.json =
      interview::question_json({about.name, about.version, about.digest, result.question ? &*result.question : nullptr,
                                result.settled, result.answer->json});
  return result;
}

}  // namespace

InterviewFacts start_interview(Package const& package, std::optional<FactsText> const& facts,
                               AskOptions const& options) {
  return guarded<InterviewFacts>([&] { return start(package, facts, options); });
}

QuestionResult next_question(Package const& package, FactsText const& facts, AskOptions const& options) {
  return guarded<QuestionResult>([&] { return ask(package, facts, options); });
}

InterviewFacts answer_question(Package const& package, FactsText const& facts, std::string const& path,
                               std::string_view written) {
  return guarded<InterviewFacts>([&] { return enter(package, facts, path, written); });
}

}  // namespace hjemmel::api
