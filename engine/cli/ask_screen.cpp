// Lines are broken by the text writer, which also keeps what a schema says from acting on the terminal.
#include "engine/cli/ask_screen.h"

#include "engine/explain/names.h"
#include "engine/explain/text_writer.h"

namespace hjemmel::cli {
namespace {

using explain::phrase;
using interview::AnswerKind;
using interview::Question;

constexpr std::size_t kIndent = 3;

// The label, or the words of the path's last name: of an element those of its list.
std::string name_of(ir::Label const& label, std::string_view path, api::Language language) {
  std::string_view const text = label_in(label, language);
  std::string_view name = path.ends_with(']') ? path.substr(0, path.rfind('[')) : path;
  std::size_t const point = name.rfind('.');
  name = point == std::string_view::npos ? name : name.substr(point + 1);
  return text.empty() ? explain::Names::plain(name) : std::string(text);
}

std::string title(Question const& question, AskScreen const& screen) {
  std::string name = name_of(question.label, question.fact, screen.language);
  if (question.answer == AnswerKind::element) {
    return question.element == 1 ? phrase(screen.words.any_element, name)
                                 : phrase(screen.words.more_elements, name, std::to_string(question.element - 1));
  }
  if (question.element == 0) {
    return name;
  }
  std::string_view const list = std::string_view(question.fact).substr(0, question.fact.find('['));
  return phrase(screen.words.field_of, name_of(question.list_label, list, screen.language),
                std::to_string(question.element), name);
}

std::string reasons_text(api::QuestionWords const& names, AskScreen const& screen) {
  std::string text;
  for (std::size_t at = 0; at < names.rules.size(); ++at) {
    std::string one = names.rules[at].empty() ? std::string(screen.words.whether) : names.rules[at];
    if (!names.grounds[at].empty()) {
      one = phrase(screen.words.ground, one, explain::join(names.grounds[at], screen.words.or_word));
    }
    text += (text.empty() ? "" : "; ") + one + (names.cited[at].empty() ? "" : " (" + names.cited[at] + ")");
  }
  return text;
}

void write_who(Question const& question, api::QuestionWords const& names, AskScreen const& screen,
               explain::TextWriter& out) {
  eval::Missing const& missing = question.missing;
  AskWords const& words = screen.words;
  std::string const who = explain::join(names.by, words.or_word);
  bool const judged = missing.kind == eval::MissingKind::assessment;
  if (judged) {
    out.line(kIndent, who.empty() ? std::string(words.judged) : phrase(words.judged_by, who));
  } else if (!who.empty()) {
    out.line(kIndent, phrase(words.supplied_by, who));
  }
  if (!names.factors.empty()) {
    out.line(kIndent, phrase(missing.factors_open_ended ? words.among_others : words.weighing,
                             explain::join(names.factors, words.and_word)));
  }
  if (!names.most_weight.empty()) {
    out.line(kIndent, phrase(words.most_weight, explain::join(names.most_weight, words.and_word)));
  }
  if (!names.not_by.empty()) {
    out.line(kIndent, phrase(words.not_judged_by, explain::join(names.not_by, words.or_word)));
  }
}

std::string kind_text(Question const& question, AskWords const& words) {
  switch (question.answer) {
    case AnswerKind::yes_or_no:
    case AnswerKind::element:
      return std::string(words.yes_or_no);
    case AnswerKind::one_of:
      return std::string(words.one_of);
    case AnswerKind::whole_number:
      return std::string(words.whole_number);
    case AnswerKind::decimal:
      return std::string(words.decimal);
    case AnswerKind::quantity:
    case AnswerKind::amount:
      return question.unit.empty() ? std::string(words.amount) : phrase(words.quantity, question.unit);
    case AnswerKind::date:
      return std::string(words.date);
    case AnswerKind::moment:
      return std::string(words.moment);
    case AnswerKind::text:
      break;
  }
  return std::string(words.text);
}

void write_answers(Question const& question, AskScreen const& screen, explain::TextWriter& out) {
  AskWords const& words = screen.words;
  std::string text = kind_text(question, words);
  text += question.minimum.empty() ? "" : phrase(words.at_least, question.minimum);
  text += question.maximum.empty() ? "" : phrase(words.at_most, question.maximum);
  text += question.may_be_not_applicable ? words.or_not_applicable : "";
  out.line(kIndent, phrase(words.answer, text));
  for (std::size_t at = 0; at < question.values.size(); ++at) {
    interview::Choice const& choice = question.values[at];
    std::string_view const label = label_in(choice.label, screen.language);
    out.line(kIndent + 2, std::to_string(at + 1) + "  " + choice.value +
                              (label.empty() || label == choice.value ? "" : ": " + std::string(label)));
  }
}

std::string outcomes_text(std::size_t count, AskWords const& words) {
  return count == 1 ? std::string(words.one_outcome) : phrase(words.some_outcomes, std::to_string(count));
}

}  // namespace

std::string question_screen(std::size_t number, Question const& question, api::QuestionWords const& names,
                            AskScreen const& screen) {
  std::string text;
  explain::TextWriter out(text);
  out.line(0, std::to_string(number) + ". " + title(question, screen));
  out.line(kIndent, question.fact);
  std::string const reasons = reasons_text(names, screen);
  if (!reasons.empty()) {
    out.line(kIndent, phrase(screen.words.asked_for, reasons));
  }
  write_who(question, names, screen, out);
  write_answers(question, screen, out);
  return text;
}

std::string more_screen(Question const& question, AskScreen const& screen) {
  std::string text;
  explain::TextWriter out(text);
  AskWords const& words = screen.words;
  out.line(kIndent, phrase(words.outcomes, outcomes_text(question.outcomes, words),
                           outcomes_text(question.missing.outcomes_left, words)));
  out.line(kIndent, phrase(words.cost, std::to_string(question.missing.cost)));
  if (question.may_be_range) {
    out.line(kIndent, words.range);
  }
  for (interview::Reason const& reason : question.reasons) {
    std::vector<std::string> ids;
    for (eval::OutcomeCitation const& citation : reason.citations) {
      ids.insert(ids.end(), citation.catalogue.begin(), citation.catalogue.end());
    }
    if (!ids.empty()) {
      out.line(kIndent, (reason.rule.empty() ? std::string(words.whether) : reason.rule) + ": " +
                            explain::join(ids, words.and_word));
    }
  }
  return text;
}

}  // namespace hjemmel::cli
