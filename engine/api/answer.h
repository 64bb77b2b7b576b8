// The answer for one case as data, and the document that is written from it: what one case and many records share.
//
// Private to this folder.
#pragma once

#include <optional>
#include <string>

#include "engine/api/question.h"
#include "engine/explain/document.h"

namespace hjemmel::api {

struct Decided {
  Answer answer;                                      // without `json` and `text`
  std::optional<explain::DecisionDocument> document;  // points into `answer`; none on failure
  Findings findings;
  Failure failure = Failure::none;
  std::string error;
};

[[nodiscard]] Decided decide_text(Package const& package, FactsText const& text, DecideOptions const& options);

}  // namespace hjemmel::api
