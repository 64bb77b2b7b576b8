// The parts of the text that text.cpp puts together, one file each, and the phrases that the page shares with it.
//
// A phrase never writes to `out`. Only for the .cpp files of this folder.
#pragma once

#include <string>
#include <vector>

#include "engine/eval/outcome.h"
#include "engine/eval/trace.h"
#include "engine/explain/document.h"
#include "engine/explain/names.h"
#include "engine/explain/text_writer.h"
#include "engine/explain/words.h"

namespace hjemmel::explain {

struct TextParts {
  Names const& names;
  Words const& words;
  TextWriter& out;
};

// text.cpp
void write_head(DecisionDocument const& document, ir::Program const* program, TextParts const& parts);

// `offender.drug_dependent: the third paragraph makes dependence the condition [M5-1.5-33]`, in the package's own words
[[nodiscard]] std::string health_fact_phrase(HealthFact const& read, TextParts const& parts);

// text_options.cpp
// `normally: conditional waiver`; of other statuses their words. One line a modality, the choosing rule's first.
[[nodiscard]] std::vector<std::string> headlines(eval::Outcome const& outcome, TextParts const& parts);
// The same for one possible outcome, on one line and with bounds and conditions.
[[nodiscard]] std::string possible_headline(eval::Outcome const& outcome, eval::PossibleOutcome const& possible,
                                            TextParts const& parts);
// Each option that has an authority, bounds or conditions, with them.
void write_options(eval::Outcome const& outcome, TextParts const& parts);
// `at most 6 months`, `504 kr`
[[nodiscard]] std::string limits_phrase(eval::ParameterBound const& bound, TextParts const& parts);
// `length at most 6 months, …`; empty for none.
[[nodiscard]] std::string bounds_phrase(std::vector<eval::ParameterBound> const& bounds, TextParts const& parts);
// `drug testing: length at most 3 months; the decision must state test type and length`
[[nodiscard]] std::string condition_phrase(eval::OutcomeCondition const& condition, TextParts const& parts);
[[nodiscard]] std::string_view force_words(eval::Force force, Words const& words);
// `fine, decided by court`
[[nodiscard]] std::string option_title(eval::Outcome const& outcome, eval::OutcomeOption const& option,
                                       TextParts const& parts);
// Whether the headline leaves out what is said of the option. The figure of a decision on one stands in its headline.
[[nodiscard]] bool has_details(eval::Outcome const& outcome, eval::OutcomeOption const& option, TextParts const& parts);
void write_citations(std::size_t indent, std::vector<eval::OutcomeCitation> const& citations, TextParts const& parts);

// text_missing.cpp
// What kind of question it is, and to whom; what is weighed; who may not judge.
[[nodiscard]] std::vector<std::string> question_lines(eval::Missing const& missing, TextParts const& parts);
// One question, numbered.
void write_missing(std::size_t number, eval::Missing const& missing, TextParts const& parts);
void write_open_ends(eval::Outcome const& outcome, TextParts const& parts);

// text_rests_on.cpp
void write_rests_on(eval::Outcome const& outcome, TextParts const& parts);
void write_bases(std::size_t indent, std::vector<eval::RestsOn> const& rests_on, TextParts const& parts);

// text_why.cpp
void write_why(eval::Outcome const& outcome, eval::DecisionTrace const& trace, TraceDetail detail,
               TextParts const& parts);

// text_readings.cpp
// Where a fact comes from: `judged by prosecutor`, `known on 2026-04-27`, `from interview`.
[[nodiscard]] std::vector<std::string> origin_phrases(eval::FactTrace const& fact, TextParts const& parts);
void write_readings(eval::DecisionTrace const& trace, TextParts const& parts);

}  // namespace hjemmel::explain
