// The parts of the page that html_page.cpp puts together, one file each. Only for engine/explain/html*.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/explain/explanation_of.h"
#include "engine/explain/html_sources.h"
#include "engine/explain/html_words.h"
#include "engine/explain/html_writer.h"
#include "engine/explain/prose_parts.h"

namespace hjemmel::explain {

struct HtmlParts {
  ProseParts const& prose;  // program, names, words; its phrases are used, its writer is not
  PageWords const& page;
  HtmlWriter& out;
  SourceList& sources;

  [[nodiscard]] ir::Program const& program() const { return prose.program; }
  [[nodiscard]] TextParts const& text() const { return prose.base; }
};

// The parts of a page about one program. They refer to one another: it stays where it was made.
struct PageVoice {
  PageVoice(ir::Program const& program, Language language, HtmlWriter& out, SourceList& sources);
  PageVoice(PageVoice const&) = delete;
  PageVoice(PageVoice&&) = delete;
  PageVoice& operator=(PageVoice const&) = delete;
  PageVoice& operator=(PageVoice&&) = delete;
  ~PageVoice() = default;

  std::string unused;  // phrases write no lines
  TextWriter lines;
  Names names;
  TextParts text;
  ConditionWords conditions;
  ProseParts prose;
  HtmlParts parts;
};

// One decision on the page.
struct PageDecision {
  DecisionExplanation const& explained;
  eval::Outcome const& outcome;
  eval::DecisionTrace const& trace;
  TraceNotes const& notes;
  std::size_t number = 1;  // from 1, in front of its anchors
};

// html_frame.cpp
void write_page_head(std::string_view title, HtmlParts const& parts);
// Those that were cited until then, with their numbers.
void write_sources(HtmlParts const& parts);

// html_parts.cpp
// Of the rule, or the term, at a place in the trace; of the one of that name, and among its versions of the one that counts: empty
// where there is none.
[[nodiscard]] std::string anchor_of_rule(PageDecision const& decision, std::size_t at);
[[nodiscard]] std::string anchor_of_rule(PageDecision const& decision, std::string_view name);
[[nodiscard]] std::string anchor_of_term(PageDecision const& decision, std::size_t at);
[[nodiscard]] std::string anchor_of_term(PageDecision const& decision, std::string_view name);
void write_badge(std::string_view look, std::string_view words, HtmlParts const& parts);
// `undetermined: what is known …`: the word as a badge, then the rest.
void write_state(std::string_view look, std::string_view words, std::string_view rest_look, HtmlParts const& parts);
// A clause, with what stands in back-ticks as code, from a capital where it begins a paragraph.
void write_clause(std::string_view clause, HtmlParts const& parts);
void write_paragraph(std::string_view clause, std::string_view look, HtmlParts const& parts);
// The citations as a list of links to the sources.
void write_law(std::vector<eval::OutcomeCitation> const& citations, PagePlace const& by, HtmlParts const& parts);
void write_pair(std::string_view term, std::string_view what, HtmlParts const& parts);

// html_outcome.cpp
void write_outcome(PageDecision const& decision, HtmlParts const& parts);
void write_departures(PageDecision const& decision, HtmlParts const& parts);
void write_versions(PageDecision const& decision, HtmlParts const& parts);
// Status, options and their conditions, inside a card. What may be decided, or would be, is not called decided.
void write_result(eval::Outcome const& outcome, bool is_the_outcome, HtmlParts const& parts);

// html_open.cpp
// The question, its name, whom and how to ask, and on what authority; `anchor` is that of the element around it.
void write_question(eval::Missing const& missing, std::string const& anchor, HtmlParts const& parts);
void write_questions(std::vector<eval::Missing> const& missing, std::string_view heading, std::string const& anchor,
                     HtmlParts const& parts);
void write_open_ends(eval::Outcome const& outcome, std::string const& anchor, HtmlParts const& parts);

// html_rules.cpp
// What the package calls the rule, and its name, with a link where it stands on the page.
void write_rule_name(std::string_view rule, PageDecision const& decision, HtmlParts const& parts);
void write_rules(PageDecision const& decision, HtmlParts const& parts);

// html_condition.cpp
void write_conditions(std::vector<ConditionNote> const& conditions, std::vector<GroundNote> const& grounds,
                      PageDecision const& decision, HtmlParts const& parts);

// html_why_not.cpp
void write_why_nots(PageDecision const& decision, HtmlParts const& parts);

// html_flip.cpp
void write_flips(PageDecision const& decision, HtmlParts const& parts);

// html_facts.cpp
void write_facts(PageDecision const& decision, HtmlParts const& parts);
void write_rests_on(eval::Outcome const& outcome, std::string const& anchor, HtmlParts const& parts);
void write_terms(PageDecision const& decision, HtmlParts const& parts);
void write_figures(PageDecision const& decision, HtmlParts const& parts);
// Whether the fact says something of a person that is to be kept as such.
[[nodiscard]] bool is_kept_apart(ir::Program const& program, std::string_view path);

// html_duties.cpp
void write_duties(std::vector<eval::DutyOutcome> const& duties, HtmlParts const& parts);
[[nodiscard]] std::string_view look_of(eval::DutyState state);  // of its badge

}  // namespace hjemmel::explain
