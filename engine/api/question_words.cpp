// A name without a label stands as the rules write it.
#include "engine/api/question_words.h"

namespace hjemmel::api {
namespace {

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

}  // namespace

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

}  // namespace hjemmel::api
