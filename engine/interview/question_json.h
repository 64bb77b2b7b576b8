// The question document: what a host that draws its own screen asks next. `schemas/question.schema.yaml` is its definition.
//
// In: a question, or none with the outcome document. Out: one JSON document; the same question gives the same bytes. Tested in
// tests/unit/api/ask_test.cpp and, against the schema, in tests/schema/questions_test.mjs.
#pragma once

#include <string>

#include "engine/interview/question.h"

namespace hjemmel::interview {

struct AskedPackage {
  std::string package;
  std::string version;
  std::string digest;
};

struct QuestionDocument {
  std::vector<AskedPackage> packages;  // one, unless the interview is about services
  bool about_services = false;
  Question const* question = nullptr;  // null: there is none
  bool settled = false;                // null question: nothing is undetermined; else nothing more can be asked
  std::string outcome;                 // the outcome document; null question only
};

[[nodiscard]] std::string question_json(QuestionDocument const& document);

}  // namespace hjemmel::interview
