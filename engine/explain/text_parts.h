// The parts of the text that text.cpp puts together, one file each. Only for engine/explain/text*.cpp.
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
void write_citations(std::size_t indent, std::vector<eval::OutcomeCitation> const& citations, TextParts const& parts);

// text_missing.cpp
// One question, numbered.
void write_missing(std::size_t number, eval::Missing const& missing, TextParts const& parts);
void write_open_ends(eval::Outcome const& outcome, TextParts const& parts);

// text_rests_on.cpp
void write_rests_on(eval::Outcome const& outcome, TextParts const& parts);

// text_why.cpp
void write_why(eval::Outcome const& outcome, eval::DecisionTrace const& trace, TraceDetail detail,
               TextParts const& parts);

// text_readings.cpp
void write_readings(eval::DecisionTrace const& trace, TextParts const& parts);

}  // namespace hjemmel::explain
