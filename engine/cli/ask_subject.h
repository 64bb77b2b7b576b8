// What an interview is about: the decisions and duties of one package, or the services of several.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/api/ask.h"

namespace hjemmel::cli {

struct SoFar {
  std::string text;
  bool rules_at_fault = false;
};

struct AskSubject {
  std::vector<std::shared_ptr<api::Package const>> packages;  // one, unless it is about services
  bool services = false;

  [[nodiscard]] api::InterviewFacts start(std::optional<api::FactsText> const& facts,
                                          api::AskOptions const& options) const;
  [[nodiscard]] api::QuestionResult next(api::FactsText const& facts, api::AskOptions const& options) const;
  // What is found of the facts, whether there is another question or not.
  [[nodiscard]] SoFar so_far(api::QuestionResult const& asked, api::FactsText const& facts,
                             api::AskOptions const& options) const;
  [[nodiscard]] api::InterviewFacts answer(api::FactsText const& facts, std::string const& path,
                                           std::string_view written) const;
};

}  // namespace hjemmel::cli
