// A place is found in the first program that has it; the answer is then read by all.
#include "engine/api/interview_facts.h"

#include <algorithm>

#include "engine/api/package_data.h"
#include "engine/api/question.h"
#include "engine/base/utf8.h"
#include "engine/document/write_yaml.h"
#include "engine/facts/read_case.h"
#include "engine/facts/split.h"
#include "engine/interview/enter.h"

namespace hjemmel::api {
namespace {

std::vector<document::Node> parts_of(Programs programs, document::Node const& root, diag::Sink& sink) {
  return programs.size() == 1 ? std::vector{root} : facts::split_by_schema(root, programs, sink);
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
InterviewFacts checked(document::Node const& root, Programs programs) {
  InterviewFacts result = written(root);
  ReadFacts read = read_facts(programs, {*result.text, "facts", FactsFormat::yaml});
  return read.is_good() ? std::move(result) : refused(std::move(read.findings));
}

// The first program that has the fact, and where; its number is that of the programs where none has.
struct Found {
  std::size_t program = 0;
  interview::Place place;
};

Found find_in(Programs programs, std::string const& path) {
  for (std::size_t at = 0; at < programs.size(); ++at) {
    if (auto const place = interview::find_place(*programs[at], path)) {
      return {at, *place};
    }
  }
  return {programs.size(), {}};
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

// Into the document, whose place is an element of a list.
InterviewFacts enter_told(document::Node root, Programs programs, Found const& found, std::string_view answer) {
  auto const told = interview::element_answer(answer);
  if (!told) {
    return refused(not_an_element(answer));
  }
  bool const unchanged =
      found.place.row > 0 && *told != interview::ElementAnswer::yes && *told != interview::ElementAnswer::no;
  interview::enter_element(root, *programs[found.program], found.place, *told);
  InterviewFacts result = checked(root, programs);
  result.skip = unchanged;
  return result;
}

}  // namespace

ReadFacts read_facts(Programs programs, FactsText const& text) {
  source::Sources sources;
  diag::Sink sink;
  source::FileId const file = sources.add(text.name == "-" ? "standard input" : text.name, text.text);
  ReadFacts read;
  read.root = document::read(file, format_of(text), sources, sink);
  std::vector<document::Node> const parts =
      read.root ? parts_of(programs, *read.root, sink) : std::vector<document::Node>{};
  for (std::size_t at = 0; at < parts.size(); ++at) {
    diag::Sink local;
    auto facts = facts::read_case(parts[at], *programs[at], local);
    forward(local, sink);
    read.cases.push_back(facts ? *std::move(facts) : eval::Case{});
  }
  read.findings = to_findings(sink, sources);
  if (read.findings.has_errors()) {
    read.cases.clear();
  }
  return read;
}

InterviewFacts start_facts(Programs programs, std::optional<FactsText> const& text,
                           std::optional<std::string> const& at) {
  if (std::string why = refuse_date(at); !why.empty()) {
    return failed<InterviewFacts>(Failure::use, why);
  }
  ReadFacts read;
  read.root = empty_facts();
  if (text) {
    read = read_facts(programs, *text);
    if (!read.is_good()) {
      return refused(std::move(read.findings));
    }
  }
  for (ir::Program const* const program : programs) {
    enter_date(*read.root, *program, at);
  }
  InterviewFacts result = written(*read.root);
  result.findings = std::move(read.findings);  // warnings
  return result;
}

InterviewFacts enter_answer(Programs programs, FactsText const& text, std::string const& path,
                            std::string_view answer) {
  Found const found = find_in(programs, path);
  if (found.program == programs.size()) {
    return failed<InterviewFacts>(Failure::use, "`" + path + "` is no fact that can be asked for");
  }
  ir::Program const& program = *programs[found.program];
  ReadFacts read = read_facts(programs, text);
  if (!read.is_good()) {
    return refused(std::move(read.findings));
  }
  if (base::find_utf8_fault(answer)) {
    return refused(not_utf8());
  }
  if (!is_open(program, read.cases[found.program], found.place)) {
    return failed<InterviewFacts>(Failure::use, "`" + path + "` is no question about these facts");
  }
  document::Node root = *std::move(read.root);
  if (found.place.is_element()) {
    return enter_told(std::move(root), programs, found, answer);
  }
  interview::enter_value(root, program, found.place, interview::value_node(answer, found.place, program));
  return checked(root, programs);
}

}  // namespace hjemmel::api
